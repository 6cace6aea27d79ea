#pragma once

#include <QByteArray>
#include <QProcessEnvironment>
#include <QString>
#include <QTemporaryDir>

#include <cstdint>
#include <string>
#include <vector>

namespace quanke::faults {

/// One thing a program asked of the disk, or promised its user.
struct Event {
    enum class Kind : char {
        Create = 'C', ///< also a further name of a file that is there
        Open = 'O', ///< of a file that was there before the program began: its identity
        Write = 'W',
        Truncate = 'T', ///< to `offset` bytes
        SyncFile = 'S',
        SyncFolder = 'D',
        Rename = 'R', ///< to the path in `bytes`
        Unlink = 'U',
        MakeFolder = 'M',
        Promise = 'P', ///< its words are the path
        Fault = 'F' ///< something went wrong on purpose
    };
    Kind kind = Kind::Promise;
    std::uint64_t identity = 0; ///< of the file, whatever its name
    std::uint64_t offset = 0;
    std::string path; ///< below the recorded folder, "." for itself
    QByteArray bytes;
};

/// What programs do below a folder while the recorder stands before them.
class Recording {
public:
    explicit Recording(QString folder);

    /// Of a program to be recorded. `fault` is empty, or says what goes wrong (faultplan.h).
    QProcessEnvironment environment(const QString &fault = {}) const;
    /// Written down among the program's doings by whoever hears it promise.
    void promise(const std::string &words) const;
    std::vector<Event> events() const;

private:
    QString file() const { return m_aside.filePath(QStringLiteral("record")); }

    QString m_folder;
    QTemporaryDir m_aside;
};

/// Runs the program with the recorder before it, below that folder. Arguments: the folder, and those words. Fails the running test, and
/// gives nothing, when the program fails.
std::vector<Event> record(const QString &program, const QString &folder, const QStringList &words = {});

} // namespace quanke::faults
