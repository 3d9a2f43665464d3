# What every room of src has in common.

# kk_product(TARGET): our own code. Includes are rooted at src; nothing throws; warnings are errors.
function(kk_product target)
  target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}/src")
  target_compile_options(${target} PRIVATE -fno-exceptions -fno-rtti -Wall -Wextra)
  if(KK_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()

# kk_embed(OUTPUT INPUT FILES...): a C++ file made from INPUT by scripts/cmake/embed.cmake, again whenever one of FILES changes.
function(kk_embed output input)
  set(script "${PROJECT_SOURCE_DIR}/scripts/cmake/embed.cmake")
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${output}" "-DINPUT=${input}" -P "${script}"
    DEPENDS "${script}" ${ARGN}
    VERBATIM)
endfunction()
