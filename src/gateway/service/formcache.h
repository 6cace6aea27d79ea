#pragma once

#include "core/form/form.h"

#include <future>
#include <list>
#include <mutex>
#include <tuple>

namespace quanke::gateway {

/// Composed forms, kept by what they were composed from: thousands of cases share a few. Of those not asked for
/// longest the last goes when there are too many. For any number of threads: who asks for a form that somebody is composing
/// waits for that one.
class FormCache {
public:
    /// `compose` is asked for what is not kept (form::freshForms).
    explicit FormCache(form::FormSource compose, std::size_t most = 32);

    /// Fails as composeForm; failures are not kept.
    Result<std::shared_ptr<const form::ComposedForm>> find(
        const std::string &bundle, const std::vector<std::string> &ticked, const form::Answers &answers);
    /// For those who only want forms. The cache must outlive it.
    form::FormSource source();

private:
    using Key = std::tuple<std::string, std::vector<std::string>, form::Answers>;
    using Form = std::shared_ptr<const form::ComposedForm>;

    using Found = Result<Form>;
    using Underway = std::list<std::pair<Key, std::shared_future<Found>>>;

    Form known(const Key &key);
    Found compose(Underway::iterator ours, std::promise<Found> promise);
    void end(Underway::iterator ours, const Form &form);

    const form::FormSource m_compose;
    const std::size_t m_most;
    std::mutex m_mutex;
    std::list<std::pair<Key, Form>> m_forms; ///< the one asked for last in front
    Underway m_underway; ///< being composed
};

} // namespace quanke::gateway
