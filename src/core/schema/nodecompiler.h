#pragma once

#include "core/base/result.h"
#include "core/catalogue/place.h"
#include "core/schema/bycontent.h"
#include "core/schema/node.h"
#include "core/schema/references.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace quanke::schema {

/// Nodes of items and cells by what their schema says: a definition is copied to wherever something refers to it, and
/// yet compiled once.
using SharedNodes = ByContent<const Node *>;

/// Compiles schemas of the profile into nodes. The first thing wrong is kept and every later result is null:
///   profile.unknown-keyword, profile.unsupported ("keyword", "path"), profile.malformed ("keyword", "path"),
///   profile.reference, profile.circle ("reference", "path"), profile.pattern ("pattern", "path"),
///   profile.logic ("operator", "path").
class NodeCompiler {
public:
    /// `references` may be null where schemas have none left; only there `shared` may be given, since what a reference
    /// means depends on where it stands.
    NodeCompiler(NodeStore &store, References *references, SharedNodes *shared = nullptr);

    /// `located` is the schema and the document it stands in; both must outlive the compiler.
    const Node *compile(Located located, const catalogue::Place &place);
    /// Checks one keyword against the profile; false (and the failure kept) when it is outside.
    bool accept(std::string_view keyword, const Json &value, const catalogue::Place &place);
    /// What a `$ref` leads to, chains followed; no schema (and the failure kept) when it leads nowhere.
    Located follow(const Json &reference, const Json &resource, const catalogue::Place &place);

    void fail(std::string key, const catalogue::Place &place, Json arguments);
    const std::optional<Failure> &failure() const { return m_failure; }

private:
    using Place = catalogue::Place;
    void compileInto(Node &node, Located located, const Place &place);
    bool compileBound(Node &node, std::string_view keyword, const Json &value, const Place &place);
    bool compileArray(
        Node &node, std::string_view keyword, const Json &value, Located located, const Place &place);
    bool compileObject(
        Node &node, std::string_view keyword, const Json &value, Located located, const Place &place);
    bool compileBranch(
        Node &node, std::string_view keyword, const Json &value, Located located, const Place &place);
    bool compileOwn(Node &node, std::string_view keyword, const Json &value, const Place &place);
    void compileReference(Node &node, const Json &value, Located located, const Place &place);
    void compileAssertions(Node &node, const Json &list, const Place &place);
    const Pattern *compilePattern(const std::string &text, const Place &place);
    /// Of a part of the value: what refers to itself there ends with the value.
    const Node *compileBelow(const Json &schema, const Json *resource, const Place &place);
    Node &add() { return m_store.nodes.emplace_back(); }

    NodeStore &m_store;
    References *m_references;
    SharedNodes *m_shared;
    std::unordered_map<const Json *, const Node *> m_targets; ///< of references
    std::vector<const Json *> m_inPlace; ///< schemas that speak of the same value, outermost first
    std::optional<Failure> m_failure;
};

} // namespace quanke::schema
