#include <cmath>
#include <optional>

#include "base/json_writer.h"
#include "base/rounding.h"
#include "cli/audit_output.h"
#include "exchange/identity.h"
#include "model/problem.h"
#include "score/score.h"

namespace kk {
namespace {

constexpr std::string_view kReaches[] = {"answers", "open", "modules", "never"};

class AuditJson {
 public:
  explicit AuditJson(const AuditOutput& output) : q_(output.questionnaire), audit_(output.audit) {}

  std::string write() {
    out_.open('{');
    write_identity(q_, out_.name("questionnaire"));
    method();
    scores();
    list("stages", audit_.stages, [&](std::size_t i, const AuditStage& stage) {
      count("stage", i + 1);
      count("from", static_cast<std::uint64_t>(q_.stages[i].from));
      count("score", stage.score);
      count("final", stage.final);
    });
    count("capped", audit_.capped);
    gates();
    rules("patterns", q_.patterns, audit_.patterns);
    rules("strengths", q_.strengths, audit_.strengths);
    out_.name("patterns_at_once").open('[');
    for (const std::uint64_t sets : audit_.patterns_at_once) out_.whole(static_cast<std::int64_t>(sets));
    out_.close(']');
    questions();
    count("no_step", audit_.no_step);
    thresholds();
    problems();
    out_.close('}');
    return std::move(text_) + "\n";
  }

 private:
  void count(std::string_view key, std::uint64_t value) { out_.name(key).whole(static_cast<std::int64_t>(value)); }

  /// A list of objects, one for each row; `write` adds the members of one.
  template <class Rows, class Write>
  void list(std::string_view key, const Rows& rows, const Write& write) {
    out_.name(key).open('[');
    for (std::size_t i = 0; i < rows.size(); ++i) {
      out_.open('{');
      write(i, rows[i]);
      out_.close('}');
    }
    out_.close(']');
  }

  void method() {
    out_.name("method").open('{');
    out_.name("kind").text(audit_.is_complete ? "all" : "sample");
    out_.name("unknown").truth(audit_.options.with_unknown);
    count("sets", audit_.sets);
    out_.name("possible").text(possible());
    if (audit_.is_complete)
      out_.name("seed").literal("null");
    else
      count("seed", audit_.options.seed);
    count("searched", audit_.searched);
    out_.close('}');
  }

  /// In full up to 15 digits, then as a power of ten.
  std::string possible() const {
    std::string text;
    const bool is_long = audit_.possible_sets >= 1e15;
    if (is_long) text = "1e";
    append_int(text, static_cast<std::int64_t>(is_long ? audit_.log10_possible : audit_.possible_sets));
    return text;
  }

  void score(const std::optional<Ticks>& ticks) {
    if (!ticks) return out_.literal("null");
    std::string text;
    append_hundredths(text, divide_rounded(*ticks * 100, q_.ticks_per_point));
    out_.literal(text);
  }

  void scores() {
    out_.name("scores").open('{');
    out_.name("lowest");
    score(audit_.lowest);
    out_.name("highest");
    score(audit_.highest);
    count("distinct", audit_.distinct_scores);
    count("unscored", audit_.unscored);
    out_.name("histogram").open('[');
    for (const std::uint64_t sets : audit_.histogram) out_.whole(static_cast<std::int64_t>(sets));
    out_.close(']');
    out_.close('}');
  }

  void reach(AuditReach reach) { out_.name("reach").text(kReaches[static_cast<std::size_t>(reach)]); }

  void gates() {
    list("gates", audit_.gates, [&](std::size_t i, const AuditGate& gate) {
      out_.name("id").text(q_.gates[i].id);
      count("binds", gate.binds);
      count("alone", gate.alone);
      count("lowest_cap", static_cast<std::uint64_t>(gate.lowest));
      reach(gate.reach);
    });
  }

  void rules(std::string_view name, const std::vector<Pattern>& patterns, const std::vector<AuditRule>& rules) {
    list(name, rules, [&](std::size_t i, const AuditRule& rule) {
      out_.name("id").text(patterns[i].id);
      count("fired", rule.fired);
      reach(rule.reach);
      out_.name("modules").truth(rule.uses_modules);
    });
  }

  void moves(std::string_view name, const AuditMoves& moves) {
    out_.name(name).open('{');
    count("rose", moves.rose);
    count("same", moves.same);
    count("fell", moves.fell);
    out_.close('}');
  }

  void questions() {
    list("questions", audit_.questions, [&](std::size_t i, const AuditQuestion& question) {
      out_.name("id").text(q_.questions[i].id);
      count("asked", question.asked);
      count("first_step", question.first);
      moves("score", question.score);
      moves("stage", question.stage);
      out_.name("changes_patterns").truth(question.changes_rules);
    });
  }

  void nearest(std::string_view name, const std::optional<AuditScore>& found) {
    out_.name(name);
    if (!found) return out_.literal("null");
    out_.open('{');
    out_.name("score");
    score(found->score);
    count("sets", found->sets);
    out_.name("answers").open('{');
    for (std::size_t i = 0; i < found->example.size(); ++i) {
      const Level level = found->example[i];
      out_.name(q_.questions[i].id);
      if (known(level))
        out_.whole(level);
      else
        out_.literal(level == kUnknown ? "\"unknown\"" : "null");
    }
    out_.close('}');
    out_.close('}');
  }

  void thresholds() {
    list("thresholds", audit_.thresholds, [&](std::size_t, const AuditThreshold& threshold) {
      count("stage", static_cast<std::uint64_t>(threshold.stage));
      count("from", static_cast<std::uint64_t>(q_.stages[static_cast<std::size_t>(threshold.stage) - 1].from));
      nearest("below", threshold.below);
      nearest("at_or_above", threshold.from);
    });
  }

  void problems() {
    list("problems", AuditReport(q_, audit_, "en").lines(), [&](std::size_t, const AuditLine& line) {
      out_.name("severity").text(line.severity == Severity::kError ? "error" : "warning");
      out_.name("code").text(line.code);
      out_.name("pointer").text(line.pointer);
      out_.name("sentence").text(line.title + ' ' + line.detail);
    });
  }

  const Questionnaire& q_;
  const Audit& audit_;
  std::string text_;
  JsonWriter out_{text_};
};

}  // namespace

std::string audit_json(const AuditOutput& output) { return AuditJson(output).write(); }

}  // namespace kk
