#include <algorithm>
#include <cmath>

#include "core/read_parts.h"

namespace kk {
namespace {

constexpr Range kNeedCount{0, 50};

/// Names a condition can use for something else.
constexpr std::string_view kReserved[] = {"overall", "stage", "claims", "profile", "context", "ticks"};

void check_reserved(Reading& reading, JsonValue object, const std::string& id) {
  if (std::find(std::begin(kReserved), std::end(kReserved), id) == std::end(kReserved)) return;
  reading.problems.at(object.member("id"), "reserved_id",
                      "found the id " + quoted(id) + ", which conditions use for something else");
}

void read_priority(Reading& reading, JsonValue value, int& hundredths) {
  if (!value) return;
  const double scaled = value.is(JsonKind::kNumber) ? value.number() * 100 : 0;
  const double nearest = std::round(scaled);
  // A decimal such as 1.15 is not exact in binary, so two places are recognised by nearness.
  if (nearest < 1 || nearest > 100'000 || std::fabs(scaled - nearest) > 1e-6) {
    reading.problems.at(value, "bad_priority",
                        "found " + describe(value) + ", expected a number from 0.01 to 1000 with at most two decimals");
    return;
  }
  hundredths = static_cast<int>(nearest);
}

struct OpenNeeds {
  std::vector<JsonValue> values;  ///< by question; may be nothing
};

void read_question(Reading& reading, JsonValue value, OpenNeeds& needs) {
  Questionnaire& questionnaire = reading.questionnaire;
  const int index = static_cast<int>(questionnaire.questions.size());
  Question question;
  question.section = static_cast<int>(questionnaire.sections.size());
  Form form(reading, value, "a question");
  form.id(reading.ids, question.id, index);
  form.text("topic", question.topic);
  form.optional_text("short_topic", question.short_topic);
  form.text("text", question.text);
  form.text("why", question.why);
  form.optional_text("look_at", question.look_at);
  form.texts("levels", kLevelCount, question.levels);
  // One step between each two levels; without levels there is nothing to count against.
  const int steps = std::max(question.top(), 0);
  form.texts("steps", {steps, steps == 0 ? kLevelCount.high : steps}, question.steps);
  read_priority(reading, form.needed("priority"), question.priority);
  needs.values.push_back(form.optional("needs"));
  if (!question.id.empty()) {
    check_reserved(reading, value, question.id);
    reading.questions.emplace(question.id, index);
  }
  questionnaire.questions.push_back(std::move(question));
}

void read_section(Reading& reading, JsonValue value, OpenNeeds& needs) {
  Questionnaire& questionnaire = reading.questionnaire;
  const int index = static_cast<int>(questionnaire.sections.size());
  Section section;
  Form form(reading, value, "a section");
  form.id(reading.ids, section.id, index);
  form.text("name", section.name);
  const JsonValue min_answered = form.needed("min_answered");
  form.each("questions", {1, kMostQuestions}, [&](JsonValue question) {
    section.questions.push_back(static_cast<int>(questionnaire.questions.size()));
    read_question(reading, question, needs);
  });
  const int count = static_cast<int>(section.questions.size());
  if (min_answered && count > 0) read_whole(reading, min_answered, {1, count}, section.min_answered);
  if (!section.id.empty()) {
    check_reserved(reading, value, section.id);
    reading.sections.emplace(section.id, index);
  }
  questionnaire.sections.push_back(std::move(section));
}

/// Finds a question that needs itself, through others or at once.
class CycleFinder {
 public:
  explicit CycleFinder(const std::vector<Question>& questions) : questions_(questions), states_(questions.size()) {}

  /// The questions of a cycle, the first one again at the end; empty when `from` leads into none not found before.
  std::vector<int> find(int from) {
    path_.clear();
    return visit(from) ? path_ : std::vector<int>();
  }

 private:
  enum class State : std::uint8_t { kNew, kOpen, kDone };

  bool visit(int index) {
    State& state = states_[static_cast<std::size_t>(index)];
    path_.push_back(index);
    if (state == State::kOpen) {
      path_.erase(path_.begin(), std::find(path_.begin(), path_.end(), index));
      return true;
    }
    if (state == State::kNew) {
      state = State::kOpen;
      for (const int need : questions_[static_cast<std::size_t>(index)].needs) {
        if (visit(need)) {
          state = State::kDone;
          return true;
        }
      }
      state = State::kDone;
    }
    path_.pop_back();
    return false;
  }

  const std::vector<Question>& questions_;
  std::vector<State> states_;
  std::vector<int> path_;
};

void read_needs(Reading& reading, const OpenNeeds& needs) {
  std::vector<Question>& questions = reading.questionnaire.questions;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    read_references(reading, needs.values[i], {{reading.questions, "question"}, kNeedCount}, questions[i].needs);
  }
  CycleFinder finder(questions);
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const std::vector<int> cycle = finder.find(static_cast<int>(i));
    if (cycle.empty()) continue;
    std::string path;
    for (const int index : cycle) {
      if (!path.empty()) path += " needs ";
      path += quoted(questions[static_cast<std::size_t>(index)].id);
    }
    reading.problems.at(needs.values[static_cast<std::size_t>(cycle[0])], "cyclic_needs",
                        "found a circle: " + path + ", expected needs without circles");
  }
}

}  // namespace

void read_sections(Reading& reading, Form& form) {
  OpenNeeds needs;
  form.each("sections", kSectionCount, [&](JsonValue value) { read_section(reading, value, needs); });
  const std::size_t count = reading.questionnaire.questions.size();
  if (count > static_cast<std::size_t>(kMostQuestions)) {
    reading.problems.at(form.optional("sections"), "too_many_questions", "found more than 1000 questions");
  }
  read_needs(reading, needs);
}

}  // namespace kk
