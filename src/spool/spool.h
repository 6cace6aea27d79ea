#pragma once

#include "spool/contents.h"
#include "spool/files.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace quanke::spool {

/// A desk's second copy of what has not reached the gateway: sealed operations in files that are only ever appended to.
/// What an append said it keeps is on the disk. After an append that failed, or a start, a new file is begun, so that
/// nothing ever stands behind a torn piece. Belongs to one thread; `missing` may look at another thread's meanwhile.
class Spool {
public:
    /// Reads what is there; the folder is made with the first append. Fails with spool.io.
    static Result<Spool> open(const std::filesystem::path &folder);

    bool isEmpty() const { return m_operations.empty(); }
    bool holds(const std::string &operation) const { return m_operations.contains(operation); }
    /// Sealed to the key of that name (parcel.h).
    bool holds(const std::string &operation, const std::string &key) const;
    std::set<std::string> operations() const; ///< ids of all it holds
    const std::filesystem::path &folder() const { return m_folder; }

    /// Nothing new where the operation is here already, sealed to the same key; sealed to another it takes that one's place.
    /// Fails: spool.disk-full, spool.read-only, spool.io.
    Result<Done> append(const Record &record);
    /// What the other holds and this one does not yet. Reads the other's files where there is any.
    Result<std::vector<Found>> missing(const Spool &other) const;
    /// They are not wanted any more. They go once there is enough of that: the rest is written into a new file that is
    /// there whole or not at all, and the files before it are removed. Fails as append does; nothing is lost then.
    Result<Done> drop(const std::set<std::string> &operations);

private:
    explicit Spool(std::filesystem::path folder);
    Result<Done> writeAnew();
    Result<Done> write(const std::string &frame);
    Result<Done> beginFile();

    std::unique_ptr<std::mutex> m_mutex = std::make_unique<std::mutex>(); ///< while what it holds changes
    std::filesystem::path m_folder;
    std::map<std::string, std::string>
        m_operations; ///< that it holds, and the name of the key they are sealed to
    std::optional<DurableFile> m_file; ///< that is appended to
    int m_last = 0; ///< number of a file
    std::size_t m_stale = 0; ///< records that lie here and are not wanted any more
};

} // namespace quanke::spool
