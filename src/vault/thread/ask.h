#pragma once

#include "vault/thread/worker.h"
#include "vault/vault.h"

#include <QPromise>

#include <exception>
#include <utility>

namespace quanke::vault {

/// Nothing thrown in the worker may take the desk down with it.
template <class T, class Task>
Result<T> guarded(Task &task, Store &store)
{
    try {
        return task(store);
    } catch (const std::exception &exception) {
        return Failure{"vault.io", {}, exception.what()};
    }
}

/// Has the worker carry out the task in its turn, and tells of what it changed.
template <class T, class Task>
Promised<T> Vault::ask(Task task, Changes changes)
{
    QPromise<Result<T>> promise;
    auto future = promise.future();
    promise.start();
    m_worker->post([this, changes, promise = std::move(promise), task = std::move(task)]() mutable {
        Store *store = m_worker->store();
        auto result = store ? guarded<T>(task, *store) : Result<T>(m_worker->reasonClosed());
        const bool done = bool(result);
        if (store && !done) {
            tellTrouble(result.failure());
        }
        promise.addResult(std::move(result));
        promise.finish();
        if (done) {
            tell(changes);
        }
    });
    return future;
}

} // namespace quanke::vault
