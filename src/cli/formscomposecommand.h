#pragma once

#include "cli/command.h"

namespace quanke::cli {

/// quanke forms compose: what one form asks for several matters.
class FormsComposeCommand : public Command {
public:
    std::string name() const override { return "forms compose"; }
    LocalText summary() const override;
    LocalText description() const override;
    std::vector<Option> options() const override;
    ExitCode run(const Arguments &arguments, const Streams &streams) const override;
};

} // namespace quanke::cli
