#pragma once

#include "cli/command.h"

namespace quanke::cli {

/// quanke forms validate: what is wrong with what is filled in.
class FormsValidateCommand : public Command {
public:
    std::string name() const override { return "forms validate"; }
    LocalText summary() const override;
    LocalText description() const override;
    std::vector<Option> options() const override;
    ExitCode run(const Arguments &arguments, const Streams &streams) const override;
};

} // namespace quanke::cli
