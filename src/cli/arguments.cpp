#include "cli/arguments.h"

#include <algorithm>

namespace quanke::cli {

namespace {

Failure usage(const char *key, const std::string &option)
{
    return {key, {{"option", option}}, {}};
}

const Option *named(const std::vector<Option> &options, std::string_view name)
{
    const auto found = std::ranges::find_if(options, [name](const Option &option) {
        return option.kind != Option::Kind::Positional && option.name == name;
    });
    return found == options.end() ? nullptr : &*found;
}

} // namespace

Result<Arguments> Arguments::parse(const std::vector<Option> &options, const std::vector<std::string> &words)
{
    Arguments arguments;
    std::vector<std::string> positionals;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string &word = words[i];
        if (!word.starts_with("--")) {
            positionals.push_back(word);
            continue;
        }
        const auto equals = word.find('=');
        const std::string name = word.substr(2, equals == std::string::npos ? equals : equals - 2);
        const Option *option = named(options, name);
        if (!option || (option->kind == Option::Kind::Flag && equals != std::string::npos)) {
            return usage("usage.unknown-option", word);
        }
        std::string value;
        if (option->kind != Option::Kind::Flag) {
            if (equals == std::string::npos && (i + 1 == words.size() || words[i + 1].starts_with("--"))) {
                return usage("usage.missing-value", "--" + name);
            }
            value = equals == std::string::npos ? words[++i] : word.substr(equals + 1);
        }
        if (!arguments.m_values.emplace(name, value).second) {
            return usage("usage.twice", "--" + name);
        }
    }
    std::size_t taken = 0;
    for (const Option &option : options) {
        if (option.kind == Option::Kind::Positional && taken < positionals.size()) {
            arguments.m_values.emplace(option.name, positionals[taken++]);
        }
        const bool needed =
            option.kind == Option::Kind::Positional || option.kind == Option::Kind::RequiredValue;
        if (needed && !arguments.has(option.name)) {
            const bool positional = option.kind == Option::Kind::Positional;
            return usage("usage.missing-option", positional ? option.name : "--" + option.name);
        }
    }
    if (taken < positionals.size()) {
        return usage("usage.surplus", positionals[taken]);
    }
    return arguments;
}

std::string Arguments::value(std::string_view name) const
{
    const auto found = m_values.find(name);
    return found == m_values.end() ? std::string() : found->second;
}

std::vector<std::string> Arguments::list(std::string_view name) const
{
    std::vector<std::string> items;
    std::string rest = value(name);
    while (!rest.empty()) {
        const auto comma = rest.find(',');
        if (comma != 0) {
            items.push_back(rest.substr(0, comma));
        }
        rest = comma == std::string::npos ? std::string() : rest.substr(comma + 1);
    }
    return items;
}

} // namespace quanke::cli
