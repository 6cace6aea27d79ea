#include "desk/shell/options.h"

#include "desk/common/desksettings.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QStandardPaths>

namespace quanke::desk {

Appearance Options::appearanceOver(Appearance appearance) const
{
    return {theme.value_or(appearance.theme), textPercent.value_or(appearance.textPercent)};
}

QUrl Options::gatewayOver(const QUrl &remembered) const
{
    const QUrl here(QStringLiteral("http://127.0.0.1:8740"));
    return !gateway.isEmpty() ? gateway : !remembered.isEmpty() ? remembered : here;
}

Options readOptions(const QApplication &application)
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("The workstation of a window that accepts every matter."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {QStringLiteral("gateway"),
            QStringLiteral("The hall's gateway: https:// over the network, and remembered."),
            QStringLiteral("URL")},
        {QStringLiteral("enrolment"),
            QStringLiteral("Takes in the file that quanke device enrol has made for this desk."),
            QStringLiteral("FILE")},
        {QStringLiteral("data"), QStringLiteral("Where this desk keeps its own store."),
            QStringLiteral("DIR"), data + QStringLiteral("/quanke/desk")},
        {QStringLiteral("forms"), QStringLiteral("The definitions."), QStringLiteral("DIR"),
            QStringLiteral("/usr/share/quanke/forms")},
        {QStringLiteral("window"), QStringLiteral("What this window is called."), QStringLiteral("NAME")},
        {QStringLiteral("language"), QStringLiteral("zh_CN or en."), QStringLiteral("TAG")},
        {QStringLiteral("theme"), QStringLiteral("system, light or dark."), QStringLiteral("NAME")},
        {QStringLiteral("text-size"), QStringLiteral("Size of text, 100 to 200."), QStringLiteral("PERCENT")},
    });
    parser.process(application);
    Options options;
    options.gateway = QUrl(parser.value(QStringLiteral("gateway")));
    options.enrolment = parser.value(QStringLiteral("enrolment"));
    options.dataFolder = parser.value(QStringLiteral("data"));
    options.formsFolder = parser.value(QStringLiteral("forms"));
    options.window = parser.value(QStringLiteral("window"));
    if (parser.isSet(QStringLiteral("language")))
        options.language = languageFromTag(parser.value(QStringLiteral("language")).toStdString());
    if (parser.isSet(QStringLiteral("theme")))
        options.theme = themeFromName(parser.value(QStringLiteral("theme")));
    if (parser.isSet(QStringLiteral("text-size")))
        options.textPercent = parser.value(QStringLiteral("text-size")).toInt();
    return options;
}

void applyTo(DeskSettings &settings, const Options &options)
{
    if (!options.window.isEmpty())
        settings.setWindow(options.window);
    if (options.gateway.scheme() == QStringLiteral("https"))
        settings.setGateway(options.gateway);
    if (options.language)
        settings.setLanguage(*options.language);
}

} // namespace quanke::desk
