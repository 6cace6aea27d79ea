#pragma once

#include <QString>

namespace quanke::test {

/// First in main, before any thread: what is mounted from here on is this process's alone and goes with it. False where
/// the system does not let us, neither as root nor in a user namespace.
bool enterOwnMounts();

/// A disk of its own that a test fills up. Where enterOwnMounts said no, nothing of this can be had.
class SmallDisk {
public:
    /// Lays it over the folder, which is there. False when the system says no.
    [[nodiscard]] static bool mount(const QString &folder, int mebibytes);
    /// From now on it can only be read, or be written again. Nobody may have a file of it open for writing.
    [[nodiscard]] static bool setReadOnly(const QString &folder);
    [[nodiscard]] static bool setWritable(const QString &folder);
    /// As if it had been pulled out.
    [[nodiscard]] static bool pull(const QString &folder);
    /// Takes all the room there is with one file.
    static void fill(const QString &folder);
    static void makeRoom(const QString &folder);
};

} // namespace quanke::test
