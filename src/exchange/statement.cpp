#include "exchange/statement.h"

#include <cassert>

#include "base/json_writer.h"
#include "base/phrase.h"
#include "base/rounding.h"

namespace kk {
namespace {

// Names, not addresses: .invalid can belong to nobody.
constexpr std::string_view kHome = "https://klantkompas.invalid";

std::int64_t share(Ticks ticks, std::int64_t whole, const Questionnaire& q) {
  return divide_rounded(ticks * whole, q.ticks_per_point);
}

/// 0 to 1 with four decimals, as exact as a score of 0 to 100 with two.
void append_scaled(std::string& out, Ticks ticks, const Questionnaire& q) {
  const std::int64_t parts = share(ticks, 100, q);
  assert(parts >= 0 && parts <= 10000);
  out += parts >= 10000 ? "1." : "0.";
  out += number(10000 + parts % 10000).substr(1);
}

void append_score(std::string& out, Ticks overall, const Questionnaire& q) {
  out += R"(,"score":{"scaled":)";
  append_scaled(out, overall, q);
  out += R"(,"raw":)";
  append_hundredths(out, share(overall, 100, q));
  out += R"(,"min":0,"max":100})";
}

void append_sections(std::string& out, const Result& result, const Questionnaire& q) {
  assert(result.sections.size() == q.sections.size());
  out += cat(R"(,"extensions":{")", kHome, R"(/xapi/section-scores":{)");
  for (std::size_t i = 0, written = 0; i < q.sections.size(); ++i) {
    if (!result.sections[i]) continue;
    if (written++ > 0) out += ',';
    append_json_string(out, q.sections[i].id);
    out += ':';
    append_scaled(out, *result.sections[i], q);
  }
  out += "}}";
}

}  // namespace

void write_statement(const Questionnaire& q, const Result& result, const StatementFacts& facts, std::string& out) {
  const auto text = [&](std::string_view key, std::string_view value) {
    out += key;
    append_json_string(out, value);
  };
  const std::string major = q.version.substr(0, q.version.find('.'));
  text(R"({"id":)", facts.id);
  text(R"(,"timestamp":)", facts.timestamp);
  text(R"(,"actor":{"objectType":"Agent","account":{"homePage":)", kHome);
  text(R"(,"name":)", facts.actor);
  out += R"(}},"verb":{"id":"http://adlnet.gov/expapi/verbs/completed","display":{"en":"completed","nl":"voltooid"}})";
  text(R"(,"object":{"objectType":"Activity","id":)", cat(kHome, "/questionnaire/", q.id, "/", major));
  out += R"(,"definition":{"type":"http://adlnet.gov/expapi/activities/assessment","name":{)";
  for (std::size_t i = 0; i < q.languages.size(); ++i) {
    if (i > 0) out += ',';
    append_json_string(out, q.languages[i]);
    text(":", q.title[i]);
  }
  out += result.overall ? R"(}}},"result":{"completion":true)" : R"(}}},"result":{"completion":false)";
  if (result.overall) append_score(out, *result.overall, q);
  append_sections(out, result, q);
  out += '}';
  text(R"(,"context":{"language":)", q.languages[static_cast<std::size_t>(facts.language)]);
  text(R"(,"revision":)", q.version);
  out += R"(,"platform":"Klantkompas"}})";
}

}  // namespace kk
