#include "paint/rules/parts.h"

namespace kk::rules {

Rule result_rule_for(Look look, const Width& w) {
  switch (look) {
    // Result.
    case Look::kHead:
      return stack(at(w, 16.f, 10.f, 8.f));
    case Look::kOver:
      return text(kSmallType, Ink::kMuted);
    case Look::kHero:
      return text(at(w, kHeroType, kDisplayType), Ink::kText);
    case Look::kSay: {
      Rule r = text(bold(kBodyType), Ink::kText, at(w, 8.f, 4.f));
      r.balance = true;
      return r;
    }
    case Look::kSayText:
      return text(kBodyType, Ink::kText, at(w, 8.f, 4.f));
    case Look::kCallBrake:
    case Look::kCallGo:
      return call(w);
    case Look::kBegin:
      return text(kBodyType, Ink::kText);
    case Look::kThen:
      return text(at(w, kBodyType, kSmallType), Ink::kText, at(w, 4.f, 2.f));
    case Look::kSection:
      return stack(at(w, 12.f, 12.f, 8.f));
    case Look::kSectionTitle:
      return text(bold(kBodyType), Ink::kText);
    case Look::kTitleRow:
      return row(Flow::kBetween, 0, 16);
    case Look::kLadder:
      return stack();
    case Look::kBars:
      return stack();
    case Look::kStrip:
      return row(Flow::kColumns, at(w, 8.f, 0.f), at(w, 24.f, 6.f, 4.f));
    case Look::kStripColumn:
      return stack();
    case Look::kStripList: {
      if (!w.narrow()) return stack();
      Rule r = row(Flow::kColumns, 2, 12);
      r.columns = w.width < kLoneWidth ? 1 : w.width < kPairsWidth ? 2 : 3;
      return r;
    }
    case Look::kBarHead: {
      Rule r = row(Flow::kBetween, 0, 8);
      r.bottom = 14;  // the bar
      return r;
    }
    case Look::kBarValue:
      return text(bold(kSmallType), Ink::kText);
    case Look::kOneView: {
      Rule r = text(kSmallType, Ink::kMuted);
      r.icon = Icon::kPerson;
      r.icon_before = 16;
      return r;
    }
    case Look::kTarget:
      return stack(4);
    case Look::kTargets:
      return row(Flow::kColumns, at(w, 0.f, 8.f), 2);
    case Look::kTargetCell: {
      Rule r = text(kSmallType, Ink::kText);
      r.min_height = 44;
      r.align = Align::kCenter;
      r.icon = Icon::kFlag;
      return r;
    }
    case Look::kStripHeading: {
      Rule r = text(bold(kSmallType), Ink::kText);
      r.bottom = 7;
      return r;
    }
    case Look::kStripItem: {
      Rule r = text(kSmallType, Ink::kText);
      r.top = 4;
      r.bottom = 20;  // the dots
      return r;
    }
    case Look::kSure: {
      Rule r = text(kSmallType, Ink::kMuted);
      r.grow = true;
      return r;
    }
    case Look::kFoot:
      return row(Flow::kBetween, at(w, 12.f, 12.f, 8.f), at(w, 16.f, 8.f));

    // Steps.
    case Look::kPageTitle: {
      Rule r = text(at(w, kDisplayType, bold(kTitleType)), Ink::kText);
      r.balance = true;
      r.grow = true;
      return r;
    }
    case Look::kPageLead: {
      Rule r = text(at(w, kBodyType, kSmallType), Ink::kMuted, at(w, 8.f, 4.f));
      r.balance = true;
      return r;
    }
    case Look::kKey:
      return row(Flow::kRow, 0, at(w, 24.f, 16.f));
    case Look::kKeyItem: {
      Rule r = text(kSmallType, Ink::kMuted);
      r.left = 22;
      return r;
    }
    case Look::kTask:
      return stack(-1);  // the line is shared with the row before
    case Look::kFields: {
      Rule r = stack(at(w, 12.f, 8.f), 6);
      r.bottom = 16;
      return r;
    }
    case Look::kSteps:
      return stack(at(w, 4.f, 0.f));
    case Look::kStep: {
      Rule r = stack();
      r.left = at(w, 56.f, 0.f);
      r.top = at(w, 12.f, 6.f);
      r.bottom = at(w, 13.f, 7.f);  // the hairline to the next
      return r;
    }
    case Look::kStepMeta: {
      Rule r = text(kSmallType, Ink::kMuted);
      r.left = at(w, 0.f, 36.f);
      r.top = r.bottom = at(w, 0.f, 4.f);
      r.right = at(w, 118.f, 118.f, 92.f);  // the dots
      return r;
    }
    case Look::kStepDo:
      return text(bold(kBodyType), Ink::kText, 2);
    case Look::kStepDone:
      return text(kSmallType, Ink::kText, at(w, 4.f, 2.f));
    case Look::kStepBecause:
      return text(kSmallType, Ink::kMuted, 2);
    case Look::kOrder:
      return stack(8);
    case Look::kUnder:
      return text(kSmallType, Ink::kMuted, 8);
    case Look::kCells:
      return stack(8);
    case Look::kBody:
      return text(kBodyType, Ink::kText, 16);

    // Modules.
    case Look::kCountText:
      return text(kSmallType, Ink::kMuted);
    case Look::kSkipAlone: {
      Rule r = button(w, Ink::kAccent);
      r.above = at(w, 16.f, 12.f, 8.f);
      r.left = r.right = 8;
      r.align = Align::kRight;
      return r;
    }
    case Look::kBullets:
      return stack(16, 8);
    case Look::kBullet: {
      Rule r = text(kBodyType, Ink::kText);
      r.left = 20;
      return r;
    }

    // Patterns and mirror.
    case Look::kPatterns:
      return stack(at(w, 16.f, 12.f, 8.f));
    case Look::kPattern:
      return under_line(stack(), at(w, 8.f, 5.f));
    case Look::kPatternText:
      return text(at(w, kBodyType, kSmallType), Ink::kText);
    case Look::kShares:
      return stack(4);
    case Look::kStatus: {
      Rule r = text(kSmallType, Ink::kAccent);
      r.shrink = true;
      r.icon_after = 12;
      r.icon_gap = 4;
      return r;
    }
    case Look::kGoods:
      return row(Flow::kRow, 0, at(w, 24.f, 16.f));
    case Look::kGood: {
      Rule r = text(at(w, kBodyType, kSmallType), Ink::kText);
      r.icon = Icon::kCheck;
      r.icon_before = 20;
      return r;
    }
    case Look::kSeen:
      return under_line(row(Flow::kBetween, 0, 16), at(w, 10.f, 5.f));
    case Look::kSeenText: {
      Rule r = text(at(w, kBodyType, kSmallType), Ink::kText);
      r.grow = true;
      return r;
    }
    case Look::kSeenAnswer:
      return text(bold(at(w, kBodyType, kSmallType)), Ink::kText);
    case Look::kRadar:
      return stack(at(w, 12.f, 8.f));
    case Look::kDumbbell:
    case Look::kCauses:
    case Look::kMirrorBars:
      return stack(at(w, 12.f, 8.f));
    case Look::kSite:
      return padded(stack(24, 12), at(w, 20.f, 12.f), 16);
    case Look::kNote:
      return padded(text(at(w, kBodyType, kSmallType), Ink::kText, at(w, 12.f, 8.f)), at(w, 20.f, 12.f),
                    at(w, 12.f, 10.f));
    case Look::kMoreRow: {
      Rule r = row(Flow::kRow, at(w, 8.f, 8.f, 4.f), 24);
      r.bottom = at(w, 0.f, 0.f, 4.f);  // keeps its target off that of the foot below
      return r;
    }

    // Sharing.
    case Look::kSets:
      return stack(at(w, 16.f, 8.f));
    case Look::kSet:
      return under_line(stack(), at(w, 16.f, 8.f));
    case Look::kSetHead: {
      Rule r = at(w, stack(0, 4), row(Flow::kBetween, 0, 8));
      r.bottom = at(w, 4.f, 0.f);
      return r;
    }
    case Look::kField: {
      Rule r = padded(text(kBodyType, Ink::kText, at(w, 0.f, 8.f)), at(w, 16.f, 12.f), at(w, 12.f, 10.f));
      r.min_height = 72;
      r.max_height = 240;
      return r;
    }
    case Look::kBackRow:
      return row(Flow::kBetween, at(w, 4.f, 0.f), 16);
    case Look::kBack: {
      Rule r = text(bold(kBodyType), Ink::kAccent);
      r.min_height = 44;
      r.icon = Icon::kArrowLeft;
      r.icon_before = 20;
      return r;
    }
    case Look::kDates: {
      Rule r = row(Flow::kColumns, at(w, 16.f, 12.f, 8.f), at(w, 16.f, 8.f));
      r.columns = w.width < kLoneWidth ? 1 : 2;
      r.right = at(w, 120.f, 0.f);
      return r;
    }
    case Look::kEntry: {
      Rule r = padded(text(kBodyType, Ink::kText, 4), at(w, 16.f, 12.f, 8.f), at(w, 11.f, 9.f));
      r.min_height = at(w, 48.f, 44.f);
      return r;
    }
    case Look::kBoard:
      return stack(at(w, 16.f, 12.f), 24);
    case Look::kAside:
      return stack(0, 8);
    case Look::kChanges:
    case Look::kLanes:
      return stack(at(w, 8.f, 12.f, 8.f));
    case Look::kSwitch: {
      Rule r = text(at(w, kBodyType, kSmallType), Ink::kText, at(w, 4.f, 0.f));
      r.left = 48;
      r.min_height = 44;
      return r;
    }
    case Look::kActs:
      return row(Flow::kRow, at(w, 12.f, 8.f), 8);
    case Look::kPrimaryPlain:
      return button(w, Ink::kAccentOn);
    case Look::kCode:
      return text(bold(at(w, kTitleType, kBodyType)), Ink::kText);

    default:
      return stack();
  }
}

}  // namespace kk::rules
