// The stored form: the same questionnaire again, or a refusal.
#include "store/compact.h"

#include "base/hash.h"
#include "base/json_writer.h"
#include "exchange/result_json.h"
#include "model/result.h"
#include "score/score.h"
#include "store/compact_writer.h"
#include "support/support.h"

namespace kk::test {
namespace {

TEST(Compact, OpensToTheSameQuestionnaire) {
  const std::string text = to_compact(klantgedreven());
  Questionnaire opened;
  ASSERT_TRUE(open_compact(text, opened));
  EXPECT_EQ(to_compact(opened), text);
  EXPECT_EQ(opened.hash, klantgedreven().hash);
  EXPECT_EQ(opened.ticks_per_point, klantgedreven().ticks_per_point);
  Random random(21);
  for (int i = 0; i < 2'000; ++i) {
    const Answers answers = random_answers(opened, random);
    std::string before, after;
    write_result(klantgedreven(), score(klantgedreven(), answers), before);
    write_result(opened, score(opened, answers), after);
    ASSERT_EQ(before, after);
  }
}

TEST(Compact, KeepsWhatTheFormatGained) {
  Questionnaire opened;
  ASSERT_TRUE(open_compact(to_compact(klantgedreven()), opened));
  const Question& first = opened.questions[0];
  EXPECT_EQ(first.example, klantgedreven().questions[0].example);
  ASSERT_EQ(first.done.size(), first.steps.size());
  EXPECT_EQ(first.done_text(0), first.done[0]);
  EXPECT_EQ(first.done_text(3), first.levels[4]);  // the level says it itself
  ASSERT_FALSE(opened.questions[7].terms.empty());
  EXPECT_EQ(opened.glossary[static_cast<std::size_t>(opened.questions[7].terms[0])].word[1], "sprint (scrum)");
  EXPECT_TRUE(opened.balance.by_lowest);
  EXPECT_EQ(opened.profile.top_margin, 12);
  EXPECT_EQ(opened.ticks[1].replies.size(), 3u);
  EXPECT_TRUE(opened.context.note.empty());
  EXPECT_EQ(opened.context.note_of(2), klantgedreven().context.choices[2].note);
  EXPECT_EQ(opened.evidence[0].ratio_of, 90);
  EXPECT_EQ(opened.evidence[0].ratio_to, 18);
  EXPECT_EQ(opened.evidence[1].ratio_to, 0);
  EXPECT_EQ(opened.target.question, klantgedreven().target.question);
  EXPECT_FALSE(opened.strengths[0].text.empty());
}

TEST(Compact, RefusesNewMembersThatDoNotHoldTogether) {
  const auto opens = [](const auto& spoil) {
    Questionnaire questionnaire = klantgedreven(), opened;
    spoil(questionnaire);
    return open_compact(to_compact(questionnaire), opened);
  };
  EXPECT_TRUE(opens([](Questionnaire&) {}));
  EXPECT_FALSE(opens([](Questionnaire& q) { q.questions[0].done.pop_back(); }));
  EXPECT_FALSE(opens([](Questionnaire& q) { q.questions[2].terms[0] = 99; }));
  EXPECT_FALSE(opens([](Questionnaire& q) { q.questions[2].terms[0] = -1; }));
  EXPECT_FALSE(opens([](Questionnaire& q) { q.profile.top_margin = -1; }));
  EXPECT_FALSE(opens([](Questionnaire& q) { q.context.choices[0].note.clear(); }));
  EXPECT_FALSE(opens([](Questionnaire& q) { q.evidence[0].ratio_of = 0; }));
  EXPECT_FALSE(opens([](Questionnaire& q) { q.ticks[1].replies[0].when.nodes.back().first = 9'999; }));
}

TEST(Compact, FitsInsideAPage) {
  Questionnaire questionnaire = klantgedreven();
  questionnaire.title[0] = "</script><!-- \\ \n\r\t & é \x01";
  const std::string text = to_compact(questionnaire);
  EXPECT_EQ(text.find('<'), std::string::npos);
  EXPECT_EQ(text.find('\r'), std::string::npos);
  Questionnaire opened;
  ASSERT_TRUE(open_compact(text, opened));
  EXPECT_EQ(opened.title[0], questionnaire.title[0]);
}

TEST(Compact, RefusesDamage) {
  const std::string text = to_compact(klantgedreven());
  Questionnaire opened;
  Random random(23);
  for (int i = 0; i < (kIsSanitized ? 200 : 3'000); ++i) {
    std::string damaged = text;
    const auto at = static_cast<std::size_t>(random.below(static_cast<int>(text.size())));
    switch (random.below(3)) {
      case 0:
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << random.below(8)));
        break;
      case 1:
        damaged.resize(at);
        break;
      default:
        damaged.erase(at, 1);
    }
    ASSERT_FALSE(open_compact(damaged, opened)) << at;
  }
  EXPECT_FALSE(open_compact("", opened));
}

/// The same text with a checksum that fits, as a forger would make it.
std::string sealed(const std::string& body) {
  std::string text = "klantkompas 1 ";
  append_hex(text, fnv1a(body), 16);
  return text + "\n" + body;
}

TEST(Compact, ForgedTextsNeverBreakScoring) {
  const std::string text = to_compact(klantgedreven());
  const std::string body = text.substr(text.find('\n') + 1);
  std::vector<std::string> body_lines;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = body.find('\n', at);
    body_lines.push_back(body.substr(at, end - at));
    at = end + 1;
  }
  const char* const kValues[] = {"",
                                 "0",
                                 "1",
                                 "2",
                                 "-1",
                                 "7",
                                 "99",
                                 "255",
                                 "1000000",
                                 "999999999999999999",
                                 "x",
                                 "7ff0000000000000",
                                 "4059000000000000",
                                 "bff0000000000000"};
  Random random(29);
  int opened_count = 0;
  for (int i = 0; i < (kIsSanitized ? 400 : 5'000); ++i) {
    std::vector<std::string> forged = body_lines;
    for (int j = random.below(3); j >= 0; --j) {
      forged[static_cast<std::size_t>(random.below(static_cast<int>(forged.size())))] = kValues[random.below(14)];
    }
    std::string forged_body;
    for (const std::string& line : forged) forged_body += line + "\n";
    Questionnaire opened;
    if (!open_compact(sealed(forged_body), opened)) continue;
    ++opened_count;
    std::string out;
    for (int j = 0; j < 20; ++j) {
      Answers answers = blank_answers(opened);
      for (std::size_t q = 0; q < answers.questions.size(); ++q) {
        answers.questions[q] = static_cast<Level>(random.below(opened.questions[q].top() + 3) - 2);
      }
      write_result(opened, score(opened, answers), out);
    }
  }
  EXPECT_GT(opened_count, 0);  // changed texts and numbers within bounds are still questionnaires
}

}  // namespace
}  // namespace kk::test
