// Session -> nodes. A pure function: the same session and width give the same view.
#pragma once

#include <cstdint>
#include <string>

#include "view/files/files.h"
#include "view/node.h"
#include "view/session/session.h"

namespace kk {

/// Whether the page around the widget would like the result.
enum class Sending : std::uint8_t { kNotAsked, kAsked, kSent };

/// Whether these answers are kept on the reader's device.
enum class Keeping : std::uint8_t {
  kNotOffered,  ///< the browser lets nothing be stored here
  kOff,
  kOn,
  kOther,  ///< others are
};

struct ViewOptions {
  float width = 720;    ///< widget width in CSS px at a root font of 16 px; screens fold under 600, 480 and 360
  EmbedPage page = {};  ///< this page
  Sending sending = Sending::kNotAsked;
  Keeping keeping = Keeping::kNotOffered;
  bool panels = true;    ///< the panels beside the questionnaire can be opened: not before the engine is there
  bool paper = false;    ///< what can be opened is open: see build_paper()
  FileFacts facts = {};  ///< of the statement on the page of files
  bool linkable = true;  ///< a link to this page means something elsewhere
};

View build_view(const Session& session, const ViewOptions& options);

}  // namespace kk
