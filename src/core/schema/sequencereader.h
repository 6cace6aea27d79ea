#pragma once

#include "core/schema/sequences.h"

#include <optional>
#include <string_view>
#include <vector>

namespace quanke::schema {

/// Reads the patterns Sequences is meant for, and gives up (an empty optional) at anything else: what it does
/// not know, and what RE2 and ECMA-262 might read differently.
class SequenceReader {
public:
    explicit SequenceReader(std::string_view pattern)
        : m_rest(pattern)
    {
    }

    using Row = Sequences::Row;
    using Rows = std::vector<Row>;

    /// The alternatives written out; `toTheEnd` says whether a `$` closes the pattern.
    std::optional<Rows> read(bool &toTheEnd);

private:
    bool take(char character);
    bool isAt(std::string_view characters) const;
    std::optional<Rows> readAlternatives();
    std::optional<Rows> readRow();
    std::optional<Rows> readGroup();
    std::optional<Rows> readItem();
    std::optional<CharacterClass> readCharacters();
    std::optional<CharacterClass> readBrackets();
    bool readRange(CharacterClass &into);
    bool readCount(Sequences::Item &item);
    std::optional<std::uint32_t> readNumber();
    std::optional<char32_t> readCharacter();
    /// `\d` and `\w` go into the class at once and give no character.
    bool readEscape(CharacterClass &into, std::optional<char32_t> &character);

    std::string_view m_rest;
};

} // namespace quanke::schema
