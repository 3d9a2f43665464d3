// Sessions that between them show everything there is to lay out and draw.
#pragma once

#include <string>
#include <vector>

#include "support/sample.h"

namespace kk {

struct State {
  std::string name;
  Session session;
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
  return out;
}

}  // namespace kk
