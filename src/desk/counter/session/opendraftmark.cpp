#include "desk/counter/session/opendraftmark.h"

#include "desk/common/desksession.h"
#include "desk/counter/session/casesession.h"
#include "vault/vault.h"
#include "vault/whenready.h"

#include <algorithm>

namespace quanke::desk {

OpenDraftMark::OpenDraftMark(const DeskContext &context, CaseSession &session, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_session(session)
    , m_setting(settingOf(context.session.person().name))
{
    connect(&session, &CaseSession::opened, this, [this] {
        if (!m_takingUp)
            write(m_session.caseId());
    });
    // Somebody works on it: it did not stop the desk.
    connect(&session, &CaseSession::saved, this, [this] {
        if (m_session.isOpen() && m_session.number().isEmpty())
            write(m_session.caseId());
    });
    connect(&session, &CaseSession::closed, this, [this] { write({}); });
    connect(&session, &CaseSession::stepChanged, this, [this] {
        if (!m_session.number().isEmpty())
            write({});
    });
}

OpenDraftMark::~OpenDraftMark()
{
    write({});
}

std::string OpenDraftMark::settingOf(const std::string &operatorName)
{
    return "open-draft/" + operatorName;
}

void OpenDraftMark::write(const std::string &caseId)
{
    if (m_written == caseId)
        return;
    m_written = caseId;
    (void)m_context.vault.setSetting(m_setting, QByteArray::fromStdString(caseId));
}

void OpenDraftMark::takeUp()
{
    whenReady(m_context.vault.setting(m_setting), this, [this](const Result<QByteArray> &marked) {
        if (!marked || marked->isEmpty())
            return;
        m_written = marked->toStdString();
        // Only what is still a draft: it may have been filed with the last thing that was done.
        whenReady(m_context.vault.drafts(), this,
            [this, caseId = m_written](const Result<std::vector<vault::DraftSummary>> &drafts) {
                const bool kept = drafts
                    && std::any_of(drafts->begin(), drafts->end(), [&](const vault::DraftSummary &draft) {
                           return draft.caseId == caseId && !draft.damaged && !draft.handedOver;
                       });
                if (m_session.isOpen())
                    return;
                // Before it is touched: a draft that brings the desk down does so once, not at every sign-in.
                write({});
                if (kept)
                    restore(caseId);
            });
    });
}

void OpenDraftMark::restore(const std::string &caseId)
{
    whenReady(m_context.vault.draft(caseId), this, [this](const Result<vault::Draft> &draft) {
        if (m_session.isOpen())
            return;
        if (!draft)
            return;
        m_takingUp = true;
        const Result<Done> restored = m_session.restore(*draft);
        m_takingUp = false;
        if (restored)
            Q_EMIT tookUp();
    });
}

} // namespace quanke::desk
