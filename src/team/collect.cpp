// Codes as people pass them on, and what is done with them before anything is shown.
#include <string>

#include "base/phrase.h"
#include "score/team.h"
#include "team/parts.h"
#include "view/screens/screen.h"
#include "view/sentences.h"

namespace kk {
namespace {

std::string_view why(const TeamWords& w, CodeStatus status) {
  switch (status) {
    case CodeStatus::kOk:
      return w.again;
    case CodeStatus::kOtherQuestionnaire:
      return w.other;
    case CodeStatus::kNewerFormat:
      return w.newer;
    case CodeStatus::kRescored:
      return w.rescored;
    default:
      return w.damaged;
  }
}

/// What became of the text that was added last; its first line describes the field.
std::string said_of(const Team& t) {
  const auto& added = t.table.added();
  if (!added) return {};
  if (added->too_long) return std::string(t.w.too_long);
  if (added->codes == 0) return std::string(t.w.none_found);
  return added->codes == 1 ? std::string(t.w.added_one) : fill(t.w.added_more, {{"n", added->codes}});
}

void left_out(const Team& t, int parent) {
  const auto& added = t.table.added();
  if (!added || added->left_out.empty()) return;
  const int list = t.b.add(parent, "team.left", Kind::kList, Look::kBullets);
  int n = 0;
  for (const LeftOut& each : added->left_out) {
    t.b.add(list, cat("team.left-", ++n), Kind::kItem, Look::kBullet,
            fill(t.w.left_out, {{"line", each.line}, {"why", why(t.w, each.status)}}));
  }
  if (added->more_left_out > 0) {
    t.b.paragraph(parent, "team.left.more", Look::kSmallMuted, fill(t.w.left_more, {{"n", added->more_left_out}}));
  }
}

}  // namespace

std::string people(const Team& t, const TeamCounts& counts) {
  const int all = static_cast<int>(counts.size());
  if (!has_roles(counts)) return fill(t.w.people, {{"n", all}});
  std::string groups;
  for (std::size_t role = 0; role < kTeamRoles; ++role) {
    if (counts.members[role] == 0) continue;
    const std::string name = role + 1 < kTeamRoles ? lower_first(t.b.words.roles[role]) : std::string(t.w.no_role);
    groups += cat(groups.empty() ? "" : ", ", static_cast<int>(counts.members[role]), " ", name);
  }
  return fill(t.w.people_apart, {{"n", all}, {"groups", groups}});
}

void waiting(const Team& t, int parent) {
  Builder& b = t.b;
  const TeamCounts& counts = t.table.waiting();
  const int n = static_cast<int>(counts.size()), of = counts.min_group;
  if (n == 0) return;
  std::string text;
  if (n >= of && t.table.too_close()) {
    text = fill(t.w.then_too_close, {{"of", of}});
  } else if (t.table.may_show()) {
    text = fill(t.w.collected, {{"people", people(t, counts)}});
    if (t.table.would_merge()) {
      text += cat(" ", fill(t.w.merges, {{"of", of}}));
    } else if (has_roles(counts) && !has_roles(seen_counts({counts}))) {
      text += cat(" ", fill(t.w.role_last, {{"of", of}}));
    }
  } else if (t.table.seen()) {
    text = n == 1 ? fill(t.w.wait_one, {{"of", of}}) : fill(t.w.wait_more, {{"n", n}, {"of", of}});
  } else {
    text = of - n == 1 ? std::string(t.w.need_one) : fill(t.w.need_more, {{"n", of - n}});
  }
  b.paragraph(parent, "team.waiting", Look::kBody, text);
}

void collect(const Team& t, int screen) {
  Builder& b = t.b;
  const int sets = b.add(screen, "team.sets", Kind::kGroup, Look::kSets);
  const int set = titled_set(b, sets, "team.codes", t.w.codes);
  const std::string said = said_of(t);
  const bool taken = t.table.added() && t.table.added()->codes > 0;
  if (!said.empty()) b.paragraph(set, "team.said", taken ? Look::kBody : Look::kMessage, said);
  left_out(t, set);
  waiting(t, set);
  // As code_field() has it: the ring of a field in focus stays off the message before it.
  const int entry = b.add(set, "team.entry", Kind::kGroup, Look::kSets);
  Node& field = b.node(b.add(entry, t.table.field(), Kind::kTextarea, Look::kField));
  field.labelled_by = "team.codes.h";
  field.described_by = said.empty() ? "team.hint" : "team.said";
  field.invalid = t.table.added() && !taken;
  b.paragraph(set, "team.hint", Look::kUnder, t.w.codes_hint);
  const auto role_name = [&](int role) { return role == 0 ? t.w.anyone : b.words.roles[role - 1]; };
  const int smallest = t.table.waiting().min_group;
  // The other fold of the page is that of the target.
  b.fold_row(
      set, t.w.of_whom,
      dotted({std::string(role_name(static_cast<int>(t.table.role()) + 1)), fill(t.w.smallest_n, {{"n", smallest}})}),
      1);
  if (b.session.more(1)) {
    const int folded = b.add(set, "team.settings", Kind::kGroup, Look::kFolded);
    const int roles = b.add(folded, "team.role", Kind::kRadioGroup, Look::kOptions);
    b.node(roles).name = t.w.of_whom;
    for (int i = 0; i < kTeamRoles; ++i) {
      const int radio = b.add(roles, cat("team.role-", i + 1), Kind::kRadio, Look::kOption, role_name(i));
      b.node(radio).checked = static_cast<int>(t.table.role()) == i - 1;
    }
    b.paragraph(folded, "team.group.label", Look::kSetTitle, t.w.smallest);
    const int groups = b.add(folded, "team.group", Kind::kRadioGroup, Look::kOptions);
    b.node(groups).labelled_by = "team.group.label";
    for (const int n : {3, 4, 5, 8, 10}) {
      const int radio =
          b.add(groups, cat("team.group-", n), Kind::kRadio, Look::kOption, fill(t.w.smallest_n, {{"n", n}}));
      b.node(radio).checked = n == smallest;
    }
  }
  const bool ready = t.table.may_show();
  const int acts = b.add(set, "team.acts", Kind::kGroup, Look::kActs);
  b.node(b.button(acts, "team.add", ready ? Look::kSecondary : Look::kPrimaryPlain, t.w.add)).goes_with =
      t.table.field();
  b.button(acts, "team.file", Look::kTextButton, t.w.choose);
  if (ready) b.button(acts, "team.show", Look::kPrimaryPlain, t.table.seen() ? t.w.update : t.w.show);
  if (ready && !t.table.seen()) b.button(acts, "workshop.start", Look::kSecondary, t.w.start_workshop);
  b.paragraph(set, "team.privacy", Look::kSmallMuted, cat(t.w.readable, " ", t.w.guess, " ", t.w.memory));
}

}  // namespace kk
