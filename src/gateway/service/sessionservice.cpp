#include "gateway/service/sessionservice.h"

#include "core/formats/newpassword.h"
#include "gateway/service/hallservice.h"
#include "gateway/service/operatorservice.h"
#include "gateway/service/trace/traceservice.h"
#include "gateway/store/devicetable.h"
#include "gateway/store/sessiontable.h"
#include "gateway/store/signinfailuretable.h"
#include "gateway/store/trace/tracetable.h"
#include "seal/digest.h"
#include "seal/random.h"
#include "seal/text.h"

#include <utility>

namespace quanke::gateway {

namespace {

constexpr int mostFailures = 5;
constexpr std::chrono::minutes lockedFor{15};
constexpr std::chrono::hours sessionLasts{8};
constexpr std::chrono::hours ticketLasts{72};
constexpr std::chrono::days visitLasts{7};
constexpr std::size_t tokenBytes = 32;

std::int64_t secondsUntil(const std::string &instant, Instant now)
{
    const auto until = parseInstant(instant);
    return until ? std::chrono::ceil<std::chrono::seconds>(*until - now).count() : 0;
}

} // namespace

SessionService::SessionService(
    ServiceContext context, const ReceiptSigner &signer, Told told, const seal::PasswordCost &cost)
    : m_context(std::move(context))
    , m_signer(signer)
    , m_told(std::move(told))
    , m_cost(cost)
{
}

Result<wire::Session> SessionService::signIn(
    const std::string &name, const std::string &password, const std::string &device, wire::Absence absence)
{
    if (const auto open = checkOpen(name); !open) {
        return open.failure();
    }
    // One after another: of many guesses at once each sees what became of those before it, and one Argon2id takes 64 MiB.
    const std::lock_guard lock(m_reckoning);
    const auto checked = checkPassword(name, password, device);
    return checked ? begin(name, device, absence) : checked.failure();
}

Result<Done> SessionService::checkPassword(
    const std::string &name, const std::string &password, const std::string &device)
{
    if (const auto open = checkOpen(name); !open) {
        return open;
    }
    const auto right = isRight(name, password);
    if (!right) {
        return right.failure();
    }
    if (!*right) {
        const auto counted = countFailure(name, device);
        return counted ? Failure{"session.refused", Json::object(), {}} : counted.failure();
    }
    return Done{};
}

Result<Done> SessionService::changePassword(
    const std::string &name, const std::string &current, const std::string &wanted, const std::string &device)
{
    if (auto open = checkOpen(name); !open) {
        return open;
    }
    const std::lock_guard lock(m_reckoning); // as in signIn
    if (auto checked = checkPassword(name, current, device); !checked) {
        return checked;
    }
    if (wanted == current) {
        return Failure{"password.same"};
    }
    if (!formats::isStrongPassword(wanted, name)) {
        return Failure{"operator.password-weak"};
    }
    const auto hash = seal::hashPassword(wanted, m_cost);
    return hash ? keepPassword(name, *hash, device) : hash.failure();
}

Result<Done> SessionService::keepPassword(
    const std::string &name, const std::string &hash, const std::string &device)
{
    auto kept = m_context.database.write<Done>([&](Connection &connection) -> Result<Done> {
        OperatorTable operators(connection);
        auto row = operators.find(name);
        if (!row) {
            return Failure{"session.refused"};
        }
        row->password = hash;
        row->hasFirstPassword = false;
        operators.put(*row);
        SignInFailureTable(connection).forget(name);
        SessionTable(connection).removeOf(name);
        TraceTable(connection)
            .append({.act = trace::act::passwordChanged,
                        .actor = name,
                        .roles = actorOf(*row).roles,
                        .device = device},
                m_context.clock.now());
        return Done{};
    });
    forgetKnown();
    return kept;
}

Result<Done> SessionService::checkOpen(const std::string &name)
{
    const auto now = m_context.clock.now();
    return m_context.database.read<Done>([&](Connection &connection) -> Result<Done> {
        const auto failures = SignInFailureTable(connection).find(name);
        if (failures.lockedUntil > toText(now)) {
            return Failure{"session.locked", {{"retryAfter", secondsUntil(failures.lockedUntil, now)}}, {}};
        }
        return Done{};
    });
}

/// With its line. Whoever is locked out by now is not written down again for each try: the lines would be theirs to fill a
/// disk with.
Result<Done> SessionService::countFailure(const std::string &name, const std::string &device)
{
    return m_context.database.write<Done>([&](Connection &connection) -> Result<Done> {
        const auto now =
            m_context.clock.now(); // not while it waits: what is written before it would be later
        SignInFailureTable table(connection);
        table.forgetBefore(toText(now - lockedFor));
        auto failures = table.find(name);
        ++failures.count;
        failures.lastAt = toText(now);
        failures.lockedUntil = failures.count >= mostFailures ? toText(now + lockedFor) : std::string();
        table.put(name, failures);
        // A name that nobody has may be anything that was typed there: a password, an id number.
        const bool isKnown = OperatorTable(connection).find(name).has_value();
        TraceTable(connection)
            .append({.act = trace::act::signInRefused,
                        .actor = isKnown ? name : std::string(),
                        .device = device,
                        .outcome = "session.refused"},
                now);
        return Done{};
    });
}

Result<bool> SessionService::isRight(const std::string &name, const std::string &password)
{
    const auto row = m_context.database.read<std::optional<OperatorRow>>(
        [&](Connection &connection) { return OperatorTable(connection).find(name); });
    if (!row) {
        return row.failure();
    }
    if (!*row || (*row)->isRemoved()) {
        [[maybe_unused]] const auto sameEffort =
            seal::hashPassword(password); // so that time does not tell who exists
        return false;
    }
    return seal::verifyPassword((*row)->password, password);
}

Result<wire::Session> SessionService::begin(
    const std::string &name, const std::string &device, wire::Absence absence)
{
    wire::Session session;
    session.token = seal::toHex(seal::randomBytes(tokenBytes));
    session.gatewayKey = m_signer.publicKey();
    session.sealingKey = m_told.sealingKey;
    session.suite = m_told.suite;
    auto begun = m_context.database.write<wire::Session>([&](Connection &connection)
                                                             -> Result<wire::Session> {
        const auto row = OperatorTable(connection).find(name);
        if (!row) {
            return Failure{"session.refused", Json::object(), {}};
        }
        if (row->hasFirstPassword) {
            return Failure{"session.first-password"};
        }
        const auto now =
            m_context.clock.now(); // not while it waits: what is written before it would be later
        session.expiresAt = toText(now + sessionLasts);
        SignInFailureTable(connection).forget(name);
        DeviceTable(connection).touch(device, toText(now));
        SessionTable sessions(connection);
        sessions.removeExpired(toText(now));
        sessions.removeOf(name, device);
        sessions.insert({seal::sha256(session.token), name, device, toText(now), session.expiresAt});
        session.person = personOf(*row);
        session.person.hall = hallIn(connection).name;
        session.ticket = ticketFor(actorOf(*row), device, absence);
        TraceTable(connection)
            .append(
                {.act = trace::act::signIn, .actor = name, .roles = actorOf(*row).roles, .device = device},
                now);
        return session;
    });
    forgetKnown();
    return begun;
}

/// Nobody decides, hands over results or manages anything where it cannot be asked whether they still may.
wire::Ticket SessionService::ticketFor(
    const casework::Actor &actor, const std::string &device, wire::Absence absence) const
{
    if (!actor.roles.contains(casework::Role::Clerk)) {
        return {};
    }
    const auto now = m_context.clock.now();
    const auto until = absence == wire::Absence::Village ? now + visitLasts : now + ticketLasts;
    wire::Ticket ticket{actor.operatorName, device, {std::string(casework::nameOf(casework::Role::Clerk))},
        toText(now), toText(until)};
    m_signer.sign(ticket);
    return ticket;
}

Result<SignedIn> SessionService::authenticate(const std::string &token)
{
    const auto hash = seal::sha256(token);
    const auto now = toText(m_context.clock.now());
    std::uint64_t forgotten = 0;
    {
        const std::lock_guard lock(m_knownMutex);
        const auto known = m_known.find(hash);
        if (known != m_known.end() && known->second.expiresAt > now) {
            return known->second.person;
        }
        forgotten = m_forgotten;
    }
    auto found = lookUp(hash, now);
    if (!found) {
        return found.failure();
    }
    const std::lock_guard lock(m_knownMutex);
    if (m_forgotten == forgotten) {
        std::erase_if(m_known, [&now](const auto &known) { return known.second.expiresAt <= now; });
        m_known.insert_or_assign(hash, *found);
    }
    return found->person;
}

Result<SessionService::Known> SessionService::lookUp(const std::string &hash, const std::string &now)
{
    return m_context.database.read<Known>([&](Connection &connection) -> Result<Known> {
        const auto session = SessionTable(connection).find(hash);
        if (!session || session->expiresAt <= now) {
            return Failure{"session.missing", Json::object(), {}};
        }
        const auto row = OperatorTable(connection).find(session->operatorName);
        if (!row) {
            return Failure{"session.missing", Json::object(), {}};
        }
        return Known{{actorOf(*row), row->displayName, session->device, hash}, session->expiresAt};
    });
}

Result<Done> SessionService::signOut(const SignedIn &person)
{
    auto done = m_context.database.write<Done>([&](Connection &connection) -> Result<Done> {
        SessionTable(connection).remove(person.tokenHash);
        TraceTable(connection).append(entryOf(person, trace::act::signOut), m_context.clock.now());
        return Done{};
    });
    forgetKnown();
    return done;
}

void SessionService::forgetKnown()
{
    const std::lock_guard lock(m_knownMutex);
    ++m_forgotten;
    m_known.clear();
}

} // namespace quanke::gateway
