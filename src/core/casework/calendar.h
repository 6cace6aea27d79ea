#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/catalogue/definitions.h"

#include <map>
#include <set>
#include <string>

namespace quanke::casework {

/// The working days of the People's Republic: Monday to Friday except the State Council's days off, plus its
/// make-up days (办公厅 notices). Built from forms/calendar/*.json.
class Calendar {
public:
    /// The texts of the calendar files by path, named by their year ("2026.json"; other files are passed
    /// over); see forms/schema/calendar.schema.json. Fails: calendar.malformed ("path").
    static Result<Calendar> load(const std::map<std::string, std::string> &files);

    bool isWorkingDay(Date day) const;

    struct Due {
        Date day;
        bool provisional = false; ///< reaches into a year whose days are not announced yet
    };
    /// The start day is not counted (民法典 §201). Zero working days means the same day.
    Due addWorkingDays(Date start, int count) const;
    /// By the limit's unit; calendar limits that end on a day off move to the next working day (§203). A
    /// limit without a value is none: ask only where there is one.
    Due dueDate(Date start, const catalogue::Limit &limit) const;

    /// That of the last announced year, printed beside every date ("2026.1").
    const std::string &version() const { return m_version; }

private:
    bool isAnnounced(Date day) const;

    std::map<std::chrono::sys_days, bool> m_exceptions; ///< day → working or not
    std::set<int> m_announcedYears;
    std::string m_version;
};

/// The limit that binds under these answers: the variant's whose condition holds, else the matter's own.
struct Limits {
    catalogue::CaseType caseType = catalogue::CaseType::Committed;
    catalogue::Limit statutory;
    catalogue::Limit committed;
};
Limits limitsUnder(const catalogue::Matter &matter, const std::map<std::string, std::string> &answers);

} // namespace quanke::casework
