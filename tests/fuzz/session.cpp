// Any row of actions, beside a model that only knows what was chosen: the session keeps to it, and every screen can be
// shown.
#include <set>

#include "support/properties.h"
#include "view/view.h"

namespace {

/// The controls on the screen, in order.
std::vector<std::string> controls(const kk::View& view) {
  std::vector<std::string> ids;
  std::set<std::string> seen;
  for (const kk::Node& node : view.nodes) {
    const bool is_button = node.kind == kk::Kind::kButton;
    kk::test::require(is_button || seen.insert(node.id).second, "an id names one thing");
    if (is_button || node.kind == kk::Kind::kRadio || node.kind == kk::Kind::kCheckbox) ids.push_back(node.id);
  }
  return ids;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const kk::Questionnaire& q = kk::test::every_field();
  kk::Session session(q);
  std::vector<kk::Level> chosen = kk::blank_answers(q).questions;
  for (std::size_t i = 0; i < size && i < 60; ++i) {
    const std::vector<std::string> ids = controls(build_view(session, {.width = data[i] % 2 ? 340.f : 720.f}));
    const std::string id = ids[data[i] % ids.size()];
    const kk::Place before = session.place();
    const bool asks = before.screen == kk::Screen::kQuestion;
    session.act(id);
    if (id == "nav.wipe") chosen = kk::blank_answers(q).questions;
    if (asks && id == "nav.skip") chosen[static_cast<std::size_t>(before.index)] = kk::kSkipped;
    const std::size_t dot = id.find('.');
    if (const int question = q.question_index(id.substr(0, dot)); asks && question >= 0) {
      chosen[static_cast<std::size_t>(question)] =
          id.substr(dot + 1) == "unknown" ? kk::kUnknown : static_cast<kk::Level>(std::stoi(id.substr(dot + 2)));
    }
    for (std::size_t n = 0; n < chosen.size(); ++n) {
      const bool is_asked = session.asks(static_cast<int>(n));
      kk::test::require(session.answers().questions[n] == (is_asked ? chosen[n] : kk::kSkipped),
                        "what was chosen counts");
    }
    kk::test::require(kk::place_named(q, kk::name_of(session.place())) == session.place(),
                      "a screen's name leads there");
    const bool is_hidden = session.place().screen == kk::Screen::kQuestion && !session.asks(session.place().index);
    kk::test::require(!is_hidden, "no question is open that is not asked");
  }
  return 0;
}
