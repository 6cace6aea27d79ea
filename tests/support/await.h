#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QString>

#include <chrono>
#include <functional>

namespace quanke::test {

/// Whether it comes about before the time is over, with the event loop running meanwhile. Woken by whatever happens, and now
/// and then for what happens in another thread. (QTest::qWaitFor sleeps between two looks.)
[[nodiscard]] bool waitFor(const std::function<bool()> &comes, std::chrono::milliseconds longest);

/// Milliseconds that a busy machine may take to stretch a password or to sync a file, for QTRY_…_WITH_TIMEOUT.
constexpr int patience = 30'000;

/// What a future brings, with the event loop running meanwhile; test.timeout when nothing comes for all our patience.
template <class T>
Result<T> awaited(const QFuture<Result<T>> &future)
{
    constexpr std::chrono::milliseconds longest(patience);
    if (!waitFor([&future] { return future.isFinished(); }, longest) || future.resultCount() == 0) {
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
