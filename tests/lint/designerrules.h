#pragma once

#include "lint/finding.h"
#include "lint/source.h"

namespace quanke::lint {

/// The .ui files among the sources: the class is named as the file, no objectName stands twice, and Qt's own widgets say
/// what they are (searchLineEdit), since tests and assistive programs find them by that name.
Findings checkDesignerFiles(const std::vector<Source> &sources);

} // namespace quanke::lint
