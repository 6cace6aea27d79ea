#pragma once

#include "cli/command.h"

namespace quanke::cli {

/// quanke forms bench: how long the engine takes on this machine, and what each edit changes.
class FormsBenchCommand : public Command {
public:
    std::string name() const override { return "forms bench"; }
    LocalText summary() const override;
    LocalText description() const override;
    std::vector<Option> options() const override;
    ExitCode run(const Arguments &arguments, const Streams &streams) const override;
};

} // namespace quanke::cli
