// What the rules of the looks are put together from. As functions that stay functions: a hundred looks use them, and
// the twenty stores that make a rule would stand in each.
#pragma once

#include "paint/rules/rules.h"

namespace kk::rules {

/// A value of the design at its three folds: from 600 px, under 600, under 360.
[[gnu::noinline]] inline float at(const Width& w, float wide, float narrow, float tiny) {
  return w.tiny() ? tiny : w.narrow() ? narrow : wide;
}
[[gnu::noinline]] inline float at(const Width& w, float wide, float narrow) { return w.narrow() ? narrow : wide; }
template <class T>
T at(const Width& w, T wide, T narrow, T tiny) {
  return w.tiny() ? tiny : w.narrow() ? narrow : wide;
}
template <class T>
T at(const Width& w, T wide, T narrow) {
  return w.narrow() ? narrow : wide;
}

[[gnu::noinline]] inline Rule text(const Type& type, Ink ink, float above = 0) {
  Rule r;
  r.flow = Flow::kText;
  r.type = type;
  r.ink = ink;
  r.above = above;
  return r;
}

[[gnu::noinline]] inline Rule stack(float above = 0, float gap = 0) {
  Rule r;
  r.above = above;
  r.gap = gap;
  return r;
}

[[gnu::noinline]] inline Rule row(Flow flow, float above, float gap) {
  Rule r;
  r.flow = flow;
  r.above = above;
  r.gap = gap;
  return r;
}

/// The same room at both sides, and at both ends.
[[gnu::noinline]] inline Rule padded(Rule r, float sides, float ends) {
  r.left = r.right = sides;
  r.top = r.bottom = ends;
  return r;
}

/// With a hairline over it, which takes one pixel of the room.
[[gnu::noinline]] inline Rule under_line(Rule r, float ends) {
  r.top = ends + 1;
  r.bottom = ends;
  return r;
}

[[gnu::noinline]] inline Rule button(const Width& w, Ink ink) {
  Rule r = text(bold(kBodyType), ink);
  r.min_height = 48;
  r.left = r.right = at(w, 21.f, 13.f, 11.f);
  r.align = Align::kCenter;
  r.shrink = true;
  return r;
}

[[gnu::noinline]] inline Rule call(const Width& w) {
  Rule r = stack(12);
  r.left = at(w, 24.f, 16.f, 14.f);
  r.right = at(w, 20.f, 12.f, 10.f);
  r.top = r.bottom = at(w, 12.f, 8.f);
  return r;
}

[[gnu::noinline]] inline Rule option(const Width& w) {
  Rule r = text(kBodyType, Ink::kText);
  r.left = at(w, 48.f, 44.f, 39.f);  // border, padding, radio 20, gap
  r.right = at(w, 16.f, 12.f, 11.f);
  r.top = r.bottom = at(w, 16.f, 12.f, 9.f);
  r.min_height = at(w, 56.f, 48.f, 44.f);
  return r;
}

/// Looks of the result's pages, of modules and of panels; rule_for has the others.
Rule result_rule_for(Look look, const Width& w);

}  // namespace kk::rules
