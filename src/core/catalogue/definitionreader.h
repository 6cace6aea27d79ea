#pragma once

#include "core/catalogue/definitions.h"
#include "core/catalogue/place.h"

namespace quanke::catalogue {

/// Each reads one definition. What goes into the struct is taken out of the schema, so that what is left of
/// it only says what binds values; the struct's own schema stays empty until the references are resolved.
/// What is wrong is reported; the struct then holds what could be read.

Element readElement(const std::string &id, Json &schema, const Place &place, Reports &reports);
Situation readSituation(const std::string &id, Json &schema, const Place &place, Reports &reports);
Material readMaterial(const std::string &id, Json &schema, const Place &place, Reports &reports);
Department readDepartment(const std::string &id, const Json &json, const Place &place, Reports &reports);
/// The words of a code list (enum, x-qk-codes), in the order of the enum.
std::vector<Code> readCodes(Json &schema, const Place &place, Reports &reports);
/// Takes a text out of a schema; empty when it has none.
std::string takeString(Json &schema, const char *member, const Place &place, Reports &reports);
Bundle readBundle(const Json &json, const Place &place, Reports &reports);

} // namespace quanke::catalogue
