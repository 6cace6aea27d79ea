#include "core/schema/sequencereader.h"

#include "core/schema/utf8.h"

#include <charconv>
#include <iterator>
#include <limits>

namespace quanke::schema {

namespace {

constexpr std::size_t mostRows = 16;
constexpr std::size_t mostItems = 64;
constexpr std::uint32_t mostRepeats = 1000; // RE2 refuses more
constexpr std::uint32_t unlimited = std::numeric_limits<std::uint32_t>::max();
constexpr std::string_view specials = "\\^$.|?*+()[]{}";

} // namespace

std::optional<SequenceReader::Rows> SequenceReader::read(bool &toTheEnd)
{
    if (!take('^')) {
        return std::nullopt;
    }
    auto rows = readRow();
    toTheEnd = take('$');
    return m_rest.empty() ? rows : std::nullopt;
}

bool SequenceReader::take(char character)
{
    if (m_rest.empty() || m_rest.front() != character) {
        return false;
    }
    m_rest.remove_prefix(1);
    return true;
}

bool SequenceReader::isAt(std::string_view characters) const
{
    return !m_rest.empty() && characters.find(m_rest.front()) != std::string_view::npos;
}

std::optional<SequenceReader::Rows> SequenceReader::readAlternatives()
{
    Rows all;
    do {
        auto rows = readRow();
        if (!rows || all.size() + rows->size() > mostRows) {
            return std::nullopt;
        }
        std::move(rows->begin(), rows->end(), std::back_inserter(all));
    } while (take('|'));
    return all;
}

std::optional<SequenceReader::Rows> SequenceReader::readRow()
{
    Rows rows(1);
    while (!m_rest.empty() && !isAt(")|$")) {
        const auto next = take('(') ? readGroup() : readItem();
        if (!next || rows.size() * next->size() > mostRows || rows.front().size() > mostItems) {
            return std::nullopt;
        }
        Rows longer;
        for (const Row &beginning : rows) {
            for (const Row &ending : *next) {
                longer.push_back(beginning);
                longer.back().insert(longer.back().end(), ending.begin(), ending.end());
            }
        }
        rows = std::move(longer);
    }
    return rows;
}

std::optional<SequenceReader::Rows> SequenceReader::readGroup()
{
    if (take('?') && !take(':')) {
        return std::nullopt;
    }
    auto rows = readAlternatives();
    if (!rows || !take(')')) {
        return std::nullopt;
    }
    if (take('?')) {
        rows->emplace_back();
    }
    return isAt("?*+{") ? std::nullopt : rows;
}

std::optional<SequenceReader::Rows> SequenceReader::readItem()
{
    auto characters = readCharacters();
    if (!characters) {
        return std::nullopt;
    }
    characters->noteSpans();
    Sequences::Item item{std::move(*characters)};
    if (!readCount(item)) {
        return std::nullopt;
    }
    return Rows{{std::move(item)}};
}

std::optional<CharacterClass> SequenceReader::readCharacters()
{
    CharacterClass characters;
    if (take('[')) {
        return readBrackets();
    }
    if (take('.')) {
        characters.add('\n', '\n');
        characters.negate();
        return characters;
    }
    std::optional<char32_t> character;
    if (take('\\')) {
        if (!readEscape(characters, character)) {
            return std::nullopt;
        }
    } else if (isAt(specials) || !(character = readCharacter())) {
        return std::nullopt;
    }
    if (character) {
        characters.add(*character, *character);
    }
    return characters;
}

std::optional<CharacterClass> SequenceReader::readBrackets()
{
    CharacterClass characters;
    const bool negated = take('^');
    if (isAt("]")) {
        return std::nullopt; // an empty class in ECMA-262, a bracket in RE2
    }
    while (!take(']')) {
        if (m_rest.empty() || m_rest.starts_with("[") || !readRange(characters)) {
            return std::nullopt;
        }
    }
    if (negated) {
        characters.negate();
    }
    return characters;
}

bool SequenceReader::readRange(CharacterClass &into)
{
    std::optional<char32_t> first;
    if (take('\\')) {
        if (!readEscape(into, first)) {
            return false;
        }
        if (!first) {
            return !isAt("-");
        }
    } else if (!(first = readCharacter())) {
        return false;
    }
    if (!m_rest.starts_with("-") || m_rest.starts_with("-]")) {
        into.add(*first, *first);
        return true;
    }
    take('-');
    std::optional<char32_t> last;
    if (take('\\') ? !readEscape(into, last) || !last : !(last = readCharacter())) {
        return false;
    }
    into.add(*first, *last);
    return *first <= *last;
}

bool SequenceReader::readCount(Sequences::Item &item)
{
    if (take('?')) {
        item.least = 0;
    } else if (take('*')) {
        item.least = 0;
        item.most = unlimited;
    } else if (take('+')) {
        item.most = unlimited;
    } else if (take('{')) {
        const auto least = readNumber();
        const bool open = take(',');
        const auto most = open ? (isAt("}") ? std::optional(unlimited) : readNumber()) : least;
        if (!least || !most || !take('}') || *least > *most) {
            return false;
        }
        item.least = *least;
        item.most = *most;
    }
    return !isAt("?*+{");
}

std::optional<std::uint32_t> SequenceReader::readNumber()
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), number);
    if (error != std::errc() || number > mostRepeats) {
        return std::nullopt;
    }
    m_rest.remove_prefix(static_cast<std::size_t>(end - m_rest.data()));
    return number;
}

std::optional<char32_t> SequenceReader::readCharacter()
{
    if (m_rest.empty()) {
        return std::nullopt;
    }
    const auto decoded = decodeFirst(m_rest);
    m_rest.remove_prefix(decoded.length);
    return decoded.character == 0xFFFD ? std::nullopt : std::optional(decoded.character);
}

bool SequenceReader::readEscape(CharacterClass &into, std::optional<char32_t> &character)
{
    if (take('d')) {
        into.add('0', '9');
        return true;
    }
    if (take('w')) {
        into.add('0', '9');
        into.add('A', 'Z');
        into.add('_', '_');
        into.add('a', 'z');
        return true;
    }
    if (!isAt("\\^$.|?*+()[]{}-/")) {
        return false;
    }
    character = readCharacter();
    return true;
}

} // namespace quanke::schema
