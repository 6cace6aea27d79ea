#include "core/schema/sequences.h"

#include "core/schema/sequencereader.h"
#include "core/schema/utf8.h"

#include <algorithm>

namespace quanke::schema {

void CharacterClass::add(char32_t first, char32_t last)
{
    for (char32_t character = first; character <= last && character < 128; ++character) {
        ascii[character >> 6] |= std::uint64_t{1} << (character & 63);
    }
    if (last >= 128) {
        ranges.emplace_back(std::max<char32_t>(first, 128), last);
    }
}

void CharacterClass::negate()
{
    ascii[0] = ~ascii[0];
    ascii[1] = ~ascii[1];
    negated = !negated;
}

bool CharacterClass::containsBeyond(char32_t character) const
{
    const auto holds = [&](const auto &range) {
        return range.first <= character && character <= range.second;
    };
    return std::ranges::any_of(ranges, holds) != negated;
}

void CharacterClass::noteSpans()
{
    unsigned char at = 0;
    for (auto &[first, last] : spans) {
        while (at < 128 && !contains(at)) {
            ++at;
        }
        first = at;
        while (at < 128 && contains(at)) {
            ++at;
        }
        last = at - 1;
    }
}

/// Without branches, so that it runs sixteen bytes at a time.
bool CharacterClass::containsEach(std::string_view text) const
{
    const auto [one, other] = spans;
    unsigned char outside = 0;
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        outside |= static_cast<unsigned char>(
            (byte < one.first || byte > one.second) && (byte < other.first || byte > other.second));
    }
    return outside == 0;
}

bool CharacterClass::overlaps(const CharacterClass &other) const
{
    if ((ascii[0] & other.ascii[0]) != 0 || (ascii[1] & other.ascii[1]) != 0) {
        return true;
    }
    if (negated || other.negated) {
        return (negated || !ranges.empty()) && (other.negated || !other.ranges.empty());
    }
    return std::ranges::any_of(ranges, [&](const auto &mine) {
        return std::ranges::any_of(other.ranges,
            [&](const auto &theirs) { return mine.first <= theirs.second && theirs.first <= mine.second; });
    });
}

bool CharacterClass::hasControlCharacters() const
{
    constexpr std::uint64_t belowSpace = 0xFFFFFFFFU;
    constexpr std::uint64_t deleteCharacter = std::uint64_t{1} << 63;
    CharacterClass beyond;
    beyond.add(0x80, 0x9F);
    return (ascii[0] & belowSpace) != 0 || (ascii[1] & deleteCharacter) != 0 || overlaps(beyond);
}

namespace {

/// From here on it pays to look at many characters at once (digests have 64).
constexpr std::size_t longRun = 16;

/// Greedy counting is exact when what an item may take too much of cannot begin what follows it.
bool needsNoGoingBack(const Sequences::Row &row)
{
    for (std::size_t i = 0; i < row.size(); ++i) {
        for (std::size_t next = i + 1; row[i].least != row[i].most && next < row.size(); ++next) {
            if (row[i].characters.overlaps(row[next].characters)) {
                return false;
            }
            if (row[next].least > 0) {
                break;
            }
        }
    }
    return true;
}

} // namespace

std::optional<Sequences> Sequences::read(std::string_view pattern)
{
    Sequences sequences;
    auto rows = SequenceReader(pattern).read(sequences.m_toTheEnd);
    if (!rows || !std::ranges::all_of(*rows, needsNoGoingBack)) {
        return std::nullopt;
    }
    sequences.m_rows = std::move(*rows);
    sequences.m_refusesControlCharacters = sequences.isWithoutControlCharacters();
    return sequences;
}

bool Sequences::match(std::string_view text) const
{
    return std::ranges::any_of(m_rows, [&](const Row &row) { return matchRow(row, text, m_toTheEnd); });
}

bool Sequences::matchRow(const Row &row, std::string_view text, bool toTheEnd)
{
    std::size_t at = 0;
    for (const Item &item : row) {
        const auto run = text.substr(at, item.most);
        const bool isWhole = run.size() >= longRun && item.characters.containsEach(run);
        at += isWhole ? run.size() : 0;
        std::uint32_t count = isWhole ? static_cast<std::uint32_t>(run.size()) : 0;
        for (; count < item.most && at < text.size(); ++count) {
            const auto byte = static_cast<unsigned char>(text[at]);
            if (byte < 128) {
                if (!item.characters.contains(byte)) {
                    break;
                }
                ++at;
                continue;
            }
            const auto decoded = decodeFirst(text.substr(at));
            if (!item.characters.contains(decoded.character)) {
                break;
            }
            at += decoded.length;
        }
        if (count < item.least) {
            return false;
        }
    }
    return !toTheEnd || at == text.size();
}

bool Sequences::isWithoutControlCharacters() const
{
    return m_toTheEnd && std::ranges::none_of(m_rows, [](const Row &row) {
        return std::ranges::any_of(
            row, [](const Item &item) { return item.characters.hasControlCharacters(); });
    });
}

} // namespace quanke::schema
