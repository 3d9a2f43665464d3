# The rooms of src. A folder with a CMakeLists.txt is a room: one target with its own list of sources, and what it may
# include is what it links. scripts/rooms.mjs holds every #include against these calls.

# What everything of ours is compiled with under the sanitizers and for fuzzing.
add_library(kk_instrumented INTERFACE)
if(KK_SANITIZE)
  target_compile_options(kk_instrumented INTERFACE -fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all -fno-omit-frame-pointer)  # no types at run time
  target_link_options(kk_instrumented INTERFACE -fsanitize=address,undefined)
  target_compile_definitions(kk_instrumented INTERFACE _GLIBCXX_ASSERTIONS KK_SANITIZED)
endif()
if(KK_FUZZ)
  target_compile_options(kk_instrumented INTERFACE -fsanitize=fuzzer-no-link)
endif()

# kk_product(TARGET): our own code. Includes are rooted at src; nothing throws; warnings are errors (gcc calls a
# constructor's parameter a shadow of the member that it fills; clang does not, and looks at the rest).
function(kk_product target)
  target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}/src")
  target_compile_options(${target} PRIVATE -fno-exceptions -fno-rtti -Wall -Wextra -Wconversion
    $<$<CXX_COMPILER_ID:Clang>:-Wshadow>)
  target_link_libraries(${target} PUBLIC kk_instrumented)
  if(KK_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()

# kk_room(TARGET SOURCES FILES... [USES TARGETS...])
function(kk_room target)
  cmake_parse_arguments(PARSE_ARGV 1 room "" "" "SOURCES;USES")
  add_library(${target} STATIC ${room_SOURCES})
  kk_product(${target})
  target_link_libraries(${target} PUBLIC ${room_USES})
endfunction()

# kk_embed(NAME OUTPUT INPUT FILES...): a C++ file that defines NAME, made from INPUT by cmake/embed.cmake, again whenever one of FILES changes.
function(kk_embed name output input)
  set(script "${PROJECT_SOURCE_DIR}/cmake/embed.cmake")
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DNAME=${name}" "-DOUTPUT=${output}" "-DINPUT=${input}" -P "${script}"
    DEPENDS "${script}" ${ARGN}
    VERBATIM)
endfunction()
