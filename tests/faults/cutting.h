#pragma once

#include "faults/disk.h"
#include "faults/promises.h"
#include "faults/recording.h"
#include "faults/tally.h"

#include <QString>

#include <vector>

namespace quanke::faults {

/// Where what lies below the folder is not what the record makes of it; empty for nowhere. What the recorder does not see, no
/// power cut would take away.
QString differenceFrom(const QString &folder, const std::vector<Event> &events);

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
