#include "paint/record.h"

#include <cassert>
#include <cmath>

#include "base/json_writer.h"

namespace kk {
namespace {

constexpr float kTarget = 44;  // least height of anything that can be pressed

/// Writes members of the open object; strings, numbers and flags that are empty or 0 are left out.
class Members {
 public:
  explicit Members(std::string& out) : out_(out) { out_ += '{'; }
  void close() { out_ += '}'; }
  void text(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    name(key);
    append_json_string(out_, value);
  }
  void number(std::string_view key, int value) {
    if (value == 0) return;
    name(key);
    append_int(out_, value);
  }
  std::string& raw(std::string_view key) {
    name(key);
    return out_;
  }

 private:
  void name(std::string_view key) {
    if (!first_) out_ += ',';
    first_ = false;
    out_ += '"';
    out_ += key;
    out_ += "\":";
  }
  std::string& out_;
  bool first_ = true;
};

void append_numbers(std::string& out, std::initializer_list<float> values) {
  out += '[';
  bool first = true;
  for (const float value : values) {
    if (!first) out += ',';
    first = false;
    append_hundredths(out, std::lround(value * 100));
  }
  out += ']';
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
void append_shape(std::string& out, const Shape& shape, const Fonts& fonts) {
  const auto number = [&](float value) {
    out += ',';
    append_hundredths(out, std::lround(value * 100));
  };
  const auto ink = [&](Ink each) {
    out += ',';
    append_int(out, static_cast<int>(each));
  };
  const Box& box = shape.box;
  out += '[';
  append_int(out, static_cast<int>(shape.kind));
  switch (shape.kind) {
    case Shape::Kind::kRect:
    case Shape::Kind::kCircle:
    case Shape::Kind::kLine:
      for (const float value : {box.x, box.y, box.w, box.h, shape.radius}) number(value);
      out += ',';
      append_int(out, corner_bits(shape.corners));
      ink(shape.fill);
      ink(shape.stroke);
      number(shape.width);
      out += shape.dashed ? ",1" : ",0";
      break;
    case Shape::Kind::kText: {
      const float anchor = shape.align == Align::kLeft ? 0 : shape.align == Align::kCenter ? box.w / 2 : box.w;
      number(box.x + anchor);
      number(box.y + fonts.baseline(shape.type));
      number(shape.type.size);
      out += shape.type.weight >= 600 ? ",600," : ",400,";
      append_int(out, static_cast<int>(shape.align));
      ink(shape.fill);
      out += ',';
      append_json_string(out, shape.text);
      break;
    }
    case Shape::Kind::kIcon:
      for (const float value : {box.x, box.y, box.w}) number(value);
      out += ',';
      append_int(out, static_cast<int>(shape.icon));
      ink(shape.stroke);
      break;
  }
  out += ']';
}

void append_drawing(Members& members, const Node& node, const Placed& placed, const Width& width, const Fonts& fonts) {
  // Stairs, progress and live range are in the page before the WASM: styles draw them there, from the text alone.
  if (node.look == Look::kStairs || node.look == Look::kProgress || node.look == Look::kLive) return;
  const auto place = drawing_of(node, placed, width);
  if (!place) return;
  std::vector<Shape> shapes;
  const Box at_origin{0, 0, place->w, place->h};
  figure_shapes(*node.figure, at_origin, width.fold(), fonts, shapes);
  std::string& out = members.raw("g");
  append_numbers(out, {at_origin.w, at_origin.h});
  out.back() = ',';
  out += '[';
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    if (i > 0) out += ',';
    append_shape(out, shapes[i], fonts);
  }
  out += "]]";
}

void append_geometry(Members& members, const Node& node, const Placed& placed, float scale) {
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
  append_numbers(members.raw("r"), {x, y, std::ceil(box.right() * scale) - x, std::ceil(box.bottom() * scale) - y});
  if (placed.lines.empty()) return;
  append_numbers(members.raw("x"), {box.x * scale - x + placed.text_x * scale, box.y * scale - y + text_y * scale});
  const Type& type = placed.rule.type;
  append_numbers(members.raw("f"), {std::round(type.size * scale), type.line * scale, static_cast<float>(type.weight)});
  if (placed.lines.size() < 2) return;
  std::string& out = members.raw("l");
  out += '[';
  for (std::size_t i = 1; i < placed.lines.size(); ++i) {
    if (i > 1) out += ',';
    append_int(out,
               utf16_length(std::string_view(node.text).substr(0, static_cast<std::size_t>(placed.lines[i].begin))));
  }
  out += ']';
}

}  // namespace

void write_record(const View& view, const Layout& layout, const Fonts& fonts, float scale, int sequence,
                  std::string& out) {
  assert(layout.nodes.size() == view.nodes.size() && scale > 0 && sequence > 0);
  const Width width{layout.width};
  Members record(out);
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
  append_int(record.raw("height"), std::lround(std::ceil(layout.height * scale)));
  record.raw("nodes") += '[';
  for (std::size_t i = 0; i < view.nodes.size(); ++i) {
    const Node& node = view.nodes[i];
    if (i > 0) out += ',';
    Members members(out);
    members.text("id", node.id);
    append_int(members.raw("p"), node.parent);
    members.text("k", kKindNames[static_cast<std::size_t>(node.kind)]);
    members.text("c", kLookNames[static_cast<std::size_t>(node.look)]);
    members.text("t", node.text);
    members.number("b", utf16_length(std::string_view(node.text).substr(0, static_cast<std::size_t>(node.bold))));
    members.number(
        "e", utf16_length(std::string_view(node.text).substr(node.text.size() - static_cast<std::size_t>(node.tail))));
    members.text("n", node.name);
    members.text("lang", node.language);
    members.text("w", node.goes_with);
    members.text("u", node.link);
    members.number("lvl", node.level);
    members.text("by", node.labelled_by);
    members.text("desc", node.described_by);
    members.number("on", node.checked);
    members.number("cur", node.current);
    members.number("off", node.disabled);
    members.number("inv", node.invalid);
    if (node.expanded >= 0) append_int(members.raw("exp"), node.expanded);
    if (node.drawn) append_geometry(members, node, layout.nodes[i], scale);
    append_drawing(members, node, layout.nodes[i], width, fonts);
    members.close();
  }
  out += ']';
  record.close();
}

}  // namespace kk
