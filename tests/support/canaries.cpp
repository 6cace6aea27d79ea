#include "support/canaries.h"

#include <QDirIterator>
#include <QFile>
#include <QUrl>

#include <algorithm>

namespace quanke::test {

namespace {

/// Every character beyond ASCII as `prefix` and its number in hexadecimal.
QByteArray escaped(const QString &word, const char *prefix)
{
    QByteArray text;
    for (const QChar character : word)
        text += character.unicode() < 128 ? QByteArray(1, char(character.unicode()))
                                          : prefix + QByteArray::number(character.unicode(), 16);
    return text;
}

} // namespace

void Canaries::plant(const QString &word)
{
    const QByteArray wide(reinterpret_cast<const char *>(word.utf16()), word.size() * 2);
    m_canaries.append({word,
        {word.toUtf8(), wide, escaped(word, "\\u"), escaped(word, "\\x"), QUrl::toPercentEncoding(word),
            word.toUtf8().toBase64(QByteArray::OmitTrailingEquals)}});
}

QStringList Canaries::in(const QByteArray &bytes) const
{
    QStringList found;
    for (const auto &[word, spellings] : m_canaries) {
        if (std::any_of(spellings.begin(), spellings.end(),
                [&bytes](const QByteArray &spelling) { return bytes.contains(spelling); }))
            found += word;
    }
    return found;
}

QStringList Canaries::inFolder(const QString &folder, const QStringList &except) const
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (std::any_of(except.begin(), except.end(),
                [&path](const QString &left) { return path.startsWith(left + u'/'); }))
            continue;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            found += path + QStringLiteral(": cannot be read");
            continue;
        }
        for (const QString &word : in(path.mid(folder.size()).toUtf8() + '\n' + file.readAll()))
            found += path + QStringLiteral(": ") + word;
    }
    return found;
}

} // namespace quanke::test
