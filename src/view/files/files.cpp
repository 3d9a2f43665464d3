#include "view/files/files.h"

#include "base/json_writer.h"
#include "base/phrase.h"
#include "exchange/answers_json.h"
#include "exchange/result_code.h"
#include "exchange/result_json.h"
#include "exchange/statement.h"
#include "view/builder.h"
#include "view/sentences.h"

namespace kk {

namespace {

/// What the reader planned, in their words and the session's language. What is empty is left out.
void write_plan(const Session& session, std::string& out) {
  View view;
  const ViewOptions options;
  const Builder b(session, options, view);
  JsonWriter json(out);
  const auto member = [&](const char* name, std::string_view text) {
    if (!text.empty()) json.name(name).text(text);
  };
  json.open('{');
  member("promise", session.plan().promise);
  json.name("tasks").open('[');
  for (const Task& task : session.plan().tasks) {
    json.open('{');
    if (task.question >= 0) member("question", b.q.questions[static_cast<std::size_t>(task.question)].id);
    if (known(task.from)) json.name("from").whole(task.from);
    member("step", task_text(b, task));
    member("action", task.action);
    member("who", task.who);
    member("check", task.check);
    member("state", kTaskStates[static_cast<int>(task.state)]);
    member("effort", kEfforts[static_cast<int>(task.effort)]);
    member("learned", task.learned);
    json.close('}');
  }
  json.close(']');
  json.close('}');
}

}  // namespace

std::string answers_file(const Session& session) {
  const Questionnaire& q = session.questionnaire();
  std::string out;
  write_answers(q, session.answers(), out);
  out.pop_back();
  out += cat(R"(,"code":")", result_code(q, session.answers()), R"(","result":)");
  write_result(q, session.result(), out);
  if (!session.plan().tasks.empty()) {
    out += ",\"plan\":";
    write_plan(session, out);
  }
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
