#pragma once

#include "core/catalogue/definitions.h"

#include <QString>

#include <vector>

namespace quanke::desk {

/// "3 工作日", "当场" for a limit of none, "无" where the law sets none.
QString wordsOf(const catalogue::Limit &limit);
/// The level of government that handles a matter.
QString wordsOfTier(const std::string &tier);
/// "不收费" or "收费"; what is charged stands in the fee's own text.
QString wordsOf(const catalogue::Fee &fee);

/// One of the four lists (网上办, 全省办, 无证办, 掌上办).
struct ChannelWords {
    const char *channel; ///< as definitions name it
    QString sign; ///< one character for a narrow column
    QString name; ///< over the column
    QString meaning; ///< whole, for the tool tip
};
/// All four, in their order.
std::vector<ChannelWords> channelWords();

} // namespace quanke::desk
