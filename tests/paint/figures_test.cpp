// Figures: as high as the design has them, inside their box, and never one word over another.
#include "paint/figures/figures.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "figure_samples.h"
#include "frame.h"

namespace kk {
namespace {

constexpr Fold kWide{}, kNarrow{true, false}, kTiny{true, true};

constexpr float kRadarWidth = 480 - 2 * 24;  // in narrower widgets it gives way to bars

/// What a figure gets in a widget of this many px less its padding.
Fold fold_of(float width) { return {width < 552, width < 328}; }

TEST(Figures, AreAsHighAsTheDesignHasThem) {
  Frame frame;
  const auto height = [&](const Figure& figure, float width, const Fold& fold) {
    return figure_height(figure, width, fold, frame.fonts());
  };
  EXPECT_EQ(height(stairs(5), 216, kWide), 148);
  EXPECT_EQ(height(stairs(5), 168, kWide), 148);
  EXPECT_EQ(height(stairs(5), 328, kNarrow), 100);
  EXPECT_EQ(height(ladder(5, 2, 4, 66.7), 656, kWide), 140);
  EXPECT_EQ(height(ladder(5, 2, 4, 66.7), 328, kNarrow), 137);
  EXPECT_EQ(height(ladder(5, 2, 4, 66.7), 288, kTiny), 137);
  EXPECT_EQ(height(ladder(5, 3, 3, 50), 656, kWide), 118);
  EXPECT_EQ(height(bars(3), 656, kWide), 120);
  EXPECT_EQ(height(track(), 328, kNarrow), 12);
  EXPECT_EQ(height(order(4, false), 656, kWide), 60);
  EXPECT_EQ(height(order(4, true), 328, kNarrow), 98);
  EXPECT_EQ(height(cells(9), 656, kWide), 40);
  EXPECT_EQ(height(cells(9), 328, kNarrow), 36);
  EXPECT_EQ(height(cells(9), 288, kTiny), 0);
  EXPECT_EQ(height(progress(9, 3), 656, kWide), 8);
  EXPECT_EQ(height(LiveFigure{}, 96, kWide), 8);
  EXPECT_EQ(height(KeyFigure{}, 14, kWide), 14);
  EXPECT_EQ(height(stages(5, 2, 3), 656, kWide), 118);
}

void expect_no_overlap(const std::vector<DrawnText>& texts) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const Box &a = texts[i].box, &b = texts[j].box;
      const bool over =
          a.x < b.right() - 0.1f && b.x < a.right() - 0.1f && a.y < b.bottom() - 0.1f && b.y < a.bottom() - 0.1f;
      EXPECT_FALSE(over) << '"' << texts[i].text << "\" lies over \"" << texts[j].text << '"';
    }
  }
}

/// Every text inside the figure's box and none over another; returns them.
std::vector<DrawnText> texts_in_place(const Frame& frame, const Figure& figure, float width, const Fold& fold) {
  const Box box{7, 9, width, figure_height(figure, width, fold, frame.fonts())};
  std::vector<DrawnText> texts;
  figure_texts(figure, box, fold, frame.fonts(), texts);
  for (const DrawnText& text : texts) {
    EXPECT_GE(text.box.x, box.x - 0.1f) << text.text;
    EXPECT_GE(text.box.y, box.y - 0.1f) << text.text;
    EXPECT_LE(text.box.right(), box.right() + 0.1f) << text.text;
    EXPECT_LE(text.box.bottom(), box.bottom() + 0.1f) << text.text;
  }
  expect_no_overlap(texts);
  return texts;
}

TEST(Figures, LadderHasRoomForEveryPairOfStages) {
  Frame frame;
  for (const float width : {256.0f, 288.0f, 328.0f, 528.0f, 552.0f, 656.0f, 736.0f}) {
    const Fold fold = fold_of(width);
    for (int stages = 2; stages <= 9; ++stages) {
      for (int score = 1; score <= stages; ++score) {
        for (int final = 1; final <= score; ++final) {
          for (const double part : {0.0, 0.5, 0.999}) {
            const double at = 100 * (score - 1 + part) / stages;
            SCOPED_TRACE(testing::Message()
                         << width << " px, " << stages << " stages, final " << final << ", score " << at);
            const LadderFigure figure = ladder(stages, final, score, at, "Rem: mensen en middelen");
            const auto texts = texts_in_place(frame, figure, width, fold);
            const float plot = 7 + (fold.narrow ? 0 : 184);
            std::vector<Box> pills;  // their texts come before the names and the brake
            for (const DrawnText& text : texts) {
              const bool pill = text.text == figure.you || text.text == figure.score_words ||
                                (text.text == figure.score_number && text.box.y < texts.back().box.y - 60);
              if (pill) pills.push_back({text.box.x - 8, text.box.y - 2, text.box.w + 16, 24});
            }
            ASSERT_EQ(pills.size(), final == score ? 1u : 2u);
            for (const Box& pill : pills) {
              EXPECT_GE(pill.x, plot - 0.1f);
              EXPECT_LE(pill.right(), 7 + width + 0.1f);
              EXPECT_GE(pill.y, 9);
            }
            const Box &you = pills.front(), &sign = pills.back();
            const bool beside = you.right() + 3 <= sign.x || sign.right() + 3 <= you.x;
            EXPECT_TRUE(pills.size() == 1 || beside || sign.bottom() + 3 <= you.y);
          }
        }
      }
    }
  }
}

TEST(Figures, StagesThenAndNowHaveRoomForEveryPair) {
  Frame frame;
  for (const float width : {256.0f, 288.0f, 328.0f, 528.0f, 552.0f, 656.0f, 736.0f}) {
    const Fold fold = fold_of(width);
    const float plot = 7 + (fold.narrow ? 0 : 184);
    for (int count = 2; count <= 9; ++count) {
      for (int before = 1; before <= count; ++before) {
        for (int now = 1; now <= count; ++now) {
          SCOPED_TRACE(testing::Message() << width << " px, " << count << " stages, " << before << " to " << now);
          const auto texts = texts_in_place(frame, stages(count, before, now), width, fold);
          std::vector<Box> pills;
          for (const DrawnText& text : texts) {
            const bool is_pill = text.text == "toen" || text.text == "nu" || text.text == "toen en nu";
            if (is_pill) pills.push_back({text.box.x - 8, text.box.y - 2, text.box.w + 16, 24});
          }
          ASSERT_EQ(pills.size(), before == now ? 1u : 2u);
          for (const Box& pill : pills) {
            EXPECT_GE(pill.x, plot - 0.1f);
            EXPECT_LE(pill.right(), 7 + width + 0.1f);
            EXPECT_GE(pill.y, 9);
          }
          const Box &a = pills.front(), &b = pills.back();
          const bool beside = a.right() + 3 <= b.x || b.right() + 3 <= a.x;
          EXPECT_TRUE(pills.size() == 1 || beside || a.bottom() + 3 <= b.y || b.bottom() + 3 <= a.y);
        }
      }
    }
  }
}

/// Rings and discs of one row: where then and now stand.
TEST(Figures, OfAnAnswerThenIsARingAndNowIsFilled) {
  Frame frame;
  for (int before = -1; before <= 4; ++before) {
    for (int now = -1; now <= 4; ++now) {
      ChangesFigure figure = changes(1);
      figure.parts[0].open = true;
      figure.parts[0].answers.resize(1);
      figure.parts[0].answers[0].before = before;
      figure.parts[0].answers[0].now = now;
      std::vector<Shape> shapes;
      figure_shapes(figure, {0, 0, 328, 0}, kNarrow, frame.fonts(), shapes);
      float ring = -1, disc = -1;
      std::vector<float> stops;
      int ways = 0;
      for (const Shape& shape : shapes) {
        if (shape.kind == Shape::Kind::kCircle) {
          if (shape.box.w == 14) (shape.fill == Ink::kText ? disc : ring) = shape.box.middle_x();
          if (shape.box.w == 6) stops.push_back(shape.box.middle_x());
        }
        ways += shape.kind == Shape::Kind::kLine && shape.width == 4;
      }
      ASSERT_EQ(stops.size(), 5u);
      EXPECT_EQ(ring, before < 0 ? -1 : stops[static_cast<std::size_t>(before)]);
      EXPECT_EQ(disc, now < 0 ? -1 : stops[static_cast<std::size_t>(now)]);
      EXPECT_EQ(ways, before >= 0 && now >= 0 && before != now);
    }
  }
}

TEST(Figures, ChangesWithoutAnswersNameEachPartOnce) {
  Frame frame;
  ChangesFigure figure;
  figure.ticks = {0, 20, 40, 60, 80, 100};
  for (const char* name : {"Samen", "Inzicht"})
    figure.parts.push_back({name, "33 → 58", {25, "25"}, 33, 58, false, {}});
  for (const float width : {656.0f, 328.0f}) {
    std::vector<DrawnText> texts;
    figure_texts(figure, {0, 0, width, 0}, fold_of(width), frame.fonts(), texts);
    const auto named = [](const DrawnText& each) { return each.text == "Samen"; };
    EXPECT_EQ(std::count_if(texts.begin(), texts.end(), named), 1) << width;
  }
}

TEST(Figures, LadderShowsWhatFits) {
  Frame frame;
  const auto has = [&](const Figure& figure, float width, const char* text) {
    std::vector<DrawnText> texts;
    figure_texts(figure, {0, 0, width, 0}, fold_of(width), frame.fonts(), texts);
    return std::any_of(texts.begin(), texts.end(), [&](const DrawnText& each) { return each.text == text; });
  };
  EXPECT_TRUE(has(ladder(5, 2, 4, 66.7), 656, "Score 67"));
  EXPECT_FALSE(has(ladder(5, 2, 3, 41), 328, "Score 41"));
  EXPECT_TRUE(has(ladder(5, 2, 3, 41), 328, "41"));
  EXPECT_TRUE(has(ladder(5, 2, 4, 66.7), 656, "Toevallig"));
  EXPECT_FALSE(has(ladder(5, 2, 4, 66.7), 328, "Toevallig"));  // narrow: the two that matter
  EXPECT_TRUE(has(ladder(5, 2, 4, 66.7), 328, "Verkennend"));
  EXPECT_TRUE(has(ladder(5, 2, 4, 66.7), 656, "Fase"));
  EXPECT_TRUE(has(ladder(5, 2, 4, 66.7), 656, "Rem: leiding"));
}

TEST(Figures, TextsOfAllFiguresStayInPlaceAtAnyWidth) {
  Frame frame;
  for (float width = 256; width <= 736; width += 16) {
    SCOPED_TRACE(testing::Message() << width << " px");
    const Fold fold = fold_of(width);
    for (int n = 1; n <= 9; ++n) {
      SCOPED_TRACE(testing::Message() << n << " rows");
      if (!fold.narrow) texts_in_place(frame, bars(n), width, fold);  // else a bar stands under each name
      if (!fold.narrow) texts_in_place(frame, bars(n, n - 1), width, fold);
      texts_in_place(frame, order(n, fold.narrow), width, fold);
      texts_in_place(frame, dumbbell(n), width, fold);
      texts_in_place(frame, changes(n), width, fold);
      texts_in_place(frame, changes(n, 1), width, fold);
      texts_in_place(frame, mirror(n), width, fold);
      if (n >= 3 && n <= 8 && width >= kRadarWidth) texts_in_place(frame, bars(n), width, fold);
      texts_in_place(frame, stairs(n), width, fold);
      texts_in_place(frame, stairs(n), std::min(width, 168.0f), fold);
    }
    for (const double part : {0., 39.5, 100.}) {
      texts_in_place(frame, causes(part, 100 - part), width, fold);
    }
    for (const int n : {1, 9, 10, 15, 16, 31, 60}) texts_in_place(frame, cells(n), width, fold);
  }
}

TEST(Figures, AMirrorHasRoomForLabelsOfSeveralLines) {
  Frame frame;
  MirrorFigure figure;
  figure.bands = {"zelden", "soms", "vaak", "bijna altijd"};
  for (const char* label :
       {"Terugdeinzen bij tegenslag", "Kort", "Een naam van een oorzaak die over drie regels loopt", "Kort"}) {
    figure.bars.emplace_back();
    figure.bars.back().label = label;
    figure.bars.back().value = "50 soms";
    figure.bars.back().points = 50;
    figure.bars.back().marked = true;
  }
  texts_in_place(frame, figure, 656, kWide);
}

TEST(Figures, UnevenStageLimitsLeaveOutTicksThatDoNotFit) {
  Frame frame;
  BarsFigure figure = bars(3);
  figure.ticks = {0, 1, 2, 50, 99, 100};
  const auto texts = texts_in_place(frame, figure, 656, kWide);
  EXPECT_EQ(texts.back().text, "100");
}

TEST(Figures, AreDrawnInsideTheirBox) {
  for (const auto& screen : {std::pair(1.0f, 1.0f), {1.25f, 1.0f}, {2.0f, 1.0f}, {1.0f, 1.5f}}) {
    Frame frame(screen.first, screen.second);  // density, scale
    Canvas canvas = frame.canvas();
    const float device = screen.first * screen.second;
    const auto draw = [&](const Figure& figure, float width, const Fold& fold, float around, float under,
                          float appear) {
      const Box box{40, 50, width, figure_height(figure, width, fold, frame.fonts())};
      frame.clear();
      draw_figure(canvas, figure, box, fold, appear);
      if (frame.vertices() == 0) return;
      const Box drawn = frame.drawn();
      const float slack = 1.5f / device + around;
      SCOPED_TRACE(testing::Message() << "figure " << figure.index() << " in " << width << " px at " << device);
      EXPECT_GE(drawn.x, box.x - slack);
      EXPECT_GE(drawn.y, box.y - slack);
      EXPECT_LE(drawn.right(), box.right() + slack);
      EXPECT_LE(drawn.bottom(), box.bottom() + slack + under);
      EXPECT_LT(frame.vertices(), 20000);  // 16-bit indices, all of a screen in one list
    };
    for (float width = 256; width <= 736; width += 48) {
      const Fold fold = fold_of(width);
      for (const float appear : {0.0f, 0.4f, 1.0f}) {
        draw(ladder(5, 2, 4, 66.7), width, fold, 0, 0, appear);
        draw(ladder(9, 1, 2, 12), width, fold, 0, 0, appear);
        if (!fold.narrow) draw(bars(4, 1), width, fold, 0, 0, appear);
        draw(track(), width, fold, 0, 0, appear);
        draw(track(true), width, fold, 0, 0, appear);
        draw(stairs(7), width, fold, 0, 0, appear);
        draw(dumbbell(3), width, fold, 0, 0, appear);
        draw(stages(5, 2, 3), width, fold, 0, 0, appear);
        draw(stages(9, 8, 1), width, fold, 0, 0, appear);
        draw(changes(4), width, fold, 6, 0, appear);  // dots begin left of their words
        draw(causes(0, 100), width, fold, 0, 0, appear);
        draw(mirror(4), width, fold, 0, 0, appear);
        if (width >= kRadarWidth) draw(bars(3), width, fold, 0, 0, appear);
      }
      draw(order(4, fold.narrow), width, fold, 4, 0, 1);  // the ring around the weak link
      draw(order(9, fold.narrow), width, fold, 4, 0, 1);
      for (const int n : {9, 22, 60, 400}) {
        if (n <= kMostCells) draw(cells(n), width, fold, 0, 0, 1);
        draw(progress(n, 3), width, fold, 0, 5, 1);  // the line under the current one
        draw(progress(n, 9), width, fold, 0, 5, 1);
      }
    }
    LiveFigure live;
    for (const auto& [from, to] : {std::pair(0, 100), {28, 72}, {0, 0}, {50, 50}, {100, 100}}) {
      live.low = from;
      live.high = to;
      draw(live, 96, kWide, 0, 0, 1);
    }
    draw(KeyFigure{}, 14, kWide, 0, 0, 1);
  }
}

TEST(Figures, DotsShowALevelOrWords) {
  Frame frame;
  Canvas canvas = frame.canvas();
  DotsFigure figure{.value = -1, .top = 4, .brake = false, .words = {}};
  std::vector<DrawnText> texts;
  for (const float width : {88.0f, 110.0f, 130.0f}) {
    for (figure.value = 0; figure.value <= 4; ++figure.value) {
      frame.clear();
      draw_figure(canvas, figure, {20, 30, width, 20}, {}, 1);
      const Box drawn = frame.drawn();
      EXPECT_GE(drawn.x, 20 - 2);
      EXPECT_LE(drawn.right(), 20 + width + 2);
      EXPECT_GE(drawn.y, 30);
      EXPECT_LE(drawn.bottom(), 50);
    }
  }
  figure.value = 2;
  figure_texts(figure, {20, 30, 130, 20}, kWide, frame.fonts(), texts);
  EXPECT_TRUE(texts.empty());
  figure.value = -1;
  figure.words = "weet ik niet";
  figure_texts(figure, {20, 30, 130, 20}, kWide, frame.fonts(), texts);
  ASSERT_EQ(texts.size(), 1u);
  EXPECT_EQ(texts[0].text, "weet ik niet");
  EXPECT_EQ(texts[0].box.x, 26);  // where the text above it begins
}

/// How much of the width of a progress bar is filled with this ink, and with how many shapes it is drawn.
std::pair<float, std::size_t> inked(const Frame& frame, const Figure& figure, float width, Ink ink) {
  std::vector<Shape> shapes;
  figure_shapes(figure, {0, 0, width, 8}, fold_of(width), frame.fonts(), shapes);
  float sum = 0;
  for (const Shape& shape : shapes) {
    if (shape.fill == ink) sum += shape.box.w;
  }
  return {sum, shapes.size()};
}

TEST(Figures, ProgressOfALongListCostsNoMoreThanItsWidth) {
  Frame frame;
  for (const float width : {256.0f, 656.0f}) {
    using State = ProgressFigure::State;
    ProgressFigure figure = progress(1000, 10);
    for (auto& part : figure.parts) part.state = State::kOpen, part.current = false;
    const auto [room, empty] = inked(frame, figure, width, Ink::kBorder);
    EXPECT_EQ(empty, 10u);
    for (std::size_t i = 0; i < 350; ++i) figure.parts[i].state = State::kAnswered;
    figure.parts[350].current = true;
    EXPECT_NEAR(inked(frame, figure, width, Ink::kAccent).first, room * 0.35f, 5);
    EXPECT_EQ(inked(frame, figure, width, Ink::kAccent).second,
              10u + 4 + 1);  // sections, four of them filled, this one
    EXPECT_NEAR(inked(frame, figure, width, Ink::kText).first, 4, 2);
    for (std::size_t i = 0; i < figure.parts.size(); ++i) {
      figure.parts[i].state = i % 3 ? State::kAnswered : State::kOpen;
    }
    EXPECT_LE(inked(frame, figure, width, Ink::kAccent).second, 10u + static_cast<std::size_t>(width / 4) + 1);
  }
}

TEST(Figures, OfAStepRingTheNextLevel) {
  Frame frame;
  for (int value = -1; value <= 4; ++value) {
    std::vector<Shape> shapes;
    figure_shapes(StepFigure{.number = 1, .value = value, .top = 4}, {0, 0, 110, 20}, kWide, frame.fonts(), shapes);
    const auto drawn = [&](Ink fill, Ink stroke) {
      return std::count_if(shapes.begin(), shapes.end(), [&](const Shape& shape) {
        return shape.kind == Shape::Kind::kCircle && shape.fill == fill && shape.stroke == stroke;
      });
    };
    EXPECT_EQ(drawn(Ink::kText, Ink::kNone), value >= 0) << value;
    EXPECT_EQ(drawn(Ink::kSurface, Ink::kAccent), value >= 0 && value < 4) << value;
  }
}

}  // namespace
}  // namespace kk
