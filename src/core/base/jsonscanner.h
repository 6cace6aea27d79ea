#pragma once

#include "core/base/jsonbuilder.h"

#include <string>
#include <string_view>

namespace quanke {

/// Reads the JSON that is commonly written, four times as fast as nlohmann's lexer, and gives up at anything rare
/// (\u escapes, numbers out of range) or wrong: nlohmann is to read that from the beginning, and to say what is wrong.
class JsonScanner {
public:
    JsonScanner(std::string_view text, JsonBuilder &builder);

    /// Whether the text was read to its end. If not, the builder holds a part of it.
    bool scan();

private:
    bool scanValue();
    bool scanObject();
    bool scanArray();
    bool scanText();
    bool scanEscapedText();
    bool scanEscape();
    bool scanNumber();
    template <class Number>
    bool readNumber(const char *begin, Number &number) const;
    bool takeWord(std::string_view word);
    bool takeDigits();
    bool take(char character);
    void skipBlanks();

    const char *m_at;
    const char *m_end;
    JsonBuilder &m_builder;
    std::string m_text; ///< the last one scanned
};

} // namespace quanke
