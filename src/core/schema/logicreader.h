#pragma once

#include "core/schema/logicterm.h"

#include <optional>
#include <set>

namespace quanke::schema {

/// Reads a rule; the first thing wrong is kept as the failure.
class LogicReader {
public:
    Result<Logic> read(const Json &rule);

private:
    Logic::Term readTerm(const Json &rule);
    Logic::Term readOperation(const std::string &name, const Json &operands);
    /// A variable tested for itself (`and`, `or`, `!`, `!!`, `if`) may be absent.
    void noteWhatIsAskedAbout(const Logic::Term &term);
    Logic::Term readVariable(const Json &operands);
    Logic::Term readMissing(const Json &operands);
    std::uint16_t variable(const std::string &name);
    void need(std::uint16_t variable);
    void fail(std::string key, const std::string &operation);

    Logic m_logic;
    std::set<std::uint16_t> m_askedAbout;
    std::optional<Failure> m_failure;
};

} // namespace quanke::schema
