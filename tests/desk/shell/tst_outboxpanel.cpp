#include "desk/look/appearance.h"
#include "desk/shell/outboxpanel.h"
#include "desk/support/workdesk.h"
#include "support/await.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QMessageBox>
#include <QTest>

#include <algorithm>

using namespace quanke;
using namespace quanke::desk;
using quanke::test::awaited;
using quanke::test::WorkDesk;

/// What waits and what was refused, and what a clerk can do about it.
class OutboxPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { apply(*qApp, {Theme::Light, 100}); }

    void whatWasRefusedIsGivenUpKnowingly()
    {
        WorkDesk desk(WorkDesk::clerk());
        desk.link = WorkDesk::Link::Down;
        QWidget window;
        OutboxPanel panel(desk.context(), &window);
        WorkDesk::show(window);
        vault::NewOperation handOver;
        handOver.kind = "case.handOver";
        handOver.caseId = "0193a001-0000-7000-8000-000000000001";
        handOver.title = "Handed over: QS-1";
        handOver.body = {{"window", "3"}, {"clerk", "liqihe"}, {"reason", "r"}};
        const auto queued = awaited(desk.vault().enqueue(handOver));
        QVERIFY(bool(queued));
        QVERIFY(bool(awaited(desk.vault().markRefused(queued->id, {"case.unknown-clerk"}))));
        panel.openBelow(&window);
        QTRY_VERIFY(panel.findChild<QAbstractButton *>(QStringLiteral("giveUpButton")));
        const auto isSaidWhole = [&panel] {
            const auto labels = panel.findChildren<QLabel *>(); // the rows are made anew
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
                return label->text().startsWith(QStringLiteral("Nobody of that name goes on with cases"))
                    && label->height() >= label->heightForWidth(label->width());
            });
        };
        QTRY_VERIFY(isSaidWhole());
        WorkDesk::keepPicture(panel, QStringLiteral("refused"));
        panel.findChild<QAbstractButton *>(QStringLiteral("giveUpButton"))->click();
        auto *box = window.findChild<QMessageBox *>(QStringLiteral("giveUpMessageBox"));
        QVERIFY(box && box->informativeText().startsWith(QStringLiteral("Handed over: QS-1")));
        QCOMPARE(awaited(desk.vault().outbox())->size(), std::size_t(1)); // not yet
        box->findChild<QAbstractButton *>(QStringLiteral("giveUpConfirmButton"))->click();
        QTRY_VERIFY(awaited(desk.vault().outbox())->empty());
    }
};

QTEST_MAIN(OutboxPanelTest)
#include "tst_outboxpanel.moc"
