#include "spool/keeper.h"

#include <utility>

namespace quanke::spool {

Keeper::Keeper(Spool spool, std::filesystem::path documents, std::shared_ptr<const seal::Suite> suite,
    std::function<void()> mirrorChanged)
    : m_spool(std::make_shared<Spool>(std::move(spool)))
    , m_documents(std::move(documents))
    , m_suite(std::move(suite))
    , m_mirrorChanged(std::move(mirrorChanged))
{
}

Result<Keeper> Keeper::open(const std::filesystem::path &folder, std::shared_ptr<const seal::Suite> suite,
    std::function<void()> mirrorChanged)
{
    auto spool = Spool::open(folder / "spool");
    return spool ? Result<Keeper>(
               Keeper(std::move(*spool), folder / "documents", std::move(suite), std::move(mirrorChanged)))
                 : spool.failure();
}

void Keeper::setKey(std::string publicKey)
{
    m_key = std::move(publicKey);
    m_keyName = nameOfKey(m_key);
}

void Keeper::setMirror(std::optional<Mirror> mirror)
{
    if (m_mirror) {
        m_mirror->leave();
    }
    m_mirror.reset(); // one that writes to the same place has ended
    if (mirror) {
        m_mirror = std::make_unique<MirrorThread>(
            std::move(*mirror), MirrorThread::Home{m_spool, m_dropped, m_documents}, m_mirrorChanged);
    }
}

bool Keeper::keep(Label label, const Parcel &parcel)
{
    if (m_key.empty()) {
        return false;
    }
    const auto record = close(*m_suite, m_key, std::move(label), parcel);
    const auto appended = record ? m_spool->append(*record) : record.failure();
    m_problem = appended ? std::optional<Failure>() : appended.failure();
    if (appended) {
        m_dropped->erase(record->label.operation); // what the hall has lost is kept once more
    }
    if (appended && m_mirror) {
        m_mirror->add(*record);
    }
    return bool(appended);
}

/// What cannot be removed now is removed another time: a copy too many is no loss.
void Keeper::drop(const std::set<std::string> &operations)
{
    m_dropped->insert(operations);
    static_cast<void>(m_spool->drop(operations));
    if (m_mirror) {
        m_mirror->drop(operations);
    }
}

void Keeper::follow(std::function<void()> done)
{
    if (m_mirror) {
        m_mirror->follow(std::move(done));
    } else if (done) {
        done();
    }
}

Standing Keeper::standing() const
{
    const auto mirror = m_mirror ? m_mirror->state() : MirrorThread::State();
    return {!m_key.empty(), m_problem, m_mirror != nullptr, mirror.problem, mirror.isBehind};
}

} // namespace quanke::spool
