// Sessions to test with: the product's own questionnaire, and answers written as one character a question.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "author/read/questionnaire.h"
#include "exchange/result_code.h"
#include "model/problem.h"
#include "model/questionnaire.h"
#include "support/sanitized.h"
#include "view/session/session.h"
#include "view/view.h"

namespace kk::sample {

inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in) << path;
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string klantgedreven_json() {
  return read_file(std::string(KK_ASSETS_DIR) + "/questionnaires/klantgedreven.json");
}

inline Questionnaire checked(const std::string& json) {
  ReadQuestionnaire read = read_questionnaire(json);
  for (const Problem& problem : read.problems) {
    if (problem.severity == Severity::kError) ADD_FAILURE() << to_line(problem, "questionnaire");
  }
  return std::move(read.questionnaire);
}

inline const Questionnaire& klantgedreven() {
  static const Questionnaire questionnaire = checked(klantgedreven_json());
  return questionnaire;
}

/// A digit is a level, '?' weet ik niet, '.' skipped.
inline Level level_of(char c) { return c == '?' ? kUnknown : c == '.' ? kSkipped : static_cast<Level>(c - '0'); }

/// "044?.4444": one character a question.
inline Answers answers(const Questionnaire& questionnaire, std::string_view pattern) {
  Answers out = blank_answers(questionnaire);
  EXPECT_EQ(pattern.size(), out.questions.size()) << pattern;
  for (std::size_t i = 0; i < pattern.size(); ++i) out.questions[i] = level_of(pattern[i]);
  return out;
}

/// The inverse, for comparing.
inline std::string pattern_of(const std::vector<Level>& levels) {
  std::string out;
  for (const Level level : levels) {
    out += level == kUnknown ? '?' : level == kSkipped ? '.' : static_cast<char>('0' + level);
  }
  return out;
}
inline std::string pattern_of(const Answers& answers) { return pattern_of(answers.questions); }

/// How a reader came to a screen. The modules are written as the answers are.
struct Start {
  std::string answers = ".........";
  std::string screen = "intro";
  std::string language = "nl";
  std::string claims = "...";   ///< one a section
  std::string causes = "....";  ///< fear, arrogance, ignorance, inability: how strong, for all statements of each
  std::uint32_t excuses = 0;    ///< bit 0 is e1
  int context = -1;
};

inline Answers answers(const Start& start) {
  const Questionnaire& q = klantgedreven();
  Answers out = answers(q, start.answers);
  for (std::size_t i = 0; i < out.claims.size(); ++i) out.claims[i] = level_of(start.claims[i]);
  for (std::size_t i = 0; i < out.profile.size(); ++i) {
    const ProfileItem& item = q.profile.items[i];
    const Level level = level_of(start.causes[static_cast<std::size_t>(item.cause)]);
    out.profile[i] = item.reversed && known(level) ? static_cast<Level>(q.profile.top() - level) : level;
  }
  out.ticks[0] = start.excuses;
  out.context = start.context;
  return out;
}

inline Session session(const Start& start) {
  Session out(klantgedreven());
  out.set_language(start.language);
  out.restore(answers(start));
  if (start.screen != "intro") {
    EXPECT_TRUE(out.act("go." + start.screen)) << start.screen;
  }
  return out;
}

inline View view(const Start& start, float width = 720) { return build_view(session(start), {.width = width}); }

inline std::string where(const Session& session) { return name_of(session.place()); }

/// Everything of a session that an action can change, in one line; modules and switches only once they are touched.
inline std::string state(const Session& session) {
  const Answers& answers = session.answers();
  std::string out = where(session) + " " + pattern_of(answers) + " " + std::to_string(session.result().answered) + " " +
                    klantgedreven().languages[static_cast<std::size_t>(session.language())];
  const auto add = [&](bool said, const std::string& text) { out += said ? " " + text : ""; };
  const std::string claims = pattern_of(answers.claims), profile = pattern_of(answers.profile);
  add(claims.find_first_not_of('.') != claims.npos, "claims " + claims);
  add(profile.find_first_not_of('.') != profile.npos, "profile " + profile);
  add(answers.ticks[0] != 0, "excuses " + std::to_string(answers.ticks[0]));
  add(session.context_answered(), "context " + std::to_string(answers.context));
  add(session.role() != Role::kNone, "role " + std::to_string(static_cast<int>(session.role())));
  if (session.then()) add(true, "beside " + session.then()->code);
  add(!session.date_then().empty() || !session.date_now().empty(), session.date_then() + "/" + session.date_now());
  add(session.missing(), "missing");
  add(session.result_seen(), "seen");
  add(session.confirming(), "confirming");
  add(session.more(), "more");
  add(!session.with_step(), "without step");
  add(session.with_code(), "with code");
  return out;
}

inline void act_all(Session& session, const std::vector<std::string>& ids) {
  for (const std::string& id : ids) EXPECT_TRUE(session.act(id)) << id;
}

/// Between them they lead to every kind of result: each gate alone and together, open answers, too few, nothing, all.
inline const std::vector<std::string> kAnswers = {
    ".........",                                                      // nothing answered
    "?????????",                                                      // nothing known
    "2..3.....", "2??222222", "22.......", "222......",               // too few for a stage
    "22222222?", "22?22?222", "22?22?22.",                            // a range
    "222222222", "000000000", "444444444", "333333333",               // no gate
    "033333333", "?33333333", "133333333", "233333444",               // the leadership gate
    "444444100", "444444441",                                         // weakest, whole
    "144444300", "044444444", "133444444", "000444444", "?44444300",  // two and three gates
    "222122111", "312040213", "443322110", "011223344", "123012301",
};

/// What the modules can hold: nothing, more word than deed, more deed than word, too little of each, ties, the rest.
inline const std::vector<Start> kModules = {
    {},
    {.claims = "444", .causes = "4210", .excuses = 0b1, .context = 0},
    {.claims = "000", .causes = "1100", .excuses = 0b11111111},
    {.claims = "3??", .causes = "2?.?", .context = 1},
    {.claims = "?22", .causes = "3333", .excuses = 0b111},
    {.claims = "32?", .causes = "0330", .excuses = 0b10000000, .context = 0},
    {.claims = "332", .causes = "????"},
};

inline Start with_modules(std::string answers, std::string screen, std::string language, std::size_t modules) {
  Start start = kModules[modules % kModules.size()];
  start.answers = std::move(answers);
  start.screen = std::move(screen);
  start.language = std::move(language);
  return start;
}

/// Every screen, in the order of the flow.
inline const std::vector<std::string> kScreens = [] {
  std::vector<std::string> out = {"intro", "modules-words"};
  const auto numbered = [&](const std::string& name, int count) {
    for (int i = 1; i <= count; ++i) out.push_back(name + std::to_string(i));
  };
  numbered("claims-", 3);
  numbered("question-", 9);
  for (const char* name : {"modules-more", "role"}) out.emplace_back(name);
  numbered("profile-", 12);
  for (const char* name : {"ticks", "context", "result", "compare", "steps", "plan", "patterns", "mirror", "share",
                           "files", "about", "evidence", "glossary", "privacy", "code"}) {
    out.emplace_back(name);
  }
  return out;
}();

/// What is said of the answers; compare and plan say it of more (compare_test.cpp, plan_test.cpp).
inline const std::vector<std::string> kResultScreens = {"result", "steps", "patterns", "mirror", "share", "files"};

/// The screens that ask for one choice, and so have a message for who makes none.
inline bool asks(const std::string& screen) {
  return screen == "role" || screen == "context" || screen.starts_with("claims-") || screen.starts_with("question-") ||
         screen.starts_with("profile-");
}

/// Calls check(session, name) for every screen in both languages with three sets of answers, for every page of the
/// result with all of them, and for the states that only an action leads to.
template <typename Check>
void for_each_session(const Check& check) {
  for (const char* language : {"nl", "en"}) {
    const auto visit = [&](const Start& start, std::initializer_list<const char*> acts = {}) {
      Session visited = session(start);
      std::string name = start.language + " " + start.answers + " " + start.claims + " " + start.causes + " " +
                         std::to_string(start.excuses) + " " + start.screen;
      for (const char* act : acts) {
        EXPECT_TRUE(visited.act(act)) << act;
        name += std::string(", ") + act;
      }
      check(visited, name);
    };
    for (const std::string& screen : kScreens) {
      visit({.screen = screen, .language = language});
      visit(with_modules("22?22?22.", screen, language, 3));
      visit(with_modules("133444444", screen, language, 1));
      if (screen.starts_with("question-")) visit({.screen = screen, .language = language}, {"nav.more"});
      if (asks(screen)) visit({.screen = screen, .language = language}, {"nav.next"});
      if (screen.starts_with("profile-") || screen == "mirror") {
        visit(with_modules("133444444", screen, language, 1), {"place.leadership"});
      }
    }
    for (std::size_t i = 0; i < kAnswers.size(); ++i) {
      for (const std::string& screen : kResultScreens) {
        visit(with_modules(kAnswers[i], screen, language, i));
        if (screen != "result" && screen != "steps") visit(with_modules(kAnswers[i], screen, language, i + 1));
      }
      visit(with_modules(kAnswers[i], "patterns", language, i + 2), {"nav.more"});
      visit(with_modules(kAnswers[i], "steps", language, i), {"nav.more"});
      visit(with_modules(kAnswers[i], "result", language, i), {"nav.restart"});
      visit(with_modules(kAnswers[i], "share", language, i), {"nav.restart"});
      visit(with_modules(kAnswers[i], "share", language, i), {"share.step"});
      visit(with_modules(kAnswers[i], "files", language, i),
            {std::array{"file.csv", "file.md", "file.ics", "file.json", "file.xapi"}[i % 5]});
    }
    for (std::size_t i = 0; i < kAnswers.size(); ++i) {  // an earlier result beside this one
      const std::string& before = kAnswers[(i + 7) % kAnswers.size()];
      for (const char* screen : {"compare", "result"}) {
        Session laid = session({.answers = kAnswers[i], .screen = "compare", .language = language});
        EXPECT_TRUE(laid.act({"compare.open", result_code(klantgedreven(), answers(klantgedreven(), before))}));
        EXPECT_TRUE(laid.act({"compare.then", "2026-03-05"}));
        EXPECT_TRUE(laid.act(std::string("go.") + screen));
        check(laid, std::string(language) + " " + kAnswers[i] + " beside " + before + " " + screen);
      }
    }
    visit({.answers = "2..2..2.2", .screen = "question-4", .language = language});  // a result, but too few answers
    visit({.answers = "222222222", .screen = "patterns", .language = language, .claims = "444"},
          {"go.claims-1", "w1.l0", "go.patterns"});
    for (const char* place : {"place.leadership", "place.middle", "place.frontline", "place.private"}) {
      visit({.screen = "role", .language = language}, {place});
    }
    visit({.screen = "context", .language = language}, {"market.neither"});
    visit({.answers = "22?22?22.", .language = language}, {"nav.restart"});
    visit({.answers = "133444444", .screen = "result", .language = language}, {"nav.more"});
    visit({.answers = "133444444", .screen = "result", .language = language}, {"nav.more", "target.4"});
    visit({.answers = "444344443", .screen = "steps", .language = language});  // the highest stage
    visit({.answers = "444344443", .screen = "steps", .language = language}, {"nav.more", "nav.more-2"});
    visit({.screen = "question-9", .language = language}, {"go.result"});  // "Je uitslag is klaar."
    visit({.answers = "222222222", .screen = "question-9", .language = language}, {"q9.l3", "nav.next"});
    visit({.answers = "222222222", .screen = "result", .language = language}, {"nav.restart", "nav.wipe"});
  }
}

struct Seen {
  Session session;
  std::string name;
  View view;
};

/// Every session at both sides of each fold. Made once: most of the time of a test of all views would go to that.
inline const std::vector<Seen>& every_view() {
  static const std::vector<Seen> seen = [] {
    constexpr float kWidths[] = {359.f, 360.f, 480.f, 600.f};
    std::vector<Seen> out;
    for_each_session([&](const Session& session, const std::string& name) {
      const float one = kWidths[out.size() % std::size(kWidths)];
      for (const float width : kWidths) {
        if (kIsSanitized && width != one) continue;
        out.push_back(
            {session, name + " " + std::to_string(static_cast<int>(width)), build_view(session, {.width = width})});
      }
    });
    return out;
  }();
  return seen;
}

template <typename Check>
void for_each_view(const Check& check) {
  for (const Seen& seen : every_view()) {
    SCOPED_TRACE(seen.name);
    check(seen.session, seen.view);
  }
}

inline bool inside(const View& view, int node, int ancestor) {
  while (node >= 0 && node != ancestor) node = view.nodes[static_cast<std::size_t>(node)].parent;
  return node == ancestor;
}

inline const Node* find(const View& view, std::string_view id) {
  for (const Node& node : view.nodes) {
    if (node.id == id) return &node;
  }
  return nullptr;
}

/// Visible text of a node, or a mark that it is not there.
inline std::string text(const View& view, std::string_view id) {
  const Node* node = find(view, id);
  return node ? node->text : "(no " + std::string(id) + ")";
}

}  // namespace kk::sample
