#pragma once

#include "cli/command.h"

namespace quanke::cli {

/// quanke forms split: what each department gets, and nothing more.
class FormsSplitCommand : public Command {
public:
    std::string name() const override { return "forms split"; }
    LocalText summary() const override;
    LocalText description() const override;
    std::vector<Option> options() const override;
    ExitCode run(const Arguments &arguments, const Streams &streams) const override;
};

} // namespace quanke::cli
