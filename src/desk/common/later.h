#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace quanke::desk {

/// What `work()` gives, done in another thread: for what takes its time, and touches no widget.
template <class Work>
auto later(Work work)
{
    auto promise = std::make_shared<QPromise<std::invoke_result_t<Work>>>();
    const auto future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

} // namespace quanke::desk
