// A line with a checksum, then one field a line, lists preceded by their length.
#include "store/compact.h"

#include <cassert>
#include <memory>
#include <type_traits>
#include <utility>

#include "base/bits.h"
#include "base/hash.h"
#include "base/json_writer.h"
#include "model/consistent.h"
#include "model/derive.h"
#include "model/fill.h"
#include "store/compact_writer.h"

namespace kk {
namespace {

constexpr std::string_view kHeader = "klantkompas 1 ";
constexpr std::size_t kChecksumDigits = 16;

/// Any text is refused as soon as it is not what the writer would have written.
class CompactReader {
 public:
  /// `filler` may be null.
  CompactReader(std::string_view body, const Filler* filler) : rest_(body), filler_(filler) {}

  bool is_complete() const { return ok_ && rest_.empty(); }

  template <class T>
  void scored(T& field) {
    read(field);
  }
  template <class T>
  void shown(T& field) {
    read(field);
  }
  template <class T, class Read>
  void list(std::vector<T>& list, const Read& read_element) {
    // Made in one piece, in the place of the empty one that was there: to grow step by step, or to let go of what a
    // list held, is code of its own for each kind of element.
    assert(list.empty());
    std::construct_at(&list, count());
    for (T& element : list) {
      if (ok_) read_element(element);
    }
  }
  // Once for all lists of these: code of its own for each would be a fifth of what opens a questionnaire.
  template <class Read>
  void list(std::vector<int>& list, const Read&) {
    numbers(list);
  }
  template <class Read>
  void list(std::vector<Text>& list, const Read&) {
    texts(list);
  }
  template <class T, class Read>
  void shown_list(std::vector<T>& values, const Read& read_element) {
    list(values, read_element);
  }
  template <class Read>
  void option(char tag, bool, const Read& read_fields) {
    if (is_tagged(tag)) read_fields();
  }
  template <class Read>
  void shown_option(char tag, bool is_set, const Read& read_fields) {
    option(tag, is_set, read_fields);
  }
  [[gnu::noinline]] void texts(std::vector<Text>& texts) {
    assert(texts.empty());
    std::construct_at(&texts, count());
    for (Text& text : texts) read(text);
  }

 private:
  [[gnu::noinline]] void numbers(std::vector<int>& numbers) {
    assert(numbers.empty());
    std::construct_at(&numbers, count());
    for (int& number : numbers) read(number);
  }

  /// Of the elements that follow.
  [[gnu::noinline]] std::size_t count() {
    std::int64_t count = 0;
    read_number(count);
    // Each element takes at least one line. The checksum held, so no length is damaged.
    if (count < 0 || static_cast<std::uint64_t>(count) > rest_.size()) ok_ = false;
    return ok_ ? static_cast<std::size_t>(count) : 0;
  }

  [[gnu::noinline]] bool is_tagged(char tag) {
    const char line[] = {'\\', tag, '\n'};
    if (!rest_.starts_with(std::string_view(line, sizeof line))) return false;
    rest_.remove_prefix(sizeof line);
    return true;
  }

  std::string_view line() {
    const std::size_t end = rest_.find('\n');
    if (end == std::string_view::npos) {
      ok_ = false;
      return {};
    }
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return line;
  }

  [[gnu::noinline]] void read_number(std::int64_t& number) {
    std::string_view digits = line();
    const bool negative = digits.starts_with('-');
    if (negative) digits.remove_prefix(1);
    std::uint64_t size = 0;
    if (digits.empty() || digits.size() > 18) ok_ = false;
    for (const char c : digits) {
      if (c < '0' || c > '9') ok_ = false;
      size = size * 10 + static_cast<std::uint64_t>(c - '0');
    }
    number = negative ? -static_cast<std::int64_t>(size) : static_cast<std::int64_t>(size);
  }

  template <class T>
  void read(T& field) {
    if constexpr (std::is_enum_v<T>) {
      std::underlying_type_t<T> value{};
      read(value);
      field = static_cast<T>(value);
    } else {
      std::int64_t number = 0;
      read_number(number);
      field = static_cast<T>(number);
      if (static_cast<std::int64_t>(field) != number) ok_ = false;
    }
  }

  void read(double& field) {
    std::uint64_t bits = 0;
    read(bits);
    field = double_of(bits);
  }

  void read(std::uint64_t& bits) {
    const std::string_view digits = line();
    if (digits.size() != kChecksumDigits) ok_ = false;
    for (const char c : digits) {
      const std::size_t value = std::string_view("0123456789abcdef").find(c);
      if (value == std::string_view::npos) ok_ = false;
      bits = bits << 4 | (value & 15);
    }
  }

  [[gnu::noinline]] void read(std::string& field) {
    const std::string_view escaped = line();
    field.clear();
    for (std::size_t i = 0; i < escaped.size(); ++i) {
      if (escaped[i] != '\\') {
        field += escaped[i];
        continue;
      }
      const std::size_t letter = kEscapeLetters.find(i + 1 < escaped.size() ? escaped[++i] : '\0');
      if (letter == std::string_view::npos) {
        ok_ = false;
        return;
      }
      field += kEscaped[letter];
    }
  }

  [[gnu::noinline]] void read(Text& text) {
    list(text, [&](std::string& string) { read(string); });
    if (filler_) filler_->fill(text);
  }

  std::string_view rest_;
  const Filler* filler_;
  bool ok_ = true;
};

std::string header(std::string_view body) {
  std::string header(kHeader);
  append_hex(header, fnv1a(body), kChecksumDigits);
  header += '\n';
  return header;
}

/// Into an empty one.
bool open(std::string_view text, const Filler* filler, Questionnaire& opened) {
  const std::size_t size = kHeader.size() + kChecksumDigits + 1;
  if (text.size() < size) return false;
  const std::string_view body = text.substr(size);
  if (text.substr(0, size) != header(body)) return false;
  CompactReader reader(body, filler);
  questionnaire_fields(reader, opened);
  scale_fields(reader, opened);
  if (!reader.is_complete() || !is_consistent(opened)) return false;
  derive_shares(opened);
  return derive_links(opened);
}

}  // namespace

std::string to_compact(const Questionnaire& questionnaire) {
  std::string body;
  CompactWriter writer(body, CompactWriter::Fields::kAll);
  questionnaire_fields(writer, questionnaire);
  scale_fields(writer, questionnaire);
  return header(body) + body;
}

bool open_compact(std::string_view text, Questionnaire& questionnaire) { return open(text, nullptr, questionnaire); }

void reopen_filled(std::string_view text, const std::vector<std::uint8_t>& values, Questionnaire& questionnaire) {
  // Where it stands, for a second one and moving it would be code of its own for each kind of list.
  Questionnaire known;
  known.languages.swap(questionnaire.languages);
  known.fallbacks.swap(questionnaire.fallbacks);
  known.parameters.swap(questionnaire.parameters);
  std::destroy_at(&questionnaire);
  std::construct_at(&questionnaire);
  const Filler filler(known, values);
  [[maybe_unused]] const bool opened = open(text, &filler, questionnaire);
  assert(opened);  // it did before
  questionnaire.parameters.swap(known.parameters);
}

}  // namespace kk
