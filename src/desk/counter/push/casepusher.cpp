#include "desk/counter/push/casepusher.h"

#include "core/base/clock.h"
#include "core/casework/casesubmission.h"
#include "core/catalogue/catalogue.h"
#include "desk/common/deskcontext.h"
#include "desk/common/desksession.h"
#include "desk/common/words.h"
#include "desk/counter/session/casesession.h"
#include "vault/vault.h"

namespace quanke::desk {

CasePusher::CasePusher(const DeskContext &context, CaseSession &session, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_session(session)
{
}

void CasePusher::push()
{
    if (m_busy || !m_session.isOpen() || !m_session.number().isEmpty())
        return;
    m_busy = true;
    whenReady(
        m_context.vault.caseNumber(m_session.caseId()), this, [this](const Result<std::string> &number) {
            if (number)
                file(*number);
            else
                fail(number.failure());
        });
}

void CasePusher::file(const std::string &number)
{
    const Date today = dayInChina(m_context.clock.now());
    Json handings = Json::array();
    for (const handover::Handing &handing : m_session.snapshot().handings)
        handings.push_back({{"actor", handing.actor}, {"window", handing.window}, {"at", handing.at}});
    auto submission = casework::makeCaseSubmission(*m_context.catalogue, m_session.composition(),
        {number, m_context.formsDigest, m_context.session.window().toStdString(), m_session.form().values(),
            handings},
        today);
    if (!submission) {
        fail(submission.failure());
        return;
    }
    vault::NewOperation operation;
    operation.kind = "case.submit";
    operation.caseId = m_session.caseId();
    operation.body = std::move(submission->body);
    operation.title = m_session.snapshot().title;
    operation.documents = std::move(submission->documents);
    whenReady(m_context.vault.enqueue(std::move(operation), attestations()), this,
        [this, number](const Result<casework::Operation> &queued) {
            if (!queued) {
                fail(queued.failure());
                return;
            }
            m_busy = false;
            m_session.markFiled(fromText(number));
            Q_EMIT filed(fromText(number), fromText(queued->id));
        });
}

/// The clerk's "original seen" per document; each is an act of its own, behind the case in the outbox.
std::vector<vault::NewOperation> CasePusher::attestations() const
{
    std::vector<vault::NewOperation> all;
    for (const form::ComposedMaterial &material : m_session.composition().materials) {
        if (!m_session.isAttested(material.id))
            continue;
        const auto *known = m_context.catalogue->material(material.id);
        const QString name = known ? textOf(known->name, m_context.language) : fromText(material.id);
        for (const Json &reference : m_session.form().value(material.id)) {
            vault::NewOperation operation;
            operation.kind = "document.attest";
            operation.caseId = m_session.caseId();
            operation.body = {
                {"sha256", reference.value("sha256", std::string())}, {"statement", "original-seen"}};
            operation.title = tr("Original seen: %1").arg(name).toStdString();
            all.push_back(std::move(operation));
        }
    }
    return all;
}

void CasePusher::fail(const Failure &failure)
{
    m_busy = false;
    Q_EMIT failed(failure);
}

} // namespace quanke::desk
