#include "paint/rules/rules.h"

#include "paint/rules/parts.h"

namespace kk {

using namespace rules;

Rule rule_for(Look look, const Width& w) {
  switch (look) {
    case Look::kPlain:
      return text(kBodyType, Ink::kText);
    case Look::kColumn:
      return stack();
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
      r.min_height = 44;  // as high as the controls, should they stand below it
      r.icon = Icon::kCompass;
      r.icon_before = 24;
      return r;
    }
    case Look::kUtil:
      return row(Flow::kRow, 0, 16);
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
    case Look::kIntroTop:
      return stack();
    case Look::kLead:
      return text(kTitleType, Ink::kMuted, 16);
    case Look::kGo:
      return row(Flow::kRow, 24, 16);
    case Look::kStairs:
      return stack(at(w, 0.f, 24.f));
    case Look::kGets: {
      Rule r = at(w, row(Flow::kColumns, 32, 24), stack(24, 12));
      r.columns = 3;
      r.top = at(w, 25.f, 21.f);
      return r;
    }
    case Look::kBold:
      return text(bold(kBodyType), Ink::kText);
    case Look::kMuted:
      return text(kBodyType, Ink::kMuted);
    case Look::kSmallMuted:
      return text(kSmallType, Ink::kMuted);
    case Look::kQuiet: {
      Rule r = stack(24);
      r.left = 48;
      r.right = 16;
      r.top = r.bottom = 12;
      return r;
    }
    case Look::kQuietText:
      return text(kBodyType, Ink::kText);
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
    case Look::kSecondary:
      return button(w, Ink::kText);
    case Look::kCaution:
      return button(w, Ink::kCaution);
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
    case Look::kCount:
      return text(kSmallType, Ink::kMuted, at(w, 28.f, 0.f));
    case Look::kPart:
      return text(kSmallType, Ink::kMuted);
    case Look::kProgress: {
      Rule r = row(Flow::kColumns, at(w, 0.f, 4.f), 16);
      r.columns = 3;
      return r;
    }
    case Look::kQuestion:
      return stack(at(w, 4.f, 20.f, 12.f));
    case Look::kQuestionTitle: {
      Rule r = text(at(w, kDisplayType, bold(kTitleType)), Ink::kText);
      r.balance = true;
      return r;
    }
    case Look::kWhy:
      return text(at(w, kBodyType, kSmallType), Ink::kMuted, at(w, 8.f, 4.f));
    case Look::kHint: {
      Rule r = text(at(w, kBodyType, kSmallType), Ink::kText, at(w, 16.f, 12.f, 8.f));
      r.balance = true;
      return r;
    }
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
    case Look::kTerm:  // stands where its word does: layout.cpp
      return text(kBodyType, Ink::kAccent);
    case Look::kMeaning: {
      Rule r = padded(stack(), at(w, 20.f, 16.f), 12);
      r.right = 44;  // the cross
      return r;
    }
    case Look::kFoldRow: {
      Rule r = text(kBodyType, Ink::kMuted);
      r.min_height = at(w, 48.f, 44.f);
      r.top = r.bottom = at(w, 11.f, 9.f);  // the lines
      r.right = 28;                         // the chevron
      return r;
    }
    case Look::kFolded:
      return stack(12);  // what the fold above can be pressed by reaches so far
    case Look::kSetTitle:
      return text(bold(kBodyType), Ink::kText, 24);
    case Look::kLinks: {
      Rule r = row(Flow::kRow, at(w, 14.f, 14.f, 8.f), 24);
      r.bottom = at(w, -10.f, -10.f, -8.f);  // the links are as high as a finger, their text is not
      return r;
    }
    case Look::kSources: {
      Rule r = row(at(w, Flow::kRow, Flow::kBetween), at(w, 4.f, 2.f), at(w, 24.f, 12.f, 8.f));
      r.bottom = at(w, -10.f, -10.f, -8.f);  // the links are as high as a finger, their text is not
      return r;
    }
    case Look::kAnswers:
      return stack();
    case Look::kOptions:
      return stack(at(w, 12.f, 8.f), at(w, 8.f, -1.f));
    case Look::kOption:
      return option(w);
    case Look::kDoubt:
      return text(kSmallType, Ink::kMuted, at(w, 12.f, 8.f, 4.f));
    case Look::kNone: {
      Rule r = stack(at(w, 16.f, 12.f, 8.f));
      r.top = at(w, 17.f, 13.f, 9.f);
      return r;
    }
    case Look::kPills:
      return row(Flow::kRow, 0, 8);
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
      r.above = w.single() ? 8 : -48;  // in the row of "Weet ik niet", outside its group
      r.left = r.right = 8;
      r.align = Align::kRight;
      return r;
    }
    case Look::kBottom:
      return row(Flow::kBetween, at(w, 24.f, 12.f, 8.f), 16);
    case Look::kLive: {
      Rule r = text(kSmallType, Ink::kMuted, at(w, 0.f, 8.f, 4.f));
      r.left = w.roomy() ? 108 : 0;  // mini track and gap
      r.align = at(w, Align::kLeft, Align::kCenter);
      return r;
    }

    default:
      return result_rule_for(look, w);
  }
}

}  // namespace kk
