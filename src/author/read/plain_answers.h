// The shortcut of AnswersReader for the lines a stream is made of.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/answers.h"
#include "model/questionnaire.h"

namespace kk {

/// Ids of one list, to be found in any order, each once a line. Borrows the ids.
class IdTable {
 public:
  IdTable() = default;
  /// `top`: the highest level of a thing; 0 where it has none.
  template <class T, class Top>
  IdTable(const std::vector<T>& things, const Top& top) {
    for (const T& thing : things) rows_.push_back({thing.id, top(thing), 0});
    index();
  }

  /// Before a line, or a list in it: nothing has been taken.
  void begin() {
    ++line_;
    next_ = 0;
  }
  /// What most likely comes next: the ids of a line mostly stand in the questionnaire's order. Empty at the end.
  std::string_view next() const { return next_ < rows_.size() ? rows_[next_].id : std::string_view(); }
  /// Index of next(), which is taken; -1 when it was before. next() must not be empty.
  int take_next() { return take(next_); }
  /// Index of this id, which is taken; -1 when there is none, or it was taken before.
  int take(std::string_view id);
  int top(int index) const { return rows_[static_cast<std::size_t>(index)].top; }

 private:
  struct Row {
    std::string_view id;
    int top;
    std::uint64_t taken;  ///< in which line
  };

  void index();
  int take(std::size_t row) {
    next_ = row + 1;
    if (rows_[row].taken == line_) return -1;
    rows_[row].taken = line_;
    return static_cast<int>(row);
  }

  std::vector<Row> rows_;
  std::vector<std::uint32_t> slots_;  ///< by hash: row + 1, or 0; at least half are free
  std::uint64_t line_ = 0;
  std::size_t next_ = 0;
};

/// Reads lines that hold nothing but answers: levels, claims, profile, ticks and context, without parameters.
class PlainAnswers {
 public:
  explicit PlainAnswers(const Questionnaire& questionnaire);

  /// False for all other lines, right or wrong: the JSON reader then says which. `answers` are blank before, and
  /// unspecified after false.
  bool read(std::string_view json, Answers& answers);

 private:
  IdTable questions_, claims_, profile_, lists_, choices_;
  std::vector<IdTable> items_;  ///< by list of ticks
};

}  // namespace kk
