// Dear ImGui's tables weigh 9 KB compressed, kept alive by its error recovery and its end of frame. The painter never
// opens one, so the WASM has these instead of imgui_tables.cpp.
#include "imgui.h"
#include "imgui_internal.h"

namespace ImGui {

void EndColumns() {}
void EndTable() {}
void TablePushColumnChannel(int) {}
void TablePopColumnChannel() {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactSettings() {}
void TableSettingsAddSettingsHandler() {}

}  // namespace ImGui
