#include "view/embed.h"

#include <algorithm>
#include <cassert>
#include <iterator>

#include "base/escape.h"
#include "base/phrase.h"
#include "view/node_id.h"

namespace kk {
namespace {

constexpr std::string_view kExample = "https://example.org/klantkompas.html";
/// Room for the intro, so that nothing moves when it arrives: it is 530 to 654 px high where it is wide, and on a
/// phone, as the page's width tells, 742 to 916.
constexpr std::string_view kReserve = "max(680px,1120px - 50vw)";

template <std::size_t kSize>
int place_in(const std::string_view (&list)[kSize], std::string_view name) {
  for (std::size_t i = 0; i < kSize; ++i) {
    if (list[i] == name) return static_cast<int>(i);
  }
  return -1;
}

/// "words,context", or nothing when all are on offer.
std::string modules_of(const EmbedChoice& choice) {
  std::string out;
  bool all = true;
  for (std::size_t i = 0; i < choice.modules.size(); ++i) {
    all = all && choice.modules[i];
    if (choice.modules[i]) out += cat(out.empty() ? "" : ",", kEmbedModules[i]);
  }
  return all ? std::string() : out.empty() ? "none" : out;
}

class Attributes {
 public:
  explicit Attributes(std::string& out) : out_(out) {}
  Attributes& add(const char* name, std::string_view value) {
    if (value.empty()) return *this;
    out_ += cat(" ", name, "=\"", escape_html(value), "\"");
    return *this;
  }

 private:
  std::string& out_;
};

/// The options as the widget's page takes them, each empty where it is left to the page.
struct Values {
  Values(const Questionnaire& q, const EmbedChoice& choice, int start)
      : title(q.title[static_cast<std::size_t>(choice.language < 0 ? start : choice.language)]),
        language(chosen(choice, start) ? q.languages[static_cast<std::size_t>(choice.language)] : ""),
        theme(choice.theme == 0 ? "" : kEmbedThemes[choice.theme]),
        modules(modules_of(choice)) {}

  /// A frame starts in the page's own language anyway; the script would ask the article.
  static bool chosen(const EmbedChoice& choice, int start) {
    return choice.language >= 0 && (choice.way == EmbedWay::kScript || choice.language != start);
  }

  std::string address_with(const std::string& address) const {
    std::string fragment;
    const auto add = [&](const char* key, const std::string& value) {
      if (!value.empty()) fragment += cat(fragment.empty() ? "#" : "&", key, "=", value);
    };
    add("lang", language);
    add("theme", theme);
    add("modules", modules);
    return cat(address, fragment);
  }

  std::string title, language, theme, modules;
};

std::string frame_code(const Values& values, const std::string& address) {
  // Themes centre what stands in the article by its margins, and some stretch a bare frame over the whole page. Width
  // and height are attributes too: a page whose policy allows no inline styles would leave 304 x 154 px.
  std::string out = "<div><iframe";
  Attributes(out)
      .add("src", values.address_with(address))
      .add("title", values.title)
      .add("loading", "lazy")
      .add("referrerpolicy", "no-referrer")
      .add("sandbox", "allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox")
      .add("allow", "clipboard-write")
      .add("width", "100%")
      .add("height", kFrameHeight)
      .add("frameborder", "0")
      .add("style", cat("display:block;width:100%;height:", kFrameHeight, "px;border:0;color-scheme:light"));
  return cat(out, "></iframe></div>");
}

std::string script_code(const Values& values, const std::string& address, bool result) {
  std::string out = cat("<script src=\"", escape_html(cat(address.substr(0, address.rfind('/') + 1), "embed.js")),
                        "\" defer></script>\n<klant-kompas");
  Attributes(out)
      .add("src", address)
      .add("heading", values.title)
      .add("lang", values.language)
      .add("theme", values.theme)
      .add("modules", values.modules)
      .add("result", result ? "share" : "")
      .add("style", cat("display:block;min-height:", kReserve));
  return cat(out, "></klant-kompas>");
}

}  // namespace

bool choose(const Questionnaire& q, EmbedChoice& choice, std::string_view option) {
  if (option == "result") {
    choice.result = !choice.result;
    return true;
  }
  const auto dash = option.find('-');
  if (dash == option.npos) return false;
  const auto what = option.substr(0, dash), name = option.substr(dash + 1);
  if (what == "way") {
    const int way = place_in(kEmbedWays, name);
    if (way >= 0) choice.way = static_cast<EmbedWay>(way);
    return way >= 0;
  }
  if (what == "theme") {
    const int theme = place_in(kEmbedThemes, name);
    if (theme >= 0) choice.theme = theme;
    return theme >= 0;
  }
  if (what == "module") {
    const int module = place_in(kEmbedModules, name);
    if (module >= 0) choice.modules[static_cast<std::size_t>(module)] ^= true;
    return module >= 0;
  }
  if (what != "lang") return false;
  const int language = language_with(q, name);
  if (language < 0 && name != "auto") return false;
  choice.language = language;
  return true;
}

bool takes_options(const EmbedChoice& choice, const EmbedPage& page) {
  return choice.way != EmbedWay::kWordpress || !page.oembed;
}

std::string embed_code(const Questionnaire& q, const EmbedChoice& choice, const EmbedPage& page) {
  assert(choice.language >= -1 && choice.language < static_cast<int>(q.languages.size()));
  assert(page.language >= 0 && static_cast<std::size_t>(page.language) < q.languages.size());
  // Escaped, and twice in a snippet, the longest still fits a node's text.
  const bool fits = !page.address.empty() && page.address.size() <= kMostAddressBytes;
  const std::string address = fits ? page.address : std::string(kExample);
  const Values values(q, choice, page.language);
  switch (choice.way) {
    case EmbedWay::kFrame:
      return frame_code(values, address);
    case EmbedWay::kScript:
      return script_code(values, address, choice.result);
    case EmbedWay::kWordpress:
      // A block as WordPress keeps it: pasted into its editor, it is one.
      return page.oembed ? address : cat("<!-- wp:html -->\n", frame_code(values, address), "\n<!-- /wp:html -->");
  }
  return {};
}

std::string embed_link(const Questionnaire& q, const EmbedChoice& choice, const EmbedPage& page) {
  constexpr std::size_t kLongest = 1800;  // a link of ours has at most 2,000 bytes, options and all
  if (page.address.empty() || page.address.size() > kLongest) return {};
  return takes_options(choice, page) ? Values(q, choice, page.language).address_with(page.address) : page.address;
}

}  // namespace kk
