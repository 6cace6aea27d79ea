#include "faults/recording.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <cstring>

namespace quanke::faults {

namespace {

/// Takes the record apart; what it says is ours, so nothing in it is doubted.
class RecordReader {
public:
    RecordReader(QByteArray record, std::string folder)
        : m_record(std::move(record))
        , m_folder(std::move(folder))
    {
    }

    bool atEnd() const { return m_at >= m_record.size(); }

    Event next()
    {
        Event event;
        event.kind = Event::Kind(m_record[m_at++]);
        event.identity = number();
        event.offset = number();
        const auto pathLength = qsizetype(number());
        const auto length = qsizetype(number());
        event.path = below(take(pathLength));
        event.bytes = take(length);
        if (event.kind == Event::Kind::Rename) {
            event.bytes = QByteArray::fromStdString(below(event.bytes));
        }
        return event;
    }

private:
    std::uint64_t number()
    {
        std::uint64_t number = 0;
        std::memcpy(&number, m_record.constData() + m_at, sizeof number);
        m_at += qsizetype(sizeof number);
        return number;
    }

    QByteArray take(qsizetype length)
    {
        m_at += length;
        return m_record.mid(m_at - length, length);
    }

    std::string below(const QByteArray &path) const
    {
        const auto text = path.toStdString();
        if (text == m_folder) {
            return ".";
        }
        return text.starts_with(m_folder + '/') ? text.substr(m_folder.size() + 1) : text;
    }

    QByteArray m_record;
    std::string m_folder;
    qsizetype m_at = 0;
};

} // namespace

Recording::Recording(QString folder)
    : m_folder(std::move(folder))
{
}

QProcessEnvironment Recording::environment(const QString &fault) const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(QUANKE_PRELOAD));
    environment.insert(QStringLiteral("QUANKE_RECORD_FOLDER"), m_folder);
    environment.insert(QStringLiteral("QUANKE_RECORD_FILE"), file());
    if (!fault.isEmpty()) {
        environment.insert(QStringLiteral("QUANKE_FAULT"), fault);
    }
    return environment;
}

void Recording::promise(const std::string &words) const
{
    QByteArray entry(1, char(Event::Kind::Promise));
    for (const std::uint64_t number : {std::uint64_t(0), std::uint64_t(0), words.size(), std::size_t(0)}) {
        entry.append(reinterpret_cast<const char *>(&number), sizeof number);
    }
    entry.append(QByteArray::fromStdString(words));
    QFile record(file());
    if (!record.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)
        || record.write(entry) != entry.size()) {
        qFatal("a record with a hole proves nothing");
    }
}

std::vector<Event> Recording::events() const
{
    QFile recorded(file());
    if (!recorded.open(QIODevice::ReadOnly)) {
        QTest::qFail("nothing was recorded", __FILE__, __LINE__);
        return {};
    }
    std::vector<Event> events;
    RecordReader reader(recorded.readAll(), m_folder.toStdString());
    while (!reader.atEnd()) {
        events.push_back(reader.next());
    }
    return events;
}

std::vector<Event> record(const QString &program, const QString &folder, const QStringList &words)
{
    const Recording recording(folder);
    QProcess process;
    process.setProcessEnvironment(recording.environment());
    process.start(program, QStringList{folder} + words);
    const bool ended = process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit;
    if (!ended || process.exitCode() != 0) {
        QTest::qFail(process.readAllStandardError().constData(), __FILE__, __LINE__);
        return {};
    }
    return recording.events();
}

} // namespace quanke::faults
