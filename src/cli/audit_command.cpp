// klantkompas audit: what a questionnaire's scoring can give.
#include "cli/audit_output.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/output.h"
#include "model/problem.h"

namespace kk {
namespace {

std::string report_in(const std::string& format, const std::string& tag, const AuditOutput& output) {
  if (format == "json") return audit_json(output);
  return format == "html" ? audit_html(output, tag) : audit_text(output);
}

/// By the ending of the file's name; text where it has none that says.
std::string format_of(const std::string& path) {
  if (path.ends_with(".html") || path.ends_with(".htm")) return "html";
  return path.ends_with(".json") ? "json" : "text";
}

}  // namespace

int run_audit(const Arguments& arguments) {
  const std::string format = arguments.format.empty() ? format_of(arguments.out) : arguments.format;
  if (format != "text" && format != "json" && format != "html") {
    write_error("klantkompas: --format needs json, text or html, found " + format + "\n");
    return kWrongUsage;
  }
  if (!arguments.lang.empty() && arguments.lang != "nl" && arguments.lang != "en") {
    write_error("klantkompas: --lang needs nl or en, found " + arguments.lang + "\n");
    return kWrongUsage;
  }
  if (!arguments.out.empty() && would_destroy(arguments.out, arguments.files[0])) return kWrongUsage;
  const LoadedQuestionnaire loaded = load_questionnaire(arguments.files[0]);
  if (loaded.status != kFine) return loaded.status;
  const auto marks = {std::string_view("Doorlichting van "), std::string_view("Audit of "),
                      std::string_view(R"("method":{"kind":)")};
  if (!arguments.out.empty() && !arguments.force && is_foreign(arguments.out, marks)) return kWrongUsage;
  AuditOptions options;
  options.with_unknown = arguments.unknown;
  const Audit found = audit(loaded.questionnaire, options);
  const AuditOutput output{loaded.questionnaire, found};
  const std::string tag = arguments.lang.empty() ? loaded.questionnaire.languages.front() : arguments.lang;
  const std::string report = report_in(format, tag, output);
  int status = kFine;
  if (!arguments.out.empty()) {
    status = write_file(arguments.out, report);
    if (status == kFine) status = write_output(audit_text(output));
  } else {
    status = write_output(report);
  }
  if (status != kFine) return status;
  return has_errors(found) ? kInputHasProblems : kFine;
}

}  // namespace kk
