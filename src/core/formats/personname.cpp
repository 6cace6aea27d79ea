#include "core/formats/personname.h"

#include "core/formats/typedtext.h"

#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <array>
#include <vector>

namespace quanke::formats {

namespace {

constexpr UChar32 middleDot = 0xb7;
constexpr std::size_t longestChinese = 50;
constexpr std::size_t longestLatin = 81;

std::vector<UChar32> codePoints(std::string_view text)
{
    std::vector<UChar32> points;
    points.reserve(text.size());
    for (std::int32_t at = 0; at < std::int32_t(text.size());) {
        UChar32 point = 0;
        U8_NEXT(text.data(), at, std::int32_t(text.size()), point);
        points.push_back(point);
    }
    return points;
}

bool isHan(UChar32 point)
{
    if (point >= 0x4e00 && point <= 0x9fff) { // the block of nearly all, without asking
        return true;
    }
    UErrorCode status = U_ZERO_ERROR;
    return point > 0x7f && uscript_getScript(point, &status) == USCRIPT_HAN;
}

bool isBlank(UChar32 point)
{
    return point == ' ' || point == 0x3000 || point == 0xa0;
}

/// What people type for the separator.
bool isLikeSeparator(UChar32 point)
{
    return point == '.' || point == 0x2022 || point == 0x2027 || point == 0x2219 || point == 0x30fb
        || point == 0xff0e || point == 0xff65;
}

bool isLatinNameCharacter(UChar32 point)
{
    return (point >= 'A' && point <= 'Z') || (point >= 'a' && point <= 'z') || point == ' ' || point == '.'
        || point == ',' || point == '\'' || point == '-';
}

/// By its first letter: the rest must then follow suit.
bool isChinese(const std::vector<UChar32> &name)
{
    for (const UChar32 point : name) {
        if (isHan(point)) {
            return true;
        }
    }
    return false;
}

CheckOutcome checkChinese(const std::vector<UChar32> &name)
{
    bool blanks = false;
    bool separators = false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool atEnd = i == 0 || i + 1 == name.size();
        if (isBlank(name[i])) {
            blanks = true;
        } else if (isLikeSeparator(name[i])) {
            separators = true;
        } else if (name[i] == middleDot) {
            separators |= atEnd || name[i - 1] == middleDot;
        } else if (!isHan(name[i])) {
            return CheckFinding{"cn-name.characters"};
        }
    }
    if (blanks) {
        return CheckFinding{"cn-name.spaces"};
    }
    if (separators) {
        return CheckFinding{"cn-name.separator"};
    }
    const bool fits = name.size() >= 2 && name.size() <= longestChinese;
    return fits ? CheckOutcome() : CheckOutcome(CheckFinding{"cn-name.length"});
}

CheckOutcome checkLatin(const std::vector<UChar32> &name)
{
    for (const UChar32 point : name) {
        if (!isLatinNameCharacter(point)) {
            return CheckFinding{"cn-name.characters"};
        }
    }
    const bool beginsWithLetter = !name.empty() && (name[0] | 0x20) >= 'a' && (name[0] | 0x20) <= 'z';
    if (!beginsWithLetter) {
        return CheckFinding{"cn-name.characters"};
    }
    for (std::size_t i = 1; i < name.size(); ++i) {
        if (name[i] == ' ' && (name[i - 1] == ' ' || i + 1 == name.size())) {
            return CheckFinding{"cn-name.spaces"};
        }
    }
    const bool fits = name.size() >= 2 && name.size() <= longestLatin;
    return fits ? CheckOutcome() : CheckOutcome(CheckFinding{"cn-name.length"});
}

} // namespace

CheckOutcome checkPersonName(std::string_view name)
{
    const auto points = codePoints(name);
    return isChinese(points) ? checkChinese(points) : checkLatin(points);
}

std::string plainPersonName(std::string_view typed)
{
    const auto points = codePoints(typed);
    if (!isChinese(points)) {
        return halfWidth(typed);
    }
    std::string name;
    for (const UChar32 point : points) {
        if (isBlank(point)) {
            continue;
        }
        std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
        std::size_t length = 0;
        const UChar32 kept = isLikeSeparator(point) ? middleDot : point < 0 ? 0xfffd : point;
        U8_APPEND_UNSAFE(bytes.data(), length, kept);
        name.append(bytes.begin(), bytes.begin() + std::ptrdiff_t(length));
    }
    return name;
}

} // namespace quanke::formats
