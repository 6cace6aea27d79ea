#include "core/formats/writtendate.h"

#include "core/base/date.h"
#include "core/formats/typedtext.h"

#include <vector>

namespace quanke::formats {

namespace {

/// The runs of digits in a text, and whether only the given separators stand between them.
struct Numbers {
    std::vector<std::string_view> runs;
    bool clean = true;
};

Numbers numbersIn(std::string_view text, const std::vector<std::string_view> &separators)
{
    Numbers numbers;
    while (!text.empty()) {
        std::size_t length = 0;
        while (length < text.size() && isDigit(text[length])) {
            ++length;
        }
        if (length > 0) {
            numbers.runs.push_back(text.substr(0, length));
            text.remove_prefix(length);
            continue;
        }
        for (const std::string_view separator : separators) {
            if (text.starts_with(separator)) {
                length = separator.size();
                break;
            }
        }
        if (length == 0) {
            numbers.clean = false;
            return numbers;
        }
        text.remove_prefix(length);
    }
    return numbers;
}

/// Two digits, or nothing when it is longer than that.
std::string twoDigits(std::string_view digits)
{
    return digits.size() == 1 ? '0' + std::string(digits)
        : digits.size() == 2  ? std::string(digits)
                              : std::string();
}

std::string dateOf(const Numbers &numbers)
{
    if (!numbers.clean) {
        return {};
    }
    if (numbers.runs.size() == 1 && numbers.runs[0].size() == 8) {
        const auto all = numbers.runs[0];
        return std::string(all.substr(0, 4)) + '-' + std::string(all.substr(4, 2)) + '-'
            + std::string(all.substr(6));
    }
    if (numbers.runs.size() != 3 || numbers.runs[0].size() != 4) {
        return {};
    }
    const std::string month = twoDigits(numbers.runs[1]);
    const std::string day = twoDigits(numbers.runs[2]);
    return month.empty() || day.empty() ? std::string()
                                        : std::string(numbers.runs[0]) + '-' + month + '-' + day;
}

std::string timeOf(const Numbers &numbers)
{
    if (!numbers.clean || numbers.runs.size() != 2) {
        return {};
    }
    const std::string hour = twoDigits(numbers.runs[0]);
    const std::string minute = twoDigits(numbers.runs[1]);
    return hour.empty() || minute.empty() ? std::string() : hour + ':' + minute;
}

} // namespace

CheckOutcome checkDate(std::string_view text)
{
    if (parseDate(text)) {
        return std::nullopt;
    }
    const bool written = text.size() == 10 && text[4] == '-' && text[7] == '-' && areDigits(text.substr(0, 4))
        && areDigits(text.substr(5, 2)) && areDigits(text.substr(8, 2));
    return CheckFinding{written ? "date.exists" : "date.format"};
}

CheckOutcome checkLocalDateTime(std::string_view text)
{
    const bool written = text.size() == 16 && text[10] == 'T' && text[13] == ':'
        && areDigits(text.substr(11, 2)) && areDigits(text.substr(14, 2));
    const auto date = checkDate(text.substr(0, 10));
    if (!written || (date && date->messageKey == "date.format")) {
        return CheckFinding{"local-date-time.format"};
    }
    const bool exists = !date && text.substr(11, 2) < "24" && text.substr(14, 2) < "60";
    return exists ? CheckOutcome() : CheckOutcome(CheckFinding{"local-date-time.exists"});
}

std::string plainDate(std::string_view typed)
{
    const std::string text = halfWidth(typed);
    if (text == "长期") {
        return "9999-12-31";
    }
    const std::string date = dateOf(numbersIn(text, {"-", "/", ".", "年", "月", "日", " "}));
    return date.empty() ? text : date;
}

std::string plainLocalDateTime(std::string_view typed)
{
    const std::string text = halfWidth(typed);
    auto between = text.find('T');
    if (between == std::string::npos) {
        between = text.rfind(' ');
    }
    if (between == std::string::npos) {
        return text;
    }
    const std::string date =
        dateOf(numbersIn(text.substr(0, between), {"-", "/", ".", "年", "月", "日", " "}));
    const std::string time = timeOf(numbersIn(text.substr(between + 1), {":", "时", "点", "分"}));
    return date.empty() || time.empty() ? text : date + 'T' + time;
}

} // namespace quanke::formats
