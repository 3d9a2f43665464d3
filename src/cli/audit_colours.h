// Made by scripts/tokens.mjs from assets/design/tokens.json.
#pragma once

#include <string_view>

// clang-format off
#define KK_AUDIT_COLOURS \
  ":root{" \
  "--background:#F5F7F8;" \
  "--surface:#FFFFFF;" \
  "--surface-2:#F0F3F4;" \
  "--border:#D5DCE0;" \
  "--text:#10202A;" \
  "--muted:#4E606B;" \
  "--accent:#0B5A6B;" \
  "--caution:#A43E16;" \
  "--positive:#1C6B49;" \
  "--s1:#B37C3C;" \
  "--s2:#637B43;" \
  "--s3:#146764;" \
  "--s4:#004860;" \
  "--s5:#172349;" \
  "}" \
  "@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;" \
  "--background:#0E1417;" \
  "--surface:#151C20;" \
  "--surface-2:#1F282D;" \
  "--border:#344047;" \
  "--text:#EBF1F3;" \
  "--muted:#A5B4BB;" \
  "--accent:#6FC7D6;" \
  "--caution:#F0A07A;" \
  "--positive:#7FCBA4;" \
  "--s1:#986A2F;" \
  "--s2:#83995B;" \
  "--s3:#67BDB2;" \
  "--s4:#90D3EA;" \
  "--s5:#DAE7FE;" \
  "}}"
// clang-format on

namespace kk {

/// Of kAuditStyle, for the page's policy.
inline constexpr std::string_view kAuditStyleHash = "sha256-L37YbBsDIC2pd/1pWim7kkb5HtfG7Y1bOuMjAqKxFjM=";

}  // namespace kk
