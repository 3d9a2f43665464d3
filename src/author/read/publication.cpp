// What an author adds around the questions: theme, benchmark, parameters, author, source and invitation.
#include <algorithm>

#include "author/form/form.h"
#include "author/json/describe.h"
#include "author/json/names.h"
#include "author/read/parts.h"

namespace kk {
namespace {

constexpr Range kBinCount{2, kMostBins};
constexpr Range kYears{1900, 2100};
constexpr std::string_view kModes[] = {"auto", "light", "dark"};  // in the order of ThemeMode
constexpr std::size_t kAccentDigits = 6;

void read_mode(Reading& reading, JsonValue value, ThemeMode& mode) {
  if (!value) return;
  const auto* const found =
      std::find(std::begin(kModes), std::end(kModes), value.is(JsonKind::kString) ? value.text() : std::string_view());
  if (found == std::end(kModes)) {
    reading.problems.at(
        value, "bad_theme",
        "found " + describe(value) + ", expected one of " + listed({std::begin(kModes), std::end(kModes)}));
    return;
  }
  mode = static_cast<ThemeMode>(found - std::begin(kModes));
}

void read_accent(Reading& reading, JsonValue value, std::string& accent) {
  if (!value) return;
  std::string digits(value.is(JsonKind::kString) ? value.text() : std::string_view());
  for (char& c : digits) c = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
  if (digits.size() != kAccentDigits || digits.find_first_not_of("0123456789abcdef") != std::string::npos) {
    reading.problems.at(value, "bad_colour",
                        "found " + describe(value) + ", expected six hexadecimal digits such as \"0b6e4f\"");
    return;
  }
  accent = digits;
}

void read_parameter(Reading& reading, JsonValue value, IdSpace& ids, Parameter& parameter) {
  Form form(reading, value, "a parameter");
  form.id(ids, parameter.id);
  if (parameter.id == "section" || parameter.id == "topic") {
    reading.problems.at(value.member("id"), "reserved_id",
                        "found the id " + quoted(parameter.id) + ", which texts of gates use for something else");
  }
  IdSpace value_ids;
  form.each("values", {1, kMostParameterValues}, [&](JsonValue each) {
    ParameterValue& declared = parameter.values.emplace_back();
    Form part(reading, each, "a value");
    part.id(value_ids, declared.id);
    part.text("text", declared.text, kName);
  });
}

}  // namespace

void read_theme(Reading& reading, JsonValue value) {
  Form form(reading, value, "the theme");
  if (!value) return;
  read_mode(reading, form.optional("mode"), reading.questionnaire.theme.mode);
  read_accent(reading, form.optional("accent"), reading.questionnaire.theme.accent);
}

void read_benchmark(Reading& reading, JsonValue value) {
  if (!value) return;
  Benchmark& benchmark = reading.questionnaire.benchmark;
  Form form(reading, value, "the benchmark");
  form.text("source", benchmark.source);
  form.whole("year", kYears, benchmark.year);
  form.optional_link("link", benchmark.link);
  form.each("counts", kBinCount, [&](JsonValue count) {
    read_whole(reading, count, {0, kMostCount}, benchmark.counts.emplace_back());
  });
  if (!benchmark.counts.empty() &&
      std::all_of(benchmark.counts.begin(), benchmark.counts.end(), [](int count) { return count == 0; })) {
    reading.problems.at(value, "empty_benchmark", "found only zeros in \"counts\", expected somebody's scores");
  }
}

void read_parameters(Reading& reading, JsonValue list) {
  IdSpace ids;
  std::vector<Parameter> parameters;
  read_list(reading, list, {0, kMostParameters},
            [&](JsonValue value) { read_parameter(reading, value, ids, parameters.emplace_back()); });
  // Only now, for no text of a parameter is filled in itself.
  reading.questionnaire.parameters = std::move(parameters);
}

void read_credits(Reading& reading, Form& root) {
  Questionnaire& questionnaire = reading.questionnaire;
  if (const JsonValue value = root.optional("author")) {
    Form form(reading, value, "the author");
    if (const JsonValue name = form.needed("name")) {
      if (!name.is(JsonKind::kString)) {
        wrong_type(reading.problems, name, "a name");
      } else if (check_characters(reading, name, {kName})) {
        questionnaire.author.text.assign(questionnaire.languages.size(), std::string(name.text()));
      }
    }
    form.optional_link("link", questionnaire.author.link);
  }
  if (const JsonValue value = root.optional("source")) {
    Form form(reading, value, "the source");
    form.text("text", questionnaire.source.text);
    form.optional_link("link", questionnaire.source.link);
  }
  if (const JsonValue value = root.optional("action")) {
    Form form(reading, value, "the call to action");
    form.text("label", questionnaire.action.text, kName);
    if (const JsonValue link = form.needed("link")) read_link(reading, link, questionnaire.action.link);
  }
}

}  // namespace kk
