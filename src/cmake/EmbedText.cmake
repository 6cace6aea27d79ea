# quanke_embed_texts(<target> <header> <function> <files…>): compiles text files into a library without a resource
# system. The header declares `const std::vector<quanke::EmbeddedText> &<function>()`, in the order given, names
# without folders.
function(quanke_embed_texts target header function)
    set(entries "")
    foreach(file IN LISTS ARGN)
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
        file(READ "${file}" text)
        get_filename_component(name "${file}" NAME)
        string(APPEND entries "        {\"${name}\", R\"quanke(${text})quanke\"},\n")
    endforeach()
    set(folder "${CMAKE_CURRENT_BINARY_DIR}/embedded")
    file(CONFIGURE OUTPUT "${folder}/${header}" @ONLY CONTENT [[#pragma once

#include <string_view>
#include <vector>

namespace quanke {

#ifndef QUANKE_EMBEDDED_TEXT
#define QUANKE_EMBEDDED_TEXT
struct EmbeddedText {
    std::string_view name;
    std::string_view text;
};
#endif

const std::vector<EmbeddedText> &@function@();

} // namespace quanke
]])
    string(REGEX REPLACE "\\.h$" ".cpp" source "${header}")
    file(WRITE "${folder}/${source}.in" "#include \"${header}\"

namespace quanke {

const std::vector<EmbeddedText> &${function}()
{
    static const std::vector<EmbeddedText> texts {
${entries}    };
    return texts;
}

} // namespace quanke
")
    file(COPY_FILE "${folder}/${source}.in" "${folder}/${source}" ONLY_IF_DIFFERENT)
    target_sources(${target} PRIVATE "${folder}/${source}")
    target_include_directories(${target} PUBLIC "${folder}")
endfunction()
