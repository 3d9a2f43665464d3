// klantkompas bundle: the page shell with a questionnaire inside, and its oEmbed answer when the address is known.
#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/json_writer.h"
#include "cli/command.h"
#include "cli/input.h"
#include "cli/output.h"
#include "model/answers.h"
#include "publish/oembed.h"
#include "publish/page.h"

namespace kk {
namespace {

/// The address of a page with a name, such as https://example.org/kompas.html: the oEmbed answer is named after it. A
/// name and a password in front of the host would stand in the page for everyone.
bool is_page_address(std::string_view url) {
  const auto is_blank = [](unsigned char c) { return c <= ' ' || c == 0x7f; };
  if (std::any_of(url.begin(), url.end(), is_blank)) return false;
  const auto host = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : std::string_view::npos;
  const std::string_view path = url.substr(0, url.find('?'));
  const auto slash = path.rfind('/');
  return host != path.npos && path.substr(0, path.find('/', host)).find('@') == path.npos && slash != path.npos &&
         slash > host && path.find('.', slash) != path.npos && url.find('#') == url.npos;
}

/// A path without the extension of its file.
std::string stem(const std::string& path) {
  const auto dot = path.rfind('.'), slash = path.rfind('/');
  return dot == path.npos || (slash != path.npos && dot < slash) ? path : path.substr(0, dot);
}

}  // namespace

int run_bundle(const Arguments& arguments) {
  if (arguments.out.empty()) {
    write_error("klantkompas: bundle needs -o OUT.html\n");
    return kWrongUsage;
  }
  if (!arguments.url.empty() && !is_page_address(arguments.url)) {
    write_error(
        "klantkompas: --url needs the address of the page itself, such as https://example.org/kompas.html, found " +
        arguments.url + "\n");
    return kWrongUsage;
  }
  if (!arguments.theme.empty() &&
      (arguments.url.empty() || (arguments.theme != "light" && arguments.theme != "dark"))) {
    write_error("klantkompas: --theme needs light or dark, and --url\n");
    return kWrongUsage;
  }
  const std::string_view shell = page_shell(arguments.team);
  if (shell.empty()) return kWrongUsage;
  const std::string answer = stem(arguments.out) + ".oembed.json";
  if (would_destroy(arguments.out, arguments.files[0])) return kWrongUsage;
  if (!arguments.url.empty() && would_destroy(answer, arguments.files[0])) return kWrongUsage;
  const LoadedQuestionnaire loaded = load_questionnaire(arguments.files[0], Warnings::kTold);
  if (loaded.status != kFine) return loaded.status;
  const std::vector<std::string>& languages = loaded.questionnaire.languages;
  const auto found =
      arguments.lang.empty() ? languages.begin() : std::find(languages.begin(), languages.end(), arguments.lang);
  if (found == languages.end()) {
    write_error("klantkompas: --lang needs a language of the questionnaire, found " + arguments.lang + "\n");
    return kWrongUsage;
  }
  if (!arguments.force && (is_foreign(arguments.out, {R"(id="kk-wasm")"}) ||
                           (!arguments.url.empty() && is_foreign(answer, {R"("provider_name":"Klantkompas")"}))))
    return kWrongUsage;
  const int language = static_cast<int>(found - languages.begin());
  const std::string page = page_with(loaded.questionnaire, shell, arguments.url, language);
  int status = write_file(arguments.out, page);
  if (status != kFine) return status;
  std::string told = arguments.out + ": ";
  append_int(told, static_cast<std::int64_t>((page.size() + 500) / 1000));
  told += " KB; open it in a browser, or put it on your site\n";
  if (!arguments.url.empty()) {
    status = write_file(answer, oembed(loaded.questionnaire, arguments.url, language, arguments.theme));
    if (status != kFine) return status;
    told += answer + ": put it beside the page, for WordPress and others that ask for oEmbed\n";
  }
  // A pipe or a device that the page went to may be the standard output itself.
  return std::filesystem::is_regular_file(arguments.out) ? write_output(told) : kFine;
}

}  // namespace kk
