#include <cmath>
#include <optional>

#include "base/json_writer.h"
#include "base/rounding.h"
#include "cli/audit_output.h"
#include "model/problem.h"
#include "score/score.h"

namespace kk {
namespace {

/// Writes members and elements with their commas.
class JsonOut {
 public:
  void open(char bracket) {
    before_value();
    out_ += bracket;
    is_first_ = true;
  }
  void close(char bracket) {
    out_ += bracket;
    is_first_ = false;
  }
  JsonOut& name(std::string_view key) {
    before_value();
    append_json_string(out_, key);
    out_ += ':';
    is_first_ = true;
    return *this;
  }
  void text(std::string_view value) {
    before_value();
    append_json_string(out_, value);
  }
  void count(std::uint64_t value) {
    before_value();
    append_int(out_, static_cast<std::int64_t>(value));
  }
  void truth(bool value) { literal(value ? "true" : "false"); }
  void literal(std::string_view value) {
    before_value();
    out_ += value;
  }
  /// A list of objects, one for each row; `write` adds the members of one.
  template <class Rows, class Write>
  void list(std::string_view key, const Rows& rows, const Write& write) {
    name(key).open('[');
    for (std::size_t i = 0; i < rows.size(); ++i) {
      open('{');
      write(i, rows[i]);
      close('}');
    }
    close(']');
  }
  std::string take() { return std::move(out_); }

 private:
  void before_value() {
    if (!is_first_) out_ += ',';
    is_first_ = false;
  }
  std::string out_;
  bool is_first_ = true;
};

constexpr std::string_view kReaches[] = {"answers", "open", "modules", "never"};

class AuditJson {
 public:
  explicit AuditJson(const AuditOutput& output) : q_(output.questionnaire), audit_(output.audit) {}

  std::string write() {
    out_.open('{');
    out_.name("questionnaire").open('{');
    out_.name("id").text(q_.id);
    out_.name("version").text(q_.version);
    std::string hash;
    append_hex(hash, q_.hash, 16);
    out_.name("hash").text(hash);
    out_.close('}');
    method();
    scores();
    out_.list("stages", audit_.stages, [&](std::size_t i, const AuditStage& stage) {
      out_.name("stage").count(i + 1);
      out_.name("from").count(static_cast<std::uint64_t>(q_.stages[i].from));
      out_.name("score").count(stage.score);
      out_.name("final").count(stage.final);
    });
    out_.name("capped").count(audit_.capped);
    gates();
    rules("patterns", q_.patterns, audit_.patterns);
    rules("strengths", q_.strengths, audit_.strengths);
    out_.name("patterns_at_once").open('[');
    for (const std::uint64_t sets : audit_.patterns_at_once) out_.count(sets);
    out_.close(']');
    questions();
    out_.name("no_step").count(audit_.no_step);
    thresholds();
    problems();
    out_.close('}');
    return out_.take() + "\n";
  }

 private:
  void method() {
    out_.name("method").open('{');
    out_.name("kind").text(audit_.is_complete ? "all" : "sample");
    out_.name("unknown").truth(audit_.options.with_unknown);
    out_.name("sets").count(audit_.sets);
    out_.name("possible").text(possible());
    if (audit_.is_complete)
      out_.name("seed").literal("null");
    else
      out_.name("seed").count(audit_.options.seed);
    out_.name("searched").count(audit_.searched);
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
    out_.name("distinct").count(audit_.distinct_scores);
    out_.name("unscored").count(audit_.unscored);
    out_.name("histogram").open('[');
    for (const std::uint64_t sets : audit_.histogram) out_.count(sets);
    out_.close(']');
    out_.close('}');
  }

  void reach(AuditReach reach) { out_.name("reach").text(kReaches[static_cast<std::size_t>(reach)]); }

  void gates() {
    out_.list("gates", audit_.gates, [&](std::size_t i, const AuditGate& gate) {
      out_.name("id").text(q_.gates[i].id);
      out_.name("binds").count(gate.binds);
      out_.name("alone").count(gate.alone);
      out_.name("lowest_cap").count(static_cast<std::uint64_t>(gate.lowest));
      reach(gate.reach);
    });
  }

  void rules(std::string_view name, const std::vector<Pattern>& patterns, const std::vector<AuditRule>& rules) {
    out_.list(name, rules, [&](std::size_t i, const AuditRule& rule) {
      out_.name("id").text(patterns[i].id);
      out_.name("fired").count(rule.fired);
      reach(rule.reach);
      out_.name("modules").truth(rule.uses_modules);
    });
  }

  void moves(std::string_view name, const AuditMoves& moves) {
    out_.name(name).open('{');
    out_.name("rose").count(moves.rose);
    out_.name("same").count(moves.same);
    out_.name("fell").count(moves.fell);
    out_.close('}');
  }

  void questions() {
    out_.list("questions", audit_.questions, [&](std::size_t i, const AuditQuestion& question) {
      out_.name("id").text(q_.questions[i].id);
      out_.name("asked").count(question.asked);
      out_.name("first_step").count(question.first);
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
    out_.name("sets").count(found->sets);
    out_.name("answers").open('{');
    for (std::size_t i = 0; i < found->example.size(); ++i) {
      const Level level = found->example[i];
      out_.name(q_.questions[i].id);
      if (known(level))
        out_.count(static_cast<std::uint64_t>(level));
      else
        out_.literal(level == kUnknown ? "\"unknown\"" : "null");
    }
    out_.close('}');
    out_.close('}');
  }

  void thresholds() {
    out_.list("thresholds", audit_.thresholds, [&](std::size_t, const AuditThreshold& threshold) {
      out_.name("stage").count(static_cast<std::uint64_t>(threshold.stage));
      out_.name("from").count(
          static_cast<std::uint64_t>(q_.stages[static_cast<std::size_t>(threshold.stage) - 1].from));
      nearest("below", threshold.below);
      nearest("at_or_above", threshold.from);
    });
  }

  void problems() {
    out_.list("problems", AuditReport(q_, audit_, "en").lines(), [&](std::size_t, const AuditLine& line) {
      out_.name("severity").text(line.severity == Severity::kError ? "error" : "warning");
      out_.name("code").text(line.code);
      out_.name("pointer").text(line.pointer);
      out_.name("sentence").text(line.title + ' ' + line.detail);
    });
  }

  const Questionnaire& q_;
  const Audit& audit_;
  JsonOut out_;
};

}  // namespace

std::string audit_json(const AuditOutput& output) { return AuditJson(output).write(); }

}  // namespace kk
