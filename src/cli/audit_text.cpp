#include <algorithm>

#include "base/phrase.h"
#include "base/utf8.h"
#include "cli/audit_output.h"
#include "model/problem.h"

namespace kk {
namespace {

constexpr std::size_t kMostColumn = 48;

/// Letters on screen, near enough: one for each code point.
std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// Rows of cells; the first column to the left, the others to the right, each as wide as its widest cell.
class Table {
 public:
  explicit Table(std::vector<std::string> head) { rows_.push_back(std::move(head)); }
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }

  std::string text() const {
    std::string out;
    for (const std::vector<std::string>& row : rows_) {
      std::string line = "  ";
      for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string space(std::max(width(i), width_of(row[i])) - width_of(row[i]), ' ');
        line += i == 0 ? row[i] + space : "  " + space + row[i];
      }
      out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    return out;
  }

 private:
  std::size_t width(std::size_t column) const {
    std::size_t widest = 0;
    for (const std::vector<std::string>& row : rows_) {
      if (column < row.size()) widest = std::max(widest, width_of(row[column]));
    }
    return std::min(widest, kMostColumn);
  }
  std::vector<std::vector<std::string>> rows_;
};

class AuditText {
 public:
  explicit AuditText(const AuditOutput& output)
      : q_(output.questionnaire), audit_(output.audit), report_(q_, audit_, "en"), words_(report_.words()) {}

  std::string write() {
    out_ = report_.about() + "\n" + report_.method() + "\n";
    problems();
    stages();
    thresholds();
    gates();
    rules();
    questions();
    return out_;
  }

 private:
  void heading(std::string_view title) { out_ += "\n" + std::string(title) + "\n"; }

  void problems() {
    const std::vector<AuditLine> lines = report_.lines();
    for (const Severity severity : {Severity::kError, Severity::kWarning}) {
      const auto fits = [&](const AuditLine& line) { return line.severity == severity; };
      if (std::none_of(lines.begin(), lines.end(), fits)) continue;
      heading(severity == Severity::kError ? words_.errors : words_.warnings);
      for (const AuditLine& line : lines) {
        if (fits(line))
          out_ += "  " + line.pointer + " [" + line.code + "] " + line.title + "\n    " + line.detail + "\n";
      }
    }
    heading(words_.holds);
    for (const std::string& line : report_.holds()) out_ += "  " + line + "\n";
  }

  void stages() {
    heading(words_.where_answers_end);
    Table table(
        {"", std::string(words_.from_points), std::string(words_.score_stage), std::string(words_.final_stage)});
    for (std::size_t i = 0; i < audit_.stages.size(); ++i) {
      const Stage& stage = q_.stages[i];
      table.add({number(static_cast<long long>(i) + 1) + " " + std::string(report_.text(stage.name)),
                 number(stage.from), counted(audit_.stages[i].score), counted(audit_.stages[i].final)});
    }
    out_ += table.text();
    if (!audit_.gates.empty()) out_ += "  " + fill(words_.capped, {{"n", counted(audit_.capped)}}) + "\n";
    if (audit_.unscored > 0) out_ += "  " + std::string(words_.unscored) + ": " + counted(audit_.unscored) + "\n";
    if (audit_.is_complete) out_ += "  " + std::string(words_.even_weight) + "\n";
  }

  std::string counted(std::uint64_t sets) const { return report_.whole(sets) + " (" + report_.share(sets) + ")"; }

  void thresholds() {
    heading(words_.thresholds_title);
    if (audit_.lowest) {
      out_ += "  " +
              fill(words_.scores_between, {{"low", report_.points(*audit_.lowest)},
                                           {"high", report_.points(*audit_.highest)},
                                           {"n", report_.whole(audit_.distinct_scores)}}) +
              "\n";
    }
    const auto cell = [&](const std::optional<AuditScore>& score) {
      return score ? report_.points(score->score) + " (" + report_.whole(score->sets) + ")" : std::string(words_.none);
    };
    Table table({std::string(words_.line), std::string(words_.highest_below), std::string(words_.lowest_from)});
    for (const AuditThreshold& threshold : audit_.thresholds) {
      table.add({number(q_.stages[static_cast<std::size_t>(threshold.stage) - 1].from), cell(threshold.below),
                 cell(threshold.from)});
    }
    out_ += table.text();
    for (const AuditThreshold& threshold : audit_.thresholds) {
      for (const std::optional<AuditScore>* score : {&threshold.below, &threshold.from}) {
        if (*score) {
          out_ += "  " + report_.points((*score)->score) + ", " + std::string(words_.answers_example) + " " +
                  report_.answers((*score)->example) + "\n";
        }
      }
    }
  }

  void gates() {
    if (audit_.gates.empty()) return;
    heading(words_.gates_title);
    Table table(
        {std::string(words_.gate), std::string(words_.binds), std::string(words_.alone), std::string(words_.cap_from)});
    for (std::size_t i = 0; i < audit_.gates.size(); ++i) {
      const AuditGate& gate = audit_.gates[i];
      table.add({q_.gates[i].id, counted(gate.binds), report_.share(gate.alone), number(gate.lowest)});
    }
    out_ += table.text();
  }

  void rules() {
    if (audit_.patterns.size() + audit_.strengths.size() == 0) return;
    heading(words_.patterns_title);
    Table table({std::string(words_.pattern), std::string(words_.fires)});
    const auto add = [&](const std::vector<Pattern>& patterns, const std::vector<AuditRule>& rules,
                         std::string suffix) {
      for (std::size_t i = 0; i < rules.size(); ++i) {
        const std::string times = rules[i].fired > 0 ? counted(rules[i].fired) : report_.reach(rules[i]);
        table.add({patterns[i].id + suffix, times});
      }
    };
    add(q_.patterns, audit_.patterns, "");
    add(q_.strengths, audit_.strengths, " (" + std::string(words_.strength) + ")");
    out_ += table.text();
    out_ += "  " + std::string(words_.at_once) + ":";
    for (std::size_t i = 0; i < audit_.patterns_at_once.size(); ++i) {
      if (audit_.patterns_at_once[i] > 0) {
        out_ += "  " + number(static_cast<long long>(i)) + " in " + report_.share(audit_.patterns_at_once[i]);
      }
    }
    out_ += "\n";
  }

  void questions() {
    heading(words_.weights_title);
    Table table({std::string(words_.question), std::string(words_.first_step), std::string(words_.moves_stage)});
    for (std::size_t i = 0; i < audit_.questions.size(); ++i) {
      const AuditMoves& moves = audit_.questions[i].stage;
      const auto changed = static_cast<double>(moves.rose + moves.fell), all = static_cast<double>(moves.all());
      table.add({q_.questions[i].id + " " + std::string(report_.text(q_.questions[i].topic)),
                 report_.share(audit_.questions[i].first), report_.percent(all > 0 ? changed / all : 0)});
    }
    out_ += table.text();
    out_ += "  " + std::string(words_.no_step) + ": " + report_.share(audit_.no_step) + "\n";
  }

  const Questionnaire& q_;
  const Audit& audit_;
  AuditReport report_;
  const AuditWords& words_;
  std::string out_;
};

}  // namespace

std::string audit_text(const AuditOutput& output) { return AuditText(output).write(); }

}  // namespace kk
