#include <algorithm>
#include <cassert>

#include "base/phrase.h"
#include "exchange/result_code.h"
#include "view/files/files.h"
#include "view/paper.h"
#include "view/words/words.h"

namespace kk {
namespace {

/// Controls, what only explains a drawing, and what is not the result's.
bool is_left_out(const Node& node, ScreenRows screens) {
  if (node.parent < 0) {
    const auto is_its = [&](const ScreenRow& row) {
      const bool shares = row.link == Link::kTabAside || row.under == Screen::kShare;
      return row.name == node.id && row.part == Part::kResult && !shares;
    };
    return std::none_of(screens.begin(), screens.end(), is_its);
  }
  switch (node.kind) {
    case Kind::kSpan:
    case Kind::kHeader:
    case Kind::kNav:
    case Kind::kButton:
    case Kind::kSwitch:
    case Kind::kRadioGroup:
    case Kind::kRadio:
    case Kind::kCheckbox:
    case Kind::kTextarea:
    case Kind::kText:
    case Kind::kDate:
      return true;
    default:
      return node.look == Look::kKey || node.look == Look::kStripColumn || node.look == Look::kTarget;
  }
}

/// Nothing in it is read as a sign of Markdown or HTML (CommonMark 2.4).
std::string escaped(std::string_view text) {
  constexpr std::string_view kSigns = "\\`*_[]<>|#~&@";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    // The last two: what GitHub's Markdown makes a link of by itself.
    const bool links = rest.starts_with("://") || (text[i] == '.' && out.ends_with("www"));
    if (links || kSigns.find(text[i]) != std::string_view::npos) out += '\\';
    out += text[i] == '\n' ? ' ' : text[i];
  }
  // What would begin a list.
  const std::size_t digits = out.find_first_not_of("0123456789");
  if (digits == 0 && (out[0] == '-' || out[0] == '+' || out[0] == '=')) return "\\" + out;
  if (digits != std::string::npos && digits > 0 && (out[digits] == '.' || out[digits] == ')')) out.insert(digits, "\\");
  return out;
}

class MarkdownWriter {
 public:
  explicit MarkdownWriter(const View& view) : view_(view) {}

  /// What begins a block and is no node.
  void line(std::string_view sign, std::string_view text) { block(cat(sign, escaped(text))); }

  void write(ScreenRows screens) {
    for (std::size_t i = 0; i < view_.nodes.size(); ++i) {
      const Node& node = view_.nodes[i];
      const bool inside = node.parent >= 0;
      left_out_.push_back((inside && left_out_[static_cast<std::size_t>(node.parent)]) || is_left_out(node, screens));
      if (!left_out_[i]) write(node);
    }
    end_row();
    inside_ = false;
  }

  std::string take() { return out_.substr(1); }  // without the empty line before the first block

 private:
  void write(const Node& node) {
    switch (node.kind) {
      case Kind::kTable:  // its name is its figure's, or in its heads
        end_row();
        out_ += '\n';
        rows_ = 0;
        return;
      case Kind::kRow:
        end_row();
        row_ = "|";
        cells_ = 0;
        return;
      case Kind::kColumnHead:
      case Kind::kRowHead:
      case Kind::kCell:
        row_ += cat(" ", escaped(node.text), " |");
        ++cells_;
        return;
      default:
        break;
    }
    end_row();
    inside_ = is_in_item(node);
    if (node.kind == Kind::kItem) item_ = node_number_of(node);
    // Where figures are near each other, one finding may stand for both.
    const bool told = node.kind == Kind::kFigure && out_.find(escaped(node.text)) != std::string::npos;
    if (node.text.empty() || told) return;
    if (node.kind == Kind::kHeading) {
      // The first level is the whole text's.
      line(cat(std::string_view("####").substr(0, static_cast<std::size_t>(node.level) + 1), " "), node.text);
    } else {
      line({}, node.text);
    }
  }

  /// The sign of an item stands before the first text in it.
  std::string node_number_of(const Node& node) {
    const bool ordered = view_.nodes[static_cast<std::size_t>(node.parent)].kind == Kind::kOrdered;
    if (!ordered) return "- ";
    number_ = node.parent == list_ ? number_ + 1 : 1;
    list_ = node.parent;
    return cat(number_, ". ");
  }

  void block(const std::string& text) {
    out_ += cat("\n", !item_.empty() ? item_ : inside_ ? "   " : "", text, "\n");
    item_.clear();
  }

  bool is_in_item(const Node& node) const {
    for (const Node* at = &node; at->parent >= 0;) {
      at = &view_.nodes[static_cast<std::size_t>(at->parent)];
      if (at->kind == Kind::kItem) return true;
    }
    return false;
  }

  void end_row() {
    if (row_.empty()) return;
    out_ += cat(row_, "\n");
    if (rows_++ == 0) {
      out_ += '|';
      for (int i = 0; i < cells_; ++i) out_ += " --- |";
      out_ += '\n';
    }
    row_.clear();
  }

  const View& view_;
  std::vector<bool> left_out_;
  std::string out_, row_, item_;
  bool inside_ = false;  ///< of an item: its blocks are indented
  int rows_ = 0, cells_ = 0, number_ = 0, list_ = -1;
};

}  // namespace

std::string markdown_file(const Session& session) {
  Session other = session;
  other.act("go.result");
  const View paper = build_paper(other, {}, Behind::kAllPages);
  const Questionnaire& q = session.questionnaire();
  const Words& words = words_for(paper.language);
  MarkdownWriter writer(paper);
  writer.line("# ", q.title[static_cast<std::size_t>(session.language())]);
  writer.write(session.screens());
  writer.line({}, words.one_view);
  writer.line({}, cat(words.code, ": ", result_code(q, session.answers()), " (", q.id, " ", q.version, ")"));
  return writer.take();
}

}  // namespace kk
