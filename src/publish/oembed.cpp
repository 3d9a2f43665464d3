#include "publish/oembed.h"

#include <cassert>
#include <string_view>

#include "base/escape.h"
#include "base/json_writer.h"
#include "model/answers.h"
#include "model/fill.h"
#include "view/embed.h"

namespace kk {
namespace {

// What oEmbed wants to know, in px; the height is for who resizes nothing, as Ghost. WordPress gives the height that
// the page asks for, up to 1000.
constexpr std::string_view kEmbedWidth = "600";

/// With attributes that WordPress leaves in place. A width in px would hang out of a phone's page, and some of
/// WordPress's themes make a frame as flat as its attributes say. WordPress loads the script that gives the frame its
/// height only where a quotation stands before it; elsewhere its style hides that.
std::string frame_of(const std::string& address, const std::string& title) {
  const std::string src = escape_html(address), name = escape_html(title);
  return "<blockquote style=\"display:none\"><a href=\"" + src + "\">" + name + "</a></blockquote><iframe src=\"" +
         src + "\" width=\"100%\" height=\"" + std::string(kFrameHeight) + "\" frameborder=\"0\" title=\"" + name +
         "\"></iframe>";
}

/// A frame cannot ask the page around it. Pages are light unless somebody says otherwise: without this a reader whose
/// system is dark would get a dark card on them.
std::string address_of(const Questionnaire& questionnaire, const std::string& url, std::string_view theme) {
  if (theme.empty() && questionnaire.theme.mode != ThemeMode::kAuto) return url;
  return url + "#theme=" + std::string(theme.empty() ? "light" : theme);
}

}  // namespace

std::string oembed(const Questionnaire& questionnaire, const std::string& url, int language, std::string_view theme) {
  assert(language >= 0 && static_cast<std::size_t>(language) < questionnaire.languages.size());
  const auto at = static_cast<std::size_t>(language);
  const std::string title = filled(questionnaire, blank_answers(questionnaire).parameters).title[at];
  std::string out = R"({"version":"1.0","type":"rich","provider_name":"Klantkompas","title":)";
  append_json_string(out, title);
  if (!questionnaire.author.text.empty()) {
    append_json_string(out += R"(,"author_name":)", questionnaire.author.text[at]);
    if (!questionnaire.author.link.empty()) append_json_string(out += R"(,"author_url":)", questionnaire.author.link);
  }
  out += R"(,"html":)";
  append_json_string(out, frame_of(address_of(questionnaire, url, theme), title));
  out += ",\"width\":" + std::string(kEmbedWidth) + ",\"height\":" + std::string(kFrameHeight) + "}\n";
  return out;
}

}  // namespace kk
