#include "exchange/answers_json.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "base/json_writer.h"

namespace kk {
namespace {

void write_level(Level level, std::string& out) {
  assert(level >= kSkipped && level < kMostLevels);
  if (level == kSkipped)
    out += "null";
  else if (level == kUnknown)
    out += "\"unknown\"";
  else
    append_int(out, level);
}

template <class T>
void write_levels(const std::vector<T>& questions, const std::vector<Level>& levels, std::string& out) {
  assert(levels.size() == questions.size());
  out += '{';
  for (std::size_t i = 0; i < levels.size(); ++i) {
    if (i > 0) out += ',';
    append_json_string(out, questions[i].id);
    out += ':';
    write_level(levels[i], out);
  }
  out += '}';
}

bool has_answer(const std::vector<Level>& levels) {
  return std::any_of(levels.begin(), levels.end(), [](Level level) { return level != kSkipped; });
}

void write_ticks(const std::vector<TickList>& lists, const std::vector<std::uint32_t>& ticks, std::string& out) {
  assert(ticks.size() == lists.size());
  out += '{';
  bool first_list = true;
  for (std::size_t i = 0; i < lists.size(); ++i) {
    if (ticks[i] == 0) continue;
    if (!first_list) out += ',';
    first_list = false;
    append_json_string(out, lists[i].id);
    out += ":[";
    bool first_item = true;
    for (std::size_t j = 0; j < lists[i].items.size(); ++j) {
      if ((ticks[i] >> j & 1) == 0) continue;
      if (!first_item) out += ',';
      first_item = false;
      append_json_string(out, lists[i].items[j].id);
    }
    out += ']';
  }
  out += '}';
}

/// Those that differ from what holds without them.
void write_parameters(const std::vector<Parameter>& parameters, const std::vector<std::uint8_t>& values,
                      std::string& out) {
  std::string_view before = ",\"parameters\":{";
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    if (values[i] == 0) continue;
    out += std::exchange(before, ",");
    assert(values[i] < parameters[i].values.size());
    append_json_string(out, parameters[i].id);
    out += ':';
    append_json_string(out, parameters[i].values[values[i]].id);
  }
  if (before.size() == 1) out += '}';
}

}  // namespace

void write_answers(const Questionnaire& questionnaire, const Answers& answers, std::string& out) {
  assert(answers.parameters.size() == questionnaire.parameters.size());
  assert(answers.context < static_cast<int>(questionnaire.context.choices.size()));
  out += "{\"answers\":";
  write_levels(questionnaire.questions, answers.questions, out);
  if (has_answer(answers.claims)) {
    out += ",\"claims\":";
    write_levels(questionnaire.claims.questions, answers.claims, out);
  }
  if (has_answer(answers.profile)) {
    out += ",\"profile\":";
    write_levels(questionnaire.profile.items, answers.profile, out);
  }
  if (std::any_of(answers.ticks.begin(), answers.ticks.end(), [](std::uint32_t ticked) { return ticked != 0; })) {
    out += ",\"ticks\":";
    write_ticks(questionnaire.ticks, answers.ticks, out);
  }
  if (answers.context >= 0) {
    out += ",\"context\":";
    append_json_string(out, questionnaire.context.choices[static_cast<std::size_t>(answers.context)].id);
  }
  write_parameters(questionnaire.parameters, answers.parameters, out);
  out += '}';
}

}  // namespace kk
