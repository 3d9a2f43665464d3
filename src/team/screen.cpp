// Team: the codes of colleagues side by side.
#include "team/screen.h"

#include <vector>

#include "score/team.h"
#include "team/parts.h"
#include "view/builder.h"
#include "view/screens/screen.h"

namespace kk {
namespace {

Team team_of(Builder& b) {
  const auto& table = static_cast<const TeamTable&>(*b.session.supplement());
  return {b, table, team_words(b.words), table.seen() ? team_result(b.q, *table.seen()) : TeamResult{}};
}

void team_screen(Builder& b) {
  const int screen = b.add(-1, "team", Kind::kGroup, Look::kScreen);
  tabs(b, screen);
  const Team t = team_of(b);
  if (t.table.seen()) return picture(t, screen);
  const int head = b.add(screen, "team.head", Kind::kGroup, Look::kHead);
  b.heading(head, "team.h", 1, Look::kPageTitle, t.w.empty);
  b.paragraph(head, "team.lead", Look::kPageLead, t.w.lead);
  if (b.options.paper) return;
  if (t.table.before()) {
    b.paragraph(head, "team.then.kept", Look::kPageLead,
                fill(t.w.then_kept, {{"n", static_cast<int>(t.table.before()->size())}}));
  }
  collect(t, screen);
  if (!b.options.linkable) return;
  const int invites = b.add(screen, "team.invites", Kind::kGroup, Look::kActs);
  b.paragraph(invites, "team.invite.h", Look::kSmallMuted, t.w.invite_h);
  b.button(invites, "copy.invite", Look::kTextButton, b.words.copy_invite);
}

void workshop_screen(Builder& b) {
  const int screen = b.add(-1, "workshop", Kind::kGroup, Look::kScreen);
  const Team t = team_of(b);
  if (t.table.workshop().is_over() || b.options.paper) tabs(b, screen);
  workshop(t, screen);
}

std::string workshop_title(const Builder& b) { return lower_first(team_words(b.words).workshop); }

constexpr ScreenRow kTeam{.name = "team",
                          .part = Part::kResult,
                          .link = Link::kTab,
                          .under = static_cast<Screen>(kScreenCount),
                          .paper = Paper::kInstead,
                          .word = &Words::team,
                          .build = team_screen};
constexpr ScreenRow kWorkshop{.name = "workshop",
                              .part = Part::kResult,
                              .under = static_cast<Screen>(kScreenCount),
                              .paper = Paper::kInstead,
                              .build = workshop_screen,
                              .title = workshop_title};

}  // namespace

ScreenRows team_rows() {
  static const std::vector<ScreenRow> rows = [] {
    std::vector<ScreenRow> all(kScreenRows.begin(), kScreenRows.end());
    all.push_back(kTeam);
    all.push_back(kWorkshop);
    return all;
  }();
  return rows;
}

}  // namespace kk
