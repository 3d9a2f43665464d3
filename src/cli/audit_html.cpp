#include <algorithm>

#include "base/escape.h"
#include "base/phrase.h"
#include "cli/audit_output.h"
#include "cli/audit_style.h"
#include "model/problem.h"

namespace kk {
namespace {

// What would make the client's page longer than one sheet is summed up on it.
constexpr std::size_t kMostRowsOnAPage = 28;     // stages, sections and questions; more: without questions
constexpr std::size_t kMostFindingsOnAPage = 4;  // of each severity; more: how many. All of them are among the details.

using Cells = std::vector<std::string>;

std::string element(std::string_view name, std::string_view content) {
  return "<" + std::string(name) + ">" + std::string(content) + "</" + std::string(name) + ">\n";
}

/// A bar on an axis of 0 to 1, with a mark when there is one.
std::string bar(double length, std::string_view kind, double mark = -1) {
  const auto thousandths = [](double share) { return number(static_cast<long long>(share * 1000 + 0.5)); };
  std::string out = "<svg viewBox=\"0 0 1000 24\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"" +
                    std::string(kind) + "\" y=\"6\" width=\"" + thousandths(length) + "\" height=\"12\"/>";
  if (mark >= 0) {
    out += "<rect class=\"mark\" x=\"" + thousandths(std::min(mark, 0.995)) + "\" y=\"1\" width=\"5\" height=\"22\"/>";
  }
  return out + "</svg>";
}

class AuditHtml {
 public:
  AuditHtml(const AuditOutput& output, std::string_view tag)
      : q_(output.questionnaire), audit_(output.audit), report_(q_, audit_, tag), words_(report_.words()) {}

  std::string write() {
    const std::string title = escape_html(report_.about());
    std::string out =
        "<!doctype html>\n<html lang=\"" + std::string(words_.tag) + "\">\n<head>\n<meta charset=\"utf-8\">\n";
    out += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '" +
           std::string(kAuditStyleHash) + "'; base-uri 'none'; form-action 'none'\">\n";
    out += "<meta name=\"viewport\" content=\"width=device-width\">\n" + element("title", title);
    out += "<style>" + std::string(kAuditStyle) + "</style>\n</head>\n<body>\n<main>\n";
    out += element("section", client_page()) + element("section", details());
    return out + "</main>\n</body>\n</html>\n";
  }

 private:
  std::string heading(std::string_view text) const { return element("h2", escape_html(text)); }
  static std::string paragraph(std::string_view text) { return element("p", escape_html(text)); }

  /// Cells are markup. The columns from `numbers` on hold numbers.
  static std::string table(std::string_view caption, const Cells& head, const std::vector<Cells>& rows,
                           std::size_t numbers) {
    const auto cell = [&](std::string_view name, std::string_view scope, std::size_t i, const std::string& text) {
      const bool is_word = !text.empty() && text[0] >= 'a' && text[0] <= 'z';  // in the place of a number
      const std::string_view kind = text.starts_with("<svg") ? " class=\"bar\""
                                    : i < numbers            ? ""
                                    : is_word                ? " class=\"n w\""
                                                             : " class=\"n\"";
      return "<" + std::string(name) + std::string(kind) + std::string(scope) + ">" + text + "</" + std::string(name) +
             ">";
    };
    std::string out = "<div class=\"scroll\"><table>\n";
    if (!caption.empty()) out += "<caption>" + escape_html(caption) + "</caption>\n";
    out += "<thead><tr>";
    for (std::size_t i = 0; i < head.size(); ++i) {
      out += head[i].empty() ? "<td></td>" : cell("th", " scope=\"col\"", i, escape_html(head[i]));
    }
    out += "</tr></thead>\n<tbody>\n";
    for (const Cells& row : rows) {
      out += "<tr>";
      for (std::size_t i = 0; i < row.size(); ++i) {
        out += i == 0 ? cell("th", " scope=\"row\"", i, row[i]) : cell("td", "", i, row[i]);
      }
      out += "</tr>\n";
    }
    return out + "</tbody>\n</table></div>\n";
  }

  std::string client_page() const {
    std::string out = "<p class=\"muted\">" + escape_html(report_.about()) + "</p>\n";
    out += element("h1", escape_html(report_.headline())) + paragraph(report_.method());
    // The limits stand in the column that would end higher: a gate takes the lines of three questions.
    const bool left = rows_of_weights() < 3 * audit_.gates.size() + q_.stages.size();
    out += "<div class=\"columns\"><div>\n" + stages() + weights() + (left ? thresholds() : "") + "</div><div>\n";
    out += checked() + gates() + (left ? "" : thresholds()) + "</div></div>\n";
    return out;
  }

  /// Errors, then warnings: the first of each by their titles, or all of them in detail.
  std::string findings(bool in_detail) const {
    std::string out;
    for (const Severity severity : {Severity::kError, Severity::kWarning}) {
      const bool is_error = severity == Severity::kError;
      std::string items;
      std::size_t count = 0;
      for (const AuditLine& line : report_.lines()) {
        if (line.severity != severity) continue;
        if (++count > kMostFindingsOnAPage && !in_detail) continue;
        items +=
            "<li class=\"" + std::string(is_error ? "error" : "warning") + "\"><b>" + escape_html(line.title) + "</b>";
        if (in_detail) items += escape_html(line.detail) + " <code>" + escape_html(line.pointer) + "</code>";
        items += "</li>\n";
      }
      if (count > kMostFindingsOnAPage && !in_detail) {
        const std::string more = report_.whole(count - kMostFindingsOnAPage);
        items += element("li", escape_html(fill(words_.more_below, {{"n", more}})));
      }
      if (!items.empty()) out += heading(is_error ? words_.errors : words_.warnings) + element("ul", items);
    }
    return out;
  }

  std::string checked() const {
    std::string items;
    for (const std::string& line : report_.holds()) items += "<li class=\"holds\">" + escape_html(line) + "</li>\n";
    return findings(false) + heading(words_.checked_title) + element("ul", items);
  }

  double share_of(std::uint64_t sets) const {
    return audit_.sets == 0 ? 0 : static_cast<double>(sets) / static_cast<double>(audit_.sets);
  }

  /// The product has five stage colours; other numbers of stages take them at even distances.
  std::string colour_of(std::size_t stage) const {
    const std::size_t last = std::max<std::size_t>(audit_.stages.size() - 1, 1);
    return "s" + number(static_cast<long long>(1 + (stage * 4 + last / 2) / last));
  }

  std::string stages() const {
    std::uint64_t most = 1;
    for (const AuditStage& stage : audit_.stages) most = std::max({most, stage.final, stage.score});
    std::vector<Cells> rows;
    for (std::size_t i = 0; i < audit_.stages.size(); ++i) {
      const AuditStage& stage = audit_.stages[i];
      const auto length = [&](std::uint64_t sets) { return static_cast<double>(sets) / static_cast<double>(most); };
      rows.push_back({number(static_cast<long long>(i) + 1) + " " + escape_html(report_.text(q_.stages[i].name)),
                      number(q_.stages[i].from), escape_html(report_.share(stage.score)),
                      escape_html(report_.share(stage.final)),
                      bar(length(stage.final), colour_of(i), length(stage.score))});
    }
    std::string out = heading(words_.where_answers_end);
    out += table("",
                 {std::string(words_.stage), std::string(words_.from_points), std::string(words_.score_stage),
                  std::string(words_.final_stage), ""},
                 rows, 1);
    out += "<p class=\"muted\">";
    if (!audit_.gates.empty()) out += escape_html(fill(words_.capped, {{"n", report_.share(audit_.capped)}}));
    if (audit_.unscored > 0) {
      out += ' ' + escape_html(upper_first(words_.unscored)) + ": " + escape_html(report_.share(audit_.unscored)) + ".";
    }
    if (audit_.is_complete) out += ' ' + escape_html(words_.even_weight);
    return out + "</p>\n";
  }

  /// Of the overall score, when every question is asked and answered.
  double section_share(std::size_t section) const {
    int all = 0;
    for (const Section& each : q_.sections) all += each.share;
    return static_cast<double>(q_.sections[section].share) / all;
  }
  double question_share(std::size_t i) const {
    const auto section = static_cast<std::size_t>(q_.questions[i].section);
    int all = 0;
    for (const int each : q_.sections[section].questions) all += q_.questions[static_cast<std::size_t>(each)].share;
    return section_share(section) * q_.questions[i].share / all;
  }

  /// "(reversed, conditional)" where it is.
  std::string remarks(const Question& question) const {
    std::string out = question.reverse ? std::string(words_.reversed) : "";
    if (!question.when.nodes.empty()) out += (out.empty() ? "" : ", ") + std::string(words_.conditional);
    return out.empty() ? out : " <span class=\"muted\">(" + escape_html(out) + ")</span>";
  }

  bool by_question() const { return q_.stages.size() + q_.sections.size() + q_.questions.size() <= kMostRowsOnAPage; }
  std::size_t rows_of_weights() const { return q_.sections.size() + (by_question() ? q_.questions.size() : 0); }

  std::string weights() const {
    std::vector<Cells> rows;
    for (std::size_t k = 0; k < q_.sections.size(); ++k) {
      const Section& section = q_.sections[k];
      std::uint64_t first = 0;
      for (const int index : section.questions) first += audit_.questions[static_cast<std::size_t>(index)].first;
      rows.push_back({"<b>" + escape_html(report_.text(section.name)) + "</b>",
                      escape_html(report_.percent(section_share(k))), escape_html(report_.share(first)), ""});
      if (by_question()) add_questions(section, rows);
    }
    return heading(words_.weights_title) + table("",
                                                 {std::string(words_.question), std::string(words_.share),
                                                  std::string(words_.first_step), std::string(words_.moves_stage)},
                                                 rows, 1);
  }

  void add_questions(const Section& section, std::vector<Cells>& rows) const {
    for (const int index : section.questions) {
      const auto i = static_cast<std::size_t>(index);
      const AuditMoves& moves = audit_.questions[i].stage;
      const double changed =
          moves.all() == 0 ? 0 : static_cast<double>(moves.rose + moves.fell) / static_cast<double>(moves.all());
      rows.push_back(
          {number(index + 1) + " " + escape_html(report_.text(q_.questions[i].topic)) + remarks(q_.questions[i]),
           escape_html(report_.percent(question_share(i))), escape_html(report_.share(audit_.questions[i].first)),
           escape_html(report_.percent(changed))});
    }
  }

  std::string gates() const {
    if (audit_.gates.empty()) return "";
    std::vector<Cells> rows;
    for (std::size_t i = 0; i < audit_.gates.size(); ++i) {
      const AuditGate& gate = audit_.gates[i];
      const std::string text = fill(report_.text(q_.gates[i].text), {{"section", "…"}, {"topic", "…"}});
      rows.push_back({"<b>" + escape_html(upper_first(report_.gate_name(q_.gates[i]))) + "</b> " + escape_html(text),
                      number(gate.lowest), escape_html(report_.share(gate.binds))});
    }
    return heading(words_.gates_title) +
           table("", {std::string(words_.gate), std::string(words_.cap_from), std::string(words_.binds)}, rows, 1);
  }

  std::string scored(const std::optional<AuditScore>& score) const {
    return score ? escape_html(report_.points(score->score)) : escape_html(words_.none);
  }

  std::string thresholds() const {
    std::vector<Cells> rows;
    for (const AuditThreshold& threshold : audit_.thresholds) {
      rows.push_back({number(q_.stages[static_cast<std::size_t>(threshold.stage) - 1].from), scored(threshold.below),
                      scored(threshold.from)});
    }
    return heading(words_.thresholds_title) +
           table("", {std::string(words_.line), std::string(words_.highest_below), std::string(words_.lowest_from)},
                 rows, 1);
  }

  std::string details() const { return findings(true) + histogram() + patterns() + at_once() + examples() + footer(); }

  std::string histogram() const {
    const std::uint64_t most =
        std::max<std::uint64_t>(*std::max_element(audit_.histogram.begin(), audit_.histogram.end()), 1);
    std::vector<Cells> rows;
    for (std::size_t i = 0; i < audit_.histogram.size(); ++i) {
      const auto low = static_cast<long long>(i) * 100 / kAuditBins, width = 100LL / kAuditBins;
      rows.push_back({number(low) + "–" + number(low + width), escape_html(report_.share(audit_.histogram[i])),
                      bar(static_cast<double>(audit_.histogram[i]) / static_cast<double>(most), "plain")});
    }
    const std::string caption = audit_.lowest
                                    ? fill(words_.scores_between, {{"low", report_.points(*audit_.lowest)},
                                                                   {"high", report_.points(*audit_.highest)},
                                                                   {"n", report_.whole(audit_.distinct_scores)}})
                                    : std::string();
    return heading(words_.scores_title) + table(caption, {"", std::string(words_.sets), ""}, rows, 1);
  }

  std::string patterns() const {
    std::vector<Cells> rows;
    const auto add = [&](const std::vector<Pattern>& patterns, const std::vector<AuditRule>& rules,
                         std::string_view kind) {
      for (std::size_t i = 0; i < rules.size(); ++i) {
        rows.push_back({escape_html(report_.text(patterns[i].title)), escape_html(kind),
                        escape_html(report_.reach(rules[i])), bar(share_of(rules[i].fired), "plain")});
      }
    };
    add(q_.patterns, audit_.patterns, words_.pattern);
    add(q_.strengths, audit_.strengths, words_.strength);
    if (rows.empty()) return "";
    return heading(words_.patterns_title) +
           table("", {std::string(words_.pattern), "", std::string(words_.fires), ""}, rows, 2);
  }

  std::string at_once() const {
    std::vector<Cells> rows;
    for (std::size_t i = 0; i < audit_.patterns_at_once.size(); ++i) {
      const std::uint64_t sets = audit_.patterns_at_once[i];
      if (sets == 0) continue;
      rows.push_back(
          {number(static_cast<long long>(i)), escape_html(report_.share(sets)), bar(share_of(sets), "plain")});
    }
    if (audit_.patterns.empty()) return "";
    return heading(words_.at_once) + table("", {std::string(words_.pattern), std::string(words_.sets), ""}, rows, 1);
  }

  std::string examples() const {
    std::vector<Cells> rows;
    for (const AuditThreshold& threshold : audit_.thresholds) {
      for (const std::optional<AuditScore>* score : {&threshold.below, &threshold.from}) {
        if (!*score) continue;
        rows.push_back({scored(*score), "<code>" + escape_html(report_.answers((*score)->example)) + "</code>",
                        escape_html(report_.whole((*score)->sets))});
      }
    }
    return heading(words_.thresholds_title) +
           table("", {std::string(words_.line), std::string(words_.answers_example), std::string(words_.sets)}, rows,
                 2);
  }

  std::string footer() const {
    const std::string command = "klantkompas audit " + q_.id + (audit_.options.with_unknown ? " --unknown" : "") +
                                " --format html -o audit.html";
    return "<p class=\"muted\">" + escape_html(fill(words_.made_with, {{"version", KK_VERSION}})) + " <code>" +
           escape_html(command) + "</code></p>\n";
  }

  const Questionnaire& q_;
  const Audit& audit_;
  AuditReport report_;
  const AuditWords& words_;
};

}  // namespace

std::string audit_html(const AuditOutput& output, std::string_view tag) { return AuditHtml(output, tag).write(); }

}  // namespace kk
