#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace quanke::catalogue {

/// One character of a text and how it is typed: "旅" by "lu", "A" by "a".
struct TypedCharacter {
    std::string character; ///< UTF-8
    std::string typed; ///< ASCII, lower case, without tones; empty for punctuation
};

/// How Chinese is typed in pinyin. Making one takes the better part of a second (ICU reads its rules), so it
/// is made once, off the drawing thread; asking it is quick. Not to be used by two threads at a time.
class Pinyin {
public:
    Pinyin();
    ~Pinyin();
    Pinyin(Pinyin &&) noexcept;

    /// Character by character. Words with a character of several readings (银行, 重新, 长期) are read as the
    /// whole word is; ICU alone reads them one by one.
    std::vector<TypedCharacter> read(std::string_view text);

private:
    struct Content;
    std::unique_ptr<Content> m_content;
};

} // namespace quanke::catalogue
