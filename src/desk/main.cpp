#include "desk/common/desksettings.h"
#include "desk/common/words.h"
#include "desk/look/appearance.h"
#include "desk/shell/desk.h"
#include "desk/shell/mainwindow.h"
#include "desk/shell/options.h"
#include "desk/shell/translations.h"
#include "desk/workspaces.h"
#include "platform/systemclock.h"

#include <QApplication>
#include <QDir>

#include <cstdio>

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
    auto made = desk::Desk::make({options.gateway, options.dataFolder, options.formsFolder,
        settings.language(), &clock, &settings, desk::allWorkspaces});
    if (!made) {
        std::fprintf(stderr, "quanke-desk: %s\n", qPrintable(desk::wordsOf(made.failure())));
        return 2;
    }
    made.value()->window().show();
    made.value()->start();
    return QApplication::exec();
}
