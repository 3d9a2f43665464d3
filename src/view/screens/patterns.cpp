// Patronen: word and deed, where it pinches, traps and strengths, the excuses that were ticked, and the mirror.
#include <algorithm>

#include "base/phrase.h"
#include "base/rounding.h"
#include "base/sort.h"
#include "view/builder.h"
#include "view/screens/screen.h"
#include "view/sentences.h"

namespace kk {
namespace {

// What is more than this, "Meer" shows.
/// A narrow page that begins with word and deed has room for one of each.
bool is_full(const Builder& b) { return b.narrow() && b.result.claims.has_value(); }
std::size_t shown_patterns(const Builder& b) { return is_full(b) ? 1 : b.narrow() || b.result.claims ? 2 : 3; }
std::size_t shown_strengths(const Builder& b) { return is_full(b) ? 1 : 2; }
std::size_t shown_notes(const Builder& b) { return is_full(b) && b.result.notes.empty() ? 0 : 1; }

/// Whole points, half away from zero: for numbers that are not a stage's score.
std::string whole(const Builder& b, Ticks ticks) { return number(divide_rounded(ticks, b.q.ticks_per_point)); }

std::string_view claim_words(const Builder& b) {
  switch (b.result.claims->label) {
    case ClaimLabel::kWordsStrong:
      return b.words.words_strong;
    case ClaimLabel::kWordsLead:
      return b.words.words_lead;
    case ClaimLabel::kBalanced:
      return b.words.words_balanced;
    case ClaimLabel::kDeedsLead:
      return b.words.deeds_lead;
  }
  return {};
}

/// The section where word and deed are furthest apart in the direction of the whole gap; -1 when the whole is in
/// balance.
int widest_gap(const Builder& b) {
  const ClaimsResult& claims = *b.result.claims;
  if (claims.label == ClaimLabel::kBalanced) return -1;
  // Where the gap is as wide in every section, none is named.
  Ticks first = 0;
  bool equal = true, any = false;
  for (const auto& gap : claims.sections) {
    if (!gap) continue;
    if (any && *gap != first) equal = false;
    first = *gap, any = true;
  }
  if (equal) return -1;
  const Ticks sign = claims.gap > 0 ? 1 : -1;
  int widest = -1;
  for (std::size_t s = 0; s < claims.sections.size(); ++s) {
    if (!claims.sections[s] || *claims.sections[s] * sign <= 0) continue;
    if (widest < 0 || *claims.sections[s] * sign > *claims.sections[static_cast<std::size_t>(widest)] * sign)
      widest = static_cast<int>(s);
  }
  return widest;
}

/// The one finding of the page: word against deed when it was asked, else the first pattern.
void head(Builder& b, int screen) {
  const int head = b.add(screen, "patterns.head", Kind::kGroup, Look::kHead);
  std::string title(b.words.no_patterns), lead = no_pattern_lead(b);
  if (b.result.claims) {
    const ClaimsResult& claims = *b.result.claims;
    title = fill(b.words.word_deed, {{"w", whole(b, claims.score)}, {"d", whole(b, claims.score - claims.gap)}});
    lead = cat(upper_first(claim_words(b)), ".");
    const int section = widest_gap(b);
    if (section >= 0) {
      lead += cat(" ", fill(b.words.gap_in,
                            {{"section", lower_first(b.text(b.q.sections[static_cast<std::size_t>(section)].name))}}));
    }
    lead += cat(" ", b.words.two_scales);
  } else if (!b.result.patterns.empty()) {
    const Pattern& first = b.q.patterns[static_cast<std::size_t>(b.result.patterns.front())];
    title = b.text(first.title);
    lead = b.words.patterns_lead;
  }
  b.node(b.heading(head, "patterns.h", 1, Look::kPageTitle, title)).described_by = "tab.patterns";
  b.paragraph(head, "patterns.lead", Look::kPageLead, lead);
}

void dumbbell(Builder& b, int screen) {
  if (!b.result.claims) return;
  const ClaimsResult& claims = *b.result.claims;
  const int section = b.add(screen, "patterns.claims", Kind::kGroup, Look::kSection);
  const int row = b.add(section, "patterns.claims.head", Kind::kGroup, Look::kTitleRow);
  b.heading(row, "patterns.claims.h", 2, Look::kSectionTitle, b.words.word_and_deed);
  const int key = b.add(row, "patterns.key", Kind::kGroup, Look::kKey);
  b.key_item(key, "patterns.key.deed", b.words.deed, KeyFigure::Sign::kDisc);
  b.key_item(key, "patterns.key.word", b.words.word, KeyFigure::Sign::kRing);
  const int node = b.add(section, "patterns.dumbbell", Kind::kFigure, Look::kDumbbell,
                         fill(b.words.on_scale, {{"what", b.words.section_score}}));
  DumbbellFigure& figure = b.draw<DumbbellFigure>(node);
  figure.rows.resize(claims.sections.size());
  figure.ticks = stage_limits(b.q);
  Cells cells;
  for (std::size_t s = 0; s < claims.sections.size(); ++s) {
    DumbbellFigure::Row& line = figure.rows[s];
    line.label = b.text(b.q.sections[s].name);
    std::string deed("–"), word("–"), gap;
    if (claims.sections[s]) {
      const Ticks score = *b.result.sections[s];
      deed = whole(b, score);
      word = whole(b, score + *claims.sections[s]);
      gap = whole(b, *claims.sections[s]);
      line.deed = points(b.q, score);
      line.word = points(b.q, score + *claims.sections[s]);
      line.value = fill(b.words.deed_word, {{"a", deed}, {"b", word}});
    } else {
      line.open = true;
      line.value = gap = b.words.not_counted;
    }
    cells << line.label << word << deed << gap;
  }
  b.table(node, "patterns.dumbbell.t", b.words.section_score,
          {b.words.section, b.words.word, b.words.deed, b.words.difference}, cells);
  bool unasked = false;  // a section that has a score, but no word beside it
  for (std::size_t s = 0; s < claims.sections.size(); ++s) unasked |= b.result.sections[s] && !claims.sections[s];
  std::string under;
  if (unasked) under = b.words.deed_parts;
  if (b.session.claims_late()) under += cat(under.empty() ? "" : " ", b.words.words_after);
  if (!under.empty()) b.paragraph(section, "patterns.dumbbell.u", Look::kUnder, under);
}

void causes(Builder& b, int screen) {
  if (!b.result.balance) return;
  const BalanceResult& balance = *b.result.balance;
  const std::string finding = pinch_sentence(b);
  const int section = b.add(screen, "patterns.causes", Kind::kGroup, Look::kSection);
  b.heading(section, "patterns.causes.h", 2, Look::kSectionTitle, finding);
  const int node = b.add(section, "patterns.causes.f", Kind::kFigure, Look::kCauses,
                         fill(b.words.on_scale, {{"what", b.words.shortfall_head}}));
  CausesFigure& figure = b.draw<CausesFigure>(node);
  figure.bars.resize(2);
  figure.limit = b.q.balance.neither_below;
  figure.limit_words = fill(b.words.pinch_from, {{"n", figure.limit}});
  Cells cells;
  const auto show = [&](Bar& bar, const std::vector<int>& sections, Ticks ticks) {
    bar.label = fill(b.words.shortfall, {{"sections", section_names(b, sections)}});
    bar.value = whole(b, ticks);
    bar.points = points(b.q, ticks);
    cells << bar.label << bar.value;
  };
  show(figure.bars[0], b.q.balance.awareness, balance.awareness);
  show(figure.bars[1], b.q.balance.resources, balance.resources);
  b.table(node, "patterns.causes.t", b.words.shortfall_head, {b.words.section, b.words.shortfall_head}, cells);
}

}  // namespace

void pattern_list(Builder& b, int parent, std::size_t most_patterns, std::size_t most_strengths) {
  const auto& fired = b.result.patterns;
  if (!fired.empty()) {
    const int list = b.add(parent, "patterns.list", Kind::kList, Look::kPatterns);
    for (std::size_t i = 0; i < std::min(most_patterns, fired.size()); ++i) {
      const Pattern& pattern = b.q.patterns[static_cast<std::size_t>(fired[i])];
      const std::string id = id_in("patterns.list", pattern.id);
      const int item = b.add(list, id, Kind::kItem, Look::kPattern);
      b.heading(item, {id, ".h"}, 2, Look::kSectionTitle, b.text(pattern.title));
      b.paragraph(item, {id, ".t"}, Look::kPatternText, b.text(pattern.text));
    }
  }
  if (!b.result.strengths.empty()) {
    const int list = b.add(parent, "patterns.strong", Kind::kGroup, Look::kPattern);
    b.heading(list, "patterns.strong.h", 2, Look::kSectionTitle, b.words.strengths);
    const int goods = b.add(list, "patterns.goods", Kind::kList, Look::kGoods);
    for (std::size_t i = 0; i < std::min(most_strengths, b.result.strengths.size()); ++i) {
      const Pattern& strength = b.q.strengths[static_cast<std::size_t>(b.result.strengths[i])];
      const std::string_view text = b.text(strength.text);
      b.add(goods, id_in("patterns.goods", strength.id), Kind::kItem, Look::kGood,
            cat(b.text(strength.title), text.empty() ? "" : ". ", text));
    }
  }
}

namespace {

void patterns(Builder& b, int screen) {
  const bool all = b.session.more();
  if (!b.result.patterns.empty() && b.result.claims && (all || !b.narrow()))
    b.paragraph(screen, "patterns.signal", Look::kUnder, b.words.patterns_lead);
  pattern_list(b, screen, all ? kAll : shown_patterns(b), all ? kAll : shown_strengths(b));
}

/// What was ticked in a list and has a counter-question.
std::vector<const Tick*> countered(const Builder& b, std::size_t list) {
  const std::uint32_t ticked = b.session.answers().ticks[list];
  std::vector<const Tick*> out;
  for (std::size_t i = 0; i < b.q.ticks[list].items.size(); ++i) {
    const Tick& tick = b.q.ticks[list].items[i];
    if ((ticked >> i & 1) && !tick.counter.empty()) out.push_back(&tick);
  }
  return out;
}

/// Ticked excuses with their counter-questions.
void excuses(Builder& b, int screen) {
  for (std::size_t t = 0; t < b.q.ticks.size(); ++t) {
    const std::vector<const Tick*> items = countered(b, t);
    if (items.empty()) continue;
    const std::string id = id_in("patterns.ticks", b.q.ticks[t].id);
    const int list = b.add(screen, id, Kind::kList, Look::kPatterns);
    b.node(list).name = b.words.counter_questions;
    for (const Tick* tick : items) {
      const std::string own = id_in(id, tick->id);
      const int item = b.add(list, own, Kind::kItem, Look::kPattern);
      b.heading(item, {own, ".h"}, 2, Look::kSectionTitle, b.text(tick->text));
      b.paragraph(item, {own, ".t"}, Look::kPatternText, b.text(tick->counter));
    }
  }
}

/// Notes that change no number: those whose condition holds, about the context that was chosen, and replies to ticks.
std::vector<std::pair<std::string, std::string_view>> notes(const Builder& b) {
  std::vector<std::pair<std::string, std::string_view>> out;
  for (const int index : b.result.notes) {
    const Note& note = b.q.notes[static_cast<std::size_t>(index)];
    out.emplace_back(id_in("note", note.id), b.text(note.text));
  }
  if (b.result.context_note)
    out.emplace_back("patterns.context", b.text(b.q.context.note_of(b.session.answers().context)));
  for (std::size_t t = 0; t < b.result.replies.size(); ++t) {
    const int reply = b.result.replies[t];
    if (reply < 0) continue;
    out.emplace_back(id_in("patterns.reply", b.q.ticks[t].id),
                     b.text(b.q.ticks[t].replies[static_cast<std::size_t>(reply)].text));
  }
  return out;
}

/// The modules that this page would be richer with, for those who skipped them.
void modules(Builder& b, int screen) {
  const Modules& on = b.session.modules();
  const Answers& answers = b.session.answers();
  const bool ticked =
      std::any_of(answers.ticks.begin(), answers.ticks.end(), [](std::uint32_t ticks) { return ticks != 0; });
  std::vector<std::pair<Place, std::string_view>> missing;
  if (on.words && !b.result.claims) missing.push_back({{Screen::kClaim, 0}, b.words.word_and_deed});
  if (on.excuses && !ticked) missing.push_back({{Screen::kTicks, 0}, b.words.excuses});
  if (on.context && answers.context < 0)
    missing.push_back({{Screen::kContext, 0}, b.text_or(b.q.context.title, b.words.context)});
  if (missing.empty()) return;
  const int row = b.add(screen, "patterns.modules", Kind::kGroup, Look::kLinks);
  for (const auto& [place, text] : missing) b.button(row, cat("go.", name_of(place)), Look::kLink, text);
}

/// Who has not told their place is asked first, so that no leader reads about "the leadership".
const char* to_statements(const Builder& b) {
  return b.session.asks_role() && b.session.role() == Role::kNone ? "go.role" : "go.profile-1";
}

}  // namespace

void patterns_screen(Builder& b) {
  const int screen = b.add(-1, "patterns", Kind::kGroup, Look::kScreen);
  tabs(b, screen);
  head(b, screen);
  dumbbell(b, screen);
  causes(b, screen);
  patterns(b, screen);
  bool has_counters = false;
  for (std::size_t t = 0; t < b.q.ticks.size(); ++t) has_counters |= !countered(b, t).empty();
  if (b.session.more()) excuses(b, screen);
  const auto said = notes(b);
  for (std::size_t i = 0; i < (b.session.more() ? said.size() : std::min(shown_notes(b), said.size())); ++i)
    b.paragraph(screen, said[i].first, Look::kNote, said[i].second);
  if (b.result.patterns.size() > shown_patterns(b) || b.result.strengths.size() > shown_strengths(b) ||
      said.size() > shown_notes(b) || has_counters) {
    const int more = b.add(screen, "patterns.more", Kind::kGroup, Look::kMoreRow);
    b.button(more, "nav.more", Look::kLink, b.session.more() ? b.words.less : b.words.more);
  }
  modules(b, screen);
  const int foot = b.add(screen, "patterns.foot", Kind::kGroup, Look::kFoot);
  const bool seen = !b.result.profile.empty();
  if (seen || b.session.modules().mirror) {
    b.button(foot, seen ? "go.mirror" : to_statements(b), Look::kSecondary,
             b.narrow() ? b.words.mirror : b.words.to_mirror);
  }
  b.button(foot, "go.share", Look::kPrimary, b.words.share_long);
  sources(b, screen);
}

namespace {

std::string contradictions(const Builder& b) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < b.result.profile.size(); ++i) {
    if (b.result.profile[i].contradicts) names.push_back(lower_first(b.text(b.q.profile.causes[i].behaviour)));
  }
  return names.empty() ? "" : cat(fill(b.words.mirror_clash, {{"behaviour", join(b, names)}}), " ");
}

}  // namespace

/// Mirror bars. marks: one a cause, strongest first (label, value, at; state kBrake: the most frequent); labels: the
/// bands.
void mirror_screen(Builder& b) {
  const int screen = b.add(-1, "mirror", Kind::kGroup, Look::kScreen);
  tabs(b, screen);
  const int head = b.add(screen, "mirror.head", Kind::kGroup, Look::kHead);
  b.paragraph(head, "mirror.over", Look::kOver, b.text_or(b.q.profile.title, b.words.mirror));
  const Profile& profile = b.q.profile;
  std::vector<int> top = b.result.profile_top.value_or(std::vector<int>());
  std::vector<std::string> names;
  for (const int cause : top)
    names.push_back(std::string(b.text(profile.causes[static_cast<std::size_t>(cause)].behaviour)));
  for (std::size_t i = 1; i < names.size(); ++i) names[i] = lower_first(names[i]);
  const bool all = names.size() > 1 && names.size() == profile.causes.size();
  if (all) top.clear();
  const bool any = std::any_of(b.result.profile.begin(), b.result.profile.end(),
                               [](const CauseResult& cause) { return cause.score.has_value(); });
  const std::string title =
      !any            ? upper_first(b.words.not_counted)  // nothing is known: no finding either
      : names.empty() ? std::string(b.words.mirror_none)
      : all           ? std::string(b.words.mirror_all)
            : fill(names.size() == 1 ? b.words.mirror_top : b.words.mirror_tops, {{"behaviour", join(b, names)}});
  b.heading(head, "mirror.h", 1, Look::kPageTitle, title);
  int answered = 0;
  for (const Level level : b.session.answers().profile) answered += known(level);
  const int items = static_cast<int>(profile.items.size());
  std::string lead;
  if (answered > 0 && answered < items)
    lead = cat(fill(b.words.mirror_based, {{"n", in_words(b, answered)}, {"of", in_words(b, items)}}), " ");
  lead += contradictions(b);
  lead += b.words.mirror_behaviour;
  b.paragraph(head, "mirror.lead", Look::kPageLead, lead);

  std::vector<int> causes;
  for (std::size_t i = 0; i < b.result.profile.size(); ++i) causes.push_back(static_cast<int>(i));
  sort_few(causes, [&](int x, int y) {
    return b.result.profile[static_cast<std::size_t>(x)].score.value_or(-1) >
           b.result.profile[static_cast<std::size_t>(y)].score.value_or(-1);
  });
  const int section = b.add(screen, "mirror.figures", Kind::kGroup, Look::kSection);
  const int node =
      b.add(section, "mirror.f", Kind::kFigure, Look::kMirrorBars, fill(b.words.on_scale, {{"what", b.words.value}}));
  MirrorFigure& figure = b.draw<MirrorFigure>(node);
  figure.bars.resize(causes.size());
  for (const Text& label : profile.labels) figure.bands.emplace_back(b.text(label));
  Cells cells;
  for (std::size_t i = 0; i < causes.size(); ++i) {
    const int cause = causes[i];
    const CauseResult& result = b.result.profile[static_cast<std::size_t>(cause)];
    Bar& bar = figure.bars[i];
    bar.label = b.text(profile.causes[static_cast<std::size_t>(cause)].behaviour);
    bar.marked = std::find(top.begin(), top.end(), cause) != top.end();
    if (result.score) {
      const std::string score = whole(b, *result.score);
      const std::string_view word = b.text(profile.labels[static_cast<std::size_t>(result.label)]);
      bar.points = points(b.q, *result.score);
      bar.value = cat(score, " ", word);
      cells << bar.label << score << word;
    } else {
      bar.open = true;
      bar.value = b.words.not_counted;
      cells << bar.label << "–" << bar.value;
    }
  }
  b.table(node, "mirror.t", b.words.mirror, {b.words.behaviour, b.words.value, b.words.in_a_word}, cells);

  if (!top.empty()) {
    const int call = b.add(screen, "mirror.call", Kind::kGroup, Look::kCallBrake);
    const std::string text =
        cat(b.words.start_here, " ", lower_first(b.text(profile.causes[static_cast<std::size_t>(top.front())].action)));
    const int begin = b.paragraph(call, "mirror.begin", Look::kBegin, text);
    b.node(begin).bold = static_cast<int>(b.words.start_here.size());
    const int seen = b.add(screen, "mirror.seen", Kind::kGroup, Look::kSection);
    b.heading(seen, "mirror.seen.h", 2, Look::kSectionTitle,
              fill(b.words.mirror_seen, {{"behaviour", lower_first(names.front())}}));
    const int list = b.add(seen, "mirror.list", Kind::kList, Look::kPatterns);
    for (std::size_t i = 0; i < profile.items.size(); ++i) {
      if (profile.items[i].cause != top.front()) continue;
      const Level level = b.session.answers().profile[i];
      const std::string id = id_in("mirror", profile.items[i].id);
      const bool leader = b.session.role() == Role::kLeadership && !profile.items[i].leader_text.empty();
      const int item = b.add(list, id, Kind::kItem, Look::kSeen);
      b.paragraph(item, {id, ".t"}, Look::kSeenText,
                  b.text(leader ? profile.items[i].leader_text : profile.items[i].text));
      b.paragraph(item, {id, ".a"}, Look::kSeenAnswer,
                  known(level)        ? b.text(profile.levels[static_cast<std::size_t>(level)])
                  : level == kUnknown ? b.words.unknown_mark
                                      : b.words.skipped_mark);
    }
  }
  const std::string period = profile.period.empty() ? "" : cat(", ", b.text(profile.period));
  b.paragraph(screen, "mirror.sure", Look::kUnder,
              fill(b.words.mirror_sure, {{"n", answered}, {"of", items}, {"period", period}}));
  const int foot = b.add(screen, "mirror.foot", Kind::kGroup, Look::kFoot);
  b.button(foot, to_statements(b), b.narrow() ? Look::kTextButton : Look::kSecondary, b.words.edit_mirror);
  const int on = b.button(foot, "go.patterns", Look::kPrimary, b.narrow() ? b.words.patterns : b.words.to_patterns);
  if (b.narrow()) b.node(on).name = b.words.to_patterns;
  sources(b, screen);
}

}  // namespace kk
