// Every page of a result, whole: each text is made of templates and texts that have a condition, and all of these hold.
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <random>

#include "support/sanitized.h"
#include "view/claims_reader.h"

namespace kk::claims {
namespace {

constexpr int kReaders = kIsSanitized ? 150 : 2'500;

/// A reader of whom anything may be true.
struct Person {
  reference::Said said;
  Answers answers = blank_answers(sample::klantgedreven());
  int context = -1, target = 0;
  std::array<bool, 3> figures{};
  bool late = false, leader = false, with_step = true;
};

Person person(std::mt19937& random) {
  const auto below = [&](unsigned n) { return static_cast<int>(random() % n); };
  Person out;
  // Answers that lie together, or that do not; one in three readers leaves something open.
  const int middle = below(5), spread = 1 + below(4), open_in_ten = below(3) ? 0 : below(10);
  for (int& answer : out.said.q) {
    answer = std::clamp(middle + below(static_cast<unsigned>(spread)) - spread / 2, 0, 4);
    if (below(10) < open_in_ten) answer = below(2) ? reference::kDontKnow : reference::kSkip;
  }
  const auto level = [&](int like) {
    return below(8) == 0 ? (below(2) ? reference::kDontKnow : reference::kSkip) : std::clamp(like + below(3) - 1, 0, 4);
  };
  if (below(2)) {
    const int like = below(5);
    for (int& word : out.said.w) word = level(like);
  }
  if (below(2)) {
    for (auto& cause : out.said.mirror) {
      const int like = below(5);
      cause = {level(like), level(like), level(below(3) ? 4 - like : like)};
    }
    if (below(6) == 0) {  // everything with one word
      const int same = below(5);
      for (auto& cause : out.said.mirror) cause = {same, same, 4 - same};
    }
    for (const auto& cause : out.said.mirror) {
      for (const int click : cause) out.said.has_mirror = out.said.has_mirror || click >= 0;
    }
  }
  if (!out.said.has_mirror) out.said.mirror = {};
  if (below(2)) out.said.excuses = random() & random() & 0x1ff;
  for (bool& figure : out.figures) figure = below(2);
  out.context = below(4) - 1, out.target = below(6);
  out.late = below(4) == 0 && out.said.w[0] >= 0, out.leader = below(3) == 0, out.with_step = below(2);

  const auto as_level = [](int value) {
    return value == reference::kDontKnow ? kUnknown : value == reference::kSkip ? kSkipped : static_cast<Level>(value);
  };
  for (std::size_t i = 0; i < 9; ++i) out.answers.questions[i] = as_level(out.said.q[i]);
  for (std::size_t i = 0; i < 3; ++i) out.answers.claims[i] = as_level(out.said.w[i]);
  const auto& items = sample::klantgedreven().profile.items;
  std::array<int, 4> direct{};
  for (std::size_t i = 0; i < items.size() && out.said.has_mirror; ++i) {
    const auto cause = static_cast<std::size_t>(items[i].cause);
    out.answers.profile[i] =
        as_level(out.said.mirror[cause][static_cast<std::size_t>(items[i].reversed ? 2 : direct[cause]++)]);
  }
  out.answers.ticks[0] = out.said.excuses;
  for (std::size_t i = 0; i < 3; ++i) out.answers.ticks[1] |= out.figures[i] ? std::uint32_t{1} << i : 0;
  out.answers.context = out.context;
  return out;
}

TEST(Claims, AreTrueOnEveryPageOfAResult) {
  PageReader dutch(0), english(1);
  std::mt19937 random(2'026);
  int pages = 0;
  for (int i = 0; i < kReaders; ++i) {
    const Person one = person(random);
    for (const int language : {0, 1}) {
      Facts facts(one.said);
      facts.language = language, facts.context = one.context, facts.figures = one.figures;
      Session session(sample::klantgedreven());
      session.set_language(language == 0 ? "nl" : "en");
      session.restore(one.answers);
      if (one.leader) session.act("place.leadership");
      session.act("go.result");
      if (!session.result().steps.empty()) facts.first = session.result().steps.front().question + 1;
      PageReader& reads = language == 0 ? dutch : english;
      ASSERT_EQ(reads.check(facts, build_view(session, {.width = 720})), "")
          << sample::pattern_of(one.answers) << " at once";
      if (one.target > 0) session.act("target." + std::to_string(one.target));
      if (one.late) session.act("w1.l" + std::to_string(one.said.w[0]));
      if (!one.with_step) session.act("share.step");
      facts.target = one.target, facts.late = one.late, facts.with_step = one.with_step;
      for (const std::string& screen : sample::kResultScreens) {
        if (screen == "mirror" && !one.said.has_mirror) continue;
        ASSERT_TRUE(session.act("go." + screen));
        if (i % 2) session.act("nav.more");
        // Reasons are given step by step: claims_test.cpp knows which one is meant.
        const bool narrow = i % 3 == 0;  // there the answers stand without their numbers
        View view = build_view(session, {.width = narrow ? 340.f : 720.f});
        std::erase_if(view.nodes, [&](const Node& node) {
          return node.look == Look::kStepBecause || node.id == "files.text" ||  // the other pages once more
                 (narrow && (node.look == Look::kStripItem || node.look == Look::kOver));
        });
        ASSERT_EQ(reads.check(facts, view), "") << sample::pattern_of(one.answers) << " " << screen;
        ++pages;
      }
      session.act("go.question-4");  // what it says of the result, below the question
      View view = build_view(session, {.width = 720});
      std::erase_if(view.nodes, [](const Node& node) { return !node.id.ends_with(".live"); });
      for (Node& node : view.nodes) node.figure.reset();
      ASSERT_EQ(reads.check(facts, view), "") << sample::pattern_of(one.answers) << " question-4";
    }
  }
  std::set<const Claim*> seen = dutch.seen;
  seen.insert(english.seen.begin(), english.seen.end());
  std::set<const Own*> seen_own = dutch.seen_own;
  seen_own.insert(english.seen_own.begin(), english.seen_own.end());
  if (kReaders > 1'000) {
    for (const Claim& claim : kPageClaims) {
      const bool never = std::find(std::begin(kNeverHere), std::end(kNeverHere), claim.words) != std::end(kNeverHere);
      EXPECT_NE(seen.count(&claim) > 0, never) << words_for("nl").*claim.words;
    }
    for (const Own& own : kOwn) {
      if (own.place == "gates/leadership/open_reason") continue;  // open_text stands in its place
      EXPECT_TRUE(seen_own.count(&own)) << own.place << " was never said";
    }
  }
  std::cout << std::size(kPageClaims) << " templates and " << std::size(kOwn) << " texts of the questionnaire, "
            << dutch.checks + english.checks << " checks of " << dutch.texts.size() + english.texts.size()
            << " texts on " << pages << " pages: none false\n";
  if (const char* path = std::getenv("KK_TEXTS")) {
    std::ofstream out(path);
    for (const auto* reader : {&dutch, &english}) {
      for (const std::string& text : reader->texts) out << text << "\n";
    }
  }
}

}  // namespace
}  // namespace kk::claims
