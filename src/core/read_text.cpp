// A text in every language: its characters, its length, the words in braces.
#include <algorithm>

#include "core/read_form.h"
#include "core/utf8.h"
#include "core/write_json.h"

namespace kk {
namespace {

/// Longer words are cut on the narrowest page, where a heading has room for some twenty wide letters.
constexpr int kLongestWord = 24;

struct BadCharacter {
  std::string_view code, sentence;
};

BadCharacter bad_character(std::uint32_t c) {
  if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) {
    return {"bidi_control",
            "found a character that reorders text invisibly (U+202A to U+202E, U+2066 to U+2069): "
            "expected visible text"};
  }
  if ((c < 0x20 && c != '\n') || (c >= 0x7F && c <= 0x9F)) {
    return {"control_character", "found a control character: expected visible text (only \\n is allowed)"};
  }
  return {};
}

/// Scripts whose letters join or reorder, and joined emoji: the canvas draws one glyph a character.
bool needs_shaping(std::uint32_t c) {
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0x0900 && c <= 0x109F) || (c >= 0x1780 && c <= 0x18AF) || c == 0x200D ||
         (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \n") == std::string_view::npos; }

void append(std::string& sentence, std::int64_t number, std::string_view rest) {
  append_int(sentence, number);
  sentence += rest;
}

/// What a text consists of, once none of it is bad.
struct Characters {
  int count = 0, longest_word = 0;
  bool needs_shaping = false;
};

Characters characters_of(std::string_view text) {
  Characters found;
  int word = 0;
  for (std::size_t at = 0; at < text.size(); at += utf8_size(text.substr(at)), ++found.count) {
    const std::uint32_t c = utf8_char(text.substr(at));
    found.needs_shaping = found.needs_shaping || needs_shaping(c);
    // Lines break after spaces and after hyphens; scripts without spaces break anywhere.
    word = c == ' ' || c == '\n' || c == '-' || c >= 0x2E80 ? 0 : word + 1;
    found.longest_word = std::max(found.longest_word, word);
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
                          (reading.in_gate ? ", expected {section}, {topic} or the id of a parameter in braces"
                                           : ", expected the id of a parameter in braces, or no braces"));
}

}  // namespace

bool check_characters(Reading& reading, JsonValue value, int most) {
  const std::string_view text = value.text();
  if (is_blank(text)) {
    reading.problems.at(value, "empty_text", "found an empty text, expected words");
    return false;
  }
  for (std::size_t at = 0; at < text.size(); at += utf8_size(text.substr(at))) {
    const BadCharacter bad = bad_character(utf8_char(text.substr(at)));
    if (bad.code.empty()) continue;
    reading.problems.at(value, bad.code, std::string(bad.sentence));
    return false;
  }
  const Characters found = characters_of(text);
  if (found.count > most) {
    std::string sentence = "found a text of ";
    append(sentence, found.count, " characters, expected at most ");
    append(sentence, most, ", which a page of 320 px has room for");
    reading.problems.at(value, "text_too_long", std::move(sentence));
    return false;
  }
  if (found.longest_word > kLongestWord) {
    std::string sentence = "found a word of ";
    append(sentence, found.longest_word, " characters, which a page of 320 px cuts: expected at most ");
    append(sentence, kLongestWord, ", or a hyphen in it");
    reading.problems.at(value, "long_word", std::move(sentence), Severity::kWarning);
  }
  if (found.needs_shaping) {
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
    } else if (check_characters(reading, member, most)) {
      text.emplace_back(member.text());
    }
  }
  return text.size() == languages.size() ? text : Text();
}

}  // namespace kk
