#include "team/csv.h"

#include "base/rounding.h"
#include "team/lanes.h"
#include "team/words.h"
#include "view/files/csv_writer.h"
#include "view/words/words.h"

namespace kk {

std::string team_csv(const Questionnaire& q, int language, const TeamCounts& seen, const TeamResult& team,
                     const TeamResult* then) {
  const auto in = static_cast<std::size_t>(language);
  const Words& words = words_for(q.languages[in]);
  const TeamWords& own = team_words(words);
  std::string out = "\xEF\xBB\xBF";
  CsvWriter csv(out, words.decimal[0]);
  for (const std::string_view head : {words.csv_number, words.csv_topic, own.count, own.mean, own.deviation, own.least,
                                      own.most, own.agreement, own.index, own.leaders_mean, own.front_mean, own.gap}) {
    csv.text(head);
  }
  if (then) csv.text(own.mean_then);
  csv.end_row();
  const auto parts = [&](const std::optional<Parts>& value) {
    value ? csv.hundredths(divide_rounded(*value, kPartsOfOne / 100)) : csv.nothing();
  };
  for (std::size_t i = 0; i < q.questions.size(); ++i) {
    const TeamQuestion& question = team.questions[i];
    csv.whole(static_cast<int>(i) + 1);
    csv.text(q.questions[i].topic[in]);
    csv.whole(question.n);
    parts(question.mean);
    parts(question.deviation);
    question.n > 0 ? csv.whole(question.lowest) : csv.nothing();
    question.n > 0 ? csv.whole(question.highest) : csv.nothing();
    csv.text(question.label ? own.labels[static_cast<std::size_t>(*question.label)] : own.too_few);
    parts(question.agreement);
    const RoleMeans means = role_means(seen.answers[i], question);
    parts(means.leaders);
    parts(means.front);
    parts(question.gap);
    if (then) parts(then->questions[i].mean);
    csv.end_row();
  }
  return out;
}

}  // namespace kk
