#pragma once

#include "cli/command.h"

namespace quanke::cli {

/// quanke user remove
class UserRemoveCommand : public Command {
public:
    std::string name() const override { return "user remove"; }
    LocalText summary() const override;
    LocalText description() const override;
    std::vector<Option> options() const override;
    ExitCode run(const Arguments &arguments, const Streams &streams) const override;
};

} // namespace quanke::cli
