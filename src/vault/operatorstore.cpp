#include "vault/operatorstore.h"

#include <chrono>
#include <utility>

namespace quanke::vault {

namespace {

constexpr int mostWrongTries = 5;
constexpr std::chrono::minutes lockOut{15};

std::string placeOfKey(const std::string &operatorName)
{
    return "operator-key|" + operatorName;
}

std::string placeOfProfile(const std::string &operatorName)
{
    return "operator-profile|" + operatorName;
}

} // namespace

struct OperatorStore::KeyRow {
    std::int64_t id = 0;
    bool active = false;
    std::string salt;
    seal::PasswordCost cost;
    std::string wrapped;
};

/// The keys a password opens.
struct OperatorStore::Opened {
    Keyring::OperatorKeys keys;
    std::int64_t active = 0; ///< 0 when the active one did not open
};

OperatorStore::OperatorStore(
    Database &database, Keyring &keyring, const Clock &clock, const seal::PasswordCost &cost)
    : m_database(database)
    , m_keyring(keyring)
    , m_clock(clock)
    , m_cost(cost)
{
}

Result<std::vector<RememberedOperator>> OperatorStore::list()
{
    const auto rows = m_database.rows(
        "SELECT name, signed_in_at, locked_until FROM operator ORDER BY signed_in_at DESC, name");
    if (!rows) {
        return rows.failure();
    }
    const std::string now = toText(m_clock.now());
    std::vector<RememberedOperator> operators;
    for (const Row &row : *rows) {
        const auto until = textOf(row[2]);
        operators.push_back({textOf(row[0]), textOf(row[1]), until > now ? until : std::string()});
    }
    return operators;
}

Result<Enrolment> OperatorStore::enrol(
    const wire::SignedInOperator &person, std::string_view password, std::string_view previousPassword)
{
    const auto rows = keyRows(person.name);
    if (!rows) {
        return rows.failure();
    }
    auto opened = openWith(person.name, *rows, password);
    if (!opened) {
        return opened.failure();
    }
    auto rescued = rescue(person.name, *rows, previousPassword, opened->keys);
    if (!rescued) {
        return rescued.failure();
    }
    const bool someRescued = !rescued->empty();
    opened->keys.merge(*rescued);
    const auto openedKeys = opened->keys.size();
    std::int64_t active = 0;
    for (const KeyRow &row : *rows) {
        active = row.active && opened->keys.contains(row.id) ? row.id : active;
    }
    const auto settled = m_database.inTransaction([&]() -> Result<Done> {
        if (someRescued) {
            if (auto closed = closeWith(person.name, opened->keys, password); !closed) {
                return closed;
            }
        }
        if (active != 0) {
            m_keyring.open(person.name, std::move(opened->keys), active);
        } else if (auto begun = begin(person.name, password, std::move(opened->keys)); !begun) {
            return begun;
        }
        return remember(person);
    });
    if (!settled) {
        m_keyring.forget(); // it may hold a key that was rolled back
        return settled.failure();
    }
    if (rows->empty()) {
        return Enrolment::New;
    }
    const bool wasInVain = !previousPassword.empty() && !someRescued && openedKeys < rows->size();
    if (active == 0 || wasInVain) {
        return Enrolment::Separated;
    }
    return someRescued ? Enrolment::Rewrapped : Enrolment::Known;
}

Result<wire::SignedInOperator> OperatorStore::unlock(const std::string &name, std::string_view password)
{
    if (auto allowed = refuseWhileLockedOut(name); !allowed) {
        return allowed.failure();
    }
    // Counted before it is tried, so that pulling the plug does not buy another guess.
    const auto wrong = countWrongTry(name);
    if (wrong.key != "vault.wrong-password" && wrong.key != "vault.locked-out") {
        return wrong;
    }
    const auto rows = keyRows(name);
    if (!rows) {
        return rows.failure();
    }
    auto opened = openWith(name, *rows, password);
    if (!opened) {
        return opened.failure();
    }
    if (opened->active == 0) {
        return wrong;
    }
    if (auto reset = m_database.run(
            "UPDATE operator SET wrong_tries = 0, locked_until = '' WHERE name = ?", {text(name)});
        !reset) {
        return reset.failure();
    }
    m_keyring.open(name, std::move(opened->keys), opened->active);
    return profile(name);
}

Result<std::vector<OperatorStore::KeyRow>> OperatorStore::keyRows(const std::string &name)
{
    const auto rows = m_database.rows(
        "SELECT id, active, salt, passes, memory, wrapped FROM operator_key WHERE operator = ? ORDER BY id",
        {text(name)});
    if (!rows) {
        return rows.failure();
    }
    std::vector<KeyRow> keys;
    for (const Row &row : *rows) {
        keys.push_back({row[0].toLongLong(), row[1].toBool(), blobOf(row[2]),
            {row[3].toULongLong(), std::size_t(row[4].toULongLong())}, blobOf(row[5])});
    }
    return keys;
}

Result<OperatorStore::Opened> OperatorStore::openWith(
    const std::string &name, const std::vector<KeyRow> &rows, std::string_view password)
{
    Opened opened;
    std::string salt;
    seal::SecretBytes by;
    for (const KeyRow &row : rows) {
        if (by.isEmpty()
            || row.salt != salt) { // keys closed together share a salt: one slow reckoning for all
            auto key = m_keyring.suite().keyFromPassword(password, row.salt, row.cost);
            if (!key) {
                return key.failure();
            }
            by = std::move(*key);
            salt = row.salt;
        }
        auto key = m_keyring.suite().unwrap(by, row.wrapped, placeOfKey(name));
        if (!key) {
            continue; // of another password
        }
        opened.keys.emplace(row.id, std::move(*key));
        if (row.active) {
            opened.active = row.id;
        }
    }
    return opened;
}

/// The keys this password does not open, but the open vault or the password before it does.
Result<Keyring::OperatorKeys> OperatorStore::rescue(const std::string &name, const std::vector<KeyRow> &rows,
    std::string_view previousPassword, const Keyring::OperatorKeys &opened)
{
    Keyring::OperatorKeys rescued;
    if (m_keyring.operatorName() == name) {
        for (const auto &[id, key] : m_keyring.operatorKeys()) {
            if (!opened.contains(id)) {
                rescued.emplace(id, key.clone());
            }
        }
    }
    if (previousPassword.empty() || opened.size() + rescued.size() == rows.size()) {
        return rescued;
    }
    auto before = openWith(name, rows, previousPassword);
    if (!before) {
        return before.failure();
    }
    for (auto &[id, key] : before->keys) {
        if (!opened.contains(id)) {
            rescued.try_emplace(id, std::move(key));
        }
    }
    return rescued;
}

/// Wraps all of them by this password. Inside a transaction of the caller's.
Result<Done> OperatorStore::closeWith(
    const std::string &name, const Keyring::OperatorKeys &keys, std::string_view password)
{
    const auto salt = m_keyring.suite().makeSalt();
    const auto by = m_keyring.suite().keyFromPassword(password, salt, m_cost);
    if (!by) {
        return by.failure();
    }
    for (const auto &[id, key] : keys) {
        const auto wrapped = m_keyring.suite().wrap(*by, key, placeOfKey(name));
        if (auto done = m_database.run(
                "UPDATE operator_key SET salt = ?, passes = ?, memory = ?, wrapped = ? WHERE id = ?",
                {blob(salt), qulonglong(m_cost.passes), qulonglong(m_cost.memory), blob(wrapped),
                    qlonglong(id)});
            !done) {
            return done;
        }
    }
    return Done{};
}

/// A new active key; what the earlier ones seal stays as it is. Inside a transaction of the caller's.
Result<Done> OperatorStore::begin(
    const std::string &name, std::string_view password, Keyring::OperatorKeys keys)
{
    const auto &suite = m_keyring.suite();
    const auto salt = suite.makeSalt();
    const auto by = suite.keyFromPassword(password, salt, m_cost);
    if (!by) {
        return by.failure();
    }
    auto key = suite.makeKey();
    const auto wrapped = suite.wrap(*by, key, placeOfKey(name));
    const auto now = text(toText(m_clock.now()));
    if (auto done = m_database.run("INSERT INTO operator (name, profile, signed_in_at) VALUES (?, x'', ?) ON "
                                   "CONFLICT (name) DO NOTHING",
            {text(name), now});
        !done) {
        return done;
    }
    if (auto done = m_database.run("UPDATE operator_key SET active = 0 WHERE operator = ?", {text(name)});
        !done) {
        return done;
    }
    const auto row = m_database.row("INSERT INTO operator_key (operator, active, salt, passes, memory, "
                                    "wrapped, made_at) VALUES (?, 1, ?, ?, ?, ?, ?) RETURNING id",
        {text(name), blob(salt), qulonglong(m_cost.passes), qulonglong(m_cost.memory), blob(wrapped), now});
    if (!row) {
        return row.failure();
    }
    const std::int64_t id = (*row)->at(0).toLongLong();
    keys.emplace(id, std::move(key));
    m_keyring.open(name, std::move(keys), id);
    return Done{};
}

Result<Done> OperatorStore::remember(const wire::SignedInOperator &person)
{
    const auto key = m_keyring.activeKey();
    if (!key) {
        return key.failure();
    }
    const auto sealed =
        m_keyring.suite().encrypt(**key, canonicalText(wire::toJson(person)), placeOfProfile(person.name));
    return m_database.run("UPDATE operator SET profile = ?, signed_in_at = ?, wrong_tries = 0, locked_until "
                          "= '' WHERE name = ?",
        {blob(sealed), text(toText(m_clock.now())), text(person.name)});
}

Result<Done> OperatorStore::refuseWhileLockedOut(const std::string &name)
{
    const auto row = m_database.row("SELECT locked_until FROM operator WHERE name = ?", {text(name)});
    if (!row) {
        return row.failure();
    }
    if (!*row) {
        return Failure{"vault.unknown-operator", {}, {}};
    }
    const auto until = textOf((*row)->at(0));
    if (until.empty()) {
        return Done{};
    }
    if (until > toText(m_clock.now())) {
        return Failure{"vault.locked-out", {{"until", until}}, {}};
    }
    return m_database.run(
        "UPDATE operator SET wrong_tries = 0, locked_until = '' WHERE name = ?", {text(name)});
}

/// What to answer if the password turns out wrong.
Failure OperatorStore::countWrongTry(const std::string &name)
{
    const auto row = m_database.row("SELECT wrong_tries FROM operator WHERE name = ?", {text(name)});
    if (!row) {
        return row.failure();
    }
    const int tries = (*row)->at(0).toInt() + 1;
    const auto until = tries < mostWrongTries ? std::string() : toText(m_clock.now() + lockOut);
    const auto counted =
        m_database.run("UPDATE operator SET wrong_tries = ?, locked_until = ? WHERE name = ?",
            {tries, text(until), text(name)});
    if (!counted) {
        return counted.failure();
    }
    if (until.empty()) {
        return {"vault.wrong-password", {{"triesLeft", mostWrongTries - tries}}, {}};
    }
    return {"vault.locked-out", {{"until", until}}, {}};
}

Result<wire::SignedInOperator> OperatorStore::profile(const std::string &name)
{
    const auto row = m_database.row("SELECT profile FROM operator WHERE name = ?", {text(name)});
    if (!row) {
        return row.failure();
    }
    const auto key = m_keyring.activeKey();
    if (!key) {
        return key.failure();
    }
    const auto plain = m_keyring.suite().decrypt(**key, blobOf((*row)->at(0)), placeOfProfile(name));
    if (!plain) {
        return plain.failure();
    }
    const auto json = parseJson(*plain);
    if (!json) {
        return json.failure();
    }
    return wire::operatorFromJson(*json);
}

} // namespace quanke::vault
