// The view model: what is on the screen, in the interface's own words. Painter, mirror and bundle are made from it
// alone.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "view/figure.h"

namespace kk {

// clang-format off
/// What a node is to assistive technology: a closed list, each with one element in the mirror (web/widget/mirror.js).
#define KK_KINDS(X)                                                                                       \
  X(kGroup, "group") X(kHeader, "header") X(kNav, "nav") X(kHeading, "heading") X(kParagraph, "paragraph") \
  X(kSpan, "span") X(kList, "list") X(kOrdered, "ordered") X(kItem, "item") X(kRadioGroup, "radiogroup")  \
  X(kRadio, "radio") X(kCheckbox, "checkbox") X(kSwitch, "switch") X(kButton, "button") X(kAnchor, "anchor") \
  X(kTextarea, "textarea") X(kText, "text") X(kDate, "date") X(kFigure, "figure") X(kTable, "table") X(kRow, "row")                         \
  X(kColumnHead, "columnhead") X(kRowHead, "rowhead") X(kCell, "cell")

/// What a node looks like: one rule in paint/rules.cpp and one class `k-…` in web/widget/css.
#define KK_LOOKS(X)                                                                                             \
  X(kPlain, "plain") X(kScreen, "screen") X(kTopBar, "top-bar") X(kBrand, "brand") X(kUtil, "util")             \
  X(kTextSwitch, "text-switch") X(kLanguages, "languages") X(kLanguage, "language") X(kTabs, "tabs")            \
  X(kTab, "tab") X(kTabAside, "tab-aside") X(kIntroTitle, "intro-title") X(kIntroTop, "intro-top")              \
  X(kColumn, "column") X(kLead, "lead") X(kGo, "go") X(kStairs, "stairs") X(kGets, "gets") X(kBold, "bold")     \
  X(kMuted, "muted") X(kSmallMuted, "small-muted") X(kQuiet, "quiet") X(kQuietText, "quiet-text")               \
  X(kLink, "link") X(kPrimary, "primary") X(kSecondary, "secondary") X(kTextButton, "text-button")              \
  X(kCaution, "caution") X(kCountRow, "count-row") X(kCount, "count") X(kPart, "part") X(kProgress, "progress") \
  X(kQuestion, "question") X(kQuestionTitle, "question-title") X(kWhy, "why") X(kHint, "hint")                  \
  X(kMessage, "message") X(kAnswers, "answers") X(kOptions, "options") X(kOption, "option")                     \
  X(kDoubt, "doubt") X(kNone, "none") X(kUnknown, "unknown") X(kSkip, "skip") X(kBottom, "bottom")              \
  X(kLive, "live") X(kHead, "head") X(kOver, "over") X(kHero, "hero") X(kSay, "say") X(kSayText, "say-text")    \
  X(kCallBrake, "call-brake") X(kCallGo, "call-go") X(kBegin, "begin") X(kThen, "then") X(kSection, "section")  \
  X(kSectionTitle, "section-title") X(kHiddenTitle, "hidden-title") X(kTitleRow, "title-row")                   \
  X(kLadder, "ladder") X(kBars, "bars") X(kStrip, "strip") X(kStripColumn, "strip-column")                      \
  X(kStripHeading, "strip-heading") X(kStripList, "strip-list") X(kStripItem, "strip-item") X(kBarHead, "bar-head") X(kBarValue, "bar-value") X(kSure, "sure")        \
  X(kFoot, "foot") X(kPageTitle, "page-title") X(kPageLead, "page-lead") X(kKey, "key") X(kKeyItem, "key-item") \
  X(kSteps, "steps") X(kStep, "step") X(kStepMeta, "step-meta") X(kStepDo, "step-do")                           \
  X(kStepDone, "step-done") X(kStepBecause, "step-because") X(kOrder, "order") X(kUnder, "under") X(kCells, "cells")                      \
  X(kPatterns, "patterns") X(kPattern, "pattern") X(kPatternText, "pattern-text") X(kDumbbell, "dumbbell")      \
  X(kCauses, "causes") X(kGoods, "goods") X(kGood, "good") X(kMirrorBars, "mirror-bars") X(kSeen, "seen") X(kSeenText, "seen-text") X(kSeenAnswer, "seen-answer")           \
  X(kLinks, "links") X(kSources, "sources") X(kFold, "fold") X(kFoldRow, "fold-row") X(kFolded, "folded") X(kSetTitle, "set-title") X(kRadar, "radar") X(kNote, "note") X(kMoreRow, "more-row") X(kBullets, "bullets") X(kBullet, "bullet") X(kCountText, "count-text") \
  X(kSkipAlone, "skip-alone") X(kSwitch, "switch") X(kPrimaryPlain, "primary-plain") X(kBody, "body")       \
  X(kSheet, "sheet") X(kRunning, "running") X(kAnswerTable, "answer-table") X(kOffPaper, "off-paper") X(kSets, "sets") X(kSet, "set") X(kSetHead, "set-head") X(kField, "field") X(kActs, "acts")                   \
  X(kCode, "code") X(kTerms, "terms") X(kTerm, "term") X(kMeaning, "meaning") X(kCross, "cross") X(kShares, "shares") X(kStatus, "status") X(kTarget, "target") X(kTargets, "targets") X(kTargetCell, "target-cell") X(kOneView, "one-view") X(kPills, "pills") X(kSite, "site") X(kDates, "dates") X(kEntry, "entry") X(kChanges, "changes") X(kLanes, "lanes") X(kBoard, "board") X(kAside, "aside") X(kBackRow, "back-row") X(kBack, "back") X(kTask, "task") X(kFields, "fields")

// clang-format on

#define KK_ENUM(name, text) name,
#define KK_TEXT(name, text) text,
enum class Kind : std::uint8_t { KK_KINDS(KK_ENUM) };
enum class Look : std::uint8_t { KK_LOOKS(KK_ENUM) };
inline constexpr std::string_view kKindNames[] = {KK_KINDS(KK_TEXT)};
inline constexpr std::string_view kLookNames[] = {KK_LOOKS(KK_TEXT)};
#undef KK_ENUM
#undef KK_TEXT

// What the document takes. web/shared/record.js refuses more: scripts/lib.mjs gives it these numbers.
inline constexpr int kMostIdBytes = 96;
inline constexpr int kMostTextBytes = 131072;  ///< of one text, name or title
inline constexpr int kMostDepth = 8;           ///< of nodes in one another; a root has depth 1
inline constexpr int kMostLineLength = 200;    ///< of what is typed in a kText, as browsers count: in UTF-16
inline constexpr int kMostNodes = 6000;
inline constexpr int kMostLinkBytes = 2000;
inline constexpr int kMostRecordBytes = 1048576;

struct Node {
  std::string id;  ///< see node_id.h; unique in its view; the same thing keeps its id for the whole session
  Kind kind = Kind::kGroup;
  Look look = Look::kPlain;
  int parent = -1;   ///< index of an earlier node, -1 for the roots
  std::string text;  ///< visible text (figures: the caption, read but not drawn; dates: the day, 2026-11-27, or empty)
  int bold = 0;      ///< bytes at the start of `text` that are bold
  int tail = 0;      ///< bytes at the end of `text` that name a brake: bold, in the caution colour
  std::string name;  ///< accessible name where it differs from the visible text; then it contains that text
  std::string labelled_by, described_by;  ///< node ids
  std::string language;                   ///< BCP 47, where the text is in another language than the view; else empty
  std::string link;                       ///< anchors: where they lead, http(s), at most kMostLinkBytes
  int level = 0;                          ///< headings: 1 to 3
  std::unique_ptr<const Figure> figure;   ///< what it draws beside its text; null: nothing
  bool checked = false, current = false, disabled = false, invalid = false;
  int expanded = -1;  ///< aria-expanded: -1 none, 0 closed, 1 open
  /// A word that is drawn in the text of an earlier node: its index, and where in it (bytes). A meaning that lies over
  /// what follows: the node it belongs to. -1: neither.
  int over = -1;
  int from = 0, to = 0;
  bool drawn = true;  ///< false: in the document only (tables of figures, captions)
  /// A button: the field whose text goes along. A field: the button that Enter in it presses; empty: a new line.
  std::string goes_with;
};

/// What hosts hear of the reader's way: never an answer.
struct Progress {
  std::string_view phase = {};  ///< "intro", "question" or "result"; empty beside the questionnaire
  int question = 0, questions = 0;
};

struct View {
  std::string screen;       ///< contract 8: "intro", "question-4", …
  std::string language;     ///< BCP 47
  std::string title;        ///< document.title
  std::string say;          ///< for role=status; empty: nothing new
  std::string focus;        ///< node id that takes focus after a reader's action; empty: focus stays
  std::vector<Node> nodes;  ///< parents before children, in reading order
  Progress progress;
  std::string_view theme;  ///< "light" or "dark" while an author tries it here; else empty
  int code = 0;            ///< what became of a code that was opened, as CodeStatus
};

}  // namespace kk
