// Any text as a result code: refused with empty answers, or answers whose own code is that text but for letter case
// and the mark of its texts.
#include "support/properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const kk::Questionnaire& q = kk::test::every_field();
  kk::test::Chance chance(size);
  for (const std::string& code :
       {std::string(reinterpret_cast<const char*>(data), size), kk::result_code(q, kk::test::any_answers(q, chance))}) {
    std::string edited = code;
    // One edit of a right code: the fuzzer alone would hardly find the check.
    if (size > 1 && !edited.empty()) edited[data[0] % edited.size()] = static_cast<char>(data[1]);
    for (const std::string& text : {code, edited}) {
      const kk::DecodedCode decoded = kk::decode_result_code(q, text);
      if (decoded.status != kk::CodeStatus::kOk) {
        kk::test::require(decoded.answers == kk::Answers(), "a refused code gives no answers");
        continue;
      }
      const kk::DecodedCode again = kk::decode_result_code(q, kk::result_code(q, decoded.answers));
      kk::test::require(again.status == kk::CodeStatus::kOk && again.answers == decoded.answers, "answers code again");
      kk::test::require(!kk::test::result_of(q, decoded.answers).empty(), "they can be scored");
    }
  }
  return 0;
}
