// The shortcut of AnswersReader for the lines a stream is made of.
#include "author/read/answers.h"

namespace kk {
namespace {

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
    constexpr std::string_view kNull = "null";
    if (take_quoted("unknown")) {
      level = kUnknown;
      return true;
    }
    if (!std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(kNull)) return false;
    at_ += kNull.size();
    level = kSkipped;
    return true;
  }

  const char* at_;
  const char* end_;
};

}  // namespace

bool read_plain_answers(std::string_view json, const Questionnaire& questionnaire, std::vector<Level>& levels) {
  Cursor text(json);
  if (!text.take('{') || !text.take_quoted("answers") || !text.take(':') || !text.take('{')) return false;
  const std::vector<Question>& questions = questionnaire.questions;
  std::size_t next = 0;
  do {
    // Only forward: so no id can come twice.
    while (next < questions.size() && !text.take_quoted(questions[next].id)) ++next;
    if (next == questions.size() || !text.take(':')) return false;
    if (!text.take_level(questions[next].top(), levels[next])) return false;
    ++next;
  } while (text.take(','));
  return text.take('}') && text.take('}') && text.at_end();
}

}  // namespace kk
