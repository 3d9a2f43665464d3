// The screens.
#pragma once

#include "view/builder.h"

namespace kk {

// One function a screen; each adds its container (whose id is the screen's name) and everything in it.
void intro_screen(Builder& b);
void question_screen(Builder& b);
void result_screen(Builder& b);
/// How others scored, and the author's invitation; nothing where the author gave none.
void benchmark(Builder& b, int parent);
void invitation(Builder& b, int parent);
void steps_screen(Builder& b);
void note_screen(Builder& b);
void announcement_screen(Builder& b);
void role_screen(Builder& b);
void claim_screen(Builder& b);
void profile_screen(Builder& b);
void ticks_screen(Builder& b);
void context_screen(Builder& b);
void patterns_screen(Builder& b);
void mirror_screen(Builder& b);
void share_screen(Builder& b);
void code_screen(Builder& b);

/// What an author chooses, below the title of the panel.
void embed_panel(Builder& b, int screen);

/// Links to what the questionnaire is, where its figures come from, what its words mean, and privacy.
void sources(Builder& b, int parent);

/// Tabs of the result pages.
void tabs(Builder& b, int parent);

}  // namespace kk
