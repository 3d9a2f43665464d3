#include "author/rules/compared.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "author/json/describe.h"
#include "author/json/names.h"
#include "author/rules/names.h"
#include "model/problem.h"

namespace kk {
namespace {

/// The full name of the fact that a rule looks at and does nothing else; empty for other rules.
std::string_view name_in(JsonValue rule) {
  const JsonValue var = rule.is(JsonKind::kObject) && rule.size() == 1 ? rule.member("var") : JsonValue();
  const std::vector<JsonValue> names = var ? arguments_of(var) : std::vector<JsonValue>();
  return !names.empty() && names[0].is(JsonKind::kString) ? names[0].text() : std::string_view();
}

bool is_number(const Questionnaire& questionnaire, std::string_view name) {
  const std::vector<Name> all = all_names(questionnaire);
  return std::any_of(all.begin(), all.end(), [&](const Name& known) {
    const bool is_text = known.op == LogicOp::kTopCause || known.op == LogicOp::kContext ||
                         known.op == LogicOp::kTicks || known.op == LogicOp::kParameter;
    return !is_text && name.starts_with(known.prefix) && name.substr(known.prefix.size()) == known.name;
  });
}

/// A text that is compared with what a reader chose must be the id of a choice: any other is never equal.
void check_id(Reading& reading, JsonValue id, const std::vector<std::string_view>& ids) {
  if (ids.empty() || !id.is(JsonKind::kString)) return;
  if (std::find(ids.begin(), ids.end(), id.text()) != ids.end()) return;
  reading.problems.at(
      id, "unknown_value",
      "found " + quoted(id.text()) + ", which is never chosen" + expected_names(reading.problems, id.text(), ids));
}

/// JsonLogic makes a number of a text where it must, or calls them different: nobody who writes one knows which.
void check_number(Reading& reading, JsonValue text, std::string_view name) {
  if (!text.is(JsonKind::kString) || name.empty() || !is_number(reading.questionnaire, name)) return;
  reading.problems.at(text, "text_for_number",
                      "found the text " + quoted(text.text()) + " beside " + quoted(name) +
                          ", which is a number, expected a number without quotes",
                      Severity::kWarning);
}

}  // namespace

std::vector<JsonValue> arguments_of(JsonValue value) {
  if (!value.is(JsonKind::kArray)) return {value};
  std::vector<JsonValue> arguments;
  for (const JsonValue element : value) arguments.push_back(element);
  return arguments;
}

void check_compared(Reading& reading, LogicOp op, const std::vector<JsonValue>& arguments) {
  const bool is_equality = op >= LogicOp::kEqual && op <= LogicOp::kStrictNotEqual;
  const bool is_order = op >= LogicOp::kLess && op <= LogicOp::kGreaterEqual;
  if (is_equality || is_order) {
    // The second of three stands between the other two.
    check_number(reading, arguments[0], name_in(arguments[1]));
    check_number(reading, arguments[1], name_in(arguments[0]));
    if (arguments.size() > 2) check_number(reading, arguments[2], name_in(arguments[1]));
  }
  const Questionnaire& questionnaire = reading.questionnaire;
  if (is_equality) {
    check_id(reading, arguments[0], choices_named(questionnaire, name_in(arguments[1])));
    check_id(reading, arguments[1], choices_named(questionnaire, name_in(arguments[0])));
  } else if (op == LogicOp::kIn && arguments[1].is(JsonKind::kArray)) {
    const std::string_view name = name_in(arguments[0]);
    const std::vector<std::string_view> ids = choices_named(questionnaire, name);
    for (const JsonValue id : arguments[1]) {
      check_id(reading, id, ids);
      check_number(reading, id, name);
    }
  } else if (op == LogicOp::kIn) {
    check_id(reading, arguments[0], ticks_named(questionnaire, name_in(arguments[1])));
  }
}

}  // namespace kk
