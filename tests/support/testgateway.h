#pragma once

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QTemporaryDir>
#include <QUrl>

namespace quanke::test {

/// The real quanke-gateway (build the target of that name) on a temporary folder and a free loopback port, with the
/// demo hall and the repository's forms. It keeps its port and its folder when it is started again.
class TestGateway {
public:
    TestGateway();
    /// On a folder of the caller's.
    explicit TestGateway(const QString &dataFolder);
    /// Ends the process.
    ~TestGateway();

    /// A second copy in that folder, every second; from the next start on.
    void keepSecondCopyIn(const QString &folder) { m_secondCopy = folder; }
    /// Waits until it listens. False when it does not within 30 seconds: `log` says why.
    [[nodiscard]] bool start();
    /// Asks it to end (SIGTERM) and waits; true when it ended by itself with exit code 0.
    bool stop();
    /// Ends it as a power cut would (SIGKILL).
    void kill();
    /// Over HTTPS with the certificates in that folder; from the next start on.
    void secureBy(const QString &tls) { m_tls = tls; }
    /// Sealing with that suite; before the first start.
    void useSuite(const QString &suite) { m_suite = suite; }
    /// From the next start on.
    void setEnvironment(const QProcessEnvironment &environment)
    {
        m_process.setProcessEnvironment(environment);
    }
    /// By a signal other than SIGKILL.
    bool hasCrashed();
    qint64 processId() const { return m_process.processId(); }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

    QUrl url() const; ///< after the first start
    QString dataFolder() const { return m_dataFolder; }
    QByteArray log() const; ///< everything it wrote on standard error, over all starts

    /// Everybody's of the demo hall: wangxm, liqh (clerks), zhaoym (issue clerk), zhoums (supervisor), zhengsc
    /// (administrator), sp-<department> (approvers) …
    static QString password() { return QStringLiteral("Quanke-2026"); }

private:
    QString portFile() const { return m_folder.filePath(QStringLiteral("port")); }
    QString logFile() const { return m_folder.filePath(QStringLiteral("gateway.log")); }

    QTemporaryDir m_folder; ///< of its port and its log
    QString m_dataFolder;
    QString m_secondCopy; ///< empty: none
    QString m_suite; ///< empty: the gateway's own choice
    QString m_tls; ///< empty: plain HTTP
    QProcess m_process;
    int m_port = 0;
};

} // namespace quanke::test
