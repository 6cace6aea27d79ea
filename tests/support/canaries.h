#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace quanke::test {

/// Words that must turn up nowhere, planted beforehand: looked for in the spellings that programs give them (UTF-8, UTF-16,
/// and escaped as JSON, addresses and settings do).
class Canaries {
public:
    void plant(const QString &word);

    /// Those that are in the bytes.
    QStringList in(const QByteArray &bytes) const;
    /// "file: word", through all folders below, and in the files' names; not in the folders that are named.
    QStringList inFolder(const QString &folder, const QStringList &except = {}) const;

private:
    struct Canary {
        QString word;
        QList<QByteArray> spellings;
    };
    QList<Canary> m_canaries;
};

} // namespace quanke::test
