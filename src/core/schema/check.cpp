#include "core/schema/check.h"

#include "core/schema/utf8.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace quanke::schema {

namespace {

std::uint8_t typesOf(const Json &value)
{
    switch (value.type()) {
    case Json::value_t::null:
        return types::null;
    case Json::value_t::boolean:
        return types::boolean;
    case Json::value_t::object:
        return types::object;
    case Json::value_t::array:
        return types::array;
    case Json::value_t::string:
        return types::string;
    case Json::value_t::number_float: {
        const auto number = value.get<double>();
        return std::trunc(number) == number ? types::integer | types::number : types::number;
    }
    default:
        return types::integer | types::number;
    }
}

long double numberOf(const Json &value)
{
    switch (value.type()) {
    case Json::value_t::number_unsigned:
        return static_cast<long double>(value.get<std::uint64_t>());
    case Json::value_t::number_integer:
        return static_cast<long double>(value.get<std::int64_t>());
    default:
        return static_cast<long double>(value.get<double>());
    }
}

bool isMultiple(const Json &value, const Json &of)
{
    if (value.is_number_integer() && of.is_number_integer()) {
        return std::fmod(numberOf(value), numberOf(of)) == 0;
    }
    const double quotient = value.get<double>() / of.get<double>();
    return std::isfinite(quotient) && std::trunc(quotient) == quotient;
}

bool hasScale(const Json &value, int scale)
{
    if (value.is_number_integer()) {
        return true;
    }
    static constexpr std::array powers{1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12};
    const double shifted = value.get<double>() * powers.at(static_cast<std::size_t>(scale));
    return std::abs(shifted - std::round(shifted)) <= 1e-9 * std::max(1.0, std::abs(shifted));
}

constexpr std::uint64_t eachByte = 0x0101010101010101;

/// A set top bit for a byte below `limit` (of 128 at most); bytes above such a one may have theirs set as well.
constexpr std::uint64_t bytesBelow(std::uint64_t word, unsigned limit)
{
    return (word - eachByte * limit) & ~word & eachByte * 0x80;
}

/// Whether any byte may be part of a control character, eight bytes at a time.
bool isSuspicious(std::string_view text)
{
    std::uint64_t found = 0;
    const auto look = [&](const char *at, std::size_t count) {
        std::uint64_t word = eachByte * ' ';
        std::memcpy(&word, at, count);
        found |= bytesBelow(word, 0x20) | bytesBelow(word ^ eachByte * 0x7F, 1)
            | bytesBelow(word ^ eachByte * 0xC2, 1);
    };
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        look(text.data() + at, 8);
    }
    look(text.data() + at, text.size() - at);
    return found != 0;
}

bool hasControlCharacter(std::string_view text, bool multiline)
{
    if (!isSuspicious(text)) {
        return false;
    }
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const bool isLineEnd = byte == '\n' || byte == '\r';
        const bool isSecondBlock =
            byte == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
        if ((byte < 0x20 && !(multiline && isLineEnd)) || byte == 0x7F || isSecondBlock) {
            return true;
        }
    }
    return false;
}

bool isEmpty(const Json &value)
{
    return value.is_null() || (value.is_string() && value.get_ref<const std::string &>().empty())
        || (value.is_structured() && value.empty());
}

struct Spot {
    int row = -1;
    const std::string *column = nullptr;
    std::string_view documentType = citizenIdCard;
};

enum class Mode { Silent, Listing };

/// Silent stops at the first thing wrong and knows the standard only.
template <Mode mode>
class Checker {
public:
    Checker(const CheckContext &context, std::vector<Finding> *findings)
        : m_context(context)
        , m_findings(findings)
    {
    }

    bool check(const Node &node, const Json &value, const Spot &spot)
    {
        bool valid = !node.never || fail(Keyword::False, node, spot);
        valid = ((typesOf(value) & node.types) != 0 || fail(Keyword::Type, node, spot)) && valid;
        if (mode == Mode::Silent && !valid) {
            return false;
        }
        valid = checkKind(node, value, spot) && valid;
        if (node.choices && !node.choices->contains(value)) {
            valid = fail(Keyword::Enum, node, spot);
        }
        if (node.constant && *node.constant != value) {
            valid = fail(Keyword::Const, node, spot);
        }
        if (node.branches && (mode == Mode::Listing || valid)) {
            valid = checkBranches(node, value, spot) && valid;
        }
        if constexpr (mode == Mode::Listing) {
            checkAssertions(node, value, spot);
        }
        return valid;
    }

private:
    /// Out of line: what is rare must not take registers from what runs for every value.
    [[gnu::noinline, gnu::cold]] bool fail(Keyword keyword, const Node &node, const Spot &spot)
    {
        if constexpr (mode == Mode::Listing) {
            m_findings->push_back({keyword, Severity::Error, spot.row, spot.column, &node});
        }
        return false;
    }

    /// What depends on the type of the value.
    bool checkKind(const Node &node, const Json &value, const Spot &spot)
    {
        switch (value.type()) {
        case Json::value_t::string:
            return checkText(node, value.get_ref<const std::string &>(), spot);
        case Json::value_t::number_integer:
        case Json::value_t::number_unsigned:
        case Json::value_t::number_float:
            return !node.number || checkNumber(node, value, spot);
        case Json::value_t::array:
            return !node.array || checkArray(node, value, spot);
        case Json::value_t::object:
            return !node.object || checkObject(node, value, spot);
        default:
            return true;
        }
    }

    bool checkText(const Node &node, const std::string &text, const Spot &spot)
    {
        bool valid = true;
        if (text.size() < std::size_t{4} * node.minLength && countCharacters(text) < node.minLength) {
            valid = fail(Keyword::MinLength, node, spot);
        }
        if (text.size() > node.maxLength && countCharacters(text) > node.maxLength) {
            valid = fail(Keyword::MaxLength, node, spot);
        }
        const bool matches = !node.pattern || node.pattern->matches(text);
        if (!matches) {
            valid = fail(Keyword::Pattern, node, spot);
        }
        if constexpr (mode == Mode::Listing) {
            checkOurText(node, text, spot, matches);
        }
        return valid;
    }

    void checkOurText(const Node &node, const std::string &text, const Spot &spot, bool matches)
    {
        const bool cannotHaveThem = node.pattern && matches && node.pattern->refusesControlCharacters();
        if (m_context.controlCharacters == ControlCharacters::Refused && !cannotHaveThem
            && hasControlCharacter(text, node.multiline)) {
            fail(Keyword::ControlCharacters, node, spot);
        }
        if (!node.format) {
            return;
        }
        auto found = formats::runNamedCheck(
            *node.format, text, {spot.documentType, m_context.today, m_context.divisions});
        if (found) {
            m_findings->push_back({Keyword::Format, found->severity, spot.row, spot.column, &node, nullptr,
                std::move(found->messageKey), std::move(found->arguments)});
        }
    }

    bool checkNumber(const Node &node, const Json &value, const Spot &spot)
    {
        const NumberRules &rules = *node.number;
        const long double number = numberOf(value);
        bool valid = true;
        if (rules.minimum && number < *rules.minimum) {
            valid = fail(Keyword::Minimum, node, spot);
        }
        if (rules.maximum && number > *rules.maximum) {
            valid = fail(Keyword::Maximum, node, spot);
        }
        if (rules.exclusiveMinimum && number <= *rules.exclusiveMinimum) {
            valid = fail(Keyword::ExclusiveMinimum, node, spot);
        }
        if (rules.exclusiveMaximum && number >= *rules.exclusiveMaximum) {
            valid = fail(Keyword::ExclusiveMaximum, node, spot);
        }
        if (rules.multipleOf && !isMultiple(value, *rules.multipleOf)) {
            valid = fail(Keyword::MultipleOf, node, spot);
        }
        if (mode == Mode::Listing && rules.scale && !hasScale(value, *rules.scale)) {
            valid = fail(Keyword::Scale, node, spot);
        }
        return valid;
    }

    bool checkArray(const Node &node, const Json &value, const Spot &spot)
    {
        const ArrayRules &rules = *node.array;
        bool valid = value.size() >= rules.minItems || fail(Keyword::MinItems, node, spot);
        valid = (value.size() <= rules.maxItems || fail(Keyword::MaxItems, node, spot)) && valid;
        valid = (!rules.unique || !hasDuplicates(value) || fail(Keyword::UniqueItems, node, spot)) && valid;
        valid =
            (!rules.nothingMore || value.size() <= rules.prefix.size() || fail(Keyword::Items, node, spot))
            && valid;
        for (std::size_t i = 0; i < value.size() && (mode == Mode::Listing || valid); ++i) {
            const Node *item = i < rules.prefix.size() ? rules.prefix[i] : rules.items;
            if (item) {
                const Spot below{spot.row < 0 && !spot.column ? static_cast<int>(i) : spot.row, spot.column};
                valid = check(*item, value[i], below) && valid;
            }
        }
        return valid;
    }

    bool checkObject(const Node &node, const Json &value, const Spot &spot)
    {
        const auto &members = value.get_ref<const Json::object_t &>();
        auto member = members.begin();
        bool valid = true;
        for (const PropertyRule &rule : node.object->properties) {
            int order = -1;
            while (member != members.end() && (order = member->first.compare(rule.name)) < 0) {
                ++member;
            }
            const bool isThere = member != members.end() && order == 0;
            const std::string *column = spot.column ? spot.column : &rule.name;
            if (!isThere && rule.required) {
                valid = fail(Keyword::Required, node, {spot.row, column});
            } else if (isThere && rule.node) {
                valid =
                    check(*rule.node, member->second, {spot.row, column, documentTypeIn(members, *rule.node)})
                    && valid;
            }
            if (mode == Mode::Silent && !valid) {
                return false;
            }
        }
        return checkDependents(node, members, spot) && valid;
    }

    bool checkDependents(const Node &node, const Json::object_t &members, const Spot &spot)
    {
        bool valid = true;
        for (const auto &[name, wanted] : node.object->dependentRequired) {
            if (!members.contains(name)) {
                continue;
            }
            for (const std::string &other : wanted) {
                if (!members.contains(other)) {
                    valid = fail(
                        Keyword::DependentRequired, node, {spot.row, spot.column ? spot.column : &other});
                }
            }
        }
        return valid;
    }

    /// In a row the document's type is the member that the element's last word names.
    static std::string_view documentTypeIn(const Json::object_t &members, const Node &node)
    {
        if (node.typedBy.empty()) {
            return citizenIdCard;
        }
        const auto found = members.find(node.typedBy.substr(node.typedBy.rfind('.') + 1));
        return found != members.end() && found->second.is_string()
            ? std::string_view(found->second.get_ref<const std::string &>())
            : citizenIdCard;
    }

    bool checkBranches(const Node &node, const Json &value, const Spot &spot)
    {
        const BranchRules &rules = *node.branches;
        bool valid = true;
        for (const Node *part : rules.all) {
            valid = check(*part, value, spot) && valid;
        }
        for (const auto &alternatives : rules.any) {
            if (std::ranges::none_of(
                    alternatives, [&](const Node *part) { return satisfies(*part, value); })) {
                valid = fail(Keyword::AnyOf, node, spot);
            }
        }
        if (rules.one && rules.one->count(value) != 1) {
            valid = fail(Keyword::OneOf, node, spot);
        }
        for (const Node *part : rules.none) {
            if (satisfies(*part, value)) {
                valid = fail(Keyword::Not, node, spot);
            }
        }
        if (rules.condition) {
            const Node *branch = satisfies(*rules.condition, value) ? rules.then : rules.otherwise;
            valid = (!branch || check(*branch, value, spot)) && valid;
        }
        return valid;
    }

    void checkAssertions(const Node &node, const Json &value, const Spot &spot)
    {
        if (node.assertions.empty() || isEmpty(value)) {
            return;
        }
        for (const Assertion &assertion : node.assertions) {
            if (!holds(assertion.logic, value)) {
                m_findings->push_back(
                    {Keyword::Assert, assertion.severity, spot.row, spot.column, &node, &assertion});
            }
        }
    }

    /// A rule of a single value sees that value, by the empty name, and nothing else.
    bool holds(const Logic &logic, const Json &value) const
    {
        const auto &variables = logic.variables();
        const Json *const alone = &value;
        if (variables.size() == 1 && variables.front().empty()) {
            return !logic.canSay({&alone, 1}) || logic.holds({&alone, 1}, m_context.today);
        }
        std::vector<const Json *> values(variables.size(), nullptr);
        for (std::size_t i = 0; i < values.size(); ++i) {
            values[i] = variables[i].empty() ? &value : nullptr;
        }
        return !logic.canSay(values) || logic.holds(values, m_context.today);
    }

    const CheckContext &m_context;
    std::vector<Finding> *m_findings;
};

} // namespace

bool isSame(const Finding &left, const Finding &right)
{
    const auto nameOf = [](const std::string *column) {
        return column ? std::string_view(*column) : std::string_view();
    };
    const auto idOf = [](const Finding &finding) {
        return finding.assertion ? std::string_view(finding.assertion->id) : std::string_view();
    };
    return left.keyword == right.keyword && left.row == right.row
        && nameOf(left.column) == nameOf(right.column) && idOf(left) == idOf(right)
        && left.messageKey == right.messageKey && left.severity == right.severity;
}

bool satisfies(const Node &node, const Json &value)
{
    static constexpr CheckContext nothing;
    return Checker<Mode::Silent>(nothing, nullptr).check(node, value, {});
}

void check(const Node &node, const Json &value, const CheckContext &context, std::vector<Finding> &findings)
{
    Checker<Mode::Listing>(context, &findings).check(node, value, {-1, nullptr, context.documentType});
}

void checkRow(const Node &node, const Json &row, int number, const CheckContext &context,
    std::vector<Finding> &findings)
{
    Checker<Mode::Listing>(context, &findings).check(node, row, {number, nullptr, citizenIdCard});
}

} // namespace quanke::schema
