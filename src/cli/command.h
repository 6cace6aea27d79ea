#pragma once

#include "cli/arguments.h"

#include <iosfwd>

namespace quanke::cli {

/// How the program ends (documented in --help).
enum class ExitCode {
    Fine = 0,
    Findings = 1, ///< it ran, and found something wrong with what it was given to look at
    Unusable = 2 ///< wrong usage, or an input it cannot work with
};

/// Where a command speaks: results on `out` (JSON there, with --json), what went wrong on `error`.
struct Streams {
    std::ostream &out;
    std::ostream &error;
    Language language = Language::Chinese;
};

/// One command of the program; one file each.
class Command {
public:
    Command(const Command &) = delete;
    Command &operator=(const Command &) = delete;
    virtual ~Command() = default;

    virtual std::string name() const = 0; ///< "forms check"
    virtual LocalText summary() const = 0; ///< one line
    virtual LocalText description() const { return {}; } ///< what more there is to know: shapes, limits
    virtual std::vector<Option> options() const = 0;
    virtual ExitCode run(const Arguments &arguments, const Streams &streams) const = 0;

protected:
    Command() = default;
};

} // namespace quanke::cli
