# What every target of this project shares: language, warnings, strict Qt, sanitizers; and the functions that
# declare a library (one per folder), the tests of a folder and a benchmark.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")
# For all, not only where Qt or RE2 asks for it: a precompiled header serves only who is compiled the same way.
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
add_compile_options(-pthread)

# moc 6.4 stumbles over libstdc++'s <concepts>, and needs nothing of it.
set(CMAKE_AUTOMOC_MOC_OPTIONS -D_GLIBCXX_CONCEPTS=1)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Network Sql Svg PrintSupport Pdf DBus Test LinguistTools)
find_package(Qt6Keychain REQUIRED)
find_package(Threads REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(simdjson 3 REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc i18n)
find_package(PkgConfig REQUIRED)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
find_library(ZXCVBN_LIBRARY zxcvbn REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(QRENCODE REQUIRED IMPORTED_TARGET libqrencode)
find_package(OpenSSL 3 REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(Poco 1.11 REQUIRED COMPONENTS Foundation Net NetSSL Util)

add_library(quanke_common INTERFACE)
target_compile_options(quanke_common INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast -Wcast-qual
    -Wimplicit-fallthrough -Wswitch)
# g++ 12 sees an overlap in every `"text" + std::string` it inlines (its bug 105651, mended in 13).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(quanke_common INTERFACE -Wno-restrict)
endif()
if(QUANKE_WARNINGS_ARE_ERRORS)
    target_compile_options(quanke_common INTERFACE -Werror)
endif()
target_compile_definitions(quanke_common INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_KEYWORDS QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_include_directories(quanke_common INTERFACE "${CMAKE_SOURCE_DIR}/src")
if(QUANKE_SANITIZE)
    target_compile_options(quanke_common INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(quanke_common INTERFACE -fsanitize=address,undefined)
endif()

if(QUANKE_FUZZ)
    target_compile_options(quanke_common INTERFACE
        -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(quanke_common INTERFACE -fsanitize=address,undefined)
endif()

# Parsing the headers of others is nine tenths of a test's build.
include(PrecompiledHeaders)

# quanke_add_library(<name> [QT] LINKS <targets…>): a static library of every .cpp in this folder.
# QT turns on moc, uic (forms come from ui/<folder>) and rcc.
function(quanke_add_library name)
    cmake_parse_arguments(ARGUMENT "QT" "" "LINKS" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h"
        "${CMAKE_CURRENT_SOURCE_DIR}/*.qrc")
    list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
    if(NOT sources MATCHES "\\.cpp")
        add_library(${name} INTERFACE)
        target_link_libraries(${name} INTERFACE quanke_common ${ARGUMENT_LINKS})
        return()
    endif()
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PUBLIC quanke_common ${ARGUMENT_LINKS})
    quanke_use_precompiled_headers(${name})
    if(ARGUMENT_QT)
        set_target_properties(${name} PROPERTIES AUTOMOC ON AUTOUIC ON AUTORCC ON
            AUTOUIC_SEARCH_PATHS "${CMAKE_SOURCE_DIR}/ui")
        # What moc makes is compiled with the rest of the folder, not as a file of its own.
        set(moc "${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/mocs_compilation.cpp")
        set_source_files_properties("${moc}" PROPERTIES HEADER_FILE_ONLY ON)
        file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/moc.cpp" CONTENT "#include \"${moc}\"\n")
        set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/moc.cpp" PROPERTIES SKIP_AUTOGEN ON)
        target_sources(${name} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/moc.cpp")
    endif()
endfunction()

# quanke_add_tests(PREFIX <text> LINKS <targets…> [NEEDS <targets…>] [LABELS <labels…>] [BESIDE_PROGRAMS]): every tst_*.cpp in
# this folder is a ctest entry, <PREFIX><subject>, offscreen, with its own home folder, nobody's keyring, in the language it asks for itself.
# NEEDS are programs that it starts; BESIDE_PROGRAMS puts it where they are.
# With unity builds the files are one program, <folder>_tests, that is told which to run (support/testprogram.h); without
# them, and where a test has its own main, each is a program <PREFIX><subject>_test.
function(quanke_add_tests)
    cmake_parse_arguments(ARGUMENT "BESIDE_PROGRAMS" "PREFIX" "LINKS;NEEDS;LABELS" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/tst_*.cpp")
    file(RELATIVE_PATH folder "${CMAKE_SOURCE_DIR}/tests" "${CMAKE_CURRENT_SOURCE_DIR}")
    string(REPLACE "/" "_" program "${folder}_tests")
    set(together "")
    foreach(source IN LISTS sources)
        get_filename_component(name "${source}" NAME_WE)
        string(REPLACE "tst_" "" subject "${name}")
        set(test "${ARGUMENT_PREFIX}${subject}")
        set(moc "${CMAKE_CURRENT_BINARY_DIR}/${name}.moc")
        # Not AUTOMOC, which is a second build for each program: here it is one file, and moc needs no headers.
        add_custom_command(OUTPUT "${moc}" COMMAND Qt6::moc -o "${moc}" "${source}" DEPENDS "${source}" VERBATIM)
        file(STRINGS "${source}" class REGEX "^QTEST_(GUILESS_)?MAIN")
        if(class AND CMAKE_UNITY_BUILD)
            string(REGEX REPLACE ".*\\((.*)\\)" "\\1" class "${class}")
            list(APPEND together "${source}")
            list(APPEND mocs "${moc}")
            string(APPEND declarations "int run${class}(int count, char **arguments);\n")
            string(APPEND entries "{\"${subject}\", run${class}}, ")
            string(APPEND names " ${subject}")
            add_test(NAME ${test} COMMAND ${program} ${subject})
        else()
            quanke_add_test_program(${test}_test "${source}" "${moc}")
            add_test(NAME ${test} COMMAND ${test}_test)
        endif()
        set(home "${CMAKE_BINARY_DIR}/tests/home/${test}")
        file(MAKE_DIRECTORY "${home}")
        set_tests_properties(${test} PROPERTIES TIMEOUT 300 LABELS "${ARGUMENT_LABELS}"
            ENVIRONMENT "QT_QPA_PLATFORM=offscreen;HOME=${home};XDG_DATA_HOME=${home}/data;XDG_CONFIG_HOME=${home}/config;XDG_CACHE_HOME=${home}/cache;XDG_RUNTIME_DIR=${home};DBUS_SESSION_BUS_ADDRESS=disabled:;LC_ALL=C.UTF-8")
    endforeach()
    if(together)
        set(generated "${CMAKE_CURRENT_BINARY_DIR}/${program}")
        set(parts "")
        file(READ "${CMAKE_SOURCE_DIR}/tests/support/testprogram.cpp.in" main)
        while(together)
            list(SUBLIST together 0 14 some)
            list(REMOVE_ITEM together ${some})
            list(TRANSFORM some REPLACE "(.+)" "#include \"\\1\"\n")
            list(JOIN some "" some)
            list(LENGTH parts number)
            file(CONFIGURE OUTPUT "${generated}_${number}.cpp"
                CONTENT "#include \"support/testprogram.h\"\n${some}\n${main}" @ONLY)
            list(APPEND parts "${generated}_${number}.cpp")
            set(main "") # not a file of its own, which would take three seconds for its precompiled header
        endwhile()
        quanke_add_test_program(${program} "${parts}" "${mocs}")
    endif()
endfunction()

# For quanke_add_tests, with its arguments.
function(quanke_add_test_program target sources mocs)
    add_executable(${target} ${sources} ${mocs})
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests" UNITY_BUILD OFF)
    if(ARGUMENT_BESIDE_PROGRAMS)
        set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
    endif()
    target_link_libraries(${target} PRIVATE quanke_common Qt6::Test ${ARGUMENT_LINKS})
    quanke_use_precompiled_headers(${target})
    target_include_directories(${target} PRIVATE "${CMAKE_SOURCE_DIR}/tests" "${CMAKE_CURRENT_BINARY_DIR}")
    target_compile_definitions(${target} PRIVATE
        QUANKE_SOURCE_DIR="${CMAKE_SOURCE_DIR}" QUANKE_BINARY_DIR="${CMAKE_BINARY_DIR}")
    if(ARGUMENT_NEEDS)
        add_dependencies(${target} ${ARGUMENT_NEEDS})
    endif()
endfunction()

# quanke_add_benchmark(<name> LINKS <targets…>): tests/bench/bench_<name>.cpp as a program beside the others in bin.
# Its benchmarks bear the ids of tests/bench/lines.json, from which `./dev bench` makes its table.
function(quanke_add_benchmark name)
    cmake_parse_arguments(ARGUMENT "" "" "LINKS" ${ARGN})
    add_executable(bench_${name} bench_${name}.cpp)
    target_link_libraries(bench_${name} PRIVATE quanke_common benchmark::benchmark ${ARGUMENT_LINKS})
    target_include_directories(bench_${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
    target_compile_definitions(bench_${name} PRIVATE QUANKE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    set_target_properties(bench_${name} PROPERTIES AUTOMOC ON)
endfunction()
