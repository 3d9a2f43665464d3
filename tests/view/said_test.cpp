// What is heard on a screen: one sentence once. A figure's caption and its table's name come after the heading and the
// words above them, and a screen reader says all of these one after the other.
#include <map>
#include <string>

#include "base/phrase.h"
#include "support/sample.h"

namespace kk {
namespace {

using sample::for_each_view;

std::string alike(std::string text) {
  if (text.ends_with('.')) text.pop_back();
  return lower_first(text);
}

TEST(Said, NoCaptionAndNoTableRepeatsWhatStandsOnTheScreen) {
  int figures = 0;
  for_each_view([&](const Session&, const View& view) {
    std::map<std::string, std::string> said;
    for (const Node& node : view.nodes) {
      if (node.kind == Kind::kHeading || node.kind == Kind::kParagraph) said.emplace(alike(node.text), node.id);
    }
    for (const Node& node : view.nodes) {
      if (node.kind != Kind::kFigure && node.kind != Kind::kTable) continue;
      ++figures;
      const std::string words = alike(node.kind == Kind::kFigure ? node.text : node.name);
      EXPECT_FALSE(words.empty()) << node.id;
      const auto [at, is_new] = said.emplace(words, node.id);
      EXPECT_TRUE(is_new) << node.id << " says what " << at->second << " says: " << words;
    }
  });
  EXPECT_GT(figures, 20);
}

TEST(Said, AnAnswerIsOnAScreenOnce) {
  int answers = 0;
  for_each_view([&](const Session& session, const View& view) {
    if (view.screen != "result") return;
    const Questionnaire& q = session.questionnaire();
    for (const Question& question : q.questions) {
      for (const Text& level : question.levels) {
        const std::string words(level[static_cast<std::size_t>(session.language())]);
        int times = 0;
        for (const Node& node : view.nodes) times += node.name.ends_with(words) || node.text == words;
        EXPECT_LE(times, 1) << words;
        answers += times;
      }
    }
  });
  EXPECT_GT(answers, 9);
}

}  // namespace
}  // namespace kk
