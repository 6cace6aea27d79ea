#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace quanke::faults {

/// One thing a program asked of the disk, or promised its user.
struct Event {
    enum class Kind : char {
        Create = 'C',
        Write = 'W',
        Truncate = 'T', ///< to `offset` bytes
        SyncFile = 'S',
        SyncFolder = 'D',
        Rename = 'R', ///< to the path in `bytes`
        Unlink = 'U',
        MakeFolder = 'M',
        Promise = 'P' ///< its words are the path
    };
    Kind kind = Kind::Promise;
    std::uint64_t identity = 0; ///< of the file, whatever its name
    std::uint64_t offset = 0;
    std::string path; ///< below the recorded folder, "." for itself
    QByteArray bytes;
};

/// Runs the program with the recorder before it, below that folder. Arguments: the folder. Fails the running test, and
/// gives nothing, when the program fails.
std::vector<Event> record(const QString &program, const QString &folder);

} // namespace quanke::faults
