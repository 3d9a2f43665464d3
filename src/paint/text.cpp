#include "paint/text.h"

#include <cassert>
#include <cmath>

#include "imgui.h"
#include "imgui_internal.h"
#include "misc/freetype/imgui_freetype.h"
#include "paint/glyphs.h"

namespace kk {
namespace {

// ImGui's font loader interface (its FreeType hook) over GlyphSource: no font file, no stb_truetype.

bool loads(ImFontAtlas*, ImFontConfig*, ImWchar c) {
  const bool private_use = c >= 0xE000 && c <= 0xF8FF;
  return c >= 32 && c != 0x7F && c != 0xFFFD && !private_use;
}

bool start_source(ImFontAtlas*, ImFontConfig*) { return true; }

bool start_size(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
  // Browsers round ascent and descent to whole pixels before they centre a line in its line height.
  GlyphSource::metrics(baked->Size, static_cast<int>(source->FontNo), baked->Ascent, baked->Descent);
  baked->Ascent = std::round(baked->Ascent);
  baked->Descent = -std::round(baked->Descent);
  return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar codepoint,
                ImFontGlyph* glyph, float* advance_only) {
  if (!loads(atlas, source, codepoint)) return false;
  const float density = source->RasterizerDensity * baked->RasterizerDensity;
  // At one device pixel a CSS px, twice the columns keep letter spacing even at fractional positions.
  const float columns = density < 2 ? 2.0f : 1.0f;
  GlyphShape shape;
  if (!GlyphSource::shape(codepoint, baked->Size * density, static_cast<int>(source->FontNo), columns, shape))
    return false;
  const float advance = shape.advance / density;
  if (advance_only) {
    *advance_only = advance;
    return true;
  }
  glyph->Codepoint = codepoint & 0x1FFFFF;  // a code point has 21 bits, the field 26
  glyph->AdvanceX = advance;
  if (shape.width <= 0 || shape.height <= 0) return true;
  const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, shape.width, shape.height);
  if (id == ImFontAtlasRectId_Invalid) return false;
  const int bytes = shape.colored ? 4 : 1;
  atlas->Builder->TempBuffer.resize(shape.width * shape.height * bytes);
  unsigned char* pixels = atlas->Builder->TempBuffer.Data;
  GlyphSource::pixels(pixels, shape.colored);
  glyph->X0 = shape.left / (density * columns);
  glyph->X1 = (shape.left + static_cast<float>(shape.width)) / (density * columns);
  glyph->Y0 = shape.top / density + baked->Ascent;
  glyph->Y1 = (shape.top + static_cast<float>(shape.height)) / density + baked->Ascent;
  glyph->Visible = true;
  glyph->Colored = shape.colored;
  glyph->PackId = id;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, ImFontAtlasPackGetRect(atlas, id), pixels,
                                     shape.colored ? ImTextureFormat_RGBA32 : ImTextureFormat_Alpha8,
                                     shape.width * bytes);
  return true;
}

ImFont* add_font(ImFontAtlas& atlas, int weight) {
  static char nothing[4];  // AddFont wants font data; ours has none
  ImFontConfig config;
  config.FontData = nothing;
  config.FontDataSize = sizeof nothing;
  config.FontDataOwnedByAtlas = false;
  config.SizePixels = kBodyType.size;
  config.FontNo = static_cast<ImU32>(weight);
  return atlas.AddFont(&config);
}

/// Reads one UTF-8 code point and moves `at` past it.
unsigned next_codepoint(const char*& at, const char* end) {
  unsigned codepoint = 0;
  at += ImTextCharFromUtf8(&codepoint, at, end);
  return codepoint;
}

/// Device px by which a line may be too wide: browsers count in 1/64 px and forgive one of these. A little more, for
/// the rounding of our own sums.
constexpr float kForgiven = 1.0f / 64 + 0.0002f;

bool is_letter(unsigned c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0xC0; }

/// Walks a text one code point at a time, with its width so far; the first bytes may be bold.
class Walker {
 public:
  Walker(std::string_view text, ImFontBaked* first, ImFontBaked* rest, int first_bytes)
      : begin_(text.data()),
        at_(begin_),
        end_(begin_ + text.size()),
        first_(first),
        rest_(rest),
        first_bytes_(first_bytes) {}
  bool done() const { return at_ >= end_; }
  int offset() const { return static_cast<int>(at_ - begin_); }
  unsigned next() {
    ImFontBaked* baked = offset() < first_bytes_ ? first_ : rest_;
    const unsigned c = next_codepoint(at_, end_);
    advance = baked->GetCharAdvance(static_cast<ImWchar>(c));
    return c;
  }
  float advance = 0;  ///< of the last code point

 private:
  const char *begin_, *at_, *end_;
  ImFontBaked *first_, *rest_;
  int first_bytes_;
};

}  // namespace

void Fonts::create(ImFontAtlas& atlas) {
  assert(!regular_);
  regular_ = add_font(atlas, 400);
  semibold_ = add_font(atlas, 600);
}

void Fonts::use_density(float density) {
  assert(regular_ && density > 0);
  // ImGui sets this for the current font only; measuring uses both, before the frame begins.
  regular_->CurrentRasterizerDensity = semibold_->CurrentRasterizerDensity = density;
}

float Fonts::pixels(const Type& type) const { return std::round(type.size * scale_); }

float Fonts::text_top(const Type& type) const {
  const ImFontBaked* baked = font(type.weight)->GetFontBaked(pixels(type));
  return std::floor((type.line * scale_ - (baked->Ascent - baked->Descent)) / 2) / scale_;
}

float Fonts::baseline(const Type& type) const {
  return text_top(type) + font(type.weight)->GetFontBaked(pixels(type))->Ascent / scale_;
}

float Fonts::width(std::string_view text, const Type& type) const {
  assert(regular_ && type.size > 0);
  ImFontBaked* baked = font(type.weight)->GetFontBaked(pixels(type));
  Walker walker(text, baked, baked, 0);
  float width = 0;
  while (!walker.done()) {
    walker.next();
    width += walker.advance;
  }
  return width / scale_;
}

void Fonts::break_lines(std::string_view text, int bold_bytes, const Type& type, float max_width,
                        std::vector<Line>& lines) const {
  assert(regular_ && type.size > 0 && max_width > 0);
  assert(bold_bytes >= 0 && static_cast<std::size_t>(bold_bytes) <= text.size());
  lines.clear();
  max_width *= scale_;
  ImFontBaked* rest = font(type.weight)->GetFontBaked(pixels(type));
  ImFontBaked* first = bold_bytes > 0 ? font(600)->GetFontBaked(pixels(type)) : rest;
  Walker walker(text, first, rest, bold_bytes);
  Line line;           // the open line; `end` and `width` stop at the last place it may break
  float width = 0;     // of everything since the line began
  float trailing = 0;  // of the spaces at the end of it
  float word = 0;      // of everything since the last break opportunity
  bool may_break = false;
  int next_begin = 0;  // where the line after the break would begin
  unsigned before = 0;
  while (!walker.done()) {
    const int offset = walker.offset();
    const unsigned c = walker.next();
    if (c == ' ') {
      if (trailing == 0) line.end = offset, line.width = width;
      width += walker.advance;
      trailing += walker.advance;
      may_break = true;
      next_begin = walker.offset();
      word = 0;
    } else {
      trailing = 0;
      // Twice where what was carried to the new line fills that as well.
      while (width + walker.advance > max_width + kForgiven && offset > line.begin) {
        if (!may_break) {  // a word alone on its line: cut it here
          line.end = offset;
          line.width = width;
          next_begin = offset;
          word = 0;
        }
        lines.push_back(line);
        line.begin = next_begin;
        width = word;
        may_break = false;
      }
      width += walker.advance;
      word += walker.advance;
      if (c == '-' && is_letter(before)) {
        line.end = next_begin = walker.offset();
        line.width = width;
        may_break = true;
        word = 0;
      }
    }
    before = c;
  }
  if (trailing == 0) line.end = walker.offset(), line.width = width;
  lines.push_back(line);
  for (Line& each : lines) each.width /= scale_;
}

void Fonts::balance_lines(std::string_view text, const Type& type, float max_width, std::vector<Line>& lines) const {
  break_lines(text, 0, type, max_width, lines);
  const std::size_t count = lines.size();
  if (count < 2) return;
  float low = 0, high = max_width;
  std::vector<Line> tried;
  while (high - low > 1) {
    const float middle = (low + high) / 2;
    break_lines(text, 0, type, middle, tried);
    if (tried.size() > count) {
      low = middle;
    } else {
      high = middle;
      lines = tried;
    }
  }
}

}  // namespace kk

// ImGui asks for this function when IMGUI_ENABLE_FREETYPE is set and imgui_freetype.cpp is not compiled in.
const ImFontLoader* ImGuiFreeType::GetFontLoader() {
  static ImFontLoader loader;
  loader.Name = "GlyphSource";
  loader.FontSrcInit = kk::start_source;
  loader.FontSrcContainsGlyph = kk::loads;
  loader.FontBakedInit = kk::start_size;
  loader.FontBakedLoadGlyph = kk::load_glyph;
  return &loader;
}
