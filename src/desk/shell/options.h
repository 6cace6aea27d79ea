#pragma once

#include "core/base/localtext.h"
#include "desk/look/appearance.h"

#include <QString>
#include <QUrl>

#include <optional>

class QApplication;

namespace quanke::desk {

class DeskSettings;

/// What quanke-desk takes on its command line.
struct Options {
    QUrl gateway; ///< empty: the one of the enrolment, or else on this machine
    QString dataFolder;
    QString enrolment; ///< a file to take in; empty: as it was taken in before
    QString formsFolder;
    QString window; ///< empty: as last time
    std::optional<Language> language; ///< none: as set on the settings page
    std::optional<Theme> theme;
    std::optional<int> textPercent;

    Appearance appearanceOver(Appearance appearance) const;
    QUrl gatewayOver(const QUrl &remembered) const;
};

/// Reads them; ends the program with 2 and a usage text on what it does not know.
Options readOptions(const QApplication &application);
/// Puts what is to be remembered (window, language, the gateway of a network) into the settings.
void applyTo(DeskSettings &settings, const Options &options);

} // namespace quanke::desk
