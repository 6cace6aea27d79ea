#pragma once

#include "core/casework/casefile.h"
#include "core/wire/protocol.h"
#include "desk/look/light.h"

#include <QString>

#include <optional>

namespace quanke::desk {

struct DeskContext;

/// How a sub-case stands against its clocks: its light, the words beside it, its dates.
struct Standing {
    Light light = Light::OnTime;
    QString words; ///< "due 11-27", "1 day overdue", "decided 11-24"
    std::optional<Date> due; ///< by the limit that was promised, else by law; none where no limit binds
    std::optional<Date> lawfulDue; ///< by law
};

/// Works out how matters stand today. The clock runs from acceptance, before it from receipt, and rests while
/// the applicant or another matter's result is awaited.
class Standings {
public:
    explicit Standings(const DeskContext &context);

    Standing of(const casework::CaseFile &file, const casework::SubCase &subCase) const;
    Standing of(const wire::WorkItem &item) const;
    /// Of the whole case: the worst of its matters, or how many are done.
    Standing of(const casework::CaseFile &file) const;

    QString nameOf(casework::SubCaseState state) const;

private:
    Standing running(std::optional<Date> due) const;
    Standing ofState(casework::SubCaseState state, const QString &day) const;
    QString dayOf(const std::string &instant) const;

    const DeskContext &m_context;
};

} // namespace quanke::desk
