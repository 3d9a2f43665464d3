#include "paint/figures/figures.h"

#include <algorithm>

#include "paint/figures/pen.h"

namespace kk {

void Pen::text(std::string_view text, float x, float y, const Type& type, Ink ink, Align align) {
  if (text.empty()) return;
  if (canvas_) canvas_->text(text, box_.x + x, box_.y + y, type, ink, align);
  if (!shapes_) return;
  const float width = fonts_.width(text, type);
  const float left = align == Align::kLeft ? x : align == Align::kCenter ? x - width / 2 : x - width;
  note({.kind = Shape::Kind::kText,
        .box = moved({left, y, width, type.line}),
        .fill = ink,
        .text = std::string(text),
        .type = type,
        .align = align});
}

float Pen::lines(std::string_view text, float x, float y, float width, const Type& type, Ink ink, Align align) {
  std::vector<Line> lines;
  fonts_.break_lines(text, 0, type, width, lines);
  for (const Line& line : lines) {
    this->text(text.substr(static_cast<std::size_t>(line.begin), static_cast<std::size_t>(line.end - line.begin)), x, y,
               type, ink, align);
    y += type.line;
  }
  return static_cast<float>(lines.size()) * type.line;
}

float Pen::label(std::string_view text, float x, float y, const Box& area, const Type& type, Ink ink) {
  const float half = measure(text, area.w, type).width / 2;
  return lines(text, std::clamp(x, area.x + half, std::max(area.x + half, area.right() - half)), y, area.w, type, ink,
               Align::kCenter);
}

Pen::Block Pen::measure(std::string_view text, float width, const Type& type) {
  fonts_.break_lines(text, 0, type, width, scratch_);
  Block block;
  block.height = static_cast<float>(scratch_.size()) * type.line;
  for (const Line& line : scratch_) {
    block.width = std::max(block.width, line.width);
    const auto end = static_cast<std::size_t>(line.end);
    if (end < text.size() && text[end] != ' ' && text[end - 1] != '-') block.cuts_word = true;
  }
  return block;
}

float Pen::longest_word(std::string_view text, const Type& type) const {
  float longest = 0;
  while (!text.empty()) {
    const std::size_t length = std::min(text.find(' '), text.size());
    longest = std::max(longest, fonts_.width(text.substr(0, length), type));
    text.remove_prefix(std::min(length + 1, text.size()));
  }
  return longest;
}

namespace {

float compose(Pen& pen, const OwnFigure& figure, const Fold& fold) { return figure.picture->compose(pen, fold); }

float compose_any(Pen& pen, const Figure& figure, const Fold& fold) {
  return std::visit([&](const auto& picture) { return compose(pen, picture, fold); }, figure);
}

}  // namespace

float figure_height(const Figure& figure, float width, const Fold& fold, const Fonts& fonts) {
  Pen pen(fonts, {0, 0, width, 0}, 1, nullptr, nullptr);
  return compose_any(pen, figure, fold);
}

void figure_shapes(const Figure& figure, const Box& box, const Fold& fold, const Fonts& fonts,
                   std::vector<Shape>& shapes) {
  Pen pen(fonts, box, 1, nullptr, &shapes);
  compose_any(pen, figure, fold);
}

void figure_texts(const Figure& figure, const Box& box, const Fold& fold, const Fonts& fonts,
                  std::vector<DrawnText>& texts) {
  std::vector<Shape> shapes;
  figure_shapes(figure, box, fold, fonts, shapes);
  for (const Shape& shape : shapes) {
    if (shape.kind == Shape::Kind::kText) texts.push_back({shape.text, shape.box, shape.type, shape.align});
  }
}

void draw_figure(Canvas& canvas, const Figure& figure, const Box& box, const Fold& fold, float appear) {
  Pen pen(canvas.fonts(), box, appear, &canvas, nullptr);
  compose_any(pen, figure, fold);
}

}  // namespace kk
