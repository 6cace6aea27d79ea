#include "desk/counter/session/step.h"

#include <algorithm>
#include <array>

namespace quanke::desk {

namespace {

constexpr std::array<std::string_view, 6> names = {"find", "tailor", "fill", "documents", "check", "receipt"};

} // namespace

std::string_view nameOf(Step step)
{
    return names[static_cast<std::size_t>(step)];
}

Step stepFromName(std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? Step::Find : static_cast<Step>(found - names.begin());
}

} // namespace quanke::desk
