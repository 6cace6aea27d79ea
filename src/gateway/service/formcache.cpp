#include "gateway/service/formcache.h"

#include <algorithm>

namespace quanke::gateway {

FormCache::FormCache(const catalogue::Catalogue &catalogue, std::size_t most)
    : m_compose(form::freshForms(catalogue))
    , m_most(most)
{
}

Result<std::shared_ptr<const form::ComposedForm>> FormCache::find(
    const std::string &bundle, const std::vector<std::string> &ticked, const form::Answers &answers)
{
    Key key(bundle, ticked, answers);
    {
        const std::lock_guard lock(m_mutex);
        if (auto form = known(key)) {
            return form;
        }
    }
    auto composed = m_compose(bundle, ticked, answers); // outside the lock: others need not wait for it
    return composed ? keep(std::move(key), std::move(*composed)) : composed;
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

/// Who comes second with the same form gets the first one's.
FormCache::Form FormCache::keep(Key key, Form form)
{
    const std::lock_guard lock(m_mutex);
    if (auto first = known(key)) {
        return first;
    }
    m_forms.emplace_front(std::move(key), form);
    if (m_forms.size() > m_most) {
        m_forms.pop_back();
    }
    return form;
}

} // namespace quanke::gateway
