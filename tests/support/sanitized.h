// Whether the sanitizers look on: they take many times as long, and see in a sample what they would see in all.
#pragma once

#if defined(KK_SANITIZED)
inline constexpr bool kIsSanitized = true;
#else
inline constexpr bool kIsSanitized = false;
#endif
