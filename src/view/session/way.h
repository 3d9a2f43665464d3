// Where the reader is on the way through the screens, and how far they came.
#pragma once

#include "view/screens/table.h"
#include "view/session/given.h"

namespace kk {

struct Way {
  ScreenRows screens;
  Modules modules = {};     ///< on offer; off where the questionnaire does not have them
  Place place = {};         ///< the open screen
  Place before_panel = {};  ///< where the way back from a panel leads
  int reached = -1;         ///< highest question opened
  bool words_offered = false, more_offered = false;
  bool result_seen = false;  ///< from then on questions lead back to the result

  const ScreenRow& row() const { return row_of(place.screen, screens); }  ///< of the open screen
  void offer(const Modules& wanted, const Questionnaire& questionnaire);

  /// Where the flow goes when a screen is done or skipped.
  Place after(const Place& at, const Given& given) const;
  /// What came before a screen on the way; panels lead back to where they were opened.
  Place before(const Place& at, const Given& given) const;
  Place question_after(int question, const Given& given) const;  ///< or what comes when all questions are done

  /// `to` must be there: its index is below count_of.
  void open(const Place& to);
  /// Other answers came in: the open screen stays unless it is not asked now, and what they reached is what counts.
  void resume(const Given& given);

 private:
  bool leads_to(const ScreenRow& next, const ScreenRow& from, const Questionnaire& questionnaire) const;
};

}  // namespace kk
