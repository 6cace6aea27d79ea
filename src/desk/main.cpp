#include "desk/common/desksettings.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/shell/desk.h"
#include "desk/shell/enrolment/enrolmentdialog.h"
#include "desk/shell/mainwindow.h"
#include "desk/shell/options.h"
#include "desk/shell/translations.h"
#include "desk/workspaces.h"
#include "platform/systemclock.h"

#include <QApplication>
#include <QDir>
#include <QFile>

#include <cstdio>

namespace quanke::desk {

namespace {

/// With the enrolment that was taken in some time, where one was.
Result<std::unique_ptr<Desk>> makeDesk(
    const Options &options, const QString &place, DeskSettings &settings, const Clock &clock)
{
    DeskSetup setup{options.gateway, options.dataFolder, options.formsFolder, settings.language(), &clock,
        &settings, allWorkspaces};
    if (QFile::exists(place)) {
        const auto enrolment = certificates::kept(place.toStdString());
        if (!enrolment)
            return enrolment.failure();
        setup.enrolment = *enrolment;
    }
    return Desk::make(setup);
}

} // namespace

} // namespace quanke::desk

int main(int argc, char *argv[])
{
    using namespace quanke;
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("quanke-desk"));
    QApplication::setApplicationVersion(QStringLiteral(QUANKE_VERSION));

    const desk::Options options = desk::readOptions(application);
    QDir().mkpath(options.dataFolder);
    desk::DeskSettings settings(QDir(options.dataFolder).filePath(QStringLiteral("desk.ini")));
    desk::applyTo(settings, options);
    desk::installTranslations(application, settings.language());
    desk::apply(application, options.appearanceOver(settings.appearance()));

    const platform::SystemClock clock;
    const QString place = QDir(options.dataFolder).filePath(QStringLiteral("enrolment.pem"));
    std::unique_ptr<desk::Desk> running;
    const auto begin = [&] {
        auto made = desk::makeDesk(options, place, settings, clock);
        if (!made) {
            std::fprintf(stderr, "quanke-desk: %s\n", qPrintable(desk::wordsOf(made.failure())));
            return 2;
        }
        running = std::move(made).value();
        running->window().show();
        running->start();
        return 0;
    };
    if (options.enrolment.isEmpty()) {
        const int failed = begin();
        return failed != 0 ? failed : QApplication::exec();
    }
    QApplication::setQuitOnLastWindowClosed(false); // between the dialog and the window there is none
    desk::EnrolmentDialog dialog(options.enrolment, place);
    QObject::connect(&dialog, &QDialog::rejected, &dialog, [] { QApplication::exit(1); });
    QObject::connect(&dialog, &QDialog::accepted, &dialog, [&] {
        if (const int failed = begin(); failed != 0)
            QApplication::exit(failed);
        QApplication::setQuitOnLastWindowClosed(true);
    });
    dialog.show();
    return QApplication::exec();
}
