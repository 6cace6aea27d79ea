#pragma once

#include "core/base/localtext.h"

class QApplication;

namespace quanke::desk {

/// Loads our own and Qt's texts of that language; English is the source and needs only its plurals.
void installTranslations(QApplication &application, Language language);

} // namespace quanke::desk
