#pragma once

#include "cli/command.h"

#include <memory>

namespace quanke::cli {

/// The command-line program: finds the command the words name, parses its options, runs it.
class Program {
public:
    explicit Program(std::vector<std::unique_ptr<Command>> commands);

    /// `words` without the program's own name.
    ExitCode run(const std::vector<std::string> &words, std::ostream &out, std::ostream &error) const;

private:
    const Command *find(const std::vector<std::string> &words) const;
    void printOverview(const std::string &group, const Streams &streams) const;
    void printHelp(const Command &command, const Streams &streams) const;
    ExitCode runCommand(
        const Command &command, const std::vector<std::string> &words, const Streams &streams) const;

    std::vector<std::unique_ptr<Command>> m_commands;
};

} // namespace quanke::cli
