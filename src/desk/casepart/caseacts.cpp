#include "desk/casepart/caseacts.h"

#include "core/base/clock.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/words.h"
#include "vault/vault.h"
#include "vault/whenready.h"

#include <algorithm>

namespace quanke::desk {

CaseActs::CaseActs(const DeskContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    connect(&context.vault, &vault::Vault::outboxChanged, this, &CaseActs::refresh);
    refresh();
}

std::optional<Failure> CaseActs::objection(const casework::CaseFile &file, const WantedAct &act) const
{
    casework::Operation operation;
    operation.kind = act.kind;
    operation.caseId = file.id;
    operation.actor = m_context.session.person().name;
    operation.environment = file.environment;
    operation.at = toText(m_context.clock.now());
    operation.body = act.body;
    const auto applied = casework::apply(*m_context.catalogue, &file, operation, m_context.session.actor());
    if (!applied)
        return applied.failure();
    const auto checked =
        casework::checkContent(*m_context.catalogue, &file, operation, dayInChina(m_context.clock.now()));
    return checked ? std::nullopt : std::optional(checked.failure());
}

void CaseActs::perform(const casework::CaseFile &file, const WantedAct &act)
{
    if (const auto wrong = objection(file, act)) {
        Q_EMIT failed(*wrong);
        return;
    }
    const QString caseId = fromText(file.id);
    whenReady(m_context.vault.enqueue({act.kind, file.id, act.body, act.title.toStdString(), act.documents,
                  file.environment, file.head, m_context.session.window().toStdString()}),
        this, [this, caseId](const Result<casework::Operation> &operation) {
            if (operation)
                Q_EMIT queued(caseId);
            else
                Q_EMIT failed(operation.failure());
        });
}

std::vector<vault::OutboxEntry> CaseActs::waiting(const std::string &caseId) const
{
    std::vector<vault::OutboxEntry> own;
    std::copy_if(m_waiting.begin(), m_waiting.end(), std::back_inserter(own),
        [&caseId](const vault::OutboxEntry &entry) { return entry.caseId == caseId; });
    return own;
}

bool CaseActs::hasHandled(const casework::CaseFile &file) const
{
    return casework::hasWorkedOnContent(file, m_context.session.person().name);
}

void CaseActs::refresh()
{
    whenReady(m_context.vault.outbox(), this, [this](const Result<std::vector<vault::OutboxEntry>> &entries) {
        if (!entries)
            return;
        m_waiting = *entries;
        Q_EMIT waitingChanged();
    });
}

} // namespace quanke::desk
