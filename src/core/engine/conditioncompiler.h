#pragma once

#include "core/engine/condition.h"
#include "core/schema/nodecompiler.h"

#include <functional>
#include <string>
#include <unordered_map>

namespace quanke::engine {

/// Compiles a schema over the keys of a form into a Condition. Failures go to the node compiler.
class ConditionCompiler {
public:
    ConditionCompiler(schema::NodeCompiler &nodes, std::function<FieldId(const std::string &)> fieldNamed,
        std::unordered_map<const schema::Node *, const Json *> &schemas);

    Condition compile(schema::Located located, const catalogue::Place &place);

private:
    using Place = catalogue::Place;
    Condition compileKeyword(
        std::string_view keyword, const Json &value, schema::Located located, const Place &place);
    Condition compileProperties(const Json &value, schema::Located located, const Place &place);
    Condition compileList(
        Condition::Kind kind, const Json &list, schema::Located located, const Place &place);
    Condition compileBranches(const Json &schema, schema::Located located, const Place &place);
    Condition present(const Json &names);

    schema::NodeCompiler &m_nodes;
    std::function<FieldId(const std::string &)> m_fieldNamed;
    std::unordered_map<const schema::Node *, const Json *> &m_schemas;
    int m_depth = 0;
};

} // namespace quanke::engine
