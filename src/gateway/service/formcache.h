#pragma once

#include "core/form/form.h"

#include <list>
#include <mutex>
#include <tuple>

namespace quanke::gateway {

/// Composed forms, kept by what they were composed from: thousands of cases share a few. Of those not asked for
/// longest the last goes when there are too many. For any number of threads.
class FormCache {
public:
    /// The catalogue must outlive it.
    explicit FormCache(const catalogue::Catalogue &catalogue, std::size_t most = 32);

    /// Fails as composeForm; failures are not kept.
    Result<std::shared_ptr<const form::ComposedForm>> find(
        const std::string &bundle, const std::vector<std::string> &ticked, const form::Answers &answers);
    /// For those who only want forms. The cache must outlive it.
    form::FormSource source();

private:
    using Key = std::tuple<std::string, std::vector<std::string>, form::Answers>;
    using Form = std::shared_ptr<const form::ComposedForm>;

    Form known(const Key &key);
    Form keep(Key key, Form form);

    const form::FormSource m_compose;
    const std::size_t m_most;
    std::mutex m_mutex;
    std::list<std::pair<Key, Form>> m_forms; ///< the one asked for last in front
};

} // namespace quanke::gateway
