#include "score/compare.h"

#include <algorithm>
#include <cassert>

#include "score/score.h"

namespace kk {
namespace {

/// Why not, as far as the two versions say.
Apart apart_by_version(const Question& question, const Earlier& earlier) {
  const auto was = std::find_if(earlier.questions.begin(), earlier.questions.end(),
                                [&](const EarlierQuestion& each) { return each.id == question.id; });
  if (was == earlier.questions.end()) return Apart::kAdded;
  return was->changed ? Apart::kChanged : Apart::kNo;
}

Apart apart_by_value(Value before, Value now) {
  if (before == kNotAsked) return Apart::kNotAskedBefore;
  if (now == kNotAsked) return Apart::kNotAskedNow;
  if (before == kSkippedValue) return Apart::kSkippedBefore;
  if (before == kUnknownValue) return Apart::kUnknownBefore;
  if (now == kSkippedValue) return Apart::kSkippedNow;
  return now == kUnknownValue ? Apart::kUnknownNow : Apart::kNo;
}

}  // namespace

Comparison compare(const Questionnaire& questionnaire, const Answers& before, const Answers& now, int earlier) {
  assert(earlier >= -1 && earlier < static_cast<int>(questionnaire.earlier.size()));
  const Earlier* const version = earlier < 0 ? nullptr : &questionnaire.earlier[static_cast<std::size_t>(earlier)];
  Comparison out;
  out.before = score(questionnaire, before);
  out.now = score(questionnaire, now);
  for (std::size_t i = 0; i < questionnaire.questions.size(); ++i) {
    QuestionChange& change = out.questions.emplace_back(QuestionChange{before.questions[i], now.questions[i]});
    if (version != nullptr) change.apart = apart_by_version(questionnaire.questions[i], *version);
    const Value was = out.before.values[i], is = out.now.values[i];
    if (change.apart == Apart::kNo) change.apart = apart_by_value(was, is);
    if (change.apart != Apart::kNo) continue;
    change.difference = is.number - was.number;
    ++(change.difference > 0 ? out.moves.up : change.difference < 0 ? out.moves.down : out.moves.equal);
  }
  for (std::size_t i = 0; version != nullptr && i < version->questions.size(); ++i) {
    if (questionnaire.question_index(version->questions[i].id) < 0) out.removed.push_back(static_cast<int>(i));
  }
  return out;
}

}  // namespace kk
