#pragma once

#include "core/casework/casefile.h"

#include <QString>

#include <vector>

namespace quanke::desk {

struct DeskContext;

/// Who made one of two versions, as far as it is known.
struct VersionHead {
    QString who;
    QString window; ///< may be empty
    QString when;
};

/// One thing that the versions say something of; empty where one of them says nothing.
struct VersionRow {
    QString label;
    QString before; ///< as both found it
    QString stands;
    QString late;
    bool differs = false;
};

/// Two versions of one matter, or of a whole case, beside each other.
struct Versions {
    VersionHead stands;
    VersionHead late;
    std::vector<VersionRow> rows; ///< what was done first, then what differs
    int differing = 0;
};

/// Who that is, as the gateway names them; else the name for signing in.
QString personIn(const casework::CaseFile &file, const std::string &name);

/// What the versions are of: a matter by its short name, or the whole case by its bundle's.
QString contestedName(const DeskContext &context, const std::string &matterOrBundle);

Versions versionsOf(
    const DeskContext &context, const casework::CaseFile &file, const casework::Conflict &conflict);

} // namespace quanke::desk
