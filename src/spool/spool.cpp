#include "spool/spool.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace quanke::spool {

namespace {

/// So many that are not wanted, and more than are, lie there before it is worth writing the others anew.
constexpr std::size_t mostStale = 8;

int numberOf(const std::filesystem::path &file)
{
    const auto name = file.stem().string();
    int number = 0;
    std::from_chars(name.data(), name.data() + name.size(), number);
    return number;
}

std::string nameOf(int number)
{
    std::string digits = std::to_string(number);
    digits.insert(0, 4 - std::min<std::size_t>(4, digits.size()), '0');
    return digits + ".qks";
}

} // namespace

Spool::Spool(std::filesystem::path folder)
    : m_folder(std::move(folder))
{
}

Result<Spool> Spool::open(const std::filesystem::path &folder)
{
    Spool spool(folder);
    const auto contents = contentsOf(folder);
    if (!contents) {
        return contents.failure();
    }
    for (const Found &found : contents->records) {
        spool.m_operations.emplace(found.record.label.operation, found.record.label.key);
    }
    for (const auto &file : filesOf(folder)) {
        spool.m_last = std::max(spool.m_last, numberOf(file));
    }
    return spool;
}

bool Spool::holds(const std::string &operation, const std::string &key) const
{
    const auto found = m_operations.find(operation);
    return found != m_operations.end() && found->second == key;
}

std::set<std::string> Spool::operations() const
{
    std::set<std::string> operations;
    for (const auto &[operation, key] : m_operations) {
        operations.insert(operation);
    }
    return operations;
}

Result<Done> Spool::append(const Record &record)
{
    const std::lock_guard lock(*m_mutex);
    const auto &[operation, key] = std::tie(record.label.operation, record.label.key);
    if (holds(operation, key)) {
        return Done{};
    }
    if (auto written = write(frameOf(record)); !written) {
        return written;
    }
    m_stale += m_operations.contains(operation) ? 1 : 0;
    m_operations[operation] = key;
    return Done{};
}

Result<std::vector<Found>> Spool::missing(const Spool &other) const
{
    const std::lock_guard lock(*other.m_mutex);
    std::vector<Found> records;
    if (std::includes(
            m_operations.begin(), m_operations.end(), other.m_operations.begin(), other.m_operations.end())) {
        return records;
    }
    auto theirs = contentsOf(other.m_folder);
    if (!theirs) {
        return theirs.failure();
    }
    for (Found &found : theirs->records) {
        const auto &[operation, key] = std::tie(found.record.label.operation, found.record.label.key);
        if (other.holds(operation, key) && !holds(operation, key)) {
            records.push_back(std::move(found));
        }
    }
    return records;
}

Result<Done> Spool::drop(const std::set<std::string> &operations)
{
    const std::lock_guard lock(*m_mutex);
    for (const auto &operation : operations) {
        m_stale += m_operations.erase(operation);
    }
    const bool isWorthIt =
        m_stale > 0 && (m_operations.empty() || m_stale >= std::max(mostStale, m_operations.size()));
    return isWorthIt ? writeAnew() : Result<Done>(Done{});
}

Result<Done> Spool::writeAnew()
{
    const auto before = filesOf(m_folder);
    const auto contents = contentsOf(m_folder);
    if (!contents) {
        return contents.failure();
    }
    std::string frames;
    for (const Found &found : contents->records) {
        frames += holds(found.record.label.operation, found.record.label.key) ? found.frame : std::string();
    }
    m_file.reset();
    if (!frames.empty()) {
        ++m_last;
        if (auto written = writeFile(m_folder / nameOf(m_last), std::string(beginning) + frames); !written) {
            return written;
        }
    }
    m_stale = 0;
    for (const auto &file : before) {
        const bool isRead = std::ranges::find(contents->unreadable, file) == contents->unreadable.end();
        const auto removed = isRead ? removeFile(file) : Result<Done>(Done{}); // another day it may be read
        if (!removed) {
            return removed;
        }
    }
    return Done{};
}

Result<Done> Spool::write(const std::string &frame)
{
    if (!m_file) {
        if (auto begun = beginFile(); !begun) {
            return begun;
        }
    }
    auto written = spool::append(*m_file, frame);
    if (!written) {
        m_file.reset(); // what follows would stand behind a torn piece
    }
    return written;
}

Result<Done> Spool::beginFile()
{
    if (auto made = makeFolder(m_folder); !made) {
        return made;
    }
    ++m_last;
    auto file = makeFile(m_folder / nameOf(m_last));
    if (!file) {
        return file.failure();
    }
    auto begun = spool::append(*file, beginning);
    if (begun) {
        m_file = std::move(*file);
    }
    return begun;
}

} // namespace quanke::spool
