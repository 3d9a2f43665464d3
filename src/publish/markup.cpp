#include "publish/markup.h"

#include "base/escape.h"
#include "view/words/words.h"

namespace kk {
namespace {

std::string_view tag_of(const Node& node) {
  switch (node.kind) {
    case Kind::kGroup:
      return "div";
    case Kind::kHeader:
      return "header";
    case Kind::kNav:
      return "nav";
    case Kind::kHeading:
      return node.level <= 1 ? "h1" : node.level == 2 ? "h2" : "h3";
    case Kind::kParagraph:
      return "p";
    case Kind::kSpan:
      return "span";
    case Kind::kList:
      return "ul";
    case Kind::kOrdered:
      return "ol";
    case Kind::kItem:
      return "li";
    case Kind::kRadioGroup:
      return "fieldset";
    case Kind::kRadio:
    case Kind::kCheckbox:
      return "label";
    case Kind::kSwitch:
    case Kind::kButton:
      return "button";
    case Kind::kAnchor:
      return "a";
    case Kind::kTextarea:
      return "textarea";
    case Kind::kText:
    case Kind::kDate:
      return "input";
    case Kind::kFigure:
      return "figure";
    case Kind::kTable:
      return "table";
    case Kind::kRow:
      return "tr";
    case Kind::kColumnHead:
    case Kind::kRowHead:
      return "th";
    case Kind::kCell:
      return "td";
  }
  return "div";
}

/// Attributes that belong to a kind whatever its node says.
std::string_view fixed_attributes(Kind kind) {
  switch (kind) {
    case Kind::kList:
    case Kind::kOrdered:
      return " role=\"list\"";
    case Kind::kRadioGroup:
      return " role=\"radiogroup\"";
    case Kind::kSwitch:
      return " type=\"button\" role=\"switch\" aria-checked=\"false\"";
    case Kind::kButton:
      return " type=\"button\"";
    case Kind::kAnchor:
      return " target=\"_blank\" rel=\"noopener noreferrer\"";
    case Kind::kTable:
      return " role=\"table\"";
    case Kind::kRow:
      return " role=\"row\"";
    case Kind::kColumnHead:
      return " role=\"columnheader\" scope=\"col\"";
    case Kind::kRowHead:
      return " role=\"rowheader\" scope=\"row\"";
    case Kind::kCell:
      return " role=\"cell\"";
    default:
      return {};
  }
}

class Writer {
 public:
  Writer(const View& view, std::string& out) : view_(view), out_(out) {}

  void children(int parent) {
    for (int i = parent + 1; i < static_cast<int>(view_.nodes.size()); ++i) {
      if (node(i).parent == parent) element(i);
    }
  }

 private:
  const Node& node(int i) const { return view_.nodes[static_cast<std::size_t>(i)]; }

  void attribute(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    out_ += escape_html(value);
    out_ += '"';
  }

  std::string group_of(int i) const {
    for (int at = node(i).parent; at >= 0; at = node(at).parent) {
      if (node(at).kind == Kind::kRadioGroup) return node(at).id;
    }
    return node(i).id;
  }

  void element(int i) {
    const Node& n = node(i);
    const std::string_view tag = tag_of(n);
    out_ += '<';
    out_ += tag;
    if (n.kind == Kind::kButton || n.kind == Kind::kSwitch) {
      attribute("value", n.id);  // nav.next stands on every screen: no id
    } else {
      attribute("id", "kk-" + n.id);
    }
    // Nothing answers before a script says so: base.css shows them once head.js runs.
    if (n.kind == Kind::kButton || n.kind == Kind::kSwitch) out_ += " hidden";
    attribute("class", "k k-" + std::string(kLookNames[static_cast<std::size_t>(n.look)]));
    out_ += fixed_attributes(n.kind);
    if (n.kind == Kind::kGroup && !n.name.empty()) attribute("role", "group");
    if (!n.text.empty()) attribute("dir", "auto");
    attribute("lang", n.language);
    attribute("aria-label", n.name);
    attribute("href", n.link);
    if (!n.labelled_by.empty()) attribute("aria-labelledby", "kk-" + n.labelled_by);
    if (!n.described_by.empty()) attribute("aria-describedby", "kk-" + n.described_by);
    if (n.current) attribute("aria-current", "true");
    if (n.kind == Kind::kHeading) attribute("tabindex", "-1");
    if (n.look == Look::kScreen && n.id != "intro") out_ += " hidden";
    out_ += '>';
    content(i);
    out_ += "</";
    out_ += tag;
    out_ += '>';
    if (n.look == Look::kHint) message(n);
  }

  void content(int i) {
    const Node& n = node(i);
    const std::string text = escape_html(n.text);
    if (n.kind == Kind::kRadio || n.kind == Kind::kCheckbox) {
      out_ += n.kind == Kind::kRadio ? "<input type=\"radio\"" : "<input type=\"checkbox\"";
      out_ += " autocomplete=\"off\"";  // or a browser brings back what was wiped
      attribute("name", "kk-" + group_of(i));
      attribute("value", n.id);
      out_ += "><span class=\"k-words\">" + text + "</span>";
    } else if (n.kind == Kind::kFigure) {
      out_ += "<figcaption class=\"k-words\">" + text + "</figcaption>";
    } else {
      out_ += text;
    }
    if (n.kind == Kind::kTable) out_ += "<tbody>";
    children(i);
    if (n.kind == Kind::kTable) out_ += "</tbody>";
  }

  /// The line that Volgende shows without a choice: in the page from the start, so that it works before the WASM.
  void message(const Node& hint) {
    const std::string screen = node(hint.parent).id;
    out_ += "<p id=\"kk-" + screen + ".message\" class=\"k k-message\" dir=\"auto\" hidden>" +
            escape_html(words_for(view_.language).missing) + "</p>";
  }

  const View& view_;
  std::string& out_;
};

}  // namespace

std::string markup(const View& view) {
  std::string out;
  Writer(view, out).children(-1);
  return out;
}

}  // namespace kk
