#include "author/read/answers.h"

#include <algorithm>

#include "author/form/form.h"
#include "author/json/describe.h"
#include "author/json/names.h"
#include "author/json/problems.h"
#include "author/json/reader.h"
#include "base/json_writer.h"
#include "model/problem.h"

namespace kk {
namespace {

constexpr std::string_view kMembers[] = {"answers", "claims", "profile", "ticks", "context"};
/// What a file from the page has besides (answers_file): made of the answers, so that nothing is to be read from it.
constexpr std::string_view kDerived[] = {"code", "result", "plan"};

template <class T>
std::vector<std::string_view> ids_of(const std::vector<T>& things) {
  std::vector<std::string_view> ids;
  for (const T& thing : things) ids.push_back(thing.id);
  return ids;
}

/// Finds ids in a list; answers mostly come in the order of the questionnaire, so the next one is tried first.
template <class T>
class Finder {
 public:
  explicit Finder(const std::vector<T>& things) : things_(things) {}

  /// -1 when there is none.
  int find(std::string_view id) {
    for (std::size_t tried = 0; tried < things_.size(); ++tried) {
      if (next_ == things_.size()) next_ = 0;
      if (things_[next_++].id == id) return static_cast<int>(next_) - 1;
    }
    return -1;
  }

 private:
  const std::vector<T>& things_;
  std::size_t next_ = 0;
};

class AnswersReading {
 public:
  AnswersReading(const Questionnaire& questionnaire, JsonProblems& problems, Answers& answers, Role* role)
      : questionnaire_(questionnaire), problems_(problems), answers_(answers), role_(role) {}

  void read(JsonValue root) {
    if (!root.is(JsonKind::kObject)) return wrong_type(problems_, root, "an object that holds \"answers\"");
    const auto own_top = [](const auto& question) { return question.top(); };
    bool has_answers = false;
    for (const JsonValue member : root) {
      const std::string_view name = member.key();
      if (name == "answers") {
        has_answers = true;
        read_levels(member, questionnaire_.questions, own_top, answers_.questions);
      } else if (name == "claims") {
        read_levels(member, questionnaire_.claims.questions, own_top, answers_.claims);
      } else if (name == "profile") {
        const int top = questionnaire_.profile.top();
        read_levels(
            member, questionnaire_.profile.items, [top](const ProfileItem&) { return top; }, answers_.profile);
      } else if (name == "ticks") {
        read_ticks(member);
      } else if (name == "context") {
        read_context(member);
      } else if (name == "parameters" && !questionnaire_.parameters.empty()) {
        read_parameters(member);
      } else if (name == "role" && role_ != nullptr) {
        read_role(member);
      } else if (std::find(std::begin(kDerived), std::end(kDerived), name) == std::end(kDerived)) {
        std::vector<std::string_view> members(std::begin(kMembers), std::end(kMembers));
        if (role_ != nullptr) members.push_back("role");
        problems_.at_key(member, "unknown_member",
                         "found the unknown member " + quoted(name) + ", expected one of " + listed(members) +
                             did_you_mean(name, members));
      }
    }
    if (!has_answers) problems_.at(root, "missing_member", "found no \"answers\", which are needed");
  }

 private:
  bool is_object(JsonValue value) {
    if (value.is(JsonKind::kObject)) return true;
    wrong_type(problems_, value, "an object");
    return false;
  }

  /// What to say of an id that none of the things has.
  template <class T>
  static std::string unknown_id(std::string_view id, const std::vector<T>& things) {
    std::string sentence = "found the unknown id " + quoted(id);
    if (things.empty()) {
      sentence += ", but this questionnaire has none of this kind";
    } else {
      const std::vector<std::string_view> ids = ids_of(things);
      sentence += ", expected one of " + listed(ids) + did_you_mean(id, ids);
    }
    return sentence;
  }

  template <class T, class Top>
  void read_levels(JsonValue object, const std::vector<T>& things, const Top& top, std::vector<Level>& levels) {
    if (!is_object(object)) return;
    Finder<T> finder(things);
    for (const JsonValue member : object) {
      const int index = finder.find(member.key());
      if (index < 0) {
        problems_.at_key(member, "unknown_id", unknown_id(member.key(), things));
        continue;
      }
      const auto at = static_cast<std::size_t>(index);
      levels[at] = read_level(member, top(things[at]));
    }
  }

  Level read_level(JsonValue value, int top) {
    if (value.is(JsonKind::kNull)) return kSkipped;
    if (value.is(JsonKind::kString) && value.text() == "unknown") return kUnknown;
    if (value.is(JsonKind::kNumber)) {
      const double number = value.number();
      const bool in_range = number >= 0 && number <= top;
      if (in_range && number == static_cast<int>(number)) return static_cast<Level>(number);
      problems_.at(value, "level_out_of_range", "found " + describe(value) + ", expected " + allowed(top));
      return kSkipped;
    }
    wrong_type(problems_, value, allowed(top));
    return kSkipped;
  }

  static std::string allowed(int top) {
    std::string text = "a whole number from 0 to ";
    append_int(text, top);
    return text + ", \"unknown\" or null";
  }

  void read_ticks(JsonValue object) {
    if (!is_object(object)) return;
    Finder<TickList> lists(questionnaire_.ticks);
    for (const JsonValue member : object) {
      const int index = lists.find(member.key());
      if (index < 0) {
        problems_.at_key(member, "unknown_id", unknown_id(member.key(), questionnaire_.ticks));
        continue;
      }
      const auto at = static_cast<std::size_t>(index);
      read_tick_list(member, questionnaire_.ticks[at], answers_.ticks[at]);
    }
  }

  void read_tick_list(JsonValue list, const TickList& items, std::uint32_t& ticked) {
    if (!list.is(JsonKind::kArray)) return wrong_type(problems_, list, "a list of ids");
    Finder<Tick> finder(items.items);
    for (const JsonValue value : list) {
      if (!value.is(JsonKind::kString)) {
        wrong_type(problems_, value, "an id");
        continue;
      }
      const int index = finder.find(value.text());
      if (index < 0) {
        problems_.at(value, "unknown_id", unknown_id(value.text(), items.items));
        continue;
      }
      const std::uint32_t bit = std::uint32_t{1} << index;
      if (ticked & bit) problems_.at(value, "duplicate_tick", "found " + quoted(value.text()) + " a second time");
      ticked |= bit;
    }
  }

  void read_context(JsonValue value) {
    if (value.is(JsonKind::kNull)) return;
    const std::vector<ContextChoice>& choices = questionnaire_.context.choices;
    if (!value.is(JsonKind::kString)) return wrong_type(problems_, value, "the id of a choice, or null");
    answers_.context = Finder<ContextChoice>(choices).find(value.text());
    if (answers_.context < 0) problems_.at(value, "unknown_id", unknown_id(value.text(), choices));
  }

  void read_parameters(JsonValue object) {
    if (!is_object(object)) return;
    Finder<Parameter> parameters(questionnaire_.parameters);
    for (const JsonValue member : object) {
      const int index = parameters.find(member.key());
      if (index < 0) {
        problems_.at_key(member, "unknown_id", unknown_id(member.key(), questionnaire_.parameters));
        continue;
      }
      const std::vector<ParameterValue>& values = questionnaire_.parameters[static_cast<std::size_t>(index)].values;
      const int value = member.is(JsonKind::kString) ? Finder<ParameterValue>(values).find(member.text()) : -1;
      if (!member.is(JsonKind::kString)) {
        wrong_type(problems_, member, "the id of a value");
      } else if (value < 0) {
        problems_.at(member, "unknown_id", unknown_id(member.text(), values));
      } else {
        answers_.parameters[static_cast<std::size_t>(index)] = static_cast<std::uint8_t>(value);
      }
    }
  }

  void read_role(JsonValue value) {
    if (value.is(JsonKind::kNull)) return;
    if (!value.is(JsonKind::kString)) return wrong_type(problems_, value, "the name of a role, or null");
    *role_ = member_role(value.text());
    if (*role_ == Role::kNone) problems_.at(value, "unknown_role", unknown_role(value.text()) + ", or null");
  }

  const Questionnaire& questionnaire_;
  JsonProblems& problems_;
  Answers& answers_;
  Role* const role_;
};

void clear(const Questionnaire& questionnaire, Answers& answers) {
  answers.questions.assign(questionnaire.questions.size(), kSkipped);
  answers.claims.assign(questionnaire.claims.questions.size(), kSkipped);
  answers.profile.assign(questionnaire.profile.items.size(), kSkipped);
  answers.ticks.assign(questionnaire.ticks.size(), 0);
  answers.context = -1;
  answers.parameters.assign(questionnaire.parameters.size(), 0);
}

Problems read_whole(std::string_view json, std::size_t most_bytes, const Questionnaire& questionnaire,
                    JsonDocument& document, Answers& answers, Role* role) {
  JsonProblems problems(json);
  if (read_json(json, {.bytes = most_bytes}, document, problems)) {
    read_answers(JsonValue(document, 0), questionnaire, problems, answers, role);
  }
  return problems.take();
}

}  // namespace

void read_answers(JsonValue object, const Questionnaire& questionnaire, JsonProblems& problems, Answers& answers,
                  Role* role) {
  clear(questionnaire, answers);
  if (role != nullptr) *role = Role::kNone;
  AnswersReading(questionnaire, problems, answers, role).read(object);
}

std::string unknown_role(std::string_view name) {
  const std::vector<std::string_view> roles(kMemberRoleIds.begin(), kMemberRoleIds.end());
  return "found the role " + quoted(name) + ", expected one of " + listed(roles);
}

Problems AnswersReader::read(std::string_view json, std::size_t most_bytes, Answers& answers, Role* role) {
  clear(questionnaire_, answers);
  if (role != nullptr) *role = Role::kNone;
  if (json.size() <= most_bytes && plain_.read(json, answers)) return {};
  return read_whole(json, most_bytes, questionnaire_, document_, answers, role);
}

Problems read_answers(std::string_view json, const Questionnaire& questionnaire, Answers& answers) {
  JsonDocument document;
  return read_whole(json, kMaxAnswersBytes, questionnaire, document, answers, nullptr);
}

}  // namespace kk
