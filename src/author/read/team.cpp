#include "author/read/team.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "author/form/form.h"
#include "author/json/describe.h"
#include "author/json/names.h"
#include "author/json/problems.h"
#include "author/json/reader.h"
#include "author/read/answers.h"
#include "base/json_writer.h"
#include "exchange/identity.h"
#include "exchange/team_json.h"
#include "score/team.h"

namespace kk {
namespace {

std::string in_words(std::int64_t low, std::int64_t high) {
  std::string text = "a whole number from ";
  append_int(text, low);
  append_int(text += " to ", high);
  return text;
}

class TeamReading {
 public:
  TeamReading(const Questionnaire& questionnaire, JsonProblems& problems, TeamCounts& counts)
      : q_(questionnaire), problems_(problems), counts_(counts) {}

  void members(JsonValue root) {
    if (!root.is(JsonKind::kObject)) return wrong_type(problems_, root, "an object that holds \"members\"");
    only(root, {"min_group", "members"});
    if (const JsonValue value = root.member("min_group")) min_group(value, counts_);
    const JsonValue list = needed(root, "members");
    if (!list) return;
    if (!list.is(JsonKind::kArray)) return wrong_type(problems_, list, "a list of members");
    TeamCounter counter(q_, counts_);
    Answers answers = blank_answers(q_);
    for (const JsonValue member : list) {
      Role role = Role::kNone;
      const std::size_t before = problems_.size();
      read_answers(member, q_, problems_, answers, &role);
      if (problems_.size() == before) counter.add(role, answers);
    }
  }

  void partial(JsonValue root) {
    if (!root.is(JsonKind::kObject)) return wrong_type(problems_, root, "an object that team --partial wrote");
    only(root, {"partial", "questionnaire", "min_group", "members", "questions"});
    const JsonValue format = needed(root, "partial");
    if (!format || !is_this_format(format) || !is_of_this_questionnaire(root)) return;
    const JsonValue members = needed(root, "members"), questions = needed(root, "questions");
    if (!members || !questions || !is_object(members) || !is_object(questions)) return;
    TeamCounts more = no_members(q_);
    min_group(needed(root, "min_group"), more);
    only_roles(members, {});
    for (std::size_t role = 0; role < kTeamRoles; ++role) number(needed(members, role_name(role)), more.members[role]);
    std::vector<std::string_view> ids;
    for (const Question& question : q_.questions) ids.push_back(question.id);
    only(questions, ids);
    for (std::size_t i = 0; i < ids.size(); ++i) question(needed(questions, ids[i]), i, more);
    if (!problems_.empty()) return;
    if (more.size() + counts_.size() > kMostMembers) {
      problems_.at(members, "out_of_range",
                   "found more members than can be counted, expected " + in_words(0, kMostMembers) + " in all");
      return;
    }
    merge(more, counts_);
  }

 private:
  JsonValue needed(JsonValue object, std::string_view name) {
    const JsonValue value = object.member(name);
    if (!value) problems_.at(object, "missing_member", "found no " + quoted(name) + ", which is needed");
    return value;
  }

  bool is_object(JsonValue value) {
    if (value.is(JsonKind::kObject)) return true;
    wrong_type(problems_, value, "an object");
    return false;
  }

  void only(JsonValue object, const std::vector<std::string_view>& names) {
    for (const JsonValue member : object) {
      bool known = false;
      for (const std::string_view name : names) known = known || name == member.key();
      if (known) continue;
      problems_.at_key(
          member, "unknown_member",
          "found the unknown member " + quoted(member.key()) + expected_names(problems_, member.key(), names));
    }
  }

  void only_roles(JsonValue object, std::vector<std::string_view> others) {
    for (std::size_t role = 0; role < kTeamRoles; ++role) others.push_back(role_name(role));
    only(object, others);
  }

  void min_group(JsonValue value, TeamCounts& counts) {
    std::int64_t found = 0;
    if (whole(value, kLeastGroup, kMostGroup, found))
      counts.min_group = std::max(counts.min_group, static_cast<int>(found));
  }

  bool whole(JsonValue value, std::int64_t low, std::int64_t high, std::int64_t& out) {
    if (!value) return false;  // told where it was missed
    if (!value.is(JsonKind::kNumber)) {
      wrong_type(problems_, value, in_words(low, high));
      return false;
    }
    const double found = value.number();
    if (found != std::trunc(found) || found < static_cast<double>(low) || found > static_cast<double>(high)) {
      problems_.at(value, "out_of_range", "found " + describe(value) + ", expected " + in_words(low, high));
      return false;
    }
    out = static_cast<std::int64_t>(found);
    return true;
  }

  void number(JsonValue value, std::int64_t& out) { whole(value, 0, kMostMembers, out); }

  bool is_this_format(JsonValue value) {
    std::int64_t found = 0;
    if (!whole(value, 1, kMostMembers, found)) return false;
    if (found == kPartialFormat) return true;
    problems_.at(value, "newer_format",
                 "found " + describe(value) + ", expected the number 1: a newer klantkompas can read it");
    return false;
  }

  bool is_of_this_questionnaire(JsonValue root) {
    const JsonValue of = needed(root, "questionnaire");
    if (!of || !is_object(of)) return false;
    const std::string hash = hash_text(q_);
    const JsonValue found = of.member("hash");
    if (found && found.is(JsonKind::kString) && found.text() == hash) return true;
    problems_.at(
        of, "other_questionnaire",
        "found counts of another questionnaire, or of other levels or scoring, expected \"hash\": " + quoted(hash));
    return false;
  }

  void question(JsonValue object, std::size_t index, TeamCounts& more) {
    if (!object || !is_object(object)) return;
    only_roles(object, {"asked"});
    number(needed(object, "asked"), more.asked[index]);
    std::int64_t all = 0;
    for (std::size_t role = 0; role < kTeamRoles; ++role) {
      const JsonValue list = needed(object, role_name(role));
      if (!list) continue;
      const std::size_t levels = q_.questions[index].levels.size();
      if (!list.is(JsonKind::kArray) || list.size() != levels) {
        std::string expected = "a list of ";
        append_int(expected, static_cast<std::int64_t>(levels));
        wrong_type(problems_, list, expected + " numbers");
        continue;
      }
      std::int64_t known = 0;
      std::size_t value = 0;
      for (const JsonValue count : list) {
        std::int64_t& here = more.answers[index][role][value++];
        number(count, here);
        known += here;
      }
      if (known > more.members[role])
        problems_.at(list, "too_many_answers", "found more answers than members of this role");
      all += known;
    }
    if (problems_.empty() && (all > more.asked[index] || more.asked[index] > more.size())) {
      problems_.at(object, "too_many_answers",
                   "found a question that was asked of more than the members, or answered by more than were asked");
    }
  }

  const Questionnaire& q_;
  JsonProblems& problems_;
  TeamCounts& counts_;
};

template <typename Read>
Problems read_object(std::string_view json, const Read& read) {
  JsonProblems problems(json);
  JsonDocument document;
  if (read_json(json, {.bytes = kMaxTeamBytes}, document, problems)) read(JsonValue(document, 0), problems);
  return problems.take();
}

}  // namespace

Problems read_members(std::string_view json, const Questionnaire& questionnaire, TeamCounts& counts) {
  return read_object(json, [&](JsonValue root, JsonProblems& problems) {
    TeamReading(questionnaire, problems, counts).members(root);
  });
}

Problems read_partial(std::string_view json, const Questionnaire& questionnaire, TeamCounts& counts) {
  return read_object(json, [&](JsonValue root, JsonProblems& problems) {
    TeamReading(questionnaire, problems, counts).partial(root);
  });
}

}  // namespace kk
