#include "vault/receipts/receiptstore.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace quanke::vault {

namespace {

/// Beyond every number that SQLite can hold.
constexpr std::uint64_t beyond = std::numeric_limits<std::int64_t>::max();

/// What proves it beside the receipt.
std::string statementOf(const wire::Watermark &watermark)
{
    return canonicalText(
        {{"durable", watermark.durable}, {"epoch", watermark.epoch}, {"signature", watermark.signature}});
}

} // namespace

ReceiptStore::ReceiptStore(Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{
}

Result<int> ReceiptStore::offerAgain(const wire::Watermark &watermark)
{
    int offered = 0;
    std::uint64_t from = 1; // of the numbers between two runs of what is stored
    auto runs = watermark.stored;
    runs.push_back({beyond, beyond});
    for (const auto &run : runs) {
        const auto forgotten = m_database.rows(
            "UPDATE outbox SET state = 'waiting', durable_at = '', problem_key = 'link.forgotten'"
            " WHERE state IN ('received', 'durable') AND sequence >= ? AND sequence < ? RETURNING sequence",
            {qulonglong(from), qulonglong(run.first)});
        if (!forgotten) {
            return forgotten.failure();
        }
        offered += int(forgotten->size());
        from = run.last + 1;
    }
    return offered;
}

Result<std::set<std::string>> ReceiptStore::makeDurable(const wire::Watermark &watermark)
{
    auto sentAgain = m_database.run("UPDATE outbox SET state = 'waiting' WHERE state = 'received'"
                                    " AND coalesce(json_extract(receipt, '$.epoch'), '') <> ?",
        {text(watermark.epoch)});
    if (!sentAgain) {
        return sentAgain.failure();
    }
    // Signed: of a number without a column to go by, Qt would make a text of an unsigned one.
    const auto covered = m_database.rows(
        "UPDATE outbox SET state = 'durable', durable_at = ?, receipt = json_set(receipt, '$.statement', "
        "json(?))"
        " WHERE state = 'received' AND json_extract(receipt, '$.position') <= ? RETURNING operation_id",
        {text(toText(m_clock.now())), text(statementOf(watermark)),
            qlonglong(std::min(watermark.durable, beyond))});
    if (!covered) {
        return covered.failure();
    }
    std::set<std::string> operations;
    for (const Row &row : *covered) {
        operations.insert(textOf(row[0]));
    }
    return operations;
}

} // namespace quanke::vault
