// A person's place in the organisation, as far as they say it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace kk {

/// Never part of a code or a score. kPrivate: rather not said, which a team counts as none.
enum class Role : std::int8_t { kNone = -1, kLeadership, kMiddle, kFrontline, kPrivate };
inline constexpr std::string_view kRoleIds[] = {"leadership", "middle", "frontline", "private"};
/// Those that a member of a team may be given.
inline constexpr std::span kMemberRoleIds = std::span(kRoleIds).first<3>();

/// A member's role; kNone when the name is none of theirs.
constexpr Role member_role(std::string_view name) {
  for (std::size_t i = 0; i < kMemberRoleIds.size(); ++i) {
    if (kMemberRoleIds[i] == name) return static_cast<Role>(i);
  }
  return Role::kNone;
}

}  // namespace kk
