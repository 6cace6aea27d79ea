#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QTest>

namespace quanke::test {

/// What a future brings, with the event loop running meanwhile; test.timeout when nothing comes in ten
/// seconds.
template <class T>
Result<T> awaited(const QFuture<Result<T>> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 10'000) || future.resultCount() == 0) {
        return Failure{"test.timeout"};
    }
    return future.result();
}

/// The key of the failure, or nothing for success: reads well in QCOMPARE.
template <class T>
QString failureKey(const Result<T> &result)
{
    return result ? QString() : QString::fromStdString(result.failure().key);
}

} // namespace quanke::test
