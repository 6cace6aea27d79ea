#pragma once

#include "security/contract.h"

#include <functional>
#include <random>

namespace quanke::test {

/// Spoils requests that the contract calls right, in every way it can think of, by a seed: the same seed spoils alike.
class Malformer {
public:
    explicit Malformer(std::uint64_t seed)
        : m_random(seed)
    {
    }

    /// What was done to it is said in `how`.
    struct Malformed {
        Asking asking;
        std::string how;
    };
    Malformed spoilt(const Contract::Route &route, Asking asking);
    /// One of them, any as likely as another.
    template <class Items>
    const auto &oneOf(const Items &items)
    {
        return items[below(std::size(items))];
    }

private:
    using Spoil = std::string (Malformer::*)(Asking &);

    std::string spoilAddress(Asking &asking);
    std::string spoilQuery(const Contract::Route &route, Asking &asking);
    std::string spoilHeader(Asking &asking);
    std::string spoilContentType(Asking &asking);
    std::string spoilValue(Asking &asking);
    std::string leaveOut(Asking &asking);
    std::string addMember(Asking &asking);
    std::string repeatMember(Asking &asking);
    std::string nestDeeply(Asking &asking);
    std::string breakText(Asking &asking);
    std::string cutShort(Asking &asking);
    std::string turnBytes(Asking &asking);
    std::string makeTooLarge(Asking &asking);

    std::size_t below(std::size_t bound) { return std::size_t(m_random() % bound); }
    /// Any value in the body, the whole body too.
    Json &somewhereIn(Json &json);
    Json oddValue();

    std::mt19937_64 m_random;
};

} // namespace quanke::test
