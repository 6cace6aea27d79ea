#pragma once

#include "core/base/json.h"

#include <string>
#include <vector>

namespace quanke::check {

/// Something wrong with a set of definitions.
struct Finding {
    std::string file; ///< path below forms/: "matters/HT-01.json"
    std::string path; ///< JSON pointer (RFC 6901) in it; empty for the file as a whole
    std::string key; ///< what is wrong: "condition.unreachable"; a program has the words
    Json arguments = Json::object();

    bool operator==(const Finding &) const = default;
};

/// What the rules collect.
class Findings {
public:
    void add(std::string key, std::string file, std::string path, Json arguments = Json::object());
    /// By file and place, each once.
    std::vector<Finding> take();

private:
    std::vector<Finding> m_findings;
};

/// The pointer with one more step.
std::string below(const std::string &pointer, const std::string &member);
std::string below(const std::string &pointer, std::size_t index);

} // namespace quanke::check
