#include "desk/casepart/unfinishedwork.h"

#include "vault/vault.h"
#include "vault/whenready.h"

#include <algorithm>

namespace quanke::desk {

UnfinishedWork::UnfinishedWork(vault::Vault &vault, std::string kind, QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_kind(std::move(kind))
{
}

UnfinishedWork::~UnfinishedWork()
{
    write();
}

UnfinishedWork::Opened UnfinishedWork::begin(
    const std::string &caseId, const std::string &matter, const std::string &stage)
{
    const Place place{caseId, matter, stage};
    if (place == m_place)
        return Opened::Same;
    write();
    m_place = place;
    m_state = State::Looking;
    const quint64 opening = ++m_opening;
    whenReady(m_vault.unfinished(caseId, matter, m_kind), this, [this, opening](const Result<Json> &kept) {
        if (opening != m_opening)
            return;
        m_state = State::AtHand;
        if (m_next)
            write();
        else if (kept && kept->is_object() && kept->value("stage", std::string()) == m_place.stage)
            Q_EMIT brought(kept->value("content", Json()));
    });
    return Opened::Other;
}

/// One at a time: with a slow disk what comes in between is passed over for what comes last.
void UnfinishedWork::keep(const Json &content)
{
    if (m_state == State::Looking && content.is_null())
        return;
    m_next = content.is_null() ? Json() : Json{{"stage", m_place.stage}, {"content", content}};
    if (m_state == State::AtHand)
        write();
}

void UnfinishedWork::write()
{
    if (!m_next)
        return;
    m_state = State::Writing;
    const auto writing = m_vault.keepUnfinished(m_place.caseId, m_place.matter, m_kind, *m_next);
    m_next.reset();
    whenReady(writing, this, [this, opening = m_opening](const Result<Done> &kept) {
        if (!kept)
            Q_EMIT failed(kept.failure());
        if (opening != m_opening)
            return;
        m_state = State::AtHand;
        write();
    });
}

int roundOf(const casework::CaseFile &file, const std::string &matter)
{
    return int(
        std::count_if(file.history.begin(), file.history.end(), [&](const casework::Operation &operation) {
            return operation.kind == "subcase.supplement" && operation.body.value("matter", "") == matter;
        }));
}

} // namespace quanke::desk
