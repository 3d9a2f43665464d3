// What the reader opened or marked on the page; no answer, so nothing is scored anew.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "exchange/result_code.h"
#include "model/questionnaire.h"
#include "view/embed.h"
#include "view/files/kind.h"

namespace kk {

/// What the last action brought about that is worth saying aloud.
enum class News : std::uint8_t { kNone, kResultReady, kResultChanged, kWiped };

struct PageState {
  int language = 0;          ///< index into Questionnaire::languages
  bool missing = false;      ///< Volgende was pressed without a choice
  bool confirming = false;   ///< Opnieuw was pressed once
  bool more[2] = {};         ///< what is folded is open; a page has at most two folds
  int word = -1;             ///< the glossary word whose meaning is open, or -1
  int card = -1;             ///< the piece of evidence whose status is open, or -1
  bool with_step = true;     ///< the comment on Delen names the first step
  bool with_code = false;    ///< it holds the code, for everyone who reads it
  bool appendix = false;     ///< all pages of the result are printed behind the report
  bool for_team = false;     ///< somebody invited the reader, and waits for the code
  bool claims_late = false;  ///< a word question was answered with the result known
  int target = 0;            ///< the stage aimed for, from 1; 0: none. In no code and no number
  EmbedChoice embed = {};
  FileKind file = FileKind::kTable;
  std::string date_then = {},
              date_now = {};  ///< the reader's own, 2026-11-27; in no code and no score. Empty: not given

  // Of the last action alone.
  bool moved = false;           ///< it opened another screen
  std::string_view focus = {};  ///< where it opened none: the control that takes focus; may be empty
  int closed_word = -1;         ///< it closed the meaning of this glossary word, where reading goes on
  News news = News::kNone;
  CodeStatus code = CodeStatus::kOk;  ///< what became of its code

  void begin_action() {
    moved = false;
    closed_word = -1;
    focus = {};
    news = News::kNone;
    code = CodeStatus::kOk;
  }
  /// What belongs to one screen closes with it.
  void turn() {
    missing = confirming = more[0] = more[1] = false;
    word = card = -1;
  }
  /// A question of ours, or none any more: the answer that changes nothing takes focus, and then what had asked.
  void ask(bool now) {
    confirming = now;
    focus = now ? "nav.cancel" : "nav.restart";
  }
  /// A day as fields for dates have it; empty takes it back. False, and nothing changed, for what is none.
  static bool choose_date(std::string_view day, std::string& date);
  bool choose_target(int stage, const Questionnaire& questionnaire);  ///< from 1; the chosen one is taken back
};

}  // namespace kk
