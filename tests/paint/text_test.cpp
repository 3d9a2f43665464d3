// Breaking text into lines: the canvas and the document must agree on every line, so the rules are exact.
#include "paint/text.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "frame.h"

namespace kk {
namespace {

std::vector<std::string> broken(const Fonts& fonts, std::string_view text, float width, int bold = 0,
                                Type type = kBodyType) {
  std::vector<Line> lines;
  fonts.break_lines(text, bold, type, width, lines);
  std::vector<std::string> out;
  for (const Line& line : lines) out.emplace_back(text.substr(line.begin, line.end - line.begin));
  return out;
}

using Lines = std::vector<std::string>;

struct Case {
  const char* name;
  const char* text;
  const char* fits;  ///< the width is that of this text
  Lines lines;
};

class BreakLines : public testing::TestWithParam<Case> {};

TEST_P(BreakLines, GivesTheseLines) {
  Frame frame;
  const float width = frame.fonts().width(GetParam().fits, kBodyType);
  EXPECT_EQ(broken(frame.fonts(), GetParam().text, width), GetParam().lines);
}

INSTANTIATE_TEST_SUITE_P(
    Table, BreakLines,
    testing::Values(Case{"fits", "aaa bbb", "aaa bbb", {"aaa bbb"}},  //
                    Case{"space", "aaa bbb ccc", "aaa bbb", {"aaa bbb", "ccc"}},
                    Case{"each_word", "aaa bbb ccc", "aaa", {"aaa", "bbb", "ccc"}},
                    Case{"spaces_at_a_break_take_no_room", "aaa   bbb", "aaa", {"aaa", "bbb"}},
                    Case{"trailing_space", "aaa ", "aaa", {"aaa"}}, Case{"empty", "", "aaa", {""}},
                    Case{"after_a_hyphen", "klant-gericht", "klant-geri", {"klant-", "gericht"}},
                    Case{"hyphen_and_space", "aa bb-cc dd", "aa bb-", {"aa bb-", "cc dd"}},
                    Case{"not_in_a_range", "tussen 10-20 jaar", "tussen 10-", {"tussen", "10-20 jaar"}},
                    Case{"not_before_a_minus", "en -5 i", "en -", {"en", "-5 i"}},
                    Case{"a_long_word_waits_for_its_own_line", "aa bbbbbbbb", "aa bbb", {"aa", "bbbbb", "bbb"}},
                    Case{"a_carried_word_may_fill_its_line", "i mmm", "i mm", {"i", "mm", "m"}},
                    Case{"a_long_word_alone_is_cut", "bbbbbbbb", "bbb", {"bbb", "bbb", "bb"}},
                    Case{"words_go_on_after_a_cut", "bbbbb cc", "bbb", {"bbb", "bb", "cc"}},
                    Case{"accents", "één één één", "één één", {"één één", "één"}},
                    Case{"hyphen_after_an_accent", "privé-adres", "privé-ad", {"privé-", "adres"}}),
    [](const testing::TestParamInfo<Case>& info) { return info.param.name; });

TEST(Text, ALineMayBeTooWideByOneUnitOfTheBrowsers) {
  Frame frame;
  const float width = frame.fonts().width("aaa bbb", kBodyType);
  EXPECT_EQ(broken(frame.fonts(), "aaa bbb", width - 1.0f / 64), (Lines{"aaa bbb"}));
  EXPECT_EQ(broken(frame.fonts(), "aaa bbb", width - 2.0f / 64), (Lines{"aaa", "bbb"}));
}

TEST(Text, BoldBytesAreMeasuredInTheBoldWeight) {
  Frame frame;
  const std::string text = "Begin hier: kies een doel";
  const int bold_bytes = 11;
  const float bold_width = frame.fonts().width(std::string_view(text).substr(0, bold_bytes), bold(kBodyType));
  const float width = bold_width + frame.fonts().width(std::string_view(text).substr(bold_bytes), kBodyType);
  std::vector<Line> lines;
  frame.fonts().break_lines(text, bold_bytes, kBodyType, width, lines);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_NEAR(lines[0].width, width, 0.01);
  frame.fonts().break_lines(text, bold_bytes, kBodyType, width - 1, lines);
  EXPECT_EQ(lines.size(), 2u);
  frame.fonts().break_lines(text, 0, kBodyType, width - 1, lines);
  EXPECT_EQ(lines.size(), 1u);
}

TEST(Text, TypesDifferInWidth) {
  Frame frame;
  EXPECT_GT(frame.fonts().width("Klant", kTitleType), frame.fonts().width("Klant", kBodyType));
  EXPECT_GT(frame.fonts().width("Klant", bold(kBodyType)), frame.fonts().width("Klant", kBodyType));
  EXPECT_EQ(frame.fonts().width("", kBodyType), 0);
}

std::string random_text(std::mt19937& random) {
  static const char* const kParts[] = {"a",   "klant", "gedreven", " ",  " ",   " ",        "-", "’s",
                                       "één", "1",     "20",       "mm", "wiw", ".",        ",", "ü",
                                       "€",   "😀",     "漢字",     "  ", "ijs", "onderzoek"};
  std::string text;
  for (int i = static_cast<int>(random() % 20); i >= 0; --i) text += kParts[random() % std::size(kParts)];
  return text;
}

bool starts_character(const std::string& text, int at) {
  return at >= static_cast<int>(text.size()) ||
         (static_cast<unsigned char>(text[static_cast<std::size_t>(at)]) & 0xC0) != 0x80;
}

TEST(Text, LinesOfAnyTextKeepTheRules) {
  for (const float scale : {1.0f, 1.25f, 2.0f}) {
    Frame frame(1, scale);
    std::mt19937 random(7);
    for (int i = 0; i < 400; ++i) {
      const std::string text = random_text(random);
      const float width = 20 + static_cast<float>(random() % 200);
      const int bold_bytes = random() % 2 ? 0 : static_cast<int>(text.find(' ') + 1);
      SCOPED_TRACE(testing::Message() << "\"" << text << "\" in " << width << " at " << scale);
      std::vector<Line> lines;
      frame.fonts().break_lines(text, bold_bytes, kBodyType, width, lines);
      ASSERT_FALSE(lines.empty());
      EXPECT_EQ(lines.back().end, static_cast<int>(text.find_last_not_of(' ') + 1));
      int before = 0;
      for (const Line& line : lines) {
        EXPECT_LE(line.width, width + 0.02f);
        EXPECT_LE(line.begin, line.end);
        EXPECT_TRUE(starts_character(text, line.begin));
        EXPECT_TRUE(starts_character(text, line.end));
        for (int at = before; at < line.begin; ++at)
          EXPECT_EQ(text[static_cast<std::size_t>(at)], ' ');  // nothing is lost
        before = line.end;
      }
    }
  }
}

TEST(Text, ACutWordLeavesAtLeastOneCharacterALine) {
  Frame frame;
  EXPECT_EQ(broken(frame.fonts(), "mé€", 1), (Lines{"m", "é", "€"}));
}

TEST(Text, BalancingKeepsTheNumberOfLinesAndNoLoneWordThatCanBeAvoided) {
  Frame frame;
  const Type type = kDisplayType;
  for (const std::string text :
       {"Hoe goed kennen jullie je doelgroepen?", "Hoe klantgedreven zijn jullie echt?",
        "Weten jullie of jullie dienst beter wordt door wat klanten jullie vertellen?", "Leiding"}) {
    for (float width = 180; width < 700; width += 6.6f) {
      SCOPED_TRACE(testing::Message() << text << " in " << width);
      std::vector<Line> plain, balanced, tried;
      frame.fonts().break_lines(text, 0, type, width, plain);
      frame.fonts().balance_lines(text, type, width, balanced);
      ASSERT_EQ(balanced.size(), plain.size());
      const auto lone = [&](const std::vector<Line>& lines) {
        return lines.size() > 1 && text.find(' ', static_cast<std::size_t>(lines.back().begin)) == std::string::npos;
      };
      bool avoidable = false;
      for (float narrower = width; narrower > 20; --narrower) {
        frame.fonts().break_lines(text, 0, type, narrower, tried);
        if (tried.size() > plain.size()) break;
        avoidable = avoidable || !lone(tried);
      }
      EXPECT_FALSE(avoidable && lone(balanced));
      for (const Line& line : balanced) EXPECT_LE(line.width, width + 0.02f);
    }
  }
}

TEST(Text, TheBaselineIsWhereCssPutsIt) {
  Frame frame;
  // Ascent and descent rounded, the rest of the line height halved: (24 - (15 + 4)) / 2, rounded down.
  EXPECT_EQ(frame.fonts().text_top(kBodyType), 2);
}

TEST(Text, PixelsAreWholeAndFollowTheRootFont) {
  Frame frame(2, 1.25f);
  EXPECT_EQ(frame.fonts().pixels(kBodyType), 20);
  EXPECT_EQ(frame.fonts().pixels(kSmallType), 18);  // 17.5
}

}  // namespace
}  // namespace kk
