#include "model/consistent.h"

#include <algorithm>
#include <cstdint>

#include "model/fields.h"
#include "model/ops.h"

namespace kk {
namespace {

bool in_range(std::int64_t value, std::int64_t low, std::int64_t high) { return value >= low && value <= high; }

template <class T>
bool is_index(double value, const std::vector<T>& list) {
  if (!(value >= 0 && value < static_cast<double>(list.size()))) return false;  // written so that NaN is none
  return value == static_cast<double>(static_cast<int>(value));
}

template <class T>
bool are_indexes(const std::vector<int>& indexes, const std::vector<T>& list) {
  for (const int index : indexes) {
    if (!is_index(index, list)) return false;
  }
  return true;
}

/// The index a fact carries must exist.
bool is_fact_in_range(const Logic::Node& node, const Questionnaire& questionnaire) {
  switch (node.op) {
    case LogicOp::kQuestion:
      return is_index(node.number, questionnaire.questions);
    case LogicOp::kSection:
      return is_index(node.number, questionnaire.sections);
    case LogicOp::kCause:
      return is_index(node.number, questionnaire.profile.causes);
    case LogicOp::kTicks:
    case LogicOp::kTicked:
      return is_index(node.number, questionnaire.ticks);
    case LogicOp::kParameter:
      return is_index(node.number, questionnaire.parameters);
    default:
      return true;
  }
}

/// Arguments come before their operator, which rules out circles, and do not nest too deep.
bool is_consistent(const Logic& logic, const Questionnaire& questionnaire) {
  if (logic.nodes.size() > kMaxLogicNodes) return false;
  std::vector<int> depths;
  for (const Logic::Node& node : logic.nodes) {
    if (static_cast<int>(node.op) >= kLogicOps || !is_fact_in_range(node, questionnaire)) return false;
    if (node.op == LogicOp::kString && !is_index(node.first, logic.strings)) return false;
    if (!in_range(node.first, 0, INT32_MAX) || !in_range(node.count, 0, INT32_MAX)) return false;
    if (node.count > 0 && std::int64_t{node.first} + node.count > static_cast<std::int64_t>(logic.args.size()))
      return false;
    if (node.op == LogicOp::kObject && node.count % 2 != 0) return false;
    int depth = 1;
    for (std::int32_t i = 0; i < node.count; ++i) {
      const std::int32_t arg = logic.args[static_cast<std::size_t>(node.first + i)];
      if (takes_questions(node.op)) {
        if (!is_index(arg, questionnaire.questions)) return false;
        continue;
      }
      if (!is_index(arg, depths)) return false;
      const bool is_name = node.op == LogicOp::kObject && i % 2 == 0;
      if (is_name && logic.nodes[static_cast<std::size_t>(arg)].op != LogicOp::kString) return false;
      depth = std::max(depth, depths[static_cast<std::size_t>(arg)] + 1);
    }
    if (depth > kMaxLogicDepth) return false;
    depths.push_back(depth);
  }
  return true;
}

bool are_sections_consistent(const Questionnaire& questionnaire) {
  std::size_t next = 0;
  for (std::size_t i = 0; i < questionnaire.sections.size(); ++i) {
    const Section& section = questionnaire.sections[i];
    if (!in_range(section.min_answered, 1, static_cast<std::int64_t>(section.questions.size()))) return false;
    if (!in_range(section.weight, 1, kMostWeight)) return false;
    for (const int index : section.questions) {
      if (index != static_cast<int>(next) || next >= questionnaire.questions.size()) return false;
      if (questionnaire.questions[next++].section != static_cast<int>(i)) return false;
    }
  }
  return next == questionnaire.questions.size() && questionnaire.sections.size() <= kMostSections &&
         !questionnaire.sections.empty() && next <= kMostQuestions;
}

/// A condition looks at what is known when the question would be asked.
bool looks_back(const Logic& when, int question) {
  for (const Logic::Node& node : when.nodes) {
    if (!is_known_to_conditions(node.op)) return false;
    if (node.op == LogicOp::kQuestion && node.number >= question) return false;
    for (std::int32_t i = 0; takes_questions(node.op) && i < node.count; ++i) {
      if (when.args[static_cast<std::size_t>(node.first + i)] >= question) return false;
    }
  }
  return true;
}

bool are_questions_consistent(const Questionnaire& questionnaire) {
  int index = 0;
  for (const Question& question : questionnaire.questions) {
    if (!in_range(question.top(), 1, kMostLevels - 1) || question.steps.size() + 1 != question.levels.size() ||
        (!question.done.empty() && question.done.size() != question.steps.size()) ||
        !are_indexes(question.terms, questionnaire.glossary) || !in_range(question.priority, 1, 100'000) ||
        !are_indexes(question.needs, questionnaire.questions) || !in_range(question.weight, 1, kMostWeight) ||
        !is_consistent(question.when, questionnaire) || !looks_back(question.when, index++)) {
      return false;
    }
  }
  return true;
}

bool are_options_consistent(const Questionnaire& questionnaire) {
  const std::vector<int>& fallbacks = questionnaire.fallbacks;
  if (!fallbacks.empty() && fallbacks.size() != questionnaire.languages.size()) return false;
  for (std::size_t i = 0; i < fallbacks.size(); ++i) {
    if (!in_range(fallbacks[i], -1, static_cast<std::int64_t>(i) - 1)) return false;  // so there are no circles
  }
  for (const Parameter& parameter : questionnaire.parameters) {
    if (!in_range(static_cast<std::int64_t>(parameter.values.size()), 1, kMostParameterValues)) return false;
  }
  for (const int count : questionnaire.benchmark.counts) {
    if (count < 0) return false;
  }
  return questionnaire.parameters.size() <= kMostParameters && questionnaire.earlier.size() <= kMostEarlier &&
         questionnaire.theme.mode <= ThemeMode::kDark && questionnaire.benchmark.counts.size() <= kMostBins;
}

bool is_consistent(const Gate& gate, const Questionnaire& questionnaire) {
  if (gate.step > GateStep::kFirstOpen) return false;
  if (gate.step == GateStep::kQuestion && !is_index(gate.question, questionnaire.questions)) return false;
  if (!is_consistent(gate.cap, questionnaire))
    return false;  // first: only of a known operator can be asked what it is about
  return std::all_of(gate.cap.nodes.begin(), gate.cap.nodes.end(),
                     [](const Logic::Node& node) { return is_known_to_caps(node.op); });
}

bool are_gates_consistent(const Questionnaire& questionnaire) {
  for (const Gate& gate : questionnaire.gates) {
    if (!is_consistent(gate, questionnaire)) return false;
  }
  return questionnaire.gates.size() <= kMostGates;
}

bool are_patterns_consistent(const std::vector<Pattern>& patterns, const Questionnaire& questionnaire) {
  for (const Pattern& pattern : patterns) {
    if (!is_consistent(pattern.condition, questionnaire)) return false;
  }
  return true;
}

bool are_stages_rising(const std::vector<Stage>& stages) {
  if (stages.empty() || stages[0].from != 0 || stages.back().from > 100) return false;
  for (std::size_t i = 1; i < stages.size(); ++i) {
    if (stages[i].from <= stages[i - 1].from) return false;
  }
  return true;
}

bool are_modules_consistent(const Questionnaire& questionnaire) {
  const Claims& claims = questionnaire.claims;
  for (const Claim& claim : claims.questions) {
    if (!in_range(claim.top(), 1, kMostLevels - 1) || !is_index(claim.section, questionnaire.sections)) return false;
  }
  if (claims.min_answered < 1) return false;
  const Balance& balance = questionnaire.balance;
  if (!are_indexes(balance.awareness, questionnaire.sections)) return false;
  if (!are_indexes(balance.resources, questionnaire.sections)) return false;
  if (balance.awareness.empty() != balance.resources.empty()) return false;
  const Profile& profile = questionnaire.profile;
  if (!profile.causes.empty() && !in_range(profile.top(), 1, kMostLevels - 1)) return false;
  if (!profile.causes.empty() && profile.labels.size() != profile.bands.size() + 1) return false;
  if (!in_range(profile.top_margin, 0, 100)) return false;
  if (profile.min_answered < 1 || (profile.causes.empty() && !profile.items.empty())) return false;
  for (const ProfileItem& item : profile.items) {
    if (!is_index(item.cause, profile.causes)) return false;
  }
  for (const TickList& list : questionnaire.ticks) {
    if (list.items.size() > 32) return false;
    for (const TickReply& reply : list.replies) {
      if (!is_consistent(reply.when, questionnaire)) return false;
    }
  }
  for (const ContextChoice& choice : questionnaire.context.choices) {
    if (choice.note.empty() && questionnaire.context.note.empty()) return false;
  }
  for (const Card& card : questionnaire.evidence) {
    if ((card.ratio_of > 0) != (card.ratio_to > 0)) return false;
    for (const Share& share : card.shares) {
      if (!in_range(share.percent, 1, 100)) return false;
    }
  }
  for (const Note& note : questionnaire.notes) {
    if (!is_consistent(note.when, questionnaire)) return false;
  }
  for (const OrderLink& link : questionnaire.order) {
    if (!are_indexes(link.questions, questionnaire.questions)) return false;
  }
  return true;
}

/// Visits every text: it must be there in each language, or left out.
class TextCheck {
 public:
  explicit TextCheck(std::size_t languages) : languages_(languages) {}

  bool is_ok() const { return ok_; }

  template <class T>
  void scored(const T&) {}
  template <class T>
  void shown(const T&) {}
  void shown(const Text& text) { ok_ = ok_ && (text.empty() || text.size() == languages_); }
  template <class T, class Visit>
  void list(const std::vector<T>& list, const Visit& visit) {
    for (const T& element : list) visit(element);
  }
  template <class Visit>
  void shown_list(const std::vector<std::string>&, const Visit&) {}  // the languages themselves
  template <class T, class Visit>
  void shown_list(const std::vector<T>& values, const Visit& visit) {
    list(values, visit);
  }
  template <class Visit>
  void option(char, bool, const Visit& visit) {
    visit();
  }
  template <class Visit>
  void shown_option(char, bool, const Visit& visit) {
    visit();
  }
  void texts(const std::vector<Text>& texts) {
    for (const Text& text : texts) shown(text);
  }

 private:
  std::size_t languages_;
  bool ok_ = true;
};

bool are_texts_complete(const Questionnaire& questionnaire) {
  TextCheck check(questionnaire.languages.size());
  questionnaire_fields(check, questionnaire);
  return check.is_ok();
}

}  // namespace

bool is_consistent(const Questionnaire& questionnaire) {
  return !questionnaire.languages.empty() && in_range(questionnaire.ticks_per_point, 1, kMostTicksPerPoint) &&
         are_questions_consistent(questionnaire) && are_sections_consistent(questionnaire) &&
         are_options_consistent(questionnaire) && are_stages_rising(questionnaire.stages) &&
         are_gates_consistent(questionnaire) && are_patterns_consistent(questionnaire.patterns, questionnaire) &&
         are_patterns_consistent(questionnaire.strengths, questionnaire) && are_modules_consistent(questionnaire) &&
         are_texts_complete(questionnaire);
}

}  // namespace kk
