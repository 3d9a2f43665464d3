#include "author/audit/report.h"

#include <algorithm>
#include <cmath>

#include "base/phrase.h"
#include "base/rounding.h"
#include "model/problem.h"

namespace kk {
namespace {

constexpr std::size_t kMostShownAnswers = 20;

}  // namespace

AuditReport::AuditReport(const Questionnaire& questionnaire, const Audit& audit, std::string_view tag)
    : questionnaire_(questionnaire),
      audit_(audit),
      language_(static_cast<std::size_t>(questionnaire.language_index(tag))),
      words_(audit_words_for(tag)) {}

std::string_view AuditReport::text(const Text& text) const {
  return text.empty() ? std::string_view() : std::string_view(text[language_]);
}

std::string AuditReport::gate_name(const Gate& gate) const {
  return fill(text(gate.brake), {{"section", "…"}, {"topic", "…"}});
}

std::string AuditReport::whole(std::uint64_t number) const {
  const std::string digits = kk::number(static_cast<long long>(number));
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += words_.thousands;
    out += digits[i];
  }
  return out;
}

std::string AuditReport::percent(double share) const {
  const auto tenths = static_cast<std::int64_t>(std::llround(share * 1000));
  std::string text = number(tenths / 10) + std::string(words_.decimal) + number(tenths % 10);
  // Little is not nothing, and almost all is not all.
  if (tenths == 0 && share > 0) text = "<0" + std::string(words_.decimal) + "1";
  if (tenths == 1000 && share < 1) text = ">99" + std::string(words_.decimal) + "9";
  return fill(words_.percent, {{"n", text}});
}

std::string AuditReport::share(std::uint64_t part) const {
  return percent(audit_.sets == 0 ? 0 : static_cast<double>(part) / static_cast<double>(audit_.sets));
}

std::string AuditReport::points(Ticks score) const {
  const Ticks hundredths = divide_rounded(score * 100, questionnaire_.ticks_per_point);
  std::string text = number(hundredths / 100);
  if (hundredths % 100 == 0) return text;
  const std::string rest = number(hundredths % 100);
  return text + std::string(words_.decimal) + (rest.size() == 1 ? "0" : "") + rest;
}

std::string AuditReport::answers(const std::vector<Level>& levels) const {
  std::string out;
  std::size_t shown = 0;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    if (levels[i] == kSkipped) continue;
    if (shown++ == kMostShownAnswers) return out + " …";
    if (!out.empty()) out += ' ';
    out += questionnaire_.questions[i].id + '=' + (known(levels[i]) ? number(levels[i]) : "?");
  }
  return out;
}

std::string AuditReport::possible() const {
  if (audit_.possible_sets < 1e15) return whole(static_cast<std::uint64_t>(audit_.possible_sets));
  return "10^" + number(static_cast<long long>(audit_.log10_possible));
}

std::uint64_t AuditReport::raises() const {
  std::uint64_t all = 0;
  for (const AuditQuestion& question : audit_.questions) all += question.stage.all();
  return all;
}

std::string AuditReport::about() const {
  return fill(words_.report_of, {{"title", text(questionnaire_.title)}, {"version", questionnaire_.version}});
}

std::string AuditReport::headline() const {
  const auto errors = std::count_if(audit_.findings.begin(), audit_.findings.end(),
                                    [](const Finding& finding) { return finding.severity == Severity::kError; });
  if (errors == 0) return std::string(words_.all_fine);
  return errors == 1 ? std::string(words_.one_error) : fill(words_.more_errors, {{"n", number(errors)}});
}

std::string AuditReport::method() const {
  const bool unknown = audit_.options.with_unknown;
  const std::string_view complete = unknown ? words_.every_set_unknown : words_.every_set;
  const std::string_view sampled = unknown ? words_.sampled_unknown : words_.sampled;
  std::string out =
      fill(audit_.is_complete ? complete : sampled, {{"sets", whole(audit_.sets)},
                                                     {"possible", possible()},
                                                     {"seed", number(static_cast<long long>(audit_.options.seed))}});
  if (!questionnaire_.parameters.empty()) out += ' ' + std::string(words_.parameters);
  out += ' ' + fill(words_.searched, {{"n", whole(audit_.searched)}});
  if (!audit_.is_complete) out += ' ' + std::string(words_.sample_honest);
  return out;
}

std::string AuditReport::reach(const AuditRule& rule) const {
  if (rule.fired > 0) return share(rule.fired);
  if (rule.reach == AuditReach::kNever) return std::string(words_.nowhere);
  return std::string(rule.reach == AuditReach::kOpen ? words_.only_open : words_.only_modules);
}

std::string AuditReport::fall(const AuditMoves& moves, const std::vector<Level>& before, int question) const {
  return fill(words_.falls_in, {{"n", whole(moves.fell)}, {"all", whole(moves.all())}}) + ' ' +
         fill(words_.falls_example, {{"answers", answers(before)}, {"n", number(question + 1)}});
}

AuditLine AuditReport::line_of(const Finding& finding) const {
  const auto index = static_cast<std::size_t>(finding.index);
  const std::string place = number(finding.index + 1);
  const auto rule = [&] {
    const Pattern& found = finding.is_strength ? questionnaire_.strengths[index] : questionnaire_.patterns[index];
    return std::string(text(found.title));
  };
  AuditLine line{finding.severity, std::string(code_of(finding.code)), pointer_of(questionnaire_, finding), "", ""};
  bool is_proven = audit_.is_complete;
  switch (finding.code) {
    case FindingCode::kUnreachableStage: {
      const std::uint64_t scores = audit_.stages[index].score;
      line.title = fill(words_.unreachable_stage, {{"n", place}, {"name", text(questionnaire_.stages[index].name)}});
      line.detail =
          scores > 0 ? fill(words_.stopped_by_gates, {{"n", whole(scores)}}) : std::string(words_.no_such_score);
      break;
    }
    case FindingCode::kFallingScore:
    case FindingCode::kFallingStage: {
      const AuditQuestion& question = audit_.questions[index];
      const bool is_score = finding.code == FindingCode::kFallingScore;
      line.title = fill(is_score ? words_.falling_score : words_.falling_stage, {{"n", place}});
      line.detail = is_score ? fall(question.score, question.score_fell_from, finding.index)
                             : fall(question.stage, question.stage_fell_from, finding.index);
      is_proven = true;  // by the example
      break;
    }
    case FindingCode::kDeadPattern:
      line.title = fill(finding.is_strength ? words_.dead_strength : words_.dead_pattern, {{"title", rule()}});
      line.detail = fill(words_.never_seen, {{"sets", whole(audit_.sets)}, {"searched", whole(audit_.searched)}});
      break;
    case FindingCode::kConstantPattern: {
      const AuditRule& fired = (finding.is_strength ? audit_.strengths : audit_.patterns)[index];
      line.title = fill(finding.is_strength ? words_.constant_strength : words_.constant_pattern, {{"title", rule()}});
      line.detail =
          fill(fired.fired > 0 ? words_.fires_each : words_.fires_with_modules, {{"sets", whole(audit_.sets)}});
      break;
    }
    case FindingCode::kIdleGate:
      line.title = fill(words_.idle_gate, {{"brake", gate_name(questionnaire_.gates[index])}});
      line.detail = audit_.lowest ? fill(words_.lowest_cap, {{"n", number(audit_.gates[index].lowest)}})
                                  : std::string(words_.no_cap);
      break;
    case FindingCode::kIdleQuestion:
      line.title = fill(words_.idle_question, {{"n", place}});
      line.detail = words_.never_moves;
      break;
    case FindingCode::kNeverAsked:
      line.title = fill(words_.never_asked, {{"n", place}});
      line.detail = words_.never_true;
      break;
  }
  if (!is_proven) line.detail += ' ' + std::string(words_.not_proven);
  return line;
}

std::vector<AuditLine> AuditReport::lines() const {
  std::vector<AuditLine> lines;
  for (const Finding& finding : audit_.findings) lines.push_back(line_of(finding));
  return lines;
}

std::vector<std::string> AuditReport::holds() const {
  const auto found = [&](auto... codes) {
    return std::any_of(audit_.findings.begin(), audit_.findings.end(),
                       [&](const Finding& finding) { return ((finding.code == codes) || ...); });
  };
  std::vector<std::string> out;
  if (!found(FindingCode::kUnreachableStage)) out.emplace_back(words_.stages_reached);
  if (!found(FindingCode::kFallingScore, FindingCode::kFallingStage)) {
    out.push_back(audit_.is_complete ? std::string(words_.never_falls)
                                     : fill(words_.never_fell, {{"n", whole(raises())}}));
  }
  if (!found(FindingCode::kIdleQuestion, FindingCode::kNeverAsked)) out.emplace_back(words_.questions_count);
  if (!audit_.gates.empty() && !found(FindingCode::kIdleGate)) out.emplace_back(words_.gates_bind);
  const bool has_rules = audit_.patterns.size() + audit_.strengths.size() > 0;
  if (has_rules && !found(FindingCode::kDeadPattern, FindingCode::kConstantPattern)) {
    out.emplace_back(words_.patterns_vary);
  }
  return out;
}

}  // namespace kk
