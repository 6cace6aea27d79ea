#include "documents/readerprocess.h"

#include <algorithm>

namespace quanke::documents {

namespace {

/// Longer than the process itself allows for the whole of a request.
constexpr int patienceMilliseconds = 45'000;

} // namespace

ReaderProcess::ReaderProcess(const QString &program)
    : m_program(program)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMilliseconds);
    connect(&m_patience, &QTimer::timeout, this, &ReaderProcess::giveUp);
}

ReaderProcess::~ReaderProcess()
{
    endProcess();
    // Killed already: this waits for the system to say so, or QProcess complains that it still runs.
    for (QProcess *ending : findChildren<QProcess *>())
        ending->waitForFinished(1'000);
}

void ReaderProcess::ask(ReaderRequest request)
{
    const auto place = request.urgency == Urgency::Inspection
        ? m_waiting.end()
        : std::find_if(m_waiting.begin(), m_waiting.end(),
            [](const ReaderRequest &waiting) { return waiting.urgency == Urgency::Inspection; });
    m_waiting.insert(place, std::move(request));
    startNext();
}

void ReaderProcess::takeBack(quint64 number)
{
    if (m_current && m_current->number == number) {
        endProcess();
        m_current.reset();
        startNext();
        return;
    }
    std::erase_if(m_waiting, [number](const ReaderRequest &waiting) { return waiting.number == number; });
}

void ReaderProcess::startNext()
{
    if (m_current || m_waiting.empty())
        return;
    m_current = std::make_unique<ReaderRequest>(std::move(m_waiting.front()));
    m_waiting.pop_front();
    if (!m_process)
        startProcess();
    if (!m_current) // could not be started, which has failed it already
        return;
    m_patience.start();
    m_process->write(frameOf(m_current->message));
    m_current->message.payload.clear(); // up to 20 MiB that are in the pipe's queue now
}

void ReaderProcess::startProcess()
{
    m_assembler = {};
    m_process = std::make_unique<QProcess>();
    m_process->setStandardErrorFile(QProcess::nullDevice()); // decoders' chatter may quote the document
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &ReaderProcess::readAnswers);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            failCurrent("document.reader-missing");
    });
    connect(m_process.get(), &QProcess::finished, this, &ReaderProcess::giveUp);
    m_process->start(m_program, QStringList());
}

void ReaderProcess::readAnswers()
{
    m_assembler.append(m_process->readAllStandardOutput());
    while (const auto answer = m_assembler.next())
        takeAnswer(*answer);
    if (m_assembler.isBroken())
        giveUp();
}

void ReaderProcess::takeAnswer(const Message &answer)
{
    if (!m_current)
        return;
    m_patience.start();
    if (!answer.header.contains("progress")) {
        finishCurrent(answer);
        return;
    }
    const Json &counts = answer.header.at("progress");
    if (m_current->progress && counts.is_array() && counts.size() == 2 && counts[0].is_number_integer()
        && counts[1].is_number_integer())
        m_current->progress(counts[0].get<int>(), counts[1].get<int>());
}

void ReaderProcess::finishCurrent(const Message &answer)
{
    m_patience.stop();
    const auto finished = std::move(m_current);
    finished->finished(answer);
    startNext();
}

void ReaderProcess::giveUp()
{
    if (m_current)
        Q_EMIT died();
    failCurrent("document.damaged");
}

void ReaderProcess::failCurrent(const char *key)
{
    endProcess();
    if (m_current)
        finishCurrent({{{"failure", {{"key", key}, {"arguments", Json::object()}}}}, {}});
}

void ReaderProcess::endProcess()
{
    m_patience.stop();
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->kill();
    QProcess *ending = m_process.release(); // lives until it has ended: this may be one of its own signals
    ending->setParent(this);
    if (ending->state() == QProcess::NotRunning)
        ending->deleteLater();
    else
        connect(ending, &QProcess::finished, ending, &QObject::deleteLater);
}

} // namespace quanke::documents
