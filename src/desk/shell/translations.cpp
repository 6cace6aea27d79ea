#include "desk/shell/translations.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

/// Outside every namespace, as the macro asks for it.
static void readyTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace quanke::desk {

void installTranslations(QApplication &application, Language language)
{
    const QLocale locale =
        language == Language::Chinese ? QLocale(QStringLiteral("zh_CN")) : QLocale(QLocale::English);
    QLocale::setDefault(locale);
    readyTranslations();
    auto *qt = new QTranslator(&application);
    if (qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(qt);
    auto *own = new QTranslator(&application);
    const QString tag = language == Language::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
    if (own->load(QStringLiteral(":/quanke/translations/quanke_%1.qm").arg(tag)))
        QApplication::installTranslator(own);
}

} // namespace quanke::desk
