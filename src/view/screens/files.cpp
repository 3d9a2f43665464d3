// Bewaren: on this device, and as files, one kind at a time. What is in a file stands on the page too: where downloads
// are forbidden, which no page can find out, it can be copied.
#include "view/files/files.h"

#include <iterator>

#include "base/phrase.h"
#include "view/builder.h"
#include "view/screens/screen.h"

namespace kk {
namespace {

/// As a field shows it: a browser takes carriage returns out of one, and a byte order mark is nothing to read.
std::string as_field(std::string text) {
  std::erase(text, '\r');
  return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
}

struct KindWords {
  std::string_view name, use;
};

void device(Builder& b, int sets) {
  const Keeping keeping = b.options.keeping;
  if (keeping == Keeping::kNotOffered) return;
  const int body = titled_set(b, sets, "files.keep", b.words.keep_here);
  const int control = b.add(body, "page.keep", Kind::kSwitch, Look::kSwitch, b.words.keep_switch);
  b.node(control).checked = keeping == Keeping::kOn;
  b.node(control).described_by = "files.keep.what";
  b.paragraph(body, "files.keep.what", Look::kUnder,
              keeping == Keeping::kOther ? b.words.keep_other : b.words.keep_what);
}

}  // namespace

void files_screen(Builder& b) {
  const Words& w = b.words;
  const KindWords kinds[] = {{w.file_table, w.file_table_for},
                             {w.file_text, w.file_text_for},
                             {w.file_calendar, w.file_calendar_for},
                             {w.file_answers, w.file_answers_for},
                             {w.file_statement, w.file_statement_for}};
  static_assert(std::size(kinds) == std::size(kFileKinds));
  const FileKind chosen = b.session.file();
  const auto at = static_cast<std::size_t>(chosen);
  const int screen = b.add(-1, "files", Kind::kGroup, Look::kScreen);
  tabs(b, screen);
  const int head = b.add(screen, "files.head", Kind::kGroup, Look::kHead);
  b.heading(head, "files.h", 1, Look::kPageTitle, w.files_title);
  b.paragraph(head, "files.lead", Look::kPageLead, w.files_lead);
  const int sets = b.add(screen, "files.sets", Kind::kGroup, Look::kSets);

  device(b, sets);
  const int kind = titled_set(b, sets, "files.kind", w.files_kind);
  const int group = b.add(kind, "files.kind.g", Kind::kRadioGroup, Look::kPills);
  b.node(group).labelled_by = "files.kind.h";
  for (std::size_t i = 0; i < std::size(kinds); ++i) {
    const int radio = b.add(group, cat("file.", kFileKinds[i]), Kind::kRadio, Look::kUnknown, kinds[i].name);
    b.node(radio).checked = i == at;
  }
  b.paragraph(kind, "files.use", Look::kUnder, kinds[at].use);

  const int content = titled_set(b, sets, "files.content", w.file_content);
  const std::string text = as_field(file_of(b.session, chosen, b.options.facts));
  const bool fits = text.size() <= kMostTextBytes;
  if (fits) {
    const int field = b.add(content, "files.text", Kind::kTextarea, Look::kField, text);
    b.node(field).labelled_by = "files.content.h";
  } else {
    b.paragraph(content, "files.long", Look::kUnder, w.file_long);
  }
  const int acts = b.add(content, "files.acts", Kind::kGroup, Look::kActs);
  b.button(acts, "page.save", Look::kPrimaryPlain, w.file_save);
  if (fits) b.node(b.button(acts, "copy.file", Look::kSecondary, w.file_copy)).goes_with = "files.text";

  const int print = titled_set(b, sets, "files.print", w.print);
  b.node(b.add(print, "files.appendix", Kind::kSwitch, Look::kSwitch, w.appendix)).checked = b.session.appendix();
  b.button(b.add(print, "files.prints", Kind::kGroup, Look::kActs), "page.print", Look::kSecondary, w.print);
  const int foot = b.add(screen, "files.foot", Kind::kGroup, Look::kFoot);
  b.button(foot, "go.share", Look::kSecondary, w.share_long);
}

}  // namespace kk
