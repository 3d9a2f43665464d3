#include <algorithm>

#include "author/form/form.h"
#include "author/json/describe.h"
#include "author/read/parts.h"
#include "author/rules/compile.h"
#include "model/ops.h"

namespace kk {
namespace {

constexpr Range kStageCount{2, 20};
constexpr Range kGateCount{0, kMostGates};
constexpr Range kPatternCount{0, 100};

void read_stage(Reading& reading, JsonValue value) {
  std::vector<Stage>& stages = reading.questionnaire.stages;
  Stage stage;
  Form form(reading, value, "a stage");
  const JsonValue from = form.needed("from");
  const bool is_read = from && read_whole(reading, from, {0, 100}, stage.from);
  if (is_read && stages.empty() && stage.from != 0) {
    reading.problems.at(from, "stage_gap",
                        "found " + describe(from) + ", expected 0 for the first stage: every score has one");
  }
  if (is_read && !stages.empty() && stage.from <= stages.back().from) {
    reading.problems.at(from, "stage_overlap",
                        "found " + describe(from) + ", expected more than the stage before: stages rise");
  }
  form.text("name", stage.name, kName);
  form.text("text", stage.text, kLongText);
  stages.push_back(std::move(stage));
}

void read_gate_step(Reading& reading, JsonValue value, Gate& gate) {
  if (!value) return;
  Form form(reading, value, "a gate's step");
  const JsonValue question = form.optional("question");
  const JsonValue weakest = form.optional("weakest_section");
  const JsonValue first_open = form.optional("first_open");
  if (value.is(JsonKind::kObject) && (question ? 1 : 0) + (weakest ? 1 : 0) + (first_open ? 1 : 0) != 1) {
    reading.problems.at(value, "bad_step",
                        "expected exactly one of \"question\", \"weakest_section\" and \"first_open\"");
    return;
  }
  if (question) {
    gate.step = GateStep::kQuestion;
    gate.question = read_reference(reading, question, {reading.questions, "question"});
  } else if (weakest) {
    gate.step = GateStep::kWeakestSection;
    if (!weakest.is(JsonKind::kTrue)) wrong_type(reading.problems, weakest, "true");
  } else if (first_open) {
    gate.step = GateStep::kFirstOpen;
    Form(reading, first_open, "\"first_open\"").whole("below", {1, kLevelCount.high - 1}, gate.below);
  }
}

/// A cap helps to decide the stage, so it cannot look at it, nor at the claims, which come after the score.
void check_cap(Reading& reading, JsonValue value, const Logic& cap) {
  for (const Logic::Node& node : cap.nodes) {
    if (!is_known_to_caps(node.op)) {
      reading.problems.at(value, "name_in_cap",
                          "found a value of \"stage\" or \"claims\" in a cap, which cannot know it");
      return;
    }
  }
}

void read_gate(Reading& reading, JsonValue value, IdSpace& ids) {
  Gate gate;
  Form form(reading, value, "a gate");
  form.id(ids, gate.id);
  if (const JsonValue cap = form.needed("cap")) {
    gate.cap = compile_rule(cap, {}, reading);
    check_cap(reading, cap, gate.cap);
  }
  read_gate_step(reading, form.needed("step"), gate);
  reading.in_gate = true;
  form.text("brake", gate.brake, kName);
  form.text("short_brake", gate.short_brake, kName);
  form.text("text", gate.text);
  form.optional_text("open_text", gate.open_text);
  form.optional_text("open_reason", gate.open_reason);
  form.optional_each("reasons", {1, kLevelCount.high},
                     [&](JsonValue reason) { gate.reasons.push_back(read_text(reading, reason)); });
  reading.in_gate = false;
  reading.questionnaire.gates.push_back(std::move(gate));
}

/// A pattern, or a strength, which need not have a text.
void read_pattern(Reading& reading, JsonValue value, IdSpace& ids, bool is_strength) {
  Pattern pattern;
  Form form(reading, value, is_strength ? "a strength" : "a pattern");
  form.id(ids, pattern.id);
  const JsonValue requirements = form.optional("requires");
  if (const JsonValue condition = form.needed("if")) {
    pattern.condition = compile_rule(condition, requirements, reading);
  }
  form.text("title", pattern.title);
  if (is_strength) {
    form.optional_text("text", pattern.text, kLongText);
  } else {
    form.text("text", pattern.text, kLongText);
  }
  std::vector<Pattern>& list = is_strength ? reading.questionnaire.strengths : reading.questionnaire.patterns;
  list.push_back(std::move(pattern));
}

}  // namespace

void read_stages(Reading& reading, Form& form) {
  form.each("stages", kStageCount, [&](JsonValue value) { read_stage(reading, value); });
}

void read_target(Reading& reading, JsonValue value) {
  if (!value) return;
  Target& target = reading.questionnaire.target;
  Form form(reading, value, "the target");
  form.text("question", target.question);
  form.text("note", target.note, kLongText);
}

void read_gates(Reading& reading, Form& form) {
  IdSpace ids;
  form.optional_each("gates", kGateCount, [&](JsonValue value) { read_gate(reading, value, ids); });
}

void read_patterns(Reading& reading, Form& form) {
  IdSpace ids;
  form.optional_each("patterns", kPatternCount, [&](JsonValue value) { read_pattern(reading, value, ids, false); });
  form.optional_each("strengths", kPatternCount, [&](JsonValue value) { read_pattern(reading, value, ids, true); });
}

}  // namespace kk
