#include "core/catalogue/pinyin.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <array>
#include <unordered_map>

namespace quanke::catalogue {

namespace {

struct Reading {
    const char16_t *word;
    std::array<const char *, 2> typed;
};

/// Words of the halls with a character that ICU, which knows no words, reads otherwise.
constexpr Reading readings[] = {
    {u"银行", {"yin", "hang"}},
    {u"行业", {"hang", "ye"}},
    {u"同行", {"tong", "hang"}},
    {u"长期", {"chang", "qi"}},
    {u"长途", {"chang", "tu"}},
    {u"重新", {"chong", "xin"}},
    {u"重复", {"chong", "fu"}},
    {u"重庆", {"chong", "qing"}},
    {u"会计", {"kuai", "ji"}},
    {u"给水", {"ji", "shui"}},
    {u"供给", {"gong", "ji"}},
    {u"音乐", {"yin", "yue"}},
    {u"住宿", {"zhu", "su"}},
    {u"公差", {"gong", "chai"}},
    {u"出差", {"chu", "chai"}},
    {u"参差", {"cen", "ci"}},
    {u"调解", {"tiao", "jie"}},
    {u"调整", {"tiao", "zheng"}},
    {u"朝阳", {"chao", "yang"}},
    {u"西藏", {"xi", "zang"}},
    {u"率先", {"shuai", "xian"}},
    {u"便宜", {"pian", "yi"}},
    {u"方便", {"fang", "bian"}},
    {u"曾用", {"ceng", "yong"}},
    {u"沉没", {"chen", "mo"}},
    {u"没收", {"mo", "shou"}},
    {u"厦门", {"xia", "men"}},
    {u"大厦", {"da", "sha"}},
    {u"假期", {"jia", "qi"}},
    {u"校对", {"jiao", "dui"}},
    {u"角色", {"jue", "se"}},
    {u"露营", {"lu", "ying"}},
    {u"省亲", {"xing", "qin"}},
    {u"传记", {"zhuan", "ji"}},
};

std::string utf8(const icu::UnicodeString &text)
{
    std::string bytes;
    text.toUTF8String(bytes);
    return bytes;
}

bool isHan(UChar32 character)
{
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(character, &status) == USCRIPT_HAN;
}

const Reading *readingAt(const icu::UnicodeString &text, int32_t place)
{
    for (const Reading &reading : readings) {
        if (text.compare(place, 2, reading.word) == 0)
            return &reading;
    }
    return nullptr;
}

} // namespace

struct Pinyin::Content {
    std::unique_ptr<icu::Transliterator> latin;
    std::unordered_map<UChar32, std::string> known;

    const std::string &typed(UChar32 character)
    {
        const auto found = known.find(character);
        if (found != known.end())
            return found->second;
        return known.emplace(character, ask(character)).first->second;
    }

    std::string ask(UChar32 character) const
    {
        if (!isHan(character)) {
            const UChar32 lower = u_tolower(character);
            return lower < 0x80 && u_isalnum(lower) ? std::string(1, static_cast<char>(lower))
                                                    : std::string();
        }
        if (!latin)
            return {};
        icu::UnicodeString text(character);
        latin->transliterate(text);
        return utf8(text.trim());
    }
};

Pinyin::Pinyin()
    : m_content(std::make_unique<Content>())
{
    UErrorCode status = U_ZERO_ERROR;
    m_content->latin.reset(
        icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Any-Lower", UTRANS_FORWARD, status));
}

Pinyin::~Pinyin() = default;
Pinyin::Pinyin(Pinyin &&) noexcept = default;

std::vector<TypedCharacter> Pinyin::read(std::string_view text)
{
    const auto unicode =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    std::vector<TypedCharacter> result;
    for (int32_t place = 0; place < unicode.length();) {
        if (const Reading *reading = readingAt(unicode, place)) {
            for (int32_t letter = 0; letter < 2; ++letter)
                result.push_back(
                    {utf8(unicode.tempSubString(place + letter, 1)), reading->typed[std::size_t(letter)]});
            place += 2;
            continue;
        }
        const UChar32 character = unicode.char32At(place);
        result.push_back({utf8(icu::UnicodeString(character)), m_content->typed(character)});
        place += U16_LENGTH(character);
    }
    return result;
}

} // namespace quanke::catalogue
