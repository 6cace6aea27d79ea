#pragma once

#include "core/base/result.h"

#include <QString>

#include <cstddef>
#include <string>

namespace quanke::faults {

/// What a program has told its user to be so. Grows with the promises of a record.
class Promises {
public:
    Promises() = default;
    virtual ~Promises() = default;
    Promises(const Promises &) = default;
    Promises &operator=(const Promises &) = default;

    virtual void take(const std::string &words) = 0;
    /// Opens with the real code what lies below the folder, and says what of this does not hold: the kind of thing that is
    /// broken, a colon, and words. Empty when all holds.
    virtual QString broken(const QString &folder) const = 0;
    virtual std::size_t count() const = 0;
};

/// What is broken, as `broken` gives it: something of that kind failed.
QString failed(const char *kind, const Failure &failure);

} // namespace quanke::faults
