#pragma once

#include "cli/command.h"

namespace quanke::cli {

/// quanke forms check: everything that can be told to be wrong with a set of definitions.
class FormsCheckCommand : public Command {
public:
    std::string name() const override { return "forms check"; }
    LocalText summary() const override;
    LocalText description() const override;
    std::vector<Option> options() const override;
    ExitCode run(const Arguments &arguments, const Streams &streams) const override;
};

} // namespace quanke::cli
