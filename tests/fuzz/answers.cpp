// Any bytes as answers: refused, or the same answers again after writing them and after a code.
#include "author/read/answers.h"

#include "exchange/answers_json.h"
#include "support/properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const kk::Questionnaire& q = kk::test::every_field();
  kk::Answers answers, again;
  if (!kk::read_answers({reinterpret_cast<const char*>(data), size}, q, answers).empty()) return 0;
  std::string written;
  kk::write_answers(q, answers, written);
  kk::test::require(kk::read_answers(written, q, again).empty() && again == answers, "what is written reads the same");
  kk::test::require(kk::decode_result_code(q, kk::result_code(q, answers)).answers == answers, "a code leads back");
  kk::test::require(!kk::test::result_of(q, answers).empty(), "accepted answers can be scored");
  return 0;
}
