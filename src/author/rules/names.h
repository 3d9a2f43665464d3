// What the rules of a questionnaire can name.
#pragma once

#include <string_view>
#include <vector>

#include "model/questionnaire.h"

namespace kk {

/// A fact about one reader, as rules name it.
struct Name {
  std::string_view prefix;  ///< "stage."
  std::string_view name;
  LogicOp op;
  int index;
};
std::vector<Name> all_names(const Questionnaire& questionnaire);

/// The ids of what the context or a parameter can be, by its full name; nothing for other names.
std::vector<std::string_view> choices_named(const Questionnaire& questionnaire, std::string_view name);

/// The ids that a tick list can hold, by its full name; nothing for other names.
std::vector<std::string_view> ticks_named(const Questionnaire& questionnaire, std::string_view name);

}  // namespace kk
