#include "view/screens/table.h"

#include <algorithm>
#include <cassert>

#include "base/phrase.h"
#include "model/questionnaire.h"
#include "view/node_id.h"
#include "view/screens/screen.h"
#include "view/words/words.h"

namespace kk {
namespace {

int count(std::size_t screens) { return static_cast<int>(screens); }
int one_if(bool there) { return there ? 1 : 0; }

int words_offers(const Questionnaire& q) { return one_if(!q.claims.questions.empty()); }
int claims(const Questionnaire& q) { return count(q.claims.questions.size()); }
int questions(const Questionnaire& q) { return count(q.questions.size()); }
int statements(const Questionnaire& q) { return count(q.profile.items.size()); }
int tick_lists(const Questionnaire& q) { return one_if(!q.ticks.empty()); }
int contexts(const Questionnaire& q) { return one_if(!q.context.choices.empty()); }
int mirrors(const Questionnaire& q) { return one_if(!q.profile.items.empty()); }
int more_offers(const Questionnaire& q) { return one_if(mirrors(q) + tick_lists(q) + contexts(q) > 0); }
int evidences(const Questionnaire& q) { return one_if(!q.evidence.empty()); }
int glossaries(const Questionnaire& q) { return one_if(!q.glossary.empty()); }

/// Where no statement of the mirror has words for leaders, the reader's place would be asked for nothing.
int roles(const Questionnaire& q) {
  return one_if(std::any_of(q.profile.items.begin(), q.profile.items.end(),
                            [](const ProfileItem& item) { return !item.leader_text.empty(); }));
}

bool is_mirrored(const Session& session) { return !session.result().profile.empty(); }
bool is_planned(const Session& session) { return !session.plan().tasks.empty(); }
bool is_compared(const Session& session) { return session.then() != nullptr; }

}  // namespace

#define KK_ROW(name, ...) ScreenRow{__VA_ARGS__},
constexpr std::array<ScreenRow, kScreenCount> kScreenRows{KK_SCREENS(KK_ROW)};
#undef KK_ROW

std::optional<Place> place_named(const Questionnaire& q, std::string_view name, ScreenRows rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const ScreenRow& row = rows[i];
    if (!name.starts_with(row.name)) continue;
    const bool numbered = row.name.ends_with('-');
    if (!numbered && name != row.name) continue;
    const int number = numbered ? number_in(name.substr(row.name.size())) : 1;
    if (number >= 1 && number <= count_of(q, row)) return Place{static_cast<Screen>(i), number - 1};
  }
  return std::nullopt;
}

std::string name_of(const Place& place) { return name_of(place, kScreenRows); }

std::string name_of(const Place& place, ScreenRows rows) {
  assert(place.index >= 0);
  const std::string name(row_of(place.screen, rows).name);
  return name.ends_with('-') ? cat(name, place.index + 1) : name;
}

}  // namespace kk
