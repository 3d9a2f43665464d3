// Warnings: what works, and yet is surely not what the author meant.
#include <algorithm>
#include <string>
#include <unordered_map>

#include "author/json/describe.h"
#include "author/read/parts.h"
#include "model/problem.h"

namespace kk {
namespace {

void warn(Reading& reading, JsonValue value, std::string_view code, std::string sentence) {
  reading.problems.at(value, code, std::move(sentence), Severity::kWarning);
}

/// From its worst level to its best such a question moves its section by less than a point, which nobody ever sees.
void check_weights(Reading& reading) {
  constexpr std::size_t kManyQuestions = 100;  // then equal weights are that small too
  const Questionnaire& questionnaire = reading.questionnaire;
  for (const Section& section : questionnaire.sections) {
    int total = 0;
    for (const int index : section.questions) total += questionnaire.questions[static_cast<std::size_t>(index)].weight;
    for (const int index : section.questions) {
      const auto at = static_cast<std::size_t>(index);
      if (section.questions.size() > kManyQuestions || questionnaire.questions[at].weight * 100 >= total) continue;
      warn(reading, reading.values[at].member("weight"), "weight_without_effect",
           "found a weight that is less than a hundredth of its section's, so that no answer moves the score by a "
           "point");
    }
  }
}

void check_same_questions(Reading& reading) {
  std::unordered_map<std::string, std::size_t> seen;
  const std::vector<Question>& questions = reading.questionnaire.questions;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    if (questions[i].text.empty()) continue;
    const auto [first, is_new] = seen.emplace(questions[i].text.front(), i);
    if (is_new) continue;
    warn(reading, reading.values[i].member("text"), "duplicate_question",
         "found the text of " + quoted(questions[first->second].id) + " a second time");
  }
}

void check_balance(Reading& reading, JsonValue value) {
  const Balance& balance = reading.questionnaire.balance;
  for (const int section : balance.awareness) {
    if (std::find(balance.resources.begin(), balance.resources.end(), section) == balance.resources.end()) continue;
    warn(reading, value, "balance_overlap",
         "found " + quoted(reading.questionnaire.sections[static_cast<std::size_t>(section)].id) +
             " on both sides of the balance, where it weighs nothing");
  }
}

}  // namespace

void advise(Reading& reading, JsonValue root) {
  check_weights(reading);
  check_same_questions(reading);
  check_balance(reading, root.member("balance"));
}

}  // namespace kk
