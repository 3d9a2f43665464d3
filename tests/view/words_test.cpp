// The interface's own words: one language at a time, all of them in use, nothing left unfilled.
#include "view/words/words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <set>

#include "base/escape.h"
#include "base/phrase.h"
#include "publish/page.h"
#include "shown.h"
#include "support/figure_texts.h"
#include "support/made.h"
#include "support/sample.h"
#include "support/support.h"
#include "view/paper.h"

namespace kk {
namespace {

constexpr std::size_t kWordCount = sizeof(Words) / sizeof(std::string_view);

/// Every word of a language, in the order of words.h.
std::array<std::string_view, kWordCount> all(const char* tag) {
  return std::bit_cast<std::array<std::string_view, kWordCount>>(words_for(tag));
}

/// The pieces of a pattern around its {names}.
std::vector<std::string> pieces(std::string_view pattern) {
  std::vector<std::string> out(1);
  bool name = false;
  for (const char c : pattern) {
    if (c == '{') out.emplace_back(), name = true;
    if (!name) out.back() += c;
    if (c == '}') name = false;
  }
  return out;
}

/// What can be filled in to a text; split once, for it meets every text of every view.
class WordPattern {
 public:
  explicit WordPattern(std::string_view pattern) : parts_(pieces(pattern)) {}

  /// True when `text` is, or with `inside` holds, what this can be filled in to.
  bool fits(const std::string& text, bool inside) const {
    if (!inside && !(text.starts_with(parts_.front()) && text.ends_with(parts_.back()))) return false;
    std::size_t at = 0;
    for (const std::string& part : parts_) {
      at = text.find(part, at);
      if (at == text.npos) return false;
      at += part.size();
    }
    return inside || parts_.size() > 1 || text.size() == parts_.front().size();
  }

 private:
  std::vector<std::string> parts_;
};

std::set<std::string> names_in(std::string_view pattern) {
  std::set<std::string> out;
  for (std::size_t open = pattern.find('{'); open != pattern.npos; open = pattern.find('{', open + 1)) {
    out.insert(std::string(pattern.substr(open, pattern.find('}', open) - open + 1)));
  }
  return out;
}

TEST(Words, NameTheSamePlaceholdersInEveryLanguage) {
  const auto dutch = all("nl"), english = all("en");
  for (std::size_t i = 0; i < kWordCount; ++i) {
    EXPECT_EQ(names_in(dutch[i]), names_in(english[i])) << dutch[i];
    EXPECT_FALSE(dutch[i].empty()) << "beside \"" << english[i] << '"';
    EXPECT_FALSE(english[i].empty()) << "beside \"" << dutch[i] << '"';
  }
}

TEST(Words, OfAnUnknownLanguageAreEnglish) {
  EXPECT_EQ(words_for("nl").tag, "nl");
  EXPECT_EQ(words_for("nl-BE").tag, "nl");
  for (const char* tag : {"en", "de", "", "n"}) EXPECT_EQ(words_for(tag).tag, "en") << tag;
}

/// A list of which the result cannot show every answer.
Questionnaire long_list(const std::string& language) {
  std::string questions;
  for (int i = 0; i < 61; ++i) questions += (i ? "," : "") + test::made_question("q" + std::to_string(i));
  std::string json = test::made_questionnaire(test::made_section("s", 1, questions) + "," +
                                              test::made_section("t", 1, test::made_question("z")));
  for (std::size_t at = 0; (at = json.find("\"nl\"", at)) != json.npos; ++at) json.replace(at, 4, '"' + language + '"');
  return sample::checked(json);
}

std::set<std::string> collect_shown(const std::string& language) {
  std::set<std::string> out;
  sample::for_each_session([&](const Session& session, const std::string& name) {
    if (!name.starts_with(language)) return;
    for (const float width : {340.f, 500.f, 720.f}) add_texts(build_view(session, {.width = width}), out);
    if (session.place().screen == Screen::kResult) {
      Session printed = session;
      printed.act("files.appendix");
      add_texts(build_paper(printed, {}), out);
    }
    if (session.place().screen != Screen::kFiles) return;
    for (const Keeping keeping : {Keeping::kOn, Keeping::kOther})
      add_texts(build_view(session, {.keeping = keeping}), out);
  });
  Session session(with_options());
  session.set_language(language);
  for (const char* answers : {".........", "222222222"}) {
    session.restore(sample::answers(with_options(), answers));
    for (const char* screen : {"result", "steps", "about"}) {
      EXPECT_TRUE(session.act("go." + std::string(screen)));
      add_texts(build_view(session, {}), out);
    }
  }
  for (const Sending sending : {Sending::kAsked, Sending::kSent}) {
    session.act("go.share");
    ViewOptions options;
    options.sending = sending;
    add_texts(build_view(session, options), out);
  }
  Questionnaire plain = sample::klantgedreven();  // without the names that an author may give
  plain.profile.title.clear(), plain.profile.offer.clear(), plain.profile.period.clear(), plain.context.title.clear();
  Session unnamed(plain);
  unnamed.set_language(language);
  for (const char* screen : {"modules-more", "context", "mirror"}) {
    EXPECT_TRUE(unnamed.act("go." + std::string(screen)));
    add_texts(build_view(unnamed, {}), out);
  }
  plain.target.question = plain.target.note = plain.title;
  plain.evidence.front().confirmed = true;
  plain.evidence.front().ratio_of = 90, plain.evidence.front().ratio_to = 18;
  Session aiming(plain);
  aiming.set_language(language);
  aiming.restore(sample::answers(plain, "222222222"));
  for (const char* act : {"go.result", "target.4", "go.evidence", "go.question-3", "word.5"}) {
    EXPECT_TRUE(aiming.act(act)) << act;
    add_texts(build_view(aiming, {}), out);
  }
  Session moving(sample::klantgedreven());  // sentences that only some answers call for
  moving.set_language(language);
  test::Random chance(7);
  for (int i = 0; i < 400; ++i) {
    std::string answers(9, '2');
    for (char& c : answers) c = "01234?"[chance.below(6)];
    if (i == 0) answers = "222222111";  // one level lower, wherever, is a stage lower
    if (i == 1) answers = "343443342";  // the highest stage, that one level lower leaves
    moving.restore(sample::answers(sample::klantgedreven(), answers));
    for (const char* screen : {"go.result", "go.steps"}) {
      moving.act(screen);
      if (i % 2) moving.act("nav.more");
      add_texts(build_view(moving, {.width = i % 3 ? 340.f : 720.f}), out);
    }
  }
  Answers contradicting = sample::answers(sample::klantgedreven(), "222222222");
  for (Level& level : contradicting.profile) level = 4;  // both ways round
  moving.restore(contradicting);
  moving.act("go.mirror");
  add_texts(build_view(moving, {}), out);
  for (const int enough : {1, 2}) {  // one answer in each section, and not as many in each
    plain.sections.front().min_answered = enough;
    for (std::size_t s = 1; s < plain.sections.size(); ++s) plain.sections[s].min_answered = 1;
    Session open(plain);
    open.set_language(language);
    EXPECT_TRUE(open.act("go.result"));
    add_texts(build_view(open, {}), out);
  }
  plain.patterns.clear();
  Session without(plain);
  without.set_language(language);
  EXPECT_TRUE(without.act("go.patterns"));
  add_texts(build_view(without, {}), out);
  add_compared(language, out);
  add_planned(language, out);
  const Questionnaire many = long_list(language);
  Session at_length(many);
  EXPECT_TRUE(at_length.act("go.result"));
  out.insert(sample::text(build_view(at_length, {}), "result.answers.h"));  // the list's own texts are in no language
  session.act("go.embed");
  for (const std::string_view way : kEmbedWays) {
    EXPECT_TRUE(session.act("embed.way-" + std::string(way)));
    for (const bool known : {false, true}) {
      session.act("nav.more");
      View view = build_view(session, {.page = {known ? "https://example.org/a.html" : "", known}});
      for (Node& node : view.nodes) {
        if (node.id == "embed.text") node.text.clear();  // code: in no language
      }
      add_texts(view, out);
    }
  }
  return out;
}

/// Every text that some view shows in this language.
const std::set<std::string>& shown(const std::string& language) {
  static std::map<std::string, std::set<std::string>> known;
  const auto [at, is_new] = known.try_emplace(language);
  if (is_new) at->second = collect_shown(language);
  return at->second;
}

/// Splits into words: letters and digits, and everything beyond ASCII.
std::set<std::string> tokens(const std::set<std::string>& texts) {
  std::set<std::string> out;
  for (const std::string& text : texts) {
    std::string token;
    for (const char c : text + " ") {
      const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c < 0;
      if (letter) {
        token += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      } else if (!token.empty()) {
        out.insert(std::exchange(token, {}));
      }
    }
  }
  return out;
}

/// Every text of the questionnaire and of words.h in one language, without placeholders.
std::set<std::string> vocabulary(std::size_t language, const char* tag) {
  std::set<std::string> out;
  const auto add = [&](const Text& text) {
    if (text.empty()) return;
    for (const std::string& piece : pieces(text[language])) out.insert(piece);
  };
  const Questionnaire& q = sample::klantgedreven();
  for (const Text* text :
       {&q.title, &q.lead, &q.duration, &q.hint, &q.doubt, &q.small_hint, &q.limits, &q.open_step, &q.keep})
    add(*text);
  for (const Section& section : q.sections) add(section.name);
  for (const Question& question : q.questions) {
    for (const Text* text :
         {&question.topic, &question.short_topic, &question.text, &question.why, &question.look_at, &question.example})
      add(*text);
    for (const Text& text : question.done) add(text);
    for (const Text& text : question.levels) add(text);
    for (const Text& text : question.steps) add(text);
  }
  for (const Stage& stage : q.stages) add(stage.name), add(stage.text);
  for (const Gate& gate : q.gates) {
    for (const Text* text : {&gate.brake, &gate.short_brake, &gate.text, &gate.open_text}) add(*text);
    for (const Text& text : gate.reasons) add(text);
  }
  for (const OrderLink& link : q.order) add(link.name);
  for (const Card& card : q.evidence) add(card.title), add(card.figure), add(card.status), add(card.who);
  for (const Term& term : q.glossary) add(term.word), add(term.meaning);
  for (const auto* list : {&q.patterns, &q.strengths}) {
    for (const Pattern& pattern : *list) add(pattern.title), add(pattern.text);
  }
  for (const Claim& claim : q.claims.questions) {
    add(claim.text);
    for (const Text& text : claim.levels) add(text);
  }
  add(q.profile.intro);
  for (const Text& text : q.profile.levels) add(text);
  for (const Text& text : q.profile.labels) add(text);
  for (const ProfileItem& item : q.profile.items) add(item.text), add(item.leader_text);
  for (const Cause& cause : q.profile.causes) add(cause.name), add(cause.behaviour), add(cause.action);
  for (const TickList& list : q.ticks) {
    add(list.title);
    for (const Tick& tick : list.items) add(tick.text), add(tick.counter);
  }
  for (const Text* text : {&q.context.question, &q.context.neither, &q.context.note}) add(*text);
  for (const ContextChoice& choice : q.context.choices) add(choice.text), add(choice.note);
  for (const TickList& list : q.ticks) {
    for (const auto& reply : list.replies) add(reply.text);
  }
  for (const Text* text : {&q.target.question, &q.target.note, &q.author.text, &q.source.text}) add(*text);
  for (const Note& note : q.notes) add(note.text);
  for (const std::string_view word : all(tag)) {
    for (const std::string& piece : pieces(word)) out.insert(piece);
  }
  return tokens(out);
}

TEST(Words, OfOnlyOneLanguageStandInAView) {
  const std::set<std::string> names = {"klantkompas", "klantgedreven",   "nl", "en", "–", "→",
                                       "wordpress",   "…………………………………………"};
  for (const auto& [tag, language] : {std::pair("nl", std::size_t{0}), std::pair("en", std::size_t{1})}) {
    const std::set<std::string> known = vocabulary(language, tag);
    for (const std::string& token : tokens(shown(tag))) {
      EXPECT_TRUE(known.count(token) || names.count(token))
          << '"' << token << "\" is no word of the " << tag << " texts";
    }
  }
}

/// Words that only ever stand in the middle of a text; sentences may too.
constexpr std::string_view Words::*kInside[] = {
    &Words::brake_tag,    &Words::and_word,       &Words::counts,         &Words::or_word,
    &Words::level_of,     &Words::one_question,   &Words::more_questions, &Words::words_strong,
    &Words::words_lead,   &Words::words_balanced, &Words::deeds_lead,     &Words::comment_step,
    &Words::comment_code, &Words::your_place,     &Words::offer_mirror,   &Words::still_open,
    &Words::times,        &Words::needed_part,    &Words::your_target,    &Words::chain_start,
    &Words::chain_right,  &Words::lift_only,      &Words::lift_through,   &Words::lift_through_any,
    &Words::lift_not_one, &Words::lift_depends,   &Words::claims,         &Words::claims_text,
    &Words::day,          &Words::point,          &Words::points,         &Words::went_up,
    &Words::went_up_more, &Words::went_both,      &Words::went_down,      &Words::went_down_more,
    &Words::went_nowhere, &Words::went_unknown,   &Words::no_score,       &Words::one_step,
    &Words::more_steps,   &Words::task_open,      &Words::task_busy,      &Words::task_done,
    &Words::task_aside,   &Words::effort_hard,    &Words::effort_medium,  &Words::effort_easy,
    &Words::late,         &Words::no_who,         &Words::task_check,     &Words::task_action,
    &Words::task_learned, &Words::plan,           &Words::own_step,       &Words::set_aside};

TEST(Words, AllStandInSomeViewOrInThePage) {
  const std::string page =
      page_with(sample::klantgedreven(),
                "@@LANG@@@@THEME@@@@TITLE@@@@DESCRIPTION@@@@LINKS@@@@SCREENS@@@@WORDS@@@@DATA@@@@VERSION@@", "");
  for (const char* tag : {"nl", "en"}) {
    const std::set<std::string>& texts = shown(tag);
    const Words& words = words_for(tag);
    for (const std::string_view word : all(tag)) {
      bool inside = word.ends_with('.') || word.ends_with(':');
      for (const auto member : kInside) inside |= words.*member == word;
      const std::vector<std::string> parts = pieces(word);
      // A number, a list that is never shown whole, the mark in a number, what only a page without scripts shows, and
      // what stands in a file or in place of one that is too long (files_test.cpp, files.test.mjs, compare_test.cpp).
      const std::string_view elsewhere[] = {
          words.score_only,     words.counts,        words.decimal,     words.no_script,
          words.csv_number,     words.csv_topic,     words.csv_highest, words.csv_points,
          words.csv_answer,     words.file_long,     words.when_only,   words.moved_most,
          words.calendar_title, words.calendar_text, words.months,      words.calendar_check};
      if (std::find(std::begin(elsewhere), std::end(elsewhere), word) != std::end(elsewhere)) continue;
      const bool says_something = !tokens({parts.begin(), parts.end()}).empty();
      const bool in_page = page.find('"' + escape_html(word) + '"') != page.npos;
      const std::array<WordPattern, 3> patterns = {WordPattern(word), WordPattern(lower_first(word)),
                                                   WordPattern(upper_first(word))};
      const bool in_view = std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
        return std::any_of(patterns.begin(), patterns.end(),
                           [&](const WordPattern& each) { return each.fits(text, inside); });
      });
      EXPECT_TRUE(says_something && (in_page || in_view)) << tag << ": \"" << word << "\" is never shown";
    }
  }
}

TEST(Fill, ReplacesNamesAndLeavesNothingOpen) {
  EXPECT_EQ(fill("{a} en {b}, {a}", {{"a", "1"}, {"b", "{a}"}}), "1 en {a}, 1") << "a value is not a pattern";
  EXPECT_EQ(fill("{x}", {}), "");
  EXPECT_EQ(fill("", {{"a", "1"}}), "");
  EXPECT_EQ(fill("open {a", {{"a", "1"}}), "open {a");
}

TEST(Case, TouchesTheFirstLetterOnly) {
  EXPECT_EQ(lower_first("Zoek ÉÉN"), "zoek ÉÉN");
  EXPECT_EQ(lower_first("Één"), "één");
  EXPECT_EQ(upper_first("één"), "Één");
  EXPECT_EQ(upper_first("ÿ"), "ÿ") << "its capital is not Latin-1";
  EXPECT_EQ(lower_first(""), "");
  EXPECT_EQ(lower_first("“Citaat”"), "“Citaat”");
  EXPECT_EQ(lower_first("IT en geld"), "IT en geld") << "an abbreviation";
  EXPECT_EQ(lower_first("A/B-test"), "A/B-test");
  EXPECT_EQ(lower_first("U krijgt"), "u krijgt");
}

TEST(Numbers, AreDecimal) {
  EXPECT_EQ(number(0), "0");
  EXPECT_EQ(number(-7), "-7");
  EXPECT_EQ(number(100), "100");
  EXPECT_EQ(number(9'223'372'036'854'775'807), "9223372036854775807");
  EXPECT_EQ(number(-9'223'372'036'854'775'807 - 1), "-9223372036854775808");
}

}  // namespace
}  // namespace kk
