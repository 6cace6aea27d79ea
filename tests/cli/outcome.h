#pragma once

#include "cli/program.h"

#include <QString>

#include <algorithm>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

namespace quanke::test {

/// What a command left behind: its exit code and what it wrote.
struct Outcome {
    int code = -1;
    std::string out;
    std::string error;

    Json json() const { return Json::parse(out, nullptr, false); }
};

inline bool isChinese(const std::string &text)
{
    return std::ranges::any_of(
        QString::fromStdString(text), [](QChar each) { return each.script() == QChar::Script_Han; });
}

/// Runs `words` with a program that has just these commands.
template <typename... Commands>
Outcome runWith(const std::vector<std::string> &words)
{
    std::vector<std::unique_ptr<cli::Command>> commands;
    (commands.push_back(std::make_unique<Commands>()), ...);
    std::ostringstream out;
    std::ostringstream error;
    const auto code = cli::Program(std::move(commands)).run(words, out, error);
    return {int(code), out.str(), error.str()};
}

} // namespace quanke::test
