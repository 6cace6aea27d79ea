#pragma once

#include "core/base/json.h"

#include <string>
#include <utility>
#include <variant>

namespace quanke {

/// Why something did not succeed, in a form that travels: a stable key that a program turns into words of the
/// user's language, the arguments of those words, and a technical detail for the log. Neither the detail nor
/// the arguments may hold personal data.
struct Failure {
    std::string key; ///< "area.what-happened", for example "json.duplicate-key"
    Json arguments = Json::object();
    std::string detail{}; // so that a failure may be written with its key alone
};

/// The value of something that can fail, or the Failure. Made from either.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value)
        : m_content(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Failure failure)
        : m_content(std::in_place_index<1>, std::move(failure))
    {
    }

    explicit operator bool() const { return m_content.index() == 0; }
    /// Only when there is a value.
    const T &value() const & { return std::get<0>(m_content); }
    T &value() & { return std::get<0>(m_content); }
    T &&value() && { return std::get<0>(std::move(m_content)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    /// Only when there is none.
    const Failure &failure() const { return std::get<1>(m_content); }

private:
    std::variant<T, Failure> m_content;
};

/// Something that yields nothing but may fail: `return Done{};`
struct Done { };

} // namespace quanke
