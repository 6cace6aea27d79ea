#include "desk/common/desksettings.h"

#include "desk/common/words.h"

namespace quanke::desk {

namespace {

const QString languageKey = QStringLiteral("look/language");
const QString themeKey = QStringLiteral("look/theme");
const QString textKey = QStringLiteral("look/textPercent");
const QString geometryKey = QStringLiteral("look/geometry");
const QString hallKey = QStringLiteral("place/hall");
const QString windowKey = QStringLiteral("place/window");
const QString gatewayKey = QStringLiteral("place/gateway");
const QString windowsKey = QStringLiteral("place/windows");
const QString operatorKey = QStringLiteral("person/last");
const QString draftsKey = QStringLiteral("drafts/%1");
constexpr int windowsRemembered = 12;

} // namespace

DeskSettings::DeskSettings(const QString &file)
    : m_file(file, QSettings::IniFormat)
{
}

Language DeskSettings::language() const
{
    return languageFromTag(m_file.value(languageKey).toString().toStdString());
}

void DeskSettings::setLanguage(Language language)
{
    m_file.setValue(languageKey, fromText(tagOf(language)));
}

Appearance DeskSettings::appearance() const
{
    return {themeFromName(m_file.value(themeKey).toString()),
        qBound(100, m_file.value(textKey, 100).toInt(), 200)};
}

void DeskSettings::setAppearance(const Appearance &appearance)
{
    m_file.setValue(themeKey, nameOf(appearance.theme));
    m_file.setValue(textKey, appearance.textPercent);
}

QString DeskSettings::hall() const
{
    return m_file.value(hallKey).toString();
}

void DeskSettings::setHall(const QString &hall)
{
    m_file.setValue(hallKey, hall);
}

QString DeskSettings::window() const
{
    return m_file.value(windowKey).toString();
}

void DeskSettings::setWindow(const QString &window)
{
    m_file.setValue(windowKey, window);
    QStringList known = windows();
    known.removeAll(window);
    known.prepend(window);
    m_file.setValue(windowsKey, known.mid(0, windowsRemembered));
}

QStringList DeskSettings::windows() const
{
    return m_file.value(windowsKey).toStringList();
}

QUrl DeskSettings::gateway() const
{
    return QUrl(m_file.value(gatewayKey).toString());
}

void DeskSettings::setGateway(const QUrl &gateway)
{
    m_file.setValue(gatewayKey, gateway.toString());
}

QString DeskSettings::lastOperator() const
{
    return m_file.value(operatorKey).toString();
}

void DeskSettings::setLastOperator(const QString &name)
{
    m_file.setValue(operatorKey, name);
}

QByteArray DeskSettings::geometry() const
{
    return m_file.value(geometryKey).toByteArray();
}

void DeskSettings::setGeometry(const QByteArray &geometry)
{
    m_file.setValue(geometryKey, geometry);
}

int DeskSettings::keptDrafts(const QString &operatorName) const
{
    return m_file.value(draftsKey.arg(operatorName)).toInt();
}

void DeskSettings::setKeptDrafts(const QString &operatorName, int count)
{
    m_file.setValue(draftsKey.arg(operatorName), count);
}

} // namespace quanke::desk
