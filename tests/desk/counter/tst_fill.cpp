#include "desk/common/labelline.h"
#include "desk/counter/fill/fillpage.h"
#include "desk/counter/fill/formview.h"
#include "desk/counter/fill/sectionview.h"
#include "desk/counter/session/casesession.h"
#include "desk/fields/fieldrow.h"
#include "desk/look/appearance.h"
#include "desk/shell/translations.h"
#include "desk/support/workdesk.h"
#include "desk/support/writing.h"
#include "support/await.h"

#include <QApplication>
#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QListView>
#include <QRadioButton>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace quanke;
using namespace quanke::desk;
using quanke::test::WorkDesk;

/// Filling in the one form: the real engine, the real vault, the hotel's definitions, by keyboard.
class FillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        installTranslations(*qApp, Language::Chinese);
        apply(*qApp, {Theme::Light, 100});
    }

    void init()
    {
        m_desk = std::make_unique<WorkDesk>(WorkDesk::clerk(), Language::Chinese);
        m_session = std::make_unique<CaseSession>(m_desk->context());
        m_page = std::make_unique<FillPage>(m_desk->context(), *m_session);
        QVERIFY(m_session->begin("BUNDLE-HOTEL"));
        WorkDesk::show(*m_page);
        m_page->enter();
    }

    void cleanup()
    {
        m_page.reset();
        m_session.reset();
        m_desk.reset();
    }

    void startsAtTheFirstField()
    {
        QTRY_COMPARE(QApplication::focusWidget(), name());
        test::write(name(), "陈谷雨");
        QCOMPARE(m_session->form().value("operator/person.name"), Json("陈谷雨"));
    }

    void enterGoesFromFieldToField()
    {
        QTRY_COMPARE(QApplication::focusWidget(), name());
        QTest::keyClick(name(), Qt::Key_Return);
        QCOMPARE(m_page->form()->currentKey(), std::string("operator/person.idType"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), idNo());
        QTest::keyClick(idNo(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(m_page->form()->currentKey(), std::string("operator/person.idType"));
    }

    /// Ticks are changed on another page while this one is still being built.
    void aFormThatIsNoMoreIsNotBuiltOn()
    {
        QVERIFY(!allSectionsAreBuilt());
        m_page->hide();
        QVERIFY(m_session->setTicked("HT-05", false));
        QVERIFY(m_page->form()->findChildren<SectionView *>().isEmpty());
        m_page->show();
        m_page->enter();
        QTRY_VERIFY(allSectionsAreBuilt());
        QVERIFY(!m_page->form()->findChildren<SectionView *>().isEmpty());
    }

    void checkDigitIsSaidOnceTheFieldIsLeft()
    {
        QVERIFY(m_page->form()->goTo("operator/person.idNo"));
        QTest::keyClicks(idNo(), QStringLiteral("409900198504200029"));
        QCOMPARE(messageOf("operator/person.idNo"), QString());
        QTest::keyClick(idNo(), Qt::Key_Return);
        QVERIFY2(messageOf("operator/person.idNo").startsWith(QStringLiteral("第18位校验码应为1")),
            qPrintable(messageOf("operator/person.idNo")));
        WorkDesk::keepPicture(*m_page, QStringLiteral("fill-error"));
        // It is gone with the key that makes it right, not only when the field is left again.
        idNo()->setFocus();
        idNo()->setCursorPosition(int(idNo()->text().size()));
        QTest::keyClick(idNo(), Qt::Key_Backspace);
        QTest::keyClick(idNo(), Qt::Key_1);
        QCOMPARE(messageOf("operator/person.idNo"), QString());
        QCOMPARE(m_session->form().value("operator/person.idNo"), Json("409900198504200021"));
    }

    void anErrorMovesNothing()
    {
        QTRY_VERIFY(allSectionsAreBuilt());
        QVERIFY(m_page->form()->goTo("operator/person.idNo"));
        const auto places = [this] {
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            QList<QRect> all;
            for (const FieldRow *row : m_page->form()->findChildren<FieldRow *>()) {
                all.append(row->geometry());
                all.append(row->editor()->widget()->geometry());
                all.append(row->label()->geometry());
            }
            for (const char *part : {"sidePane", "outlinePane", "whyScrollArea", "problemPane"}) {
                const auto *widget = m_page->findChild<QWidget *>(QLatin1String(part));
                all.append(QRect(widget->mapTo(m_page.get(), QPoint(0, 0)), widget->size()));
            }
            return all;
        };
        const QList<QRect> before = places();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("409900198504200029"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(!messageOf("operator/person.idNo").isEmpty());
        auto *problems = m_page->findChild<QListView *>(QStringLiteral("problemListView"));
        QTRY_COMPARE(problems->model()->rowCount(), 1);
        QCOMPARE(places(), before);
        QVERIFY(m_page->form()->goTo("operator/person.idNo"));
        idNo()->selectAll();
        QTest::keyClicks(idNo(), QStringLiteral("409900198504200021"));
        QTest::keyClick(idNo(), Qt::Key_Return);
        QCOMPARE(messageOf("operator/person.idNo"), QString());
        QTRY_COMPARE(problems->model()->rowCount(), 0);
        QCOMPARE(places(), before);
        // Nor does the pane move from a field with much to say to one with little.
        QVERIFY(m_page->form()->goTo("operator/person.mobile"));
        QCOMPARE(places(), before);
    }

    void theIdNumberFillsBirthAndSex()
    {
        type("operator/person.idNo", "409900198504200021");
        QCOMPARE(m_session->form().value("operator/person.birthDate"), Json("1985-04-20"));
        QCOMPARE(m_session->form().value("operator/person.sex"), Json("2"));
        QCOMPARE(m_session->sourceOf("operator/person.birthDate").kind, std::string("derived"));
        QCOMPARE(m_page->form()->rowOf("operator/person.birthDate")->editor()->value(), Json("1985-04-20"));
        // Another number for the same person: what came from the first follows.
        QVERIFY(m_page->form()->goTo("operator/person.idNo"));
        idNo()->selectAll();
        QTest::keyClicks(idNo(), QStringLiteral("409900198504210035"));
        QCOMPARE(m_session->form().value("operator/person.sex"), Json("1"));
        QCOMPARE(m_session->form().value("operator/person.birthDate"), Json("1985-04-21"));
        // It comes back with its source after a kill.
        QTest::keyClick(idNo(), Qt::Key_Return);
        const auto draft = test::awaited(m_desk->vault().draft(m_session->caseId()));
        QVERIFY(bool(draft));
        QCOMPARE(draft->values.value("operator/person.birthDate", std::string()), std::string("1985-04-21"));
        QCOMPARE(
            draft->sources["operator/person.birthDate"].value("kind", std::string()), std::string("derived"));
    }

    void whatAnotherPersonsNumberSaidGoesWithIt()
    {
        type("operator/person.idNo", "409900198504200021");
        QCOMPARE(m_session->form().value("operator/person.birthDate"), Json("1985-04-20"));
        choose("operator/person.idType", "414");
        QVERIFY(m_session->form().value("operator/person.birthDate").is_null());
        QVERIFY(m_session->form().value("operator/person.sex").is_null());
        QVERIFY(m_page->form()->rowOf("operator/person.birthDate")->editor()->value().is_null());
        choose("operator/person.idType", "111");
        QCOMPARE(m_session->form().value("operator/person.birthDate"), Json("1985-04-20"));
    }

    void whatTheClerkTypedIsNotOverwritten()
    {
        choose("operator/person.sex", "1");
        type("operator/person.idNo", "409900198504200021");
        QCOMPARE(m_session->form().value("operator/person.sex"), Json("1"));
        QCOMPARE(m_session->form().value("operator/person.birthDate"), Json("1985-04-20"));
        QVERIFY(m_page->form()->goTo("operator/person.birthDate"));
        auto *birth = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(birth);
        birth->selectAll();
        QTest::keyClicks(birth, QStringLiteral("19850422"));
        QTest::keyClick(birth, Qt::Key_Return);
        QCOMPARE(m_session->sourceOf("operator/person.birthDate").kind, std::string());
        QVERIFY(m_page->form()->goTo("operator/person.idNo"));
        idNo()->selectAll();
        QTest::keyClicks(idNo(), QStringLiteral("409900198504210035"));
        QCOMPARE(m_session->form().value("operator/person.birthDate"), Json("1985-04-22"));
    }

    void usualValuesStandThereAlready()
    {
        QCOMPARE(m_session->form().value("operator/person.idType"), Json("111"));
        QCOMPARE(m_session->sourceOf("operator/person.idType").kind, std::string("preset"));
    }

    void aUsualValueThatWasTakenOutStaysOut()
    {
        m_session->setValue({"operator/person.idType", -1, {}}, Json());
        const std::string last = m_session->composition().ticked.back();
        QVERIFY(m_session->setTicked(last, false));
        QVERIFY(m_session->setTicked(last, true));
        QCOMPARE(m_session->form().value("operator/person.idType"), Json());
    }

    void numbersAreReadInGroups()
    {
        QVERIFY(m_page->form()->goTo("operator/person.idNo"));
        QTest::keyClicks(idNo(), QStringLiteral("409900 19850420 0021"));
        QTest::keyClick(idNo(), Qt::Key_Return);
        QCOMPARE(idNo()->text(), QStringLiteral("409900 19850420 0021"));
        QCOMPARE(m_session->form().value("operator/person.idNo"), Json("409900198504200021"));
    }

    void theNextProblemIsOneKeyAway()
    {
        QVERIFY(m_page->form()->goTo("operator/person.mobile"));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("1380000001"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(m_page->form()->goTo("hotel/hotel.rooms"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F8);
        QCOMPARE(m_page->form()->currentKey(), std::string("operator/person.mobile"));
        auto *problems = m_page->findChild<QListView *>(QStringLiteral("problemListView"));
        QTRY_COMPARE(problems->model()->rowCount(), 1);
    }

    void checkingSaysWhatIsMissing()
    {
        QCOMPARE(messageOf("operator/person.name"), QString());
        QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!messageOf("operator/person.name").isEmpty());
        QCOMPARE(m_page->form()->currentKey(), std::string("operator/person.name"));
    }

    void anAnswerShowsAndHidesFields()
    {
        QVERIFY(!m_session->form().isRelevant("agent/person.name"));
        QVERIFY(m_page->form()->goTo("operator/person.name"));
        test::write(name(), "陈谷雨");
        QVERIFY(m_session->setAnswer("agentUsed", "yes"));
        QVERIFY(m_session->form().isRelevant("agent/person.name"));
        QVERIFY(m_page->form()->goTo("agent/person.name"));
        QCOMPARE(name()->text(), QStringLiteral("陈谷雨"));
        QVERIFY(m_session->setAnswer("agentUsed", "no"));
        QVERIFY(!m_page->form()->goTo("agent/person.name"));
    }

    void whatAnAnswerFillsIsNotTyped()
    {
        QVERIFY(m_page->form()->rowOf("premises/premises.tenure")
            || m_page->form()->goTo("premises/premises.tenure"));
        const FieldRow *row = m_page->form()->rowOf("premises/premises.tenure");
        QVERIFY(row->isReadOnly());
        QCOMPARE(row->editor()->value(), Json("lease"));
    }

    void whatAnotherMatterBringsSaysSo()
    {
        QVERIFY(m_session->isProvided("org/org.uscc"));
        QVERIFY(m_page->form()->goTo("org/org.name"));
        QVERIFY(m_page->form()->rowOf("org/org.uscc")->isReadOnly());
    }

    void comesBackAtTheSameField()
    {
        QTRY_COMPARE(QApplication::focusWidget(), name());
        test::write(name(), "陈谷雨");
        QTest::keyClick(name(), Qt::Key_Return);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        const std::string caseId = m_session->caseId();
        // As after a kill: another session, the same vault.
        const auto draft = test::awaited(m_desk->vault().draft(caseId));
        QVERIFY2(bool(draft), draft ? "" : draft.failure().key.c_str());
        CaseSession again(m_desk->context());
        FillPage page(m_desk->context(), again);
        QVERIFY(again.restore(*draft));
        QCOMPARE(again.form().value("operator/person.name"), Json("陈谷雨"));
        WorkDesk::show(page);
        page.enter();
        QTRY_COMPARE(page.form()->currentKey(), std::string("operator/person.idNo"));
    }

    void everyKindOfFieldTakesItsValue()
    {
        choose("operator/person.idType", "111");
        type("hotel/hotel.rooms", "１８");
        QCOMPARE(m_session->form().value("hotel/hotel.rooms"), Json(18));
        type("premises/premises.areaM2", "360.5");
        QCOMPARE(m_session->form().value("premises/premises.areaM2"), Json(360.5));
        type("hotel/hotel.openOn", "20261218");
        QCOMPARE(m_session->form().value("hotel/hotel.openOn"), Json("2026-12-18"));
        QVERIFY(m_page->form()->goTo("hotel/hotel.foreignGuests"));
        FieldRow *row = m_page->form()->rowOf("hotel/hotel.foreignGuests");
        QTest::mouseClick(row->findChild<QRadioButton *>(QStringLiteral("falseRadioButton")), Qt::LeftButton);
        QCOMPARE(m_session->form().value("hotel/hotel.foreignGuests"), Json(false));
    }

    void everyPartHasANameForThoseWhoCannotSee()
    {
        for (const FieldRow *row : m_page->form()->findChildren<FieldRow *>()) {
            QVERIFY(!row->editor()->widget()->accessibleName().isEmpty());
            QVERIFY(!row->editor()->widget()->objectName().isEmpty());
            QVERIFY(row->label()->buddy());
        }
    }

    void looksAsItShould()
    {
        type("operator/person.name", "陈谷雨");
        type("operator/person.idNo", "409900198504200021");
        type("hotel/hotel.rooms", "18");
        WorkDesk::keepPicture(*m_page, QStringLiteral("fill-light"));
        apply(*qApp, {Theme::Dark, 100});
        WorkDesk::keepPicture(*m_page, QStringLiteral("fill-dark"));
        apply(*qApp, {Theme::Light, 100});
        m_page->resize(1852, 1036);
        WorkDesk::keepPicture(*m_page, QStringLiteral("fill-1920"));
    }

private:
    QLineEdit *line(const char *name) { return m_page->findChild<QLineEdit *>(QLatin1String(name)); }
    QLineEdit *name() { return line("operator_person_nameLineEdit"); }
    QLineEdit *idNo() { return line("operator_person_idNoLineEdit"); }

    bool allSectionsAreBuilt() const
    {
        const auto sections = m_page->form()->findChildren<SectionView *>();
        return std::all_of(sections.begin(), sections.end(),
            [](const SectionView *section) { return section->isBuilt() || section->isHidden(); });
    }

    QString messageOf(const char *key) { return m_page->form()->rowOf(key)->message(); }

    void type(const char *key, const char *text)
    {
        QVERIFY2(m_page->form()->goTo(key), key);
        test::write(QApplication::focusWidget(), text);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }

    void choose(const char *key, const char *code)
    {
        QVERIFY(m_page->form()->goTo(key));
        m_page->form()->rowOf(key)->editor()->show(Json(code));
        Q_EMIT m_page->form()->rowOf(key)->editor()->edited();
        QCOMPARE(m_session->form().value(key), Json(code));
    }

    std::unique_ptr<WorkDesk> m_desk;
    std::unique_ptr<CaseSession> m_session;
    std::unique_ptr<FillPage> m_page;
};

QTEST_MAIN(FillTest)
#include "tst_fill.moc"
