#pragma once

#include "journeys/tour/deskdriver.h"

#include <QString>
#include <QStringList>

namespace quanke::journeys {

/// The exit window at the real desk: one case's results handed over.
class ExitWindow {
public:
    struct Collector {
        QString idNo;
        QString mobile;
    };

    ExitWindow(DeskDriver &desk, QString caseNumber);

    void signIn();
    /// The case comes on screen with what is ready.
    void open();
    /// The matters whose results are ready, and those of them that are ticked.
    QStringList ready() const;
    QStringList ticked() const;
    void untick(const QString &matter);
    /// The applicant collects: the name stands there already.
    void writeCollector(const Collector &collector);
    void saveSlip(const QString &path);
    void handOver();

private:
    enum class Which { All, Ticked };
    QStringList results(Which which) const;

    DeskDriver &m_desk;
    QString m_number;
};

} // namespace quanke::journeys
