// The shortcut for plain lines says yes only where the whole reader does, and then reads the same.
#include "author/read/answers.h"
#include "author/read/questionnaire.h"
#include "support/properties.h"

namespace {

const kk::Questionnaire& questionnaire() {
  static const kk::Questionnaire read =
      kk::read_questionnaire(kk::test::contents_of(KK_ASSETS_DIR "/questionnaires/klantgedreven.json")).questionnaire;
  return read;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  kk::Answers whole, shortcut;
  kk::AnswersReader reader(questionnaire());
  const bool is_fine = kk::read_answers(line, questionnaire(), whole).empty();
  kk::test::require(reader.read(line, kk::kMaxAnswersBytes, shortcut).empty() == is_fine, "both accept or both refuse");
  if (is_fine) kk::test::require(shortcut == whole, "both read the same answers");
  kk::Answers plain = kk::blank_answers(questionnaire());
  if (!kk::PlainAnswers(questionnaire()).read(line, plain)) return 0;
  kk::test::require(is_fine && plain == whole, "a plain line is right");
  return 0;
}
