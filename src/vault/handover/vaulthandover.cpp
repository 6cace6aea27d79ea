#include "handover/file.h"
#include "platform/durablefile.h"
#include "vault/sealedfile.h"
#include "vault/thread/ask.h"
#include "vault/thread/errands.h"

namespace quanke::vault {

namespace {

/// Tells how far the file is, and ends the work once nobody wants it.
handover::Watch watchOf(Headway &headway)
{
    return [&headway](std::uint64_t done, std::uint64_t all) -> Result<Done> {
        headway.tell(done, all);
        return headway.isCancelled() ? Result<Done>(Failure{"handover.cancelled"}) : Done{};
    };
}

std::shared_ptr<Headway> anyHeadway(std::shared_ptr<Headway> headway)
{
    return headway ? std::move(headway) : std::make_shared<Headway>();
}

} // namespace

template <class T, class Task>
Result<T> Vault::inItsTurn(Task task, Changes changes)
{
    return ask<T>(std::move(task), changes).result();
}

Promised<HandedOver> Vault::giveCase(Giving giving, std::shared_ptr<Headway> headway)
{
    return m_errands->carryOut<HandedOver>(anyHeadway(std::move(headway)),
        [this, giving = std::move(giving)](Headway &ours) { return give(giving, ours); });
}

Result<HandedOver> Vault::give(const Giving &giving, Headway &headway)
{
    const auto outgoing =
        inItsTurn<CaseHandover::Outgoing>([&giving](Store &store) { return store.prepare(giving); });
    if (!outgoing) {
        return outgoing.failure();
    }
    const auto read = [&](const handover::Enclosure &document) {
        return inItsTurn<std::string>(
            [&](Store &store) { return store.handover.enclosed(giving.caseId, document); });
    };
    const auto path = pathOf(giving.file);
    const auto written = handover::write(path, *seal::makeHallSuite(outgoing->suite), giving.password.view(),
        outgoing->cost, outgoing->contents, read, watchOf(headway));
    auto contents = written ? Result<handover::Contents>(outgoing->contents)
                            : Result<handover::Contents>(written.failure());
    if (written && headway.isCancelled()) {
        static_cast<void>(platform::removeFile(path));
        contents = Failure{"handover.cancelled"};
    }
    return inItsTurn<HandedOver>(
        [&](Store &store) { return store.close(giving, contents); }, Changes::Drafts);
}

Promised<std::optional<HandedOver>> Vault::handedOver(std::string caseId)
{
    return ask<std::optional<HandedOver>>(
        [caseId = std::move(caseId)](Store &store) { return store.handover.handedOver(caseId); });
}

Promised<Done> Vault::takeBackCase(std::string caseId)
{
    return ask<Done>(
        [caseId = std::move(caseId)](Store &store) { return store.takeBackCase(caseId); }, Changes::Drafts);
}

/// What a file brings, document by document, until all of it is known to be right.
class Vault::Arrival : public handover::Receiver {
public:
    explicit Arrival(Vault &vault)
        : m_vault(vault)
    {
    }

    Result<Done> begin(const handover::Contents &contents) override
    {
        auto incoming = m_vault.inItsTurn<CaseHandover::Incoming>(
            [&](Store &store) { return store.handover.expect(contents); });
        if (!incoming) {
            return incoming.failure();
        }
        m_incoming = std::move(*incoming);
        return Done{};
    }
    Result<Done> take(const handover::Enclosure &document, std::string_view bytes) override
    {
        return m_vault.inItsTurn<Done>(
            [&](Store &store) { return store.handover.place(m_incoming, document, bytes); });
    }

    Result<TakenOver> keep()
    {
        return m_vault.inItsTurn<TakenOver>(
            [this](Store &store) { return store.keep(m_incoming); }, Changes::Drafts);
    }
    void drop()
    {
        static_cast<void>(m_vault.inItsTurn<Done>([this](Store &store) {
            store.handover.drop(m_incoming);
            return Result<Done>(Done{});
        }));
    }

private:
    Vault &m_vault;
    CaseHandover::Incoming m_incoming;
};

Promised<TakenOver> Vault::takeOverCase(
    QString file, seal::SecretBytes password, std::shared_ptr<Headway> headway)
{
    return m_errands->carryOut<TakenOver>(anyHeadway(std::move(headway)),
        [this, file = std::move(file), password = std::move(password)](
            Headway &ours) { return takeOver(file, password, ours); });
}

Result<TakenOver> Vault::takeOver(const QString &file, const seal::SecretBytes &password, Headway &headway)
{
    const auto mayTake = inItsTurn<Done>([](Store &store) { return store.handover.refuseLocked(); });
    if (!mayTake) {
        return mayTake.failure();
    }
    Arrival arrival(*this);
    auto taken = handover::read(
        pathOf(file), *seal::makeHallSuite(seal::sodiumName), password.view(), arrival, watchOf(headway));
    if (taken && headway.isCancelled()) {
        taken = Failure{"handover.cancelled"};
    }
    if (!taken) {
        arrival.drop();
        return taken.failure();
    }
    return arrival.keep();
}

} // namespace quanke::vault
