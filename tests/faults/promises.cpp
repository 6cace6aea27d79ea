#include "faults/promises.h"

namespace quanke::faults {

QString failed(const char *kind, const Failure &failure)
{
    return QStringLiteral("%1: %2 %3")
        .arg(
            QLatin1String(kind), QString::fromStdString(failure.key), QString::fromStdString(failure.detail));
}

} // namespace quanke::faults
