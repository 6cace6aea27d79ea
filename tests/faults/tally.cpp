#include "faults/tally.h"

#include <QtGlobal>

#include <cstdio>

namespace quanke::faults {

namespace {

constexpr int fewImages = 1300;

int allImages()
{
    const int wanted = qEnvironmentVariableIntValue("QUANKE_FAULT_IMAGES");
    return wanted > 0 ? wanted : fewImages;
}

} // namespace

void Tally::add(const QString &broken, const QString &when)
{
    ++tried;
    if (broken.isEmpty()) {
        return;
    }
    kinds.insert(broken.section(QLatin1Char(':'), 0, 0));
    violate(when + QStringLiteral(": ") + broken);
}

void Tally::violate(const QString &what)
{
    if (++violations == 1) {
        first = what;
    }
}

bool isThorough()
{
    return allImages() > fewImages;
}

int wantedImages(int percent)
{
    return allImages() * percent / 100;
}

void report(const char *kind, const Tally &tally)
{
    std::printf("%s: tried %d, violations %d\n", kind, tally.tried, tally.violations);
    std::fflush(stdout);
}

} // namespace quanke::faults
