// Any bytes as members, as counts and as a text with codes in it: refused, or a team that counts add up to again.
#include "author/read/team.h"

#include "exchange/found_codes.h"
#include "exchange/team_json.h"
#include "score/team.h"
#include "support/properties.h"

namespace kk::test {

/// What is accepted is written, reads back, and adds up to itself however it is put together.
void check_counts(const Questionnaire& q, const TeamCounts& counts) {
  std::string written, whole, twice;
  write_partial(q, counts, written);
  TeamCounts again = no_members(q);
  require(read_partial(written, q, again).empty() && again == counts, "counts that are written read the same");
  write_team(q, team_result(q, counts), whole);
  write_team(q, team_result(q, again), twice);
  require(whole == twice, "the same counts are the same team");
  const TeamResult team = team_result(q, counts);
  for (std::size_t i = 0; i < team.questions.size(); ++i) {
    const TeamQuestion& question = team.questions[i];
    require(question.n <= team.n && question.n <= counts.asked[i], "no more answers than members");
    if (question.agreement) require(*question.agreement >= 0 && *question.agreement <= kPartsOfOne, "0 to 1");
    if (!question.gap) continue;
    for (std::size_t role = 0; role < kTeamRoles; ++role) {
      require(counts.members[role] == 0 || counts.members[role] >= counts.min_group, "no small group is held apart");
    }
  }
}

}  // namespace kk::test

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kk;
  const Questionnaire& q = test::every_field();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const auto read : {read_members, read_partial}) {
    TeamCounts counts = no_members(q);
    if (read(text, q, counts).empty()) test::check_counts(q, counts);
  }
  TeamCounts counts = no_members(q);
  TeamCounter counter(q, counts);
  for (const FoundCode& found : found_codes(q, text)) {
    test::require(found.column < size, "a code begins in its line");
    if (found.decoded.status == CodeStatus::kOk) counter.add(Role::kMiddle, found.decoded.answers);
  }
  if (counts.size() > 0) test::check_counts(q, counts);
  return 0;
}
