// The record is what web/shared/record.js describes: JSON that names every node, and boxes that cover what is drawn.
#include "paint/record.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "paint/painter.h"
#include "states.h"

namespace kk {
namespace {

using nlohmann::json;

json record_of(const View& view, const Layout& layout, const Fonts& fonts, float scale = 1, int sequence = 1) {
  std::string out;
  write_record(view, layout, fonts, scale, sequence, out);
  EXPECT_TRUE(json::accept(out)) << out.substr(0, 400);
  return json::parse(out);
}

json record_of(Painter& painter, const View& view, float width = 720, int sequence = 1) {
  return record_of(view, painter.lay_out(view, width, 1), painter.fonts(), painter.scale(), sequence);
}

const json& node(const json& record, const std::string& id) {
  for (const json& each : record["nodes"]) {
    if (each["id"] == id) return each;
  }
  static const json none;
  ADD_FAILURE() << "no " << id;
  return none;
}

std::u16string utf16(const std::string& utf8) {
  std::u16string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto c = static_cast<unsigned char>(utf8[i]);
    const int length = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    unsigned code = length == 1 ? c : c & (0xFFu >> (length + 1));
    for (int k = 1; k < length; ++k)
      code = code << 6 | (static_cast<unsigned char>(utf8[i + static_cast<std::size_t>(k)]) & 0x3F);
    if (code >= 0x10000) {
      out += static_cast<char16_t>(0xD7C0 + (code >> 10));
      out += static_cast<char16_t>(0xDC00 + (code & 0x3FF));
    } else {
      out += static_cast<char16_t>(code);
    }
    i += static_cast<std::size_t>(length);
  }
  return out;
}

TEST(Record, SaysWhatTheViewSays) {
  Painter painter;
  Session session = sample::session({.screen = "question-3"});
  session.act("nav.next");
  const json record = record_of(painter, build_view(session, {}), 720, 42);
  EXPECT_EQ(record["seq"], 42);
  EXPECT_EQ(record["screen"], "question-3");
  EXPECT_EQ(record["lang"], "nl");
  EXPECT_EQ(record["title"], "Klantkompas: vraag 3 van 9");
  EXPECT_EQ(record["say"], "Kies een antwoord, of sla de vraag over.");
  EXPECT_EQ(record["height"], std::ceil(painter.height()));
  EXPECT_FALSE(record.contains("focus"));
  EXPECT_EQ(node(record, "q3")["by"], "question-3.h");
  EXPECT_EQ(node(record, "q3")["desc"], "question-3.message");
  EXPECT_EQ(node(record, "q3")["inv"], 1);
  EXPECT_EQ(node(record, "question-3.h")["lvl"], 1);
  session.act("q3.l2");
  EXPECT_EQ(node(record_of(painter, build_view(session, {})), "q3.l2")["on"], 1);
}

TEST(Record, HoldsOnlyWhatItsReaderKnows) {
  const std::set<std::string> members = {"id",  "p",   "k",   "c", "t", "b", "n", "lvl", "by", "desc", "on",
                                         "cur", "off", "inv", "r", "x", "l", "f", "exp", "e",  "g",    "w"};
  const std::set<std::string> tops = {"seq", "screen", "phase", "i",     "n",      "lang", "title",
                                      "say", "theme",  "code",  "focus", "height", "nodes"};
  Painter painter;
  std::size_t largest = 0;
  for (const auto& [name, session, sending, team] : all_states("nl")) {
    const json record = record_of(painter, build_view(session, {.width = 500}), 500);
    largest = std::max(largest, record.dump().size());
    for (const auto& [key, value] : record.items()) EXPECT_TRUE(tops.count(key)) << key;
    ASSERT_LE(record["nodes"].size(), 6000u);
    int index = 0;
    for (const json& each : record["nodes"]) {
      for (const auto& [key, value] : each.items()) {
        EXPECT_TRUE(members.count(key)) << key;
        EXPECT_FALSE(value.is_string() && value.get<std::string>().empty()) << key << " is written though empty";
        EXPECT_FALSE(key != "p" && key != "exp" && value.is_number() && value == 0) << key << " is written though 0";
      }
      const int parent = each.value("p", -1);
      EXPECT_TRUE(parent >= -1 && parent < index++) << name;
      EXPECT_LE(each.value("t", "").size(), 4000u);
    }
  }
  EXPECT_LT(largest, 1u << 20);
}

TEST(Record, RoundsBoxesOutward) {
  Painter painter;
  for (const float scale : {1.f, 1.1f, 1.25f, 2.f}) {
    painter.set_scale(scale);
    for (const std::string& screen : sample::kScreens) {
      const View view = sample::view(sample::with_modules("133444444", screen, "nl", 1), 700 / scale);
      const Layout& layout = painter.lay_out(view, 700, 1);
      const json record = record_of(view, layout, painter.fonts(), scale);
      for (std::size_t i = 0; i < view.nodes.size(); ++i) {
        const json& n = record["nodes"][i];
        ASSERT_EQ(n.contains("r"), view.nodes[i].drawn) << view.nodes[i].id;
        if (!view.nodes[i].drawn) continue;
        const Placed& p = layout.nodes[i];
        const auto r = n["r"].get<std::vector<double>>();
        ASSERT_EQ(r.size(), 4u);
        for (const double each : r) EXPECT_EQ(each, std::floor(each)) << view.nodes[i].id << ": whole pixels";
        constexpr double kFloat = 0.01;
        EXPECT_LE(r[0], p.box.x * scale + kFloat);
        EXPECT_LE(r[1], p.box.y * scale + kFloat);
        EXPECT_GE(r[0] + r[2], p.box.right() * scale - kFloat);
        EXPECT_GE(r[1] + r[3], p.box.bottom() * scale - kFloat);
        const bool control = n["k"] == "button" || n["k"] == "radio" || n["k"] == "checkbox" || n["k"] == "switch";
        const bool in_a_sentence = view.nodes[i].look == Look::kTerm;  // WCAG 2.5.8: as high as its line
        EXPECT_GE(r[3], (in_a_sentence ? 24 : control ? 44 : 0) * scale - kFloat) << view.nodes[i].id;
        if (p.lines.empty()) continue;
        // The text stands where it is drawn, however the box was rounded.
        EXPECT_NEAR(r[0] + n["x"][0].get<double>(), (p.box.x + p.text_x) * scale, 0.02) << view.nodes[i].id;
        EXPECT_NEAR(r[1] + n["x"][1].get<double>(), (p.box.y + p.text_y) * scale, 0.02) << view.nodes[i].id;
        EXPECT_EQ(n["f"][0].get<double>(), std::round(p.rule.type.size * scale));
        EXPECT_EQ(n["f"][2], p.rule.type.weight);
      }
    }
  }
}

TEST(Record, CountsLinesInUtf16) {
  Painter painter;
  for (const std::string& screen : sample::kScreens) {
    const View view = sample::view(sample::with_modules("133444444", screen, "nl", 1), 320);
    const Layout& layout = painter.lay_out(view, 320, 1);
    const json record = record_of(view, layout, painter.fonts());
    for (std::size_t i = 0; i < view.nodes.size(); ++i) {
      const std::vector<Line>& lines = layout.nodes[i].lines;
      const json& n = record["nodes"][i];
      ASSERT_EQ(n.value("l", json::array()).size(), lines.empty() ? 0 : lines.size() - 1);
      for (std::size_t k = 1; k < lines.size(); ++k) {
        EXPECT_EQ(n["l"][k - 1], utf16(view.nodes[i].text.substr(0, static_cast<std::size_t>(lines[k].begin))).size());
      }
    }
  }
}

TEST(Record, CountsAccentsAndEmojiAsJavaScriptDoes) {
  const Painter painter;
  View view;
  Node& text = view.nodes.emplace_back();
  text.id = "a";
  text.kind = Kind::kParagraph;
  text.look = Look::kBody;
  text.text = "één 😀 ’x’ €";
  text.bold = static_cast<int>(std::string("één 😀").size());
  Layout layout;
  layout.nodes.resize(1);
  const int second = static_cast<int>(std::string("één 😀 ").size()),
            third = static_cast<int>(std::string("één 😀 ’x’ ").size());
  layout.nodes[0].lines = {
      {0, second - 1, 10}, {second, third - 1, 10}, {third, static_cast<int>(text.text.size()), 10}};
  const json record = record_of(view, layout, painter.fonts());
  EXPECT_EQ(record["nodes"][0]["b"], 6);
  EXPECT_EQ(record["nodes"][0]["l"], (json{7, 11}));
  EXPECT_EQ(record["nodes"][0]["t"], text.text);
}

TEST(Record, EscapesWhatJsonNeeds) {
  const Painter painter;
  View view;
  Node& text = view.nodes.emplace_back();
  text.id = "a";
  text.kind = Kind::kParagraph;
  text.text = "\"\\\b\f\n\r\t\x01</script>\xE2\x80\xA8";
  view.title = text.text;
  Layout layout;
  layout.nodes.resize(1);
  const json record = record_of(view, layout, painter.fonts());
  EXPECT_EQ(record["nodes"][0]["t"], text.text);
  EXPECT_EQ(record["title"], text.text);
}

}  // namespace
}  // namespace kk
