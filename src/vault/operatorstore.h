#pragma once

#include "core/base/clock.h"
#include "core/wire/protocol.h"
#include "vault/keyring.h"
#include "vault/operators.h"

#include <optional>
#include <vector>

namespace quanke::vault {

/// Who has worked at this desk, and their keys: a random one per operator, wrapped by the password and, where the machine
/// keeps one, by its secret besides. Keys from before there was one are bound to it when their password comes by.
class OperatorStore {
public:
    OperatorStore(Database &database, Keyring &keyring, const Clock &clock, const seal::PasswordCost &cost,
        std::shared_ptr<const seal::SecretBytes> deviceSecret);

    Result<std::vector<RememberedOperator>> list();
    Result<Enrolment> enrol(
        const wire::SignedInOperator &person, std::string_view password, std::string_view previousPassword);
    Result<wire::SignedInOperator> unlock(const std::string &name, std::string_view password);

private:
    struct KeyRow;
    struct Opened;

    Result<std::vector<KeyRow>> keyRows(const std::string &name);
    std::optional<std::string> unbound(const std::string &name, const KeyRow &row) const;
    std::string bound(const std::string &name, const std::string &wrapped) const;
    bool needsBinding(const std::vector<KeyRow> &rows, const Keyring::OperatorKeys &opened) const;
    Result<Opened> openWith(
        const std::string &name, const std::vector<KeyRow> &rows, std::string_view password);
    Result<Done> closeWith(
        const std::string &name, const Keyring::OperatorKeys &keys, std::string_view password);
    Result<Keyring::OperatorKeys> rescue(const std::string &name, const std::vector<KeyRow> &rows,
        std::string_view previousPassword, const Keyring::OperatorKeys &opened);
    Result<Done> begin(const std::string &name, std::string_view password, Keyring::OperatorKeys keys);
    Result<Done> remember(const wire::SignedInOperator &person);
    Result<Done> refuseWhileLockedOut(const std::string &name);
    Result<wire::SignedInOperator> profile(const std::string &name);
    Failure countWrongTry(const std::string &name);

    Database &m_database;
    Keyring &m_keyring;
    const Clock &m_clock;
    seal::PasswordCost m_cost;
    std::shared_ptr<const seal::SecretBytes> m_deviceSecret; ///< null for none
};

} // namespace quanke::vault
