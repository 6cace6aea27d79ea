#include "spool/keeper.h"

#include <utility>

namespace quanke::spool {

namespace {

std::string keyOf(const std::optional<Failure> &failure)
{
    return failure ? failure->key : std::string();
}

} // namespace

bool operator==(const Standing &left, const Standing &right)
{
    return left.keyKnown == right.keyKnown && keyOf(left.problem) == keyOf(right.problem)
        && left.mirrorWanted == right.mirrorWanted && keyOf(left.mirrorProblem) == keyOf(right.mirrorProblem);
}

Keeper::Keeper(Spool spool, std::filesystem::path documents, std::shared_ptr<const seal::Suite> suite)
    : m_spool(std::move(spool))
    , m_documents(std::move(documents))
    , m_suite(std::move(suite))
{
}

Result<Keeper> Keeper::open(const std::filesystem::path &folder, std::shared_ptr<const seal::Suite> suite)
{
    auto spool = Spool::open(folder / "spool");
    return spool ? Result<Keeper>(Keeper(std::move(*spool), folder / "documents", std::move(suite)))
                 : spool.failure();
}

void Keeper::setKey(std::string publicKey)
{
    m_key = std::move(publicKey);
    m_keyName = nameOfKey(m_key);
}

void Keeper::setMirror(std::optional<Mirror> mirror)
{
    m_mirror = std::move(mirror);
    m_mirrorProblem.reset();
    follow();
}

bool Keeper::keep(Label label, const Parcel &parcel)
{
    if (m_key.empty()) {
        return false;
    }
    const auto record = close(*m_suite, m_key, std::move(label), parcel);
    const auto appended = record ? m_spool.append(*record) : record.failure();
    m_problem = appended ? std::optional<Failure>() : appended.failure();
    if (appended && m_mirror) {
        noteMirror(m_mirror->add(*record, m_spool, m_documents, m_dropped));
    }
    return bool(appended);
}

/// What cannot be removed now is removed another time: a copy too many is no loss.
void Keeper::drop(const std::set<std::string> &operations)
{
    m_dropped.insert(operations.begin(), operations.end());
    static_cast<void>(m_spool.drop(operations));
    const auto dropped = m_mirror ? m_mirror->drop(operations) : Result<Done>(Done{});
    if (!dropped) {
        noteMirror(dropped);
    }
}

void Keeper::follow()
{
    if (m_mirror && (m_mirrorProblem || !m_mirror->isThere() || !m_mirror->isInStep())) {
        noteMirror(m_mirror->follow(m_spool, m_documents, m_dropped));
    }
}

void Keeper::noteMirror(const Result<Done> &outcome)
{
    m_mirrorProblem = outcome ? std::optional<Failure>() : outcome.failure();
}

Standing Keeper::standing() const
{
    return {!m_key.empty(), m_problem, m_mirror.has_value(), m_mirrorProblem};
}

} // namespace quanke::spool
