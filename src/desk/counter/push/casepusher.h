#pragma once

#include "core/base/result.h"
#include "vault/outbox.h"

#include <QObject>

#include <vector>

namespace quanke::desk {

class CaseSession;
struct DeskContext;

/// Turns the case in hand into a case.submit in the vault's outbox: number first, then the operation and the filing
/// of the draft in one step. Once `filed` is told the case survives a killed process and a power cut.
class CasePusher : public QObject {
    Q_OBJECT
public:
    CasePusher(const DeskContext &context, CaseSession &session, QObject *parent = nullptr);

    bool isBusy() const { return m_busy; }
    void push();

Q_SIGNALS:
    void filed(const QString &number, const QString &operationId);
    /// Nothing has been filed; the draft is as it was.
    void failed(const quanke::Failure &failure);

private:
    void file(const std::string &number);
    std::vector<vault::NewOperation> attestations() const;
    void fail(const Failure &failure);

    const DeskContext &m_context;
    CaseSession &m_session;
    bool m_busy = false;
};

} // namespace quanke::desk
