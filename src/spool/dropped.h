#pragma once

#include <mutex>
#include <set>
#include <string>

namespace quanke::spool {

/// What a spool has dropped since it was opened and does not hold again, for a mirror that was away. For any thread.
class Dropped {
public:
    void insert(const std::set<std::string> &operations)
    {
        const std::lock_guard lock(m_mutex);
        m_operations.insert(operations.begin(), operations.end());
    }
    void erase(const std::string &operation)
    {
        const std::lock_guard lock(m_mutex);
        m_operations.erase(operation);
    }
    std::set<std::string> all() const
    {
        const std::lock_guard lock(m_mutex);
        return m_operations;
    }

private:
    mutable std::mutex m_mutex;
    std::set<std::string> m_operations;
};

} // namespace quanke::spool
