#include "author/rules/compile.h"

#include <algorithm>
#include <utility>

#include "author/form/form.h"
#include "author/json/describe.h"
#include "author/json/names.h"
#include "author/json/problems.h"
#include "author/rules/compared.h"
#include "author/rules/names.h"
#include "author/rules/operators.h"
#include "base/json_writer.h"
#include "base/phrase.h"
#include "model/ops.h"
#include "model/problem.h"

namespace kk {
namespace {

using Indexes = std::vector<std::int32_t>;

std::string number(int value) {
  std::string text;
  append_int(text, value);
  return text;
}

std::string count_text(const Operator& found) {
  if (found.high == kAny) return "at least " + number(found.low);
  return number(found.low) + (found.high > found.low ? " to " + number(found.high) : "");
}

bool is_iteration(LogicOp op) { return op >= LogicOp::kMap && op <= LogicOp::kSome; }

class Compiler {
 public:
  /// `reading` is null for rules over data.
  Compiler(JsonProblems& problems, Reading* reading) : problems_(problems), reading_(reading) {}

  Logic finish(JsonValue rule) {
    if (is_too_large()) {
      problems_.at(rule, "rule_too_large", "found a rule with too many parts, expected a smaller one");
    }
    return std::move(logic_);
  }

  std::int32_t compile(JsonValue rule) {
    if (is_too_large()) return 0;
    switch (rule.kind()) {
      case JsonKind::kNull:
        return add(LogicOp::kNull);
      case JsonKind::kFalse:
        return add(LogicOp::kFalse);
      case JsonKind::kTrue:
        return add(LogicOp::kTrue);
      case JsonKind::kNumber:
        return add_number(LogicOp::kNumber, rule.number());
      case JsonKind::kString:
        return add_text(rule.text());
      case JsonKind::kArray:
        return add(LogicOp::kArray, compile_all(arguments_of(rule)));
      case JsonKind::kObject:
        break;
    }
    if (rule.size() == 1) return compile_operator(*rule.begin());
    if (reading_ == nullptr) return add(LogicOp::kObject, literal_members(rule));
    problems_.at(rule, "bad_rule", "found an object with several members or none, expected one operator");
    return add(LogicOp::kNull);
  }

  /// True when every named value is known.
  std::int32_t compile_requirements(JsonValue names) {
    Indexes facts;
    if (!names.is(JsonKind::kArray))
      wrong_type(problems_, names, "a list of names");
    else
      for (const JsonValue name : names) facts.push_back(fact(name));
    return add(LogicOp::kAllKnown, facts);
  }

  /// Adds the parts of an `and`, or the whole of another rule, to the conditions of one.
  void compile_and(JsonValue rule, Indexes& conditions) {
    const JsonValue parts = rule.is(JsonKind::kObject) && rule.size() == 1 ? rule.member("and") : JsonValue();
    if (!parts || !parts.is(JsonKind::kArray) || parts.size() == 0) {
      conditions.push_back(compile(rule));
      return;
    }
    for (const JsonValue part : parts) conditions.push_back(compile(part));
  }

  std::int32_t add(LogicOp op, const Indexes& args = {}) { return add_number(op, 0, args); }

  std::size_t size() const { return logic_.nodes.size(); }

  /// True when a part from `first` on looks at an answer, a score or a parameter.
  bool has_facts(std::size_t first) const {
    return std::any_of(logic_.nodes.begin() + static_cast<std::ptrdiff_t>(first), logic_.nodes.end(),
                       [](const Logic::Node& node) { return info_of(node.op).about != About::kNothing; });
  }

 private:
  /// It is refused: the rest of it is not looked at.
  bool is_too_large() const { return logic_.nodes.size() > kMaxLogicNodes; }

  std::int32_t add_number(LogicOp op, double number, const Indexes& args = {}) {
    Logic::Node node;
    node.op = op;
    node.first = static_cast<std::int32_t>(logic_.args.size());
    node.count = static_cast<std::int32_t>(args.size());
    node.number = number;
    logic_.args.insert(logic_.args.end(), args.begin(), args.end());
    logic_.nodes.push_back(node);
    return static_cast<std::int32_t>(logic_.nodes.size()) - 1;
  }

  std::int32_t add_text(std::string_view text) {
    const std::int32_t index = add(LogicOp::kString);
    logic_.nodes.back().first = static_cast<std::int32_t>(logic_.strings.size());
    logic_.strings.emplace_back(text);
    return index;
  }

  Indexes compile_all(const std::vector<JsonValue>& rules) {
    Indexes indexes;
    for (const JsonValue rule : rules) indexes.push_back(compile(rule));
    return indexes;
  }

  /// Values in literal data are not rules, so that data never becomes code.
  std::int32_t literal(JsonValue value) {
    if (value.is(JsonKind::kObject)) return add(LogicOp::kObject, literal_members(value));
    if (!value.is(JsonKind::kArray)) return compile(value);
    Indexes elements;
    for (const JsonValue element : value) elements.push_back(literal(element));
    return add(LogicOp::kArray, elements);
  }

  Indexes literal_members(JsonValue object) {
    Indexes members;
    for (const JsonValue member : object) {
      members.push_back(add_text(member.key()));
      members.push_back(literal(member));
    }
    return members;
  }

  std::int32_t compile_operator(JsonValue member) {
    const std::string_view name = member.key();
    const Operator* const logic = find_operator(kOperators, name);
    const Operator* const answers = reading_ != nullptr ? find_operator(kAnswerOperators, name) : nullptr;
    const Operator* const found = logic != nullptr ? logic : answers;
    if (found == nullptr) {
      problems_.at_key(member, "unknown_operator",
                       "found the operator " + quoted(name) + ", expected one of JsonLogic's" +
                           (reading_ != nullptr ? " or of this tool's" : "") + did_you_mean(name, operator_names()));
      return add(LogicOp::kNull);
    }
    const std::vector<JsonValue> arguments = arguments_of(member);
    const auto count = static_cast<int>(arguments.size());
    if (reading_ != nullptr && (count < found->low || count > found->high)) {
      problems_.at(member, "bad_arguments",
                   "found " + quoted(name) + " with " + number(count) + (count == 1 ? " argument" : " arguments") +
                       ", expected " + count_text(*found));
      return add(LogicOp::kNull);
    }
    if (answers != nullptr) return compile_answers(found->op, member, arguments);
    const bool over_facts = reading_ != nullptr && !in_iteration_;
    if (over_facts && found->op == LogicOp::kVar) return compile_fact(member, arguments);
    if (over_facts && found->op == LogicOp::kMissing) return compile_missing(arguments);
    if (over_facts && found->op == LogicOp::kMissingSome) return compile_missing_some(arguments);
    if (over_facts) check_compared(*reading_, found->op, arguments);
    if (is_iteration(found->op)) return compile_iteration(found->op, arguments);
    return add(found->op, compile_all(arguments));
  }

  std::vector<std::string_view> operator_names() const {
    std::vector<std::string_view> names;
    for (const Operator& known : kOperators) names.push_back(known.name);
    if (reading_ == nullptr) return names;
    for (const Operator& known : kAnswerOperators) names.push_back(known.name);
    return names;
  }

  std::int32_t compile_iteration(LogicOp op, const std::vector<JsonValue>& arguments) {
    Indexes indexes;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      const bool outer = std::exchange(in_iteration_, in_iteration_ || i == 1);
      indexes.push_back(compile(arguments[i]));
      in_iteration_ = outer;
    }
    return add(op, indexes);
  }

  /// The fact a literal names.
  std::int32_t fact(JsonValue name) {
    if (is_too_large()) return 0;
    if (!name.is(JsonKind::kString)) {
      wrong_type(problems_, name, "the literal name of a question, a section or another value");
      return add(LogicOp::kNull);
    }
    if (names_.empty()) names_ = all_names(reading_->questionnaire);
    for (const Name& known : names_) {
      if (name.text().starts_with(known.prefix) && name.text().substr(known.prefix.size()) == known.name) {
        return add_number(known.op, known.index);
      }
    }
    std::vector<std::string> full_names;
    if (problems_.size() < kMostGuesses) {
      for (const Name& known : names_) full_names.push_back(std::string(known.prefix) + std::string(known.name));
    }
    problems_.at(name, "unknown_name",
                 "found " + quoted(name.text()) + ", which is no value of this questionnaire" +
                     expected_names(problems_, name.text(), {full_names.begin(), full_names.end()}));
    return add(LogicOp::kNull);
  }

  std::int32_t compile_fact(JsonValue member, const std::vector<JsonValue>& arguments) {
    if (arguments.empty()) {
      problems_.at(member, "bad_arguments", "found no name, expected the value to look at");
      return add(LogicOp::kNull);
    }
    const std::int32_t value = fact(arguments[0]);
    if (arguments.size() == 1) return value;
    const std::int32_t is_known = add(LogicOp::kAllKnown, {value});
    const std::int32_t otherwise = compile(arguments[1]);
    return add(LogicOp::kIf, {is_known, value, otherwise});
  }

  // `missing` over facts is written out: the names are literal, so each test is too.
  std::int32_t compile_missing(const std::vector<JsonValue>& arguments) {
    const bool is_list = arguments.size() == 1 && arguments[0].is(JsonKind::kArray);
    Indexes parts;
    for (const JsonValue name : is_list ? arguments_of(arguments[0]) : arguments) {
      const std::int32_t is_known = add(LogicOp::kAllKnown, {fact(name)});
      const std::int32_t nothing = add(LogicOp::kArray);
      const std::int32_t text = name.is(JsonKind::kString) ? add_text(name.text()) : add(LogicOp::kNull);
      parts.push_back(add(LogicOp::kIf, {is_known, nothing, text}));
    }
    return add(LogicOp::kMerge, parts);
  }

  std::int32_t compile_missing_some(const std::vector<JsonValue>& arguments) {
    Indexes counts;
    for (const JsonValue name : arguments_of(arguments[1])) {
      const std::int32_t is_known = add(LogicOp::kAllKnown, {fact(name)});
      const std::int32_t one = add_number(LogicOp::kNumber, 1), none = add_number(LogicOp::kNumber, 0);
      counts.push_back(add(LogicOp::kIf, {is_known, one, none}));
    }
    const std::int32_t sum = add(LogicOp::kAdd, counts);
    const std::int32_t needed = compile(arguments[0]);
    const std::int32_t is_enough = add(LogicOp::kGreaterEqual, {sum, needed});
    const std::int32_t nothing = add(LogicOp::kArray);
    const std::int32_t absent = compile_missing({arguments[1]});
    return add(LogicOp::kIf, {is_enough, nothing, absent});
  }

  std::int32_t compile_answers(LogicOp op, JsonValue member, std::vector<JsonValue> arguments) {
    if (op == LogicOp::kTicked) return compile_ticked(arguments[0]);
    double threshold = 0;
    if (op == LogicOp::kCountAtLeast) {
      const std::string_view comparison = arguments[0].is(JsonKind::kString) ? arguments[0].text() : "";
      if (comparison == "<=") op = LogicOp::kCountAtMost;
      if (comparison == "==") op = LogicOp::kCountEqual;
      if ((comparison != ">=" && op == LogicOp::kCountAtLeast) || !arguments[1].is(JsonKind::kNumber)) {
        problems_.at(member, "bad_arguments",
                     "expected \">=\", \"<=\" or \"==\", then a number, then ids of questions");
        return add(LogicOp::kNull);
      }
      threshold = arguments[1].number();
      arguments.erase(arguments.begin(), arguments.begin() + 2);
    }
    Indexes questions;
    for (const JsonValue id : arguments) {
      questions.push_back(std::max(0, read_reference(*reading_, id, {reading_->questions, "question"})));
    }
    if (arguments.empty()) {
      for (std::size_t i = 0; i < reading_->questionnaire.questions.size(); ++i)
        questions.push_back(static_cast<int>(i));
    }
    return add_number(op, threshold, questions);
  }

  std::int32_t compile_ticked(JsonValue name) {
    const std::vector<TickList>& lists = reading_->questionnaire.ticks;
    const auto list = std::find_if(lists.begin(), lists.end(), [&](const TickList& l) {
      return name.is(JsonKind::kString) && l.id == name.text();
    });
    if (list == lists.end()) {
      problems_.at(name, "unknown_list", "found " + describe(name) + ", expected the id of a tick list");
      return add(LogicOp::kNull);
    }
    return add_number(LogicOp::kTicked, static_cast<double>(list - lists.begin()));
  }

  JsonProblems& problems_;
  Reading* reading_;
  Logic logic_;
  std::vector<Name> names_;
  bool in_iteration_ = false;
};

/// The first text in a rule that names a question or a section; nothing without one.
std::string_view bare_name(const Reading& reading, JsonValue rule) {
  if (rule.is(JsonKind::kString)) {
    const std::string name(rule.text());
    return reading.questions.count(name) + reading.sections.count(name) > 0 ? rule.text() : std::string_view();
  }
  for (const JsonValue part : rule) {
    const std::string_view name = bare_name(reading, part);
    if (!name.empty()) return name;
  }
  return {};
}

/// What somebody who wrote a rule that looks at nothing had in mind, as the end of a sentence; or nothing.
std::string what_was_meant(const Reading& reading, JsonValue rule) {
  const std::string_view name = bare_name(reading, rule);
  if (!name.empty()) return ": " + quoted(name) + " is only a text here, write {\"var\": " + quoted(name) + "}";
  if (!rule.is(JsonKind::kString)) return {};
  return ": " + describe(rule) + " is no rule, one is such as {\">=\": [{\"var\": \"an_id\"}, 1]}";
}

}  // namespace

Logic compile_data_rule(JsonValue rule, JsonProblems& problems) {
  Compiler compiler(problems, nullptr);
  compiler.compile(rule);
  return compiler.finish(rule);
}

Logic compile_rule(JsonValue rule, JsonValue requires_list, Reading& reading) {
  const std::size_t problems = reading.problems.size();
  Compiler compiler(reading.problems, &reading);
  std::size_t first = 0;
  if (!requires_list) {
    compiler.compile(rule);
  } else {
    Indexes conditions = {compiler.compile_requirements(requires_list)};
    first = compiler.size();
    compiler.compile_and(rule, conditions);
    compiler.add(LogicOp::kAnd, conditions);
  }
  // With a problem in it the rule was meant to look at something.
  if (reading.problems.size() == problems && !compiler.has_facts(first)) {
    reading.problems.at(
        rule, "constant_rule",
        "found a rule that looks at nothing, so that it is the same for every reader" + what_was_meant(reading, rule),
        Severity::kWarning);
  }
  return compiler.finish(rule);
}

}  // namespace kk
