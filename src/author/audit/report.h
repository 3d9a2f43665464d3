// An audit in sentences: what a table, a page and JSON have in common.
#pragma once

#include <string>
#include <vector>

#include "author/audit/audit.h"
#include "author/audit/words.h"
#include "model/problem.h"

namespace kk {

struct AuditLine {
  Severity severity = Severity::kError;
  std::string code, pointer, title, detail;
};

class AuditReport {
 public:
  /// In the language of a BCP 47 tag; the questionnaire's texts in its own first language when it lacks that one.
  /// Questionnaire and audit must outlive the report.
  AuditReport(const Questionnaire& questionnaire, const Audit& audit, std::string_view tag);

  const AuditWords& words() const { return words_; }
  /// A text of the questionnaire in the report's language.
  std::string_view text(const Text& text) const;
  std::string gate_name(const Gate& gate) const;

  std::string headline() const;
  std::string about() const;   ///< which questionnaire
  std::string method() const;  ///< what was tried, and what that cannot show
  std::vector<AuditLine> lines() const;
  std::vector<std::string> holds() const;

  std::string whole(std::uint64_t number) const;         ///< "1,953,125"
  std::string share(std::uint64_t part) const;           ///< of the sets, "18.0%"
  std::string percent(double share) const;               ///< of 1
  std::string points(Ticks score) const;                 ///< "58.33"
  std::string answers(const std::vector<Level>&) const;  ///< "ID=0 ID=4 …", at most 20 of them
  std::string reach(const AuditRule& rule) const;        ///< how often it fires, or where alone it does

 private:
  AuditLine line_of(const Finding& finding) const;
  std::string fall(const AuditMoves& moves, const std::vector<Level>& before, int question) const;
  std::string possible() const;
  std::uint64_t raises() const;

  const Questionnaire& questionnaire_;
  const Audit& audit_;
  std::size_t language_;  ///< index into Questionnaire::languages
  const AuditWords& words_;
};

}  // namespace kk
