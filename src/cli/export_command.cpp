// klantkompas export: the files of the page's Delen, byte for byte.
#include <chrono>
#include <ctime>
#include <random>
#include <string>

#include "base/json_writer.h"
#include "cli/command.h"
#include "cli/given.h"
#include "cli/input.h"
#include "cli/output.h"
#include "view/files/files.h"

namespace kk {
namespace {

/// Random, version 4 (RFC 9562): a name for nobody.
std::string uuid() {
  std::random_device random;
  std::string digits;
  while (digits.size() < 32) append_hex(digits, random(), 8);
  digits[12] = '4';
  digits[16] = "89ab"[random() & 3];
  for (const std::size_t at : {20u, 16u, 12u, 8u}) digits.insert(at, 1, '-');
  return digits;
}

std::string now() {
  const std::time_t time = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm parts{};
  char text[32];
  const bool ok = gmtime_r(&time, &parts) != nullptr;
  return {text, ok ? std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts) : 0};
}

std::string kinds() {
  std::string out;
  for (const std::string_view name : kFileKinds) out += (out.empty() ? "" : "|") + std::string(name);
  return out;
}

}  // namespace

int run_export(const Arguments& arguments) {
  const std::optional<FileKind> kind = file_kind_named(arguments.format);
  if (!kind) {
    write_error("klantkompas: export needs --format " + kinds() + "\n");
    return kWrongUsage;
  }
  const LoadedQuestionnaire loaded = load_questionnaire(arguments.files[0]);
  if (loaded.status != kFine) return loaded.status;
  const std::string source = arguments.files.size() > 1 ? arguments.files[1] : "-";
  const GivenAnswers given = given_answers(loaded.questionnaire, source);
  if (given.status != kFine) return given.status;
  if (given.earlier >= 0) return refuse_code(CodeStatus::kRescored, source);
  Session session(loaded.questionnaire);
  session.set_language(arguments.lang);
  session.restore(given.answers);
  FileFacts facts{arguments.id, arguments.actor, arguments.time};
  if (facts.id.empty()) facts.id = uuid();
  if (facts.actor.empty()) facts.actor = uuid();
  if (facts.timestamp.empty()) facts.timestamp = now();
  if (kind == FileKind::kCalendar && !is_utc_time(facts.timestamp)) {
    write_error("klantkompas: found --time " + facts.timestamp + ", expected one such as 2026-11-27T18:10:30Z\n");
    return kWrongUsage;
  }
  // Days are told as from the day of the file.
  session.set_today(std::string_view(facts.timestamp).substr(0, 10));
  session.set_plan(given.plan);
  return write_output(file_of(session, *kind, facts));
}

}  // namespace kk
