#pragma once

#include "core/base/date.h"
#include "vault/draft.h"

#include <QAbstractButton>

namespace quanke::desk {

/// A kept draft as a row that opens it: its title, the step it stands at, when it was last touched.
class DraftRow : public QAbstractButton {
    Q_OBJECT
public:
    DraftRow(const vault::DraftSummary &draft, Date today, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_title;
    QString m_detail;
};

} // namespace quanke::desk
