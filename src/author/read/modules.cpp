#include <algorithm>

#include "author/form/form.h"
#include "author/json/describe.h"
#include "author/read/parts.h"
#include "author/rules/compile.h"

namespace kk {
namespace {

constexpr Range kCauseCount{1, 12};
constexpr Range kItemCount{1, 100};
constexpr Range kTickListCount{0, 8};
constexpr Range kTickCount{1, 32};
constexpr Range kChoiceCount{1, 30};
constexpr Range kPoints{1, 100};
constexpr Range kReplyCount{1, 8};
constexpr Range kTermCount{0, 12};
constexpr Range kShareCount{2, 5};
constexpr Range kPercent{1, 100};
constexpr Range kRatio{1, 1'000'000};
constexpr int kBandCount = 3;  // and so four labels, which results name

void read_claim(Reading& reading, JsonValue value, std::vector<int>& used_sections) {
  Claim claim;
  Form form(reading, value, "a claim");
  form.id(reading.ids, claim.id);
  if (const JsonValue section = form.needed("section")) {
    const int index = read_reference(reading, section, {reading.sections, "section"});
    if (index >= 0) {
      claim.section = index;
      if (std::find(used_sections.begin(), used_sections.end(), index) != used_sections.end()) {
        reading.problems.at(section, "duplicate_reference",
                            "found a second claim for " + quoted(section.text()) + ", expected one a section");
      }
      used_sections.push_back(index);
    }
  }
  form.text("text", claim.text);
  form.levels("levels", claim.levels);
  reading.questionnaire.claims.questions.push_back(std::move(claim));
}

void read_claim_labels(Reading& reading, JsonValue value) {
  Claims& claims = reading.questionnaire.claims;
  Form form(reading, value, "the labels");
  form.whole("strong", kPoints, claims.strong);
  form.whole("lead", kPoints, claims.lead);
  if (value && claims.lead > claims.strong) {
    reading.problems.at(value, "label_overlap", "found \"lead\" above \"strong\", expected it at or below");
  }
}

void read_cause(Reading& reading, JsonValue value, IdSpace& causes) {
  std::vector<Cause>& list = reading.questionnaire.profile.causes;
  Cause cause;
  Form form(reading, value, "a cause");
  form.id(reading.ids, cause.id);
  form.text("name", cause.name, kName);
  form.text("behaviour", cause.behaviour, kName);
  form.text("action", cause.action);
  if (cause.id == "max") {
    reading.problems.at(value.member("id"), "reserved_id",
                        "found the id \"max\", which conditions use for the highest cause");
  }
  causes.emplace(cause.id, Named{static_cast<int>(list.size())});
  list.push_back(std::move(cause));
}

void read_item(Reading& reading, JsonValue value, const IdSpace& causes) {
  ProfileItem item;
  Form form(reading, value, "a profile item");
  form.id(reading.ids, item.id);
  if (const JsonValue cause = form.needed("cause")) {
    item.cause = std::max(0, read_reference(reading, cause, {causes, "cause"}));
  }
  form.text("text", item.text);
  form.optional_text("leader_text", item.leader_text);
  form.optional_flag("reversed", item.reversed);
  reading.questionnaire.profile.items.push_back(std::move(item));
}

void read_bands(Reading& reading, JsonValue value) {
  Profile& profile = reading.questionnaire.profile;
  int from = 0;
  if (!read_whole(reading, value, kPoints, from)) return;
  if (!profile.bands.empty() && from <= profile.bands.back()) {
    reading.problems.at(value, "band_overlap",
                        "found " + describe(value) + ", expected more than the band before: bands rise");
  }
  profile.bands.push_back(from);
}

/// A cause without items could never get a score, and min_answered must be within reach of every cause.
void check_causes(Reading& reading, JsonValue causes) {
  const Profile& profile = reading.questionnaire.profile;
  if (!causes || !causes.is(JsonKind::kArray)) return;
  std::size_t index = 0;
  for (const JsonValue value : causes) {
    const auto count = std::count_if(profile.items.begin(), profile.items.end(),
                                     [&](const ProfileItem& item) { return item.cause == static_cast<int>(index); });
    if (count < profile.min_answered && index < profile.causes.size()) {
      reading.problems.at(value, "too_few_items", "found fewer items for this cause than \"min_answered\" asks for");
    }
    ++index;
  }
}

void read_tick(Reading& reading, JsonValue value, TickList& list) {
  Tick tick;
  Form form(reading, value, "an item");
  form.id(reading.ids, tick.id);
  form.text("text", tick.text);
  form.optional_text("counter", tick.counter);
  list.items.push_back(std::move(tick));
}

void read_tick_list(Reading& reading, JsonValue value) {
  TickList list;
  Form form(reading, value, "a tick list");
  form.id(reading.ids, list.id);
  form.text("title", list.title);
  form.each("items", kTickCount, [&](JsonValue item) { read_tick(reading, item, list); });
  reading.replies.push_back(form.optional("replies"));
  reading.questionnaire.ticks.push_back(std::move(list));
}

}  // namespace

void read_claims(Reading& reading, JsonValue value) {
  if (!value) return;
  Claims& claims = reading.questionnaire.claims;
  Form form(reading, value, "the claims");
  std::vector<int> used_sections;
  form.each("questions", {2, kSectionCount.high}, [&](JsonValue claim) { read_claim(reading, claim, used_sections); });
  form.whole("min_answered", {1, std::max(2, static_cast<int>(claims.questions.size()))}, claims.min_answered);
  if (const JsonValue labels = form.needed("labels")) read_claim_labels(reading, labels);
}

void read_balance(Reading& reading, JsonValue value) {
  if (!value) return;
  Balance& balance = reading.questionnaire.balance;
  const References sections{{reading.sections, "section"}, {1, kSectionCount.high}};
  Form form(reading, value, "the balance");
  read_references(reading, form.needed("awareness"), sections, balance.awareness);
  read_references(reading, form.needed("resources"), sections, balance.resources);
  form.whole("neither_below", kPoints, balance.neither_below);
  form.whole("difference", kPoints, balance.difference);
  form.optional_flag("by_lowest", balance.by_lowest);
}

void read_profile(Reading& reading, JsonValue value) {
  if (!value) return;
  Profile& profile = reading.questionnaire.profile;
  IdSpace causes;
  Form form(reading, value, "the profile");
  form.text("intro", profile.intro);
  form.optional_text("title", profile.title, kName);
  form.optional_text("offer", profile.offer);
  form.optional_text("period", profile.period, kName);
  form.levels("levels", profile.levels, kName);
  form.texts("labels", {kBandCount + 1, kBandCount + 1}, profile.labels, kName);
  form.each("bands", {kBandCount, kBandCount}, [&](JsonValue band) { read_bands(reading, band); });
  form.whole("min_answered", kItemCount, profile.min_answered);
  form.whole("top_from", kPoints, profile.top_from);
  form.optional_whole("top_margin", kPoints, profile.top_margin);
  form.each("causes", kCauseCount, [&](JsonValue cause) { read_cause(reading, cause, causes); });
  form.each("items", kItemCount, [&](JsonValue item) { read_item(reading, item, causes); });
  check_causes(reading, form.optional("causes"));
}

void read_ticks(Reading& reading, JsonValue list) {
  read_list(reading, list, kTickListCount, [&](JsonValue value) { read_tick_list(reading, value); });
}

void read_replies(Reading& reading) {
  std::vector<TickList>& lists = reading.questionnaire.ticks;
  for (std::size_t i = 0; i < lists.size(); ++i) {
    int count = 0;
    read_list(reading, reading.replies[i], kReplyCount, [&](JsonValue value) {
      TickReply& reply = lists[i].replies.emplace_back();
      Form form(reading, value, "a reply");
      form.text("text", reply.text);
      const bool is_last = ++count == static_cast<int>(reading.replies[i].size());
      if (const JsonValue when = is_last ? form.optional("when") : form.needed("when")) {
        reply.when = compile_rule(when, {}, reading);
      }
    });
  }
}

void read_context(Reading& reading, JsonValue value) {
  if (!value) return;
  Context& context = reading.questionnaire.context;
  Form form(reading, value, "the context");
  form.text("question", context.question);
  const JsonValue note = form.optional("note");
  if (note) context.note = read_text(reading, note, kLongText);
  form.each("choices", kChoiceCount, [&](JsonValue choice_value) {
    ContextChoice choice;
    Form choice_form(reading, choice_value, "a choice");
    choice_form.id(reading.ids, choice.id);
    choice_form.text("text", choice.text);
    if (note) {
      choice_form.optional_text("note", choice.note, kLongText);
    } else {
      choice_form.text("note", choice.note, kLongText);
    }
    context.choices.push_back(std::move(choice));
  });
  form.optional_text("title", context.title, kName);
  form.text("neither", context.neither);
}

void read_background(Reading& reading, Form& form) {
  constexpr Range kCount{0, 100};
  Questionnaire& questionnaire = reading.questionnaire;
  form.optional_each("order", kCount, [&](JsonValue value) {
    OrderLink& link = questionnaire.order.emplace_back();
    Form part(reading, value, "a link of the order");
    part.text("name", link.name, kName);
    read_references(reading, part.needed("questions"), {{reading.questions, "question"}, {1, kMostQuestions}},
                    link.questions);
  });
  IdSpace cards;
  form.optional_each("evidence", kCount, [&](JsonValue value) {
    Card& card = questionnaire.evidence.emplace_back();
    Form part(reading, value, "a piece of evidence");
    part.background_id(cards, card.id);
    part.text("title", card.title);
    part.text("figure", card.figure);
    part.text("status", card.status, kLongText);
    part.optional_text("who", card.who, kName);
    part.optional_flag("confirmed", card.confirmed);
    part.optional_each("shares", kShareCount, [&](JsonValue given) {
      Share& share = card.shares.emplace_back();
      Form form(reading, given, "a share");
      form.whole("percent", kPercent, share.percent);
      form.text("label", share.label, kName);
    });
    int* const numbers[] = {&card.ratio_of, &card.ratio_to};
    std::size_t at = 0;
    part.optional_each("ratio", {2, 2}, [&](JsonValue number) { read_whole(reading, number, kRatio, *numbers[at++]); });
  });
  form.optional_each("glossary", kCount, [&](JsonValue value) {
    Term& term = questionnaire.glossary.emplace_back();
    Form part(reading, value, "a term");
    std::string id;
    if (part.optional("id"))
      part.background_id(reading.glossary, id, static_cast<int>(questionnaire.glossary.size()) - 1);
    part.text("word", term.word, kName);
    part.text("meaning", term.meaning, kLongText);
    part.optional_each("forms", kTermCount,
                       [&](JsonValue form) { term.forms.push_back(read_text(reading, form, kName)); });
  });
  for (std::size_t i = 0; i < reading.terms.size(); ++i) {
    read_references(reading, reading.terms[i], {{reading.glossary, "term"}, kTermCount},
                    questionnaire.questions[i].terms);
  }
  IdSpace notes;
  form.optional_each("notes", kCount, [&](JsonValue value) {
    Note& note = questionnaire.notes.emplace_back();
    Form part(reading, value, "a note");
    part.background_id(notes, note.id);
    part.text("text", note.text, kLongText);
    if (const JsonValue when = part.optional("when")) note.when = compile_rule(when, {}, reading);
  });
}

}  // namespace kk
