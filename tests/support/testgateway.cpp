#include "support/testgateway.h"

#include "support/await.h"

#include <QFile>

#include <csignal>

namespace quanke::test {

namespace {

constexpr int longestWait = 30'000; // milliseconds

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TestGateway::TestGateway()
    : TestGateway(QString())
{
    m_dataFolder = m_folder.filePath(QStringLiteral("data"));
}

TestGateway::TestGateway(const QString &dataFolder)
    : m_dataFolder(dataFolder)
{
    m_process.setProgram(QStringLiteral(QUANKE_BINARY_DIR "/bin/quanke-gateway"));
    m_process.setStandardErrorFile(logFile(), QIODevice::Append);
}

TestGateway::~TestGateway()
{
    kill();
}

bool TestGateway::start()
{
    QFile::remove(portFile());
    QStringList arguments{QStringLiteral("--data"), dataFolder(), QStringLiteral("--forms"),
        QStringLiteral(QUANKE_SOURCE_DIR "/forms"), QStringLiteral("--port"), QString::number(m_port),
        QStringLiteral("--port-file"), portFile(), QStringLiteral("--seed-demo")};
    if (!m_secondCopy.isEmpty()) {
        arguments << QStringLiteral("--backup") << m_secondCopy << QStringLiteral("--backup-every")
                  << QStringLiteral("1");
    }
    if (!m_tls.isEmpty()) {
        arguments << QStringLiteral("--tls") << m_tls;
    }
    if (!m_suite.isEmpty()) {
        arguments << QStringLiteral("--suite") << m_suite;
    }
    m_process.setArguments(arguments);
    m_process.start();
    const bool listens =
        waitFor([this] { return QFile::exists(portFile()) || m_process.state() == QProcess::NotRunning; },
            std::chrono::milliseconds(longestWait));
    m_port = contentOf(portFile()).trimmed().toInt();
    return listens && m_port > 0;
}

bool TestGateway::stop()
{
    m_process.terminate();
    return m_process.waitForFinished(longestWait) && m_process.exitStatus() == QProcess::NormalExit
        && m_process.exitCode() == 0;
}

void TestGateway::kill()
{
    if (isRunning()) {
        m_process.kill();
        m_process.waitForFinished(longestWait);
    }
}

bool TestGateway::hasCrashed()
{
    m_process.waitForFinished(0); // only then it is known here
    return m_process.state() == QProcess::NotRunning && m_process.exitStatus() == QProcess::CrashExit
        && m_process.exitCode() != SIGKILL;
}

QUrl TestGateway::url() const
{
    const auto scheme = m_tls.isEmpty() ? QStringLiteral("http") : QStringLiteral("https");
    return QUrl(QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(m_port));
}

QByteArray TestGateway::log() const
{
    return contentOf(logFile());
}

} // namespace quanke::test
