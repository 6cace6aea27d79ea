#include "faults/cutting.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QTemporaryDir>

#include <array>
#include <unordered_set>

namespace quanke::faults {

namespace {

/// At one moment; many lead to the same image.
constexpr int mostCuts = 40;

/// Of what was not synced: nothing, everything, the first of it, all but one, one alone, or any part; and now and then one
/// write torn.
DiskImage cut(const Disk &disk, std::mt19937 &random)
{
    const std::size_t count = disk.pending();
    const auto chosen = count == 0 ? 0 : random() % count;
    const auto kind = random() % 7;
    std::vector<bool> kept(count);
    for (std::size_t i = 0; i < count; ++i) {
        const bool any = random() % 2 == 0;
        const std::array keeps{false, true, i < chosen, i != chosen, i == chosen, any, any};
        kept[i] = keeps.at(kind);
    }
    const bool tears = count > 0 && random() % 3 == 0;
    return disk.image(kept, tears ? std::optional(std::size_t(random() % count)) : std::nullopt, random);
}

void take(const Event &event, Disk &disk, Promises &promises)
{
    if (event.kind == Event::Kind::Promise) {
        promises.take(event.path);
    } else {
        disk.apply(event);
    }
}

QString tryImage(const DiskImage &image, const Promises &promises)
{
    const QTemporaryDir folder(placeInMemory());
    return image.writeTo(folder.path()) ? promises.broken(folder.path())
                                        : QStringLiteral("test: no room for images");
}

} // namespace

QString differenceFrom(const QString &folder, const std::vector<Event> &events)
{
    Disk disk(Syncs::Kept);
    for (const Event &event : events) {
        disk.apply(event);
    }
    return disk.whole().differenceFrom(folder);
}

Tally cutEverywhere(const std::vector<Event> &events, Syncs syncs, Promises &promises, int wanted)
{
    Tally tally;
    cutEverywhere(Disk(syncs), events, promises, wanted, tally);
    return tally;
}

DiskImage imageAfter(
    const std::vector<Event> &events, std::size_t count, Promises &promises, std::mt19937 &random)
{
    Disk disk(Syncs::Kept);
    for (std::size_t i = 0; i < count; ++i) {
        take(events[i], disk, promises);
    }
    return cut(disk, random);
}

void cutEverywhere(
    Disk disk, const std::vector<Event> &recorded, Promises &promises, int wanted, Tally &tally)
{
    std::mt19937 random(2026);
    std::unordered_set<std::size_t> seen;
    const auto events = int(recorded.size());
    int owed = 0; // images times events
    for (const Event &event : recorded) {
        take(event, disk, promises);
        owed += wanted;
        // Where little is pending there are few images; the others come where there are more.
        for (int cuts = 0; owed >= events && cuts < mostCuts; ++cuts) {
            const DiskImage image = cut(disk, random);
            if (seen.insert(qHashMulti(0, image.hash(), promises.count())).second) {
                tally.add(
                    tryImage(image, promises), QStringLiteral("after %1 promises").arg(promises.count()));
                owed -= events;
            }
        }
    }
}

QString placeInMemory()
{
    return QFileInfo(QStringLiteral("/dev/shm")).isWritable()
        ? QStringLiteral("/dev/shm/quanke-XXXXXX")
        : QDir::tempPath() + QStringLiteral("/quanke-XXXXXX");
}

} // namespace quanke::faults
