// Sessions that between them show everything there is to lay out and draw.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "support/sample.h"
#include "support/team.h"

namespace kk {

struct State {
  std::string name;
  Session session;
  Sending sending = Sending::kNotAsked;
  std::shared_ptr<TeamTable> team = nullptr;  ///< what its Team page shows
};

/// Every screen at its fullest, the pages of the result with and without one, and what only an action opens.
inline std::vector<State> all_states(const std::string& language) {
  std::vector<State> out;
  const auto add = [&](const char* answers, const std::string& screen, std::size_t modules, const char* act = nullptr) {
    Session session = sample::session(sample::with_modules(answers, screen, language, modules));
    if (act) {
      EXPECT_TRUE(session.act(act)) << screen << ": " << act;
    }
    out.push_back({language + " " + answers + " " + screen + (act ? std::string(", ") + act : ""), std::move(session)});
  };
  for (const std::string& screen : sample::kScreens) {
    add("133444444", screen, 1);
    if (sample::asks(screen)) add(".........", screen, 0, "nav.next");
  }
  for (const std::string& screen : sample::kResultScreens) {
    add(".........", screen, 0);
    add("22?22?22.", screen, 4);
  }
  add("444444444", "result", 0);
  add("444444444", "steps", 0);
  add("133444444", "result", 1, "nav.more");
  add("312040213", "patterns", 2, "nav.more");
  add("133444444", "question-2", 1, "nav.more");
  add("133444444", "mirror", 2, "place.leadership");
  add("133444444", "share", 1, "share.step");
  for (const char* screen : {"intro", "result", "share"}) add("133444444", screen, 1, "nav.restart");
  for (const Sending sending : {Sending::kAsked, Sending::kSent}) {
    add("133444444", "share", 1);
    out.back().sending = sending;
  }
  add("133444444", "result", 1, "site.team");
  const auto add_team = [&](const std::string& what, const std::vector<std::pair<std::string, std::string>>& acts) {
    auto table = std::make_shared<TeamTable>(sample::klantgedreven());
    out.push_back(
        {language + " team, " + what, sample::team_session(*table, language, acts), Sending::kNotAsked, table});
  };
  const std::string apart = sample::codes("leadership;", {"333222222", "433333322", "334233223"}) +
                            sample::codes("frontline;", {"111122121", "210132111", "121122212"});
  add_team("empty", {});
  add_team("nothing found", {{"team.add", "hallo"}});
  add_team("too few", {{"team.add", sample::codes("", {"012343210", "111111111"})}});
  add_team("some left out", {{"team.add", apart + apart + "1gqs3jshp.32x232-21.ykt7"}, {"nav.more-2", ""}});
  add_team("roles apart", {{"team.add", apart}, {"team.show", ""}});
  add_team(
      "roles and others apart",
      {{"team.add", apart + sample::codes("middle;", {"222222222", "222222223", "2222?2224"})}, {"team.show", ""}});
  add_team("no roles", {{"team.add", sample::codes("", {"012343210", "444444444", "000000000", "2222?2.22"})},
                        {"team.show", ""},
                        {"team.more", ""}});
  add_team("one waits", {{"team.add", apart}, {"team.show", ""}, {"team.add", sample::codes("", {"123412341"})}});
  add_team("would merge",
           {{"team.add", apart},
            {"team.show", ""},
            {"team.more", ""},
            {"team.add", sample::codes("middle;", {"123412341", "123412342"}) + sample::codes("", {"123412343"})}});
  const std::string later = sample::codes("leadership;", {"343222222", "443333322", "344233223"}) +
                            sample::codes("frontline;", {"121122121", "220132111", "131122212"});
  add_team("then kept", {{"team.add", apart}, {"team.show", ""}, {"team.then", ""}});
  add_team("then and now",
           {{"team.add", apart}, {"team.show", ""}, {"team.then", ""}, {"team.add", later}, {"team.show", ""}});
  add_team("then too close", {{"team.add", apart},
                              {"team.show", ""},
                              {"team.then", ""},
                              {"team.add", apart + sample::codes("", {"123412343"})}});
  add_team("asked before all go", {{"team.add", apart}, {"team.show", ""}, {"team.clear", ""}});
  add_team("smaller groups", {{"nav.more-2", ""}, {"team.group-5", ""}});
  add_team("no answers", {{"team.add", sample::codes("", {"?........", ".?.......", "..?......"})}, {"team.show", ""}});
  std::vector<std::pair<std::string, std::string>> meeting = {
      {"team.add", apart},
      {"workshop.start", ""},
      {"workshop.here", "example.org/kompas\n21\n" + std::string(441, '1')}};
  const auto go_on = [&](const std::string& what, const std::vector<std::pair<std::string, std::string>>& acts) {
    meeting.insert(meeting.end(), acts.begin(), acts.end());
    add_team("workshop, " + what, meeting);
  };
  add_team("workshop without codes", {{"go.workshop", ""}});
  go_on("hidden", {});
  go_on("shown", {{"workshop.show", ""}, {"workshop.minute", "7"}});
  const std::string words(kMostLineLength, 'w');
  go_on("agreed on one", {{"workshop.level-2", ""}, {"workshop.action", words}, {"workshop.who", words}});
  go_on("next", {{"workshop.next", ""}, {"workshop.minute", "99"}});
  go_on("over", {{"workshop.next", ""}, {"workshop.next", ""}});
  go_on("others", {{"nav.more", ""}});
  go_on("one more", {{"workshop.topic-9", ""}, {"workshop.show", ""}, {"workshop.next", ""}, {"target.2", ""}});
  add_team("workshop, no roles", {{"team.add", sample::codes("", {"012343210", "444444444", "000000000", "2222?2.22"})},
                                  {"workshop.start", ""},
                                  {"workshop.show", ""}});
  add_team("workshop, nobody knows", {{"team.add", sample::codes("", {"?........", ".?.......", "..?......"})},
                                      {"workshop.start", ""},
                                      {"workshop.next", ""}});
  return out;
}

}  // namespace kk
