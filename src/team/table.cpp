#include "team/table.h"

#include <algorithm>
#include <cassert>

#include "base/lines.h"
#include "base/phrase.h"
#include "exchange/found_codes.h"
#include "exchange/team_json.h"
#include "score/team.h"
#include "team/csv.h"
#include "team/parts.h"
#include "view/node_id.h"
#include "view/words/words.h"

namespace kk {
namespace {

constexpr std::string_view kAround = " \t\r\"'";

}  // namespace

Role role_in(std::string_view line) {
  while (!line.empty()) {
    const std::size_t end = std::min(line.find_first_of("\t;,"), line.size());
    const std::string cell = lower_first(trimmed(line.substr(0, end), kAround));
    if (const Role role = member_role(cell); role != Role::kNone) return role;
    for (const Words* words : {&words_for("nl"), &words_for("en")}) {
      for (std::size_t i = 0; i < kMemberRoleIds.size(); ++i) {
        if (cell == lower_first(words->roles[i])) return static_cast<Role>(i);
      }
    }
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return Role::kNone;
}

TeamTable::TeamTable(const Questionnaire& questionnaire) : q_(questionnaire), workshop_(questionnaire) { clear(); }

void TeamTable::collect_anew() {
  const int group = waiting_.min_group;
  codes_.clear();
  waiting_ = no_members(q_);
  waiting_.min_group = std::max(group, waiting_.min_group);
  batches_.clear();
  seen_.reset();
  added_.reset();
  open_ = asking_ = false;
  field_ = cat("team.text-", ++fields_);
}

void TeamTable::clear() {
  waiting_ = no_members(q_);
  collect_anew();
  before_codes_.clear();
  before_.reset();
  workshop_ = Workshop(q_, workshop_.invitation());
  role_ = Role::kNone;
}

bool TeamTable::too_close() const {
  if (!before_) return false;
  const int group = std::max(waiting_.min_group, before_->min_group);
  const auto some_and_few = [&](const Codes& some, const Codes& others) {
    const auto missing =
        std::count_if(some.begin(), some.end(), [&](const std::string& code) { return !others.contains(code); });
    return missing > 0 && missing < group;
  };
  return some_and_few(codes_, before_codes_) || some_and_few(before_codes_, codes_);
}

void TeamTable::forget() { clear(); }

void TeamTable::add(std::string_view text, bool first, bool last) {
  if (first || !added_) {
    added_.emplace();
    bytes_ = 0;
    lines_ = 0;
  }
  AddedCodes& added = *added_;
  bytes_ += text.size();
  added.too_long |= bytes_ > kMostPasted;
  if (added.too_long) return;
  TeamCounter counter(q_, waiting_);
  const auto leave_out = [&](int line, CodeStatus status) {
    added.left_out.size() < kMostNamed ? added.left_out.push_back({line, status}) : void(++added.more_left_out);
  };
  each_line(text, [&](std::string_view line, int here) {
    const int number = lines_ + here;
    const std::vector<FoundCode> found = found_codes(q_, line);
    const Role own = found.size() == 1 ? role_in(line) : Role::kNone;
    for (const FoundCode& code : found) {
      if (code.decoded.status != CodeStatus::kOk) {
        leave_out(number, code.decoded.status);
      } else if (!codes_.insert(code.code).second) {
        leave_out(number, CodeStatus::kOk);
      } else {
        counter.add(own == Role::kNone ? role_ : own, code.decoded.answers);
        ++added.codes;
      }
    }
  });
  lines_ += static_cast<int>(std::count(text.begin(), text.end(), '\n'));
  if (last && added.codes > 0) field_ = cat("team.text-", ++fields_);
}

void TeamTable::show() {
  assert(may_show());
  batches_.push_back(waiting_);
  waiting_ = no_members(q_);
  waiting_.min_group = batches_.back().min_group;
  seen_ = seen_counts(batches_);
  added_.reset();
  open_ = false;
}

bool TeamTable::would_merge() const {
  if (!seen_ || !has_roles(*seen_)) return false;
  std::vector<TeamCounts> all = batches_;
  all.push_back(waiting_);
  return !has_roles(seen_counts(all));
}

bool TeamTable::act(Session& session, std::string_view id, std::string_view value, std::string_view& focus) {
  constexpr std::string_view kOwn = "team.", kWorkshop = "workshop.";
  if (id == "workshop.start") {
    if (!seen_ && may_show()) show();
    if (!seen_) return false;
    workshop_.start(*seen_);
    return session.act("go.workshop");
  }
  if (id.starts_with(kWorkshop))
    return workshop_.act(session, id.substr(kWorkshop.size()), value, seen_ ? *seen_ : waiting_, focus);
  if (!id.starts_with(kOwn)) return false;
  id.remove_prefix(kOwn.size());
  if (id == "begin" || id == "and") {
    add(value, id == "begin", false);
  } else if (id == "add" || id == "end") {
    add(value, id == "add", true);
    focus = field_;
  } else if (id == "show" && may_show()) {
    show();
    focus = "team.h";
  } else if (id == "more" && seen_) {
    open_ = !open_;
    added_.reset();
    focus = open_ ? std::string_view(field_) : std::string_view("team.more");
  } else if (id == "clear" && seen_) {
    asking_ = true;
    focus = "team.keep";
  } else if (id == "keep" && asking_) {
    asking_ = false;
    focus = "team.clear";
  } else if (id == "clear-yes" && asking_) {
    clear();
    focus = "team.h";
  } else if (id == "then" && seen_ && waiting_.size() == 0) {
    before_ = std::move(seen_);
    before_codes_ = std::move(codes_);
    collect_anew();
    focus = "team.h";
  } else if (id.starts_with("group-")) {
    const int group = number_in(id.substr(6));
    if (group < kLeastGroup || group > kMostGroup) return false;
    waiting_.min_group = group;
  } else if (id.starts_with("role-")) {
    const int number = number_in(id.substr(5));
    if (number < 1 || number > kTeamRoles) return false;
    role_ = static_cast<Role>(number - 2);
  } else {
    return false;
  }
  return true;
}

std::string TeamTable::file(std::string_view kind, int language) const {
  if (!seen_) return {};
  const TeamResult team = team_result(q_, *seen_);
  std::string out;
  if (kind == "team.csv") {
    const TeamResult then = before_ ? team_result(q_, *before_) : TeamResult{};
    out = team_csv(q_, language, *seen_, team, before_ ? &then : nullptr);
  }
  if (kind == "team.json") write_team(q_, team, out);
  return out;
}

}  // namespace kk
