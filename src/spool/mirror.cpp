#include "spool/mirror.h"

#include "platform/folder.h"
#include "spool/files.h"

#include <exception>
#include <utility>

namespace quanke::spool {

Mirror::Mirror(const std::filesystem::path &chosen, const std::string &device, const std::string &former)
    : m_folder(chosen / ("quanke-" + device))
    , m_former(former.empty() ? std::filesystem::path() : chosen / ("quanke-" + former))
{
}

void Mirror::stopAt(std::stop_token stop)
{
    m_stop = std::move(stop);
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
    return noted([&] {
        auto opened = read();
        return opened ? bring(spool, documents, dropped) : opened;
    });
}

Result<Done> Mirror::add(const Record &record, const Spool &spool, const std::filesystem::path &documents,
    const std::set<std::string> &dropped)
{
    if (!m_spool || !isThere()) {
        return follow(spool, documents, dropped);
    }
    return noted([&] {
        const auto &names = record.label.documents;
        auto brought = bringDocuments({names.begin(), names.end()}, documents);
        return brought ? bring(record) : brought;
    });
}

Result<Done> Mirror::drop(const std::set<std::string> &operations)
{
    if (!m_spool || !isThere()) {
        return Done{}; // following does it, once the disk is back
    }
    return noted([&] {
        auto dropped = m_spool->drop(operations);
        return dropped && m_spool->isEmpty() ? removeDocuments() : dropped;
    });
}

/// After a failure, a throw among them, nobody knows what that disk kept, so that it is read again.
Result<Done> Mirror::noted(const std::function<Result<Done>()> &work)
{
    Result<Done> outcome = Done{};
    try {
        outcome = m_stop.stop_requested() ? Failure{"spool.stopped"} : work();
    } catch (const std::exception &exception) {
        outcome = Failure{"spool.io", Json::object(), exception.what()};
    }
    if (!outcome) {
        m_spool.reset();
    }
    return outcome || isThere() ? outcome : Failure{"spool.away"};
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
        brought = bring(found->record);
    }
    return brought ? drop(dropped) : brought;
}

Result<Done> Mirror::bring(const Record &record)
{
    return m_stop.stop_requested() ? Failure{"spool.stopped"} : m_spool->append(record);
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
        if (m_stop.stop_requested()) {
            return Failure{"spool.stopped"};
        }
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
    const auto entries = platform::entriesOf(m_folder / "documents");
    if (!entries) {
        const bool isMissing = entries.failure().key == "folder.missing"; // none was ever brought
        return isMissing ? Result<Done>(Done{})
                         : Failure{"spool.io", Json::object(), entries.failure().detail};
    }
    Result<Done> removed = Done{};
    for (auto entry = entries->begin(); removed && entry != entries->end(); ++entry) {
        removed = removeFile(*entry);
    }
    return removed;
}

} // namespace quanke::spool
