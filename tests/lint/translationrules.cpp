#include "lint/translationrules.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <algorithm>

namespace quanke::lint {

namespace {

/// %1, %2, … and %n, each once, in order.
QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%(?:[0-9]+|L?n)"));
    QStringList found;
    for (auto match = pattern.globalMatch(text); match.hasNext();) {
        found += match.next().captured();
    }
    found.removeDuplicates();
    found.sort();
    return found;
}

/// One <message> as it is read.
struct Message {
    int line = 0;
    QString source;
    QString type; ///< of its translation: "", "unfinished", "vanished", "obsolete"
    QStringList forms; ///< one, or one per plural form
};

std::string objection(const Message &message)
{
    if (!message.type.isEmpty()) {
        return message.type.toStdString();
    }
    for (const QString &form : message.forms) {
        if (form.trimmed().isEmpty()) {
            return "empty";
        }
        // A singular form may leave out the number.
        if (message.forms.size() == 1 && placeholders(form) != placeholders(message.source)) {
            return "its placeholders differ from the source's";
        }
    }
    return message.forms.isEmpty() ? "empty" : "";
}

/// Reads a <translation> element up to its end.
void readTranslation(QXmlStreamReader &reader, Message &message)
{
    message.type = reader.attributes().value(QStringLiteral("type")).toString();
    QString text;
    while (!reader.atEnd() && reader.readNext() != QXmlStreamReader::EndElement) {
        if (reader.isStartElement() && reader.name() == u"numerusform") {
            message.forms += reader.readElementText();
        } else {
            text += reader.text();
        }
    }
    if (message.forms.isEmpty()) {
        message.forms += text;
    }
}

} // namespace

Findings checkTranslation(const std::string &path, std::string_view text)
{
    Findings findings;
    QXmlStreamReader reader(QByteArray(text.data(), qsizetype(text.size())));
    Message message;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == u"message") {
            message = {};
            message.line = int(reader.lineNumber());
        } else if (reader.isStartElement() && reader.name() == u"source") {
            message.source = reader.readElementText();
        } else if (reader.isStartElement() && reader.name() == u"translation") {
            readTranslation(reader, message);
        } else if (reader.isEndElement() && reader.name() == u"message") {
            if (const std::string what = objection(message); !what.empty()) {
                findings.push_back(
                    {path, message.line, "translation of \"" + message.source.toStdString() + "\": " + what});
            }
        }
    }
    if (reader.hasError()) {
        findings.push_back({path, int(reader.lineNumber()), reader.errorString().toStdString()});
    }
    return findings;
}

Findings checkTranslationIsUpToDate(
    const std::filesystem::path &repository, const std::filesystem::path &file)
{
    const QTemporaryDir folder;
    const QString name = QString::fromStdString(file.filename().string());
    const QString copy = folder.filePath(name);
    QFile::copy(QString::fromStdString((repository / file).string()), copy);
    QStringList arguments{QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none")};
    if (name.endsWith(QStringLiteral("_en.ts"))) {
        arguments += QStringLiteral("-pluralonly");
    }
    const QDir root(QString::fromStdString(repository.string()));
    arguments +=
        {QStringLiteral("-I"), root.filePath(QStringLiteral("src")), root.filePath(QStringLiteral("src")),
            root.filePath(QStringLiteral("ui")), QStringLiteral("-ts"), copy};
    QProcess lupdate;
    lupdate.start(QStringLiteral(QUANKE_LUPDATE), arguments);
    if (!lupdate.waitForFinished(120'000) || lupdate.exitCode() != 0) {
        return {{file.string(), 0, "lupdate failed: " + lupdate.readAllStandardError().toStdString()}};
    }
    QFile updated(copy);
    if (!updated.open(QIODevice::ReadOnly)) {
        return {{file.string(), 0, "lupdate left nothing"}};
    }
    Findings findings = checkTranslation(file.string(), updated.readAll().toStdString());
    for (Finding &finding : findings) {
        finding.line = 0;
        finding.what += " (run the target update_translations)";
    }
    return findings;
}

} // namespace quanke::lint
