#include "gateway/service/formcache.h"

#include <algorithm>
#include <utility>

namespace quanke::gateway {

FormCache::FormCache(form::FormSource compose, std::size_t most)
    : m_compose(std::move(compose))
    , m_most(most)
{
}

Result<std::shared_ptr<const form::ComposedForm>> FormCache::find(
    const std::string &bundle, const std::vector<std::string> &ticked, const form::Answers &answers)
{
    Key key(bundle, ticked, answers);
    std::unique_lock lock(m_mutex);
    if (auto form = known(key)) {
        return form;
    }
    const auto theirs = std::ranges::find(m_underway, key, &Underway::value_type::first);
    if (theirs != m_underway.end()) {
        const auto coming = theirs->second;
        lock.unlock();
        return coming.get();
    }
    std::promise<Found> promise;
    m_underway.emplace_front(std::move(key), promise.get_future().share());
    const auto ours = m_underway.begin();
    lock.unlock();
    return compose(ours, std::move(promise));
}

/// Outside the lock: who wants another form need not wait for this one.
FormCache::Found FormCache::compose(Underway::iterator ours, std::promise<Found> promise)
{
    try {
        const auto &[bundle, ticked, answers] = ours->first;
        auto composed = m_compose(bundle, ticked, answers);
        end(ours, composed ? *composed : nullptr);
        promise.set_value(composed);
        return composed;
    } catch (...) {
        end(ours, nullptr);
        promise.set_exception(std::current_exception());
        throw;
    }
}

form::FormSource FormCache::source()
{
    return [this](const std::string &bundle, const std::vector<std::string> &ticked,
               const form::Answers &answers) { return find(bundle, ticked, answers); };
}

/// Under the lock.
FormCache::Form FormCache::known(const Key &key)
{
    const auto found = std::ranges::find(m_forms, key, &std::pair<Key, Form>::first);
    if (found == m_forms.end()) {
        return nullptr;
    }
    m_forms.splice(m_forms.begin(), m_forms, found);
    return found->second;
}

/// Kept, unless there is none, before the next may ask.
void FormCache::end(Underway::iterator ours, const Form &form)
{
    const std::lock_guard lock(m_mutex);
    if (form) {
        m_forms.emplace_front(std::move(ours->first), form);
    }
    m_underway.erase(ours);
    if (m_forms.size() > m_most) {
        m_forms.pop_back();
    }
}

} // namespace quanke::gateway
