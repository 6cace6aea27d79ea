#pragma once

#include "core/base/result.h"

#include <QtGlobal>

#include <utility>

namespace quanke::test {

/// What a test stands on and so must be there: ends the test program where it is not.
template <class T>
T must(Result<T> result)
{
    if (!result) {
        qFatal("%s %s", result.failure().key.c_str(), result.failure().detail.c_str());
    }
    return std::move(*result);
}

} // namespace quanke::test
