// Every complete set of answers: what the pages say about brakes, about one level higher, about why a step comes first
// and about the weak link is true. All of it is worked out here again, from the rules and the copy sheet.
#include <algorithm>
#include <array>

#include "author/json/names.h"
#include "support/reference_scorer.h"
#include "support/sample.h"
#include "view/builder.h"
#include "view/sentences.h"

namespace kk {
namespace {

constexpr int kSets = 1'953'125;  // five to the ninth
#if defined(KK_SANITIZED)
constexpr int kStride = 211;  // five has no factor in common with it, so every answer varies
#else
constexpr int kStride = 1;
#endif

using Strings = std::vector<std::string>;

/// The copy sheet, by hand.
struct Copy {
  Strings stages, stage_texts, sections, topics, links;
  std::string leadership, weakest, whole, and_word;
  std::string fits, one, more, hence, of, score;
  Strings counts;
  std::string higher, brings, many, gate, first, weight[2], built[2], waits_one[3], waits_more[3];
  std::string weak, none, lift[4], lift_more, lift_none;
};

const Copy kDutch = {
    .stages = {"Toevallig", "Verkennend", "Bouwend", "Sturend", "Verankerd"},
    .stage_texts = {},
    .sections = {"overtuiging", "inzicht", "mensen en middelen"},
    .topics = {"Leiding", "Hele organisatie", "Cijfers en doelen", "Doelgroepen", "Kanalen en klantreizen",
               "Klantgegevens", "Team", "Werkwijze", "Onderzoek en tools"},
    .links = {"leiding en doelen", "klantbeeld, kanalen, gegevens", "team en werkwijze", "tools"},
    .leadership = "de leiding",
    .weakest = "jullie zwakste deel",
    .whole = "een onderwerp dat bijna leeg of onbekend is",
    .and_word = " en ",
    .fits = "Jullie antwoorden passen bij fase ",
    .one = "Eén ding remt: ",
    .more = " dingen remmen: ",
    .hence = ". Daarom fase ",
    .of = "Fase # van 5 · ",
    .score = " van 100",
    .counts = {"", "", "Twee", "Drie"},
    .higher = "Eén niveau hoger bij ",
    .brings = " brengt jullie in fase ",
    .many = "Hiervoor zijn meer stappen nodig.",
    .gate = "Waarom eerst: deze vraag houdt je fase tegen.",
    .first = "Waarom eerst: deze vraag weegt het zwaarst.",
    .weight = {"Waarom nu: na vraag ", " weegt dit het zwaarst."},
    .built = {"Waarom nu: bouwt op vraag ", ", en die is op orde."},
    .waits_one = {"Vraag ", " wacht op vraag ", "."},
    .waits_more = {"Vraag ", " wachten op vraag ", "."},
    .weak = "Eerste zwakke schakel: ",
    .none = "Geen zwakke schakel",
    .lift = {"Alleen vraag ", " verandert je fase: van ", " naar ", ""},
    .lift_more = "Deze vragen veranderen je fase met één niveau: ",
    .lift_none = "Eén antwoord hoger verandert je fase niet",
};

const Copy kEnglish = {
    .stages = {"By chance", "Exploring", "Building", "Steering", "Embedded"},
    .stage_texts = {},
    .sections = {"mindset", "insight", "people and means"},
    .topics = {"Leadership", "Whole organisation", "Measures and targets", "Audiences", "Channels and journeys",
               "Customer data", "Team", "Way of working", "Research and tools"},
    .links = {"leadership and goals", "customer picture, channels, data", "team and way of working", "tools"},
    .leadership = "leadership",
    .weakest = "your weakest part",
    .whole = "a topic that is nearly empty or unknown",
    .and_word = " and ",
    .fits = "Your answers fit stage ",
    .one = "One thing holds you back: ",
    .more = " things hold you back: ",
    .hence = ". Hence stage ",
    .of = "Stage # of 5 · ",
    .score = " of 100",
    .counts = {"", "", "Two", "Three"},
    .higher = "One level higher on ",
    .brings = " brings you to stage ",
    .many = "This takes more than one step.",
    .gate = "Why first: this question holds your stage back.",
    .first = "Why first: this question weighs most.",
    .weight = {"Why now: after question ", " this weighs most."},
    .built = {"Why now: it builds on question ", ", which is in order."},
    .waits_one = {"Question ", " waits for question ", "."},
    .waits_more = {"Questions ", " wait for question ", "."},
    .weak = "First weak link: ",
    .none = "No weak link",
    .lift = {"Only question ", " changes your stage: from ", " to ", ""},
    .lift_more = "These questions change your stage by one level: ",
    .lift_none = "One answer higher does not change your stage",
};

std::string listed(const Copy& copy, const Strings& parts) {
  std::string out = parts.front();
  for (std::size_t i = 1; i + 1 < parts.size(); ++i) out += ", " + parts[i];
  return parts.size() == 1 ? out : out + copy.and_word + parts.back();
}

std::string listed(const Copy& copy, const std::vector<int>& numbers) {
  Strings parts;
  for (const int number : numbers) parts.push_back(std::to_string(number));
  return listed(copy, parts);
}

/// One set of answers with everything the sentences are about. Questions are numbered from 1, as readers see them.
struct Set {
  reference::Said said;
  reference::Outcome out;
  bool leadership = false, weakest = false, whole = false;  ///< which gates bind
  int lowest_section = 0;
  std::array<int, 10> stage_with_one_more{};  ///< by question; 0 at the highest level
  std::vector<int> up;

  explicit Set(int index) {
    for (int i = 0; i < 9; ++i, index /= 5) said.q[static_cast<std::size_t>(i)] = index % 5;
    reference::stages(said, out);
    leadership = out.caps[0] < out.score_stage;
    weakest = out.caps[1] < out.score_stage;
    whole = out.caps[2] < out.score_stage;
    for (int part = 1; part < 3; ++part) {
      if (out.section[static_cast<std::size_t>(part)]->less_than(
              *out.section[static_cast<std::size_t>(lowest_section)]))
        lowest_section = part;
    }
    for (int question = 1; question <= 9; ++question) {
      if (level(question) == 4) continue;
      reference::Said raised = said;
      ++raised.q[static_cast<std::size_t>(question - 1)];
      reference::Outcome other;
      reference::stages(raised, other);
      stage_with_one_more[static_cast<std::size_t>(question)] = other.final_stage;
      if (other.final_stage > out.final_stage) up.push_back(question);
    }
  }

  int level(int question) const { return said.q[static_cast<std::size_t>(question - 1)]; }
  int brakes() const { return leadership + weakest + whole; }
  bool lifts(int question) const { return std::find(up.begin(), up.end(), question) != up.end(); }
};

/// What a question builds on, and twice its weight.
const std::vector<int> kNeeds[10] = {{}, {}, {1}, {1}, {}, {4}, {}, {1}, {7}, {1, 3, 6, 7, 8}};
constexpr int kWeights[10] = {0, 6, 4, 4, 3, 3, 3, 3, 2, 1};

bool waits_for(const Set& set, int question, int need) {
  const auto& needs = kNeeds[question];
  return set.level(need) < set.level(question) && std::find(needs.begin(), needs.end(), need) != needs.end();
}

bool waits(const Set& set, int question) {
  const auto& needs = kNeeds[question];
  return std::any_of(needs.begin(), needs.end(), [&](int need) { return waits_for(set, question, need); });
}

int weight(const Set& set, int question) {
  return (4 - set.level(question)) * kWeights[question] * (waits(set, question) ? 1 : 2);
}

std::string stage_line(const Copy& copy, const Set& set) {
  if (set.brakes() == 0) return copy.stage_texts[static_cast<std::size_t>(set.out.final_stage - 1)];
  Strings brakes;
  if (set.leadership) brakes.push_back(copy.leadership);
  if (set.weakest)
    brakes.push_back(copy.weakest + " (" + copy.sections[static_cast<std::size_t>(set.lowest_section)] + ")");
  if (set.whole) brakes.push_back(copy.whole);
  return copy.fits + std::to_string(set.out.score_stage) + ", " +
         copy.stages[static_cast<std::size_t>(set.out.score_stage - 1)] + ". " +
         (brakes.size() == 1 ? copy.one : copy.counts[brakes.size()] + copy.more) + listed(copy, brakes) + copy.hence +
         std::to_string(set.out.final_stage) + ".";
}

std::string over(const Copy& copy, const Set& set) {
  int score = set.out.overall->half_up();
  if (score >= 20 * set.out.score_stage && score < 100) --score;  // 59.75 is no 60
  std::string out = copy.of;
  out.replace(out.find('#'), 1, std::to_string(set.out.final_stage));
  return out + std::to_string(score) + copy.score;
}

/// `first` is the question of the first step.
std::string lift_line(const Copy& copy, const Set& set, int first) {
  const bool brake = set.brakes() > 0;
  if (set.up.empty()) return brake ? copy.many : "";
  if (!brake && !set.lifts(first)) return "";
  const int question = set.lifts(first) ? first : set.up.front();
  return copy.higher + copy.topics[static_cast<std::size_t>(question - 1)] + copy.brings +
         std::to_string(set.stage_with_one_more[static_cast<std::size_t>(question)]) + ".";
}

std::string lift_heading(const Copy& copy, const Set& set) {
  if (set.up.empty()) return copy.lift_none;
  if (set.up.size() > 1) return copy.lift_more + listed(copy, set.up);
  return copy.lift[0] + std::to_string(set.up.front()) + copy.lift[1] + std::to_string(set.out.final_stage) +
         copy.lift[2] + std::to_string(set.stage_with_one_more[static_cast<std::size_t>(set.up.front())]);
}

std::string waiting_line(const Copy& copy, const Set& set, int first) {
  std::vector<int> waiting;
  for (int question = 1; question <= 9; ++question) {
    if (set.level(question) < 4 && waits_for(set, question, first)) waiting.push_back(question);
  }
  if (waiting.empty()) return "";
  const auto& words = waiting.size() == 1 ? copy.waits_one : copy.waits_more;
  return words[0] + listed(copy, waiting) + words[1] + std::to_string(first) + words[2];
}

std::string weak_line(const Copy& copy, const Set& set) {
  const auto lowest = [&](int from, int to) {
    int out = 4;
    for (int question = from; question <= to; ++question) out = std::min(out, set.level(question));
    return out;
  };
  const int links[] = {lowest(1, 3), lowest(4, 6), lowest(7, 8), lowest(9, 9)};
  for (std::size_t i = 0; i < 4; ++i) {
    if (links[i] <= 1) return copy.weak + copy.links[i];
  }
  for (std::size_t i = 0; i < 4; ++i) {
    if (links[i] < *std::max_element(links + i, links + 4)) return copy.weak + copy.links[i];
  }
  return copy.none;
}

/// Is it true that this question holds the stage back: is it what a brake is about, and not at its highest level?
bool holds_back(const Set& set, int question) {
  const bool in_lowest = [&] {
    const auto part = static_cast<std::size_t>((question - 1) / 3),
               lowest = static_cast<std::size_t>(set.lowest_section);
    return set.out.section[part]->same(*set.out.section[lowest]);
  }();
  return set.level(question) < 4 &&
         ((set.leadership && question == 1) || (set.weakest && in_lowest) || (set.whole && set.level(question) < 2));
}

/// Why the step at this place is given, if that is true; else what is wrong.
std::string reason(const Copy& copy, const Set& set, const std::vector<int>& steps, std::size_t at, std::size_t gates) {
  const int question = steps[at];
  if (at < gates) return holds_back(set, question) ? copy.gate : "it holds nothing back";
  const bool heaviest = std::all_of(steps.begin() + static_cast<std::ptrdiff_t>(at), steps.end(),
                                    [&](int other) { return weight(set, other) <= weight(set, question); });
  if (!heaviest) return "another one weighs more";
  if (at == 0) return copy.first;
  if (!waits(set, question) && !kNeeds[question].empty()) {
    const int need = kNeeds[question].back();
    if (set.level(need) >= 3) return copy.built[0] + std::to_string(need) + copy.built[1];
  }
  return copy.weight[0] + std::to_string(steps[at - 1]) + copy.weight[1];
}

/// Sentences of one language next to what they must be.
class Reader {
 public:
  Reader(const char* language, Copy copy)
      : copy_(std::move(copy)), session_(started(language)), b_(session_, options_, view_) {
    for (const Stage& stage : b_.q.stages) copy_.stage_texts.push_back(std::string(b_.text(stage.text)));
  }

  /// Empty when all is true, else the first sentence that is not.
  std::string check(const Set& set, const Answers& answers) {
    session_.restore(answers);
    std::string wrong;
    const auto equal = [&](const std::string& said, const std::string& expected) {
      if (said != expected && wrong.empty()) wrong = "\"" + said + "\" should be \"" + expected + "\"";
    };
    std::vector<int> steps;
    std::size_t gates = 0;
    for (const Step& step : b_.result.steps) {
      steps.push_back(step.question + 1);
      gates += step.gate;
    }
    const int first = steps.empty() ? 0 : steps.front();
    equal(stage_sentence(b_), stage_line(copy_, set));
    equal(over_line(b_), over(copy_, set));
    equal(lift_sentence(b_), steps.empty() ? "" : lift_line(copy_, set, first));
    equal(lift_title(b_), lift_heading(copy_, set));
    equal(weak_link_title(b_, weak_link(link_levels(b_))), weak_line(copy_, set));
    equal(waiting(b_), steps.empty() ? "" : waiting_line(copy_, set, first));
    for (std::size_t at = 0; at < std::min<std::size_t>(3, steps.size()); ++at) {
      equal(because(b_, at), reason(copy_, set, steps, at, gates));
    }
    return wrong;
  }

 private:
  static Session started(const char* language) {
    Session session(sample::klantgedreven());
    session.set_language(language);
    return session;
  }

  Copy copy_;
  Session session_;
  ViewOptions options_;
  View view_;
  Builder b_;
};

TEST(EverySentence, IsTrueForEveryCompleteSet) {
  Reader dutch("nl", kDutch), english("en", kEnglish);
  Answers answers = blank_answers(sample::klantgedreven());
  int capped = 0, hopeless = 0, checked = 0;
  for (int index = 0; index < kSets; index += kStride, ++checked) {
    const Set set(index);
    for (std::size_t i = 0; i < 9; ++i) answers.questions[i] = static_cast<Level>(set.said.q[i]);
    capped += set.brakes() > 0;
    hopeless += set.brakes() > 0 && set.up.empty();
    ASSERT_EQ(dutch.check(set, answers), "") << sample::pattern_of(answers);
    // The same code with other words: a part of the sets shows that they fit.
    if (index % 7 == 0) {
      ASSERT_EQ(english.check(set, answers), "") << sample::pattern_of(answers);
    }
    // "by one level" is said of the stage, too.
    for (const int question : set.up) {
      ASSERT_EQ(set.stage_with_one_more[static_cast<std::size_t>(question)], set.out.final_stage + 1);
    }
  }
  EXPECT_EQ(checked, (kSets + kStride - 1) / kStride);
  if (kStride == 1) {
    // The specification counts them as well.
    EXPECT_NEAR(100.0 * capped / kSets, 18.0, 0.05);
    EXPECT_EQ(hopeless, 19'153);
  }
}

}  // namespace
}  // namespace kk
