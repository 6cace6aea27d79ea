#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "platform/folder.h"

#include <QTest>

namespace quanke::test {

/// A list of data/numbers.json: published specimens and made-up numbers, with what must be said of each.
inline Json numbers(const char *list)
{
    const auto text = platform::readFile(QUANKE_SOURCE_DIR "/tests/core/formats/data/numbers.json");
    const auto json = text ? parseJson(*text) : Result<Json>(text.failure());
    if (!json || (*json)[list].empty()) {
        qFatal("no numbers to test with");
    }
    return (*json)[list];
}

/// One data row per entry of the list, the entry itself in the column.
inline void addRows(const char *list)
{
    QTest::addColumn<Json>("entry");
    for (const Json &entry : numbers(list)) {
        QTest::newRow(entry["value"].get_ref<const std::string &>().c_str()) << entry;
    }
}

} // namespace quanke::test

Q_DECLARE_METATYPE(quanke::Json)
