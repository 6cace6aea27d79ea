#pragma once

#include "faults/recording.h"

#include <map>
#include <optional>
#include <random>
#include <set>

namespace quanke::faults {

/// What a power cut leaves: files by path, and folders.
struct DiskImage {
    std::map<std::string, QByteArray> files;
    std::set<std::string> folders;

    std::size_t hash() const;
    /// Lays it out below a folder that is empty. False when that disk is full.
    [[nodiscard]] bool writeTo(const QString &folder) const;
    /// The first file that is not the same below that folder, or is in one of the two alone; empty for none.
    QString differenceFrom(const QString &folder) const;
};

/// Which syncs do what they say. Disks that forget some are the controls (the same as a program that does not ask for
/// them): losses must be found on them.
enum class Syncs {
    Kept,
    ForgottenInLogs, ///< of a database
    ForgottenInDocuments,
    ForgottenInUploads, ///< on their way to a gateway
    ForgottenInSpools, ///< of a desk
    ForgottenInCopies ///< a gateway's second
};

/// A disk that keeps only what it must (POSIX, strictly): what was written to a file since that file's last sync, and
/// what was entered in a folder since that folder's last sync, is each there or not, whatever the order; a write may be
/// torn between the file's sectors of 512 bytes. Renames from folder to folder are not known to it.
class Disk {
public:
    /// With what was there, durably, before the program began.
    explicit Disk(Syncs syncs, const DiskImage &before = {});

    void apply(const Event &event);

    /// What the program itself sees.
    DiskImage whole() const;
    /// How many things a power cut now may keep or lose, one by one.
    std::size_t pending() const { return m_pending.size(); }
    /// What is left when of these the chosen are kept; `torn` names one of which only some sectors are.
    DiskImage image(
        const std::vector<bool> &kept, std::optional<std::size_t> torn, std::mt19937 &random) const;

private:
    /// A change to a file's content or to a folder's entries.
    struct Change {
        Event event;
        std::string folder; ///< whose entries it changes; empty for content
    };
    struct State {
        std::map<std::uint64_t, QByteArray> contents; ///< by identity
        std::map<std::string, std::uint64_t> entries;
        std::set<std::string> folders;
    };

    bool isHeard(const Event &sync) const;
    void meet(const Event &open);
    static void take(State &state, const Event &event);
    static void takeInPart(State &state, const Event &event, std::mt19937 &random);
    /// Makes durable what the predicate says; the rest stays pending.
    template <class Which>
    void settle(Which which);

    Syncs m_syncs;
    State m_durable;
    std::vector<Change> m_pending;
};

} // namespace quanke::faults
