#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace quanke {

/// Calls `function(value)` in the context's thread once the future is there, and never when the context is
/// gone before. (QFuture::then(context, …) of Qt 6.4 asserts in that case.)
template <class T, class Function>
void whenReady(const QFuture<T> &future, QObject *context, Function function)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, context, [watcher, function = std::move(function)]() mutable {
            watcher->deleteLater();
            if (watcher->future().resultCount() > 0) {
                function(watcher->result());
            }
        });
    watcher->setFuture(future);
}

} // namespace quanke
