// Figures as the screens make them, of any size.
#pragma once

#include <algorithm>
#include <string>

#include "base/phrase.h"
#include "view/node.h"

namespace kk {

inline constexpr const char* kStages[] = {"Toevallig", "Verkennend", "Bouwend", "Sturend", "Verankerd",
                                          "Zesde",     "Zevende",    "Achtste", "Negende"};

inline Figure ladder(int stages, int final, int score, double at, const char* brake = "Rem: leiding") {
  Figure figure;
  figure.first = final;
  figure.second = score;
  figure.at = at;
  const std::string shown = number(static_cast<int>(at + 0.5));
  for (int i = 1; i <= stages; ++i) {
    Mark mark;
    mark.label = kStages[i - 1];
    mark.tone = i;
    mark.current = i == final || i == score;
    if (i == score) mark.value = shown;
    figure.marks.push_back(mark);
    figure.ticks.push_back(100 * (i - 1) / stages);
  }
  figure.ticks.push_back(100);
  const bool same = final == score;
  figure.labels = {same ? "Jullie zitten hier, score " + shown : "Jullie zitten hier", same ? "" : "Score " + shown,
                   same ? "" : brake, "Fase"};
  return figure;
}

inline Figure bars(int count, int unknown = -1) {
  Figure figure;
  figure.at = 66.7;
  figure.ticks = {0, 20, 40, 60, 80, 100};
  const char* const names[] = {"Overtuiging", "Inzicht", "Mensen en middelen", "Een deel met een naam die niet past"};
  for (int i = 0; i < count; ++i) {
    Mark mark;
    mark.label = names[i % 4];
    mark.at = 100.0 * i / std::max(1, count - 1);
    mark.value = number(static_cast<int>(mark.at));
    mark.tone = 1 + i % 5;
    if (i == unknown) mark.state = MarkState::kUnknown, mark.value = "te weinig antwoorden";
    figure.marks.push_back(mark);
  }
  return figure;
}

inline Figure order(int links, bool narrow) {
  Figure figure;
  const char* const names[] = {"leiding en doelen", "klantbeeld, kanalen, gegevens", "team en werkwijze", "tools"};
  for (int i = 0; i < links; ++i) {
    Mark mark;
    mark.label = names[i % 4];
    mark.tone = 1 + i % 5;
    mark.value = narrow ? number(i % 5) : "niveau " + number(i % 5);
    if (i == 0) mark.state = MarkState::kWeak;
    if (i == 2) mark.state = MarkState::kUnknown, mark.value = narrow ? "?" : "weet ik niet";
    figure.marks.push_back(mark);
  }
  return figure;
}

inline Figure cells(int count) {
  Figure figure;
  for (int i = 0; i < count; ++i) {
    Mark mark;
    mark.label = number(i + 1);
    if (i % 4 == 0) mark.state = MarkState::kOn;
    figure.marks.push_back(mark);
  }
  return figure;
}

inline Figure progress(int count, int sections) {
  Figure figure;
  for (int i = 0; i < count; ++i) {
    Mark mark;
    mark.tone = 1 + i * sections / count;
    mark.current = i == count / 2;
    mark.state = i % 3 == 0 ? MarkState::kOn : i % 3 == 1 ? MarkState::kSkipped : MarkState::kNone;
    figure.marks.push_back(mark);
  }
  return figure;
}

inline Figure dumbbell(int sections) {
  Figure figure = bars(sections, 1);
  for (Mark& mark : figure.marks) {
    mark.to = 100 - mark.at;
    if (mark.state != MarkState::kUnknown) mark.value = "daad " + mark.value + ", woord 100";
  }
  return figure;
}

inline Figure causes(double awareness, double resources) {
  Figure figure;
  figure.ticks = {0, 40, 100};
  figure.labels = {"knelt vanaf 40"};
  const std::pair<const char*, double> rows[] = {{"Tekort overtuiging", awareness},
                                                 {"Tekort inzicht, mensen en middelen", resources}};
  for (const auto& [label, at] : rows) {
    Mark mark;
    mark.label = label;
    mark.at = at;
    mark.value = number(static_cast<int>(at));
    figure.marks.push_back(mark);
  }
  return figure;
}

inline Figure mirror(int count) {
  Figure figure;
  figure.labels = {"nauwelijks", "soms", "vaak", "sterk"};
  const char* const names[] = {"Terugdeinzen bij tegenslag", "Kritiek afwijzen", "Niet naar buiten kijken",
                               "Geen ruimte geven"};
  for (int i = 0; i < count; ++i) {
    Mark mark;
    mark.label = names[i % 4];
    mark.at = 100.0 - 100.0 * i / std::max(1, count - 1);
    mark.value = number(static_cast<int>(mark.at)) + " nauwelijks";
    if (i == 0) mark.state = MarkState::kBrake;
    if (i == 3) mark.state = MarkState::kUnknown, mark.value = "te weinig antwoorden";
    figure.marks.push_back(mark);
  }
  return figure;
}

inline Figure stairs(int stages) {
  Figure figure;
  for (int i = 1; i <= stages; ++i) {
    Mark mark;
    mark.tone = i;
    mark.label = number(i);
    figure.marks.push_back(mark);
  }
  figure.labels = {kStages[0], kStages[stages - 1]};
  return figure;
}

}  // namespace kk
