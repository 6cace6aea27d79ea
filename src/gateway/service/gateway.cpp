#include "gateway/service/gateway.h"

#include "gateway/keys/hallsuite.h"
#include "gateway/keys/keyfile.h"
#include "gateway/store/operationtable.h"
#include "gateway/store/operatortable.h"
#include "seal/text.h"

#include <algorithm>

namespace quanke::gateway {

namespace {

/// Desks know the keys from the first sign-in on, which takes an operator.
Result<bool> hasOperators(Database &database)
{
    return database.read<bool>(
        [](Connection &connection) -> Result<bool> { return !OperatorTable(connection).all().empty(); });
}

Result<Done> refuseLost(const std::filesystem::path &key, LostKey lostKey, Database &database)
{
    if (isThere(key) || lostKey == LostKey::MakeAnother) {
        return Done{};
    }
    const auto isInUse = hasOperators(database);
    if (!isInUse) {
        return isInUse.failure();
    }
    return *isInUse ? Failure{"key-file.missing", {{"path", key.string()}}, {}} : Result<Done>(Done{});
}

constexpr const char *receiptKeyFile = "receipt.key";
constexpr const char *sealingKeyFile = "ingest.key";

/// One from before suites could be chosen has these by now.
Result<bool> hasKeys(const Gateway::Setup &setup, Database &database)
{
    const bool isMade = isThere(setup.data / receiptKeyFile) || isThere(setup.data / sealingKeyFile);
    return isMade ? Result<bool>(true) : hasOperators(database);
}

Result<ReceiptSigner> signerOf(
    const Gateway::Setup &setup, Database &database, const std::shared_ptr<const seal::Suite> &suite)
{
    const auto file = setup.data / receiptKeyFile;
    const auto mayOpen = refuseLost(file, setup.lostReceiptKey, database);
    return mayOpen ? ReceiptSigner::open(file, suite) : mayOpen.failure();
}

Result<seal::KeyPair> sealingPairOf(const Gateway::Setup &setup, Database &database, const seal::Suite &suite)
{
    const auto file = setup.data / sealingKeyFile;
    const auto mayOpen = refuseLost(file, setup.lostKey, database);
    return mayOpen ? keyPairIn(file, [&suite] { return suite.makeSealingPair(); }) : mayOpen.failure();
}

/// A copy there would take the place of what it is a copy of, or go with it.
Result<Done> checkPlace(const Gateway::Setup &setup)
{
    if (!setup.backup) {
        return Done{};
    }
    std::error_code error;
    const auto data = std::filesystem::weakly_canonical(setup.data, error);
    const auto folder = std::filesystem::weakly_canonical(setup.backup->folder, error);
    const auto [end, other] = std::mismatch(data.begin(), data.end(), folder.begin(), folder.end());
    return end == data.end() ? Failure{"backup.inside-data", {{"path", setup.backup->folder.string()}}}
                             : Result<Done>(Done{});
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
    if (auto checked = checkPlace(setup); !checked) {
        return checked.failure();
    }
    auto database = Database::open(setup.data / "gateway.db");
    if (!database) {
        return database.failure();
    }
    auto keys = openKeys(setup, **database);
    if (!keys) {
        return keys.failure();
    }
    auto highWater = HighWater::open(setup.data / "high-water");
    if (!highWater) {
        return highWater.failure();
    }
    const auto epoch = establishEpoch(**database, **highWater, setup.restored, setup.clock);
    if (!epoch) {
        return epoch.failure();
    }
    std::unique_ptr<Gateway> gateway(
        new Gateway(std::move(setup), std::move(*database), std::move(*keys), std::move(*highWater), *epoch));
    const auto begun = gateway->m_traces.begin();
    return begun ? Result<std::unique_ptr<Gateway>>(std::move(gateway)) : begun.failure();
}

Result<Gateway::Keys> Gateway::openKeys(const Setup &setup, Database &database)
{
    const auto isInUse = hasKeys(setup, database);
    auto suite = isInUse ? hallSuite(database, setup.suite, *isInUse ? Use::Used : Use::New)
                         : Result<std::shared_ptr<const seal::Suite>>(isInUse.failure());
    if (!suite) {
        return suite.failure();
    }
    auto signer = signerOf(setup, database, *suite);
    if (!signer) {
        return signer.failure();
    }
    auto sealingPair = sealingPairOf(setup, database, **suite);
    if (!sealingPair) {
        return sealingPair.failure();
    }
    return Keys{std::move(*suite), std::move(*signer), std::move(*sealingPair)};
}

Gateway::Gateway(Setup setup, std::unique_ptr<Database> database, Keys keys,
    std::unique_ptr<HighWater> highWater, const std::string &epoch)
    : m_setup(std::move(setup))
    , m_database(std::move(database))
    , m_suite(std::move(keys.suite))
    , m_signer(std::move(keys.signer))
    , m_sealingPair(std::move(keys.sealingPair))
    , m_highWater(std::move(highWater))
    , m_durability(m_setup.backup ? Durability::Copies::Two : Durability::Copies::One, epoch)
    , m_forms(form::freshForms(*m_setup.catalogue))
    , m_changes(context())
    , m_sessions(context(), m_signer, {seal::toBase64(m_sealingPair.publicKey), std::string(m_suite->name())},
          m_setup.passwordCost)
    , m_operators(context(), m_sessions, m_setup.passwordCost)
    , m_operations(context(), m_signer, m_durability, *m_highWater, m_changes)
    , m_cases(context(), m_changes)
    , m_documents(context(), m_setup.data)
    , m_devices(context(), m_signer, m_durability)
    , m_hall(context())
    , m_traces(context(), m_signer)
{
    if (m_setup.backup) {
        m_backups = std::make_unique<BackupService>(
            *m_database, m_setup.data, *m_setup.backup, m_durability, m_setup.clock);
    }
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

Result<std::uint64_t> Gateway::durablePosition()
{
    return m_database->read<std::uint64_t>([this](Connection &connection) -> Result<std::uint64_t> {
        return m_durability.position(OperationTable(connection).nextPosition() - 1);
    });
}

std::optional<BackupStanding> Gateway::backup() const
{
    return m_backups ? std::optional(m_backups->standing()) : std::nullopt;
}

} // namespace quanke::gateway
