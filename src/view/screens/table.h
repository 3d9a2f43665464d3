// The one table of screens: a screen is a file in this folder, a row here, and its words. Everything that is asked of a
// screen by others (its name, what comes after it, its title, its tab, whether it is printed) is a column.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kk {

class Builder;
class Session;
struct Questionnaire;
struct Words;

/// Which optional modules are on offer: contract 8, `modules=`.
struct Modules {
  bool words = true, mirror = true, excuses = true, context = true;
};

/// Where on the reader's way a screen lies. Hosts hear of it as phase and number of the question.
enum class Part : std::uint8_t {
  kIntro,
  kBefore,  ///< between the intro and the questions
  kQuestions,
  kAfter,  ///< between the questions and the result
  kResult,
  kPanel,  ///< beside the questionnaire: the way back leads to where the reader was
};

/// How it is reached from others of its part.
enum class Link : std::uint8_t {
  kNone,
  kTab,
  kTabAside,  ///< at the far end
  kSource,    ///< below the result and from every panel
  kPanel,     ///< from the panels only
};

/// What becomes of it when the result is printed.
enum class Paper : std::uint8_t {
  kNo,
  kPage,      ///< behind the report, where the reader wants all
  kUnfolded,  ///< the same, with what "more" opens
  kAlone,     ///< kPage; by itself too, for the report shows nothing of it
  kInstead,   ///< in place of the report: it is not about the reader
};

// clang-format off
/// In the order of the way: what comes after a screen is the next row whose module is on. Tabs, links and paper follow it
/// too. Columns that a row leaves out are as in ScreenRow.
#define KK_SCREENS(X)                                                                                                  \
  X(kIntro, .name = "intro", .part = Part::kIntro, .build = intro_screen, .title = intro_title)                        \
  X(kModulesWords, .name = "modules-words", .part = Part::kBefore, .module = &Modules::words, .count = words_offers,   \
    .word = &Words::word_and_deed, .build = announcement_screen)                                                       \
  X(kClaim, .name = "claims-", .part = Part::kBefore, .module = &Modules::words, .count = claims,                      \
    .word = &Words::word_and_deed, .detail = &Words::count, .build = claim_screen)                                     \
  X(kQuestion, .name = "question-", .part = Part::kQuestions, .count = questions, .detail = &Words::count,             \
    .build = question_screen)                                                                                          \
  X(kModulesMore, .name = "modules-more", .part = Part::kAfter, .count = more_offers, .word = &Words::more_offer,      \
    .build = announcement_screen)                                                                                      \
  X(kRole, .name = "role", .part = Part::kAfter, .module = &Modules::mirror, .count = roles, .word = &Words::mirror,   \
    .detail = &Words::before_start, .build = role_screen)                                                              \
  X(kProfile, .name = "profile-", .part = Part::kAfter, .module = &Modules::mirror, .count = statements,               \
    .word = &Words::mirror, .detail = &Words::statement_count, .build = profile_screen)                                \
  X(kTicks, .name = "ticks", .part = Part::kAfter, .module = &Modules::excuses, .count = tick_lists,                   \
    .word = &Words::excuses, .build = ticks_screen)                                                                    \
  X(kContext, .name = "context", .part = Part::kAfter, .module = &Modules::context, .count = contexts,                 \
    .build = context_screen, .title = context_title)                                                                   \
  X(kResult, .name = "result", .part = Part::kResult, .link = Link::kTab, .paper = Paper::kPage,                       \
    .word = &Words::result, .build = result_screen)                                                                    \
  X(kCompare, .name = "compare", .part = Part::kResult, .under = Screen::kResult, .paper = Paper::kAlone,                \
    .word = &Words::compare, .build = compare_screen, .has_content = is_compared)                                      \
  X(kSteps, .name = "steps", .part = Part::kResult, .link = Link::kTab, .paper = Paper::kUnfolded,                     \
    .word = &Words::steps, .build = steps_screen)                                                                      \
  X(kPlan, .name = "plan", .part = Part::kResult, .under = Screen::kSteps, .paper = Paper::kPage,                      \
    .word = &Words::plan, .build = plan_screen, .has_content = is_planned)                                             \
  X(kPatterns, .name = "patterns", .part = Part::kResult, .link = Link::kTab, .paper = Paper::kUnfolded,               \
    .word = &Words::patterns, .build = patterns_screen)                                                                \
  X(kMirror, .name = "mirror", .part = Part::kResult, .under = Screen::kPatterns, .paper = Paper::kAlone,               \
    .count = mirrors, .word = &Words::mirror, .build = mirror_screen, .has_content = is_mirrored)              \
  X(kShare, .name = "share", .part = Part::kResult, .link = Link::kTabAside, .paper = Paper::kPage,                    \
    .word = &Words::share_long, .short_word = &Words::share, .build = share_screen)                                    \
  X(kFiles, .name = "files", .part = Part::kResult, .under = Screen::kShare, .word = &Words::files,                    \
    .build = files_screen)                                                                                             \
  X(kAbout, .name = "about", .part = Part::kPanel, .link = Link::kSource, .paper = Paper::kPage,                       \
    .word = &Words::about, .tiny_word = &Words::about_short, .build = about_screen)                                    \
  X(kEvidence, .name = "evidence", .part = Part::kPanel, .link = Link::kSource, .paper = Paper::kUnfolded,                 \
    .count = evidences, .word = &Words::evidence, .short_word = &Words::sources, .build = evidence_screen)             \
  X(kGlossary, .name = "glossary", .part = Part::kPanel, .link = Link::kSource, .paper = Paper::kPage,                 \
    .count = glossaries, .word = &Words::glossary, .build = glossary_screen)                                           \
  X(kPrivacy, .name = "privacy", .part = Part::kPanel, .link = Link::kSource, .paper = Paper::kPage,                   \
    .word = &Words::privacy, .build = privacy_screen)                                                                  \
  X(kCode, .name = "code", .part = Part::kPanel, .word = &Words::code_title, .build = code_screen)                     \
  X(kEmbed, .name = "embed", .part = Part::kPanel, .link = Link::kPanel, .word = &Words::embed, .build = embed_screen)
// clang-format on

#define KK_NAME(name, ...) name,
#define KK_ONE(name, ...) +1
enum class Screen : std::uint8_t { KK_SCREENS(KK_NAME) };
inline constexpr std::size_t kScreenCount = KK_SCREENS(KK_ONE);
#undef KK_NAME
#undef KK_ONE

/// A screen and, where there are several of a kind, which (from 0).
struct Place {
  Screen screen = Screen::kIntro;
  int index = 0;
  bool operator==(const Place&) const = default;
};

struct ScreenRow {
  /// Contract 8; a-z and dashes. Of a kind with numbers it ends in a dash: "question-" and 4. Ids on it begin with it.
  std::string_view name;
  Part part = Part::kPanel;
  Link link = Link::kNone;
  Screen under = Screen::kIntro;  ///< whose tab is the current one; the intro: its own
  Paper paper = Paper::kNo;
  bool Modules::*module = nullptr;                   ///< where that is off, the way leads past it; null: it never does
  int (*count)(const Questionnaire& q) = nullptr;    ///< how many there are; null: one
  std::string_view Words::*word = nullptr;           ///< in titles, tabs and links
  std::string_view Words::*short_word = nullptr;     ///< in tabs and links where it is narrow
  std::string_view Words::*tiny_word = nullptr;      ///< in links under 360 px
  std::string_view Words::*detail = nullptr;         ///< behind the word in titles; {n} and {of} are its number
  void (*build)(Builder& b) = nullptr;               ///< adds a root whose id is the screen's name, and all in it
  std::string (*title)(const Builder& b) = nullptr;  ///< null: word and detail
  bool (*has_content)(const Session& s) = nullptr;   ///< whether it is worth its paper; null: yes
};

/// By Screen.
extern const std::array<ScreenRow, kScreenCount> kScreenRows;

/// A longer table has the same rows first: tests add one.
using ScreenRows = std::span<const ScreenRow>;

inline const ScreenRow& row_of(Screen screen, ScreenRows rows = kScreenRows) {
  assert(static_cast<std::size_t>(screen) < rows.size());
  return rows[static_cast<std::size_t>(screen)];
}

/// How many screens of this kind the questionnaire has; none of a module that its author left out.
inline int count_of(const Questionnaire& questionnaire, const ScreenRow& row) {
  const int count = row.count ? row.count(questionnaire) : 1;
  assert(count >= 0 && (count <= 1 || row.name.ends_with('-')));
  return count;
}

/// Contract 8 names: "question-4" is {kQuestion, 3}. Nothing for a name this questionnaire does not have.
std::optional<Place> place_named(const Questionnaire& questionnaire, std::string_view name,
                                 ScreenRows rows = kScreenRows);
std::string name_of(const Place& place, ScreenRows rows);
std::string name_of(const Place& place);  ///< of the product

}  // namespace kk
