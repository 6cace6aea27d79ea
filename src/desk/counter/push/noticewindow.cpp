#include "desk/counter/push/noticewindow.h"

#include "core/base/clock.h"
#include "desk/common/actionbutton.h"
#include "desk/common/bottombar.h"
#include "desk/common/deskcontext.h"
#include "desk/common/words.h"
#include "desk/counter/push/noticepreview.h"
#include "desk/counter/push/receiptcontent.h"
#include "desk/counter/session/casesession.h"
#include "desk/look/appearance.h"

#include <QCoreApplication>
#include <QDialog>
#include <QVBoxLayout>

namespace quanke::desk {

namespace {

constexpr QSize windowSize{820, 700};

/// Gives the words below a context of their own for the translators.
struct NoticeWords {
    Q_DECLARE_TR_FUNCTIONS(quanke::desk::NoticeWindow)
};

} // namespace

void showOneTimeNotice(const DeskContext &context, CaseSession &session, QWidget *parent)
{
    session.showAllProblems();
    auto *window = new QDialog(parent);
    window->setObjectName(QStringLiteral("noticeDialog"));
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setWindowTitle(NoticeWords::tr("One-time notice"));
    window->resize(scaled(windowSize.width()), scaled(windowSize.height()));
    auto *preview = new NoticePreview(
        [&context, caseId = session.caseId()](const char *act) { return context.vault.note(act, caseId); },
        window);
    preview->setObjectName(QStringLiteral("noticeScrollArea"));
    auto *foot = new BottomBar(window);
    auto *print = new ActionButton(NoticeWords::tr("Print"), ButtonKind::Normal, window);
    print->setObjectName(QStringLiteral("printNoticeButton"));
    print->setKeys(Qt::CTRL | Qt::Key_P);
    auto *save = new ActionButton(NoticeWords::tr("PDF"), ButtonKind::Normal, window);
    save->setObjectName(QStringLiteral("saveNoticeButton"));
    save->setKeys(Qt::CTRL | Qt::Key_S);
    QObject::connect(print, &QPushButton::clicked, preview, &NoticePreview::print);
    QObject::connect(save, &QPushButton::clicked, preview,
        [preview] { preview->savePdf(NoticeWords::tr("One-time notice") + QStringLiteral(".pdf")); });
    QObject::connect(preview, &NoticePreview::written, foot,
        [foot](const QString &path) { foot->setSecondText(NoticeWords::tr("Written to %1").arg(path)); });
    QObject::connect(preview, &NoticePreview::failed, foot,
        [foot](const Failure &failure) { foot->setSecondText(wordsOf(failure)); });
    foot->addRight(print);
    foot->addRight(save);
    auto *layout = new QVBoxLayout(window);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(preview, 1);
    layout->addWidget(foot);
    window->show();
    preview->show(notices::oneTimeNotice(oneTimeNoticeContent(context, session, context.clock.now()),
        notices::textsOf(*context.catalogue, context.language)));
}

} // namespace quanke::desk
