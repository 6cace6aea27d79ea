# Headers of others, precompiled. A folder says which it wants by QUANKE_PRECOMPILED_HEADERS, its subfolders inherit that:
# standard (the standard library and JSON), tests (QtTest besides), windows (what windows and their tests often include
# besides). The presets besides compile sixteen files of a folder as one (CMAKE_UNITY_BUILD); who works on a few files for
# long may turn that off in their build folder.
set(QUANKE_PRECOMPILED_HEADERS standard)

set(standard_headers <algorithm> <chrono> <functional> <map> <memory> <optional> <set> <sstream> <string> <string_view>
    <unordered_map> <variant> <vector> <nlohmann/json.hpp>)
# Not <QtTest>: what that holds depends on the other modules of Qt that a program links.
set(test_headers <QFloat16> <QtTest/qtestcase.h> <QtTest/qsignalspy.h>)
# Not <QtWidgets>: what it holds besides costs every file that is compiled a second.
set(window_headers <QAbstractListModel> <QApplication> <QButtonGroup> <QCheckBox> <QComboBox> <QDialog> <QDir> <QFile>
    <QFileDialog> <QGridLayout> <QHBoxLayout> <QKeyEvent> <QLabel> <QLineEdit> <QListView> <QMessageBox> <QPainter>
    <QPlainTextEdit> <QPushButton> <QRadioButton> <QScrollArea> <QScrollBar> <QShortcut> <QStackedWidget>
    <QStyledItemDelegate> <QTimer> <QToolButton> <QToolTip> <QVBoxLayout>)

# Poco's definitions, for all: a precompiled header serves only who is compiled the same way.
set(shared_definitions "$<TARGET_PROPERTY:Poco::Foundation,INTERFACE_COMPILE_DEFINITIONS>")

# quanke_precompile(<part> LINKS <targets…> HEADERS <headers…>): the object library whose header the targets reuse.
function(quanke_precompile part)
    cmake_parse_arguments(ARGUMENT "" "" "LINKS;HEADERS" ${ARGN})
    set(source "${CMAKE_BINARY_DIR}/precompiled/${part}.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "// Only carries a precompiled header.\n")
    add_library(quanke_headers_${part} OBJECT "${source}")
    target_link_libraries(quanke_headers_${part} PRIVATE quanke_common nlohmann_json::nlohmann_json ${ARGUMENT_LINKS})
    target_compile_definitions(quanke_headers_${part} PRIVATE "${shared_definitions}")
    target_precompile_headers(quanke_headers_${part} PRIVATE ${ARGUMENT_HEADERS})
endfunction()

if(QUANKE_PRECOMPILE)
    # Neither the name of QtTest nor the folder that it defines for each target (for QFINDTESTDATA, which nobody here uses):
    # no shared header would survive them.
    set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS "")
    quanke_precompile(standard HEADERS ${standard_headers})
    quanke_precompile(tests LINKS Qt6::Test HEADERS ${standard_headers} ${test_headers})
    if(BUILD_TESTING) # one for windows and for their tests: it takes half a minute to make
        list(APPEND window_headers ${test_headers})
    endif()
    quanke_precompile(windows LINKS Qt6::Widgets Qt6::Test HEADERS ${standard_headers} ${window_headers})
endif()

# quanke_use_precompiled_headers(<target> [<part>]): those of <part>, else those of the folder.
function(quanke_use_precompiled_headers target)
    if(QUANKE_PRECOMPILE)
        set(part "${QUANKE_PRECOMPILED_HEADERS}")
        if(ARGC GREATER 1)
            set(part "${ARGV1}")
        endif()
        target_compile_definitions(${target} PRIVATE "${shared_definitions}")
        target_precompile_headers(${target} REUSE_FROM quanke_headers_${part})
    endif()
endfunction()
