// Delen en bewaren: a comment for under the article, the code and its link, printing, and wiping; and the way back with
// a code.
#include "base/phrase.h"
#include "exchange/result_code.h"
#include "view/builder.h"
#include "view/screens/screen.h"
#include "view/sentences.h"

namespace kk {
namespace {

/// Text for under the article: stage, score and first step, nothing that names an organisation.
std::string comment(const Builder& b) {
  if (!b.result.stage) return std::string(b.words.comment_open);
  const StageResult& stage = *b.result.stage;
  std::string step;
  if (b.session.with_step() && !b.result.steps.empty()) {
    step = fill(b.words.comment_step, {{"step", lower_first(step_text(b, b.result.steps.front()))}});
    step += ' ';
  }
  return fill(b.words.comment, {{"n", stage.final},
                                {"name", b.text(b.q.stages[static_cast<std::size_t>(stage.final - 1)].name)},
                                {"step", step}});
}

/// Sending has a button of its own, below everything else, and says what is sent before it is pressed.
void site_block(Builder& b, int screen) {
  if (b.options.sending == Sending::kNotAsked) return;
  const int site = b.add(screen, "share.site", Kind::kGroup, Look::kSite);
  if (b.options.sending == Sending::kSent) {
    b.paragraph(site, "share.sent", Look::kPlain, b.words.sent);
    return;
  }
  b.paragraph(site, "share.site.what", Look::kPlain, b.words.send_what);
  b.button(site, "site.send", Look::kSecondary, b.words.send);
}

}  // namespace

int titled_set(Builder& b, int list, const std::string& id, const std::string_view& title,
               const std::string_view& remark) {
  const int set = b.add(list, id, Kind::kGroup, Look::kSet);
  const int head = b.add(set, {id, ".head"}, Kind::kGroup, Look::kSetHead);
  b.heading(head, {id, ".h"}, 2, Look::kSectionTitle, title);
  if (!remark.empty()) b.paragraph(head, {id, ".remark"}, Look::kSmallMuted, remark);
  return b.add(set, {id, ".body"}, Kind::kGroup, Look::kColumn);
}

void ask_before_wiping(Builder& b, int parent, std::string_view id, Look acts) {
  b.paragraph(parent, std::string(id), Look::kMessage,
              cat(b.words.restart_ask, b.session.plan().tasks.empty() ? "" : " ",
                  b.session.plan().tasks.empty() ? kNoText : b.words.plan_too));
  const int answers = b.add(parent, std::string(id) + ".acts", Kind::kGroup, acts);
  b.node(b.button(answers, "nav.cancel", Look::kSecondary, b.words.cancel)).described_by = id;
  b.button(answers, "nav.wipe", Look::kCaution, b.words.restart_yes);
}

void share_screen(Builder& b) {
  const int screen = b.add(-1, "share", Kind::kGroup, Look::kScreen);
  tabs(b, screen);
  const int head = b.add(screen, "share.head", Kind::kGroup, Look::kHead);
  b.heading(head, "share.h", 1, Look::kPageTitle, b.words.share_long);
  const int sets = b.add(screen, "share.sets", Kind::kGroup, Look::kSets);

  const int react =
      titled_set(b, sets, "share.react", b.narrow() ? b.words.react_short : b.words.react, b.words.anyone);
  std::string text = comment(b);
  const bool has_code = b.session.with_code() && b.result.answered > 0;
  if (has_code) text += cat(" ", fill(b.words.comment_code, {{"code", result_code(b.q, b.session.answers())}}));
  const int field = b.add(react, "share.text", Kind::kTextarea, Look::kField, text);
  b.node(field).labelled_by = "share.react.h";
  b.node(field).described_by = "share.react.remark";
  if (!b.result.steps.empty() && b.result.stage) {
    const int step = b.add(react, "share.step", Kind::kSwitch, Look::kSwitch, b.words.with_step);
    b.node(step).checked = b.session.with_step();
  }
  if (b.result.answered > 0) {
    b.node(b.add(react, "share.poll", Kind::kSwitch, Look::kSwitch, b.words.with_code)).checked = has_code;
  }
  const int acts = b.add(react, "share.acts", Kind::kGroup, Look::kActs);
  b.node(b.button(acts, "copy.text", Look::kPrimaryPlain, b.words.copy_text)).goes_with = "share.text";

  const int code = titled_set(b, sets, "share.code", b.words.code);
  b.paragraph(code, "share.code.t", Look::kCode, result_code(b.q, b.session.answers()));
  b.paragraph(code, "share.code.who", Look::kSmallMuted, b.words.code_readable);
  const int copies = b.add(code, "share.copies", Kind::kGroup, Look::kActs);
  b.button(copies, "copy.code", Look::kSecondary, b.words.copy_code);
  const auto other = [&](int parent) { b.button(parent, "go.code", Look::kTextButton, b.words.other_code_link); };
  b.options.linkable ? void(b.button(copies, "copy.link", Look::kSecondary, b.words.copy_link)) : other(copies);
  if (b.result.stage) b.paragraph(code, "share.code.again", Look::kSmallMuted, b.words.again);
  if (b.options.linkable) {
    // Four beside each other have no room at any width.
    const int invites = b.add(code, "share.invites", Kind::kGroup, Look::kActs);
    b.button(invites, "copy.invite", Look::kSecondary, b.words.copy_invite);
    other(invites);
  }

  const int print = titled_set(b, sets, "share.print", b.words.keep);
  const int prints = b.add(print, "share.prints", Kind::kGroup, Look::kActs);
  b.button(prints, "page.print", Look::kSecondary, b.words.print);
  b.button(prints, "go.files", Look::kTextButton, b.words.files);
  if (!b.session.confirming()) {
    // Three stand beside each other only where there is room; one above the other they would be as high as a question.
    const int wipes = b.narrow() ? b.add(print, "share.wipes", Kind::kGroup, Look::kActs) : prints;
    b.button(wipes, "nav.restart", Look::kCaution, b.words.wipe);
  } else {
    ask_before_wiping(b, print, "share.ask", Look::kActs);
  }
  sources(b, screen);
  const int links = b.add(screen, "share.links", Kind::kGroup, Look::kLinks);
  b.button(links, "go.embed", Look::kLink, b.words.embed_link);
  site_block(b, screen);
}

void code_field(Builder& b, int parent, const std::string& id, const char* hint) {
  // Like every message, before the control it is about: read on the way to it.
  const std::string why = refusal(b);
  if (!why.empty()) b.paragraph(parent, {id, ".message"}, Look::kMessage, why);
  const int set = b.add(parent, {id, ".set"}, Kind::kGroup, Look::kSets);
  Node& field = b.node(b.add(set, {id, ".text"}, Kind::kTextarea, Look::kField));
  field.name = b.words.code;
  field.described_by = why.empty() ? hint : id + ".message";
  field.goes_with = id + ".open";
  field.invalid = !why.empty();
  if (field.invalid) b.view.focus = field.id;
}

void code_screen(Builder& b) {
  const int screen = b.add(-1, "code", Kind::kGroup, Look::kScreen);
  const int head = b.add(screen, "code.head", Kind::kGroup, Look::kHead);
  b.heading(head, "code.h", 1, Look::kPageTitle, b.words.code_title);
  b.paragraph(screen, "code.hint", Look::kBody, b.words.code_hint);
  const bool has_answers = b.session.answers() != blank_answers(b.q);
  if (has_answers) b.paragraph(screen, "code.replaces", Look::kBody, b.words.code_replaces);
  code_field(b, screen, "code", "code.hint");
  const int foot = b.add(screen, "code.foot", Kind::kGroup, Look::kFoot);
  b.button(foot, "nav.back", Look::kSecondary, b.words.back);
  if (has_answers) {
    b.node(b.button(foot, "compare.open", Look::kSecondary, b.words.compare_open)).goes_with = "code.text";
  }
  b.node(b.button(foot, "code.open", Look::kPrimary, b.words.code_open)).goes_with = "code.text";
}

}  // namespace kk
