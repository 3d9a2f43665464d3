#include "view/files/files.h"

#include "base/phrase.h"
#include "exchange/answers_json.h"
#include "exchange/result_code.h"
#include "exchange/result_json.h"
#include "exchange/statement.h"

namespace kk {

std::string answers_file(const Session& session) {
  const Questionnaire& q = session.questionnaire();
  std::string out;
  write_answers(q, session.answers(), out);
  out.pop_back();
  out += cat(R"(,"code":")", result_code(q, session.answers()), R"(","result":)");
  write_result(q, session.result(), out);
  return out += "}\n";
}

std::string file_of(const Session& session, FileKind kind, const FileFacts& facts) {
  switch (kind) {
    case FileKind::kTable:
      return csv_file(session);
    case FileKind::kText:
      return markdown_file(session);
    case FileKind::kCalendar:
      return calendar_file(session, facts.timestamp);
    case FileKind::kAnswers:
      return answers_file(session);
    case FileKind::kStatement:
      break;
  }
  std::string out;
  write_statement(session.questionnaire(), session.result(),
                  {facts.id, facts.actor, facts.timestamp, session.language()}, out);
  return out += '\n';
}

}  // namespace kk
