#include <algorithm>

#include "author/form/form.h"
#include "author/json/describe.h"
#include "author/read/cycles.h"
#include "author/read/parts.h"

namespace kk {
namespace {

constexpr Range kNeedCount{0, 50};

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
  form.text("why", question.why);
  form.optional_text("look_at", question.look_at);
  form.optional_text("example", question.example, kLongText);
  reading.terms.push_back(form.optional("terms"));
  form.levels("levels", question.levels);
  // One step between each two levels; without levels there is nothing to count against.
  const int steps = std::max(question.top(), 0);
  const Range count{steps, steps == 0 ? kLevelCount.high : steps};
  reading.in_step = true;
  form.texts("steps", count, question.steps);
  reading.in_step = false;
  // One for each step; null where the level that it leads to says it.
  form.optional_each("done", count, [&](JsonValue text) {
    question.done.push_back(text.is(JsonKind::kNull) ? Text() : read_text(reading, text));
  });
  read_priority(reading, form.needed("priority"), question.priority);
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

void read_sections(Reading& reading, Form& form) {
  form.each("sections", kSectionCount, [&](JsonValue value) { read_section(reading, value); });
  const std::size_t count = reading.questionnaire.questions.size();
  if (count > static_cast<std::size_t>(kMostQuestions)) {
    reading.problems.at(form.optional("sections"), "too_many_questions", "found more than 1000 questions");
  }
  read_needs(reading);
}

}  // namespace kk
