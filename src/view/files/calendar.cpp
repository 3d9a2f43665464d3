#include <algorithm>
#include <cassert>

#include "base/hash.h"
#include "base/json_writer.h"
#include "base/phrase.h"
#include "base/utf8.h"
#include "exchange/result_code.h"
#include "view/files/files.h"
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

int number_at(std::string_view text, std::size_t at, std::size_t digits) {
  int value = 0;
  for (const char c : text.substr(at, digits)) value = value * 10 + (c - '0');
  return value;
}

int days_in(int year, int month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// The day so many days after that of `now`, as 20261127.
std::string day_after(std::string_view now, int days) {
  int year = number_at(now, 0, 4), month = number_at(now, 5, 2), day = number_at(now, 8, 2) + days;
  while (day > days_in(year, month)) {
    day -= days_in(year, month);
    if (++month > 12) ++year, month = 1;
  }
  return number(year * 10000 + month * 100 + day);
}

}  // namespace

bool is_utc_time(std::string_view text) {
  constexpr std::string_view kShape = "0000-00-00T00:00:00";
  if (text.size() <= kShape.size() || text.back() != 'Z') return false;
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kShape[i] == '0' ? !digit : text[i] != kShape[i]) return false;
  }
  const int month = number_at(text, 5, 2), day = number_at(text, 8, 2);
  return month >= 1 && month <= 12 && day >= 1 && day <= days_in(number_at(text, 0, 4), month) &&
         number_at(text, 11, 2) < 24 && number_at(text, 14, 2) < 60 && number_at(text, 17, 2) < 60;
}

std::string calendar_file(const Session& session, std::string_view now) {
  if (now.empty()) return {};
  assert(is_utc_time(now));
  const Questionnaire& q = session.questionnaire();
  const auto language = static_cast<std::size_t>(session.language());
  const Words& words = words_for(q.languages[language]);
  const std::string code = result_code(q, session.answers());
  std::string stamp;
  for (const char c : now.substr(0, 19)) {
    if (c != '-' && c != ':') stamp += c;
  }
  // The same of these answers each time, so that a calendar that has it already changes it instead of adding another.
  std::string id;
  append_hex(id, fnv1a(code), 16);
  std::string out =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Klantkompas//Klantkompas//"
      "NL\r\nBEGIN:VEVENT\r\nTRANSP:TRANSPARENT\r\n";
  line(out, cat("UID:", q.id, "-", id, "@klantkompas.invalid"));
  line(out, cat("DTSTAMP:", stamp, "Z"));
  line(out, cat("DTSTART;VALUE=DATE:", day_after(now, kDaysUntil)));
  line(out, cat("SUMMARY:", escaped(fill(words.calendar_title, {{"title", q.title[language]}}))));
  line(out, cat("DESCRIPTION:", escaped(fill(words.calendar_text, {{"code", code}}))));
  return out += "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

}  // namespace kk
