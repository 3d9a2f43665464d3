#include "view/embed.h"

#include <iterator>

#include "view/html.h"

namespace kk {
namespace {

constexpr std::string_view kExample = "https://example.org/klantkompas.html";
/// Room for the intro at the width of most articles, so that nothing moves when it arrives; without a script, for all
/// of a screen.
constexpr std::string_view kReserve = "620px", kFixed = "900px";

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
    if (choice.modules[i]) out += (out.empty() ? "" : ",") + std::string(kEmbedModules[i]);
  }
  return all ? std::string() : out.empty() ? "none" : out;
}

class Attributes {
 public:
  explicit Attributes(std::string& out) : out_(out) {}
  Attributes& add(std::string_view name, std::string_view value) {
    if (value.empty()) return *this;
    out_ += ' ' + std::string(name) + "=\"" + escape_html(value) + '"';
    return *this;
  }

 private:
  std::string& out_;
};

std::string frame_code(const std::string& title, std::string_view address, const std::string& fragment) {
  std::string out = "<iframe";
  Attributes(out)
      .add("src", std::string(address) + fragment)
      .add("title", title)
      .add("loading", "lazy")
      .add("referrerpolicy", "no-referrer")
      .add("sandbox", "allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox")
      .add("allow", "clipboard-write")
      .add("style", "width:100%;height:" + std::string(kFixed) + ";border:0;color-scheme:light");
  return out + "></iframe>";
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
  const int language = name == "auto" ? -1 : q.language_index(name);
  if (language >= 0 && q.languages[static_cast<std::size_t>(language)] != name) return false;
  choice.language = language;
  return true;
}

std::string embed_code(const Questionnaire& q, const EmbedChoice& choice, std::string_view address) {
  if (address.empty()) address = kExample;
  const std::string title = q.title[static_cast<std::size_t>(choice.language < 0 ? 0 : choice.language)];
  const std::string language = choice.language < 0 ? "" : q.languages[static_cast<std::size_t>(choice.language)];
  const std::string theme = choice.theme == 0 ? "" : std::string(kEmbedThemes[choice.theme]);
  const std::string modules = modules_of(choice);
  if (choice.way == EmbedWay::kWordpress) return std::string(address);
  if (choice.way == EmbedWay::kFrame) {
    std::string fragment;
    const auto add = [&](std::string_view key, const std::string& value) {
      if (!value.empty()) fragment += (fragment.empty() ? "#" : "&") + std::string(key) + "=" + value;
    };
    add("lang", language);
    add("theme", theme);
    add("modules", modules);
    return frame_code(title, address, fragment);
  }
  std::string out = "<script src=\"" +
                    escape_html(std::string(address.substr(0, address.rfind('/') + 1)) + "embed.js") +
                    "\" defer></script>\n<klant-kompas";
  Attributes(out)
      .add("src", address)
      .add("heading", title)
      .add("lang", language)
      .add("theme", theme)
      .add("modules", modules)
      .add("result", choice.result ? "share" : "")
      .add("style", "display:block;min-height:" + std::string(kReserve));
  return out + "></klant-kompas>";
}

}  // namespace kk
