#pragma once

#include "core/base/result.h"

#include <QFuture>

namespace quanke::link {

/// What every call over the link gives at once; the Result comes later, or never when its maker is gone.
template <class T>
using Promised = QFuture<Result<T>>;

} // namespace quanke::link
