#include "vault/operatorstore.h"

#include <algorithm>
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

std::string placeOfBinding(const std::string &operatorName)
{
    return "operator-key-of-machine|" + operatorName;
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
    bool bound = false; ///< sealed with the machine's secret besides
};

/// The keys a password opens.
struct OperatorStore::Opened {
    Keyring::OperatorKeys keys;
    std::int64_t active = 0; ///< 0 when the active one did not open
};

OperatorStore::OperatorStore(Database &database, Keyring &keyring, const Clock &clock,
    const seal::PasswordCost &cost, std::shared_ptr<const seal::SecretBytes> deviceSecret)
    : m_database(database)
    , m_keyring(keyring)
    , m_clock(clock)
    , m_cost(cost)
    , m_deviceSecret(std::move(deviceSecret))
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
    const bool closesAnew = someRescued || needsBinding(*rows, opened->keys);
    const auto openedKeys = opened->keys.size();
    std::int64_t active = 0;
    for (const KeyRow &row : *rows) {
        active = row.active && opened->keys.contains(row.id) ? row.id : active;
    }
    const auto settled = m_database.inTransaction([&]() -> Result<Done> {
        if (closesAnew) {
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
    const auto rows = keyRows(name);
    if (!rows) {
        return rows.failure();
    }
    const auto active = std::ranges::find_if(*rows, &KeyRow::active);
    if (active != rows->end() && !unbound(name, *active)) {
        return Failure{"vault.other-machine"};
    }
    // Counted before it is tried, so that pulling the plug does not buy another guess.
    const auto wrong = countWrongTry(name);
    if (wrong.key != "vault.wrong-password" && wrong.key != "vault.locked-out") {
        return wrong;
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
    if (needsBinding(*rows, opened->keys)) {
        if (auto closed = m_database.inTransaction([&] { return closeWith(name, opened->keys, password); });
            !closed) {
            return closed.failure();
        }
    }
    m_keyring.open(name, std::move(opened->keys), opened->active);
    return profile(name);
}

Result<std::vector<OperatorStore::KeyRow>> OperatorStore::keyRows(const std::string &name)
{
    const auto rows = m_database.rows("SELECT id, active, salt, passes, memory, wrapped, bound FROM "
                                      "operator_key WHERE operator = ? ORDER BY id",
        {text(name)});
    if (!rows) {
        return rows.failure();
    }
    std::vector<KeyRow> keys;
    for (const Row &row : *rows) {
        keys.push_back({row[0].toLongLong(), row[1].toBool(), blobOf(row[2]),
            {row[3].toULongLong(), std::size_t(row[4].toULongLong())}, blobOf(row[5]), row[6].toBool()});
    }
    return keys;
}

/// As the password wraps it; nothing when this machine is not the one that it is bound to.
std::optional<std::string> OperatorStore::unbound(const std::string &name, const KeyRow &row) const
{
    if (!row.bound) {
        return row.wrapped;
    }
    const auto inner = m_deviceSecret
        ? m_keyring.suite().decrypt(*m_deviceSecret, row.wrapped, placeOfBinding(name))
        : Result<std::string>(Failure{"vault.other-machine"});
    return inner ? std::optional(*inner) : std::nullopt;
}

std::string OperatorStore::bound(const std::string &name, const std::string &wrapped) const
{
    return m_deviceSecret ? m_keyring.suite().encrypt(*m_deviceSecret, wrapped, placeOfBinding(name))
                          : wrapped;
}

bool OperatorStore::needsBinding(const std::vector<KeyRow> &rows, const Keyring::OperatorKeys &opened) const
{
    return m_deviceSecret && std::ranges::any_of(rows, [&opened](const KeyRow &row) {
        return !row.bound && opened.contains(row.id);
    });
}

Result<OperatorStore::Opened> OperatorStore::openWith(
    const std::string &name, const std::vector<KeyRow> &rows, std::string_view password)
{
    Opened opened;
    std::string salt;
    seal::SecretBytes by;
    for (const KeyRow &row : rows) {
        const auto wrapped = unbound(name, row);
        if (!wrapped) {
            continue; // of another machine
        }
        if (by.isEmpty()
            || row.salt != salt) { // keys closed together share a salt: one slow reckoning for all
            auto key = m_keyring.suite().keyFromPassword(password, row.salt, row.cost);
            if (!key) {
                return key.failure();
            }
            by = std::move(*key);
            salt = row.salt;
        }
        auto key = m_keyring.suite().unwrap(by, *wrapped, placeOfKey(name));
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
        const auto wrapped = bound(name, m_keyring.suite().wrap(*by, key, placeOfKey(name)));
        if (auto done = m_database.run("UPDATE operator_key SET salt = ?, passes = ?, memory = ?, wrapped = "
                                       "?, bound = ? WHERE id = ?",
                {blob(salt), qulonglong(m_cost.passes), qulonglong(m_cost.memory), blob(wrapped),
                    m_deviceSecret != nullptr, qlonglong(id)});
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
    const auto wrapped = bound(name, suite.wrap(*by, key, placeOfKey(name)));
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
                                    "wrapped, bound, made_at) VALUES (?, 1, ?, ?, ?, ?, ?, ?) RETURNING id",
        {text(name), blob(salt), qulonglong(m_cost.passes), qulonglong(m_cost.memory), blob(wrapped),
            m_deviceSecret != nullptr, now});
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
