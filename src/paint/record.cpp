#include "paint/record.h"

#include <cassert>
#include <cmath>
#include <initializer_list>
#include <vector>

#include "base/json_writer.h"

namespace kk {
namespace {

constexpr float kTarget = 44;  // least height of anything that can be pressed

/// Writes members of an open object; strings, numbers and flags that are empty or 0 are left out.
struct Members {
  JsonWriter& json;

  void text(std::string_view key, std::string_view value) const {
    if (!value.empty()) json.name(key).text(value);
  }
  void number(std::string_view key, int value) const {
    if (value != 0) json.name(key).whole(value);
  }
};

void write_numbers(JsonWriter& json, std::initializer_list<float> values) {
  for (const float value : values) json.hundredths(std::lround(value * 100));
}

void write_list(JsonWriter& json, std::string_view key, std::initializer_list<float> values) {
  json.name(key).open('[');
  write_numbers(json, values);
  json.close(']');
}

/// JavaScript counts UTF-16 units: one for each UTF-8 lead byte, two for those of four bytes.
int utf16_length(std::string_view utf8) {
  int units = 0;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) units += byte >= 0xF0 ? 2 : 1;
  }
  return units;
}

bool pressable(Kind kind) {
  return kind == Kind::kButton || kind == Kind::kSwitch || kind == Kind::kRadio || kind == Kind::kCheckbox ||
         kind == Kind::kAnchor;
}

int corner_bits(const Corners& corners) {
  return corners.top_left | corners.top_right << 1 | corners.bottom_right << 2 | corners.bottom_left << 3;
}

/// A shape as numbers (web/widget/drawing.js): kind, x, y, then what the kind needs; inks by their place in Ink.
void write_shape(JsonWriter& json, const Shape& shape, const Fonts& fonts) {
  const Box& box = shape.box;
  json.open('[');
  json.whole(static_cast<int>(shape.kind));
  switch (shape.kind) {
    case Shape::Kind::kRect:
    case Shape::Kind::kCircle:
    case Shape::Kind::kLine:
      write_numbers(json, {box.x, box.y, box.w, box.h, shape.radius});
      json.whole(corner_bits(shape.corners));
      json.whole(static_cast<int>(shape.fill));
      json.whole(static_cast<int>(shape.stroke));
      write_numbers(json, {shape.width});
      json.whole(shape.dashed);
      break;
    case Shape::Kind::kText: {
      const float anchor = shape.align == Align::kLeft ? 0 : shape.align == Align::kCenter ? box.w / 2 : box.w;
      write_numbers(json, {box.x + anchor, box.y + fonts.baseline(shape.type), shape.type.size});
      json.whole(shape.type.weight >= 600 ? 600 : 400);
      json.whole(static_cast<int>(shape.align));
      json.whole(static_cast<int>(shape.fill));
      json.text(shape.text);
      break;
    }
    case Shape::Kind::kIcon:
      write_numbers(json, {box.x, box.y, box.w});
      json.whole(static_cast<int>(shape.icon));
      json.whole(static_cast<int>(shape.stroke));
      break;
  }
  json.close(']');
}

void write_drawing(JsonWriter& json, const Node& node, const Placed& placed, const Width& width, const Fonts& fonts) {
  // Stairs, progress and live range are in the page before the WASM: styles draw them there, from the text alone.
  if (node.look == Look::kStairs || node.look == Look::kProgress || node.look == Look::kLive) return;
  const auto place = drawing_of(node, placed, width);
  if (!place) return;
  std::vector<Shape> shapes;
  const Box at_origin{0, 0, place->w, place->h};
  figure_shapes(*node.figure, at_origin, width.fold(), fonts, shapes);
  json.name("g").open('[');
  write_numbers(json, {at_origin.w, at_origin.h});
  json.open('[');
  for (const Shape& shape : shapes) write_shape(json, shape, fonts);
  json.close(']');
  json.close(']');
}

void write_geometry(JsonWriter& json, const Node& node, const Placed& placed, float scale) {
  Box box = placed.box;
  float text_y = placed.text_y;
  // A word in a sentence is little higher than its line: more would take the press that was meant for the option around
  // it.
  const float least = node.look == Look::kTerm ? 24 : kTarget;
  if (pressable(node.kind) && box.h < least) {
    const float more = (least - box.h) / 2;
    box.y -= more;
    box.h += 2 * more;
    text_y += more;
  }
  const float x = std::floor(box.x * scale), y = std::floor(box.y * scale);
  write_list(json, "r", {x, y, std::ceil(box.right() * scale) - x, std::ceil(box.bottom() * scale) - y});
  if (placed.lines.empty()) return;
  write_list(json, "x", {box.x * scale - x + placed.text_x * scale, box.y * scale - y + text_y * scale});
  const Type& type = placed.rule.type;
  write_list(json, "f", {std::round(type.size * scale), type.line * scale, static_cast<float>(type.weight)});
  if (placed.lines.size() < 2) return;
  json.name("l").open('[');
  for (std::size_t i = 1; i < placed.lines.size(); ++i) {
    json.whole(utf16_length(std::string_view(node.text).substr(0, static_cast<std::size_t>(placed.lines[i].begin))));
  }
  json.close(']');
}

}  // namespace

void write_record(const View& view, const Layout& layout, const Fonts& fonts, float scale, int sequence,
                  std::string& out) {
  assert(layout.nodes.size() == view.nodes.size() && scale > 0 && sequence > 0);
  const Width width{layout.width};
  JsonWriter json(out);
  const Members record{json};
  json.open('{');
  record.number("seq", sequence);
  record.text("screen", view.screen);
  record.text("phase", view.progress.phase);
  record.number("i", view.progress.question);
  record.number("n", view.progress.questions);
  record.text("lang", view.language);
  record.text("title", view.title);
  record.text("say", view.say);
  record.text("theme", view.theme);
  record.number("code", view.code);
  record.text("focus", view.focus);
  json.name("height").whole(std::lround(std::ceil(layout.height * scale)));
  json.name("nodes").open('[');
  for (std::size_t i = 0; i < view.nodes.size(); ++i) {
    const Node& node = view.nodes[i];
    json.open('{');
    record.text("id", node.id);
    json.name("p").whole(node.parent);
    record.text("k", kKindNames[static_cast<std::size_t>(node.kind)]);
    record.text("c", kLookNames[static_cast<std::size_t>(node.look)]);
    record.text("t", node.text);
    record.number("b", utf16_length(std::string_view(node.text).substr(0, static_cast<std::size_t>(node.bold))));
    record.number(
        "e", utf16_length(std::string_view(node.text).substr(node.text.size() - static_cast<std::size_t>(node.tail))));
    record.text("n", node.name);
    record.text("lang", node.language);
    record.text("w", node.goes_with);
    record.text("u", node.link);
    record.number("lvl", node.level);
    record.text("by", node.labelled_by);
    record.text("desc", node.described_by);
    record.number("on", node.checked);
    record.number("cur", node.current);
    record.number("off", node.disabled);
    record.number("inv", node.invalid);
    if (node.expanded >= 0) json.name("exp").whole(node.expanded);
    if (node.drawn) write_geometry(json, node, layout.nodes[i], scale);
    write_drawing(json, node, layout.nodes[i], width, fonts);
    json.close('}');
  }
  json.close(']');
  json.close('}');
}

}  // namespace kk
