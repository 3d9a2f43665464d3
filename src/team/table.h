// The codes that colleagues passed on, in memory alone: what is collected, and what of it may be seen.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/result_code.h"
#include "model/questionnaire.h"
#include "model/role.h"
#include "model/team.h"
#include "team/workshop.h"
#include "view/session/supplement.h"

namespace kk {

/// What is pasted at once, in bytes; more is refused, and nothing of it taken.
inline constexpr std::size_t kMostPasted = 1'000'000;
/// Codes that did not count are named one by one up to here.
inline constexpr std::size_t kMostNamed = 20;

struct LeftOut {
  int line = 1;
  CodeStatus status = CodeStatus::kOk;  ///< kOk: it was there already
};

/// What became of the text that was added last.
struct AddedCodes {
  int codes = 0;
  std::vector<LeftOut> left_out;  ///< the first kMostNamed
  int more_left_out = 0;          ///< how many besides
  bool too_long = false;
};

class TeamTable final : public Supplement {
 public:
  /// Must outlive it.
  explicit TeamTable(const Questionnaire& questionnaire);

  /// "team.add" takes the codes in a text; of a long one in pieces that end with a line "team.begin" the first,
  /// "team.and" others and "team.end" the last. "team.show" shows what is collected, "team.role-N" says of whom codes
  /// without a role of their own are (1: anyone, then those of kMemberRoleIds), "team.more" opens the field and closes
  /// it, "team.clear" asks, and "team.clear-yes" forgets all where
  /// "team.keep" keeps it. "team.then" keeps the picture to
  /// lay a later one beside it. "team.group-N" says how small a group may be that is seen, kLeastGroup or more.
  /// "workshop.start" opens the workshop, and shows what is collected where nothing
  /// is shown yet; other actions that begin so are
  /// the workshop's.
  bool act(Session& session, std::string_view id, std::string_view value, std::string_view& focus) override;
  void forget() override;
  /// "team.csv" and "team.json": what the picture shows, no more. Empty while there is none.
  std::string file(std::string_view kind, int language) const override;

  /// What may be seen; null before the first picture.
  const TeamCounts* seen() const { return seen_ ? &*seen_ : nullptr; }
  /// Collected, and not in the picture yet.
  const TeamCounts& waiting() const { return waiting_; }
  bool may_show() const { return waiting_.size() >= waiting_.min_group && !too_close(); }
  /// The picture has roles apart, and would lose them with what waits.
  bool would_merge() const;

  /// The picture that was kept; null where none was.
  const TeamCounts* before() const { return before_ ? &*before_ : nullptr; }
  /// From the picture that was kept and one of what is collected a single change could be worked out: of the codes that
  /// went, or of those that came, there are some and fewer than a group must have.
  bool too_close() const;
  const Workshop& workshop() const { return workshop_; }
  const std::optional<AddedCodes>& added() const { return added_; }

  bool asking() const { return asking_; }  ///< whether all may be forgotten
  Role role() const { return role_; }      ///< of codes without one of their own
  bool is_open() const { return open_ || !seen_; }
  const std::string& field() const { return field_; }  ///< node id: a new field after each text that was taken

 private:
  void add(std::string_view text, bool first, bool last);
  void show();
  void clear();
  void collect_anew();

  const Questionnaire& q_;
  using Codes = std::set<std::string, std::less<>>;
  Codes codes_, before_codes_;
  TeamCounts waiting_;
  std::vector<TeamCounts> batches_;
  std::optional<TeamCounts> seen_, before_;
  std::optional<AddedCodes> added_;
  Workshop workshop_;
  Role role_ = Role::kNone;
  bool open_ = false, asking_ = false;
  int fields_ = 1;
  std::size_t bytes_ = 0;  ///< of the text that is being added, in the pieces before; and lines
  int lines_ = 0;
  std::string field_;
};

/// The role in a line with one code: a cell that holds nothing else, as in "leiding; CODE" and in a table.
Role role_in(std::string_view line);

}  // namespace kk
