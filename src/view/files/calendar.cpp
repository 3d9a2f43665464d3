#include <algorithm>
#include <cassert>

#include "base/day.h"
#include "base/hash.h"
#include "base/json_writer.h"
#include "base/phrase.h"
#include "base/utf8.h"
#include "exchange/result_code.h"
#include "view/builder.h"
#include "view/files/files.h"
#include "view/sentences.h"
#include "view/words/words.h"

namespace kk {
namespace {

constexpr int kDaysUntil = 90;
constexpr std::size_t kLineBytes = 75;  // RFC 5545, 3.1

/// A content line, folded between characters.
void line(std::string& out, std::string_view text) {
  std::size_t size = 0;
  for (; !text.empty(); text.remove_prefix(utf8_size(text))) {
    size += utf8_size(text);
    if (size > kLineBytes) {
      out += "\r\n ";
      size = 1 + utf8_size(text);
    }
    out += text.substr(0, utf8_size(text));
  }
  out += "\r\n";
}

/// RFC 5545, 3.3.11.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    c == '\n' ? out += "\\n" : out += c;
  }
  return out;
}

/// Takes a whole day, on which the reader stays free. `uid` is the same for the same thing, so that a calendar that has
/// it already changes it instead of adding another; `stamp` is a UTC time, `day` a day.
void event(std::string& out, std::string_view uid, std::string_view stamp, std::string_view day, std::string_view title,
           std::string_view text) {
  const auto digits = [](std::string_view from) {
    std::string kept;
    for (const char c : from) {
      if (c != '-' && c != ':') kept += c;
    }
    return kept;
  };
  out += "BEGIN:VEVENT\r\nTRANSP:TRANSPARENT\r\n";
  line(out, cat("UID:", uid, "@klantkompas.invalid"));
  line(out, cat("DTSTAMP:", digits(stamp.substr(0, 19)), "Z"));
  line(out, cat("DTSTART;VALUE=DATE:", digits(day)));
  line(out, cat("SUMMARY:", escaped(title)));
  if (!text.empty()) line(out, cat("DESCRIPTION:", escaped(text)));
  out += "END:VEVENT\r\n";
}

}  // namespace

bool is_utc_time(std::string_view text) {
  constexpr std::string_view kShape = "0000-00-00T00:00:00";
  if (text.size() <= kShape.size() || text.back() != 'Z') return false;
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kShape[i] == '0' ? !digit : text[i] != kShape[i]) return false;
  }
  return is_day(text.substr(0, 10)) && number_at(text, 11, 2) < 24 && number_at(text, 14, 2) < 60 &&
         number_at(text, 17, 2) < 60;
}

std::string calendar_file(const Session& session, std::string_view now) {
  if (now.empty()) return {};
  assert(is_utc_time(now));
  const Questionnaire& q = session.questionnaire();
  const auto language = static_cast<std::size_t>(session.language());
  const Words& words = words_for(q.languages[language]);
  const std::string code = result_code(q, session.answers());
  // The same of these answers each time.
  std::string id;
  append_hex(id, fnv1a(code), 16);
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Klantkompas//Klantkompas//NL\r\n";
  event(out, cat(q.id, "-", id), now, day_after(now.substr(0, 10), kDaysUntil),
        fill(words.calendar_title, {{"title", q.title[language]}}), fill(words.calendar_text, {{"code", code}}));
  View view;
  const ViewOptions options;
  const Builder b(session, options, view);
  // One for each check that is still to come about; its name stays when its day is moved.
  for (const Task& task : session.plan().tasks) {
    if (task.check.empty() || task.state == TaskState::kDone || task.state == TaskState::kAside) continue;
    std::string step;
    if (task.question >= 0) {
      const std::string& question = q.questions[static_cast<std::size_t>(task.question)].id;
      step = cat(question, "-", task.from);
    } else {
      append_hex(step, fnv1a(task.text), 16);
    }
    event(out, cat(q.id, "-plan-", step), now, task.check, fill(words.calendar_check, {{"step", task_text(b, task)}}),
          cat(task.action, task.action.empty() || task.who.empty() ? "" : "\n", task.who));
  }
  return out += "END:VCALENDAR\r\n";
}

}  // namespace kk
