// The layout of a result code, all in small letters and digits:
//
//   1 ii ssss tt . LLLLLLLLL [.wLLL] [.pLLLLLLLLLLLL] [.tTT…] [.cC] [.vV…] . kkkk
//
// 1      the format, always the first character;
// ii     10 bits of the questionnaire's id, so that a code of another one is recognised;
// ssss   20 bits of its hash, so that a rescored one is;
// tt     10 bits of its texts: a changed text leaves the code valid, and can be told;
// L      a level: its digit ("a" is 10), "x" for weet ik niet, "-" for skipped;
// w p    claims and profile; t ticks, five a character; c context; v parameters, a character each: each only when it
//        holds an answer, or a value that the page around the questionnaire gave;
// kkkk   a check over all before it: a polynomial over a prime field, in which no edit of one character and no swap
//        of neighbours goes unseen. A lost character breaks the fixed lengths.
//
// Every later format keeps the first character and the check, so that this reader can tell "newer" from "damaged".
#include "exchange/result_code.h"

#include <algorithm>
#include <cassert>

#include "base/hash.h"

namespace kk {
namespace {

constexpr std::string_view kSymbols = "0123456789abcdefghjkmnpqrstvwxyz";  // five bits each, none easily confused
constexpr std::string_view kLevels = "0123456789a";
constexpr char kFormat = '1';
constexpr int kIdSymbols = 2;
constexpr int kHashSymbols = 4;
constexpr int kTextSymbols = 2;
constexpr int kCheckSymbols = 4;
constexpr int kTicksPerSymbol = 5;
constexpr std::size_t kScoredSize = 1 + kIdSymbols + kHashSymbols;
constexpr std::size_t kHeadSize = kScoredSize + kTextSymbols;

void append_symbols(std::string& out, std::uint64_t bits, int count) {
  assert(count > 0 && count <= 12 && bits >> (5 * count) == 0);
  for (int i = count - 1; i >= 0; --i) out += kSymbols[bits >> (5 * i) & 31];
}

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// All its bits fold into the few that are used.
std::uint64_t folded(std::uint64_t hash, int symbols) {
  assert(symbols > 0 && symbols <= 12);
  const int bits = 5 * symbols;
  std::uint64_t result = 0;
  for (; hash != 0; hash >>= bits) result ^= hash;
  return result & ((std::uint64_t{1} << bits) - 1);
}

std::string check_of(std::string_view body) {
  constexpr std::uint64_t kPrime = 1'048'573;  // the largest below 2^20
  constexpr std::uint64_t kBase = 524'309;     // neither 0 nor 1: that is all the proof needs
  std::uint64_t sum = 1;
  for (const char c : body) sum = (sum * kBase + static_cast<unsigned char>(c)) % kPrime;
  std::string check;
  append_symbols(check, sum, kCheckSymbols);
  return check;
}

std::string head_of(const Questionnaire& questionnaire) {
  std::string head(1, kFormat);
  append_symbols(head, folded(fnv1a(questionnaire.id), kIdSymbols), kIdSymbols);
  append_symbols(head, folded(questionnaire.hash, kHashSymbols), kHashSymbols);
  append_symbols(head, folded(questionnaire.text_hash, kTextSymbols), kTextSymbols);
  return head;
}

char symbol_of(Level level) {
  assert(level >= kSkipped && level < static_cast<Level>(kLevels.size()));
  if (level == kSkipped) return '-';
  return level == kUnknown ? 'x' : kLevels[static_cast<std::size_t>(level)];
}

void append_levels(std::string& out, const std::vector<Level>& levels) {
  for (const Level level : levels) out += symbol_of(level);
}

void append_module(std::string& out, char tag, const std::vector<Level>& levels) {
  if (std::all_of(levels.begin(), levels.end(), [](Level level) { return level == kSkipped; })) return;
  out += '.';
  out += tag;
  append_levels(out, levels);
}

int symbols_for(const TickList& list) {
  return (static_cast<int>(list.items.size()) + kTicksPerSymbol - 1) / kTicksPerSymbol;
}

void append_ticks(std::string& out, const Questionnaire& questionnaire, const std::vector<std::uint32_t>& ticks) {
  assert(ticks.size() == questionnaire.ticks.size());
  if (std::all_of(ticks.begin(), ticks.end(), [](std::uint32_t ticked) { return ticked == 0; })) return;
  out += ".t";
  for (std::size_t i = 0; i < ticks.size(); ++i) append_symbols(out, ticks[i], symbols_for(questionnaire.ticks[i]));
}

void append_parameters(std::string& out, const std::vector<std::uint8_t>& values) {
  if (std::all_of(values.begin(), values.end(), [](std::uint8_t value) { return value == 0; })) return;
  out += ".v";
  for (const std::uint8_t value : values) append_symbols(out, value, 1);
}

/// Takes a body apart. Only shapes are checked: the caller compares the result with what would have been written.
class BodyReader {
 public:
  explicit BodyReader(std::string_view body) : rest_(body) {}

  bool is_complete() const { return ok_ && rest_.empty(); }

  /// True when a module with this tag starts here.
  bool take_tag(char tag) {
    if (rest_.size() < 2 || rest_[0] != '.' || rest_[1] != tag) return false;
    rest_.remove_prefix(2);
    return true;
  }

  template <class Top>
  void levels(std::vector<Level>& levels, const Top& top) {
    for (std::size_t i = 0; i < levels.size(); ++i) levels[i] = level(top(i));
  }

  std::uint64_t symbols(int count) {
    std::uint64_t bits = 0;
    for (int i = 0; i < count; ++i) {
      const std::size_t value = kSymbols.find(take());
      ok_ = ok_ && value != std::string_view::npos;
      bits = bits << 5 | (value & 31);
    }
    return bits;
  }

  void fail() { ok_ = false; }

 private:
  char take() {
    if (rest_.empty()) {
      ok_ = false;
      return '\0';
    }
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }

  Level level(int top) {
    const char c = take();
    if (c == '-') return kSkipped;
    if (c == 'x') return kUnknown;
    const std::size_t value = kLevels.find(c);
    if (value == std::string_view::npos || static_cast<int>(value) > top) {
      ok_ = false;
      return kSkipped;
    }
    return static_cast<Level>(value);
  }

  std::string_view rest_;
  bool ok_ = true;
};

/// Equal but for the texts at the time, and so for the check over them.
bool same_answers(std::string_view code, std::string_view other) {
  if (code.size() != other.size()) return false;
  assert(code.size() >= kHeadSize + kCheckSymbols);
  const std::size_t body = code.size() - kHeadSize - kCheckSymbols;
  return code.substr(kHeadSize, body) == other.substr(kHeadSize, body);
}

bool read_body(const Questionnaire& questionnaire, std::string_view body, Answers& answers) {
  BodyReader reader(body);
  reader.levels(answers.questions, [&](std::size_t i) { return questionnaire.questions[i].top(); });
  if (reader.take_tag('w')) {
    reader.levels(answers.claims, [&](std::size_t i) { return questionnaire.claims.questions[i].top(); });
  }
  if (reader.take_tag('p')) {
    reader.levels(answers.profile, [&](std::size_t) { return questionnaire.profile.top(); });
  }
  if (reader.take_tag('t')) {
    for (std::size_t i = 0; i < answers.ticks.size(); ++i) {
      const TickList& list = questionnaire.ticks[i];
      const std::uint64_t bits = reader.symbols(symbols_for(list));
      if (bits >> list.items.size() != 0) reader.fail();
      answers.ticks[i] = static_cast<std::uint32_t>(bits);
    }
  }
  if (reader.take_tag('c')) {
    answers.context = static_cast<int>(reader.symbols(1));
    if (answers.context >= static_cast<int>(questionnaire.context.choices.size())) reader.fail();
  }
  if (reader.take_tag('v')) {
    for (std::size_t i = 0; i < answers.parameters.size(); ++i) {
      answers.parameters[i] = static_cast<std::uint8_t>(reader.symbols(1));
      if (answers.parameters[i] >= questionnaire.parameters[i].values.size()) reader.fail();
    }
  }
  return reader.is_complete();
}

/// The levels of questions, out of the body of an earlier version's code; what follows them is of no use now.
bool read_earlier(const Questionnaire& questionnaire, const Earlier& earlier, std::string_view body, Answers& answers) {
  const std::string_view levels = body.substr(0, body.find('.'));
  if (levels.size() != earlier.questions.size()) return false;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const bool unknown = levels[i] == 'x';
    const std::size_t level = kLevels.find(levels[i]);
    if (!unknown && levels[i] != '-' && level == std::string_view::npos) return false;
    const int now = questionnaire.question_index(earlier.questions[i].id);
    if (now < 0 || earlier.questions[i].changed || levels[i] == '-') continue;
    const int top = questionnaire.questions[static_cast<std::size_t>(now)].top();
    if (!unknown && static_cast<int>(level) > top) continue;
    answers.questions[static_cast<std::size_t>(now)] = unknown ? kUnknown : static_cast<Level>(level);
  }
  return true;
}

/// The earlier version that a code's head is of, or -1.
int earlier_of(const Questionnaire& questionnaire, std::string_view code) {
  for (std::size_t i = 0; i < questionnaire.earlier.size(); ++i) {
    std::string hash;
    append_symbols(hash, folded(questionnaire.earlier[i].hash, kHashSymbols), kHashSymbols);
    if (code.substr(1 + kIdSymbols, kHashSymbols) == hash) return static_cast<int>(i);
  }
  return -1;
}

}  // namespace

std::string result_code(const Questionnaire& questionnaire, const Answers& answers) {
  assert(answers.questions.size() == questionnaire.questions.size());
  assert(answers.claims.size() == questionnaire.claims.questions.size());
  assert(answers.profile.size() == questionnaire.profile.items.size());
  assert(answers.parameters.size() == questionnaire.parameters.size());
  assert(answers.context < static_cast<int>(questionnaire.context.choices.size()));
  std::string code = head_of(questionnaire);
  code += '.';
  append_levels(code, answers.questions);
  append_module(code, 'w', answers.claims);
  append_module(code, 'p', answers.profile);
  append_ticks(code, questionnaire, answers.ticks);
  if (answers.context >= 0) {
    code += ".c";
    append_symbols(code, static_cast<std::uint64_t>(answers.context), 1);
  }
  append_parameters(code, answers.parameters);
  code += '.';
  return code + check_of(code);
}

DecodedCode decode_result_code(const Questionnaire& questionnaire, std::string_view code) {
  constexpr std::size_t kLongest = 16'384;  // far above any real one
  DecodedCode decoded;
  if (code.size() < kHeadSize + 1 + kCheckSymbols || code.size() > kLongest) return decoded;
  std::string text(code);
  std::transform(text.begin(), text.end(), text.begin(), small);
  const std::string_view checked = std::string_view(text).substr(0, text.size() - kCheckSymbols);
  if (check_of(checked) != text.substr(checked.size())) return decoded;
  const std::string head = head_of(questionnaire);
  const bool has_dots = checked[kHeadSize] == '.' && checked.size() > kHeadSize + 1 && checked.back() == '.';
  const std::string_view body = has_dots ? checked.substr(kHeadSize + 1, checked.size() - kHeadSize - 2) : "";
  if (text[0] != kFormat) {
    const bool is_newer = text[0] > kFormat && text[0] <= 'z';
    decoded.status = is_newer ? CodeStatus::kNewerFormat : CodeStatus::kDamaged;
  } else if (text.compare(1, kIdSymbols, head, 1, kIdSymbols) != 0) {
    decoded.status = CodeStatus::kOtherQuestionnaire;
  } else if (text.compare(0, kScoredSize, head, 0, kScoredSize) != 0) {
    decoded.status = CodeStatus::kRescored;
    decoded.earlier = earlier_of(questionnaire, text);
    if (decoded.earlier < 0) return decoded;
    decoded.answers = blank_answers(questionnaire);
    if (read_earlier(questionnaire, questionnaire.earlier[static_cast<std::size_t>(decoded.earlier)], body,
                     decoded.answers)) {
      return decoded;
    }
    decoded.status = CodeStatus::kDamaged;
    decoded.earlier = -1;
  } else {
    decoded.answers = blank_answers(questionnaire);
    // Only the one spelling that would be written is accepted, so that equal answers have equal codes.
    const bool is_ours = has_dots && read_body(questionnaire, body, decoded.answers) &&
                         same_answers(result_code(questionnaire, decoded.answers), text);
    decoded.reworded = is_ours && text.compare(kScoredSize, kTextSymbols, head, kScoredSize) != 0;
    decoded.status = is_ours ? CodeStatus::kOk : CodeStatus::kDamaged;
  }
  if (decoded.status != CodeStatus::kOk) decoded.answers = Answers();
  return decoded;
}

}  // namespace kk
