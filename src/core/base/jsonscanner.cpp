#include "core/base/jsonscanner.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <charconv>
#include <cstring>

namespace quanke {

namespace {

enum CharacterKind : unsigned char { Control = 1, Backslash = 2, BeyondAscii = 4 };

/// The kinds that need care. Without branches, so that it runs sixteen bytes at a time.
unsigned kindsIn(std::string_view text)
{
    unsigned char kinds = 0;
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        kinds |=
            (byte < 0x20 ? Control : 0) | (byte == '\\' ? Backslash : 0) | (byte >= 0x80 ? BeyondAscii : 0);
    }
    return kinds;
}

bool isUtf8(std::string_view text)
{
    const auto size = static_cast<std::ptrdiff_t>(text.size());
    for (std::ptrdiff_t at = 0; at < size;) {
        UChar32 character = 0;
        U8_NEXT(text.data(), at, size, character);
        if (character < 0) {
            return false;
        }
    }
    return true;
}

} // namespace

JsonScanner::JsonScanner(std::string_view text, JsonBuilder &builder)
    : m_at(text.data())
    , m_end(text.data() + text.size())
    , m_builder(builder)
{
}

bool JsonScanner::scan()
{
    skipBlanks();
    if (!scanValue()) {
        return false;
    }
    skipBlanks();
    return m_at == m_end;
}

/// The builder's limit of depth bounds the recursion.
bool JsonScanner::scanValue()
{
    switch (m_at == m_end ? '\0' : *m_at) {
    case '{':
        return scanObject();
    case '[':
        return scanArray();
    case '"':
        return scanText() && m_builder.string(m_text);
    case 't':
        return takeWord("true") && m_builder.boolean(true);
    case 'f':
        return takeWord("false") && m_builder.boolean(false);
    case 'n':
        return takeWord("null") && m_builder.null();
    default:
        return scanNumber();
    }
}

bool JsonScanner::scanObject()
{
    ++m_at;
    if (!m_builder.start_object(0)) {
        return false;
    }
    skipBlanks();
    if (take('}')) {
        return m_builder.end_object();
    }
    do {
        skipBlanks();
        if (m_at == m_end || *m_at != '"' || !scanText() || !m_builder.key(m_text)) {
            return false;
        }
        skipBlanks();
        if (!take(':')) {
            return false;
        }
        skipBlanks();
        if (!scanValue()) {
            return false;
        }
        skipBlanks();
    } while (take(','));
    return take('}') && m_builder.end_object();
}

bool JsonScanner::scanArray()
{
    ++m_at;
    if (!m_builder.start_array(0)) {
        return false;
    }
    skipBlanks();
    if (take(']')) {
        return m_builder.end_array();
    }
    do {
        skipBlanks();
        if (!scanValue()) {
            return false;
        }
        skipBlanks();
    } while (take(','));
    return take(']') && m_builder.end_array();
}

bool JsonScanner::scanText()
{
    ++m_at;
    const auto *const quote = static_cast<const char *>(std::memchr(m_at, '"', std::size_t(m_end - m_at)));
    if (!quote) {
        return false;
    }
    const std::string_view text(m_at, quote);
    const auto kinds = kindsIn(text);
    if ((kinds & (Control | Backslash)) != 0) {
        return (kinds & Control) == 0 && scanEscapedText();
    }
    m_text = text;
    m_at = quote + 1;
    return (kinds & BeyondAscii) == 0 || isUtf8(text);
}

/// From one escape to the next, up to a quotation mark that is none.
bool JsonScanner::scanEscapedText()
{
    m_text.clear();
    while (true) {
        const char *const end =
            std::find_if(m_at, m_end, [](char character) { return character == '"' || character == '\\'; });
        const std::string_view text(m_at, end);
        if (end == m_end || (kindsIn(text) & Control) != 0 || !isUtf8(text)) {
            return false;
        }
        m_text += text;
        m_at = end;
        if (take('"')) {
            return true;
        }
        if (!scanEscape()) {
            return false;
        }
    }
}

bool JsonScanner::scanEscape()
{
    constexpr std::string_view escapes = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    ++m_at;
    const auto index = m_at == m_end ? std::string_view::npos : escapes.find(*m_at);
    if (index == std::string_view::npos) {
        return false;
    }
    ++m_at;
    m_text += meanings[index];
    return true;
}

bool JsonScanner::scanNumber()
{
    const char *const begin = m_at;
    const bool isNegative = take('-');
    if (!take('0') && !takeDigits()) {
        return false;
    }
    bool isWhole = true;
    if (take('.')) {
        isWhole = false;
        if (!takeDigits()) {
            return false;
        }
    }
    if (take('e') || take('E')) {
        isWhole = false;
        if (!take('+')) {
            take('-');
        }
        if (!takeDigits()) {
            return false;
        }
    }
    if (!isWhole) {
        double number = 0;
        return readNumber(begin, number) && m_builder.number_float(number, {});
    }
    if (isNegative) {
        std::int64_t number = 0;
        return readNumber(begin, number) && m_builder.number_integer(number);
    }
    std::uint64_t number = 0;
    return readNumber(begin, number) && m_builder.number_unsigned(number);
}

/// The text is a number already; it only may be too large or too small.
template <class Number>
bool JsonScanner::readNumber(const char *begin, Number &number) const
{
    return std::from_chars(begin, m_at, number).ec == std::errc();
}

bool JsonScanner::takeWord(std::string_view word)
{
    if (!std::string_view(m_at, m_end).starts_with(word)) {
        return false;
    }
    m_at += word.size();
    return true;
}

bool JsonScanner::takeDigits()
{
    const char *const begin = m_at;
    while (m_at != m_end && *m_at >= '0' && *m_at <= '9') {
        ++m_at;
    }
    return m_at != begin;
}

bool JsonScanner::take(char character)
{
    if (m_at == m_end || *m_at != character) {
        return false;
    }
    ++m_at;
    return true;
}

void JsonScanner::skipBlanks()
{
    const char *at = m_at;
    while (at != m_end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t')) {
        ++at;
    }
    m_at = at;
}

} // namespace quanke
