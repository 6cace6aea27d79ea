#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace quanke::link {

/// How far the documents of one operation have come.
struct Transfer {
    QString operationId;
    quint64 sent = 0; ///< bytes that are on the gateway's disk
    quint64 total = 0;
    double bytesPerSecond = 0; ///< 0: not known yet
    std::chrono::milliseconds patience{0}; ///< after so long without any movement the line is said to hang

    /// Nothing while that is not known.
    std::optional<std::chrono::seconds> left() const
    {
        if (bytesPerSecond <= 0) {
            return std::nullopt;
        }
        return std::chrono::seconds(qint64(double(total - sent) / bytesPerSecond) + 1);
    }
};

} // namespace quanke::link
