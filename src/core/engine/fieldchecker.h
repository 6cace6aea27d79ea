#pragma once

#include "core/engine/delta.h"

#include <optional>
#include <span>
#include <vector>

namespace quanke::engine {

class FormEngine;

/// Says what is wrong with one field of a form as it stands. Keeps its lists between calls to save
/// allocations.
class FieldChecker {
public:
    explicit FieldChecker(const FormEngine &engine);

    /// Replaces `records` by all that is wrong now, by row.
    void check(FieldId field, std::vector<Record> &records);
    /// Replaces `records` by what is wrong in one row of a group whose rows stand alone.
    void checkRow(FieldId field, int row, std::vector<Record> &records);
    /// The computed value; null when it cannot be computed.
    Json derive(const Derivation &derivation);

private:
    void checkAbsent(const Field &field, std::vector<Record> &records);
    void checkPresent(FieldId id, const Json &value, std::vector<Record> &records);
    void checkFilled(const Field &field, const Json &value, std::vector<Record> &records);
    void checkAcross(const Field &field, std::vector<Record> &records);
    void checkWhole(std::vector<Record> &records);
    void take(MatterBits matters, std::vector<Record> &records);
    void noteDocumentType(const Field &field);
    bool lookUp(const schema::Logic &logic, std::span<const FieldId> variables);

    const FormEngine &m_engine;
    const FormGraph &m_graph;
    schema::CheckContext m_context; ///< the document type is that of the field being checked
    std::vector<schema::Finding> m_findings;
    std::vector<const Json *> m_variables;
};

} // namespace quanke::engine
