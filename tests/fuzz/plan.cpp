// Any bytes as what the tab kept of a plan, and as a file with one: what is read is shown, kept and read the same
// again.
#include "author/read/plan.h"

#include "exchange/plan_text.h"
#include "support/properties.h"
#include "support/view_properties.h"
#include "view/files/files.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kk;
  const Questionnaire& q = test::every_field();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Plan of_file;
  const bool is_file = read_plan_file(text, q, of_file).empty();
  for (const Plan& plan : {read_plan(q, text), is_file ? of_file : Plan()}) {
    const std::string kept = plan_text(q, plan);
    test::require(plan_text(q, read_plan(q, kept)) == kept, "what is kept is read the same");
    Session session(q);
    session.set_today("2026-11-27");
    session.set_plan(plan);
    if (!session.act("go.plan")) continue;
    for (const char* id : {"plan.task-1", "nav.more"}) {
      test::require_record(build_view(session, {.width = 320}));
      session.act(id);
    }
    test::require_record(build_paper(session, {}));
    Plan again;
    test::require(read_plan_file(answers_file(session), q, again).empty(), "the file of a plan is one");
    test::require(plan.tasks.empty() || plan_text(q, again) == kept, "the file holds the whole plan");
    calendar_file(session, "2026-11-27T18:10:30Z");
  }
  return 0;
}
