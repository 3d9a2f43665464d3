// Random walks over all controls, next to an independent model of the flow.
#include <algorithm>
#include <random>

#include "base/phrase.h"
#include "support/sample.h"

namespace kk {
namespace {

using sample::klantgedreven;
using sample::kScreens;
using sample::pattern_of;
using sample::where;

bool is(const std::string& screen, const char* kind) { return screen.starts_with(kind); }

/// What a session should do, written down again in other words: the screens lie on one road, and a module that is off
/// is a stretch of it that is walked around.
struct Model {
  Modules on;
  std::string at = "intro", panel_from;
  std::string questions = ".........", claims = "...", profile = "............";
  std::string excuses = "--------", market = ".", place = ".";
  std::string shown;  // all answers when a page of the result was last opened
  bool words_offered = false, more_offered = false;
  bool missing = false, seen = false, asking = false, more = false, with_step = true, with_code = false,
       appendix = false;
  News news = News::kNone;

  std::string said() const { return questions + claims + profile + excuses + (market == "n" ? "." : market); }
  static bool is_panel(const std::string& screen) {
    return screen == "about" || screen == "evidence" || screen == "glossary" || screen == "privacy" || screen == "code";
  }
  static bool is_page(const std::string& screen) {
    const auto& pages = sample::kResultScreens;
    return screen == "compare" || screen == "plan" || std::find(pages.begin(), pages.end(), screen) != pages.end();
  }
  bool any_more() const { return on.mirror || on.excuses || on.context; }

  /// The stretch of the road a screen lies on, and whether it is open.
  static char stretch(const std::string& screen) {
    if (screen == "modules-words" || is(screen, "claims-")) return 'w';
    if (screen == "modules-more") return 'o';
    if (screen == "role" || is(screen, "profile-")) return 'm';
    if (screen == "ticks") return 'e';
    return screen == "context" ? 'c' : '-';
  }
  bool open(char stretch) const {
    switch (stretch) {
      case 'w':
        return on.words;
      case 'm':
        return on.mirror;
      case 'e':
        return on.excuses;
      case 'c':
        return on.context;
      default:
        return true;
    }
  }

  /// The next screen along the road, or the one before; the way back always passes the second announcement.
  std::string along(int direction) const {
    const auto here = std::find(kScreens.begin(), kScreens.end(), at) - kScreens.begin();
    for (auto i = here + direction;; i += direction) {
      const std::string& screen = kScreens[static_cast<std::size_t>(i)];
      const bool offer = screen == "modules-more" && direction > 0 && !any_more();
      if ((stretch(screen) == stretch(at) || open(stretch(screen))) && !offer) return screen;
    }
  }

  std::string forward() const {
    if (at == "intro") return words_offered ? "question-1" : along(1);
    if (is(at, "question-") && seen) return "result";
    if (at == "question-9" && more_offered) return "result";
    if (at == "claims-3" && seen) return "result";
    return along(1);
  }

  std::string backward() const {
    if (is_panel(at)) return panel_from;
    if (at == "question-1" && on.words)
      return claims.find_first_of("01234") != claims.npos ? "claims-3" : "modules-words";
    return along(-1);
  }

  bool go(const std::string& to) {
    if (is_panel(to) && !is_panel(at)) panel_from = at;
    if (is_page(to)) {
      if (!is_page(at)) news = !seen ? News::kResultReady : said() != shown ? News::kResultChanged : News::kNone;
      shown = said();
      seen = true;
    }
    words_offered |= to == "modules-words";
    more_offered |= to == "modules-more";
    at = to;
    missing = asking = more = false;
    return true;
  }

  /// The answer that the open screen asks for; none where nothing is asked.
  char* asked() {
    const auto number = [&] { return static_cast<std::size_t>(std::stoi(at.substr(at.find('-') + 1)) - 1); };
    if (is(at, "question-")) return &questions[number()];
    if (is(at, "claims-")) return &claims[number()];
    if (is(at, "profile-")) return &profile[number()];
    if (at == "role") return &place[0];
    return at == "context" ? &market[0] : nullptr;
  }

  bool next() {
    if (at == "ticks") return go(forward());
    const char* answer = asked();
    if (!answer) return false;
    if (*answer == '.' && !(is(at, "question-") && seen)) return missing = true;
    return go(forward());
  }

  bool skip() {
    if (at == "modules-words") return go("question-1");
    if (at == "modules-more") return go("result");
    if (at == "ticks") {
      excuses = "--------";
    } else if (char* answer = asked()) {
      *answer = '.';
    } else {
      return false;
    }
    return go(forward());
  }

  bool wipe() {
    if (!asking) return false;
    const Modules kept = on;
    *this = Model();
    on = kept;
    news = News::kWiped;
    return true;
  }

  /// "q1.l2", "w1.unknown", "fear1.l0", "excuses.e3", "market.unique", "place.middle".
  bool choose(const std::string& id) {
    const std::string group = id.substr(0, id.find('.')), what = id.substr(id.find('.') + 1);
    const char level = what == "unknown" ? '?' : what[1];
    missing = false;
    if (group == "excuses") {
      char& tick = excuses[static_cast<std::size_t>(what[1] - '1')];
      return tick = tick == '-' ? 'x' : '-', true;
    }
    if (group == "market") return market = what[0], true;
    if (group == "place") return place = what[0], true;
    if (group[0] == 'q') {
      char& answer = questions[static_cast<std::size_t>(group[1] - '1')];
      if (seen && answer != level) news = News::kResultChanged;
      return answer = level, true;
    }
    if (group[0] == 'w') return claims[static_cast<std::size_t>(group[1] - '1')] = level, true;
    const auto& items = klantgedreven().profile.items;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (items[i].id == group) return profile[i] = level, true;
    }
    return false;
  }

  bool act(const std::string& id) {
    news = News::kNone;
    const std::string name = id.substr(id.find('.') + 1);
    if (id == "nav.start") {
      at = "intro";  // wherever it is pressed
      return go(forward());
    }
    if (id == "nav.begin") return is(at, "modules-") && go(along(1));
    if (id == "nav.next") return next();
    if (id == "nav.skip") return skip();
    if (id == "nav.back") return at != "intro" && !is_page(at) && go(backward());
    if (id == "nav.edit") return go("question-1");
    if (id == "nav.more") return more = !more, true;
    if (id == "share.step") return with_step = !with_step, true;
    if (id == "share.poll") return with_code = !with_code, true;
    if (id == "files.appendix") return appendix = !appendix, true;
    if (id == "nav.restart") return asking = true;
    if (id == "nav.cancel") return asking && (asking = false, true);
    if (id == "nav.wipe") return wipe();
    if (is(id, "strip.")) return go("question-" + name.substr(1));
    if (is(id, "go.") || is(id, "tab.")) return go(name);
    return choose(id);
  }
};

std::vector<std::string> all_ids() {
  std::vector<std::string> ids = {"nav.start", "nav.edit",   "nav.restart",    "nav.wipe",     "nav.cancel",
                                  "nav.more",  "share.step", "files.appendix", "place.middle", "place.leadership"};
  for (int i = 0; i < 60; ++i) ids.insert(ids.end(), {"nav.next", "nav.next", "nav.back"});
  for (int i = 0; i < 16; ++i) ids.insert(ids.end(), {"nav.skip", "nav.begin"});
  for (const std::string& screen : kScreens) ids.push_back("go." + screen);
  for (const std::string& screen : sample::kResultScreens) ids.push_back("tab." + screen);
  for (const char* what : {"market.unique", "market.cheapest", "market.neither"}) ids.emplace_back(what);
  for (int i = 1; i <= 8; ++i) ids.push_back("excuses.e" + std::to_string(i));
  const auto levels = [&](const std::string& id) {
    for (const char* level : {".unknown", ".l0", ".l1", ".l2", ".l3", ".l4"}) ids.push_back(id + level);
  };
  for (const Question& question : klantgedreven().questions) {
    levels(question.id);
    ids.push_back("strip." + question.id);
  }
  for (const Claim& claim : klantgedreven().claims.questions) levels(claim.id);
  for (const ProfileItem& item : klantgedreven().profile.items) levels(item.id);
  return ids;
}

std::string excuses_of(const Answers& answers) {
  std::string out = "--------";
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = answers.ticks[0] >> i & 1 ? 'x' : '-';
  return out;
}

std::string market_of(const Session& session) {
  if (!session.context_answered()) return ".";
  const int context = session.answers().context;
  return context < 0 ? "n" : klantgedreven().context.choices[static_cast<std::size_t>(context)].id.substr(0, 1);
}

TEST(Actions, RandomWalksFollowTheModel) {
  const std::vector<std::string> ids = all_ids();
  std::mt19937 random(11);
  for (int walk = 0; walk < 320; ++walk) {
    Session session(klantgedreven());
    Model model;
    model.on = {walk % 2 == 0, walk / 2 % 2 == 0, walk / 4 % 2 == 0, walk / 8 % 2 == 0};
    session.set_modules(model.on);
    std::string path;
    for (int step = 0; step < 200; ++step) {
      // Mostly what an open question asks, so that walks get somewhere.
      std::string id = ids[random() % ids.size()];
      if (const char* answer = model.asked(); answer && *answer == '.' && random() % 4 == 0) {
        const View view = build_view(session, {});
        for (const Node& node : view.nodes) {
          if (node.kind == Kind::kRadio && random() % 3 == 0) id = node.id;
        }
      }
      path += id + " ";
      const std::string before = where(session);
      ASSERT_EQ(session.act(id), model.act(id)) << path;
      ASSERT_EQ(where(session), model.at) << path;
      ASSERT_EQ(pattern_of(session.answers()), model.questions) << path;
      ASSERT_EQ(pattern_of(session.answers().claims), model.claims) << path;
      ASSERT_EQ(pattern_of(session.answers().profile), model.profile) << path;
      ASSERT_EQ(excuses_of(session.answers()), model.excuses) << path;
      ASSERT_EQ(market_of(session), model.market) << path;
      const bool placed = session.role() != Role::kNone;
      ASSERT_EQ(placed ? kRoleIds[static_cast<std::size_t>(session.role())].substr(0, 1) : ".", model.place) << path;
      ASSERT_EQ(session.result_seen(), model.seen) << path;
      ASSERT_EQ(session.missing(), model.missing) << path;
      ASSERT_EQ(session.confirming(), model.asking) << path;
      ASSERT_EQ(session.more(), model.more) << path;
      ASSERT_EQ(session.with_step(), model.with_step) << path;
      ASSERT_EQ(session.with_code(), model.with_code) << path;
      ASSERT_EQ(session.appendix(), model.appendix) << path;
      ASSERT_EQ(session.news(), model.news) << path;
      if (id != "nav.wipe") {
        ASSERT_EQ(session.moved(), where(session) != before) << path;
      }
    }
  }
}

}  // namespace
}  // namespace kk
