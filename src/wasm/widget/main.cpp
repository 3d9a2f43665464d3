// The page's side of the product: every exported function, in the order web/engine.js calls them.
// Texts come in through one buffer; texts go out as a pointer, with their length in kk_length().
#include <malloc.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/phrase.h"
#include "exchange/answers_json.h"
#include "exchange/plan_text.h"
#include "exchange/result_code.h"
#include "exchange/result_json.h"
#include "paint/painter.h"
#include "paint/record.h"
#include "store/compact.h"
#include "view/files/files.h"
#include "view/paper.h"
#include "wasm/platform.h"
#include "wasm/widget/carried.h"
#include "wasm/widget/renderer.h"

namespace kk {
namespace {

constexpr float kLeastWidth = 160, kGreatestWidth = 4096;  // CSS px

struct App {
  Questionnaire questionnaire;  ///< its texts with the parameters filled in
  std::string stored;           ///< as in the page, where other parameters may be filled in; empty: it has none
  Carried carried;
  std::optional<Session> session;
  Painter painter;
  Pointer pointer;
  ViewOptions options;
  View view;
  float width = 720, density = 1;
  bool paper = false;
  int sequence = 0;
  std::vector<char> in;
  std::string out;

  std::string_view text(int length) const { return {in.data(), static_cast<std::size_t>(length)}; }

  const char* answer(std::string text) {
    out = std::move(text);
    return out.data();
  }

  /// What the page around us said, or a code, may change texts. The session stays with the same object.
  void fill_in() {
    if (!stored.empty()) reopen_filled(stored, session->answers().parameters, questionnaire);
  }

  void refresh() {
    const float across = paper ? kPaperWidth * painter.scale() : width;
    options.width = across / painter.scale();
    view = paper ? build_paper(*session, options) : build_view(*session, options);
    painter.lay_out(view, across, density);
  }
};

App* app = nullptr;  // made by kk_init, for the life of the page

}  // namespace
}  // namespace kk

using kk::app;

KK_EXPORT(kk_init) void kk_init() { app = new kk::App; }

KK_EXPORT(kk_buffer) char* kk_buffer(int size) {
  app->in.resize(static_cast<std::size_t>(size) + 1);
  return app->in.data();
}

KK_EXPORT(kk_length) int kk_length() { return static_cast<int>(app->out.size()); }

/// The compact questionnaire of the page. 0: the page is damaged.
KK_EXPORT(kk_open) int kk_open(int length) {
  if (!kk::open_compact(app->text(length), app->questionnaire)) return 0;
  if (!app->questionnaire.parameters.empty()) app->stored = app->text(length);
  app->in = {};  // what comes later is a thousand times smaller
  app->carried = kk::carried(app->questionnaire);
  app->session.emplace(app->questionnaire, app->carried.screens, app->carried.supplement.get());
  app->fill_in();
  return 1;
}

KK_EXPORT(kk_language) void kk_language(int length) { app->session->set_language(app->text(length)); }
/// A parameter that the questionnaire declares, as "id=value". 0: it does not.
KK_EXPORT(kk_parameter) int kk_parameter(int length) {
  if (!app->session->set_parameter(app->text(length))) return 0;
  app->fill_in();
  return 1;
}

/// Contract 8 `modules=`: the modules on offer, separated by commas; others are not.
KK_EXPORT(kk_modules) void kk_modules(int length) {
  const std::string list = kk::cat(",", app->text(length), ",");
  const auto listed = [&](const char* name) { return list.find(kk::cat(",", name, ",")) != list.npos; };
  app->session->set_modules({listed("words"), listed("mirror"), listed("excuses"), listed("context")});
}

/// The page's own address, for the code that embeds it (empty for a local file), and whether it links to its oEmbed
/// answer. The language of now is the one that the page starts in.
KK_EXPORT(kk_address) void kk_address(int length, int oembed) {
  app->options.page = {std::string(app->text(length)), oembed != 0, app->session->language()};
}

/// Whether the page around us would like the result: 0 no, 1 yes, 2 it has these answers.
KK_EXPORT(kk_sending) void kk_sending(int state) {
  app->options.sending = static_cast<kk::Sending>(std::clamp(state, 0, 2));
}

/// Whether these answers are kept on the device: a Keeping.
KK_EXPORT(kk_keeping) void kk_keeping(int state) {
  app->options.keeping = static_cast<kk::Keeping>(std::clamp(state, 0, 3));
}
/// The stage that is aimed for, from 1; 0: none. It is in no code.
KK_EXPORT(kk_target) int kk_target() { return app->session->target(); }

/// The day where the reader is, 2026-11-27.
KK_EXPORT(kk_today) void kk_today(int length) {
  if (kk::is_day(app->text(length))) app->session->set_today(app->text(length));
}
/// The plan, to be kept by the page and given back; see plan_text.h. Empty: there is none.
KK_EXPORT(kk_plan) const char* kk_plan() {
  return app->answer(kk::plan_text(app->questionnaire, app->session->plan()));
}
KK_EXPORT(kk_take_plan) void kk_take_plan(int length) {
  app->session->set_plan(kk::read_plan(app->questionnaire, app->text(length)));
}

/// What the reader laid beside the result: its code and both dates, with a space between them, each may be empty.
/// Empty: nothing.
KK_EXPORT(kk_then) const char* kk_then() {
  const kk::Session& session = *app->session;
  if (!session.then()) return app->answer({});
  return app->answer(kk::cat(session.then()->code, " ", session.date_then(), " ", session.date_now()));
}

/// Whether a link to this page means anything elsewhere: not for a local file.
KK_EXPORT(kk_linkable) void kk_linkable(int yes) { app->options.linkable = yes != 0; }

KK_EXPORT(kk_theme) void kk_theme(int dark) { app->painter.set_dark(dark != 0); }
/// The article's accent as 0xRRGGBB, -1: our own. 1: it had to be moved to be read, on light or on dark.
KK_EXPORT(kk_accent) int kk_accent(int rgb) {
  return app->painter.set_accent(rgb < 0 ? std::nullopt : std::optional(static_cast<std::uint32_t>(rgb)));
}
/// Colour number `index` of kAccentInks in the open theme, for the style sheet.
KK_EXPORT(kk_accent_ink) int kk_accent_ink(int index) {
  return static_cast<int>(
      app->painter.palette()[kk::kAccentInks[static_cast<unsigned>(index) % std::size(kk::kAccentInks)]]);
}
/// The page's font family changed: glyphs and widths are asked for anew.
KK_EXPORT(kk_refont) void kk_refont() { app->painter.forget_glyphs(); }
KK_EXPORT(kk_motion) void kk_motion(int reduced) { app->painter.set_reduced_motion(reduced != 0); }

/// Widths and fonts that no reader could use (a frame of 0 px while it is being hidden) are taken as the nearest that
/// is.
KK_EXPORT(kk_size) void kk_size(float css_width, float root_font_px) {
  app->painter.set_scale(std::clamp(root_font_px, 8.f, 64.f) / 16);
  app->width = std::clamp(css_width, kk::kLeastWidth, kk::kGreatestWidth);
}

/// Whether the next record goes on paper.
KK_EXPORT(kk_paper) void kk_paper(int yes) { app->paper = yes != 0; }

/// The control with this node id was used; the last `value` bytes are the text of its field. 1: the state changed.
KK_EXPORT(kk_act) int kk_act(int length, int value) {
  const std::string_view all = app->text(length);
  const auto id = static_cast<std::size_t>(length - std::clamp(value, 0, length));
  const std::vector<std::uint8_t> parameters = app->session->answers().parameters;
  if (!app->session->act({all.substr(0, id), all.substr(id)})) return 0;
  if (app->session->answers().parameters != parameters) app->fill_in();  // they came with a code
  return 1;
}

/// What is on the screen, for the mirror (web/record.js).
KK_EXPORT(kk_record) const char* kk_record() {
  app->refresh();
  std::string out;
  kk::write_record(app->view, app->painter.layout(), app->painter.fonts(), app->painter.scale(), ++app->sequence, out);
  return app->answer(std::move(out));
}

/// Contract 8 state() without what only the page knows: {"screen", "lang", "answers"}.
KK_EXPORT(kk_state) const char* kk_state() {
  const kk::Session& session = *app->session;
  std::string out =
      kk::cat(R"({"screen":")", kk::name_of(session.place(), session.screens()), R"(","lang":")",
              app->questionnaire.languages[static_cast<std::size_t>(session.language())], R"(","answers":)");
  kk::write_answers(app->questionnaire, session.answers(), out);
  out += '}';
  return app->answer(std::move(out));
}

/// Contract 5, or null before there is an answer.
KK_EXPORT(kk_result) const char* kk_result() {
  std::string out;
  kk::write_result(app->questionnaire, app->session->result(), out);
  return app->answer(std::move(out));
}

KK_EXPORT(kk_code) const char* kk_code() {
  return app->answer(kk::result_code(app->questionnaire, app->session->answers()));
}

/// What a statement holds that only the page knows: two UUIDs of 36 characters and the time, in ISO 8601.
KK_EXPORT(kk_facts) void kk_facts(int length) {
  constexpr std::size_t kUuid = 36;
  const std::string all(app->text(length));
  if (all.size() < 2 * kUuid) return;
  app->options.facts = {all.substr(0, kUuid), all.substr(kUuid, kUuid), all.substr(2 * kUuid)};
}

/// A file to take along, by its name in kFileKinds; empty where there is none of that name.
KK_EXPORT(kk_file) const char* kk_file(int length) {
  const std::optional<kk::FileKind> kind = kk::file_kind_named(app->text(length));
  if (kind) return app->answer(kk::file_of(*app->session, *kind, app->options.facts));
  const kk::Supplement* more = app->session->supplement();
  return app->answer(more ? more->file(app->text(length), app->session->language()) : std::string());
}

KK_EXPORT(kk_height) float kk_height() { return app->painter.height(); }

/// Pointer in CSS px of the widget; -1, -1: gone.
KK_EXPORT(kk_hover) void kk_hover(float x, float y) {
  app->pointer.x = x / app->painter.scale();
  app->pointer.y = y / app->painter.scale();
}

KK_EXPORT(kk_press) void kk_press(int length) { app->pointer.pressed = app->text(length); }

/// Draws what kk_record described last: with WebGL, or where a size in device pixels is given as pixels of that. 1:
/// something still moves, call again with the next animation frame.
KK_EXPORT(kk_frame) int kk_frame(float density, float milliseconds, int width, int height) {
  if (density != app->density) {
    app->density = density;
    app->refresh();
  }
  const bool more = app->painter.draw(app->view, app->pointer, density, milliseconds / 1000);
  if (width > 0) {
    kk::render_rows(app->painter, density, width, height);
  } else {
    kk::render(app->painter, density);
  }
  return more;
}

/// Bytes of memory in use, to be seen not to grow.
KK_EXPORT(kk_used) unsigned kk_used() { return static_cast<unsigned>(mallinfo().uordblks); }
