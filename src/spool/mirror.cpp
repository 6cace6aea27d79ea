#include "spool/mirror.h"

#include "spool/files.h"

namespace quanke::spool {

Mirror::Mirror(const std::filesystem::path &chosen, const std::string &device, const std::string &former)
    : m_folder(chosen / ("quanke-" + device))
    , m_former(former.empty() ? std::filesystem::path() : chosen / ("quanke-" + former))
{
}

Result<Done> Mirror::begin() const
{
    std::error_code error;
    if (!std::filesystem::is_directory(m_folder.parent_path(), error)) {
        return Failure{"spool.away"};
    }
    return makeFolder(m_folder);
}

bool Mirror::isThere() const
{
    std::error_code error;
    return std::filesystem::is_directory(m_folder, error);
}

Result<Done> Mirror::follow(
    const Spool &spool, const std::filesystem::path &documents, const std::set<std::string> &dropped)
{
    const auto opened = read();
    return noted(opened ? bring(spool, documents, dropped) : opened);
}

Result<Done> Mirror::add(const Record &record, const Spool &spool, const std::filesystem::path &documents,
    const std::set<std::string> &dropped)
{
    if (!m_spool || !isThere()) {
        return follow(spool, documents, dropped);
    }
    const auto &names = record.label.documents;
    const auto brought = bringDocuments({names.begin(), names.end()}, documents);
    return noted(brought ? m_spool->append(record) : brought);
}

Result<Done> Mirror::drop(const std::set<std::string> &operations)
{
    if (!m_spool || !isThere()) {
        return Done{}; // following does it, once the disk is back
    }
    const auto dropped = m_spool->drop(operations);
    return noted(dropped && m_spool->isEmpty() ? removeDocuments() : dropped);
}

/// After a failure nobody knows what that disk kept, so that it is read again.
Result<Done> Mirror::noted(Result<Done> outcome)
{
    if (outcome) {
        return outcome;
    }
    m_spool.reset();
    return isThere() ? outcome : Failure{"spool.away"};
}

/// Anew each time all of it is looked at: it may be another disk by now.
Result<Done> Mirror::read()
{
    m_spool.reset();
    std::error_code error;
    if (!isThere() && std::filesystem::is_directory(m_former, error)) {
        static_cast<void>(makeFolder(m_folder)); // seen below
    }
    if (!isThere()) {
        return Failure{"spool.away"};
    }
    auto opened = Spool::open(m_folder / "spool");
    if (!opened) {
        return opened.failure();
    }
    m_spool.emplace(std::move(*opened));
    return Done{};
}

Result<Done> Mirror::bring(
    const Spool &spool, const std::filesystem::path &documents, const std::set<std::string> &dropped)
{
    const auto missing = m_spool->missing(spool);
    if (!missing) {
        return missing.failure();
    }
    std::set<std::string> names;
    for (const Found &found : *missing) {
        const auto &theirs = found.record.label.documents;
        names.insert(theirs.begin(), theirs.end());
    }
    // Documents first: an operation that lies here has all it needs.
    auto brought = bringDocuments(names, documents);
    for (auto found = missing->begin(); brought && found != missing->end(); ++found) {
        brought = m_spool->append(found->record);
    }
    return brought ? drop(dropped) : brought;
}

Result<Done> Mirror::bringDocuments(
    const std::set<std::string> &names, const std::filesystem::path &documents) const
{
    if (names.empty()) {
        return Done{};
    }
    const auto folder = m_folder / "documents";
    if (auto made = makeFolder(folder); !made) {
        return made;
    }
    for (const auto &name : names) {
        std::error_code error;
        if (std::filesystem::exists(folder / name, error)) {
            continue;
        }
        auto copied = copyFile(documents / name, folder);
        if (!copied && copied.failure().key != "spool.missing") { // one that is lost holds up no other
            return copied;
        }
    }
    return Done{};
}

/// Everything has reached the gateway.
Result<Done> Mirror::removeDocuments() const
{
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(m_folder / "documents", error)) {
        if (auto removed = removeFile(entry.path()); !removed) {
            return removed;
        }
    }
    return Done{};
}

} // namespace quanke::spool
