// What is true of a set of answers, worked out by the reference scorer and from the questionnaire: what claims are
// judged by.
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.h"
#include "support/reference_scorer.h"
#include "support/sample.h"
#include "view/words/words.h"

namespace kk::claims {

/// What the reader answered and what follows from it. Questions are numbered from 1, as readers see them.
struct Facts {
  reference::Said said;
  reference::Outcome out;
  bool leadership = false, weakest = false, whole = false;  ///< which gates bind
  std::array<int, 10> raised{}, lowered{}, best{};          ///< final stage with another answer; 0: there is none
  std::vector<int> up, down, open;
  std::array<bool, 3> figures{};  ///< a customer figure: measured, discussed; what annoys customers
  int context = -1, target = 0;   ///< as in Answers and Session
  bool late = false, with_step = true;
  int language = 0;
  int first = 0;            ///< question of the first step; 0: no step
  int step = 0, after = 0;  ///< question of the step a reason is given for, and of the one before it
  std::vector<int> rest;    ///< questions of this step and all later ones

  explicit Facts(const reference::Said& given) : said(given) {
    reference::stages(said, out);
    reference::range(said, out);
    reference::words(said, out);
    reference::mirror(said, out);
    for (int q = 1; q <= 9; ++q) {
      if (level(q) < 0) open.push_back(q);
    }
    if (!out.overall) return;
    leadership = out.caps[0] < out.score_stage;
    weakest = out.caps[1] < out.score_stage;
    whole = out.caps[2] < out.score_stage;
    for (int q = 1; q <= 9; ++q) {
      const auto at = static_cast<std::size_t>(q);
      if (level(q) < 0) {
        best[at] = with(q, 4);
        continue;
      }
      if (level(q) < 4 && (raised[at] = with(q, level(q) + 1)) > out.final_stage) up.push_back(q);
      if (level(q) > 0 && (lowered[at] = with(q, level(q) - 1)) < out.final_stage) down.push_back(q);
    }
  }

  int level(int q) const { return said.q[static_cast<std::size_t>(q - 1)]; }
  int with(int q, int value) const {
    reference::Said other = said;
    other.q[static_cast<std::size_t>(q - 1)] = value;
    reference::Outcome outcome;
    reference::stages(other, outcome);
    return outcome.final_stage;
  }
  bool has_stage() const { return out.overall.has_value(); }
  bool rises(int q) const { return level(q) < 0 && best[static_cast<std::size_t>(q)] > out.final_stage; }
  bool any_rises() const {
    return std::any_of(open.begin(), open.end(), [&](int q) { return rises(q); });
  }
  int lacking() const {
    return 3 - out.section[0].has_value() - out.section[1].has_value() - out.section[2].has_value();
  }
  int score() const {
    const int whole_points = out.overall->half_up();
    return whole_points >= 20 * out.score_stage && whole_points < 100 ? whole_points - 1 : whole_points;
  }
  /// Shortfall of 40 points or more.
  bool is_short(int part) const {
    const auto& score = out.section[static_cast<std::size_t>(part)];
    return score && score->at_most(60);
  }
};

/// What a question builds on, and twice its weight.
inline const std::vector<int> kNeeds[10] = {{}, {}, {1}, {1}, {}, {4}, {}, {1}, {7}, {1, 3, 6, 7, 8}};
inline constexpr int kWeights[10] = {0, 6, 4, 4, 3, 3, 3, 3, 2, 1};

inline bool waits_for(const Facts& f, int q, int need) {
  const auto& needs = kNeeds[q];
  return f.level(need) >= 0 && f.level(need) < f.level(q) && std::find(needs.begin(), needs.end(), need) != needs.end();
}

inline int weight(const Facts& f, int q) {
  if (f.level(q) < 0) return 4 * kWeights[q];
  const auto& needs = kNeeds[q];
  const bool waits = std::any_of(needs.begin(), needs.end(), [&](int need) { return waits_for(f, q, need); });
  return (4 - f.level(q)) * kWeights[q] * (waits ? 1 : 2);
}

inline bool most_to_gain(const Facts& f) {
  return std::all_of(f.rest.begin(), f.rest.end(), [&](int q) { return weight(f, q) <= weight(f, f.step); });
}

/// A template with what was filled in.
struct Fills {
  std::map<std::string, std::string, std::less<>> values;
  const std::string& text(std::string_view name) const { return values.find(name)->second; }
  /// A number, in digits or in words; -1 when it is none.
  int n(std::string_view name) const {
    const std::string& value = text(name);
    if (!value.empty() && value.find_first_not_of("0123456789") == value.npos) return std::stoi(value);
    for (const char* tag : {"nl", "en"}) {
      std::string_view rest = words_for(tag).counts;
      for (int number = 1; !rest.empty(); ++number) {
        const auto end = std::min(rest.find(' '), rest.size());
        if (lower_first(value) == rest.substr(0, end)) return number;
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return -1;
  }
};

inline std::string own(const Text& text, int language) { return std::string(text[static_cast<std::size_t>(language)]); }
inline std::string stage_name(const Facts& f, int stage) {
  return own(sample::klantgedreven().stages[static_cast<std::size_t>(stage - 1)].name, f.language);
}
inline std::string topic(const Facts& f, int q) {
  return lower_first(own(sample::klantgedreven().questions[static_cast<std::size_t>(q - 1)].topic, f.language));
}
inline std::string full_topic(const Facts& f, int q) {
  return std::to_string(q) + " " +
         own(sample::klantgedreven().questions[static_cast<std::size_t>(q - 1)].topic, f.language);
}
/// As it stands inside a sentence.
inline std::string section_name(const Facts& f, int part) {
  return lower_first(own(sample::klantgedreven().sections[static_cast<std::size_t>(part)].name, f.language));
}

/// "1, 3 en 4": the parts of a list whose last is joined by `last`.
inline std::vector<std::string> parts_of(std::string text, std::string_view last) {
  const std::string joint = " " + std::string(last) + " ";
  if (const auto at = text.rfind(joint); at != text.npos) text.replace(at, joint.size(), ", ");
  std::vector<std::string> out(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, ", ") == 0) {
      out.emplace_back(), ++i;
    } else {
      out.back() += text[i];
    }
  }
  return out;
}
inline std::vector<int> numbers_of(const std::string& text, std::string_view last) {
  std::vector<int> out;
  for (const std::string& part : parts_of(text, last)) out.push_back(part.size() == 1 ? part[0] - '0' : -1);
  return out;
}
inline const Words& words_of(const Facts& f) { return words_for(f.language == 0 ? "nl" : "en"); }

inline std::string worded(const Facts& f, int n) {
  std::string_view rest = words_of(f).counts;
  while (--n > 0) rest.remove_prefix(rest.find(' ') + 1);
  return std::string(rest.substr(0, rest.find(' ')));
}

/// Sections joined by dots, each of which fits; and no other section does.
template <typename Fits>
bool are_the_sections(const Facts& f, std::string_view said, const Fits& fits) {
  std::string expected;
  for (int part = 0; part < 3; ++part) {
    if (fits(part)) expected += (expected.empty() ? "" : " · ") + section_name(f, part);
  }
  return said == expected;
}

/// "Inzicht · Mensen en middelen (75)": the sections at this end, and their score.
inline bool is_end(const Facts& f, const std::string& said, bool high) {
  const auto beyond = [&](int part) {
    const auto& score = f.out.section[static_cast<std::size_t>(part)];
    return score && std::none_of(f.out.section.begin(), f.out.section.end(), [&](const auto& other) {
             return other && (high ? score->less_than(*other) : other->less_than(*score));
           });
  };
  const auto bracket = said.rfind(" (");
  if (bracket == said.npos) return false;
  int part = 0;
  while (part < 3 && !beyond(part)) ++part;
  return are_the_sections(f, said.substr(0, bracket), beyond) &&
         said.substr(bracket) == " (" + std::to_string(f.out.section[static_cast<std::size_t>(part)]->half_up()) + ")";
}

/// Is this, in words, something that holds the stage back?
inline bool brakes(const Facts& f, std::string said) {
  const Words& words = words_of(f);
  const std::string mark = fill(words.still_open, {{"what", ""}});
  const bool is_open = said.ends_with(mark);
  if (is_open) said.resize(said.size() - mark.size());
  const auto& gates = sample::klantgedreven().gates;
  if (said == own(gates[0].brake, f.language)) return f.leadership && (f.level(1) < 0) == is_open;
  for (int part = 0; part < 3; ++part) {
    if (said != fill(own(gates[1].brake, f.language), {{"section", section_name(f, part)}})) continue;
    return f.weakest && std::none_of(f.out.section.begin(), f.out.section.end(), [&](const auto& other) {
             return other->less_than(*f.out.section[static_cast<std::size_t>(part)]);
           });
  }
  for (int q = 1; q <= 9; ++q) {
    if (said == fill(own(gates[2].brake, f.language), {{"topic", topic(f, q)}}) && f.whole && f.level(q) < 2 &&
        (f.level(q) < 0) == is_open)
      return true;
  }
  return false;
}
/// "a", "a en b", "a, b en c"; dotted where a name holds an "en" itself.
inline std::string joined(const Facts& f, const std::vector<std::string>& parts) {
  const std::string joint = " " + std::string(words_of(f).and_word) + " ";
  const bool dots =
      std::any_of(parts.begin(), parts.end(), [&](const auto& part) { return part.find(joint) != part.npos; });
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += dots ? " · " : i + 1 == parts.size() ? joint : ", ";
    out += parts[i];
  }
  return out;
}
inline bool all_brake(const Facts& f, const std::string& said, std::size_t count) {
  std::vector<std::string> parts(1);
  for (std::size_t at = 0; at < said.size(); ++at) {
    for (const std::string& joint :
         {std::string(" · "), std::string(", "), " " + std::string(words_of(f).and_word) + " "}) {
      // A name may hold "en" itself; then the joints are dots.
      if (joint != " · " && said.find(" · ") != said.npos) continue;
      if (count == 1 || said.compare(at, joint.size(), joint) != 0) continue;
      parts.emplace_back(), at += joint.size();
    }
    parts.back() += said[at];
  }
  return parts.size() == count && joined(f, parts) == said &&
         std::all_of(parts.begin(), parts.end(), [&](const auto& part) { return brakes(f, part); });
}

/// The one section that lacks answers, what it lacks, and its open questions.
struct Lack {
  int part = -1, missing = 0;
  std::vector<std::string> open;
};
inline Lack lack(const Facts& f, int from = 0) {
  Lack out;
  for (int part = from; part < 3; ++part) {
    if (f.out.section[static_cast<std::size_t>(part)]) continue;
    out = {part, 2, {}};
    for (int q = 3 * part + 1; q <= 3 * part + 3; ++q) {
      if (f.level(q) >= 0) {
        --out.missing;
      } else {
        out.open.push_back(full_topic(f, q));
      }
    }
    return out;
  }
  return out;
}

inline std::array<int, 4> links(const Facts& f) {
  std::array<int, 4> out{-1, -1, -1, -1};
  constexpr int kLink[10] = {0, 0, 0, 0, 1, 1, 1, 2, 2, 3};
  for (int q = 1; q <= 9; ++q) {
    int& lowest = out[static_cast<std::size_t>(kLink[q])];
    if (f.level(q) >= 0 && (lowest < 0 || f.level(q) < lowest)) lowest = f.level(q);
  }
  return out;
}
inline int weak(const Facts& f) {
  const auto all = links(f);
  for (int i = 0; i < 4; ++i) {
    if (all[static_cast<std::size_t>(i)] == 0 || all[static_cast<std::size_t>(i)] == 1) return i;
  }
  for (int i = 0; i < 4; ++i) {
    if (all[static_cast<std::size_t>(i)] >= 0 &&
        all[static_cast<std::size_t>(i)] < *std::max_element(all.begin() + i, all.end()))
      return i;
  }
  return -1;
}

}  // namespace kk::claims
