#include "desk/casepart/standing.h"

#include "core/base/clock.h"
#include "core/casework/calendar.h"
#include "core/catalogue/catalogue.h"
#include "desk/common/deskcontext.h"
#include "desk/common/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace quanke::desk {

namespace {

using casework::SubCase;
using casework::SubCaseState;

QString words(const char *text, int count = -1)
{
    return QCoreApplication::translate("quanke::desk::Standing", text, nullptr, count);
}

/// The graver, the greater.
int gravity(Light light)
{
    switch (light) {
    case Light::Overdue:
        return 4;
    case Light::DueSoon:
        return 3;
    case Light::WaitsForApplicant:
        return 2;
    case Light::OnTime:
        return 1;
    default:
        return 0;
    }
}

} // namespace

Standings::Standings(const DeskContext &context)
    : m_context(context)
{
}

QString Standings::nameOf(SubCaseState state) const
{
    switch (state) {
    case SubCaseState::Waiting:
        return words(QT_TRANSLATE_NOOP("quanke::desk::Standing", "Waits for another result"));
    case SubCaseState::Received:
        return words(QT_TRANSLATE_NOOP("quanke::desk::Standing", "Received, not yet accepted"));
    case SubCaseState::Correction:
        return words(QT_TRANSLATE_NOOP("quanke::desk::Standing", "Back with the applicant for correction"));
    case SubCaseState::Supplemented:
        return words(QT_TRANSLATE_NOOP("quanke::desk::Standing", "Supplemented, not yet accepted"));
    case SubCaseState::Accepted:
        return words(QT_TRANSLATE_NOOP("quanke::desk::Standing", "In review"));
    case SubCaseState::Refused:
        return words(QT_TRANSLATE_NOOP("quanke::desk::Standing", "Not accepted"));
    case SubCaseState::Approved:
        return words(QT_TRANSLATE_NOOP("quanke::desk::Standing", "Approved"));
    case SubCaseState::Denied:
        return words(QT_TRANSLATE_NOOP("quanke::desk::Standing", "Denied"));
    case SubCaseState::Issued:
        return words(QT_TRANSLATE_NOOP("quanke::desk::Standing", "Handed over"));
    }
    return {};
}

QString Standings::dayOf(const std::string &instant) const
{
    const auto moment = parseInstant(instant);
    return moment ? shortDate(dayInChina(*moment), dayInChina(m_context.clock.now())) : QString();
}

Standing Standings::running(std::optional<Date> due) const
{
    if (!due)
        return {Light::OnTime, words(QT_TRANSLATE_NOOP("quanke::desk::Standing", "No limit")), {}, {}};
    const Date today = dayInChina(m_context.clock.now());
    const int days = daysBetween(today, *due);
    if (days < 0)
        return {Light::Overdue,
            words(QT_TRANSLATE_N_NOOP("quanke::desk::Standing", "%n day(s) overdue"), -days), due, {}};
    if (days == 0)
        return {Light::DueSoon, words(QT_TRANSLATE_NOOP("quanke::desk::Standing", "Due today")), due, {}};
    const Date nextWorkingDay = m_context.calendar->addWorkingDays(today, 1).day;
    if (daysBetween(nextWorkingDay, *due) <= 0)
        return {Light::DueSoon,
            days == 1
                ? words(QT_TRANSLATE_NOOP("quanke::desk::Standing", "Due tomorrow"))
                : words(QT_TRANSLATE_NOOP("quanke::desk::Standing", "Due %1")).arg(shortDate(*due, today)),
            due, {}};
    return {Light::OnTime,
        words(QT_TRANSLATE_NOOP("quanke::desk::Standing", "Due %1")).arg(shortDate(*due, today)), due, {}};
}

/// Of a state in which no clock runs.
Standing Standings::ofState(SubCaseState state, const QString &day) const
{
    switch (state) {
    case SubCaseState::Waiting:
        return {Light::WaitsForResult, words(QT_TRANSLATE_NOOP("quanke::desk::Standing", "Waits")), {}, {}};
    case SubCaseState::Correction:
        return {Light::WaitsForApplicant,
            words(QT_TRANSLATE_NOOP("quanke::desk::Standing", "Awaits correction")), {}, {}};
    case SubCaseState::Refused:
        return {Light::Wrong,
            words(QT_TRANSLATE_NOOP("quanke::desk::Standing", "%1 not accepted")).arg(day).trimmed(), {}, {}};
    case SubCaseState::Denied:
        return {Light::Wrong,
            words(QT_TRANSLATE_NOOP("quanke::desk::Standing", "%1 denied")).arg(day).trimmed(), {}, {}};
    case SubCaseState::Issued:
        return {Light::Done,
            words(QT_TRANSLATE_NOOP("quanke::desk::Standing", "%1 issued")).arg(day).trimmed(), {}, {}};
    default:
        return {Light::Done,
            words(QT_TRANSLATE_NOOP("quanke::desk::Standing", "%1 decided")).arg(day).trimmed(), {}, {}};
    }
}

Standing Standings::of(const casework::CaseFile &file, const SubCase &subCase) const
{
    if (!subCase.blockedBy.empty())
        return {Light::InVain, words(QT_TRANSLATE_NOOP("quanke::desk::Standing", "Waits in vain")), {}, {}};
    const bool runs = subCase.state == SubCaseState::Received || subCase.state == SubCaseState::Supplemented
        || subCase.state == SubCaseState::Accepted;
    if (!runs)
        return ofState(subCase.state, dayOf(subCase.issuedAt.empty() ? subCase.decidedAt : subCase.issuedAt));
    const auto *matter = m_context.catalogue->matter(subCase.matter);
    const auto start = parseInstant(subCase.acceptedAt.empty() ? subCase.receivedAt : subCase.acceptedAt);
    if (!matter || !start)
        return running({});
    const auto limits = casework::limitsUnder(*matter, file.answers);
    const auto dueBy = [&](const catalogue::Limit &limit) -> std::optional<Date> {
        if (!limit.value)
            return {};
        return m_context.calendar->dueDate(dayInChina(*start), limit).day;
    };
    const auto lawful = dueBy(limits.statutory);
    const auto promised = dueBy(limits.committed);
    Standing standing = running(promised ? promised : lawful);
    standing.lawfulDue = lawful;
    return standing;
}

Standing Standings::of(const wire::WorkItem &item) const
{
    SubCaseState state = SubCaseState::Received;
    (void)casework::stateFromName(item.state, state);
    const bool runs = state == SubCaseState::Received || state == SubCaseState::Supplemented
        || state == SubCaseState::Accepted;
    return runs ? running(parseDate(item.due)) : ofState(state, {});
}

Standing Standings::of(const casework::CaseFile &file) const
{
    Standing worst{Light::Done, {}, {}, {}};
    int decided = 0;
    int overdue = 0;
    for (const auto &[matter, subCase] : file.subCases) {
        const Standing standing = of(file, subCase);
        decided += isDecided(subCase.state) || !subCase.blockedBy.empty() ? 1 : 0;
        overdue += standing.light == Light::Overdue ? 1 : 0;
        if (gravity(standing.light) > gravity(worst.light))
            worst = standing;
    }
    if (overdue > 0)
        worst.words = words(QT_TRANSLATE_N_NOOP("quanke::desk::Standing", "%n overdue"), overdue);
    else if (worst.light == Light::OnTime
        || (worst.light == Light::Done && decided < int(file.subCases.size())))
        worst = {Light::OnTime,
            words(QT_TRANSLATE_NOOP("quanke::desk::Standing", "%1/%2 decided"))
                .arg(decided)
                .arg(file.subCases.size()),
            worst.due, {}};
    else if (worst.light == Light::Done)
        worst.words = words(QT_TRANSLATE_NOOP("quanke::desk::Standing", "All decided"));
    return worst;
}

} // namespace quanke::desk
