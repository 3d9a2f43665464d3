// What views show in words: of one view, and of everything that lies beside another result.
#pragma once

#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "exchange/result_code.h"
#include "support/figure_texts.h"
#include "support/sample.h"
#include "support/support.h"
#include "view/paper.h"

namespace kk {

inline void add_texts(const View& view, std::set<std::string>& out) {
  out.insert({view.title, view.say, view.language});
  for (const Node& node : view.nodes) {
    // Codes are no words; in a comment one ends the text.
    const std::size_t code = node.id == "share.text" ? node.text.rfind(": 1g") : std::string::npos;
    if (node.look != Look::kCode && node.id != "files.text")
      out.insert({node.text.substr(0, code == std::string::npos ? code : code + 2), node.name});
  }
  for (const Node& node : view.nodes) {
    for (const auto& [label, value] : test::figure_texts(node)) out.insert({label, value});
  }
}

/// The product's own questionnaire with what it does not use itself: a section that is only asked after question 1, and
/// what authors add around the result.
inline const Questionnaire& with_options() {
  static const Questionnaire questionnaire = [] {
    std::string json = sample::klantgedreven_json();
    for (const char* id : {"q7", "q8", "q9"}) {
      const std::string member = "\"id\": \"" + std::string(id) + "\",";
      json.replace(json.find(member), member.size(), member + R"("when": {"known": ["q1"]},)");
    }
    const std::string format = "\"format\": 1,";
    json.replace(json.find(format), format.size(), format + R"("benchmark": {"source": {"nl": "Naam", "en": "Name"},
      "year": 2024, "link": "https://example.org/a", "counts": [1, 5, 9, 4, 1]}, "author": {"name": "Klantkompas"},
      "action": {"label": {"nl": "Meer", "en": "More"}, "link": "https://example.org/c"},)");
    return sample::checked(json);
  }();
  return questionnaire;
}

/// Then and now: pairs of answers, questions that are not always asked, and a code from before some were there.
inline void add_compared(const std::string& language, std::set<std::string>& out) {
  test::Random chance(7);
  Questionnaire changed = sample::klantgedreven();
  std::vector<EarlierQuestion>& questions = changed.earlier.front().questions;
  const auto old = nlohmann::json::parse(sample::read_file(KK_TESTS_DIR "/cases/format1/results.json"));
  for (int removed = 0; removed <= 2; ++removed) {
    if (removed > 0) questions[static_cast<std::size_t>(removed)].id = "gone" + std::to_string(removed);
    questions.front().changed = removed == 1;
    Session later(changed);
    later.set_language(language);
    later.restore(sample::answers(changed, "222222222"));
    EXPECT_TRUE(later.act({"code.open", old["cases"][5]["code"].get<std::string>()}));
    EXPECT_TRUE(later.act("go.compare"));
    add_texts(build_view(later, {}), out);
  }
  for (const Questionnaire* q : {&sample::klantgedreven(), &with_options()}) {
    Session laid(*q);
    laid.set_language(language);
    for (int i = 0; i < 400; ++i) {
      std::string then(9, '2'), now(9, '2');
      for (char& c : then) c = i % 2 ? "01234?."[chance.below(7)] : "23"[chance.below(2)];
      for (char& c : now) c = i % 2 ? "01234?."[chance.below(7)] : "23"[chance.below(2)];
      if (i == 1) then = now = "144444300";
      if (i == 3) then = std::string(9, '.');
      laid.restore(sample::answers(*q, now));
      laid.act("go.compare");
      laid.act({"compare.open", result_code(*q, sample::answers(*q, then))});
      add_texts(build_view(laid, {.width = i % 3 ? 340.f : 720.f}), out);
    }
  }
}

/// A plan in each of its states, on paper too.
inline void add_planned(const std::string& language, std::set<std::string>& out) {
  Session session = sample::session({.answers = "121230210", .screen = "plan", .language = language});
  const auto add = [&] {
    for (const float width : {340.f, 720.f}) add_texts(build_view(session, {.width = width}), out);
    Session printed = session;
    printed.act("files.appendix");
    add_texts(build_paper(printed, {}), out);
  };
  Session weighed = sample::session({.answers = "022222222", .screen = "plan", .language = language});
  for (const char* id : {"plan.make", "plan.1.effort-1", "plan.2.effort-2", "plan.3.effort-3"}) weighed.act(id);
  add_texts(build_view(weighed, {}), out);
  session.set_today("2026-11-27");
  add();
  session.act("plan.pick-1"), session.act("plan.pick-2"), add();
  session.act("plan.pick-3"), add();
  session.act("plan.pick-3"), session.act("plan.make"), add();
  const auto change = [&](const char* id, const char* value = "") {
    session.act({id, value});
    add();
  };
  change("plan.task-1");
  for (const char* id : {"plan.1.days-30", "plan.1.effort-1", "plan.1.effort-2", "plan.1.effort-3", "plan.1.state-2"})
    change(id);
  change("plan.1.check", "2026-11-01");
  change("plan.1.who", std::string(kMostFieldLength, '2').c_str());
  change("plan.1.state-3");
  change("plan.own");
  change("plan.promise", "2");
  change("plan.2.text", "2");
  change("plan.2.state-4");
  change("plan.close"), change("nav.more");
  session.act("go.steps"), add();
  session.act("go.share"), session.act("share.poll"), add();
  session.act("share.poll"), session.act("nav.restart"), add();
  session.act("site.team"), session.act("go.result"), add();
  session.act("nav.cancel"), session.act("go.plan");
  while (session.act("plan.own")) {
    session.act({"plan." + std::to_string(session.plan().tasks.size()) + ".text", "2"});
  }
  add();
}

}  // namespace kk
