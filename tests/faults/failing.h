#pragma once

#include "faults/promises.h"
#include "faults/recording.h"
#include "faults/tally.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace quanke::faults {

/// Runs a story with this fault ("eio 17", faultplan.h) and gives what is broken afterwards, empty for nothing; no answer at
/// all when the story came to its end before the fault.
using TryFault = std::function<std::optional<QString>(const QString &fault)>;

/// Whether this says that the story could not be told at all.
bool couldNotBeTried(const QString &broken);

/// The first access goes wrong in this way, the second, the third … until the story runs through; where ./dev faults does not
/// ask, a few of them only. With a stride it is every so manieth, and for each way others.
void failEverywhere(const QStringList &ways, const TryFault &tryFault, Tally &tally, int stride = 1);

/// Of a record of what a program did: whether the fault came to happen.
bool hasStruck(const std::vector<Event> &events);
/// And what the program promised.
void takePromises(const std::vector<Event> &events, Promises &promises);

/// The vault's short story with this fault. What is broken then; see TryFault.
std::optional<QString> tellVaultWithFault(const QString &fault);

} // namespace quanke::faults
