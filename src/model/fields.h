// The fields of a questionnaire, named once: to store it, to open it again, and to take its hash.
//
// `scored` fields decide what answers mean (ids, order, levels, rules) and make up the hash; `shown` fields do not.
// An `option` is left out where the author left it out, so that adding one to the format changes no hash.
#pragma once

#include "model/questionnaire.h"

namespace kk {

template <class Archive, class T>
void logic_fields(Archive& archive, T& logic) {
  archive.list(logic.nodes, [&](auto& node) {
    archive.scored(node.op);
    archive.scored(node.first);
    archive.scored(node.count);
    archive.scored(node.number);
  });
  archive.list(logic.args, [&](auto& arg) { archive.scored(arg); });
  archive.list(logic.strings, [&](auto& string) { archive.scored(string); });
}

template <class Archive, class T>
void indexes(Archive& archive, T& list) {
  archive.list(list, [&](auto& index) { archive.scored(index); });
}

template <class Archive, class T>
void structure_fields(Archive& archive, T& questionnaire) {
  archive.list(questionnaire.sections, [&](auto& section) {
    archive.scored(section.id);
    archive.shown(section.name);
    archive.scored(section.min_answered);
    indexes(archive, section.questions);
    archive.option('w', section.weight != 10, [&] { archive.scored(section.weight); });
  });
  archive.list(questionnaire.questions, [&](auto& question) {
    archive.scored(question.id);
    archive.scored(question.section);
    archive.shown(question.topic);
    archive.shown(question.short_topic);
    archive.shown(question.text);
    archive.shown(question.why);
    archive.shown(question.look_at);
    archive.texts(question.levels);
    archive.texts(question.steps);
    archive.scored(question.priority);
    indexes(archive, question.needs);
    archive.option('w', question.weight != 10, [&] { archive.scored(question.weight); });
    archive.option('v', question.reverse, [&] { archive.scored(question.reverse); });
    archive.option('c', !question.when.nodes.empty(), [&] { logic_fields(archive, question.when); });
    archive.shown_option('e', !question.example.empty(), [&] { archive.shown(question.example); });
    archive.shown_option('t', !question.terms.empty(),
                         [&] { archive.shown_list(question.terms, [&](auto& term) { archive.shown(term); }); });
    archive.shown_option('d', !question.done.empty(),
                         [&] { archive.shown_list(question.done, [&](auto& text) { archive.shown(text); }); });
  });
  archive.scored(questionnaire.medium_from);
}

template <class Archive, class T>
void pattern_fields(Archive& archive, T& patterns) {
  archive.list(patterns, [&](auto& pattern) {
    archive.scored(pattern.id);
    logic_fields(archive, pattern.condition);
    archive.shown(pattern.title);
    archive.shown(pattern.text);
  });
}

template <class Archive, class T>
void rule_fields(Archive& archive, T& questionnaire) {
  archive.list(questionnaire.stages, [&](auto& stage) {
    archive.scored(stage.from);
    archive.shown(stage.name);
    archive.shown(stage.text);
  });
  archive.list(questionnaire.gates, [&](auto& gate) {
    archive.scored(gate.id);
    logic_fields(archive, gate.cap);
    archive.scored(gate.step);
    archive.scored(gate.question);
    archive.scored(gate.below);
    archive.shown(gate.brake);
    archive.shown(gate.short_brake);
    archive.shown(gate.text);
    archive.shown(gate.open_text);
    archive.shown(gate.open_reason);
    archive.shown_list(gate.reasons, [&](auto& reason) { archive.shown(reason); });
  });
  pattern_fields(archive, questionnaire.patterns);
  pattern_fields(archive, questionnaire.strengths);
}

template <class Archive, class T>
void profile_fields(Archive& archive, T& profile) {
  archive.list(profile.causes, [&](auto& cause) {
    archive.scored(cause.id);
    archive.shown(cause.name);
    archive.shown(cause.behaviour);
    archive.shown(cause.action);
  });
  archive.list(profile.items, [&](auto& item) {
    archive.scored(item.id);
    archive.scored(item.cause);
    archive.scored(item.reversed);
    archive.shown(item.text);
    archive.shown(item.leader_text);
  });
  archive.texts(profile.levels);
  archive.texts(profile.labels);
  indexes(archive, profile.bands);
  archive.scored(profile.min_answered);
  archive.scored(profile.top_from);
  archive.shown(profile.intro);
  archive.shown_option('t', !profile.title.empty(), [&] { archive.shown(profile.title); });
  archive.shown_option('o', !profile.offer.empty(), [&] { archive.shown(profile.offer); });
  archive.shown_option('d', !profile.period.empty(), [&] { archive.shown(profile.period); });
  archive.option('m', profile.top_margin != 0, [&] { archive.scored(profile.top_margin); });
}

template <class Archive, class T>
void module_fields(Archive& archive, T& questionnaire) {
  auto& claims = questionnaire.claims;
  archive.list(claims.questions, [&](auto& claim) {
    archive.scored(claim.id);
    archive.scored(claim.section);
    archive.shown(claim.text);
    archive.texts(claim.levels);
  });
  archive.scored(claims.min_answered);
  archive.scored(claims.strong);
  archive.scored(claims.lead);
  indexes(archive, questionnaire.balance.awareness);
  indexes(archive, questionnaire.balance.resources);
  archive.scored(questionnaire.balance.neither_below);
  archive.scored(questionnaire.balance.difference);
  auto& by_lowest = questionnaire.balance.by_lowest;
  archive.option('l', by_lowest, [&] { archive.scored(by_lowest); });
  profile_fields(archive, questionnaire.profile);
  archive.list(questionnaire.ticks, [&](auto& list) {
    archive.scored(list.id);
    archive.shown(list.title);
    archive.list(list.items, [&](auto& item) {
      archive.scored(item.id);
      archive.shown(item.text);
      archive.shown(item.counter);
    });
    archive.shown_option('r', !list.replies.empty(), [&] {
      archive.shown_list(list.replies, [&](auto& reply) {
        archive.shown(reply.text);
        archive.shown_option('c', !reply.when.nodes.empty(), [&] { logic_fields(archive, reply.when); });
      });
    });
  });
  archive.shown(questionnaire.context.question);
  archive.list(questionnaire.context.choices, [&](auto& choice) {
    archive.scored(choice.id);
    archive.shown(choice.text);
    archive.shown_option('n', !choice.note.empty(), [&] { archive.shown(choice.note); });
  });
  archive.shown(questionnaire.context.neither);
  archive.shown(questionnaire.context.note);
  auto& title = questionnaire.context.title;
  archive.shown_option('t', !title.empty(), [&] { archive.shown(title); });
}

template <class Archive, class T>
void background_fields(Archive& archive, T& questionnaire) {
  archive.shown_list(questionnaire.order, [&](auto& link) {
    archive.shown(link.name);
    archive.shown_list(link.questions, [&](auto& index) { archive.shown(index); });
  });
  archive.shown_list(questionnaire.evidence, [&](auto& card) {
    archive.shown(card.id);
    archive.shown(card.title);
    archive.shown(card.figure);
    archive.shown(card.status);
    archive.shown_option('w', !card.who.empty(), [&] { archive.shown(card.who); });
    archive.shown_option('c', card.confirmed, [&] { archive.shown(card.confirmed); });
    archive.shown_option('s', !card.shares.empty(), [&] {
      archive.shown_list(card.shares, [&](auto& share) {
        archive.shown(share.percent);
        archive.shown(share.label);
      });
    });
    archive.shown_option('r', card.ratio_to != 0, [&] {
      archive.shown(card.ratio_of);
      archive.shown(card.ratio_to);
    });
  });
  archive.shown_list(questionnaire.glossary, [&](auto& term) {
    archive.shown(term.word);
    archive.shown(term.meaning);
    archive.shown_option('f', !term.forms.empty(),
                         [&] { archive.shown_list(term.forms, [&](auto& form) { archive.shown(form); }); });
  });
  archive.shown_list(questionnaire.notes, [&](auto& note) {
    archive.shown(note.id);
    archive.shown(note.text);
    archive.shown_option('c', !note.when.nodes.empty(), [&] { logic_fields(archive, note.when); });
  });
}

template <class Archive, class T>
void option_fields(Archive& archive, T& questionnaire) {
  archive.shown_option('l', !questionnaire.fallbacks.empty(), [&] {
    archive.shown_list(questionnaire.fallbacks, [&](auto& language) { archive.shown(language); });
  });
  archive.option('p', !questionnaire.parameters.empty(), [&] {
    archive.list(questionnaire.parameters, [&](auto& parameter) {
      archive.scored(parameter.id);
      archive.list(parameter.values, [&](auto& value) {
        archive.scored(value.id);
        archive.shown(value.text);
      });
    });
  });
  auto& target = questionnaire.target;
  archive.shown_option('t', !target.question.empty(), [&] {
    archive.shown(target.question);
    archive.shown(target.note);
  });
  auto& theme = questionnaire.theme;
  archive.shown_option('h', theme.mode != ThemeMode::kAuto || !theme.accent.empty(), [&] {
    archive.shown(theme.mode);
    archive.shown(theme.accent);
  });
  auto& benchmark = questionnaire.benchmark;
  archive.shown_option('b', !benchmark.counts.empty(), [&] {
    archive.shown_list(benchmark.counts, [&](auto& count) { archive.shown(count); });
    archive.shown(benchmark.source);
    archive.shown(benchmark.year);
    archive.shown(benchmark.link);
  });
  const auto credit = [&](char tag, auto& fields) {
    archive.shown_option(tag, !fields.text.empty(), [&] {
      archive.shown(fields.text);
      archive.shown(fields.link);
    });
  };
  credit('a', questionnaire.author);
  credit('s', questionnaire.source);
  credit('g', questionnaire.action);
}

/// In no hash: what is derived from the other fields when JSON is read, stored so that a page need not derive it again,
/// and what earlier versions were.
template <class Archive, class T>
void scale_fields(Archive& archive, T& questionnaire) {
  archive.shown(questionnaire.ticks_per_point);
  archive.shown(questionnaire.hash);
  archive.shown(questionnaire.text_hash);
  archive.shown_option('e', !questionnaire.earlier.empty(), [&] {
    archive.shown_list(questionnaire.earlier, [&](auto& earlier) {
      archive.shown(earlier.version);
      archive.shown(earlier.hash);
      archive.shown_list(earlier.questions, [&](auto& question) {
        archive.shown(question.id);
        archive.shown(question.changed);
      });
    });
  });
}

/// T is Questionnaire or const Questionnaire. Derived fields are not among them.
template <class Archive, class T>
void questionnaire_fields(Archive& archive, T& questionnaire) {
  archive.scored(questionnaire.id);
  archive.shown(questionnaire.version);
  archive.shown_list(questionnaire.languages, [&](auto& tag) { archive.shown(tag); });
  archive.shown(questionnaire.title);
  archive.shown(questionnaire.lead);
  archive.shown(questionnaire.duration);
  archive.shown(questionnaire.hint);
  archive.shown(questionnaire.doubt);
  archive.shown(questionnaire.small_hint);
  archive.shown(questionnaire.limits);
  archive.shown(questionnaire.open_step);
  archive.shown(questionnaire.keep);
  structure_fields(archive, questionnaire);
  rule_fields(archive, questionnaire);
  module_fields(archive, questionnaire);
  background_fields(archive, questionnaire);
  option_fields(archive, questionnaire);
}

}  // namespace kk
