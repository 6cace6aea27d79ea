#include "core/schema/pattern.h"

#include "core/schema/sequences.h"

#include <re2/re2.h>

namespace quanke::schema {

struct Pattern::General {
    explicit General(const std::string &text)
        : expression(text, RE2::Quiet)
    {
    }
    RE2 expression;
};

Pattern::Pattern(std::string text)
    : m_text(std::move(text))
{
}

Pattern::~Pattern() = default;

Result<std::shared_ptr<const Pattern>> Pattern::compile(const std::string &text)
{
    std::shared_ptr<Pattern> pattern(new Pattern(text));
    if (auto sequences = Sequences::read(text)) {
        pattern->m_sequences = std::make_unique<const Sequences>(std::move(*sequences));
        return std::shared_ptr<const Pattern>(pattern);
    }
    auto general = std::make_unique<const General>(text);
    if (!general->expression.ok()) {
        return Failure{"profile.pattern", {{"pattern", text}}, general->expression.error()};
    }
    pattern->m_general = std::move(general);
    return std::shared_ptr<const Pattern>(pattern);
}

bool Pattern::matches(std::string_view value) const
{
    return m_sequences
        ? m_sequences->match(value)
        : RE2::PartialMatch(re2::StringPiece(value.data(), value.size()), m_general->expression);
}

bool Pattern::refusesControlCharacters() const
{
    return m_sequences && m_sequences->refusesControlCharacters();
}

} // namespace quanke::schema
