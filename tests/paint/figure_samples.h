// Figures as the screens make them, of any size.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/phrase.h"
#include "view/figure.h"

namespace kk {

inline constexpr const char* kStages[] = {"Toevallig", "Verkennend", "Bouwend", "Sturend", "Verankerd",
                                          "Zesde",     "Zevende",    "Achtste", "Negende"};

inline LadderFigure ladder(int stages, int final, int score, double at, const char* brake = "Rem: leiding") {
  LadderFigure figure;
  figure.final_stage = final;
  figure.score_stage = score;
  figure.score = at;
  for (int i = 1; i <= stages; ++i) {
    figure.names.push_back(kStages[i - 1]);
    figure.ticks.push_back(100 * (i - 1) / stages);
  }
  figure.ticks.push_back(100);
  figure.score_number = number(static_cast<int>(at + 0.5));
  const bool same = final == score;
  figure.you = same ? "Jullie zitten hier, score " + figure.score_number : "Jullie zitten hier";
  if (!same) figure.score_words = "Score " + figure.score_number, figure.brake = brake;
  figure.head = "Fase";
  return figure;
}

/// With the one of this index open.
inline std::vector<Bar> some_bars(int count, int open = -1) {
  std::vector<Bar> bars;
  const char* const names[] = {"Overtuiging", "Inzicht", "Mensen en middelen", "Een deel met een naam die niet past"};
  for (int i = 0; i < count; ++i) {
    Bar bar;
    bar.label = names[i % 4];
    bar.points = 100.0 * i / std::max(1, count - 1);
    bar.value = number(static_cast<int>(bar.points));
    bar.stage = 1 + i % 5;
    if (i == open) bar.open = true, bar.value = "te weinig antwoorden";
    bars.push_back(bar);
  }
  return bars;
}

inline BarsFigure bars(int count, int open = -1) { return {some_bars(count, open), {0, 20, 40, 60, 80, 100}, 66.7}; }
inline RadarFigure radar(int count) { return {some_bars(count), {0, 20, 40, 60, 80, 100}}; }
inline TrackFigure track(bool open = false) { return {some_bars(1, open ? 0 : -1).front(), {0, 20, 40, 60, 80, 100}}; }

inline OrderFigure order(int links, bool narrow) {
  OrderFigure figure;
  const char* const names[] = {"leiding en doelen", "klantbeeld, kanalen, gegevens", "team en werkwijze", "tools"};
  for (int i = 0; i < links; ++i) {
    OrderFigure::Link link;
    link.label = names[i % 4];
    link.level = i % 5;
    link.value = narrow ? number(i % 5) : "niveau " + number(i % 5);
    link.weak = i == 0;
    if (i == 2) link.level = -1, link.value = narrow ? "?" : "weet ik niet";
    figure.links.push_back(link);
  }
  return figure;
}

inline CellsFigure cells(int count) {
  CellsFigure figure;
  for (int i = 0; i < count; ++i) figure.cells.push_back({i + 1, i % 4 == 0});
  return figure;
}

inline ProgressFigure progress(int count, int sections) {
  using State = ProgressFigure::State;
  ProgressFigure figure;
  for (int i = 0; i < count; ++i) {
    const State state = i % 3 == 0 ? State::kAnswered : i % 3 == 1 ? State::kSkipped : State::kOpen;
    figure.parts.push_back({i * sections / count, state, i == count / 2});
  }
  return figure;
}

inline DumbbellFigure dumbbell(int sections) {
  DumbbellFigure figure;
  figure.ticks = {0, 20, 40, 60, 80, 100};
  for (const Bar& bar : some_bars(sections, 1)) {
    figure.rows.push_back({bar.label, bar.open ? bar.value : "daad " + bar.value + ", woord 100", bar.points,
                           100 - bar.points, bar.open});
  }
  return figure;
}

inline CausesFigure causes(double awareness, double resources) {
  CausesFigure figure;
  figure.limit = 40;
  figure.limit_words = "knelt vanaf 40";
  figure.bars = {{"Tekort overtuiging", number(static_cast<int>(awareness)), awareness},
                 {"Tekort inzicht, mensen en middelen", number(static_cast<int>(resources)), resources}};
  return figure;
}

inline MirrorFigure mirror(int count) {
  MirrorFigure figure;
  figure.bands = {"nauwelijks", "soms", "vaak", "sterk"};
  const char* const names[] = {"Terugdeinzen bij tegenslag", "Kritiek afwijzen", "Niet naar buiten kijken",
                               "Geen ruimte geven"};
  for (int i = 0; i < count; ++i) {
    Bar bar;
    bar.label = names[i % 4];
    bar.points = 100.0 - 100.0 * i / std::max(1, count - 1);
    bar.value = number(static_cast<int>(bar.points)) + " nauwelijks";
    bar.marked = i == 0;
    if (i == 3) bar.open = true, bar.value = "te weinig antwoorden";
    figure.bars.push_back(bar);
  }
  return figure;
}

inline StagesFigure stages(int count, int before, int now) {
  StagesFigure figure;
  for (int i = 0; i < count; ++i) figure.names.push_back(kStages[i]);
  figure.before = before;
  figure.now = now;
  figure.before_words = "toen";
  figure.now_words = "nu";
  figure.both_words = "toen en nu";
  figure.head = "Fase";
  return figure;
}

/// Parts with 0 to 5 answers, of which some cannot be compared.
inline ChangesFigure changes(int parts, int top = 4) {
  ChangesFigure figure;
  figure.ticks = {0, 20, 40, 60, 80, 100};
  const char* const names[] = {"1 Leiding", "2 Hele organisatie", "3 Kanalen en klantreizen", "4 Klantgegevensbeheer"};
  for (const Bar& bar : some_bars(parts, parts == 1 ? -1 : 1)) {
    ChangesFigure::Part part;
    part.label = bar.label;
    part.open = bar.open;
    part.before = bar.points;
    part.now = 100 - bar.points;
    part.value = bar.open ? "– → 100" : bar.value + " → 100";
    if (!bar.open) part.change = {static_cast<int>(part.now - part.before), "100"};
    const int answers = (static_cast<int>(figure.parts.size()) * 3 + 3) % 6;
    for (int i = 0; i < answers; ++i) {
      ChangesFigure::Answer answer;
      answer.label = names[i % 4];
      answer.top = top;
      answer.before = i % 5 == 4 ? -1 : i % (top + 1);
      answer.now = i % 4 == 3 ? -1 : (i + figure.parts.empty()) % (top + 1);
      const bool both = answer.before >= 0 && answer.now >= 0;
      const int difference = both ? answer.now - answer.before : 0;
      answer.change = {difference, !both ? "onbekend" : difference == 0 ? "gelijk" : number(std::abs(difference))};
      part.answers.push_back(answer);
    }
    figure.parts.push_back(part);
  }
  return figure;
}

inline StairsFigure stairs(int stages) { return {stages, kStages[0], kStages[stages - 1]}; }

}  // namespace kk
