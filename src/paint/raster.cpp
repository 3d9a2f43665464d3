#include "paint/raster.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "imgui.h"

namespace kk {
namespace {

constexpr int kPixelsAtOnce = 1 << 17;

using Pixel = std::uint32_t;  // ABGR, as ImGui packs colours and as little-endian RGBA reads

int alpha_of(Pixel p) { return static_cast<int>(p >> 24); }
int channel(Pixel p, int shift) { return static_cast<int>(p >> shift & 255); }

/// `source` over `target`, neither premultiplied.
void blend(Pixel& target, Pixel source) {
  const int a = alpha_of(source);
  if (a == 0) return;
  const int below = alpha_of(target);
  if (a == 255 || below == 0) {
    target = source;
    return;
  }
  if (below == 255) {
    const Pixel t = static_cast<Pixel>(a + (a >> 7));  // 0 to 256
    const Pixel rb = target & 0xFF00FF, g = target & 0x00FF00;
    target = 0xFF000000 | ((rb + ((((source & 0xFF00FF) - rb) * t) >> 8)) & 0xFF00FF) |
             ((g + ((((source & 0x00FF00) - g) * t) >> 8)) & 0x00FF00);
    return;
  }
  const int left = below * (255 - a) / 255, out = a + left;
  Pixel mixed = static_cast<Pixel>(out) << 24;
  for (int shift = 0; shift < 24; shift += 8) {
    const int value = (channel(source, shift) * a + channel(target, shift) * left) / out;
    mixed |= static_cast<Pixel>(std::min(value, 255)) << shift;
  }
  target = mixed;
}

Pixel times(Pixel a, Pixel b) {
  if (a == 0xFFFFFFFF) return b;
  if (b == 0xFFFFFFFF) return a;
  Pixel out = 0;
  for (int shift = 0; shift < 32; shift += 8) {
    out |= static_cast<Pixel>((channel(a, shift) * channel(b, shift) + 127) / 255) << shift;
  }
  return out;
}

/// From a to b in 256 steps.
Pixel between(Pixel a, Pixel b, Pixel t) {
  assert(t <= 256);
  if (a == b) return a;
  const Pixel even = (((a & 0xFF00FF) * (256 - t) + (b & 0xFF00FF) * t) >> 8) & 0xFF00FF;
  const Pixel odd = ((a >> 8 & 0xFF00FF) * (256 - t) + (b >> 8 & 0xFF00FF) * t) & 0xFF00FF00;
  return even | odd;
}

struct Image {
  const Pixel* pixels = nullptr;
  int width = 1, height = 1;

  const Pixel* row(float v) const { return pixels + std::clamp(static_cast<int>(v), 0, height - 1) * width; }
  Pixel at(float u, float v) const { return row(v)[std::clamp(static_cast<int>(u), 0, width - 1)]; }
};

Image image_of(const ImFontAtlas& atlas, const ImDrawCmd& command) {
  for (const ImTextureData* texture : atlas.TexList) {
    if (static_cast<ImTextureID>(texture->UniqueID + 1) != command.GetTexID()) continue;
    return {reinterpret_cast<const Pixel*>(texture->Pixels), texture->Width, texture->Height};
  }
  return {};
}

/// A corner in device pixels and texels.
struct Corner {
  float x, y, u, v;
  Pixel color;
};

class Surface {
 public:
  Surface(Rows& rows, const Image& image, const ImVec4& clip, float density)
      : rows_(rows), image_(image), density_(density) {
    left_ = std::max(static_cast<int>(std::floor(clip.x * density)), 0);
    top_ = std::max(static_cast<int>(std::floor(clip.y * density)), rows.top);
    right_ = std::min(static_cast<int>(std::ceil(clip.z * density)), rows.width);
    bottom_ = std::min(static_cast<int>(std::ceil(clip.w * density)), rows.top + rows.count);
  }

  bool empty() const { return left_ >= right_ || top_ >= bottom_ || !image_.pixels; }

  Corner corner(const ImDrawVert& v) const {
    return {v.pos.x * density_, v.pos.y * density_, v.uv.x * static_cast<float>(image_.width),
            v.uv.y * static_cast<float>(image_.height), v.col};
  }

  /// Two triangles that are an upright rectangle of one colour: glyphs and most fills.
  void rectangle(const Corner& a, const Corner& c) {
    const int x0 = column(a.x), x1 = column(c.x), y0 = row(a.y), y1 = row(c.y);
    if (x0 >= x1 || y0 >= y1) return;
    if (a.u == c.u && a.v == c.v) {
      const Pixel color = times(a.color, image_.at(a.u, a.v));
      for (int y = y0; y < y1; ++y) span(x0, x1, y, color);
      return;
    }
    const float du = (c.u - a.u) / (c.x - a.x), dv = (c.v - a.v) / (c.y - a.y);
    for (int y = y0; y < y1; ++y) {
      const Pixel* const texels = image_.row(a.v + (static_cast<float>(y) + 0.5f - a.y) * dv);
      float u = a.u + (static_cast<float>(x0) + 0.5f - a.x) * du - 0.5f;
      for (int x = x0; x < x1; ++x, u += du) {
        const int whole = std::clamp(static_cast<int>(std::floor(u)), 0, image_.width - 2);
        const auto part = static_cast<Pixel>(std::clamp((u - static_cast<float>(whole)) * 256, 0.f, 256.f));
        const Pixel texel = between(texels[whole], texels[whole + 1], part);
        if (alpha_of(texel) > 0) blend(pixel(x, y), times(a.color, texel));
      }
    }
  }

  void triangle(const Corner& a, const Corner& b, const Corner& c) {
    const float area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    if (area == 0) return;
    const int y0 = row(std::min({a.y, b.y, c.y})), y1 = row(std::max({a.y, b.y, c.y}));
    const bool flat = a.color == b.color && a.color == c.color,
               plain = a.u == b.u && a.u == c.u && a.v == b.v && a.v == c.v;
    const Pixel texel = plain ? image_.at(a.u, a.v) : 0;
    for (int y = y0; y < y1; ++y) {
      const float py = static_cast<float>(y) + 0.5f;
      float from = 1e9f, to = -1e9f;
      cross(a, b, py, from, to);
      cross(b, c, py, from, to);
      cross(c, a, py, from, to);
      const int x0 = column(from), x1 = column(to);
      if (flat && plain) {
        span(x0, x1, y, times(a.color, texel));
        continue;
      }
      for (int x = x0; x < x1; ++x) {
        const float px = static_cast<float>(x) + 0.5f;
        const float wb = ((px - a.x) * (c.y - a.y) - (py - a.y) * (c.x - a.x)) / area;
        const float wc = ((b.x - a.x) * (py - a.y) - (b.y - a.y) * (px - a.x)) / area;
        const float wa = 1 - wb - wc;
        const Pixel color = flat ? a.color : mixed(a.color, b.color, c.color, wa, wb, wc);
        const Pixel image = plain ? texel : image_.at(wa * a.u + wb * b.u + wc * c.u, wa * a.v + wb * b.v + wc * c.v);
        blend(pixel(x, y), times(color, image));
      }
    }
  }

 private:
  /// First pixel whose middle is not before `edge`: neighbours share an edge and never a pixel.
  static int first(float edge, int least, int most) {
    return static_cast<int>(std::ceil(std::clamp(edge - 0.5f, static_cast<float>(least), static_cast<float>(most))));
  }
  int column(float x) const { return first(x, left_, right_); }
  int row(float y) const { return first(y, top_, bottom_); }

  static Pixel mixed(Pixel a, Pixel b, Pixel c, float wa, float wb, float wc) {
    Pixel out = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      const float value = wa * static_cast<float>(channel(a, shift)) + wb * static_cast<float>(channel(b, shift)) +
                          wc * static_cast<float>(channel(c, shift));
      out |= static_cast<Pixel>(std::clamp(static_cast<int>(value + 0.5f), 0, 255)) << shift;
    }
    return out;
  }

  /// Widens [from, to] to where the edge p-q meets the middle of a row.
  static void cross(const Corner& p, const Corner& q, float y, float& from, float& to) {
    if ((p.y <= y) == (q.y <= y)) return;
    const float x = p.x + (q.x - p.x) * (y - p.y) / (q.y - p.y);
    from = std::min(from, x);
    to = std::max(to, x);
  }

  void span(int x0, int x1, int y, Pixel color) {
    if (x0 >= x1) return;
    Pixel* const begin = &pixel(x0, y);
    if (alpha_of(color) == 255) {
      std::fill(begin, begin + (x1 - x0), color);
    } else {
      for (Pixel* at = begin; at < begin + (x1 - x0); ++at) blend(*at, color);
    }
  }

  Pixel& pixel(int x, int y) {
    assert(x >= 0 && x < rows_.width && y >= rows_.top && y < rows_.top + rows_.count);
    return rows_.pixels[static_cast<std::size_t>(y - rows_.top) * static_cast<std::size_t>(rows_.width) +
                        static_cast<std::size_t>(x)];
  }

  Rows& rows_;
  const Image& image_;
  float density_;
  int left_, top_, right_, bottom_;
};

bool same_point(const ImDrawVert& a, float x, float y) { return a.pos.x == x && a.pos.y == y; }

/// Whether four corners are a rectangle as ImGui writes it: a and c opposite, one colour, no turn of the image.
bool upright(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, const ImDrawVert& d) {
  return a.col == b.col && a.col == c.col && a.col == d.col && same_point(b, c.pos.x, a.pos.y) &&
         same_point(d, a.pos.x, c.pos.y) && a.pos.x < c.pos.x && a.pos.y < c.pos.y && a.uv.y == b.uv.y &&
         c.uv.y == d.uv.y;
}

void draw(const ImDrawList& list, const ImDrawCmd& command, Surface& surface) {
  const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
  assert(command.ElemCount % 3 == 0 && command.IdxOffset + command.ElemCount <= unsigned(list.IdxBuffer.Size));
  const ImDrawIdx* const end = index + command.ElemCount;
  const ImDrawVert* const vertices = list.VtxBuffer.Data + command.VtxOffset;
  while (index < end) {
    const ImDrawVert &a = vertices[index[0]], &b = vertices[index[1]], &c = vertices[index[2]];
    if (end - index >= 6 && index[3] == index[0] && index[4] == index[2] && upright(a, b, c, vertices[index[5]])) {
      surface.rectangle(surface.corner(a), surface.corner(c));
      index += 6;
    } else {
      surface.triangle(surface.corner(a), surface.corner(b), surface.corner(c));
      index += 3;
    }
  }
}

}  // namespace

int rows_at_once(int width) { return std::max(kPixelsAtOnce / std::max(width, 1), 1); }

void rasterize(const ImDrawList& list, const ImFontAtlas& atlas, float density, Rows& rows) {
  assert(density > 0 && rows.width > 0 && rows.height > 0 && rows.top >= 0);
  rows.count = std::clamp(rows.count, 0, std::max(rows.height - rows.top, 0));
  rows.pixels.clear();
  rows.pixels.resize(static_cast<std::size_t>(rows.width) * static_cast<std::size_t>(rows.count));
  for (const ImDrawCmd& command : list.CmdBuffer) {
    const Image image = image_of(atlas, command);
    Surface surface(rows, image, command.ClipRect, density);
    if (!surface.empty()) draw(list, command, surface);
  }
}

}  // namespace kk
