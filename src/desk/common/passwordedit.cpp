#include "desk/common/passwordedit.h"

#include "desk/look/symbol.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>

namespace quanke::desk {

void addEye(QLineEdit *field)
{
    field->setEchoMode(QLineEdit::Password);
    QAction *eye = field->addAction(icon(Symbol::Eye, Tone::Second), QLineEdit::TrailingPosition);
    eye->setCheckable(true);
    eye->setToolTip(QCoreApplication::translate("quanke::desk::PasswordEdit", "Show the password"));
    QObject::connect(eye, &QAction::toggled, field,
        [field](bool shown) { field->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
}

} // namespace quanke::desk
