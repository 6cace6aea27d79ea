#include "desk/common/deskcontext.h"
#include "desk/counter/documents/documentspage.h"
#include "desk/counter/documents/materiallist.h"
#include "journeys/tour/casedrawing.h"
#include "journeys/tour/journey.h"
#include "journeys/tour/reviewer.h"
#include "support/await.h"
#include "support/sampledocuments.h"
#include "vault/vault.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QFile>
#include <QLabel>
#include <QSet>
#include <QTest>
#include <QToolTip>

using namespace quanke;
using namespace quanke::journeys;
using casework::SubCaseState;

namespace {

/// Qt would show it bold and short, wherever it is asked to guess.
const QString mark = QStringLiteral("<b>x&amp;");

/// How the text is written where an ampersand before a letter names its key.
const QString asButton = QStringLiteral("<b>x&&amp;");

} // namespace

/// What people type stands on every screen as they typed it.
class MarkupJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatLooksLikeMarkupIsShownAsItIs()
    {
        QVERIFY(Qt::mightBeRichText(mark));
        m_journey.begin();
        DeskDriver &desk = *m_journey.desk;
        desk.signIn(QStringLiteral("wangxm"), test::TestGateway::password());
        lookAtADraftOfThatName(desk);
        CounterStory story(desk, withMark());
        for (const StoryStep &step : story.steps()) {
            step.act();
            if (step.name == QStringLiteral("fill"))
                mistypeAName(desk);
            if (step.name == QStringLiteral("documents"))
                handInUnderThatName(desk);
            look(step.name);
        }
        desk.deliver();
        CaseDrawing drawing(desk, story.number());
        drawing.open();
        drawing.choose("NB-03", SubCaseState::Waiting);
        look(QStringLiteral("cases"));
        Reviewer reviewer(desk, story.number());
        reviewer.signIn("NB-03");
        reviewer.open("NB-03");
        look(QStringLiteral("part"));
        reviewer.openDocument();
        look(QStringLiteral("document"));
        QCOMPARE(m_misread, QStringList());
        for (const char *screen : {"drafts", "documents", "part"})
            QVERIFY2(m_shownOn.contains(QString::fromLatin1(screen)), screen);
    }

    void aTipIsShownAsItIs()
    {
        QToolTip::showText(QPoint(10, 10), mark);
        QLabel *tip = nullptr;
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->inherits("QTipLabel"))
                tip = qobject_cast<QLabel *>(widget);
        }
        QVERIFY(tip);
        QCOMPARE(tip->text(), mark);
        QVERIFY(tip->textFormat() == Qt::PlainText);
    }

    void cleanupTestCase() { QCOMPARE(m_journey.leaks(), QStringList()); }

private:
    CounterStory::Setup withMark() const
    {
        auto setup = newbornWithFive(m_journey.documentFolder());
        for (const char *key : {"mother/person.idAddress", "father/person.idAddress", "birth/birth.place",
                 "hukou/hukou.address", "vacc/vacc.clinic"})
            setup.values[key] = (QStringLiteral("石桥村") + mark).toStdString();
        return setup;
    }

    /// A name is no name with it, and stands among the drafts all the same.
    void lookAtADraftOfThatName(DeskDriver &desk)
    {
        vault::Draft draft;
        draft.caseId = "0193a001-0000-7000-8000-000000000001";
        draft.title = (QStringLiteral("出生  何") + mark).toStdString();
        draft.bundle = "BUNDLE-NEWBORN";
        draft.step = "fill";
        QVERIFY(bool(test::awaited(desk.desk().context().vault.saveDraft(draft))));
        desk.find<QAbstractButton>("draftButton");
        look(QStringLiteral("drafts"));
    }

    void mistypeAName(DeskDriver &desk)
    {
        const char *key = "newborn/person.name";
        desk.fillField(key, (QStringLiteral("何") + mark).toStdString());
        look(QStringLiteral("problems"));
        desk.fillField(key, withMark().values[key]);
    }

    void handInUnderThatName(DeskDriver &desk)
    {
        const QString path = m_journey.documentFolder() + QLatin1Char('/') + mark + QStringLiteral(".pdf");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(support::pdfOf(mark, 1));
        file.close();
        auto &intake = desk.window()->findChild<desk::DocumentsPage *>()->intake();
        intake.add(desk.find<desk::MaterialList>("materialListView")->rows().front().id, {path});
        desk.waitFor(QStringLiteral("the document"), [&intake] { return !intake.isBusy(); });
    }

    void look(const QString &screen)
    {
        const auto widgets = m_journey.desk->window()->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            if (!widget->isVisible())
                continue;
            take(screen, widget->accessibleName(), true);
            if (auto *label = qobject_cast<QLabel *>(widget))
                take(screen, label->text(), label->textFormat() == Qt::PlainText);
            else if (auto *button = qobject_cast<QAbstractButton *>(widget))
                take(screen, button->text(), !button->text().remove(asButton).contains(mark));
            else if (auto *view = qobject_cast<QAbstractItemView *>(widget); view && view->model())
                lookInto(screen, *view->model());
        }
    }

    /// Lists draw plain text alone.
    void lookInto(const QString &screen, const QAbstractItemModel &model)
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column)
                take(screen, model.index(row, column).data().toString(), true);
        }
    }

    void take(const QString &screen, const QString &text, bool isPlain)
    {
        if (text.contains(mark) || text.contains(asButton))
            m_shownOn.insert(screen);
        if (!isPlain && !text.isEmpty())
            m_misread.append(screen + QStringLiteral(": ") + text);
    }

    Journey m_journey;
    QSet<QString> m_shownOn;
    QStringList m_misread;
};

QTEST_MAIN(MarkupJourney)
#include "tst_markup.moc"
