# The suites that are no GoogleTest, for ctest, an IDE and scripts/test: every tests/**/*.test.mjs as it stands, and scripts/check.
# Labels: native, node, browser, and quick for those of scripts/test --quick.
find_program(KK_NODE NAMES node nodejs)
if(NOT KK_NODE)
  message(STATUS "No Node.js: the tests of the page are left out (scripts/setup tests installs it)")
  return()
endif()

# What the tests of the page open: dist/.
add_test(NAME dist COMMAND "${PROJECT_SOURCE_DIR}/scripts/build")
set_tests_properties(dist PROPERTIES LABELS setup FIXTURES_SETUP dist TIMEOUT 900 RUN_SERIAL ON)

add_test(NAME check COMMAND "${PROJECT_SOURCE_DIR}/scripts/check")
set_tests_properties(check PROPERTIES LABELS quick TIMEOUT 300 COST 60)

# kk_node_suites(LABEL PREFIX FOLDER [EXCEPT NAME...] [ENVIRONMENT NAME=VALUE...]): a suite for each FOLDER/*.test.mjs.
function(kk_node_suites label prefix folder)
  cmake_parse_arguments(PARSE_ARGV 3 arg "" "" "EXCEPT;ENVIRONMENT")
  file(GLOB files CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}/${folder}" "${folder}/*.test.mjs")
  foreach(file IN LISTS files)
    string(REPLACE ".test.mjs" "" name "${file}")
    if(name IN_LIST arg_EXCEPT)
      continue()
    endif()
    cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}/${folder}" NORMALIZE)
    add_test(NAME "${prefix}${name}" COMMAND "${KK_NODE}" "${file}" WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
    set_tests_properties("${prefix}${name}" PROPERTIES LABELS ${label} FIXTURES_REQUIRED dist TIMEOUT 480 ENVIRONMENT "${arg_ENVIRONMENT}")
  endforeach()
endfunction()

kk_node_suites(node "" ".")
kk_node_suites(browser browser/ browser)

# browser/each holds for whatever an author writes. With the first questionnaire all of it runs; with the others of ours what looks at
# their texts, scores, screens or codes. What is left out meets the same program whatever the questionnaire says: a
# field for codes, frames and their hosts, damaged pages, drawing at rest, colours, reloading, spacing and media.
# Random walks with all of them are scripts/fuzz's.
set(not_of_the_questionnaire code_field embed fallback idle random resume views wcag_colour)
file(GLOB questionnaires CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/assets/questionnaires/*.json")
foreach(file IN LISTS questionnaires)
  cmake_path(GET file STEM name)
  set(except ${not_of_the_questionnaire})
  if(name STREQUAL "klantgedreven")
    set(except "")
  elseif(name STREQUAL "minimal")
    list(APPEND except wcag_operate wcag_understand)  # its controls are some of the others'
  endif()
  kk_node_suites(browser "browser/${name}/" browser/each EXCEPT ${except} ENVIRONMENT QUESTIONNAIRE=${name})
endforeach()

# The longest first; and one pass of the reader's way for those who want to know soon.
set_tests_properties(browser/klantgedreven/flow PROPERTIES LABELS "browser;quick")
