#include "gateway/service/gateway.h"

#include "gateway/store/settingtable.h"

namespace quanke::gateway {

Result<std::unique_ptr<Gateway>> Gateway::open(Setup setup)
{
    std::error_code error;
    std::filesystem::create_directories(setup.data, error);
    if (error) {
        return Failure{"folder.unwritable", {{"path", setup.data.string()}}, error.message()};
    }
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
    return std::unique_ptr<Gateway>(new Gateway(std::move(setup), std::move(*database), std::move(*signer)));
}

Gateway::Gateway(Setup setup, std::unique_ptr<Database> database, ReceiptSigner signer)
    : m_setup(std::move(setup))
    , m_database(std::move(database))
    , m_signer(std::move(signer))
    , m_forms(*m_setup.catalogue)
    , m_changes(context())
    , m_sessions(context(), m_signer.publicKey())
    , m_operators(context(), m_setup.passwordCost)
    , m_operations(context(), m_signer, m_changes)
    , m_cases(context())
    , m_documents(context(), m_setup.data)
    , m_hall(context())
{
}

ServiceContext Gateway::context()
{
    return {*m_database, m_setup.clock, *m_setup.catalogue, m_setup.calendar, m_forms.source()};
}

bool Gateway::isHealthy()
{
    return bool(m_database->read<Done>([](Connection &connection) -> Result<Done> {
        [[maybe_unused]] const auto setting = SettingTable(connection).find("hall");
        return Done{};
    }));
}

} // namespace quanke::gateway
