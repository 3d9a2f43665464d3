#include "author/rules/names.h"

#include <string>

namespace kk {
namespace {

/// The ids of the members of the thing that is named "prefix.ID".
template <class T, class Members>
std::vector<std::string_view> ids_in(const std::vector<T>& things, std::string_view prefix, std::string_view name,
                                     Members T::*members) {
  std::vector<std::string_view> ids;
  for (const T& thing : things) {
    if (std::string(prefix) + thing.id != name) continue;
    for (const auto& member : thing.*members) ids.push_back(member.id);
  }
  return ids;
}

}  // namespace

std::vector<Name> all_names(const Questionnaire& questionnaire) {
  std::vector<Name> names;
  const auto add_all = [&](std::string_view prefix, const auto& things, LogicOp op) {
    for (std::size_t i = 0; i < things.size(); ++i) names.push_back({prefix, things[i].id, op, static_cast<int>(i)});
  };
  names.push_back({"", "overall", LogicOp::kOverall, 0});
  names.push_back({"stage.", "score", LogicOp::kStageScore, 0});
  names.push_back({"stage.", "final", LogicOp::kStageFinal, 0});
  if (!questionnaire.claims.questions.empty()) {
    names.push_back({"claims.", "score", LogicOp::kClaimsScore, 0});
    names.push_back({"claims.", "gap", LogicOp::kClaimsGap, 0});
  }
  if (!questionnaire.profile.causes.empty()) names.push_back({"profile.", "max", LogicOp::kTopCause, 0});
  if (!questionnaire.context.choices.empty()) names.push_back({"", "context", LogicOp::kContext, 0});
  add_all("", questionnaire.questions, LogicOp::kQuestion);
  add_all("", questionnaire.sections, LogicOp::kSection);
  add_all("profile.", questionnaire.profile.causes, LogicOp::kCause);
  add_all("ticks.", questionnaire.ticks, LogicOp::kTicks);
  add_all("parameters.", questionnaire.parameters, LogicOp::kParameter);
  return names;
}

std::vector<std::string_view> choices_named(const Questionnaire& questionnaire, std::string_view name) {
  if (name != "context") return ids_in(questionnaire.parameters, "parameters.", name, &Parameter::values);
  std::vector<std::string_view> ids;
  for (const ContextChoice& choice : questionnaire.context.choices) ids.push_back(choice.id);
  return ids;
}

std::vector<std::string_view> ticks_named(const Questionnaire& questionnaire, std::string_view name) {
  return ids_in(questionnaire.ticks, "ticks.", name, &TickList::items);
}

}  // namespace kk
