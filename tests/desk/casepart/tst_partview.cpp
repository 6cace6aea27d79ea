#include "desk/casepart/partview.h"
#include "desk/look/appearance.h"
#include "desk/support/workdesk.h"

#include <QApplication>
#include <QScrollArea>
#include <QTest>
#include <QVBoxLayout>

using namespace quanke;
using namespace quanke::desk;
using quanke::test::WorkDesk;

/// A part of a form to be read.
class PartViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { apply(*qApp, {Theme::Light, 100}); }

    void everyFieldStandsThereOnceAtAnyWidth()
    {
        // As on the check page: made before the page has its width, in a pane that scrolls.
        QScrollArea area;
        area.setWidgetResizable(true);
        auto *content = new QWidget(&area);
        auto *layout = new QVBoxLayout(content);
        auto *part = new PartView(content);
        part->show({{QString(),
            {{"operator/person.name", QStringLiteral("姓名"), QStringLiteral("陈谷雨")},
                {"operator/person.sex", QStringLiteral("性别"), QStringLiteral("女")}}}});
        layout->addWidget(part);
        layout->addStretch(1);
        area.setWidget(content);
        WorkDesk::show(area);
        for (const int width : {1200, 400, 900}) {
            area.resize(width, 400);
            QCOMPARE(part->findChildren<ValueLabel *>().size(), 2);
        }
    }
};

QTEST_MAIN(PartViewTest)
#include "tst_partview.moc"
