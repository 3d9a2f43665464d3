// A checked questionnaire: everything scoring and views need, nothing they could get wrong.
// Made by read_questionnaire (JSON, native tools) or open_compact (the form stored in a bundled page).
#pragma once

#include <cassert>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/level.h"
#include "model/logic.h"

namespace kk {

/// One text in every language of the questionnaire, in the order of Questionnaire::languages.
/// Empty when the author left an optional text out; otherwise never holds an empty string.
using Text = std::vector<std::string>;

/// Scores are exact integers: `Ticks` counts 1/Questionnaire::ticks_per_point of a point, chosen at load time so that
/// every mean the rules form is a whole number. No rounding happens before display. Only when that number would pass
/// kMostTicksPerPoint (sections of dozens of questions), kRoundedTicksPerPoint is used and means are rounded half up to
/// a tick, which is far below a billionth of a point.
using Ticks = std::int64_t;
inline constexpr Ticks kMostTicksPerPoint = Ticks{1} << 40;
inline constexpr Ticks kRoundedTicksPerPoint = 80'313'433'200;  // a multiple of every number up to 28

inline constexpr int kMostQuestions = 1000;
inline constexpr int kMostSections = 12;
inline constexpr int kMostGates = 20;
inline constexpr int kMostWeight = 100;  ///< of a question in its section, of a section: in tenths
inline constexpr int kMostParameters = 8;
inline constexpr int kMostParameterValues = 32;  ///< of one parameter
inline constexpr int kMostEarlier = 20;
inline constexpr int kMostBins = 20;          ///< of a benchmark
inline constexpr int kMostCount = 1'000'000;  ///< in one bin

struct Question {
  std::string id;            ///< [a-z][a-z0-9_]{0,31}, unique in the file
  int section = 0;           ///< index into Questionnaire::sections
  Text topic;                ///< short noun, e.g. "Leiding"
  Text short_topic;          ///< for narrow columns; empty: use topic
  Text text;                 ///< the question itself
  Text why;                  ///< may be empty
  Text look_at;              ///< folded "what to look at" line; may be empty
  Text example;              ///< what somebody did, folded with look_at; may be empty
  std::vector<int> terms;    ///< indexes of glossary words that it uses, in the order to show them
  std::vector<Text> levels;  ///< 2 to 11, lowest first
  std::vector<Text> steps;   ///< steps[i] leads from level i to i+1; levels.size() - 1 of them; may hold {topic}, {n}
  std::vector<Text>
      done;            ///< by step, when it is done, where the level it leads to is no goal; may be empty, as may each
  int priority = 100;  ///< weight for the order of next steps, in hundredths; 1 to 100,000
  std::vector<int> needs;  ///< indexes of prerequisite questions, acyclic
  int weight = 10;         ///< in the section's mean, in tenths; 1 to kMostWeight
  bool reverse = false;    ///< the last level is the worst: counts as top() minus the level
  Logic when;              ///< asked when truthy; empty: always. Looks at earlier questions and parameters only

  Ticks unit = 0;              ///< derived: what one level is worth, exactly
  int share = 1;               ///< derived: its weight, the section's weights divided by what they have in common
  std::vector<int> opened_by;  ///< derived: the questions that its condition looks at, in asking order
  bool opens = false;          ///< derived: another question's condition looks at this one

  int top() const { return static_cast<int>(levels.size()) - 1; }
  /// What a level counts for, 0 (worst) to top(); and the level that counts for a value. What is no level or value
  /// stays that.
  Value value_of(Level level) const {
    assert(level >= kSkipped && level <= top());
    return known(level) && reverse ? Value::of(top() - level) : Value{level};
  }
  Level level_for(Value value) const {
    assert(value != kNotAsked && value.number <= top());
    return static_cast<Level>(known(value) && reverse ? top() - value.number : value.number);
  }
  /// What is so once step `index` is done: its own text, or that of the level it leads to.
  const Text& done_text(std::size_t index) const {
    return index < done.size() && !done[index].empty() ? done[index] : levels[reverse ? index : index + 1];
  }
};

struct Section {
  std::string id;
  Text name;
  int min_answered = 1;        ///< known answers needed for a section score; 1 to the number of questions
  int weight = 10;             ///< in the overall mean, in tenths; 1 to kMostWeight
  std::vector<int> questions;  ///< indexes, in asking order

  int share = 1;  ///< derived: its weight, the weights of all sections divided by what they have in common
};

struct Stage {
  int from = 0;  ///< lowest score in points, 0 to 100; the first stage starts at 0, strictly rising
  Text name, text;
};

/// The question a binding gate sends the reader to.
enum class GateStep : std::uint8_t {
  kQuestion,        ///< always Gate::question
  kWeakestSection,  ///< the highest-priority question in the lowest section
  kFirstOpen,       ///< the first question without a known answer, else the highest-priority one below Gate::below
};

struct Gate {
  std::string id;
  /// A stage number, 1 to the number of stages; other values are clamped, null is no cap. Never looks at the stage or
  /// the claims.
  Logic cap;
  GateStep step = GateStep::kQuestion;
  int question = -1;          ///< with kQuestion: its index
  int below = 0;              ///< with kFirstOpen: the level that closes a question
  Text brake;                 ///< name in a running sentence, "de leiding"; may hold {section}
  Text short_brake;           ///< on the ladder: "leiding"; may hold {section} or {topic}
  Text text;                  ///< the sentence that replaces the stage's text; may hold {section}
  Text open_text;             ///< the same while the question is open; may be empty
  Text open_reason;           ///< reason while the question is open; may be empty
  std::vector<Text> reasons;  ///< by the value of the gate's question; may be shorter than its scale

  std::vector<std::uint8_t> depends;  ///< derived, by question: 1 when its level can change the cap
  int lowest = 1;                     ///< derived: the cap is never under this stage
};

/// A trap or a strength that fires on the answers.
struct Pattern {
  std::string id;
  Logic condition;   ///< fires when truthy
  Text title, text;  ///< text may be empty for a strength
};

/// "Word" questions, one a section: what the organisation says, set against its section score.
struct Claim {
  std::string id;
  int section = 0;
  Text text;
  std::vector<Text> levels;
  int top() const { return static_cast<int>(levels.size()) - 1; }
};

struct Claims {
  std::vector<Claim> questions;  ///< empty: the questionnaire has no claims
  int min_answered = 2;          ///< sections with both a word answer and a score
  int strong = 30, lead = 15;    ///< gap in points from which words lead (strongly); -lead: deeds lead
};

struct Balance {
  std::vector<int> awareness, resources;  ///< section indexes; both empty: no balance
  bool by_lowest = false;                 ///< a side is as short as its lowest section; else as their mean
  int neither_below = 40;                 ///< points
  int difference = 15;                    ///< points
};

struct ProfileItem {
  std::string id;
  int cause = 0;
  bool reversed = false;
  Text text;
  Text leader_text;  ///< the same statement in the leaders' own voice; may be empty
};

struct Cause {
  std::string id;
  Text name;       ///< the article's term
  Text behaviour;  ///< name of behaviour shown on the result
  Text action;
};

/// A frequency profile (leadership mirror). Never part of the score.
struct Profile {
  std::vector<Cause> causes;       ///< empty: no profile
  std::vector<ProfileItem> items;  ///< in asking order
  std::vector<Text> levels;        ///< the frequency scale, "Nooit" first
  std::vector<Text> labels;        ///< words for the four bands
  std::vector<int> bands;          ///< lower bounds of bands 2 and up in points, e.g. 25 50 75
  int min_answered = 2;            ///< per cause
  int top_from = 50;               ///< points from which the strongest cause is named
  int top_margin = 0;              ///< so many points below it a cause is no longer named; 0: only equal ones are
  Text intro;
  Text title;   ///< above its results; may be empty
  Text offer;   ///< asks whether the reader wants to go on with it, "Nog 12 stellingen?"; may be empty
  Text period;  ///< what the answers are about, "over het afgelopen jaar"; may be empty
  int top() const { return static_cast<int>(levels.size()) - 1; }
};

struct Tick {
  std::string id;
  Text text;
  Text counter;  ///< counter-question; may be empty
};

/// What the ticks say, in one sentence.
struct TickReply {
  Text text;
  Logic when;  ///< empty: always
};

struct TickList {
  std::string id;
  Text title;
  std::vector<Tick> items;         ///< at most 32
  std::vector<TickReply> replies;  ///< the first whose condition holds is said; may be empty
};

struct ContextChoice {
  std::string id;
  Text text;
  Text note;  ///< empty: Context::note stands for it
};

/// A choice that adds a note and changes no number.
struct Context {
  Text question;
  std::vector<ContextChoice> choices;
  Text neither;
  Text note;   ///< of choices without their own; empty when all have one
  Text title;  ///< name of this module, "Jullie markt"; may be empty
  const Text& note_of(int choice) const {
    const Text& own = choices[static_cast<std::size_t>(choice)].note;
    return own.empty() ? note : own;
  }
};

/// A link of the order strip: questions that belong together, in the order work should be done.
struct OrderLink {
  Text name;
  std::vector<int> questions;
};

/// A number of a finding, to be drawn.
struct Share {
  int percent = 0;  ///< 1 to 100
  Text label;
};

struct Card {
  std::string id;
  Text title, figure, status;
  Text who;                        ///< found it; may be empty
  bool confirmed = false;          ///< the author could find it at its source
  std::vector<Share> shares;       ///< may be empty; of one whole where they are 100 together
  int ratio_of = 0, ratio_to = 0;  ///< the figure's numbers, to say how many times the second the first is; 0: none
};

struct Term {
  Text word, meaning;
  std::vector<Text> forms;  ///< other forms under which it stands in texts; may be empty
};

/// Texts that appear under a heading on the about, privacy and evidence panels, or with the patterns.
struct Note {
  std::string id;
  Text text;
  Logic when;  ///< stands with the patterns when truthy; empty: on a panel
};

enum class ThemeMode : std::uint8_t { kAuto, kLight, kDark };

/// How the page looks when neither its address nor the page around it says otherwise.
struct Theme {
  ThemeMode mode = ThemeMode::kAuto;
  std::string accent;  ///< six hexadecimal digits in small letters; empty: the product's own
};

/// Which stage the organisation aims for is its own choice: asked beside the stages, never part of a number.
struct Target {
  Text question;  ///< empty: not asked
  Text note;
};

/// How others scored, as counted by the author: the overall score from 0 to 100 in bins of equal width.
struct Benchmark {
  std::vector<int> counts;  ///< by bin, lowest first; empty: no benchmark
  Text source;
  int year = 0;
  std::string link;  ///< https; may be empty
};

/// Something the page around the questionnaire may tell it: one of the declared values, never free text.
struct ParameterValue {
  std::string id;
  Text text;  ///< stands where a text says {parameter id}
};
struct Parameter {
  std::string id;
  std::vector<ParameterValue> values;  ///< 1 to kMostParameterValues; the first holds until the page says otherwise
};

/// A text that may lead somewhere.
struct Credit {
  Text text;         ///< empty: there is none
  std::string link;  ///< https; may be empty
};

/// A question as an earlier version had it.
struct EarlierQuestion {
  std::string id;
  bool changed = false;  ///< its levels say something else now: nothing to compare with
};

/// An earlier version, whose result codes are still about: what is needed to read the levels out of one.
struct Earlier {
  std::string version;                     ///< semantic version of the content
  std::uint64_t hash = 0;                  ///< its Questionnaire::hash
  std::vector<EarlierQuestion> questions;  ///< in its asking order
};

struct Questionnaire {
  std::string id;
  std::string version;                 ///< semantic version of the content
  std::vector<std::string> languages;  ///< BCP 47, at least one; the first is the default
  std::vector<int>
      fallbacks;  ///< by language: an earlier one whose texts stand in for missing ones, or -1; may be empty
  Text title, lead, duration, hint, doubt, small_hint, limits, keep;
  Text open_step;  ///< may hold {topic} and {n}, the number of the question
  std::vector<Section> sections;
  std::vector<Question> questions;  ///< of all sections, in asking order
  std::vector<Stage> stages;
  std::vector<Gate> gates;
  std::vector<Pattern> patterns, strengths;
  Claims claims;
  Balance balance;
  Profile profile;
  std::vector<TickList> ticks;
  Context context;  ///< no choices: no context question
  std::vector<OrderLink> order;
  std::vector<Card> evidence;
  std::vector<Term> glossary;
  std::vector<Note> notes;
  int medium_from = 0;  ///< known answers for confidence "medium"; below: "low"
  Target target;
  Theme theme;
  Benchmark benchmark;
  std::vector<Parameter> parameters;  ///< at most kMostParameters
  Credit author, source;
  Credit action;                 ///< the author's invitation under the result; has a link when it has a text
  std::vector<Earlier> earlier;  ///< at most kMostEarlier; those whose codes can be compared by question

  // Derived from the rest when JSON is read.
  Ticks ticks_per_point = 1;    ///< see Ticks
  std::uint64_t hash = 0;       ///< ids, order, levels and scoring; never texts
  std::uint64_t text_hash = 0;  ///< texts and all else: tells that a wording changed

  int question_index(std::string_view id) const;   ///< -1 when there is none
  int section_index(std::string_view id) const;    ///< -1 when there is none
  int language_index(std::string_view tag) const;  ///< the nearest by BCP 47 lookup; 0 when none fits
  /// The language that a text shown in `language` is really in: another one when that stands in for it.
  int language_of(const Text& text, int language) const;
};

}  // namespace kk
