// Optional modules: word questions before the nine; the mirror with the reader's place, excuses and context after them.
#include "base/phrase.h"
#include "view/choice.h"
#include "view/screens/screen.h"
#include "view/sentences.h"

namespace kk {
namespace {

/// Bar of a module: where the reader is, and which module this is.
template <typename Said>
void count(Builder& b, int screen, const std::string& name, const std::string_view& module, const Said& position) {
  const int row = b.add(screen, {name, ".count"}, Kind::kGroup, Look::kCountRow);
  b.paragraph(row, {name, ".n"}, Look::kCountText, position);
  const int part = b.add(row, {name, ".part"}, Kind::kSpan, Look::kPart, module);
  b.node(part).current = true;
}

int title(Builder& b, int screen, const std::string& name, const std::string_view& text) {
  const int head = b.add(screen, {name, ".head"}, Kind::kGroup, Look::kQuestion);
  b.node(b.heading(head, {name, ".h"}, 1, Look::kQuestionTitle, text)).described_by = cat(name, ".n");
  return head;
}

void bottom(Builder& b, int screen, const std::string& name, const std::string_view& next) {
  const int bottom = b.add(screen, {name, ".bottom"}, Kind::kGroup, Look::kBottom);
  b.button(bottom, "nav.back", Look::kSecondary, b.words.back);
  b.button(bottom, "nav.next", Look::kPrimary, next);
}

/// Last screen before the result: the primary button says where it leads.
const std::string_view& next_word(const Builder& b) {
  return b.session.leads_to_result() ? b.words.to_result : b.words.next;
}

std::string position(std::string_view pattern, int index, std::size_t of) {
  return fill(pattern, {{"n", index + 1}, {"of", static_cast<int>(of)}});
}

/// How long questions take, at `seconds` each: "2 minuten."
std::string minutes(const Builder& b, std::size_t questions, std::size_t seconds) {
  const int whole = static_cast<int>((questions * seconds + 59) / 60);
  return whole > 1 ? fill(b.words.more_minutes, {{"n", upper_first(in_words(b, whole))}})
                   : std::string(b.words.one_minute);
}

std::string words_offer(const Builder& b) {
  return upper_first(
      fill(b.words.words_offer, {{"count", in_words(b, static_cast<int>(b.q.claims.questions.size()))}}));
}

/// What can still be added, each with its length.
void more_offers(Builder& b, int screen, const std::string& name) {
  constexpr std::size_t kStatement = 15, kTick = 3;  // seconds
  const Modules& on = b.session.modules();
  const int list = b.add(screen, {name, ".list"}, Kind::kList, Look::kBullets);
  const auto item = [&](const char* id, const auto& text) {
    b.add(list, {name, id}, Kind::kItem, Look::kBullet, text);
  };
  if (on.mirror) {
    const std::size_t count = b.q.profile.items.size();
    const std::string offer = upper_first(
        fill(b.text_or(b.q.profile.offer, b.words.offer_mirror), {{"n", in_words(b, static_cast<int>(count))}}));
    item(".mirror", cat(offer, " ", minutes(b, count, kStatement)));
  }
  if (on.excuses) {
    std::size_t count = 0;
    for (const TickList& ticks : b.q.ticks) count += ticks.items.size();
    item(".excuses", cat(b.text(b.q.ticks.front().title), " ", minutes(b, count, kTick)));
  }
  if (on.context) item(".context", b.text(b.q.context.question));
}

}  // namespace

void announcement_screen(Builder& b) {
  const bool words = b.session.place().screen == Screen::kModulesWords;
  const std::string name = name_of(b.session.place());
  const int screen = b.add(-1, name, Kind::kGroup, Look::kScreen);
  const int head = b.add(screen, {name, ".head"}, Kind::kGroup, Look::kHead);
  const int heading = b.heading(head, {name, ".h"}, 1, Look::kPageTitle, words ? words_offer(b) : b.words.more_offer);
  b.node(heading).described_by = cat(name, ".lead");
  if (words) {
    constexpr std::size_t kClaim = 20;  // seconds
    b.paragraph(head, {name, ".lead"}, Look::kPageLead,
                fill(b.words.words_offer_text, {{"time", minutes(b, b.q.claims.questions.size(), kClaim)}}));
  } else {
    // What the button before this promised is there.
    b.paragraph(head, {name, ".lead"}, Look::kPageLead,
                b.result.stage ? cat(b.words.result_ready, " ", b.words.more_offer_text)
                               : std::string(b.words.more_offer_text));
    more_offers(b, screen, name);
  }
  const int foot = b.add(screen, {name, ".foot"}, Kind::kGroup, Look::kFoot);
  b.button(foot, "nav.skip", Look::kSecondary, b.words.skip);
  b.button(foot, "nav.begin", Look::kPrimary, b.words.begin);
}

std::string context_title(const Builder& b) { return lower_first(b.text_or(b.q.context.title, b.words.context)); }

void role_screen(Builder& b) {
  const std::string name = "role";
  const int screen = b.add(-1, name, Kind::kGroup, Look::kScreen);
  count(b, screen, name, b.words.mirror, b.words.before_start);
  title(b, screen, name, b.words.role_question);
  std::vector<Choice::Option> options;
  for (std::size_t i = 0; i < std::size(kRoleIds); ++i) {
    options.push_back({std::string(kRoleIds[i]), b.words.roles[i], b.session.role() == static_cast<Role>(i)});
  }
  choice_nodes(b, screen,
               {.screen = name,
                .group = "place",
                .hint = b.words.role_hint,
                .options = std::move(options),
                .doubt = {},
                .unknown = {}});
  bottom(b, screen, name, b.words.next);
}

void claim_screen(Builder& b) {
  const int index = b.session.place().index;
  const Claim& claim = b.q.claims.questions[static_cast<std::size_t>(index)];
  const Level chosen = b.session.answers().claims[static_cast<std::size_t>(index)];
  const std::string name = name_of(b.session.place());
  const int screen = b.add(-1, name, Kind::kGroup, Look::kScreen);
  count(b, screen, name, b.words.word_and_deed, position(b.words.count, index, b.q.claims.questions.size()));
  title(b, screen, name, b.text(claim.text));
  choice_nodes(b, screen,
               {.screen = name,
                .group = answer_id(claim.id),
                .hint = b.words.claim_hint,
                .options = level_options(b, claim.levels, chosen),
                .doubt = {},
                .unknown = chosen == kUnknown});
  bottom(b, screen, name, next_word(b));
}

void profile_screen(Builder& b) {
  const int index = b.session.place().index;
  const ProfileItem& item = b.q.profile.items[static_cast<std::size_t>(index)];
  const Level chosen = b.session.answers().profile[static_cast<std::size_t>(index)];
  const bool leader = b.session.role() == Role::kLeadership && !item.leader_text.empty();
  const std::string name = name_of(b.session.place());
  const int screen = b.add(-1, name, Kind::kGroup, Look::kScreen);
  count(b, screen, name, b.words.mirror, position(b.words.statement_count, index, b.q.profile.items.size()));
  title(b, screen, name, b.text(leader ? item.leader_text : item.text));
  choice_nodes(b, screen,
               {.screen = name,
                .group = answer_id(item.id),
                .hint = b.text(b.q.profile.intro),
                .options = level_options(b, b.q.profile.levels, chosen),
                .doubt = {},
                .unknown = chosen == kUnknown});
  bottom(b, screen, name, next_word(b));
}

void ticks_screen(Builder& b) {
  const std::string name = "ticks";
  const int screen = b.add(-1, name, Kind::kGroup, Look::kScreen);
  count(b, screen, name, b.words.excuses, b.words.tick_any);
  title(b, screen, name, b.text(b.q.ticks.front().title));
  for (std::size_t t = 0; t < b.q.ticks.size(); ++t) {
    const TickList& ticks = b.q.ticks[t];
    const std::string id = answer_id(ticks.id);
    if (t > 0) b.heading(screen, {id, ":h"}, 2, Look::kSetTitle, b.text(ticks.title));
    const int group = b.add(screen, id, Kind::kGroup, Look::kOptions);
    b.node(group).name = b.text(ticks.title);
    for (std::size_t i = 0; i < ticks.items.size(); ++i) {
      const int box =
          b.add(group, cat(id, ".", ticks.items[i].id), Kind::kCheckbox, Look::kOption, b.text(ticks.items[i].text));
      b.node(box).checked = b.session.answers().ticks[t] >> i & 1;
    }
  }
  b.button(screen, "nav.skip", Look::kSkipAlone, b.words.skip);
  bottom(b, screen, name, next_word(b));
}

void context_screen(Builder& b) {
  const std::string name = "context";
  const int screen = b.add(-1, name, Kind::kGroup, Look::kScreen);
  count(b, screen, name, b.text_or(b.q.context.title, b.words.context), b.words.no_number);
  title(b, screen, name, b.text(b.q.context.question));
  std::vector<Choice::Option> options;
  const int chosen = b.session.answers().context;
  for (std::size_t i = 0; i < b.q.context.choices.size(); ++i) {
    options.push_back(
        {choice_id(b.q.context.choices[i].id), b.text(b.q.context.choices[i].text), chosen == static_cast<int>(i)});
  }
  options.push_back({"neither", b.text(b.q.context.neither), chosen < 0 && b.session.context_answered()});
  choice_nodes(b, screen,
               {.screen = name,
                .group = "market",
                .hint = b.words.context_hint,
                .options = std::move(options),
                .doubt = {},
                .unknown = {}});
  bottom(b, screen, name, b.words.to_result);
}

}  // namespace kk
