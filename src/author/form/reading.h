// What all parts of one questionnaire share while they are read.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "author/json/document.h"
#include "author/json/problems.h"
#include "model/questionnaire.h"

namespace kk {

/// What an id names, and where it stands.
struct Named {
  int index = 0;
  JsonValue id = {};  ///< may be nothing
};
/// Levels that several questions have, with the advice between them.
struct Scale {
  std::vector<Text> levels;
  std::vector<Text> steps;  ///< may be empty: each question has its own
};
/// Ids that must differ from one another.
using IdSpace = std::unordered_map<std::string, Named>;

/// What all parts of one questionnaire share while they are read.
struct Reading {
  JsonProblems& problems;
  Questionnaire& questionnaire;
  IdSpace ids = {};  ///< of everything an answer or a condition can name

  // By id, to their indexes.
  IdSpace questions = {}, sections = {};

  bool has_scales = false;  ///< there is a list, whatever is in it
  std::vector<Scale> scales = {};
  IdSpace scale_ids = {};  ///< to their indexes

  // By question. What names other questions is looked at once all of them are known.
  std::vector<JsonValue> values = {};                  ///< the whole of it
  std::vector<JsonValue> needs = {}, conditions = {};  ///< may be nothing
  std::vector<JsonValue> replies = {};                 ///< by tick list; may be nothing
  std::vector<JsonValue> terms = {};                   ///< may be nothing
  IdSpace glossary = {};                               ///< by id, to their indexes
  bool in_gate = false;                                ///< texts may also hold {section} and {topic}, no other braces
  bool in_step = false;                                ///< texts may also hold {topic} and {n}
};

struct Range {
  int low = 0, high = 0;
};

}  // namespace kk
