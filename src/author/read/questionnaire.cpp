#include "author/read/questionnaire.h"

#include <algorithm>

#include "author/form/form.h"
#include "author/json/describe.h"
#include "author/json/problems.h"
#include "author/json/reader.h"
#include "author/read/parts.h"
#include "model/derive.h"
#include "model/problem.h"
#include "store/derive_scale.h"

namespace kk {
namespace {

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The shape of BCP 47: "nl", "pt-BR", "zh-Hant-TW".
bool is_language_tag(std::string_view tag) {
  for (std::size_t part = 0; !tag.empty(); ++part) {
    const std::string_view subtag = tag.substr(0, tag.find('-'));
    const std::size_t longest = part == 0 ? 3 : 8;
    if (subtag.size() < 2 || subtag.size() > longest) return false;
    if (!std::all_of(subtag.begin(), subtag.end(), is_alphanumeric)) return false;
    if (subtag.size() == tag.size()) return true;
    tag.remove_prefix(subtag.size() + 1);
  }
  return false;
}

/// Letter case makes no difference to a language tag.
bool is_same_language(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

/// Three whole numbers with dots, as in semantic versioning.
bool is_version(std::string_view version) {
  if (version.size() > 32) return false;
  int numbers = 0;
  while (true) {
    const std::string_view number = version.substr(0, version.find('.'));
    if (number.empty() || number.find_first_not_of("0123456789") != std::string_view::npos) return false;
    ++numbers;
    if (number.size() == version.size()) return numbers == 3;
    version.remove_prefix(number.size() + 1);
  }
}

void read_format(Reading& reading, JsonValue value) {
  if (!value || (value.is(JsonKind::kNumber) && value.number() == 1)) return;
  const bool is_newer = value.is(JsonKind::kNumber) && value.number() > 1;
  reading.problems.at(value, is_newer ? "newer_format" : "bad_format",
                      "found " + describe(value) + ", expected the number 1" +
                          (is_newer ? ": this file needs a newer klantkompas" : ""));
}

void read_languages(Reading& reading, Form& form) {
  form.each("languages", {1, 40}, [&](JsonValue value) {
    std::vector<std::string>& languages = reading.questionnaire.languages;
    if (!value.is(JsonKind::kString)) return wrong_type(reading.problems, value, "a language tag such as \"nl\"");
    const std::string tag(value.text());
    if (!is_language_tag(tag)) {
      reading.problems.at(value, "bad_language",
                          "found " + quoted(tag) + ", expected a language tag such as \"nl\" or \"pt-BR\"");
    } else if (std::any_of(languages.begin(), languages.end(),
                           [&](const std::string& other) { return is_same_language(tag, other); })) {
      reading.problems.at(value, "duplicate_language", "found the language " + quoted(tag) + " a second time");
    } else {
      languages.push_back(tag);
    }
  });
}

/// "fallback": {"de": "en"}: where a text has no German, the English one stands in. Only languages listed before can,
/// so there are no circles.
void read_fallbacks(Reading& reading, JsonValue value) {
  const std::vector<std::string>& languages = reading.questionnaire.languages;
  if (!value || languages.empty()) return;
  if (!value.is(JsonKind::kObject)) return wrong_type(reading.problems, value, "an object such as {\"de\": \"en\"}");
  const auto index_of = [&](std::string_view tag) {
    return static_cast<int>(std::find(languages.begin(), languages.end(), tag) - languages.begin());
  };
  const int count = static_cast<int>(languages.size());
  reading.questionnaire.fallbacks.assign(languages.size(), -1);
  for (const JsonValue member : value) {
    const int language = index_of(member.key());
    const int stands_in = member.is(JsonKind::kString) ? index_of(member.text()) : count;
    if (language == count || stands_in >= language) {
      reading.problems.at(member, "bad_fallback",
                          "found " + describe(member) + " as the fallback of " + quoted(member.key()) +
                              ", expected two of \"languages\", the fallback listed before the other");
    } else {
      reading.questionnaire.fallbacks[static_cast<std::size_t>(language)] = stands_in;
    }
  }
}

void read_version(Reading& reading, JsonValue value, std::string& out) {
  if (!value) return;
  if (value.is(JsonKind::kString) && is_version(value.text())) {
    out = value.text();
  } else {
    reading.problems.at(value, "bad_version", "found " + describe(value) + ", expected a version such as \"1.0.0\"");
  }
}

/// As `klantkompas score` writes it.
void read_hash(Reading& reading, JsonValue value, std::uint64_t& out) {
  constexpr std::size_t kDigits = 16;
  constexpr std::string_view kHex = "0123456789abcdef";
  if (!value) return;
  const std::string_view digits = value.is(JsonKind::kString) ? value.text() : std::string_view();
  if (digits.size() != kDigits || digits.find_first_not_of(kHex) != std::string_view::npos) {
    reading.problems.at(
        value, "bad_hash",
        "found " + describe(value) + ", expected the 16 hexadecimal digits of \"hash\" in a result of that version");
    return;
  }
  for (const char digit : digits) out = out << 4 | kHex.find(digit);
}

void read_earlier_version(Reading& reading, JsonValue value, Earlier& earlier) {
  Form form(reading, value, "an earlier version");
  read_version(reading, form.needed("version"), earlier.version);
  const JsonValue hash = form.needed("hash");
  read_hash(reading, hash, earlier.hash);
  for (const Earlier& other : reading.questionnaire.earlier) {
    if (&other != &earlier && other.hash == earlier.hash && earlier.hash != 0) {
      reading.problems.at(hash, "bad_hash", "found the hash of version " + other.version + " a second time");
    }
  }
  IdSpace ids;
  form.each("questions", {1, kMostQuestions}, [&](JsonValue each) {
    EarlierQuestion& question = earlier.questions.emplace_back();
    Form part(reading, each, "a question of an earlier version");
    part.id(ids, question.id);
    part.optional_flag("changed", question.changed);
  });
}

void read_head(Reading& reading, Form& form) {
  Questionnaire& questionnaire = reading.questionnaire;
  IdSpace own_id;
  form.id(own_id, questionnaire.id);
  read_version(reading, form.needed("version"), questionnaire.version);
  form.text("title", questionnaire.title);
  form.text("lead", questionnaire.lead);
  form.text("duration", questionnaire.duration, kName);
  form.text("hint", questionnaire.hint);
  form.text("doubt", questionnaire.doubt);
  form.text("small_hint", questionnaire.small_hint);
  form.text("limits", questionnaire.limits, kLongText);
  reading.in_step = true;
  form.text("open_step", questionnaire.open_step);
  reading.in_step = false;
  form.text("keep", questionnaire.keep);
}

void read_confidence(Reading& reading, JsonValue value) {
  const int questions = static_cast<int>(reading.questionnaire.questions.size());
  Form form(reading, value, "the confidence");
  if (value) form.whole("medium", {1, std::max(1, questions)}, reading.questionnaire.medium_from);
}

/// One sentence in place of a list of all that such a file has not.
bool is_of_another_tool(Reading& reading, JsonValue root) {
  if (!root.is(JsonKind::kObject) || root.member("format") || root.member("sections")) return false;
  for (const std::string_view name : {"pages", "elements", "questions", "groups"}) {
    const JsonValue member = root.member(name);
    if (!member || !member.is(JsonKind::kArray)) continue;
    reading.problems.at_key(member, "bad_format",
                            "found " + quoted(name) + ", as SurveyJS and others have it, expected a questionnaire: " +
                                "\"format\": 1, \"id\", … and \"sections\" that hold the questions");
    return true;
  }
  return false;
}

void read_root(Reading& reading, JsonValue root) {
  if (is_of_another_tool(reading, root)) return;
  Form form(reading, root, "the questionnaire");
  if (!root.is(JsonKind::kObject)) return;
  const JsonValue schema = form.optional("$schema");  // for editors
  if (schema && !schema.is(JsonKind::kString)) wrong_type(reading.problems, schema, "the address of a schema");
  read_format(reading, form.needed("format"));
  read_languages(reading, form);
  read_fallbacks(reading, form.optional("fallback"));
  read_parameters(reading, form.optional("parameters"));
  read_head(reading, form);
  read_theme(reading, form.optional("theme"));
  read_scales(reading, form.optional("scales"));
  read_sections(reading, form);
  read_confidence(reading, form.optional("confidence"));
  read_claims(reading, form.optional("claims"));
  read_balance(reading, form.optional("balance"));
  read_profile(reading, form.optional("profile"));
  read_ticks(reading, form.optional("ticks"));
  read_context(reading, form.optional("context"));
  read_background(reading, form);
  read_conditions(reading);
  read_replies(reading);
  read_credits(reading, form);
  read_benchmark(reading, form.optional("benchmark"));
  form.optional_each("earlier", {0, kMostEarlier}, [&](JsonValue value) {
    read_earlier_version(reading, value, reading.questionnaire.earlier.emplace_back());
  });
  read_stages(reading, form);
  read_target(reading, form.optional("target"));
  read_gates(reading, form);
  read_patterns(reading, form);
  advise(reading, root);
}

}  // namespace

ReadQuestionnaire read_questionnaire(std::string_view json) {
  ReadQuestionnaire read;
  JsonProblems problems(json);
  JsonDocument document;
  if (read_json(json, {.bytes = kMaxQuestionnaireBytes}, document, problems)) {
    Reading reading{problems, read.questionnaire};
    read_root(reading, JsonValue(document, 0));
  }
  read.problems = problems.take();
  if (!has_errors(read.problems)) {
    derive_shares(read.questionnaire);
    derive_scale(read.questionnaire);
    derive_links(read.questionnaire);
  }
  return read;
}

}  // namespace kk
