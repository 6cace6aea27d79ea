#include "lint/source.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

namespace quanke::lint {

namespace fs = std::filesystem;

namespace {

constexpr std::array binaryEndings{".png", ".jpg", ".jpeg", ".pdf", ".ttf", ".db", ".sqlite", ".seed"};

bool isText(const fs::path &path)
{
    return std::ranges::find(binaryEndings, path.extension().string()) == binaryEndings.end();
}

std::string readWhole(const fs::path &path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

enum class Part { Code, LineComment, BlockComment, Text, RawText };

/// Walks over C++ and says of each character which part it belongs to.
class Scanner {
public:
    explicit Scanner(std::string_view text)
        : m_text(text)
    {
    }

    /// The part that the character at this position belongs to; positions are asked for in order, each once.
    Part at(std::size_t position)
    {
        if (position < m_keepUntil) {
            return m_part;
        }
        if (m_endsHere) {
            m_part = Part::Code;
            m_endsHere = false;
        }
        if (m_part == Part::Code) {
            begin(position);
        } else {
            end(position);
        }
        return m_part;
    }

private:
    void begin(std::size_t position)
    {
        const std::string_view rest = m_text.substr(position);
        if (rest.starts_with("//")) {
            m_part = Part::LineComment;
        } else if (rest.starts_with("/*")) {
            m_part = Part::BlockComment;
            m_keepUntil = position + 2;
        } else if (rest.starts_with("R\"")) {
            m_part = Part::RawText;
            m_rawEnd = ')' + std::string(rest.substr(2, rest.find('(') - 2)) + '"';
            m_keepUntil = position + m_rawEnd.size() + 1;
        } else if (rest.front() == '"' || (rest.front() == '\'' && !isDigitSeparator(position))) {
            m_part = Part::Text;
            m_quote = rest.front();
            m_keepUntil = position + 1;
        }
    }

    void end(std::size_t position)
    {
        const std::string_view rest = m_text.substr(position);
        if (m_part == Part::LineComment && rest.front() == '\n') {
            m_part = Part::Code;
        } else if (m_part == Part::BlockComment && rest.starts_with("*/")) {
            finish(position + 2);
        } else if (m_part == Part::RawText && rest.starts_with(m_rawEnd)) {
            finish(position + m_rawEnd.size());
        } else if (m_part == Part::Text && rest.front() == '\\') {
            m_keepUntil = position + 2;
        } else if (m_part == Part::Text && rest.front() == m_quote) {
            finish(position + 1);
        }
    }

    void finish(std::size_t end)
    {
        m_keepUntil = end;
        m_endsHere = true;
    }

    bool isDigitSeparator(std::size_t position) const
    {
        return position > 0 && position + 1 < m_text.size()
            && std::isxdigit(static_cast<unsigned char>(m_text[position - 1])) != 0
            && std::isxdigit(static_cast<unsigned char>(m_text[position + 1])) != 0;
    }

    std::string_view m_text;
    Part m_part = Part::Code;
    std::size_t m_keepUntil = 0; ///< up to here the part cannot change
    bool m_endsHere = false; ///< at m_keepUntil, code begins again
    char m_quote = '"';
    std::string m_rawEnd;
};

template <class IsBlank>
std::string blanked(std::string_view text, IsBlank isBlank)
{
    Scanner scanner(text);
    std::string result(text);
    for (std::size_t position = 0; position < text.size(); ++position) {
        if (isBlank(scanner.at(position)) && text[position] != '\n') {
            result[position] = ' ';
        }
    }
    return result;
}

bool isComment(Part part)
{
    return part == Part::LineComment || part == Part::BlockComment;
}

} // namespace

std::string Source::folder() const
{
    return fs::path(path).parent_path().generic_string();
}

std::vector<Source> readSources(const fs::path &repository, const std::vector<std::string> &names)
{
    std::vector<Source> sources;
    const auto take = [&](const fs::path &path) {
        if (isText(path)) {
            sources.push_back({fs::relative(path, repository).generic_string(), readWhole(path)});
        }
    };
    for (const std::string &name : names) {
        if (fs::is_regular_file(repository / name)) {
            take(repository / name);
            continue;
        }
        if (!fs::is_directory(repository / name)) {
            continue;
        }
        for (const auto &entry : fs::recursive_directory_iterator(repository / name)) {
            if (entry.is_regular_file() && entry.path().string().find("__pycache__") == std::string::npos) {
                take(entry.path());
            }
        }
    }
    std::ranges::sort(sources, {}, &Source::path);
    return sources;
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string withoutComments(std::string_view text)
{
    return blanked(text, isComment);
}

std::string withoutCommentsAndLiterals(std::string_view text)
{
    return blanked(text, [](Part part) { return part != Part::Code; });
}

} // namespace quanke::lint
