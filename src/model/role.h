// A person's place in the organisation, as far as they say it.
#pragma once

#include <cstdint>
#include <string_view>

namespace kk {

/// Never part of a code or a score. kPrivate: rather not said, which a team counts as none.
enum class Role : std::int8_t { kNone = -1, kLeadership, kMiddle, kFrontline, kPrivate };
inline constexpr std::string_view kRoleIds[] = {"leadership", "middle", "frontline", "private"};

}  // namespace kk
