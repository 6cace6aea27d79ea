#include "desk/common/desksettings.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/shell/desk.h"
#include "desk/shell/enrolment/enrolmentdialog.h"
#include "desk/shell/keyring/devicesecret.h"
#include "desk/shell/mainwindow.h"
#include "desk/shell/options.h"
#include "desk/shell/translations.h"
#include "desk/workspaces.h"
#include "platform/privatememory.h"
#include "platform/systemclock.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QMessageBox>

#include <cstdio>

namespace quanke::desk {

namespace {

/// With the enrolment that was taken in some time, where one was.
Result<std::unique_ptr<Desk>> makeDesk(const Options &options, DeskSettings &settings, const Clock &clock,
    const std::shared_ptr<const seal::SecretBytes> &deviceSecret)
{
    const auto place = EnrolmentDialog::placeIn(options.dataFolder);
    const bool isEnrolled = QFile::exists(place);
    DeskSetup setup{options.gatewayOver(isEnrolled ? settings.gateway() : QUrl()), options.dataFolder,
        options.formsFolder, settings.language(), &clock, &settings, allWorkspaces};
    if (isEnrolled) {
        const auto enrolment = certificates::kept(place.toStdString());
        if (!enrolment)
            return enrolment.failure();
        setup.enrolment = *enrolment;
    }
    setup.deviceSecret = deviceSecret;
    return Desk::make(setup);
}

/// As long as a keyring may ask its owner for a password before the desk goes on without it.
constexpr std::chrono::seconds keyringPatience{20};

/// In a window too: started from a menu, nobody sees what it says elsewhere. The program ends with it.
std::unique_ptr<QMessageBox> complain(const Failure &failure)
{
    std::fprintf(stderr, "quanke-desk: %s\n", qPrintable(wordsOf(failure)));
    auto box =
        std::make_unique<QMessageBox>(QMessageBox::Critical, MainWindow::tr("Quanke"), wordsOf(failure));
    constexpr int unusable = 2;
    QObject::connect(box.get(), &QDialog::finished, qApp, [] { QApplication::exit(unusable); });
    QApplication::setQuitOnLastWindowClosed(false);
    box->open();
    return box;
}

} // namespace

} // namespace quanke::desk

int main(int argc, char *argv[])
{
    using namespace quanke;
    platform::keepMemoryPrivate();
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
    std::unique_ptr<desk::Desk> running;
    std::unique_ptr<QMessageBox> complaint;
    desk::DeviceSecret keyring(options.dataFolder, desk::keyringPatience);
    const auto begin = [&](const std::shared_ptr<const seal::SecretBytes> &deviceSecret) {
        auto made = desk::makeDesk(options, settings, clock, deviceSecret);
        if (!made) {
            complaint = desk::complain(made.failure());
            return;
        }
        running = std::move(made).value();
        running->window().show();
        running->start();
        QApplication::setQuitOnLastWindowClosed(true);
    };
    QObject::connect(&keyring, &desk::DeviceSecret::fetched, &keyring, begin);
    if (options.enrolment.isEmpty()) {
        keyring.fetch();
        return QApplication::exec();
    }
    QApplication::setQuitOnLastWindowClosed(false); // between the dialog and the window there is none
    desk::EnrolmentDialog dialog(options.enrolment, options.dataFolder, clock);
    QObject::connect(&dialog, &QDialog::rejected, &dialog, [] { QApplication::exit(1); });
    QObject::connect(&dialog, &QDialog::accepted, &keyring, &desk::DeviceSecret::fetch);
    dialog.show();
    return QApplication::exec();
}
