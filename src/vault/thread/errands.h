#pragma once

#include "core/base/result.h"
#include "vault/handover/headway.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <algorithm>
#include <exception>
#include <memory>
#include <utility>
#include <vector>

namespace quanke::vault {

/// Does what is long in a thread beside the store's, one thing after another: most of it is waiting for another disk. What
/// it needs of the store it asks for, and others come in between.
class Errands {
public:
    Errands()
    {
        m_thread.setObjectName(QStringLiteral("errands"));
        m_context.moveToThread(&m_thread);
    }
    /// Cancels what is under way, and what waits.
    ~Errands()
    {
        for (const auto &known : m_headways) {
            if (const auto headway = known.lock()) {
                headway->cancel();
            }
        }
        if (m_thread.isRunning()) {
            QMetaObject::invokeMethod(
                &m_context, [this] { m_thread.quit(); }, Qt::QueuedConnection);
            m_thread.wait();
        }
    }
    Errands(const Errands &) = delete;
    Errands &operator=(const Errands &) = delete;

    /// `task(Headway &)` gives a Result<T>. Called by the vault's owner alone.
    template <class T, class Task>
    QFuture<Result<T>> carryOut(std::shared_ptr<Headway> headway, Task task)
    {
        note(headway);
        QPromise<Result<T>> promise;
        auto future = promise.future();
        promise.start();
        if (!m_thread.isRunning()) {
            m_thread.start();
        }
        auto run = [promise = std::move(promise), headway = std::move(headway),
                       task = std::move(task)]() mutable {
            promise.addResult(guarded<T>(task, *headway));
            promise.finish();
        };
        QMetaObject::invokeMethod(&m_context, std::move(run), Qt::QueuedConnection);
        return future;
    }

private:
    /// Nothing thrown here may take the desk down with it.
    template <class T, class Task>
    static Result<T> guarded(Task &task, Headway &headway)
    {
        try {
            return task(headway);
        } catch (const std::exception &exception) {
            return Failure{"vault.io", {}, exception.what()};
        }
    }

    void note(const std::shared_ptr<Headway> &headway)
    {
        std::erase_if(m_headways, [](const auto &known) { return known.expired(); });
        m_headways.push_back(headway);
    }

    QThread m_thread; ///< begun when there is something to do
    QObject m_context;
    std::vector<std::weak_ptr<Headway>> m_headways;
};

} // namespace quanke::vault
