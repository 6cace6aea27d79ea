#include "gateway/store/highwater.h"

#include <fstream>
#include <string>

namespace quanke::gateway {

namespace {

/// All positions take the same room, so that one written over another leaves nothing of it.
constexpr std::size_t width = 20;

std::uint64_t read(const std::filesystem::path &file)
{
    std::uint64_t position = 0;
    std::ifstream(file) >> position;
    return position;
}

std::string written(std::uint64_t position)
{
    auto digits = std::to_string(position);
    digits.insert(0, width - digits.size(), '0');
    return digits + '\n';
}

} // namespace

Result<std::unique_ptr<HighWater>> HighWater::open(const std::filesystem::path &file)
{
    auto opened = platform::DurableFile::open(file);
    if (!opened) {
        return opened.failure();
    }
    return std::unique_ptr<HighWater>(new HighWater(std::move(*opened), read(file)));
}

HighWater::HighWater(platform::DurableFile file, std::uint64_t position)
    : m_file(std::move(file))
    , m_position(position)
{
}

std::uint64_t HighWater::position() const
{
    const std::scoped_lock lock(m_mutex);
    return m_position;
}

void HighWater::restartAt(std::uint64_t position)
{
    const std::scoped_lock lock(m_mutex);
    if (m_file.writeAt(0, written(position))) {
        m_position = position;
    }
}

void HighWater::note(std::uint64_t position)
{
    const std::scoped_lock lock(m_mutex);
    if (position > m_position && m_file.writeAt(0, written(position))) {
        m_position = position;
    }
}

} // namespace quanke::gateway
