#pragma once

#include "spool/spool.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <stop_token>
#include <string>

namespace quanke::spool {

/// The spool once more on a disk that can be taken away, with the sealed documents that belong to it: below the chosen
/// folder quanke-<device>/spool and quanke-<device>/documents. That folder is made once, when it is chosen; where it is
/// missing later the disk is away, and nothing is written into whatever lies in its place.
/// All fail with spool.away, and as files.h; what was brought until then stays, and is not brought again.
class Mirror {
public:
    /// `former` is the device whose mirror lay there before this one's store was made anew: where that is, it is the same
    /// disk, and the folder is made when it is first seen. Empty for none.
    Mirror(const std::filesystem::path &chosen, const std::string &device, const std::string &former = {});

    Result<Done> begin() const; ///< makes its folder
    /// Once that is asked for, on whatever thread, nothing more is brought: it fails with spool.stopped.
    void stopAt(std::stop_token stop);
    bool isThere() const;
    bool isInStep() const { return m_spool.has_value(); } ///< since nothing failed

    /// Makes it hold what the spool holds, with its documents, which lie in that folder at home, and no longer what was
    /// dropped. What the spool does not know otherwise stays: the spool may be damaged.
    Result<Done> follow(
        const Spool &spool, const std::filesystem::path &documents, const std::set<std::string> &dropped);
    /// One more that the spool has taken; nothing else is looked at where all was brought before.
    Result<Done> add(const Record &record, const Spool &spool, const std::filesystem::path &documents,
        const std::set<std::string> &dropped);
    /// What the spool has dropped.
    Result<Done> drop(const std::set<std::string> &operations);

private:
    Result<Done> noted(const std::function<Result<Done>()> &work);
    Result<Done> read();
    Result<Done> bring(
        const Spool &spool, const std::filesystem::path &documents, const std::set<std::string> &dropped);
    Result<Done> bring(const Record &record);
    Result<Done> bringDocuments(
        const std::set<std::string> &names, const std::filesystem::path &documents) const;
    Result<Done> removeDocuments() const;

    std::filesystem::path m_folder;
    std::filesystem::path m_former; ///< empty for none
    std::stop_token m_stop;
    std::optional<Spool> m_spool; ///< as it was read since the disk came, and holding all it should
};

} // namespace quanke::spool
