#pragma once

#include "core/base/localtext.h"

#include <QString>

#include <string>
#include <vector>

namespace quanke::catalogue {
class Catalogue;
}
namespace quanke::form {
struct Composition;
}

namespace quanke::desk {

/// Who asks for a field or material, and what they look at.
struct Reason {
    QString department;
    QString matter;
    QStringList points; ///< review points that name the key
};

/// Of the ticked matters, those with review points first.
std::vector<Reason> reasonsFor(const catalogue::Catalogue &catalogue, const form::Composition &composition,
    const std::string &key, Language language);

} // namespace quanke::desk
