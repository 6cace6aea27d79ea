#include "cli/program.h"

#include "cli/words.h"

#include <algorithm>
#include <ostream>

namespace quanke::cli {

namespace {

/// The words of a command's name: 2 for "forms check".
std::size_t wordCount(const Command &command)
{
    const std::string name = command.name();
    return 1 + std::size_t(std::ranges::count(name, ' '));
}

bool isNamed(const Command &command, const std::vector<std::string> &words)
{
    std::string given;
    for (std::size_t i = 0; i < std::min(words.size(), wordCount(command)); ++i) {
        given += (i == 0 ? "" : " ") + words[i];
    }
    return given == command.name();
}

bool asksForHelp(const std::vector<std::string> &words)
{
    return words.empty() || std::ranges::find(words, "--help") != words.end() || words.front() == "-h"
        || words.front() == "help";
}

Language languageOf(const std::vector<std::string> &words)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--lang" && i + 1 < words.size()) {
            return languageFromTag(words[i + 1]);
        }
        if (words[i].starts_with("--lang=")) {
            return languageFromTag(std::string_view(words[i]).substr(7));
        }
    }
    return Language::Chinese;
}

std::vector<Option> allOptions(const Command &command)
{
    std::vector<Option> options = command.options();
    const auto inBoth = [](const char *key) {
        return LocalText{words(key, {}, Language::Chinese), words(key, {}, Language::English)};
    };
    options.push_back({"lang", "zh_CN|en", inBoth("usage.lang"), Option::Kind::Value});
    options.push_back({"help", {}, inBoth("usage.help"), Option::Kind::Flag});
    return options;
}

std::string shown(const Option &option)
{
    const std::string name = option.kind == Option::Kind::Positional ? option.name : "--" + option.name;
    return option.value.empty() ? name : name + ' ' + option.value;
}

std::string padded(std::string text, std::size_t width)
{
    text.resize(std::max(text.size() + 2, width), ' ');
    return text;
}

} // namespace

Program::Program(std::vector<std::unique_ptr<Command>> commands)
    : m_commands(std::move(commands))
{
}

const Command *Program::find(const std::vector<std::string> &words) const
{
    const auto found =
        std::ranges::find_if(m_commands, [&](const auto &command) { return isNamed(*command, words); });
    return found == m_commands.end() ? nullptr : found->get();
}

ExitCode Program::run(const std::vector<std::string> &words, std::ostream &out, std::ostream &error) const
{
    const Streams streams{out, error, languageOf(words)};
    if (const Command *command = find(words)) {
        return runCommand(*command, words, streams);
    }
    const std::string first = words.empty() || words.front().starts_with('-') ? std::string() : words.front();
    const bool isGroup = std::ranges::any_of(
        m_commands, [&](const auto &command) { return command->name().starts_with(first + ' '); });
    if (asksForHelp(words)) {
        printOverview(isGroup ? first : std::string(), streams);
        return words.empty() ? ExitCode::Unusable : ExitCode::Fine;
    }
    std::string given = words.front();
    if (isGroup && words.size() > 1 && !words[1].starts_with('-')) {
        given += ' ' + words[1];
    }
    error << cli::words("usage.unknown-command", {{"command", given}}, streams.language) << '\n';
    return ExitCode::Unusable;
}

ExitCode Program::runCommand(
    const Command &command, const std::vector<std::string> &words, const Streams &streams) const
{
    const std::vector<std::string> rest(words.begin() + std::ptrdiff_t(wordCount(command)), words.end());
    if (std::ranges::find(rest, "--help") != rest.end()) {
        printHelp(command, streams);
        return ExitCode::Fine;
    }
    const auto arguments = Arguments::parse(allOptions(command), rest);
    if (!arguments) {
        streams.error << describe(arguments.failure(), streams.language) << '\n';
        return ExitCode::Unusable;
    }
    return command.run(*arguments, streams);
}

void Program::printOverview(const std::string &group, const Streams &streams) const
{
    streams.out << words(
        "usage.line", {{"command", group.empty() ? "<command>" : group + " <command>"}}, streams.language)
                << "\n\n"
                << words("usage.commands", {}, streams.language) << '\n';
    for (const auto &command : m_commands) {
        if (command->name().starts_with(group)) {
            streams.out << "  " << padded(command->name(), 20) << command->summary().in(streams.language)
                        << '\n';
        }
    }
    streams.out << '\n' << words("usage.more", {}, streams.language) << '\n';
}

void Program::printHelp(const Command &command, const Streams &streams) const
{
    const auto options = allOptions(command);
    std::string line = command.name();
    for (const Option &option : options) {
        if (option.kind == Option::Kind::Positional) {
            line += ' ' + option.name;
        }
    }
    streams.out << words("usage.line", {{"command", line}}, streams.language) << "\n\n"
                << command.summary().in(streams.language) << '\n';
    if (const LocalText description = command.description(); !description.in(streams.language).empty()) {
        streams.out << '\n' << description.in(streams.language) << '\n';
    }
    streams.out << '\n' << words("usage.options", {}, streams.language) << '\n';
    for (const Option &option : options) {
        streams.out << "  " << padded(shown(option), 22) << option.help.in(streams.language);
        if (option.kind == Option::Kind::RequiredValue) {
            streams.out << words("usage.required", {}, streams.language);
        }
        streams.out << '\n';
    }
}

} // namespace quanke::cli
