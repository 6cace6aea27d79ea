#pragma once

#include "core/base/result.h"

#include <memory>
#include <string>
#include <string_view>

namespace quanke::schema {

class Sequences;

/// A regular expression as JSON Schema means it: searched for anywhere in the text, UTF-8.
///
/// Most patterns of forms are an anchored row of character classes (`^[0-9]{6}([0-9]{6})?$`); those are
/// matched by a walk over the text, ten times quicker than a general engine. All others run on RE2, which
/// takes linear time whatever the pattern.
class Pattern {
public:
    /// Fails with profile.pattern ("pattern") where RE2 refuses it.
    static Result<std::shared_ptr<const Pattern>> compile(const std::string &text);
    ~Pattern();

    bool matches(std::string_view value) const;
    const std::string &text() const { return m_text; }
    /// No text with a control character in it can match.
    bool refusesControlCharacters() const;
    /// Matched by the walk, not by RE2.
    bool isSequence() const { return m_sequences != nullptr; }

private:
    explicit Pattern(std::string text);
    struct General;

    std::string m_text;
    std::unique_ptr<const Sequences> m_sequences;
    std::unique_ptr<const General> m_general;
};

} // namespace quanke::schema
