#pragma once

#include "core/base/localtext.h"
#include "core/base/result.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quanke::cli {

/// What a command takes behind its name.
struct Option {
    enum class Kind { Flag, Value, RequiredValue, Positional };

    std::string name; ///< without the dashes: "forms"; of a positional as it is shown: "NUMBER"
    std::string value; ///< how its value is shown in the help: "DIR"; empty for flags and positionals
    LocalText help;
    Kind kind = Kind::Value;
};

/// The words of a command line as its options sort them.
class Arguments {
public:
    /// Reads `--name value` and `--name=value`; whatever has no dashes fills the positionals in order.
    /// Fails: usage.unknown-option, usage.missing-value, usage.missing-option, usage.twice, usage.surplus
    /// (all with "option").
    static Result<Arguments> parse(const std::vector<Option> &options, const std::vector<std::string> &words);

    bool has(std::string_view name) const { return m_values.contains(name); }
    /// Empty when it was not given.
    std::string value(std::string_view name) const;
    /// A value of the form "A,B,C"; empty items are left out.
    std::vector<std::string> list(std::string_view name) const;

private:
    std::map<std::string, std::string, std::less<>> m_values;
};

} // namespace quanke::cli
