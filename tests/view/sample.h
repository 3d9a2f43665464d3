// Sessions to test with: the product's own questionnaire, and answers written as one character a question.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/questionnaire.h"
#include "view/session.h"
#include "view/view.h"

namespace kk::sample {

inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in) << path;
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string klantgedreven_json() {
  return read_file(std::string(KK_ASSETS_DIR) + "/questionnaires/klantgedreven.json");
}

inline Questionnaire checked(const std::string& json) {
  ReadQuestionnaire read = read_questionnaire(json);
  for (const Problem& problem : read.problems) ADD_FAILURE() << to_line(problem, "questionnaire");
  return std::move(read.questionnaire);
}

inline const Questionnaire& klantgedreven() {
  static const Questionnaire questionnaire = checked(klantgedreven_json());
  return questionnaire;
}

/// "044?.4444": a digit is a level, '?' weet ik niet, '.' skipped.
inline Answers answers(const Questionnaire& questionnaire, std::string_view pattern) {
  Answers out = blank_answers(questionnaire);
  EXPECT_EQ(pattern.size(), out.questions.size()) << pattern;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    out.questions[i] = pattern[i] == '?'   ? kUnknown
                       : pattern[i] == '.' ? kSkipped
                                           : static_cast<Level>(pattern[i] - '0');
  }
  return out;
}

/// The inverse, for comparing.
inline std::string pattern_of(const Answers& answers) {
  std::string out;
  for (const Level level : answers.questions) {
    out += level == kUnknown ? '?' : level == kSkipped ? '.' : static_cast<char>('0' + level);
  }
  return out;
}

struct Start {
  std::string answers = ".........";
  std::string screen = "intro";
  std::string language = "nl";
};

inline Session session(const Start& start) {
  Session out(klantgedreven());
  out.set_language(start.language);
  out.restore(answers(klantgedreven(), start.answers));
  if (start.screen != "intro") {
    EXPECT_TRUE(out.act("go." + start.screen)) << start.screen;
  }
  return out;
}

inline View view(const Start& start, float width = 720) { return build_view(session(start), {.width = width}); }

/// Between them they lead to every kind of result: each gate alone and together, open answers, too few, nothing, all.
inline const std::vector<std::string> kAnswers = {
    ".........",                                         // nothing answered
    "?????????",                                         // nothing known
    "2..3.....", "2??222222", "22.......", "222......",  // too few for a stage
    "22222222?", "22?22?222", "22?22?22.",               // a range
    "222222222", "000000000", "444444444", "333333333",  // no gate
    "033333333", "?33333333", "133333333", "233333444",  // the leadership gate
    "444444100", "444444441",                            // weakest, whole
    "144444300", "044444444", "133444444", "000444444",  // two and three gates
    "222122111", "312040213", "443322110", "011223344", "123012301",
};

inline const std::vector<std::string> kScreens = {
    "intro",      "question-1", "question-2", "question-3", "question-4", "question-5", "question-6",
    "question-7", "question-8", "question-9", "result",     "steps",      "about",      "privacy",
};

/// Calls check(session, name) for every screen in both languages with all the answers above, and for the states that
/// only an action leads to: the message on a question, and the question before wiping.
template <typename Check>
void for_each_session(const Check& check) {
  for (const char* language : {"nl", "en"}) {
    for (const std::string& pattern : kAnswers) {
      for (const std::string& screen : kScreens) {
        check(session({pattern, screen, language}), std::string(language) + " " + pattern + " " + screen);
      }
      Session asking = session({pattern, "result", language});
      asking.act("nav.restart");
      check(asking, std::string(language) + " " + pattern + " result, asking");
    }
    for (int i = 1; i <= 9; ++i) {
      Session missing = session({.screen = "question-" + std::to_string(i), .language = language});
      missing.act("nav.next");
      check(missing, std::string(language) + " question-" + std::to_string(i) + ", missing");
    }
  }
}

inline const Node* find(const View& view, std::string_view id) {
  for (const Node& node : view.nodes) {
    if (node.id == id) return &node;
  }
  return nullptr;
}

/// Visible text of a node, or a mark that it is not there.
inline std::string text(const View& view, std::string_view id) {
  const Node* node = find(view, id);
  return node ? node->text : "(no " + std::string(id) + ")";
}

}  // namespace kk::sample
