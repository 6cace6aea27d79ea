#include "vault/deskstore.h"

#include "seal/random.h"

#include <algorithm>

namespace quanke::vault {

namespace {

constexpr std::size_t codeLength = 4;

/// "QS-20261121-K7F3-0001"
std::string printedNumber(Date day, const std::string &code, int serial)
{
    std::string compactDay = toText(day);
    std::erase(compactDay, '-');
    std::string digits = std::to_string(serial);
    digits.insert(0, 4 - std::min<std::size_t>(4, digits.size()), '0');
    return "QS-" + compactDay + "-" + code + "-" + digits;
}

} // namespace

DeskStore::DeskStore(Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{
}

Result<Done> DeskStore::ensureDevice(const std::string &wanted)
{
    const auto id = wanted.empty() ? seal::makeId(m_clock) : wanted;
    return m_database.run("INSERT INTO device (one, id, code) VALUES (1, ?, ?) ON CONFLICT (one) DO NOTHING",
        {text(id), text(seal::randomCode(codeLength))});
}

Result<std::string> DeskStore::deviceId()
{
    const auto end = chainEnd();
    return end ? Result<std::string>(end->device) : end.failure();
}

Result<DeskStore::ChainEnd> DeskStore::chainEnd()
{
    const auto row = m_database.row("SELECT id, last_sequence, last_digest FROM device");
    if (!row) {
        return row.failure();
    }
    return ChainEnd{textOf((*row)->at(0)), (*row)->at(1).toULongLong(), textOf((*row)->at(2))};
}

Result<Done> DeskStore::advance(const ChainEnd &end)
{
    return m_database.run(
        "UPDATE device SET last_sequence = ?, last_digest = ?", {qulonglong(end.sequence), text(end.digest)});
}

Result<std::string> DeskStore::caseNumber(const std::string &caseId)
{
    return m_database.inTransaction([&]() -> Result<std::string> {
        const auto given = m_database.row("SELECT number FROM case_number WHERE case_id = ?", {text(caseId)});
        if (!given) {
            return given.failure();
        }
        if (*given) {
            return textOf((*given)->at(0));
        }
        auto number = nextNumber();
        if (!number) {
            return number;
        }
        if (auto kept = m_database.run(
                "INSERT INTO case_number (case_id, number) VALUES (?, ?)", {text(caseId), text(*number)});
            !kept) {
            return kept.failure();
        }
        return number;
    });
}

Result<Done> DeskStore::keepCaseNumber(const std::string &caseId, const std::string &number)
{
    return m_database.run(
        "INSERT INTO case_number (case_id, number) VALUES (?, ?) ON CONFLICT (case_id) DO NOTHING",
        {text(caseId), text(number)});
}

/// One counter per day, so that a clock set back gives no number twice.
Result<std::string> DeskStore::nextNumber()
{
    const Date day = dayInChina(m_clock.now());
    const auto serial = m_database.row("INSERT INTO case_serial (day, last) VALUES (?, 1) ON CONFLICT (day) "
                                       "DO UPDATE SET last = last + 1 RETURNING last",
        {text(toText(day))});
    if (!serial) {
        return serial.failure();
    }
    const auto code = m_database.row("SELECT code FROM device");
    if (!code) {
        return code.failure();
    }
    return printedNumber(day, textOf((*code)->at(0)), (*serial)->at(0).toInt());
}

Result<QByteArray> DeskStore::setting(const std::string &key)
{
    const auto row = m_database.row("SELECT value FROM setting WHERE key = ?", {text(key)});
    if (!row) {
        return row.failure();
    }
    return *row ? (*row)->at(0).toByteArray() : QByteArray();
}

Result<Done> DeskStore::setSetting(const std::string &key, const QByteArray &value)
{
    return m_database.run("INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET "
                          "value = excluded.value",
        {text(key), value.isNull() ? QByteArray("") : value});
}

} // namespace quanke::vault
