#include "author/read/plain_answers.h"

#include <bit>

namespace kk {
namespace {

std::size_t hash_of(std::string_view id) {
  std::size_t hash = id.size();
  for (const char c : id) hash = hash * 31 + static_cast<unsigned char>(c);
  return hash ^ hash >> 7;
}

/// Walks over a text; what is not there is left alone.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  bool at_end() {
    skip_space();
    return at_ == end_;
  }
  bool take(char c) {
    skip_space();
    if (at_ == end_ || *at_ != c) return false;
    ++at_;
    return true;
  }
  /// `text` in double quotes.
  bool take_quoted(std::string_view text) {
    skip_space();
    const std::size_t size = text.size() + 2;
    if (static_cast<std::size_t>(end_ - at_) < size || at_[0] != '"' || at_[size - 1] != '"') return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (at_[i + 1] != text[i]) return false;
    }
    at_ += size;
    return true;
  }
  /// Whatever stands in double quotes, as it is written.
  bool take_text(std::string_view& text) {
    skip_space();
    if (at_ == end_ || *at_ != '"') return false;
    const char* const begin = ++at_;
    while (at_ != end_ && *at_ != '"') ++at_;
    if (at_ == end_) return false;
    text = {begin, static_cast<std::size_t>(at_++ - begin)};
    return true;
  }
  /// An id of the table that has not been there before; -1 for anything else. An id with an escape is not found.
  int take_id(IdTable& table) {
    if (const std::string_view next = table.next(); !next.empty() && take_quoted(next)) return table.take_next();
    std::string_view id;
    return take_text(id) ? table.take(id) : -1;
  }
  bool take_null() {
    constexpr std::string_view kNull = "null";
    skip_space();
    if (!std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(kNull)) return false;
    at_ += kNull.size();
    return true;
  }
  /// A level from 0 to `top`, "unknown" or null.
  bool take_level(int top, Level& level) {
    skip_space();
    if (at_ == end_ || *at_ < '0' || *at_ > '9') return take_no_level(level);
    int number = *at_++ - '0';
    // Levels end at 10. What else may follow a digit is no separator, and so the end of a plain answer.
    if (number == 1 && at_ != end_ && *at_ == '0') {
      number = 10;
      ++at_;
    }
    level = static_cast<Level>(number);
    return number <= top;
  }

 private:
  void skip_space() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\t' || *at_ == '\r' || *at_ == '\n')) ++at_;
  }
  bool take_no_level(Level& level) {
    if (take_quoted("unknown")) {
      level = kUnknown;
      return true;
    }
    level = kSkipped;
    return take_null();
  }

  const char* at_;
  const char* end_;
};

/// What stands between `open` and `close`, separated by commas.
template <class Take>
bool take_all(Cursor& text, char open, char close, const Take& take) {
  if (!text.take(open)) return false;
  if (text.take(close)) return true;
  do {
    if (!take()) return false;
  } while (text.take(','));
  return text.take(close);
}

bool take_levels(Cursor& text, IdTable& ids, std::vector<Level>& levels) {
  ids.begin();
  return take_all(text, '{', '}', [&] {
    const int index = text.take_id(ids);
    return index >= 0 && text.take(':') && text.take_level(ids.top(index), levels[static_cast<std::size_t>(index)]);
  });
}

bool take_ticks(Cursor& text, IdTable& lists, std::vector<IdTable>& items, std::vector<std::uint32_t>& ticks) {
  lists.begin();
  return take_all(text, '{', '}', [&] {
    const int list = text.take_id(lists);
    if (list < 0 || !text.take(':')) return false;
    IdTable& ids = items[static_cast<std::size_t>(list)];
    ids.begin();
    return take_all(text, '[', ']', [&] {
      const int item = text.take_id(ids);
      if (item < 0) return false;
      ticks[static_cast<std::size_t>(list)] |= std::uint32_t{1} << item;
      return true;
    });
  });
}

bool take_context(Cursor& text, IdTable& choices, int& context) {
  choices.begin();
  return text.take_null() || (context = text.take_id(choices)) >= 0;
}

constexpr auto kOwnTop = [](const auto& thing) { return thing.top(); };
constexpr auto kNoTop = [](const auto&) { return 0; };

}  // namespace

void IdTable::index() {
  slots_.resize(std::bit_ceil(2 * rows_.size() + 1));
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    std::size_t slot = hash_of(rows_[row].id) & (slots_.size() - 1);
    while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = static_cast<std::uint32_t>(row) + 1;
  }
}

int IdTable::take(std::string_view id) {
  for (std::size_t slot = hash_of(id) & (slots_.size() - 1); slots_[slot] != 0;
       slot = (slot + 1) & (slots_.size() - 1)) {
    const std::size_t row = slots_[slot] - 1;
    if (rows_[row].id == id) return take(row);
  }
  return -1;
}

PlainAnswers::PlainAnswers(const Questionnaire& questionnaire)
    : questions_(questionnaire.questions, kOwnTop),
      claims_(questionnaire.claims.questions, kOwnTop),
      profile_(questionnaire.profile.items, [&](const auto&) { return questionnaire.profile.top(); }),
      lists_(questionnaire.ticks, kNoTop),
      choices_(questionnaire.context.choices, kNoTop) {
  for (const TickList& list : questionnaire.ticks) items_.emplace_back(list.items, kNoTop);
}

bool PlainAnswers::read(std::string_view json, Answers& answers) {
  enum Member { kAnswers = 1, kClaims = 2, kProfile = 4, kTicks = 8, kContext = 16 };
  Cursor text(json);
  int found = 0;
  const auto is_next = [&](std::string_view name, Member member) {
    if ((found & member) != 0 || !text.take_quoted(name) || !text.take(':')) return false;
    found |= member;
    return true;
  };
  const bool read = take_all(text, '{', '}', [&] {
    if (is_next("answers", kAnswers)) return take_levels(text, questions_, answers.questions);
    if (is_next("claims", kClaims)) return take_levels(text, claims_, answers.claims);
    if (is_next("profile", kProfile)) return take_levels(text, profile_, answers.profile);
    if (is_next("ticks", kTicks)) return take_ticks(text, lists_, items_, answers.ticks);
    return is_next("context", kContext) && take_context(text, choices_, answers.context);
  });
  return read && (found & kAnswers) != 0 && text.at_end();
}

}  // namespace kk
