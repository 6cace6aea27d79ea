#pragma once

#include "spool/aside.h"
#include "vault/sealedfile.h"
#include "vault/store.h"
#include "vault/vault.h"

#include <QDateTime>
#include <QPromise>
#include <QThread>

#include <exception>
#include <filesystem>
#include <memory>
#include <utility>

namespace quanke::vault {

/// The thread that does what is asked for, one thing after another.
class Worker {
public:
    explicit Worker(VaultSetup setup)
        : m_setup(std::move(setup))
    {
        m_thread.setObjectName(QStringLiteral("vault"));
        m_context.moveToThread(&m_thread);
        m_thread.start();
    }
    ~Worker()
    {
        // Queued behind everything asked for so far; the database closes in its own thread.
        post([this] {
            m_store.reset();
            m_thread.quit();
        });
        m_thread.wait();
    }

    template <class Task>
    void post(Task task)
    {
        QMetaObject::invokeMethod(&m_context, std::move(task), Qt::QueuedConnection);
    }

    /// What concerns the store as a whole, in its turn.
    template <class Task>
    Promised<Done> promise(Task task)
    {
        QPromise<Result<Done>> promise;
        auto future = promise.future();
        promise.start();
        post([this, promise = std::move(promise), task = std::move(task)]() mutable {
            promise.addResult(guarded(task));
            promise.finish();
        });
        return future;
    }

    /// Fulfilled by the mirror's own thread.
    Promised<Done> followMirror()
    {
        const auto promise = std::make_shared<QPromise<Result<Done>>>();
        promise->start();
        post([this, promise] {
            const auto end = [promise, outcome = m_store ? Result<Done>(Done{}) : m_closed] {
                promise->addResult(outcome);
                promise->finish();
            };
            if (m_store) {
                m_store->keeper.follow(end);
            } else {
                end();
            }
        });
        return promise->future();
    }

    Result<Done> open()
    {
        m_store.reset(); // an earlier one gives its lock back first
        auto store = Store::open(m_setup);
        if (!store) {
            m_closed = store.failure();
            return store.failure();
        }
        m_store = std::move(*store);
        return Done{};
    }
    Result<Done> putAside()
    {
        if (m_store || m_closed.key != "vault.damaged") {
            return Failure{"vault.wrong-state", {{"state", m_closed.key}}, {}};
        }
        const auto since = QDateTime::fromMSecsSinceEpoch(m_setup.clock->now().time_since_epoch().count())
                               .toUTC()
                               .toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
        const auto aside = spool::putAside(folder(), since.toStdString());
        auto opened = aside ? open() : Result<Done>(Failure{"vault.io", {}, aside.failure().detail});
        const auto choice = opened ? spool::choiceBeside(*aside) : std::nullopt;
        if (choice) {
            static_cast<void>(m_store->carryOn(*choice)); // else it is chosen again
        }
        return opened;
    }
    std::filesystem::path folder() const { return pathOf(m_setup.folder); }
    const QString &folderName() const { return m_setup.folder; }
    Store *store() { return m_store.get(); }
    const Failure &reasonClosed() const { return m_closed; }

private:
    /// Nothing thrown here may take the desk down with it.
    template <class Task>
    Result<Done> guarded(Task &task)
    {
        try {
            return task(*this);
        } catch (const std::exception &exception) {
            return Failure{"vault.io", {}, exception.what()};
        }
    }

    VaultSetup m_setup;
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<Store> m_store;
    Failure m_closed{"vault.closed"};
};

} // namespace quanke::vault
