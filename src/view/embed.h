// The code an author pastes to put this questionnaire under an article, by the options chosen on the screen for it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "model/questionnaire.h"

namespace kk {

enum class EmbedWay : std::uint8_t { kFrame, kScript, kWordpress };
inline constexpr std::string_view kEmbedWays[] = {"iframe", "script", "wordpress"};
inline constexpr std::string_view kEmbedThemes[] = {"auto", "light", "dark"};
inline constexpr std::string_view kEmbedModules[] = {"words", "mirror", "excuses", "context"};

/// Of a frame that nobody resizes, in px: room for every question and every page of the result from 302 px wide.
/// web/embed/snippets.mjs has it too.
inline constexpr std::string_view kFrameHeight = "1220";

/// Every option by its place in the lists above.
struct EmbedChoice {
  EmbedWay way = EmbedWay::kFrame;
  int theme = 0;
  int language = -1;  ///< index into Questionnaire::languages; -1: the article's
  std::array<bool, 4> modules{true, true, true, true};
  bool result = false;  ///< asks readers for their result; only the script can
};

/// Applies "way-iframe", "theme-dark", "lang-nl", "lang-auto", "module-words" (turns it over) or "result". False: no
/// such option.
bool choose(const Questionnaire& questionnaire, EmbedChoice& choice, std::string_view option);

/// A longer address is no place for an article: the example's is written instead.
inline constexpr std::size_t kMostAddressBytes = 8192;

/// Where the widget is to be found.
struct EmbedPage {
  std::string address = {};  ///< without fragment; empty where it means nothing elsewhere: then an example's is written
  bool oembed = false;       ///< it links to an oEmbed answer, so that WordPress needs no more than the address
  int language = 0;          ///< index into Questionnaire::languages: the one that it starts in
};

/// Whether the options have a say in the text to paste: not in an address alone.
bool takes_options(const EmbedChoice& choice, const EmbedPage& page);

/// The text to paste; web/embed/snippets.mjs writes the same.
std::string embed_code(const Questionnaire& questionnaire, const EmbedChoice& choice, const EmbedPage& page);

/// The page by itself, as its readers will see it; empty where its address means nothing or is too long for a link.
std::string embed_link(const Questionnaire& questionnaire, const EmbedChoice& choice, const EmbedPage& page);

}  // namespace kk
