#include "desk/casepart/caselist.h"
#include "desk/casepart/partview.h"
#include "desk/common/elidedlabel.h"
#include "desk/counter/find/draftrow.h"
#include "desk/counter/session/casesession.h"
#include "desk/look/appearance.h"
#include "desk/support/workdesk.h"
#include "desk/workspaces.h"
#include "support/await.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QHelpEvent>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>
#include <QToolTip>

#include <memory>

using namespace quanke;
using namespace quanke::desk;
using test::WorkDesk;

/// Who stands behind the clerk, and who is handed the list, reads no names and no numbers of people: lists, titles,
/// tool tips, what a screen reader calls a thing and what a box asks hold the first character of a name alone.
class MaskedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { apply(*qApp, {Theme::Light, 100}); }

    void cases()
    {
        WorkDesk desk(WorkDesk::clerk());
        desk.follow();
        const auto workspace = open(desk, "cases");
        QTRY_COMPARE(list(*workspace)->model()->rowCount(), 1);
        QTRY_VERIFY(number(*workspace)->text().endsWith(fromApplicant(desk))); // the case in hand
        QVERIFY(list(*workspace)->current()->detail.endsWith(QStringLiteral("陈**")));
        QCOMPARE(unmasked(*workspace, desk), QStringList());
    }

    void review()
    {
        WorkDesk desk(WorkDesk::approver("market-regulation"));
        desk.follow();
        const auto workspace = open(desk, "approve");
        QTRY_COMPARE(list(*workspace)->model()->rowCount(), 1);
        QCOMPARE(list(*workspace)->current()->title, QStringLiteral("陈**"));
        workspace->findChild<QLineEdit *>(QStringLiteral("workSearchLineEdit"))->setText(fromApplicant(desk));
        QCOMPARE(list(*workspace)->model()->rowCount(), 1); // found by the whole name
        auto *refuse = workspace->findChild<QRadioButton *>(QStringLiteral("refuseRadioButton"));
        QTRY_VERIFY(refuse->isVisible());
        refuse->click();
        workspace->findChild<QPlainTextEdit *>(QStringLiteral("reasonPlainTextEdit"))
            ->setPlainText(QStringLiteral("不属于本机关职权"));
        button(*workspace, "decideButton")->click();
        confirmsMasked(*workspace, desk);
    }

    void handingOver()
    {
        WorkDesk desk(WorkDesk::issueClerk());
        desk.approve(
            "HT-01", {{"org/org.uscc", "92409900MA0QK01A70"}, {"org/org.establishedOn", "2026-11-21"}});
        desk.follow();
        const auto workspace = open(desk, "issue");
        QTRY_COMPARE(list(*workspace)->model()->rowCount(), 1);
        QTRY_VERIFY(button(*workspace, "handOverButton")->isVisible());
        QCOMPARE(list(*workspace)->current()->title, QStringLiteral("陈**"));
        workspace->findChild<QLineEdit *>(QStringLiteral("collectorIdLineEdit"))
            ->insert(QStringLiteral("409900198504200021"));
        workspace->findChild<QLineEdit *>(QStringLiteral("collectorMobileLineEdit"))
            ->insert(QStringLiteral("13800000012"));
        workspace->findChild<QCheckBox *>(QStringLiteral("idCheckedCheckBox"))->click();
        QTRY_VERIFY(button(*workspace, "handOverButton")->isEnabled());
        button(*workspace, "handOverButton")->click();
        confirmsMasked(*workspace, desk);
    }

    void drafts()
    {
        WorkDesk desk(WorkDesk::clerk());
        CaseSession session(desk.context());
        QVERIFY(bool(session.begin("BUNDLE-HOTEL")));
        session.setValue({"operator/person.name", -1, {}}, fromApplicant(desk).toStdString());
        QVERIFY(bool(test::awaited(desk.vault().saveDraft(session.snapshot()))));
        session.close();
        const auto workspace = open(desk, "counter");
        QTRY_VERIFY(workspace->findChild<DraftRow *>());
        QVERIFY(workspace->findChild<DraftRow *>()->accessibleName().endsWith(QStringLiteral("陈**")));
        QCOMPARE(unmasked(*workspace, desk), QStringList());
    }

private:
    static std::unique_ptr<Workspace> open(WorkDesk &desk, const char *id)
    {
        for (const WorkspaceEntry &entry : allWorkspaces(desk.context())) {
            if (entry.id == QLatin1String(id)) {
                std::unique_ptr<Workspace> made(entry.make(nullptr));
                WorkDesk::show(*made);
                made->activate();
                return made;
            }
        }
        return {};
    }

    /// The box that asks, and what then stands in the outbox.
    static void confirmsMasked(const Workspace &workspace, WorkDesk &desk)
    {
        QTRY_VERIFY(workspace.findChild<QMessageBox *>());
        QVERIFY(workspace.findChild<QMessageBox *>()->text().contains(QStringLiteral("陈**")));
        QCOMPARE(unmasked(workspace, desk), QStringList());
        button(workspace, "confirmButton")->click();
        QTRY_COMPARE(desk.outboxKinds().size(), std::size_t(1));
        const auto waiting = test::awaited(desk.vault().outbox());
        QVERIFY(QString::fromStdString(waiting->front().title).endsWith(QStringLiteral("陈**")));
    }

    /// Each name, number and telephone of the case's people.
    static QStringList people(const WorkDesk &desk)
    {
        QStringList found{fromApplicant(desk)};
        for (const auto &[key, value] : desk.file.values.items()) {
            const auto ends = [&key = key](const char *name) { return key.ends_with(name); };
            if (value.is_string() && (ends("/person.name") || ends("/person.idNo") || ends("/person.mobile")))
                found.append(QString::fromStdString(value.get<std::string>()));
        }
        found.removeDuplicates();
        return found;
    }

    /// What is said of people in lists, titles, tool tips, accessible names and boxes: everywhere but in the form of the
    /// case that is open.
    static QStringList unmasked(const Workspace &workspace, const WorkDesk &desk)
    {
        QStringList said;
        QList<const QWidget *> all{&workspace};
        all += workspace.findChildren<const QWidget *>();
        for (const QWidget *widget : all) {
            if (isOfOpenForm(*widget))
                continue;
            said += {widget->windowTitle(), widget->toolTip(), widget->accessibleName(),
                widget->accessibleDescription(), widget->statusTip(), widget->whatsThis()};
            if (const auto *box = qobject_cast<const QMessageBox *>(widget))
                said += {box->text(), box->informativeText(), box->detailedText()};
            if (const auto *rows = qobject_cast<const CaseList *>(widget))
                said += wordsOf(*rows->model());
        }
        said += toolTipsWhenCut(workspace);
        const QStringList sought = people(desk);
        const auto namesNobody = [&sought](const QString &text) {
            return std::none_of(
                sought.begin(), sought.end(), [&text](const QString &name) { return text.contains(name); });
        };
        said.erase(std::remove_if(said.begin(), said.end(), namesNobody), said.end());
        return said;
    }

    static bool isOfOpenForm(const QWidget &widget)
    {
        const QWidget *around = &widget;
        while (around && !qobject_cast<const PartView *>(around))
            around = around->parentWidget();
        return around;
    }

    static QStringList wordsOf(const QAbstractItemModel &model)
    {
        QStringList words;
        for (int row = 0; row < model.rowCount(); ++row) {
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
                words.append(model.index(row, 0).data(role).toString());
        }
        return words;
    }

    static QStringList toolTipsWhenCut(const Workspace &workspace)
    {
        QStringList words;
        for (ElidedLabel *label : workspace.findChildren<ElidedLabel *>()) {
            const QSize before = label->size();
            label->resize(1, before.height());
            QHelpEvent event(QEvent::ToolTip, {}, label->mapToGlobal(QPoint()));
            QCoreApplication::sendEvent(label, &event);
            words.append(QToolTip::text());
            label->resize(before);
        }
        return words;
    }

    static QString fromApplicant(const WorkDesk &desk)
    {
        return QString::fromStdString(desk.file.applicant["name"].get<std::string>());
    }
    static CaseList *list(const QWidget &workspace) { return workspace.findChild<CaseList *>(); }
    static QLabel *number(const QWidget &workspace)
    {
        return workspace.findChild<QLabel *>(QStringLiteral("caseNumberLabel"));
    }
    static QPushButton *button(const QWidget &workspace, const char *name)
    {
        return workspace.findChild<QPushButton *>(QLatin1String(name));
    }
};

QTEST_MAIN(MaskedTest)
#include "tst_masked.moc"
