#include "desk/common/limitwords.h"

#include "desk/common/words.h"

#include <QCoreApplication>

namespace quanke::desk {

namespace {

QString translated(const char *text, int count = -1)
{
    return QCoreApplication::translate("quanke::desk::LimitWords", text, nullptr, count);
}

} // namespace

QString wordsOf(const catalogue::Limit &limit)
{
    if (!limit.value)
        return translated(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "no limit"));
    if (*limit.value == 0)
        return translated(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "on the spot"));
    switch (limit.unit) {
    case catalogue::LimitUnit::WorkingDay:
        return translated(QT_TRANSLATE_N_NOOP("quanke::desk::LimitWords", "%n working day(s)"), *limit.value);
    case catalogue::LimitUnit::Day:
        return translated(QT_TRANSLATE_N_NOOP("quanke::desk::LimitWords", "%n day(s)"), *limit.value);
    case catalogue::LimitUnit::Month:
        return translated(QT_TRANSLATE_N_NOOP("quanke::desk::LimitWords", "%n month(s)"), *limit.value);
    case catalogue::LimitUnit::Year:
        return translated(QT_TRANSLATE_N_NOOP("quanke::desk::LimitWords", "%n year(s)"), *limit.value);
    }
    return {};
}

QString wordsOfTier(const std::string &tier)
{
    if (tier == "county")
        return translated(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "County"));
    if (tier == "township")
        return translated(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "Township"));
    if (tier == "village")
        return translated(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "Village"));
    return fromText(tier);
}

QString wordsOf(const catalogue::Fee &fee)
{
    return fee.charged ? translated(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "Charged"))
                       : translated(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "Free"));
}

std::vector<ChannelWords> channelWords()
{
    return {
        {"online", translated(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "N")),
            translated(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "Net")),
            translated(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "Can be handled on line"))},
        {"province", translated(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "P")),
            translated(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "Prov")),
            translated(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "At any window of the province"))},
        {"paperless", translated(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "C")),
            translated(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "Card")),
            translated(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "Certificates need not be brought"))},
        {"mobile", translated(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "A")),
            translated(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "App")),
            translated(QT_TRANSLATE_NOOP("quanke::desk::LimitWords", "Can be handled on the phone"))},
    };
}

} // namespace quanke::desk
