#include "lint/designerrules.h"

#include <QSet>
#include <QXmlStreamReader>

#include <filesystem>

namespace quanke::lint {

namespace {

/// Plain boxes are named by what they are for.
bool needsKind(const QString &widgetClass)
{
    return widgetClass.startsWith(QLatin1Char('Q')) && widgetClass != QStringLiteral("QWidget")
        && widgetClass != QStringLiteral("QFrame");
}

QString objection(const QString &widgetClass, const QString &name, QSet<QString> &names)
{
    if (names.contains(name)) {
        return QStringLiteral("the name %1 stands twice").arg(name);
    }
    names.insert(name);
    const QString kind = widgetClass.mid(1);
    if (needsKind(widgetClass) && !name.endsWith(kind)) {
        return QStringLiteral("%1 should say that it is a %2, as in search%2").arg(name, kind);
    }
    return {};
}

void checkFile(const Source &source, Findings &findings)
{
    const auto expected = QString::fromStdString(std::filesystem::path(source.path).stem().string());
    QXmlStreamReader reader(QByteArray::fromStdString(source.text));
    QSet<QString> names;
    const auto add = [&](const QString &what) {
        findings.push_back({source.path, int(reader.lineNumber()), what.toStdString()});
    };
    bool classSeen = false;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (reader.name() == u"class" && !classSeen) {
            classSeen = true;
            if (const QString name = reader.readElementText();
                name.section(QStringLiteral("::"), -1).toLower() != expected) {
                add(QStringLiteral("the class %1 belongs in %2.ui").arg(name, name.toLower()));
            }
        } else if (reader.name() == u"widget") {
            const auto attributes = reader.attributes();
            const QString what = objection(attributes.value(QStringLiteral("class")).toString(),
                attributes.value(QStringLiteral("name")).toString(), names);
            if (!what.isEmpty()) {
                add(what);
            }
        }
    }
    if (reader.hasError()) {
        add(reader.errorString());
    }
}

} // namespace

Findings checkDesignerFiles(const std::vector<Source> &sources)
{
    Findings findings;
    for (const Source &source : sources) {
        if (source.hasEnding(".ui")) {
            checkFile(source, findings);
        }
    }
    return findings;
}

} // namespace quanke::lint
