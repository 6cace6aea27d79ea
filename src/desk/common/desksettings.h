#pragma once

#include "core/base/localtext.h"
#include "desk/look/appearance.h"

#include <QSettings>
#include <QUrl>

namespace quanke::desk {

/// What this desk remembers in the clear (desk.ini beside the vault): how it looks and where it stands.
/// Nothing personal beyond the name somebody signed in with.
class DeskSettings {
public:
    explicit DeskSettings(const QString &file);

    Language language() const;
    void setLanguage(Language language);
    Appearance appearance() const;
    void setAppearance(const Appearance &appearance);

    QString hall() const;
    void setHall(const QString &hall);
    QString window() const;
    void setWindow(const QString &window);
    QStringList windows() const; ///< every window this desk has been, the latest first
    QUrl gateway() const; ///< over the network; empty: none was named yet
    void setGateway(const QUrl &gateway);
    QString lastOperator() const;
    void setLastOperator(const QString &name);
    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);

    /// How many drafts were kept when the operator last worked here.
    int keptDrafts(const QString &operatorName) const;
    void setKeptDrafts(const QString &operatorName, int count);

private:
    QSettings m_file;
};

} // namespace quanke::desk
