#include "desk/common/limitwords.h"

#include "desk/common/words.h"

#include <QCoreApplication>

namespace quanke::desk {

namespace {

QString limitWord(const char *text, int count = -1)
{
    return QCoreApplication::translate("quanke::desk::LimitWords", text, nullptr, count);
}

} // namespace

QString wordsOf(const catalogue::Limit &limit)
{
    if (!limit.value)
        return limitWord(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "no limit"));
    if (*limit.value == 0)
        return limitWord(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "on the spot"));
    switch (limit.unit) {
    case catalogue::LimitUnit::WorkingDay:
        return limitWord(QT_TRANSLATE_N_NOOP("quanke::desk::LimitWords", "%n working day(s)"), *limit.value);
    case catalogue::LimitUnit::Day:
        return limitWord(QT_TRANSLATE_N_NOOP("quanke::desk::LimitWords", "%n day(s)"), *limit.value);
    case catalogue::LimitUnit::Month:
        return limitWord(QT_TRANSLATE_N_NOOP("quanke::desk::LimitWords", "%n month(s)"), *limit.value);
    case catalogue::LimitUnit::Year:
        return limitWord(QT_TRANSLATE_N_NOOP("quanke::desk::LimitWords", "%n year(s)"), *limit.value);
    }
    return {};
}

QString wordsOfTier(const std::string &tier)
{
    if (tier == "county")
        return limitWord(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "County"));
    if (tier == "township")
        return limitWord(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "Township"));
    if (tier == "village")
        return limitWord(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "Village"));
    return fromText(tier);
}

QString wordsOf(const catalogue::Fee &fee)
{
    return fee.charged ? limitWord(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "Charged"))
                       : limitWord(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "Free"));
}

std::vector<ChannelWords> channelWords()
{
    return {
        {"online", limitWord(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "N")),
            limitWord(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "Net")),
            limitWord(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "Can be handled on line"))},
        {"province", limitWord(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "P")),
            limitWord(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "Prov")),
            limitWord(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "At any window of the province"))},
        {"paperless", limitWord(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "C")),
            limitWord(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "Card")),
            limitWord(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "Certificates need not be brought"))},
        {"mobile", limitWord(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "A")),
            limitWord(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "App")),
            limitWord(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "Can be handled on the phone"))},
    };
}

} // namespace quanke::desk
