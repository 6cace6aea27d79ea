#pragma once

#include <QString>
#include <QTimer>
#include <QWidget>

#include <chrono>

class QLabel;

namespace quanke::desk {

class ProgressStrip;
struct DeskContext;

/// How the documents of an operation fare on their way to the hall: a strip, and in words how much of how much is there,
/// how quickly, how much longer; or that nothing moves. Hidden while none of them are on their way.
class TransferView : public QWidget {
    Q_OBJECT
public:
    explicit TransferView(const DeskContext &context, QWidget *parent = nullptr);

    void showOf(const std::string &operationId);
    /// After so long without a byte more the line is said to hang.
    void setPatience(std::chrono::milliseconds patience) { m_patience.setInterval(patience); }

private:
    void takeProgress();
    void refresh();
    QString words() const;

    const DeskContext &m_context;
    QString m_operation;
    ProgressStrip *m_strip;
    QLabel *m_words;
    QTimer m_patience; ///< runs since the last progress
};

} // namespace quanke::desk
