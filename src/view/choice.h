// One choice among options: questions, word questions, statements of the mirror, role and context.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "view/builder.h"

namespace kk {

struct Choice {
  std::string screen;  ///< its name
  std::string group;   ///< id of the radio group; a radio's id is the group's, a dot and the option's
  std::string_view hint;
  struct Option {
    std::string id;
    std::string_view text;
    bool on = false;
  };
  std::vector<Option> options;
  std::string_view doubt;                   ///< under the options; may be empty
  const std::vector<int>* terms = nullptr;  ///< glossary words that can be opened where the screen's texts hold them
  std::optional<bool> unknown;              ///< "Weet ik niet" is offered, and whether it is chosen
};

std::vector<Choice::Option> level_options(const Builder& b, const std::vector<Text>& levels, Level chosen);

/// Hint, message, radio group and "Overslaan", under `parent`. The screen's h1 must have the id "<screen>.h".
void choice_nodes(Builder& b, int parent, const Choice& choice);

}  // namespace kk
