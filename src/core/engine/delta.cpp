#include "core/engine/delta.h"

namespace quanke::engine {

namespace {

bool isAt(const Record &record, const Record &other)
{
    const auto &one = record.finding;
    const auto &two = other.finding;
    const bool sameColumn =
        one.column == two.column || (one.column && two.column && *one.column == *two.column);
    return one.row == two.row && sameColumn;
}

bool isError(const Record &record)
{
    return record.finding.severity == Severity::Error;
}

/// The places with errors in one list and without in the other.
void compareSpots(FieldId field, const std::vector<Record> &with, const std::vector<Record> &without,
    std::vector<Spot> &spots)
{
    for (std::size_t i = 0; i < with.size(); ++i) {
        const Record &record = with[i];
        const auto isThere = [&](const Record &other) { return isError(other) && isAt(record, other); };
        const bool isFirst =
            std::none_of(with.begin(), with.begin() + static_cast<std::ptrdiff_t>(i), isThere);
        if (isError(record) && isFirst && std::ranges::none_of(without, isThere)) {
            spots.push_back({field, record.finding.row, record.finding.column});
        }
    }
}

bool contains(const std::vector<Record> &records, const Record &wanted)
{
    return std::ranges::any_of(
        records, [&](const Record &record) { return schema::isSame(record.finding, wanted.finding); });
}

} // namespace

std::string pathOf(const std::string &key, int row, std::string_view column)
{
    std::string path = key;
    if (row >= 0) {
        path.append("/").append(std::to_string(row));
    }
    if (!column.empty()) {
        path.append("/").append(column);
    }
    return path;
}

void Delta::clear()
{
    added.clear();
    removed.clear();
    turnedWrong.clear();
    turnedRight.clear();
    shown.clear();
    hidden.clear();
    requirement.clear();
    filled.clear();
}

void compareRecords(
    FieldId field, std::vector<Record> &before, const std::vector<Record> &after, Delta &delta)
{
    if (before.empty() && after.empty()) {
        return;
    }
    compareSpots(field, after, before, delta.turnedWrong);
    compareSpots(field, before, after, delta.turnedRight);
    for (const Record &record : after) {
        if (!contains(before, record)) {
            delta.added.push_back({field, record});
        }
    }
    for (Record &record : before) {
        if (!contains(after, record)) {
            delta.removed.push_back({field, std::move(record)});
        }
    }
}

} // namespace quanke::engine
