#pragma once

#include "desk/common/deskcontext.h"

#include <QObject>

#include <string>
#include <vector>

namespace quanke::vault {
struct DraftSummary;
}

namespace quanke::desk {

class CaseSession;

/// Which draft stands open at the counter, kept in the vault for as long as it does. Cleared when the case is
/// closed, filed, or the counter goes away in good order: what is found at the next sign-in was left by a
/// crash or a power cut. One taken up by itself is marked again when something of it is saved. The step and the field
/// stand in the draft itself. Holds a case id, nothing personal.
class OpenDraftMark : public QObject {
    Q_OBJECT
public:
    OpenDraftMark(const DeskContext &context, CaseSession &session, QObject *parent = nullptr);
    ~OpenDraftMark() override;

    /// Brings back the draft that the signed-in operator's last run left open, at its step; does nothing
    /// where there is none or another case has been opened meanwhile.
    void takeUp();

    /// The vault's setting that holds the case id; empty while nothing is open.
    static std::string settingOf(const std::string &operatorName);

Q_SIGNALS:
    void tookUp();

private:
    void write(const std::string &caseId);
    void restore(const std::string &caseId);

    const DeskContext &m_context;
    CaseSession &m_session;
    std::string m_setting;
    std::string m_written; ///< as far as this run knows
    bool m_takingUp = false;
};

} // namespace quanke::desk
