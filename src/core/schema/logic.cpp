#include "core/schema/logic.h"

#include "core/schema/logicreader.h"
#include "core/schema/utf8.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace quanke::schema {

namespace {

std::optional<std::string_view> textOf(const LogicValue &value)
{
    if (const auto *view = std::get_if<std::string_view>(&value)) {
        return *view;
    }
    const auto *text = std::get_if<std::string>(&value);
    return text ? std::optional<std::string_view>(*text) : std::nullopt;
}

bool isTrue(const LogicValue &value)
{
    if (const auto text = textOf(value)) {
        return !text->empty();
    }
    if (const auto *number = std::get_if<double>(&value)) {
        return *number != 0 && !std::isnan(*number);
    }
    const auto *truth = std::get_if<bool>(&value);
    return truth && *truth;
}

/// NaN where it is no number.
double numberOf(const LogicValue &value)
{
    if (const auto *number = std::get_if<double>(&value)) {
        return *number;
    }
    if (const auto *truth = std::get_if<bool>(&value)) {
        return *truth ? 1 : 0;
    }
    const auto text = textOf(value);
    if (!text) {
        return std::nan("");
    }
    double number = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    return error == std::errc() && end == text->data() + text->size() ? number : std::nan("");
}

LogicValue numberOrNothing(double number)
{
    return std::isfinite(number) ? LogicValue(number) : LogicValue();
}

LogicValue valueOf(const Json &value)
{
    switch (value.type()) {
    case Json::value_t::boolean:
        return value.get<bool>();
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
    case Json::value_t::number_float:
        return value.get<double>();
    case Json::value_t::string:
        return std::string_view(value.get_ref<const std::string &>());
    case Json::value_t::array:
    case Json::value_t::object:
        return !value.empty();
    default:
        return {};
    }
}

bool areEqual(const LogicValue &left, const LogicValue &right, bool strictly)
{
    const bool nothing =
        std::holds_alternative<std::monostate>(left) || std::holds_alternative<std::monostate>(right);
    if (nothing) {
        return left.index() == right.index();
    }
    const auto leftText = textOf(left);
    const auto rightText = textOf(right);
    if (leftText && rightText) {
        return *leftText == *rightText;
    }
    if (strictly && (leftText || rightText || left.index() != right.index())) {
        return false;
    }
    return numberOf(left) == numberOf(right);
}

/// Less than zero, zero, more than zero; nothing where the two cannot be compared.
std::optional<int> compare(const LogicValue &left, const LogicValue &right)
{
    const auto leftText = textOf(left);
    const auto rightText = textOf(right);
    if (leftText && rightText) {
        return leftText->compare(*rightText);
    }
    const double first = numberOf(left);
    const double second = numberOf(right);
    if (std::isnan(first) || std::isnan(second)) {
        return std::nullopt;
    }
    return first < second ? -1 : first > second ? 1 : 0;
}

bool isCitizenId(std::string_view text)
{
    const auto isDigit = [](char character) { return character >= '0' && character <= '9'; };
    return (text.size() == 18 || text.size() == 15)
        && std::all_of(
            text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.size() == 18 ? 17 : 15), isDigit);
}

LogicValue birthDateOf(const LogicValue &value)
{
    const auto id = textOf(value);
    if (!id || !isCitizenId(*id)) {
        return {};
    }
    const bool isLong = id->size() == 18;
    std::string date = "19YY-MM-DD";
    id->copy(isLong ? date.data() : date.data() + 2, isLong ? 4 : 2, 6);
    id->copy(date.data() + 5, 2, isLong ? 10 : 8);
    id->copy(date.data() + 8, 2, isLong ? 12 : 10);
    return parseDate(date) ? LogicValue(std::move(date)) : LogicValue();
}

LogicValue sexOf(const LogicValue &value)
{
    const auto id = textOf(value);
    if (!id || !isCitizenId(*id)) {
        return {};
    }
    const char order = id->at(id->size() == 18 ? 16 : 14);
    return std::string_view((order - '0') % 2 == 1 ? "1" : "2");
}

/// The same day so many months earlier, the month's last where it has no such day.
LogicValue monthsBefore(const LogicValue &value, const LogicValue &months)
{
    const auto text = textOf(value);
    const auto date = text ? parseDate(*text) : std::nullopt;
    const double count = numberOf(months);
    if (!date || !(std::abs(count) < 12000)) {
        return {};
    }
    const Date moved = *date - std::chrono::months(static_cast<int>(count));
    return toText(moved.ok() ? moved : Date(moved.year() / moved.month() / std::chrono::last));
}

std::string joinable(const LogicValue &value)
{
    if (const auto text = textOf(value)) {
        return std::string(*text);
    }
    return std::holds_alternative<std::monostate>(value) ? std::string() : toJson(value).dump();
}

LogicValue partOf(std::string_view text, double from, std::optional<double> length)
{
    const auto count = static_cast<double>(countCharacters(text));
    const double begin = std::clamp(from < 0 ? count + from : from, 0.0, count);
    const double rest = count - begin;
    const double taken = std::clamp(length ? (*length < 0 ? rest + *length : *length) : rest, 0.0, rest);
    std::string part;
    for (double at = 0; !text.empty(); ++at) {
        const auto decoded = decodeFirst(text);
        if (at >= begin && at < begin + taken) {
            part += text.substr(0, decoded.length);
        }
        text.remove_prefix(decoded.length);
    }
    return part;
}

class Evaluation {
public:
    Evaluation(std::span<const Json *const> values, Date today)
        : m_values(values)
        , m_today(today)
    {
    }

    LogicValue of(const Logic::Term &term) const
    {
        switch (term.operation) {
        case LogicOperator::Constant:
            return term.constant;
        case LogicOperator::Variable:
            return ofVariable(term);
        case LogicOperator::List:
            return !term.operands.empty();
        case LogicOperator::Missing:
            return std::ranges::any_of(
                term.operands, [&](const auto &name) { return !m_values[name.variable]; });
        case LogicOperator::Not:
            return !isTrue(of(term.operands[0]));
        case LogicOperator::Truth:
            return isTrue(of(term.operands[0]));
        case LogicOperator::And:
        case LogicOperator::Or:
            return ofAndOr(term);
        case LogicOperator::If:
            return ofIf(term);
        case LogicOperator::In:
            return ofIn(term);
        case LogicOperator::Join:
            return ofJoin(term);
        case LogicOperator::Part:
            return ofPart(term);
        case LogicOperator::Today:
            return toText(m_today);
        case LogicOperator::BirthDate:
            return birthDateOf(of(term.operands[0]));
        case LogicOperator::Sex:
            return sexOf(of(term.operands[0]));
        case LogicOperator::MonthsBefore:
            return monthsBefore(of(term.operands[0]), of(term.operands[1]));
        default:
            return term.operation < LogicOperator::Not ? LogicValue(ofComparison(term)) : ofArithmetic(term);
        }
    }

private:
    LogicValue ofVariable(const Logic::Term &term) const
    {
        const Json *value = m_values[term.variable];
        return value ? valueOf(*value) : term.operands.empty() ? LogicValue() : of(term.operands[0]);
    }

    bool ofComparison(const Logic::Term &term) const
    {
        const LogicValue left = of(term.operands[0]);
        const LogicValue right = of(term.operands[1]);
        switch (term.operation) {
        case LogicOperator::Equal:
            return areEqual(left, right, false);
        case LogicOperator::StrictlyEqual:
            return areEqual(left, right, true);
        case LogicOperator::Unequal:
            return !areEqual(left, right, false);
        case LogicOperator::StrictlyUnequal:
            return !areEqual(left, right, true);
        default:
            break;
        }
        if (!isOrdered(term.operation, left, right)) {
            return false;
        }
        return term.operands.size() < 3 || isOrdered(term.operation, right, of(term.operands[2]));
    }

    static bool isOrdered(LogicOperator operation, const LogicValue &left, const LogicValue &right)
    {
        const auto order = compare(left, right);
        switch (operation) {
        case LogicOperator::Less:
            return order && *order < 0;
        case LogicOperator::LessOrEqual:
            return order && *order <= 0;
        case LogicOperator::Greater:
            return order && *order > 0;
        default:
            return order && *order >= 0;
        }
    }

    LogicValue ofAndOr(const Logic::Term &term) const
    {
        LogicValue value;
        for (const auto &operand : term.operands) {
            value = of(operand);
            if (isTrue(value) == (term.operation == LogicOperator::Or)) {
                break;
            }
        }
        return value;
    }

    LogicValue ofIf(const Logic::Term &term) const
    {
        std::size_t at = 0;
        for (; at + 1 < term.operands.size(); at += 2) {
            if (isTrue(of(term.operands[at]))) {
                return of(term.operands[at + 1]);
            }
        }
        return at < term.operands.size() ? of(term.operands[at]) : LogicValue();
    }

    LogicValue ofIn(const Logic::Term &term) const
    {
        const LogicValue wanted = of(term.operands[0]);
        const auto &where = term.operands[1];
        const auto isWanted = [&](const LogicValue &value) { return areEqual(wanted, value, true); };
        if (where.operation == LogicOperator::List) {
            return std::ranges::any_of(where.operands, [&](const auto &item) { return isWanted(of(item)); });
        }
        if (where.operation == LogicOperator::Variable && m_values[where.variable]
            && m_values[where.variable]->is_array()) {
            return std::ranges::any_of(
                *m_values[where.variable], [&](const Json &item) { return isWanted(valueOf(item)); });
        }
        const LogicValue whole = of(where);
        const auto text = textOf(whole);
        const auto part = textOf(wanted);
        return text && part && text->find(*part) != std::string_view::npos;
    }

    LogicValue ofJoin(const Logic::Term &term) const
    {
        std::string joined;
        for (const auto &operand : term.operands) {
            joined += joinable(of(operand));
        }
        return joined;
    }

    LogicValue ofPart(const Logic::Term &term) const
    {
        const LogicValue whole = of(term.operands[0]);
        const auto text = textOf(whole);
        const double from = numberOf(of(term.operands[1]));
        const double length = term.operands.size() > 2 ? numberOf(of(term.operands[2])) : 0;
        if (!text || std::isnan(from) || std::isnan(length)) {
            return {};
        }
        return partOf(*text, from, term.operands.size() > 2 ? std::optional(length) : std::nullopt);
    }

    LogicValue ofArithmetic(const Logic::Term &term) const
    {
        double result = numberOf(of(term.operands[0]));
        if (term.operands.size() == 1) {
            return numberOrNothing(term.operation == LogicOperator::Subtract ? -result : result);
        }
        for (std::size_t i = 1; i < term.operands.size(); ++i) {
            const double next = numberOf(of(term.operands[i]));
            switch (term.operation) {
            case LogicOperator::Add:
                result += next;
                break;
            case LogicOperator::Subtract:
                result -= next;
                break;
            case LogicOperator::Multiply:
                result *= next;
                break;
            case LogicOperator::Divide:
                result /= next;
                break;
            case LogicOperator::Least:
                result = std::isnan(next) ? next : std::min(result, next);
                break;
            default:
                result = std::isnan(next) ? next : std::max(result, next);
                break;
            }
        }
        return numberOrNothing(result);
    }

    std::span<const Json *const> m_values;
    Date m_today;
};

} // namespace

Logic::Logic() = default;
Logic::Logic(Logic &&) noexcept = default;
Logic &Logic::operator=(Logic &&) noexcept = default;
Logic::~Logic() = default;

Result<Logic> Logic::read(const Json &rule)
{
    return LogicReader().read(rule);
}

LogicValue Logic::evaluate(std::span<const Json *const> values, Date today) const
{
    return Evaluation(values, today).of(*m_term);
}

bool Logic::canSay(std::span<const Json *const> values) const
{
    return std::ranges::all_of(m_needed, [&](std::uint16_t variable) { return values[variable] != nullptr; });
}

bool Logic::holds(std::span<const Json *const> values, Date today) const
{
    return isTrue(evaluate(values, today));
}

Json toJson(const LogicValue &value)
{
    constexpr double exact = 9007199254740992.0; // 2^53
    if (const auto text = textOf(value)) {
        return std::string(*text);
    }
    if (const auto *truth = std::get_if<bool>(&value)) {
        return *truth;
    }
    const auto *number = std::get_if<double>(&value);
    if (!number) {
        return nullptr;
    }
    const bool whole = std::trunc(*number) == *number && std::abs(*number) < exact;
    return whole ? Json(static_cast<std::int64_t>(*number)) : Json(*number);
}

} // namespace quanke::schema
