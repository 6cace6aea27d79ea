#include "cli/formsbenchcommand.h"
#include "cli/formscheckcommand.h"
#include "cli/formscomposecommand.h"
#include "cli/formssplitcommand.h"
#include "cli/formsvalidatecommand.h"
#include "cli/program.h"

#include <iostream>

int main(int argc, char **argv)
{
    std::vector<std::unique_ptr<quanke::cli::Command>> commands;
    commands.push_back(std::make_unique<quanke::cli::FormsCheckCommand>());
    commands.push_back(std::make_unique<quanke::cli::FormsComposeCommand>());
    commands.push_back(std::make_unique<quanke::cli::FormsValidateCommand>());
    commands.push_back(std::make_unique<quanke::cli::FormsSplitCommand>());
    commands.push_back(std::make_unique<quanke::cli::FormsBenchCommand>());
    const quanke::cli::Program program(std::move(commands));
    return int(program.run({argv + 1, argv + argc}, std::cout, std::cerr));
}
