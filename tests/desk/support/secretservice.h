#pragma once

#include <QDBusConnection>
#include <QDBusVirtualObject>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace quanke::test {

/// A session bus of the test's own, which this process takes for that of the machine.
class PrivateBus {
public:
    /// False when there is no dbus-daemon.
    [[nodiscard]] bool start();
    ~PrivateBus();

    QString address() const;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
};

/// As much of freedesktop's Secret Service as keeps texts under attributes: one collection, unlocked, one plain session.
class SecretService : public QDBusVirtualObject {
public:
    explicit SecretService(const PrivateBus &bus);
    ~SecretService() override;

    /// As a keyring whose owner is asked for a password and does not come.
    void keepSilent() { m_isSilent = true; }
    QList<QByteArray> secrets() const { return m_secrets.values(); }

    QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

private:
    QDBusMessage answerTo(const QDBusMessage &message);
    QDBusMessage found(const QDBusMessage &message) const;
    QDBusMessage given(const QDBusMessage &message) const;
    QDBusMessage kept(const QDBusMessage &message);

    QDBusConnection m_connection;
    QMap<QString, QByteArray> m_secrets; ///< by the path of the item
    QMap<QString, QMap<QString, QString>> m_attributes; ///< likewise
    bool m_isSilent = false;
};

} // namespace quanke::test
