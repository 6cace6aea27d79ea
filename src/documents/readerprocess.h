#pragma once

#include "documents/readerprotocol.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>

namespace quanke::documents {

enum class Urgency { Page, Inspection }; ///< pages go before inspections

/// One thing asked of the reading process.
struct ReaderRequest {
    quint64 number = 0; ///< by which it can be taken back
    Urgency urgency = Urgency::Page;
    Message message;
    std::function<void(int done, int all)> progress; ///< may be empty
    /// The answer's header and payload, or a failure's key under "failure".
    std::function<void(const Message &answer)> finished;
};

/// Keeps a reading process at work on a queue of requests, one at a time, and replaces it when it dies,
/// hangs, talks nonsense, or works on something that is no longer wanted.
class ReaderProcess : public QObject {
    Q_OBJECT

public:
    explicit ReaderProcess(const QString &program);
    ~ReaderProcess() override;

    void ask(ReaderRequest request);
    void takeBack(quint64 number);

Q_SIGNALS:
    void died();

private:
    void startNext();
    void startProcess();
    void readAnswers();
    void takeAnswer(const Message &answer);
    void finishCurrent(const Message &answer);
    void giveUp();
    void failCurrent(const char *key);
    void endProcess();

    QString m_program;
    std::unique_ptr<QProcess> m_process; ///< null until it is needed
    MessageAssembler m_assembler;
    QTimer m_patience; ///< since the last sign of life
    std::deque<ReaderRequest> m_waiting;
    std::unique_ptr<ReaderRequest> m_current;
};

} // namespace quanke::documents
