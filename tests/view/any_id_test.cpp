// Ids and languages are the author's: whatever they are, they meet nothing of the page's own.
#include <algorithm>
#include <set>

#include "author/read/questionnaire.h"
#include "support/sample.h"
#include "support/view_properties.h"

namespace kk {
namespace {

/// All ids of the questionnaire that has everything of the format, as they stand in its file.
std::vector<std::string> ids_in(const std::string& json) {
  std::vector<std::string> ids;
  for (std::size_t at = json.find("\"id\""); at != json.npos; at = json.find("\"id\"", at + 1)) {
    const std::size_t open = json.find('"', json.find(':', at) + 1), close = json.find('"', open + 1);
    const std::string id = json.substr(open + 1, close - open - 1);
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  }
  return ids;
}

/// Every name that the page's own ids are made of, and some that a programmer would choose.
std::vector<std::string> page_names() {
  std::set<std::string> names = {"lead",
                                 "order",
                                 "list",
                                 "causes",
                                 "t",
                                 "h",
                                 "neither",
                                 "unknown",
                                 "l0",
                                 "l1",
                                 "nav",
                                 "view",
                                 "doubt",
                                 "none",
                                 "auto",
                                 "text",
                                 "next",
                                 "step",
                                 "i",
                                 "ask",
                                 "hint",
                                 "message",
                                 std::string(32, 'a')};
  sample::for_each_session([&](const Session& session, const std::string& name) {
    if (!name.starts_with("nl 133444444")) return;
    for (const Node& node : build_view(session, {}).nodes) {
      std::string part;
      for (const char c : node.id + ".") {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
          part += c;
        } else {
          if (!part.empty() && part[0] >= 'a') names.insert(part);
          part.clear();
        }
      }
    }
  });
  return {names.begin(), names.end()};
}

/// Each id in quotes by another, all at once, so that none is changed twice.
std::string renamed(const std::string& json, const std::vector<std::string>& from, const std::vector<std::string>& to) {
  std::string out;
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t open = json.find('"', at);
    const std::size_t close = open == json.npos ? json.npos : json.find('"', open + 1);
    if (close == json.npos) return out + json.substr(at);
    std::string text = json.substr(open + 1, close - open - 1);
    const auto found = std::find(from.begin(), from.end(), text);
    if (found != from.end()) text = to[static_cast<std::size_t>(found - from.begin())];
    out += json.substr(at, open - at) + '"' + text + '"';
    at = close + 1;
  }
  return out;
}

void expect_sound(const std::string& json, const std::string& what) {
  SCOPED_TRACE(what);
  const Questionnaire questionnaire = sample::checked(json);
  test::Chance chance(1);
  for (int round = 0; round < 2; ++round) {
    test::require_views(questionnaire, test::any_answers(questionnaire, chance), true);
  }
}

const std::string kJson = sample::read_file(KK_TESTS_DIR "/cases/every_field.json");

constexpr std::size_t kEvery = kIsSanitized ? 18 : 1;  ///< of the pages' names

TEST(AnyId, MayBeOneOfThePages) {
  // Ids that conditions, words of the format and texts use too would change more than the id.
  std::vector<std::string> ids;
  for (const std::string& id : ids_in(kJson)) {
    const std::string one = renamed(kJson, {id}, {"zzz_" + id});
    if (!has_errors(read_questionnaire(one).problems)) ids.push_back(id);
  }
  ASSERT_GT(ids.size(), 20u);
  const std::vector<std::string> names = page_names();
  ASSERT_GT(names.size(), ids.size());
  std::size_t accepted = 0;
  for (std::size_t shift = 0; shift < names.size(); shift += kEvery) {
    std::vector<std::string> to;
    for (std::size_t i = 0; i < ids.size(); ++i) to.push_back(names[(i + shift) % names.size()]);
    // Those that conditions use for something else stay as they are.
    for (std::size_t i = 0; i < ids.size(); ++i) {
      for (const char* word :
           {"overall", "stage", "claims", "profile", "context", "ticks", "parameters", "max", "section", "topic"}) {
        if (to[i] == word) to[i] = ids[i];
      }
    }
    const std::string json = renamed(kJson, ids, to);
    if (has_errors(read_questionnaire(json).problems)) continue;
    ++accepted;
    expect_sound(json, "from " + names[shift]);
  }
  EXPECT_GT(accepted, names.size() / kEvery / 2);
}

TEST(AnyId, MayBeAsLongAsAllowed) {
  const std::vector<std::string> ids = ids_in(kJson);
  std::vector<std::string> from, to;
  for (const std::string& id : ids) {
    const std::string longer = id + std::string(32 - id.size(), 'x');
    if (has_errors(read_questionnaire(renamed(kJson, {id}, {longer})).problems)) continue;
    from.push_back(id);
    to.push_back(longer);
  }
  ASSERT_GT(from.size(), 20u);
  expect_sound(renamed(kJson, from, to), "32 characters");
}

TEST(AnyLanguage, HasItsScreens) {
  for (const char* tag : {"de", "nl-BE", "pt-BR", "en-GB", "zh-Hant-TW", "nl-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd"}) {
    const Questionnaire& q = sample::klantgedreven();
    for (const std::string& language : q.languages) {
      const std::string json = renamed(sample::klantgedreven_json(), {language}, {tag});
      expect_sound(json, tag);
      const Questionnaire other = sample::checked(json);
      Session session(other);
      ASSERT_TRUE(session.act("lang." + language_id(other, static_cast<std::size_t>(q.language_index(language)))));
      EXPECT_EQ(other.languages[static_cast<std::size_t>(session.language())], tag);
      const std::string shown = build_view(session, {}).language;
      EXPECT_TRUE(shown == tag || shown == "en") << shown;
    }
  }
}

TEST(LongAddress, DoesNotKillTheScreenForAuthors) {
  Session session(sample::klantgedreven());
  ASSERT_TRUE(session.act("go.embed"));
  for (const std::size_t size : {100u, 3'900u, 8'000u, 8'192u, 8'193u, 100'000u, 2'000'000u}) {
    for (const char* way : {"embed.way-iframe", "embed.way-script", "embed.way-wordpress"}) {
      session.act(way);
      for (const char c : {'a', '\''}) {
        const std::string address = "https://example.org/?" + std::string(size - 21, c);
        for (const bool oembed : {false, true}) {
          const View view = build_view(session, {.page = {.address = address, .oembed = oembed}});
          test::require_record(view);
          const bool is_whole = sample::text(view, "embed.text").find(std::string(size - 21, 'a')) != std::string::npos;
          EXPECT_EQ(is_whole, c == 'a' && size <= 8'192) << size << way;
        }
      }
    }
  }
}

}  // namespace
}  // namespace kk
