#pragma once

#include "core/base/json.h"
#include "core/form/composition.h"
#include "desk/look/light.h"

#include <QImage>
#include <QString>

#include <string>
#include <vector>

namespace quanke::desk {

class CaseSession;
class DocumentIntake;
struct DeskContext;

/// The checklist's groups, in the order a clerk works through them.
enum class MaterialGroup { LookAtIt, Missing, Later, Optional, Ready, FromResult, Generated };

/// One material of the checklist.
struct MaterialRow {
    std::string id;
    MaterialGroup group = MaterialGroup::Missing;
    QString name;
    QString detail; ///< originals and copies, for whom, pages
    QString words; ///< its state, at the right end
    Light light = Light::Missing;
    QImage picture;
    Json references = Json::array();
};

/// Every material of the case, by group and then as composed.
std::vector<MaterialRow> materialRows(
    const DeskContext &context, const CaseSession &session, const DocumentIntake &intake);
QString nameOf(MaterialGroup group);
Light lightOf(MaterialGroup group);

} // namespace quanke::desk
