#include "desk/support/secretservice.h"

#include "support/await.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QFile>

using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;

/// As the Secret Service sends it: session, parameters, value, content type.
struct SentSecret {
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};
using SentSecrets = QMap<QDBusObjectPath, SentSecret>;
Q_DECLARE_METATYPE(SentSecret)

QDBusArgument &operator<<(QDBusArgument &argument, const SentSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, SentSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

namespace quanke::test {

namespace {

const char *const connectionName = "secrets";
const char *const servicePath = "/org/freedesktop/secrets";

QDBusObjectPath none()
{
    return QDBusObjectPath(QStringLiteral("/"));
}

} // namespace

bool PrivateBus::start()
{
    QFile configuration(m_folder.filePath(QStringLiteral("bus.conf")));
    if (!configuration.open(QIODevice::WriteOnly)) {
        return false;
    }
    configuration.write("<busconfig><type>session</type><listen>" + address().toUtf8()
        + "</listen><policy context='default'><allow send_destination='*' eavesdrop='true'/>"
          "<allow eavesdrop='true'/><allow own='*'/></policy></busconfig>");
    configuration.close();
    m_process.start(QStringLiteral("dbus-daemon"),
        {QStringLiteral("--nofork"), QStringLiteral("--print-address"),
            QStringLiteral("--config-file=") + configuration.fileName()});
    qputenv("DBUS_SESSION_BUS_ADDRESS", address().toUtf8());
    return m_process.waitForReadyRead(patience);
}

PrivateBus::~PrivateBus()
{
    m_process.kill();
    m_process.waitForFinished();
}

QString PrivateBus::address() const
{
    return QStringLiteral("unix:path=") + m_folder.filePath(QStringLiteral("bus"));
}

SecretService::SecretService(const PrivateBus &bus)
    : m_connection(QDBusConnection::connectToBus(bus.address(), QLatin1String(connectionName)))
{
    qDBusRegisterMetaType<Attributes>();
    qDBusRegisterMetaType<SentSecret>();
    qDBusRegisterMetaType<SentSecrets>();
    m_connection.registerVirtualObject(QLatin1String(servicePath), this, QDBusConnection::SubPath);
    m_connection.registerService(QStringLiteral("org.freedesktop.secrets"));
}

SecretService::~SecretService()
{
    m_connection.unregisterService(QStringLiteral("org.freedesktop.secrets"));
    QDBusConnection::disconnectFromBus(QLatin1String(connectionName));
}

QString SecretService::introspect(const QString & /*path*/) const
{
    return {};
}

bool SecretService::handleMessage(const QDBusMessage &message, const QDBusConnection &connection)
{
    return m_isSilent || connection.send(answerTo(message));
}

QDBusMessage SecretService::answerTo(const QDBusMessage &message)
{
    const QString call = message.member();
    if (call == QLatin1String("GetAll")) {
        return message.createReply(QVariantMap());
    }
    if (call == QLatin1String("OpenSession")) {
        return message.arguments().value(0).toString() == QLatin1String("plain")
            ? message.createReply({QVariant::fromValue(QDBusVariant(QString())),
                QVariant::fromValue(
                    QDBusObjectPath(QLatin1String(servicePath) + QStringLiteral("/session/s")))})
            : message.createErrorReply(QDBusError::NotSupported, QStringLiteral("plain only"));
    }
    if (call == QLatin1String("SearchItems")) {
        return found(message);
    }
    if (call == QLatin1String("GetSecrets")) {
        return given(message);
    }
    if (call == QLatin1String("CreateItem")) {
        return kept(message);
    }
    return message.createErrorReply(QDBusError::UnknownMethod, call);
}

QDBusMessage SecretService::found(const QDBusMessage &message) const
{
    const auto wanted = qdbus_cast<Attributes>(message.arguments().value(0));
    Paths paths;
    for (auto item = m_attributes.begin(); item != m_attributes.end(); ++item) {
        const bool has = std::all_of(wanted.keyValueBegin(), wanted.keyValueEnd(),
            [&item](const auto &one) { return item->value(one.first) == one.second; });
        if (has) {
            paths.append(QDBusObjectPath(item.key()));
        }
    }
    return message.createReply({QVariant::fromValue(paths), QVariant::fromValue(Paths())});
}

QDBusMessage SecretService::given(const QDBusMessage &message) const
{
    SentSecrets secrets;
    for (const auto &path : qdbus_cast<Paths>(message.arguments().value(0))) {
        secrets.insert(path,
            {qvariant_cast<QDBusObjectPath>(message.arguments().value(1)), {}, m_secrets.value(path.path()),
                QStringLiteral("text/plain")});
    }
    return message.createReply(QVariant::fromValue(secrets));
}

QDBusMessage SecretService::kept(const QDBusMessage &message)
{
    const auto properties = qdbus_cast<QVariantMap>(message.arguments().value(0));
    const QString path = QStringLiteral("%1/item/%2").arg(QLatin1String(servicePath)).arg(m_secrets.size());
    m_attributes[path] =
        qdbus_cast<Attributes>(properties.value(QStringLiteral("org.freedesktop.Secret.Item.Attributes")));
    m_secrets[path] = qdbus_cast<SentSecret>(message.arguments().value(1)).value;
    return message.createReply({QVariant::fromValue(QDBusObjectPath(path)), QVariant::fromValue(none())});
}

} // namespace quanke::test
