#include <cassert>

#include "base/rounding.h"
#include "view/files/csv_writer.h"
#include "view/files/files.h"
#include "view/words/words.h"

namespace kk {
namespace {

/// What was said instead of a level.
std::string_view open_word(const Words& words, Value value) {
  if (value == kNotAsked) return words.not_asked;
  return value == kUnknownValue ? words.unknown_mark : words.skipped_mark;
}

}  // namespace

std::string csv_file(const Session& session) {
  const Questionnaire& q = session.questionnaire();
  const auto language = static_cast<std::size_t>(session.language());
  const Words& words = words_for(q.languages[language]);
  assert(words.decimal.size() == 1);
  std::string out = "\xEF\xBB\xBF";
  CsvWriter csv(out, words.decimal[0]);
  for (const std::string_view head : {words.csv_number, words.section, words.csv_topic, words.question, words.level,
                                      words.csv_highest, words.csv_points, words.csv_answer}) {
    csv.text(head);
  }
  csv.end_row();
  for (std::size_t i = 0; i < q.questions.size(); ++i) {
    const Question& question = q.questions[i];
    const Value value = session.result().values[i];
    csv.whole(static_cast<int>(i) + 1);
    csv.text(q.sections[static_cast<std::size_t>(question.section)].name[language]);
    csv.text(question.topic[language]);
    csv.text(question.text[language]);
    if (known(value)) {
      const Level level = session.answers().questions[i];
      csv.whole(level);
      csv.whole(question.top());
      csv.hundredths(divide_rounded(std::int64_t{10000} * value.number, question.top()));
      csv.text(question.levels[static_cast<std::size_t>(level)][language]);
    } else {
      csv.nothing();
      csv.whole(question.top());
      csv.nothing();
      csv.text(open_word(words, value));
    }
    csv.end_row();
  }
  return out;
}

}  // namespace kk
