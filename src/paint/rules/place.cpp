// Part of rules.h: what a rule becomes by the place of its node.
#include <algorithm>

#include "paint/rules/rules.h"

namespace kk {

Rule rule_of(const View& view, std::size_t index, const Width& width) {
  const Node& n = view.nodes[index];
  Rule rule = rule_for(n.look, width);
  const bool has_bars =
      n.look == Look::kMoreRow && std::any_of(view.nodes.begin(), view.nodes.end(), [&](const Node& each) {
        return each.parent == n.parent && each.look == Look::kBars;
      });
  const Look parent = n.parent < 0 ? Look::kPlain : view.nodes[static_cast<std::size_t>(n.parent)].look;
  const bool marks_current =
      n.look == Look::kPart || n.look == Look::kTab || n.look == Look::kTabAside || n.look == Look::kLanguage;
  if (n.current && marks_current) {
    rule.type = bold(rule.type);
    rule.ink = Ink::kText;
  }
  if (n.look == Look::kSecondary && n.id == "nav.back") {
    rule.icon = Icon::kArrowLeft;
    rule.icon_before = width.tiny() ? 0 : 20;
  }
  if (n.look == Look::kLink && (parent == Look::kLinks || parent == Look::kSources || parent == Look::kBackRow))
    rule.min_height = 44;
  if (n.look == Look::kLink && (parent == Look::kSources || parent == Look::kBackRow)) rule.type = kSmallType;
  if (n.look == Look::kStatus) rule.icon = n.expanded == 1 ? Icon::kChevronUp : Icon::kChevronDown;
  // Rows that open share the line between them.
  if (n.look == Look::kFoldRow && n.parent >= 0 && view.nodes[index - 1].look == Look::kFoldRow) rule.above = -1;
  if (n.look == Look::kTargetCell && n.checked) {
    rule.type = bold(rule.type);
    if (n.id.starts_with("target.")) rule.icon_before = 16;
  }
  // Buttons that have a set to themselves stand beside its title.
  if (n.look == Look::kActs && parent == Look::kColumn && n.parent + 1 == static_cast<int>(index) && !width.narrow())
    rule.above = 0;
  // Where it is narrow a switch, as high as a finger, stands off enough by that.
  if (width.narrow() && n.look == Look::kActs && view.nodes[index - 1].look == Look::kSwitch) rule.above = 0;
  // What is said under buttons does not touch them.
  if (n.look == Look::kSmallMuted && parent == Look::kColumn) {
    const int before = view.nodes[index - 1].parent;
    if (before > n.parent && view.nodes[static_cast<std::size_t>(before)].look == Look::kActs) rule.above = 8;
  }
  // Under 600 px the primary button of a foot takes the spare width.
  if (n.look == Look::kPrimary && parent == Look::kFoot && width.narrow()) rule.grow = true;
  if (n.look == Look::kLink && parent == Look::kMoreRow) rule.type = kSmallType;
  if (n.look == Look::kLink && parent == Look::kTitleRow) rule.type = kSmallType;
  // The switch to the radar stands left of the bars' axis, where the label column is empty.
  if (n.look == Look::kMoreRow && !width.narrow() && has_bars) rule.above = -22, rule.bottom = 2;
  if (n.look == Look::kProgress || n.look == Look::kStrip || n.look == Look::kTargets) {
    int columns = 0;
    for (const Node& each : view.nodes) columns += each.parent == static_cast<int>(index) && each.drawn;
    rule.columns = std::max(1, columns);
    if (n.look == Look::kStrip) rule.columns = width.strip_columns(rule.columns);
  }
  return rule;
}

}  // namespace kk
