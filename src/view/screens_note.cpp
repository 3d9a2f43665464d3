// Privacy and "about this compass": plain text pages, reached from the intro and from each other.
#include "view/builder.h"

namespace kk {

void note_screen(Builder& b) {
  const bool privacy = b.session.place().screen == Screen::kPrivacy;
  const std::string name = name_of(b.session.place());
  const int screen = b.add(-1, name, Kind::kGroup, Look::kScreen);
  const int head = b.add(screen, name + ".head", Kind::kGroup, Look::kHead);
  b.heading(head, name + ".h", 1, Look::kPageTitle, privacy ? b.words.privacy : b.words.about);
  if (privacy) b.paragraph(screen, name + ".promise", Look::kBody, b.words.promise);
  for (const Note& note : b.q.notes) {
    if (note.id == name) b.paragraph(screen, name + ".note", Look::kBody, b.text(note.text));
  }
  if (!privacy) {
    b.paragraph(screen, name + ".limits", Look::kBody, b.text(b.q.limits));
    b.paragraph(screen, name + ".version", Look::kUnder,
                fill(b.words.version, {{"version", KK_VERSION}, {"questionnaire", b.q.id}, {"content", b.q.version}}));
  }
  const int foot = b.add(screen, name + ".foot", Kind::kGroup, Look::kFoot);
  b.button(foot, "nav.back", Look::kSecondary, b.words.back);
  b.button(foot, privacy ? "go.about" : "go.privacy", Look::kTextButton, privacy ? b.words.about : b.words.privacy);
}

}  // namespace kk
