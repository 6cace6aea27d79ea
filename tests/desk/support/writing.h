#pragma once

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QWidget>

namespace quanke::test {

/// Text as an input method commits it: Chinese too, which has no keys of its own.
inline void write(QWidget *widget, const char *text)
{
    QInputMethodEvent event;
    event.setCommitString(QString::fromUtf8(text));
    QCoreApplication::sendEvent(widget, &event);
}

} // namespace quanke::test
