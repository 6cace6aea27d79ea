# Headers of others, precompiled. A folder says which it wants by QUANKE_PRECOMPILED_HEADERS, its subfolders inherit that:
# standard (the standard library and JSON), windows (Qt Widgets besides), gateway (POCO's definitions), tests (standard and
# QtTest), window_tests, gateway_tests. The presets besides compile sixteen files of a folder as one (CMAKE_UNITY_BUILD); who
# works on a few files for long may turn that off in their build folder.
set(QUANKE_PRECOMPILED_HEADERS standard)

set(standard_headers <algorithm> <chrono> <functional> <map> <memory> <optional> <set> <sstream> <string> <string_view>
    <unordered_map> <variant> <vector> <nlohmann/json.hpp>)
# Not <QtTest>: what that holds depends on the other modules of Qt that a program links.
set(test_headers <QtTest/qtestcase.h> <QtTest/qsignalspy.h>)

# quanke_precompile(<part> LINKS <targets…> HEADERS <headers…>): the object library whose header the targets reuse.
function(quanke_precompile part)
    cmake_parse_arguments(ARGUMENT "" "" "LINKS;HEADERS" ${ARGN})
    set(source "${CMAKE_BINARY_DIR}/precompiled/${part}.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "// Only carries a precompiled header.\n")
    add_library(quanke_headers_${part} OBJECT "${source}")
    target_link_libraries(quanke_headers_${part} PRIVATE quanke_common nlohmann_json::nlohmann_json ${ARGUMENT_LINKS})
    target_precompile_headers(quanke_headers_${part} PRIVATE ${ARGUMENT_HEADERS})
endfunction()

if(QUANKE_PRECOMPILE)
    # Without the folder that QtTest defines for each target (for QFINDTESTDATA, which nobody here uses), which no shared
    # header would survive.
    set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)
    quanke_precompile(standard HEADERS ${standard_headers})
    quanke_precompile(windows LINKS Qt6::Widgets HEADERS ${standard_headers} <QtWidgets>)
    quanke_precompile(gateway LINKS Poco::Net HEADERS ${standard_headers})
    quanke_precompile(tests LINKS Qt6::Test HEADERS ${standard_headers} ${test_headers})
    quanke_precompile(gateway_tests LINKS Poco::Net Qt6::Test HEADERS ${standard_headers} ${test_headers})
    quanke_precompile(window_tests LINKS Qt6::Widgets Qt6::Test HEADERS ${standard_headers} <QtWidgets> ${test_headers})
endif()

# quanke_use_precompiled_headers(<target> [<part>]): those of <part>, else those of the folder.
function(quanke_use_precompiled_headers target)
    if(QUANKE_PRECOMPILE)
        set(part "${QUANKE_PRECOMPILED_HEADERS}")
        if(ARGC GREATER 1)
            set(part "${ARGV1}")
        endif()
        target_precompile_headers(${target} REUSE_FROM quanke_headers_${part})
    endif()
endfunction()
