#include "cli/program.h"

#include <iostream>

int main(int argc, char **argv)
{
    std::vector<std::unique_ptr<quanke::cli::Command>> commands;
    const quanke::cli::Program program(std::move(commands));
    return int(program.run({argv + 1, argv + argc}, std::cout, std::cerr));
}
