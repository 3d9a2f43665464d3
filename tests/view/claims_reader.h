// Takes a text apart into the templates and names it was composed of.
#pragma once

#include <map>
#include <set>
#include <unordered_map>

#include "support/figure_texts.h"
#include "view/claims_own.h"
#include "view/claims_pages.h"
#include "view/labels.h"

namespace kk::claims {

/// Where the filled template ends that begins at `at`, or npos.
inline std::size_t match(std::string_view pattern, const std::string& text, std::size_t at, Fills& fills) {
  while (!pattern.empty()) {
    const auto open = pattern.find('{');
    const std::string_view plain = pattern.substr(0, open);
    if (text.compare(at, plain.size(), plain) != 0) return text.npos;
    at += plain.size();
    if (open == pattern.npos) return at;
    const auto close = pattern.find('}', open);
    const std::string name(pattern.substr(open + 1, close - open - 1));
    pattern.remove_prefix(close + 1);
    const std::string_view then = pattern.substr(0, pattern.find('{'));
    std::size_t end = then.empty() ? text.size() : text.find(then, at);
    if (then.empty() && !pattern.empty()) end = std::min(text.find_first_not_of("0123456789", at), text.size());
    if (end == text.npos) return text.npos;
    fills.values[name] = text.substr(at, end - at);
    at = end;
  }
  return at;
}

/// A level's own words, advice or end belong to a question at a level.
struct AtLevel {
  int question = 0, low = 0, high = 0;
};

/// A text that can be said, and when it is true: one of the three conditions.
struct Sayable {
  std::string text;
  const Claim* claim = nullptr;
  const Own* own = nullptr;
  AtLevel at = {};
};

/// Reads everything that stands on a page: each text must be made of known pieces, and what these claim must hold.
class PageReader {
 public:
  explicit PageReader(int language) : language_(language), words_(words_for(language == 0 ? "nl" : "en")) {
    for (const auto label : kLabels) {
      if ((words_.*label).find('{') == std::string_view::npos) name(std::string(words_.*label));
    }
    for (const std::string_view word : words_.roles) name(std::string(word));
    collect_names();
    for (const Sentence& sentence : said_to_some(asked())) {
      Own const* const condition = own_at(sentence.place);
      patterns_.push_back({own(*sentence.text, language_), nullptr, condition, {}});
    }
    for (const auto* list : {&kClaims[0], &kPageClaims[0]}) {
      const std::size_t count = list == kClaims ? std::size(kClaims) : std::size(kPageClaims);
      for (std::size_t i = 0; i < count; ++i)
        patterns_.push_back({std::string(words_.*list[i].words), &list[i], nullptr, {}});
    }
    for (int q = 1; q <= 9; ++q) collect_question(q);
  }

  /// The first text of the view that is false or unknown; empty when all is well.
  std::string check(const Facts& facts, const View& view) {
    std::string wrong = say(facts, view.say, "say");
    const auto also = [&](const std::string& text, const std::string& id) {
      if (wrong.empty()) wrong = say(facts, text, id);
    };
    for (const Node& node : view.nodes) {
      if (node.look == Look::kCode || node.id.starts_with("bar") || node.id.starts_with("lang.")) continue;
      if (node.id.starts_with("strip.") && node.kind == Kind::kButton) {
        if (wrong.empty()) wrong = check_strip(facts, node);
        continue;
      }
      also(node.text, node.id), also(node.name, node.id);
    }
    for (const Node& node : view.nodes) {
      if (wrong.empty() && node.figure) wrong = check_figure(facts, node);
    }
    for (const Node& node : view.nodes) {
      for (const auto& [label, value] : test::figure_texts(node)) also(label, "a label"), also(value, "a value");
    }
    return wrong;
  }

  long checks = 0;
  std::set<const Claim*> seen;
  std::set<const Own*> seen_own;
  std::set<std::string> texts;  ///< all that were read

 private:
  struct Piece {
    const Sayable* pattern;
    Fills fills;
  };
  using Reading = std::vector<Piece>;

  void name(const std::string& text) {
    if (text.empty()) return;
    names_.insert({text, lower_first(text), upper_first(text)});
  }
  void name(const Text& text) {
    if (!text.empty()) name(own(text, language_));
  }

  void collect_names() {
    const Questionnaire& q = asked();
    for (const Section& section : q.sections) name(section.name);
    for (const Stage& stage : q.stages) name(stage.name);
    for (const OrderLink& link : q.order) name(link.name);
    for (const Cause& cause : q.profile.causes) name(cause.behaviour), name(cause.action);
    for (const Text& label : q.profile.labels) name(label);
    for (const Text& level : q.profile.levels) name(level);
    for (const ProfileItem& item : q.profile.items) name(item.text), name(item.leader_text);
    for (const Text* text : {&q.profile.title, &q.target.question, &q.target.note, &q.context.title}) name(*text);
    for (const TickList& list : q.ticks) {
      for (const Tick& tick : list.items) name(tick.text), name(tick.counter);
    }
    for (std::size_t i = 0; i < q.questions.size(); ++i) {
      name(q.questions[i].topic), name(q.questions[i].short_topic);
      name(std::to_string(i + 1) + " " + own(q.questions[i].topic, language_));
      for (const char* lead : {"1 ", "2 ", "3 ", "4 ", "5 "}) {
        if (i < q.stages.size()) name(lead + own(q.stages[i].name, language_));
      }
    }
  }

  void collect_question(int q) {
    const Question& question = asked().questions[static_cast<std::size_t>(q - 1)];
    const auto add = [&](const std::string& text, AtLevel at) {
      patterns_.push_back({text, nullptr, nullptr, at});
      if (lower_first(text) != text) patterns_.push_back({lower_first(text), nullptr, nullptr, at});
    };
    for (int level = 0; level <= 4; ++level) {
      add(own(question.levels[static_cast<std::size_t>(level)], language_), {q, level, level});
      if (level == 4) continue;
      add(own(question.steps[static_cast<std::size_t>(level)], language_), {q, level, level});
      const std::string end = lower_first(own(question.done_text(static_cast<std::size_t>(level)), language_));
      add(std::string(words_.done_when) + " " + end, {q, level, level});
    }
    add(fill(own(asked().open_step, language_),
             {{"topic", lower_first(own(question.topic, language_))}, {"n", std::to_string(q)}}),
        {q, -2, -1});
  }

  static bool holds(const Facts& facts, const Piece& piece) {
    const Sayable& pattern = *piece.pattern;
    if (pattern.claim) return pattern.claim->holds(facts, piece.fills);
    if (pattern.own) return pattern.own->holds(facts);
    const int level = facts.level(pattern.at.question);
    return level >= pattern.at.low && level <= pattern.at.high;
  }

  std::string say(const Facts& facts, const std::string& text, const std::string& id) {
    if (text.empty()) return {};
    const auto [found, is_new] = readings_.try_emplace(text);
    if (is_new) {
      texts.insert(text);
      if (const std::string lint = fault_in(text); !lint.empty()) return id + " has " + lint + ": " + text;
      if (names_.count(text) || is_number(text)) {
        found->second.push_back({});
      } else {
        read(text, 0, {}, found->second);
        // A title that stands as a sentence.
        if (text.ends_with('.')) read(text.substr(0, text.size() - 1), 0, {}, found->second);
        drop_names_alone(found->second);
      }
    }
    ++checks;
    bool is_true = false;
    for (const Reading& reading : found->second) {
      if (!std::all_of(reading.begin(), reading.end(), [&](const Piece& piece) { return holds(facts, piece); }))
        continue;
      is_true = true;
      for (const Piece& piece : reading) {
        if (piece.pattern->claim) seen.insert(piece.pattern->claim);
        if (piece.pattern->own) seen_own.insert(piece.pattern->own);
      }
    }
    if (is_true) return {};
    return (found->second.empty() ? "made of nothing known, " : "not true, ") + id + ": " + text;
  }

  /// Names alone claim nothing, so they do not stand where a template does.
  static void drop_names_alone(std::vector<Reading>& readings) {
    if (std::all_of(readings.begin(), readings.end(), [](const Reading& reading) { return reading.empty(); })) return;
    std::erase_if(readings, [](const Reading& reading) { return reading.empty(); });
  }

  /// What no text may hold, whatever it says.
  static std::string fault_in(const std::string& text) {
    for (const char* wrong : {"{", "}", "  ", " .", " ,", "..", ".,", "::", ". .", "?.", "undefined", "null", "NaN",
                              "jullie antwoord", "je fase", "je zwakste", "je score"}) {
      if (text.find(wrong) != text.npos) return std::string("\"") + wrong + "\"";
    }
    return text.front() == ' ' || text.back() == ' ' ? "a space at an end" : "";
  }

  static bool is_number(const std::string& text) {
    std::string rest = text;
    for (std::size_t dash; (dash = rest.find("–")) != rest.npos;) rest.erase(dash, 3);
    return rest.find_first_not_of("0123456789-?, ") == rest.npos;
  }

  /// All ways to read `text` from `at` on.
  void read(const std::string& text, std::size_t at, Reading so_far, std::vector<Reading>& out) {
    if (at >= text.size()) return out.push_back(std::move(so_far));
    const auto go_on = [&](std::size_t end, const Reading& next) {
      if (end == text.npos || end > text.size()) return;
      if (end < text.size() && text[end] == '.') ++end;  // a title as a sentence
      for (const std::string_view between : {" · ", ", ", ": ", " "}) {
        if (text.compare(end, between.size(), between) == 0) return read(text, end + between.size(), next, out);
      }
      if (end == text.size()) read(text, end, next, out);
    };
    for (const std::string& name : names_) {
      if (text.compare(at, name.size(), name) == 0) go_on(at + name.size(), so_far);
    }
    std::size_t digits = at;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    if (digits > at) go_on(digits, so_far);
    for (const Sayable& pattern : patterns_) {
      for (const bool capital : {false, true}) {
        const std::string form = capital ? upper_first(pattern.text) : pattern.text;
        if (capital && form == pattern.text) continue;
        Piece piece{&pattern, {}};
        const std::size_t end = match(form, text, at, piece.fills);
        if (end == text.npos) continue;
        Reading next = so_far;
        next.push_back(std::move(piece));
        go_on(end, next);
      }
    }
    // "Overtuiging (50).": all parts that have a score, and one has none.
    if (at == 0 && text.ends_with(").")) {
      Piece piece{&only_part_, {}};
      piece.fills.values["high"] = lower_first(text.substr(0, text.size() - 1));
      out.push_back({piece});
    }
  }

  /// Numbers beside a name, which no template holds.
  std::string check_figure(const Facts& f, const Node& node) {
    const auto value_of = [&](const std::string& label, std::size_t at) -> std::optional<std::string> {
      if (node.look == Look::kCauses) {
        const auto& s = f.out.section;
        const auto& lower = s[1]->less_than(*s[2]) ? s[1] : s[2];
        return std::to_string((reference::Fraction{100, 1} - *(at == 0 ? s[0] : lower)).half_up());
      }
      if (node.look != Look::kMirrorBars) return std::nullopt;
      std::size_t cause = 0;
      while (behaviour(f, static_cast<int>(cause)) != label) ++cause;
      const auto& score = f.out.causes[cause];
      if (!score) return std::string(words_.not_counted);
      const int band = score->at_least(38) + score->at_least(63) + score->at_least(88);
      return std::to_string(score->half_up()) + " " +
             own(asked().profile.labels[static_cast<std::size_t>(band)], language_);
    };
    const std::vector<test::Drawn> drawn = test::figure_texts(node);
    for (std::size_t i = 0; i < drawn.size() && !drawn[i].first.empty(); ++i) {
      const auto value = value_of(drawn[i].first, i);
      checks += value.has_value();
      if (value && drawn[i].second != *value)
        return "not true, " + node.id + ": " + drawn[i].second + " instead of " + *value;
    }
    return {};
  }

  /// "1 Leiding rem", "…, niveau 0 van 4: " and the level's own words.
  std::string check_strip(const Facts& f, const Node& node) {
    const int q = asked().question_index(node.id.substr(6)) + 1;
    const std::vector<int> targets = reference::gate_targets(f.said, f.out);
    const bool brake = f.level(q) >= 0 && std::find(targets.begin(), targets.end(), q) != targets.end();
    const std::string text = full_topic(f, q) + (brake ? " " + std::string(words_.brake_tag) : "");
    const int level = f.level(q);
    const std::string where =
        level < 0 ? std::string(level == reference::kSkip ? words_.skipped_mark : words_.unknown_mark)
                  : lower_first(words_.level) + " " +
                        fill(words_.level_of, {{"n", std::to_string(level)}, {"of", "4"}}) + ": " +
                        own(asked().questions[static_cast<std::size_t>(q - 1)].levels[static_cast<std::size_t>(level)],
                            language_);
    ++checks;
    if (node.text == text && node.name == text + ", " + where) return {};
    return "not true, " + node.id + ": " + node.text + " / " + node.name + " instead of " + text + ", " + where;
  }

  static constexpr Claim kOnlyPart{nullptr, [](const Facts& f, const Fills& x) {
                                     return f.lacking() > 0 && is_end(f, x.text("high"), true) &&
                                            is_end(f, x.text("high"), false);
                                   }};
  inline static const Sayable only_part_{"", &kOnlyPart, nullptr, {}};

  int language_;
  const Words& words_;
  std::set<std::string> names_;
  std::vector<Sayable> patterns_;
  std::unordered_map<std::string, std::vector<Reading>> readings_;
};

}  // namespace kk::claims
