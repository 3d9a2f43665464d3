#include "publish/oembed.h"

#include <string_view>

#include "base/escape.h"
#include "base/json_writer.h"
#include "model/answers.h"
#include "model/fill.h"

namespace kk {
namespace {

// WordPress shows an embed as wide as its column; the page reports its own height, 640 holds until it does.
constexpr std::string_view kEmbedWidth = "600", kEmbedHeight = "640";

}  // namespace

std::string oembed(const Questionnaire& questionnaire, const std::string& url) {
  const std::string title = filled(questionnaire, blank_answers(questionnaire).parameters).title.front();
  const std::string frame = "<iframe src=\"" + escape_html(url) + "\" width=\"" + std::string(kEmbedWidth) +
                            "\" height=\"" + std::string(kEmbedHeight) + "\" frameborder=\"0\" title=\"" +
                            escape_html(title) + "\"></iframe>";
  std::string out = R"({"version":"1.0","type":"rich","provider_name":"Klantkompas","title":)";
  append_json_string(out, title);
  if (!questionnaire.author.text.empty()) {
    append_json_string(out += R"(,"author_name":)", questionnaire.author.text.front());
    if (!questionnaire.author.link.empty()) append_json_string(out += R"(,"author_url":)", questionnaire.author.link);
  }
  out += R"(,"html":)";
  append_json_string(out, frame);
  out += ",\"width\":" + std::string(kEmbedWidth) + ",\"height\":" + std::string(kEmbedHeight) + "}\n";
  return out;
}

}  // namespace kk
