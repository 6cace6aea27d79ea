#pragma once

#include <QSet>
#include <QString>

namespace quanke::faults {

/// What came of many tries.
struct Tally {
    int tried = 0;
    int violations = 0;
    QString first; ///< the first violation
    QSet<QString> kinds; ///< of things that were broken

    /// Of one try: what Promises::broken said, and when that was.
    void add(const QString &broken, const QString &when);
    void violate(const QString &what);
};

/// Asked by ./dev faults, and not quickly: QUANKE_FAULT_IMAGES says how many power cuts are wanted of all programs together.
bool isThorough();
/// This program's share of them, in percent; of a few in the tests of every change.
int wantedImages(int percent);

/// "power-cut-vault: tried 9921, violations 0" on standard output: what ./dev faults gathers.
void report(const char *kind, const Tally &tally);

} // namespace quanke::faults
