// How Dear ImGui is built, native and WASM (IMGUI_USER_CONFIG): only what the painter uses.
#pragma once

// Natively ImGui's assertions are ours too: painter tests run under them. A reader's page never aborts.
#ifdef __EMSCRIPTEN__
#define IM_ASSERT(expression) ((void)0)
#endif

// No demo, no metrics window, no clipboard, shell or file access: the page shows pictures of nodes, nothing else.
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS

// Glyphs come from the browser: ImGui's official hook for another font loader is ImGuiFreeType::GetFontLoader(),
// which src/paint defines itself. Neither FreeType nor stb_truetype nor the built-in font is compiled in.
#define IMGUI_ENABLE_FREETYPE
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_USE_WCHAR32  // any character, emoji included

// musl's printf brings 128-bit floats along (11 KB compressed); src/web/slim.cpp has the few formats ImGui uses.
#ifdef __EMSCRIPTEN__
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS
#endif
