#include <algorithm>

#include "author/form/form.h"
#include "author/json/describe.h"
#include "author/read/cycles.h"
#include "author/read/parts.h"

namespace kk {
namespace {

constexpr Range kNeedCount{0, 50};
constexpr int kMostScales = 50;

/// Names a condition can use for something else.
constexpr std::string_view kReserved[] = {"overall", "stage", "claims", "profile", "context", "ticks", "parameters"};

void check_reserved(Reading& reading, JsonValue object, const std::string& id) {
  if (std::find(std::begin(kReserved), std::end(kReserved), id) == std::end(kReserved)) return;
  reading.problems.at(object.member("id"), "reserved_id",
                      "found the id " + quoted(id) + ", which conditions use for something else");
}

void read_priority(Reading& reading, JsonValue value, int& hundredths) {
  if (!value) return;
  read_scaled(reading, value, {"bad_priority", "a number from 0.01 to 1000 with at most two decimals", 100, 100'000},
              hundredths);
}

/// How many steps stand between so many levels; without levels there is nothing to count against.
Range step_count(const std::vector<Text>& levels) {
  const int steps = static_cast<int>(levels.size()) - 1;
  return steps > 0 ? Range{steps, steps} : Range{0, kLevelCount.high};
}

void read_steps(Reading& reading, JsonValue list, Range count, std::vector<Text>& steps) {
  reading.in_step = true;
  read_list(reading, list, count, [&](JsonValue text) { steps.push_back(read_text(reading, text)); });
  reading.in_step = false;
}

/// The levels and steps of the scale that a question names; its own steps go before. Nothing of a scale that is none or
/// has problems: they have been told.
JsonValue read_scale(Reading& reading, JsonValue name, Form& form, Question& question) {
  if (form.optional("levels")) {
    reading.problems.at(name, "levels_twice", "found \"scale\" and \"levels\" in one question, expected one of them");
  }
  if (!reading.has_scales) {
    reading.problems.at(name, "unknown_scale", "found " + describe(name) + ", but no \"scales\" in the questionnaire");
  }
  const int index = read_reference(reading, name, {reading.scale_ids, "scale"});
  if (index < 0) return form.optional("steps");
  const Scale& scale = reading.scales[static_cast<std::size_t>(index)];
  question.levels = scale.levels;
  const JsonValue steps = scale.steps.empty() ? form.needed("steps") : form.optional("steps");
  if (!steps) question.steps = scale.steps;
  return steps;
}

void read_answers(Reading& reading, Form& form, Question& question) {
  JsonValue steps;
  if (const JsonValue name = form.optional("scale")) {
    steps = read_scale(reading, name, form, question);
  } else {
    form.levels("levels", question.levels);
    steps = form.needed("steps");
  }
  read_steps(reading, steps, step_count(question.levels), question.steps);
}

void read_question(Reading& reading, JsonValue value) {
  Questionnaire& questionnaire = reading.questionnaire;
  const int index = static_cast<int>(questionnaire.questions.size());
  Question question;
  question.section = static_cast<int>(questionnaire.sections.size());
  Form form(reading, value, "a question");
  form.id(reading.ids, question.id, index);
  form.text("topic", question.topic, kName);
  form.optional_text("short_topic", question.short_topic, kName);
  form.text("text", question.text);
  form.optional_text("why", question.why);
  form.optional_text("look_at", question.look_at);
  form.optional_text("example", question.example, kLongText);
  reading.terms.push_back(form.optional("terms"));
  read_answers(reading, form, question);
  // One for each step; null where the level that it leads to says it.
  form.optional_each("done", step_count(question.levels), [&](JsonValue text) {
    question.done.push_back(text.is(JsonKind::kNull) ? Text() : read_text(reading, text));
  });
  read_priority(reading, form.optional("priority"), question.priority);
  reading.needs.push_back(form.optional("needs"));
  form.optional_weight("weight", question.weight);
  form.optional_flag("reverse", question.reverse);
  reading.conditions.push_back(form.optional("when"));
  reading.values.push_back(value);
  if (!question.id.empty()) {
    check_reserved(reading, value, question.id);
    reading.questions.emplace(question.id, Named{index});
  }
  questionnaire.questions.push_back(std::move(question));
}

void read_section(Reading& reading, JsonValue value) {
  Questionnaire& questionnaire = reading.questionnaire;
  const int index = static_cast<int>(questionnaire.sections.size());
  Section section;
  Form form(reading, value, "a section");
  form.id(reading.ids, section.id, index);
  form.text("name", section.name, kName);
  const JsonValue min_answered = form.needed("min_answered");
  form.optional_weight("weight", section.weight);
  form.each("questions", {1, kMostQuestions}, [&](JsonValue question) {
    section.questions.push_back(static_cast<int>(questionnaire.questions.size()));
    read_question(reading, question);
  });
  const int count = static_cast<int>(section.questions.size());
  if (min_answered && count > 0) read_whole(reading, min_answered, {1, count}, section.min_answered);
  if (!section.id.empty()) {
    check_reserved(reading, value, section.id);
    reading.sections.emplace(section.id, Named{index});
  }
  questionnaire.sections.push_back(std::move(section));
}

void read_needs(Reading& reading) {
  std::vector<Question>& questions = reading.questionnaire.questions;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    read_references(reading, reading.needs[i], {{reading.questions, "question"}, kNeedCount}, questions[i].needs);
  }
  const auto needs_of = [&](int index) { return questions[static_cast<std::size_t>(index)].needs; };
  each_cycle(questions.size(), needs_of, [&](const std::vector<int>& cycle) {
    reading.problems.at(reading.needs[static_cast<std::size_t>(cycle[0])], "cyclic_needs",
                        "found a circle: " + path_text(reading, cycle, " needs ") + ", expected needs without circles");
  });
}

}  // namespace

void read_scales(Reading& reading, JsonValue list) {
  reading.has_scales = static_cast<bool>(list);
  read_list(reading, list, {1, kMostScales}, [&](JsonValue value) {
    Scale scale;
    std::string id;
    Form form(reading, value, "a scale");
    form.id(reading.scale_ids, id, static_cast<int>(reading.scales.size()));
    form.levels("levels", scale.levels);
    read_steps(reading, form.optional("steps"), step_count(scale.levels), scale.steps);
    reading.scales.push_back(std::move(scale));
  });
}

void read_sections(Reading& reading, Form& form) {
  form.each("sections", kSectionCount, [&](JsonValue value) { read_section(reading, value); });
  const std::size_t count = reading.questionnaire.questions.size();
  if (count > static_cast<std::size_t>(kMostQuestions)) {
    reading.problems.at(form.optional("sections"), "too_many_questions", "found more than 1000 questions");
  }
  read_needs(reading);
}

}  // namespace kk
