#include "author/form/text.h"

#include <algorithm>
#include <iterator>

#include "author/form/form.h"
#include "author/json/describe.h"
#include "author/json/names.h"
#include "base/json_writer.h"
#include "base/utf8.h"
#include "model/fill.h"
#include "model/problem.h"

namespace kk {
namespace {

/// Longer words are cut on the narrowest page, where a heading has room for some twenty wide letters.
constexpr int kLongestWord = 24;

/// Spaces of every width, and characters that leave no mark at all: direction marks, joiners, fillers, noncharacters.
bool leaves_no_mark(std::uint32_t c) {
  constexpr struct {
    std::uint32_t first, last;
  } kRanges[] = {{0, 0x20},        {0x7F, 0xA0},     {0xAD, 0xAD},      {0x61C, 0x61C},   {0x115F, 0x1160},
                 {0x1680, 0x1680}, {0x180B, 0x180F}, {0x2000, 0x200F},  {0x2028, 0x202F}, {0x205F, 0x206F},
                 {0x2800, 0x2800}, {0x3000, 0x3000}, {0x3164, 0x3164},  {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF},
                 {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB}, {0xE0000, 0xE0FFF}};
  constexpr std::uint32_t kNoncharacter = 0xFFFE;  // and the one after it, at the end of every plane
  if ((c & kNoncharacter) == kNoncharacter) return true;
  return std::any_of(std::begin(kRanges), std::end(kRanges),
                     [&](const auto& r) { return c >= r.first && c <= r.last; });
}

struct BadCharacter {
  std::string_view code, sentence;
};

BadCharacter bad_character(std::uint32_t c) {
  if (is_bidi_control(c)) {
    return {"bidi_control",
            "found a character that reorders text invisibly (U+202A to U+202E, U+2066 to U+2069): "
            "expected visible text"};
  }
  if (is_control(c) && c != '\n') {
    return {"control_character", "found a control character: expected visible text (only \\n is allowed)"};
  }
  return {};
}

/// Scripts whose letters join, reorder or run from right to left, and emoji of several characters: the canvas draws one
/// glyph a character, from left to right. The same as SHAPED in web/widget/likeness.js.
bool needs_shaping(std::uint32_t c) {
  constexpr struct {
    std::uint32_t first, last;
  } kRanges[] = {{0x0590, 0x109F},   {0x1100, 0x11FF},   {0x1780, 0x18AF},  {0x1900, 0x194F},   {0x1A00, 0x1C4F},
                 {0x1CD0, 0x1CFF},   {0x200D, 0x200D},   {0x20DD, 0x20E4},  {0xA800, 0xAAFF},   {0xABC0, 0xABFF},
                 {0xD7B0, 0xD7FF},   {0xFB1D, 0xFE0F},   {0xFE70, 0xFEFC},  {0x10800, 0x11FFF}, {0x1E800, 0x1EFFF},
                 {0x1F1E6, 0x1F1FF}, {0x1F3FB, 0x1F3FF}, {0xE0000, 0xE0FFF}};
  return std::any_of(std::begin(kRanges), std::end(kRanges),
                     [&](const auto& r) { return c >= r.first && c <= r.last; });
}

void append(std::string& sentence, std::int64_t number, std::string_view rest) {
  append_int(sentence, number);
  sentence += rest;
}

/// What a text consists of, once none of it is bad.
struct Characters {
  int count = 0, longest_word = 0;  ///< characters
  std::string_view longest;         ///< that word
  bool are_visible = false, need_shaping = false;
};

Characters characters_of(std::string_view text) {
  Characters found;
  int word = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); at += utf8_size(text.substr(at)), ++found.count) {
    const std::uint32_t c = utf8_char(text.substr(at));
    found.are_visible = found.are_visible || !leaves_no_mark(c);
    found.need_shaping = found.need_shaping || needs_shaping(c);
    // Lines break after spaces and after hyphens; scripts without spaces break anywhere.
    word = c == ' ' || c == '\n' || c == '-' || c >= 0x2E80 ? 0 : word + 1;
    if (word <= 1) begin = at;
    if (word > found.longest_word) {
      found.longest_word = word;
      found.longest = text.substr(begin, at + utf8_size(text.substr(at)) - begin);
    }
  }
  return found;
}

bool is_name_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

/// The first brace that stands for nothing, with what follows it; empty when there is none. Outside gates only a name
/// in braces is meant to be filled in.
std::string_view unknown_placeholder(const Reading& reading, std::string_view text) {
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{')) {
    text.remove_prefix(open);
    const std::size_t close = text.find('}');
    const std::string_view name = text.substr(1, close == std::string_view::npos ? close : close - 1);
    const std::vector<Parameter>& parameters = reading.questionnaire.parameters;
    const bool is_filled = (reading.in_gate && (name == "section" || name == "topic")) ||
                           (reading.in_step && (name == "topic" || name == "n")) ||
                           std::any_of(parameters.begin(), parameters.end(),
                                       [&](const Parameter& parameter) { return parameter.id == name; });
    const bool is_name =
        close != std::string_view::npos && !name.empty() && std::all_of(name.begin(), name.end(), is_name_character);
    if (!is_filled && (is_name || reading.in_gate))
      return text.substr(0, close == std::string_view::npos ? 1 : close + 1);
    text.remove_prefix(1);
  }
  return {};
}

void check_placeholders(Reading& reading, JsonValue value) {
  const std::string_view unknown = unknown_placeholder(reading, value.text());
  if (unknown.empty()) return;
  reading.problems.at(value, "unknown_placeholder",
                      "found " + quoted(unknown) +
                          (reading.in_gate   ? ", expected {section}, {topic} or the id of a parameter in braces"
                           : reading.in_step ? ", expected {topic}, {n} or the id of a parameter in braces"
                                             : ", expected the id of a parameter in braces, or no braces"));
}

/// The text with the longest value of each parameter in place of its name.
std::string longest_filled(const Reading& reading, std::string_view text, std::size_t language) {
  std::string filled(text);
  for (const Parameter& parameter : reading.questionnaire.parameters) {
    std::string_view longest;
    for (const ParameterValue& value : parameter.values) {
      const std::string_view next = language < value.text.size() ? value.text[language] : std::string_view();
      if (characters_of(next).count > characters_of(longest).count) longest = next;
    }
    const std::string name = "{" + parameter.id + "}";
    for (std::size_t at = filled.find(name); at != std::string::npos; at = filled.find(name, at + longest.size())) {
      filled.replace(at, name.size(), longest);
    }
  }
  return filled;
}

}  // namespace

bool check_characters(Reading& reading, JsonValue value, const TextRoom& room) {
  const std::string_view text = value.text();
  for (std::size_t at = 0; at < text.size(); at += utf8_size(text.substr(at))) {
    const BadCharacter bad = bad_character(utf8_char(text.substr(at)));
    if (bad.code.empty()) continue;
    reading.problems.at(value, bad.code, std::string(bad.sentence));
    return false;
  }
  const std::string longest = longest_filled(reading, text, room.language);
  const Characters found = characters_of(longest);
  if (!found.are_visible) {
    reading.problems.at(value, "empty_text", "found an empty text, expected words");
    return false;
  }
  const std::string_view filled = longest == text ? "" : " once its longest parameters are filled in";
  if (found.count > room.most) {
    std::string sentence = "found a text of ";
    append(sentence, found.count, " characters");
    sentence += filled;
    append(sentence += ", expected at most ", room.most, ", which a page of 320 px has room for");
    reading.problems.at(value, "text_too_long", std::move(sentence));
    return false;
  }
  if (found.longest_word > kLongestWord) {
    std::string sentence = "found " + quoted(found.longest) + ", a word of ";
    append(sentence, found.longest_word, " characters");
    sentence += filled;
    append(sentence += ", which a page of 320 px cuts: expected at most ", kLongestWord, ", or a hyphen in it");
    reading.problems.at(value, "long_word", std::move(sentence), Severity::kWarning);
  }
  if (found.need_shaping) {
    reading.problems.at(value, "needs_shaping",
                        "found letters or emoji that join: screens with them open as text, without the drawn picture",
                        Severity::kWarning);
  }
  check_placeholders(reading, value);
  return true;
}

Text read_text(Reading& reading, JsonValue value, int most) {
  const std::vector<std::string>& languages = reading.questionnaire.languages;
  const std::vector<int>& fallbacks = reading.questionnaire.fallbacks;
  if (!value.is(JsonKind::kObject)) {
    wrong_type(reading.problems, value, "an object with a text for each language");
    return {};
  }
  // Their absence has been told; here every text would be a problem of its own.
  if (languages.empty()) return {};
  std::vector<std::string_view> tags(languages.begin(), languages.end());
  for (const JsonValue member : value) {
    if (std::find(tags.begin(), tags.end(), member.key()) == tags.end()) {
      reading.problems.at_key(
          member, "unknown_language",
          "found a text in " + quoted(member.key()) + ", expected only the languages " + listed(tags));
    }
  }
  Text text;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    const std::string& tag = languages[i];
    const JsonValue member = value.member(tag);
    // A fallback stands before the language, so its text is there already, unless something is wrong with it.
    const int fallback = member || fallbacks.empty() ? -1 : fallbacks[i];
    if (!member && fallback < 0) {
      reading.problems.at(value, "missing_translation", "found no text in " + quoted(tag));
    } else if (!member) {
      if (text.size() <= static_cast<std::size_t>(fallback)) continue;
      reading.problems.at(value, "fallback_text",
                          "found no text in " + quoted(tag) + ", so the one in " +
                              quoted(languages[static_cast<std::size_t>(fallback)]) + " stands in",
                          Severity::kWarning);
      text.push_back(text[static_cast<std::size_t>(fallback)]);
    } else if (!member.is(JsonKind::kString)) {
      wrong_type(reading.problems, member, "a text");
    } else if (check_characters(reading, member, {most, i})) {
      text.emplace_back(member.text());
    }
  }
  return text.size() == languages.size() ? text : Text();
}

}  // namespace kk
