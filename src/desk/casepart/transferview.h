#pragma once

#include <QString>
#include <QWidget>

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

private:
    void refresh();
    QString words() const;

    const DeskContext &m_context;
    QString m_operation;
    ProgressStrip *m_strip;
    QLabel *m_words;
};

} // namespace quanke::desk
