#pragma once

#include "core/base/json.h"

// QCOMPARE asks whether a JSON value would turn into one.
#include <QFloat16>
#include <QTest>

/// What a failed QCOMPARE says of a JSON value: its text. (Left to itself, Qt asks of every type it knows whether JSON
/// turns into it, which costs seconds in each test.)
template <>
inline char *QTest::toString( // NOLINT(readability-inconsistent-declaration-parameter-name): Qt names it t
    const quanke::Json &value)
{
    return qstrdup(quanke::canonicalText(value).c_str());
}
