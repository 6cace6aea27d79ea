#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace quanke::schema {

/// A set of characters of a pattern.
struct CharacterClass {
    std::array<std::uint64_t, 2> ascii{}; ///< one bit for each
    std::array<std::pair<unsigned char, unsigned char>, 2> spans{
        {{1, 0}, {1, 0}}}; ///< two of `ascii`, or empty ones
    std::vector<std::pair<char32_t, char32_t>> ranges; ///< beyond ASCII, both ends included, not negated
    bool negated = false; ///< of `ranges`; `ascii` is already turned over

    void add(char32_t first, char32_t last);
    void negate();
    bool contains(char32_t character) const
    {
        return character < 128 ? (ascii[character >> 6] >> (character & 63) & 1) != 0
                               : containsBeyond(character);
    }
    /// Notes what containsEach looks at; when all is added.
    void noteSpans();
    /// Whether the set contains every character of the text. Errs on the side of no; quick for long texts.
    bool containsEach(std::string_view text) const;
    /// Errs on the side of yes beyond ASCII.
    bool overlaps(const CharacterClass &other) const;
    bool hasControlCharacters() const;

private:
    bool containsBeyond(char32_t character) const;
};

/// Alternatives of rows of character classes with counts, anchored at both ends or at the beginning: what can
/// be matched by walking the text once per alternative, without ever going back.
class Sequences {
public:
    /// Nothing when the pattern is of another kind, or would need going back.
    static std::optional<Sequences> read(std::string_view pattern);

    bool match(std::string_view text) const;
    bool refusesControlCharacters() const { return m_refusesControlCharacters; }

    struct Item {
        CharacterClass characters;
        std::uint32_t least = 1;
        std::uint32_t most = 1;
    };
    using Row = std::vector<Item>;

private:
    bool isWithoutControlCharacters() const;
    static bool matchRow(const Row &row, std::string_view text, bool toTheEnd);

    std::vector<Row> m_rows;
    bool m_toTheEnd = false;
    bool m_refusesControlCharacters = false;
};

} // namespace quanke::schema
