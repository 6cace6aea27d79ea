#pragma once

#include "desk/counter/session/counterpage.h"
#include "vault/outbox.h"

class QScrollArea;

namespace quanke::desk {

class ActionButton;
class BottomBar;
class CaseSession;
class NoticePreview;
class PaneHead;
class StatusLight;
class TransferView;
struct DeskContext;

/// Step 6: the receipt on screen, on paper and as PDF, how the case fares on its way to the hall, and the next
/// applicant.
class ReceiptPage : public CounterPage {
    Q_OBJECT
public:
    ReceiptPage(const DeskContext &context, CaseSession &session, QWidget *parent = nullptr);

    Step step() const override { return Step::Receipt; }
    QString title() const override;
    StepState state() const override;
    void enter() override;
    QList<QWidget *> panes() const override;
    bool goOn() override;

    const NoticePreview *preview() const { return m_preview; }

private:
    QWidget *makeSide();
    void makeFoot();
    void show();
    void showDueDates();
    void lookAtOutbox();
    void showSending(const std::vector<vault::OutboxEntry> &waiting);
    void showStored();

    const DeskContext &m_context;
    CaseSession &m_session;
    NoticePreview *m_preview;
    PaneHead *m_number;
    StatusLight *m_sending;
    TransferView *m_transfer;
    QScrollArea *m_dueDates;
    BottomBar *m_foot;
    QString m_shown; ///< the number of the case the page shows
};

} // namespace quanke::desk
