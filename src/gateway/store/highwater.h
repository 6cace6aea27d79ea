#pragma once

#include "platform/durablefile.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>

namespace quanke::gateway {

/// How far the log of operations has come, in a file beside the database: what a database that was put back from a
/// backup cannot know. Written after each commit and not synced; what a power cut takes of it is only a hint lost.
class HighWater {
public:
    /// Reads the file, or makes it. Fails: file.unwritable ("path").
    static Result<std::unique_ptr<HighWater>> open(const std::filesystem::path &file);

    /// The highest position noted, 0 for none.
    std::uint64_t position() const;
    void note(std::uint64_t position);
    /// The log begins a new life at that position.
    void restartAt(std::uint64_t position);

private:
    HighWater(platform::DurableFile file, std::uint64_t position);

    mutable std::mutex m_mutex;
    platform::DurableFile m_file;
    std::uint64_t m_position;
};

} // namespace quanke::gateway
