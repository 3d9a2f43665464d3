#include "author/form/form.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "author/json/describe.h"
#include "author/json/names.h"
#include "author/json/problems.h"
#include "base/phrase.h"
#include "model/problem.h"

namespace kk {
namespace {

constexpr std::size_t kLongestId = 32;

/// `extra` holds the characters allowed beside small letters and digits.
bool is_id(std::string_view id, std::string_view extra) {
  if (id.empty() || id.size() > kLongestId || id[0] < 'a' || id[0] > 'z') return false;
  return std::all_of(id.begin(), id.end(), [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || extra.find(c) != std::string_view::npos;
  });
}

std::string range_text(Range range) {
  if (range.low == range.high) return number(range.low);
  return number(range.low) + " to " + number(range.high);
}

std::string whole_text(Range range) {
  return (range.low == range.high ? "the number " : "a whole number from ") + range_text(range);
}

}  // namespace

void wrong_type(JsonProblems& problems, JsonValue value, std::string_view expected) {
  problems.at(value, "wrong_type", "found " + describe(value) + ", expected " + std::string(expected));
}

bool read_whole(Reading& reading, JsonValue value, Range range, int& out) {
  if (!value.is(JsonKind::kNumber)) {
    wrong_type(reading.problems, value, whole_text(range));
    return false;
  }
  const double found = value.number();
  if (found != std::trunc(found) || found < range.low || found > range.high) {
    reading.problems.at(value, "out_of_range", "found " + describe(value) + ", expected " + whole_text(range));
    return false;
  }
  out = static_cast<int>(found);
  return true;
}

void read_scaled(Reading& reading, JsonValue value, const Scaled& scaled, int& out) {
  const double found = value.is(JsonKind::kNumber) ? value.number() * scaled.scale : 0;
  const double nearest = std::round(found);
  // A decimal such as 1.15 is not exact in binary, so its places are recognised by nearness.
  if (nearest < 1 || nearest > scaled.most || std::fabs(found - nearest) > 1e-6) {
    reading.problems.at(value, scaled.code, "found " + describe(value) + ", expected " + std::string(scaled.expected));
    return;
  }
  out = static_cast<int>(nearest);
}

int read_reference(Reading& reading, JsonValue value, const Reference& reference) {
  const std::string kind(reference.kind);
  if (!value.is(JsonKind::kString)) {
    wrong_type(reading.problems, value, "the id of a " + kind);
    return -1;
  }
  const auto found = reference.ids.find(std::string(value.text()));
  if (found != reference.ids.end()) return found->second.index;
  // Why there are none at all has been told.
  if (reference.ids.empty()) return -1;
  std::vector<std::string_view> names;
  if (reading.problems.size() < kMostGuesses) {
    for (const auto& [name, index] : reference.ids) names.push_back(name);
    std::sort(names.begin(), names.end());
  }
  reading.problems.at(value, "unknown_" + kind,
                      "found " + quoted(value.text()) + ", expected the id of a " + kind + " of this questionnaire" +
                          did_you_mean(value.text(), names));
  return -1;
}

bool read_link(Reading& reading, JsonValue value, std::string& out) {
  constexpr std::size_t kLongestLink = 2000;
  constexpr std::string_view kScheme = "https://";
  if (!value.is(JsonKind::kString)) {
    wrong_type(reading.problems, value, "an address that starts with https://");
    return false;
  }
  const std::string_view link = value.text();
  if (!link.starts_with(kScheme)) {
    reading.problems.at(value, "unsafe_link",
                        "found the address " + quoted(link) + ", expected one that starts with https://");
    return false;
  }
  const auto is_plain = [](char c) {
    return c > ' ' && c < '\x7F' && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
  };
  const std::string_view host = link.substr(kScheme.size(), link.find_first_of("/?#", kScheme.size()) - kScheme.size());
  const bool has_host = !host.empty() && host.find('@') == std::string_view::npos;
  if (!has_host || link.size() > kLongestLink || !std::all_of(link.begin(), link.end(), is_plain)) {
    reading.problems.at(value, "bad_link",
                        "found the address " + quoted(link) +
                            ", expected https://, a host without \"@\", and other characters percent-encoded");
    return false;
  }
  out = link;
  return true;
}

int checked_list(Reading& reading, JsonValue value, Range count) {
  if (!value) return 0;
  if (!value.is(JsonKind::kArray)) {
    wrong_type(reading.problems, value, "a list");
    return 0;
  }
  const auto size = static_cast<int>(value.size());
  if (size < count.low || size > count.high) {
    reading.problems.at(value, "bad_count", "found a list of " + number(size) + ", expected " + range_text(count));
  }
  return std::min(size, count.high);
}

void read_references(Reading& reading, JsonValue list, const References& references, std::vector<int>& out) {
  read_list(reading, list, references.count, [&](JsonValue value) {
    const int index = read_reference(reading, value, references.to);
    if (index < 0) return;
    if (std::find(out.begin(), out.end(), index) == out.end()) {
      out.push_back(index);
    } else {
      reading.problems.at(value, "duplicate_reference", "found " + quoted(value.text()) + " a second time");
    }
  });
}

Form::Form(Reading& reading, JsonValue object, std::string_view what) : reading_(reading), what_(what) {
  if (!object) return;
  if (object.is(JsonKind::kObject))
    object_ = object;
  else
    wrong_type(reading.problems, object, "an object: " + std::string(what));
}

Form::~Form() {
  if (!object_) return;
  if (!missing_.empty()) {
    std::string names;
    for (std::size_t i = 0; i < missing_.size(); ++i) {
      if (i > 0) names += i + 1 < missing_.size() ? ", " : " or ";
      names += quoted(missing_[i]);
    }
    reading_.problems.at(
        object_, "missing_member",
        cat("found no ", names, " in ", what_, ", which needs ", missing_.size() > 1 ? "them" : "one"));
  }
  std::vector<std::string_view> absent;
  for (const std::string_view name : asked_) {
    if (!object_.member(name)) absent.push_back(name);
  }
  for (const JsonValue member : object_) {
    if (std::find(asked_.begin(), asked_.end(), member.key()) != asked_.end()) continue;
    reading_.problems.at_key(member, "unknown_member",
                             "found the unknown member " + quoted(member.key()) + " in " + std::string(what_) +
                                 expected_names(reading_.problems, member.key(), absent));
  }
}

JsonValue Form::optional(std::string_view name) {
  asked_.push_back(name);
  return object_ ? object_.member(name) : JsonValue();
}

JsonValue Form::needed(std::string_view name) {
  const JsonValue value = optional(name);
  if (object_ && !value) missing_.push_back(name);
  return value;
}

void Form::id(IdSpace& space, std::string& out, int index) { read_id(space, out, index, "_"); }

void Form::background_id(IdSpace& space, std::string& out, int index) { read_id(space, out, index, "_-"); }

void Form::read_id(IdSpace& space, std::string& out, int index, std::string_view extra) {
  const JsonValue value = needed("id");
  if (!value) return;
  if (!value.is(JsonKind::kString)) return wrong_type(reading_.problems, value, "an id");
  if (!is_id(value.text(), extra)) {
    reading_.problems.at(value, "bad_id",
                         "found the id " + quoted(value.text()) +
                             ", expected a small letter, then at most 31 of a-z, 0-9 and " + std::string(extra));
  }
  // A bad one too, for what it names to be found.
  out = value.text();
  const auto [there, is_new] = space.emplace(out, Named{index, value});
  if (!is_new) {
    reading_.problems.at(value, "duplicate_id", "found the id " + quoted(out) + " a second time");
    if (there->second.id) reading_.problems.also_at(there->second.id.offset());
  }
}

void Form::text(std::string_view name, Text& out, int most) {
  if (const JsonValue value = needed(name)) out = read_text(reading_, value, most);
}

void Form::optional_text(std::string_view name, Text& out, int most) {
  if (const JsonValue value = optional(name)) out = read_text(reading_, value, most);
}

void Form::texts(std::string_view name, Range count, std::vector<Text>& out, int most) {
  each(name, count, [&](JsonValue value) { out.push_back(read_text(reading_, value, most)); });
}

void Form::levels(std::string_view name, std::vector<Text>& out, int most) {
  each(name, {2, kMostLevels}, [&](JsonValue value) {
    Text text = read_text(reading_, value, most);
    // A reader cannot choose between them, though nothing else goes wrong.
    for (std::size_t i = 0; i < text.size(); ++i) {
      const auto is_same = [&](const Text& other) { return i < other.size() && other[i] == text[i]; };
      if (std::none_of(out.begin(), out.end(), is_same)) continue;
      reading_.problems.at(value, "identical_levels",
                           "found " + quoted(text[i]) + " a second time, expected levels that differ",
                           Severity::kWarning);
      break;
    }
    out.push_back(std::move(text));
  });
}

void Form::whole(std::string_view name, Range range, int& out) {
  if (const JsonValue value = needed(name)) read_whole(reading_, value, range, out);
}

void Form::optional_whole(std::string_view name, Range range, int& out) {
  if (const JsonValue value = optional(name)) read_whole(reading_, value, range, out);
}

void Form::optional_flag(std::string_view name, bool& out) {
  const JsonValue value = optional(name);
  if (!value) return;
  out = value.is(JsonKind::kTrue);
  if (!out && !value.is(JsonKind::kFalse)) wrong_type(reading_.problems, value, "true or false");
}

void Form::optional_link(std::string_view name, std::string& out) {
  if (const JsonValue value = optional(name)) read_link(reading_, value, out);
}

void Form::optional_weight(std::string_view name, int& tenths) {
  if (const JsonValue value = optional(name)) {
    read_scaled(reading_, value, {"bad_weight", "a number from 0.1 to 10 with at most one decimal", 10, kMostWeight},
                tenths);
  }
}

}  // namespace kk
