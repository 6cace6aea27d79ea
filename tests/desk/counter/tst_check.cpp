#include "desk/common/banner.h"
#include "desk/counter/counterworkspace.h"
#include "desk/counter/session/casesession.h"
#include "desk/support/workdesk.h"

#include <QLabel>
#include <QTest>

using namespace quanke;
using namespace quanke::desk;
using quanke::test::WorkDesk;

/// The page on which everything is read once more before it is pushed.
class CheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOtherWindowsCaseIsToldWhileThePageIsRead()
    {
        WorkDesk desk(WorkDesk::clerk());
        CounterWorkspace counter(desk.context());
        WorkDesk::show(counter);
        counter.activate();
        auto &session = counter.session();
        QVERIFY(bool(session.begin("BUNDLE-HOTEL")));
        session.setValue({"operator/person.name", -1, {}}, "陈谷雨");
        session.setValue({"operator/person.idNo", -1, {}}, desk.file.applicant["idNo"]);
        counter.goTo(Step::Check);
        const auto *banner = counter.findChild<Banner *>(QStringLiteral("alikeBanner"));
        QVERIFY(!banner->isVisible());
        desk.follow();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(wordsIn(*banner).contains(QString::fromStdString(desk.file.number)));
        desk.follow(); // it comes again
        QVERIFY(banner->isVisible());
    }

private:
    static QString wordsIn(const QWidget &place)
    {
        QString words;
        for (const QLabel *label : place.findChildren<QLabel *>())
            words += label->text() + QLatin1Char('\n');
        return words;
    }
};

QTEST_MAIN(CheckTest)
#include "tst_check.moc"
