#include "paint/rules.h"

namespace kk {
namespace {

/// A value of the design at its three folds: from 600 px, under 600, under 360.
template <class T>
T at(const Width& w, T wide, T narrow, T tiny) {
  return w.tiny() ? tiny : w.narrow() ? narrow : wide;
}
template <class T>
T at(const Width& w, T wide, T narrow) {
  return w.narrow() ? narrow : wide;
}

Rule text(const Type& type, Ink ink, float above = 0) {
  Rule r;
  r.flow = Flow::kText;
  r.type = type;
  r.ink = ink;
  r.above = above;
  return r;
}

Rule stack(float above = 0, float gap = 0) {
  Rule r;
  r.above = above;
  r.gap = gap;
  return r;
}

Rule row(Flow flow, float above, float gap) {
  Rule r;
  r.flow = flow;
  r.above = above;
  r.gap = gap;
  return r;
}

Rule button(const Width& w, Ink ink) {
  Rule r = text(bold(kBodyType), ink);
  r.min_height = 48;
  r.left = r.right = at(w, 21.f, 13.f, 11.f);
  r.align = Align::kCenter;
  r.shrink = true;
  return r;
}

Rule call(const Width& w) {
  Rule r = stack(at(w, 16.f, 12.f));
  r.left = at(w, 24.f, 16.f, 14.f);
  r.right = at(w, 20.f, 12.f, 10.f);
  r.top = r.bottom = at(w, 12.f, 10.f, 8.f);
  return r;
}

Rule option(const Width& w) {
  Rule r = text(kBodyType, Ink::kText);
  r.left = at(w, 48.f, 44.f, 39.f);  // border, padding, radio 20, gap
  r.right = at(w, 16.f, 12.f, 11.f);
  r.top = r.bottom = at(w, 16.f, 12.f, 9.f);
  r.min_height = at(w, 56.f, 48.f, 44.f);
  return r;
}

}  // namespace

Rule rule_for(Look look, const Width& w) {
  switch (look) {
    case Look::kPlain:
    case Look::kColumn: return stack();
    case Look::kScreen: {
      Rule r = stack();
      r.left = r.right = r.bottom = w.padding();
      return r;
    }

    // Bar.
    case Look::kTopBar: {
      Rule r = row(Flow::kBetween, 0, 0);
      r.left = r.right = w.padding();
      r.top = 1;  // the widget's border
      r.min_height = at(w, 57.f, 49.f, 45.f);
      return r;
    }
    case Look::kBrand: {
      Rule r = text(bold(kBodyType), Ink::kText);
      r.icon = Icon::kCompass;
      r.icon_before = 24;
      return r;
    }
    case Look::kUtil: return row(Flow::kRow, 0, 16);
    case Look::kTextSwitch: {
      Rule r = text(kSmallType, Ink::kText);
      r.min_height = 44;
      r.right = 44;  // gap and track
      return r;
    }
    case Look::kLanguages: {
      Rule r = row(Flow::kRow, 0, 0);
      r.right = -12;  // the last target reaches into the padding, so that its text ends at the edge
      return r;
    }
    case Look::kLanguage: {
      Rule r = text(kSmallType, Ink::kMuted);
      r.min_height = 44;
      r.left = r.right = 12;
      r.align = Align::kCenter;
      return r;
    }
    case Look::kTabs: {
      Rule r = row(w.small() ? Flow::kBetween : Flow::kRow, 0, w.small() ? 0 : at(w, 32.f, 24.f));
      r.bleed = true;
      r.left = r.right = w.padding();
      r.bottom = 1;
      return r;
    }
    case Look::kTab:
    case Look::kTabAside: {
      Rule r = text(w.tiny() ? kSmallType : kBodyType, Ink::kMuted);
      r.min_height = at(w, 48.f, 48.f, 44.f);
      if (look == Look::kTabAside && w.roomy()) {
        r.type = bold(r.type);
        r.ink = Ink::kAccent;
        r.push = true;
      }
      return r;
    }

    // Intro.
    case Look::kIntroTitle: {
      Rule r = text(at(w, kHeroType, kDisplayType), Ink::kText, at(w, 24.f, 8.f));
      r.balance = true;
      return r;
    }
    case Look::kIntroTop: return stack();
    case Look::kLead: return text(kTitleType, Ink::kMuted, 16);
    case Look::kGo: return row(Flow::kRow, 24, 16);
    case Look::kStairs: return stack(at(w, 0.f, 24.f));
    case Look::kGets: {
      Rule r = at(w, row(Flow::kColumns, 32, 24), stack(24, 12));
      r.columns = 3;
      r.top = at(w, 25.f, 21.f);
      return r;
    }
    case Look::kBold: return text(bold(kBodyType), Ink::kText);
    case Look::kMuted: return text(kBodyType, Ink::kMuted);
    case Look::kSmallMuted: return text(kSmallType, Ink::kMuted);
    case Look::kQuiet: {
      Rule r = stack(24);
      r.left = 48;
      r.right = 16;
      r.top = r.bottom = 12;
      return r;
    }
    case Look::kQuietText: return text(kBodyType, Ink::kText);
    case Look::kLink: {
      Rule r = text(kBodyType, Ink::kAccent);
      r.shrink = true;
      return r;
    }

    // Buttons.
    case Look::kPrimary: {
      Rule r = button(w, Ink::kAccentOn);
      r.icon = Icon::kArrowRight;
      r.icon_after = w.tiny() ? 0 : 20;
      return r;
    }
    case Look::kSecondary: return button(w, Ink::kText);
    case Look::kCaution: return button(w, Ink::kCaution);
    case Look::kTextButton: {
      Rule r = button(w, Ink::kAccent);
      r.left = r.right = 0;
      return r;
    }

    // Question.
    case Look::kCountRow: {
      Rule r = row(Flow::kBetween, 0, 16);
      r.top = r.bottom = at(w, 8.f, 0.f);
      return r;
    }
    case Look::kCount: return text(kSmallType, Ink::kMuted, at(w, 28.f, 0.f));
    case Look::kPart: return text(kSmallType, Ink::kMuted);
    case Look::kProgress: {
      Rule r = row(Flow::kColumns, at(w, 0.f, 4.f), 16);
      r.columns = 3;
      return r;
    }
    case Look::kQuestion: return stack(at(w, 4.f, 20.f, 12.f));
    case Look::kQuestionTitle: {
      Rule r = text(at(w, kDisplayType, bold(kTitleType)), Ink::kText);
      r.balance = true;
      return r;
    }
    case Look::kWhy: return text(at(w, kBodyType, kSmallType), Ink::kMuted, at(w, 8.f, 4.f));
    case Look::kHint: return text(at(w, kBodyType, kSmallType), Ink::kText, at(w, 16.f, 12.f, 8.f));
    case Look::kMessage: {
      Rule r = text(bold(kBodyType), Ink::kCaution, 12);
      r.icon = Icon::kInfo;
      r.icon_before = 20;
      return r;
    }
    case Look::kFold: {
      Rule r = text(kSmallType, Ink::kAccent, 4);
      r.shrink = true;
      return r;
    }
    case Look::kSetTitle: return text(bold(kBodyType), Ink::kText, 24);
    case Look::kLinks: {
      Rule r = row(Flow::kRow, 14, 24);
      r.bottom = at(w, -10.f, -10.f, -8.f);  // the links are as high as a finger, their text is not
      return r;
    }
    case Look::kAnswers: return stack();
    case Look::kOptions: return stack(at(w, 12.f, 8.f), at(w, 8.f, -1.f));
    case Look::kOption: return option(w);
    case Look::kDoubt: return text(kSmallType, Ink::kMuted, at(w, 12.f, 8.f, 4.f));
    case Look::kNone: {
      Rule r = stack(at(w, 16.f, 12.f, 8.f));
      r.top = at(w, 17.f, 13.f, 9.f);
      return r;
    }
    case Look::kUnknown: {
      Rule r = option(w);
      r.right = 16;
      r.top = r.bottom = at(w, 12.f, 12.f, 9.f);
      r.min_height = 48;
      r.shrink = true;
      return r;
    }
    case Look::kSkip: {
      Rule r = button(w, Ink::kAccent);
      r.above = -48;  // in the row of "Weet ik niet", outside its group
      r.left = r.right = 8;
      r.align = Align::kRight;
      return r;
    }
    case Look::kBottom: return row(Flow::kBetween, at(w, 24.f, 12.f, 8.f), 16);
    case Look::kLive: {
      Rule r = text(kSmallType, Ink::kMuted, at(w, 0.f, 8.f, 4.f));
      r.left = at(w, 108.f, 0.f);  // mini track and gap
      r.align = at(w, Align::kLeft, Align::kCenter);
      return r;
    }

    // Result.
    case Look::kHead: return stack(at(w, 20.f, 12.f, 8.f));
    case Look::kOver: return text(kSmallType, Ink::kMuted);
    case Look::kHero: return text(at(w, kHeroType, kDisplayType), Ink::kText);
    case Look::kSay: {
      Rule r = text(bold(kBodyType), Ink::kText, at(w, 8.f, 4.f));
      r.balance = true;
      return r;
    }
    case Look::kSayText: return text(kBodyType, Ink::kText, at(w, 8.f, 4.f));
    case Look::kCallBrake:
    case Look::kCallGo: return call(w);
    case Look::kBegin: return text(kBodyType, Ink::kText);
    case Look::kThen: return text(at(w, kBodyType, kSmallType), Ink::kText, 4);
    case Look::kSection: return stack(at(w, 20.f, 12.f));
    case Look::kSectionTitle: return text(bold(kBodyType), Ink::kText);
    case Look::kTitleRow: return row(Flow::kBetween, 0, 16);
    case Look::kLadder: return stack();
    case Look::kBars: return stack();
    case Look::kStrip: {
      Rule r = row(Flow::kColumns, at(w, 12.f, 0.f), at(w, 24.f, 12.f));
      r.columns = 3;
      return r;
    }
    case Look::kStripColumn: return stack();
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
    case Look::kSureRow: return row(Flow::kBetween, at(w, 16.f, 8.f, 4.f), 16);
    case Look::kSure: {
      Rule r = text(kSmallType, Ink::kMuted);
      r.grow = true;
      return r;
    }
    case Look::kFoot: return row(Flow::kBetween, at(w, 20.f, 12.f, 8.f), at(w, 16.f, 8.f));

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
    case Look::kKey: return row(Flow::kRow, 0, at(w, 24.f, 16.f));
    case Look::kKeyItem: {
      Rule r = text(kSmallType, Ink::kMuted);
      r.left = 22;
      return r;
    }
    case Look::kSteps: return stack(at(w, 8.f, 0.f));
    case Look::kStep: {
      Rule r = stack();
      r.left = at(w, 56.f, 0.f);
      r.top = at(w, 16.f, 10.f, 6.f);
      r.bottom = at(w, 17.f, 11.f, 7.f);  // the hairline to the next
      return r;
    }
    case Look::kStepMeta: {
      Rule r = text(kSmallType, Ink::kMuted);
      r.left = at(w, 0.f, 36.f);
      r.top = r.bottom = at(w, 0.f, 4.f);
      r.right = 118;  // the dots
      return r;
    }
    case Look::kStepDo: return text(bold(kBodyType), Ink::kText, 2);
    case Look::kStepBecause: return text(at(w, kBodyType, kSmallType), Ink::kMuted, at(w, 4.f, 2.f));
    case Look::kOrder: return stack(at(w, 12.f, 8.f));
    case Look::kUnder: return text(kSmallType, Ink::kMuted, 8);
    case Look::kCells: return stack(at(w, 12.f, 8.f));
    case Look::kBody: return text(kBodyType, Ink::kText, 16);

    // Modules.
    case Look::kCountText: return text(kSmallType, Ink::kMuted);
    case Look::kSkipAlone: {
      Rule r = button(w, Ink::kAccent);
      r.above = at(w, 16.f, 12.f, 8.f);
      r.left = r.right = 8;
      r.align = Align::kRight;
      return r;
    }
    case Look::kBullets: return stack(16, 8);
    case Look::kBullet: {
      Rule r = text(kBodyType, Ink::kText);
      r.left = 20;
      return r;
    }

    // Patterns and mirror.
    case Look::kPatterns: return stack(20);
    case Look::kPattern: {
      Rule r = stack();
      r.top = at(w, 11.f, 6.f);
      r.bottom = at(w, 10.f, 5.f);
      return r;
    }
    case Look::kPatternText: return text(at(w, kBodyType, kSmallType), Ink::kText);
    case Look::kGoods: return row(Flow::kRow, 0, at(w, 24.f, 16.f));
    case Look::kGood: {
      Rule r = text(kBodyType, Ink::kText);
      r.icon = Icon::kCheck;
      r.icon_before = 20;
      return r;
    }
    case Look::kSeen: {
      Rule r = row(Flow::kBetween, 0, 16);
      r.top = at(w, 11.f, 6.f);
      r.bottom = at(w, 10.f, 5.f);
      return r;
    }
    case Look::kSeenText: {
      Rule r = text(at(w, kBodyType, kSmallType), Ink::kText);
      r.grow = true;
      return r;
    }
    case Look::kSeenAnswer: return text(bold(at(w, kBodyType, kSmallType)), Ink::kText);
    case Look::kRadar: return stack(at(w, 12.f, 8.f));
    case Look::kDumbbell:
    case Look::kCauses:
    case Look::kMirrorBars: return stack(at(w, 12.f, 8.f));
    case Look::kNote: {
      Rule r = text(at(w, kBodyType, kSmallType), Ink::kText, 16);
      r.left = r.right = at(w, 20.f, 12.f);
      r.top = r.bottom = at(w, 12.f, 10.f);
      return r;
    }
    case Look::kMoreRow: {
      Rule r = row(Flow::kRow, 8, 0);
      r.bottom = at(w, 0.f, 0.f, 4.f);  // keeps its target off that of the foot below
      return r;
    }

    // Sharing.
    case Look::kSets: return stack(at(w, 16.f, 8.f));
    case Look::kSet: {
      Rule r = stack();
      r.top = at(w, 17.f, 9.f);
      r.bottom = at(w, 16.f, 8.f);
      return r;
    }
    case Look::kSetHead: return at(w, stack(0, 4), row(Flow::kBetween, 0, 16));
    case Look::kField: {
      Rule r = text(kBodyType, Ink::kText, at(w, 0.f, 8.f));
      r.left = r.right = at(w, 16.f, 12.f);
      r.top = r.bottom = at(w, 12.f, 10.f);
      return r;
    }
    case Look::kSwitch: {
      Rule r = text(at(w, kBodyType, kSmallType), Ink::kText, at(w, 4.f, 0.f));
      r.left = 48;
      r.min_height = 44;
      return r;
    }
    case Look::kActs: return row(Flow::kRow, at(w, 12.f, 8.f), 8);
    case Look::kPrimaryPlain: return button(w, Ink::kAccentOn);
    case Look::kCode: return text(bold(w.tiny() ? kBodyType : kTitleType), Ink::kText);

    default: return stack();
  }
}

}  // namespace kk
