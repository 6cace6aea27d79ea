#pragma once

#include "vault/handover/headway.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QLabel;

namespace quanke::desk {

class ProgressStrip;

/// How far a long piece of work is: a strip, and in words what is done and how much of how much. Hidden while there is none.
class HeadwayView : public QWidget {
    Q_OBJECT
public:
    explicit HeadwayView(QWidget *parent = nullptr);

    /// For a new piece of work; `what` says what is done.
    std::shared_ptr<vault::Headway> begin(const QString &what);
    void cancel(); ///< it ends soon
    bool isCancelled() const;
    void end();

private:
    void refresh();

    ProgressStrip *m_strip;
    QLabel *m_words;
    QString m_what;
    std::shared_ptr<vault::Headway> m_headway;
    QTimer m_timer;
};

} // namespace quanke::desk
