// What a figure draws in words, whichever it is.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "view/view.h"

namespace kk::test {

/// A name and the number or words beside it; either may be empty.
using Drawn = std::pair<std::string, std::string>;

struct FigureTexts {
  std::vector<Drawn> operator()(const StairsFigure& f) const { return {{f.first, ""}, {f.last, ""}}; }
  std::vector<Drawn> operator()(const LadderFigure& f) const {
    std::vector<Drawn> out;
    for (const std::string& name : f.names) out.emplace_back(name, "");
    for (const std::string* words : {&f.you, &f.score_words, &f.score_number, &f.brake, &f.head}) {
      out.emplace_back("", *words);
    }
    return out;
  }
  std::vector<Drawn> operator()(const BarsFigure& f) const { return rows(f.bars); }
  std::vector<Drawn> operator()(const TrackFigure& f) const { return {{f.bar.label, f.bar.value}}; }
  std::vector<Drawn> operator()(const RadarFigure& f) const { return rows(f.axes); }
  std::vector<Drawn> operator()(const DumbbellFigure& f) const { return rows(f.rows); }
  std::vector<Drawn> operator()(const CausesFigure& f) const {
    std::vector<Drawn> out = rows(f.bars);
    out.emplace_back("", f.limit_words);
    return out;
  }
  std::vector<Drawn> operator()(const MirrorFigure& f) const {
    std::vector<Drawn> out = rows(f.bars);
    for (const std::string& band : f.bands) out.emplace_back("", band);
    return out;
  }
  std::vector<Drawn> operator()(const SharesFigure& f) const { return rows(f.rows); }
  std::vector<Drawn> operator()(const OrderFigure& f) const { return rows(f.links); }
  std::vector<Drawn> operator()(const CellsFigure& f) const {
    std::vector<Drawn> out;
    for (const auto& cell : f.cells) out.emplace_back(std::to_string(cell.number), "");
    return out;
  }
  std::vector<Drawn> operator()(const ProgressFigure&) const { return {}; }
  std::vector<Drawn> operator()(const LiveFigure&) const { return {}; }
  std::vector<Drawn> operator()(const KeyFigure&) const { return {}; }
  std::vector<Drawn> operator()(const DotsFigure& f) const { return {{"", f.words}}; }
  std::vector<Drawn> operator()(const StepFigure&) const { return {}; }
  std::vector<Drawn> operator()(const StagesFigure& f) const {
    std::vector<Drawn> out;
    for (const std::string& name : f.names) out.emplace_back(name, "");
    for (const std::string* words : {&f.before_words, &f.now_words, &f.both_words, &f.head})
      out.emplace_back("", *words);
    return out;
  }
  std::vector<Drawn> operator()(const ChangesFigure& f) const {
    std::vector<Drawn> out;
    for (const auto& part : f.parts) {
      out.emplace_back(part.label, part.value);
      out.emplace_back("", part.change.words);
      for (const auto& answer : part.answers) out.emplace_back(answer.label, answer.change.words);
    }
    return out;
  }

  std::vector<Drawn> operator()(const OwnFigure&) const { return {}; }  // team/lanes.h

 private:
  template <typename Rows>
  static std::vector<Drawn> rows(const Rows& rows) {
    std::vector<Drawn> out;
    for (const auto& row : rows) out.emplace_back(row.label, row.value);
    return out;
  }
};

inline std::vector<Drawn> figure_texts(const Figure& figure) { return std::visit(FigureTexts(), figure); }
/// Of what a node draws; nothing where it draws nothing.
inline std::vector<Drawn> figure_texts(const Node& node) {
  return node.figure ? figure_texts(*node.figure) : std::vector<Drawn>();
}

/// The picture that a node draws; null where it is another one, or none.
template <typename Picture>
const Picture* picture(const Node* node) {
  return node ? std::get_if<Picture>(node->figure.get()) : nullptr;
}

}  // namespace kk::test
