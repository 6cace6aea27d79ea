#pragma once

#include "desk/look/symbol.h"
#include "desk/look/textroles.h"

#include <QToolButton>

#include <map>

class QButtonGroup;
class QVBoxLayout;

namespace quanke::desk {

struct WorkspaceEntry;

/// One workspace on the rail: icon above its name, a badge for what waits there.
class RailButton : public QToolButton {
    Q_OBJECT
public:
    RailButton(const QString &name, Symbol symbol, QWidget *parent = nullptr);

    void setBadge(int count);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBadge(QPainter &painter) const;

    Symbol m_symbol;
    int m_badge = 0;
};

/// The strip at the left with the workspaces the operator's roles allow; settings stand at its foot.
class Rail : public QWidget {
    Q_OBJECT
public:
    explicit Rail(QWidget *parent = nullptr);

    enum class Place { Top, Foot };
    void add(const WorkspaceEntry &entry, Place place);
    void clear();
    void setCurrent(const QString &id);
    void setBadge(const QString &id, int count);

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_top;
    QVBoxLayout *m_foot;
    QButtonGroup *m_group;
    std::map<QString, RailButton *> m_buttons;
};

} // namespace quanke::desk
