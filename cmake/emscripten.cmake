# Toolchain of the WASM: em++ from $EMCXX, else from PATH. Debian 12's 3.1.6 and anything newer will do.
# Not Emscripten's own toolchain file: its place differs between Debian and emsdk, and a standalone WASM needs none of it.
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
set(KK_WEB ON)

find_program(KK_EMXX NAMES "$ENV{EMCXX}" em++ REQUIRED)
get_filename_component(kk_emscripten "${KK_EMXX}" DIRECTORY)
set(CMAKE_CXX_COMPILER "${KK_EMXX}")
set(CMAKE_AR "${kk_emscripten}/emar" CACHE FILEPATH "")
set(CMAKE_RANLIB "${kk_emscripten}/emranlib" CACHE FILEPATH "")
