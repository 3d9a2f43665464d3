// Sessions on the Team page.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "exchange/result_code.h"
#include "support/sample.h"
#include "team/screen.h"
#include "team/table.h"

namespace kk::sample {

/// A line for each member, `role` in front; answers are written as one character a question.
inline std::string codes(const std::string& role, const std::vector<std::string>& members) {
  std::string out;
  for (const std::string& member : members) {
    out += role + result_code(klantgedreven(), answers(klantgedreven(), member)) + "\n";
  }
  return out;
}

/// `table` must outlive it.
inline Session team_session(TeamTable& table, const std::string& language,
                            const std::vector<std::pair<std::string, std::string>>& acts) {
  Session session(klantgedreven(), team_rows(), &table);
  session.set_language(language);
  EXPECT_TRUE(session.act("go.team"));
  for (const auto& [id, value] : acts) EXPECT_TRUE(session.act({id, value})) << id;
  return session;
}

}  // namespace kk::sample
