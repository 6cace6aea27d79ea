#include "gateway/service/gateway.h"

#include "gateway/keys/keyfile.h"
#include "gateway/store/operatortable.h"
#include "seal/text.h"

namespace quanke::gateway {

namespace {

/// Desks know the key from the first sign-in on, which takes an operator.
Result<bool> hasOperators(Database &database)
{
    return database.read<bool>(
        [](Connection &connection) -> Result<bool> { return !OperatorTable(connection).all().empty(); });
}

Result<seal::KeyPair> sealingPairOf(const Gateway::Setup &setup, Database &database)
{
    const auto file = setup.data / "ingest.key";
    if (!isThere(file) && setup.lostKey == LostKey::Refuse) {
        const auto isInUse = hasOperators(database);
        if (!isInUse || *isInUse) {
            return isInUse ? Failure{"key-file.missing", {{"path", file.string()}}, {}} : isInUse.failure();
        }
    }
    return keyPairIn(file, [] { return seal::makeSodiumSuite()->makeSealingPair(); });
}

} // namespace

Result<std::unique_ptr<Gateway>> Gateway::open(Setup setup)
{
    if (auto made = DocumentService::makeFolders(setup.data); !made) {
        return made.failure();
    }
    std::error_code error;
    // What lies here is personal data in the clear: nobody else on the machine has business in it.
    std::filesystem::permissions(setup.data, std::filesystem::perms::owner_all, error);
    auto database = Database::open(setup.data / "gateway.db");
    if (!database) {
        return database.failure();
    }
    auto signer = ReceiptSigner::open(setup.data / "receipt.key");
    if (!signer) {
        return signer.failure();
    }
    auto sealingPair = sealingPairOf(setup, **database);
    if (!sealingPair) {
        return sealingPair.failure();
    }
    auto highWater = HighWater::open(setup.data / "high-water");
    if (!highWater) {
        return highWater.failure();
    }
    if (auto established = establishEpoch(**database, **highWater, setup.restored, setup.clock);
        !established) {
        return established.failure();
    }
    return std::unique_ptr<Gateway>(new Gateway(std::move(setup), std::move(*database), std::move(*signer),
        std::move(*sealingPair), std::move(*highWater)));
}

Gateway::Gateway(Setup setup, std::unique_ptr<Database> database, ReceiptSigner signer,
    seal::KeyPair sealingPair, std::unique_ptr<HighWater> highWater)
    : m_setup(std::move(setup))
    , m_database(std::move(database))
    , m_signer(std::move(signer))
    , m_sealingPair(std::move(sealingPair))
    , m_highWater(std::move(highWater))
    , m_forms(*m_setup.catalogue)
    , m_changes(context())
    , m_sessions(context(), m_signer.publicKey(), seal::toBase64(m_sealingPair.publicKey))
    , m_operators(context(), m_setup.passwordCost)
    , m_operations(context(), m_signer, *m_highWater, m_changes)
    , m_cases(context(), m_changes)
    , m_documents(context(), m_setup.data)
    , m_devices(context())
    , m_hall(context())
{
}

ServiceContext Gateway::context()
{
    return {*m_database, m_setup.clock, *m_setup.catalogue, m_setup.calendar, m_forms.source()};
}

Result<std::string> Gateway::epoch()
{
    return m_database->read<std::string>(
        [](Connection &connection) -> Result<std::string> { return epochIn(connection); });
}

} // namespace quanke::gateway
