#pragma once

#include "faults/disk.h"
#include "faults/promises.h"
#include "faults/recording.h"

#include <QSet>
#include <QString>

#include <vector>

namespace quanke::faults {

/// What came of many tries.
struct Tally {
    int tried = 0;
    int violations = 0;
    QString first; ///< the first violation
    QSet<QString> kinds; ///< of things that were broken

    /// Of one try: what Promises::broken said, and when that was.
    void add(const QString &broken, const QString &when);
};

/// How much to try: little in the tests of every change, QUANKE_FAULT_IMAGES images by ./dev faults.
int wantedImages();
bool isThorough(); ///< asked by ./dev faults

/// "power-cut: tried 21034, violations 0" on standard output: the line that ./dev faults ends with.
void report(const char *kind, const Tally &tally);

/// Cuts the power all along the record, about as many times as wanted; of what was not synced by then this or that is kept.
/// `promises` begin empty, and must hold on every image.
Tally cutEverywhere(const std::vector<Event> &events, Syncs syncs, Promises &promises, int wanted);
/// The same of a program that found this on the disk when it began.
void cutEverywhere(Disk disk, const std::vector<Event> &events, Promises &promises, int wanted, Tally &tally);
/// What a power cut may leave behind the first so many events, whose promises are taken.
DiskImage imageAfter(
    const std::vector<Event> &events, std::size_t count, Promises &promises, std::mt19937 &random);

/// In memory where there is such a place: images and stories need no disk. For a QTemporaryDir.
QString placeInMemory();

} // namespace quanke::faults
