#include "core/formats/checkfinding.h"

namespace quanke::formats {

CheckOutcome checkLength(const std::string &area, std::size_t length, std::size_t wanted)
{
    if (length < wanted) {
        return CheckFinding{area + ".too-short", {{"missing", wanted - length}}};
    }
    if (length > wanted) {
        return CheckFinding{area + ".too-long", {{"surplus", length - wanted}}};
    }
    return std::nullopt;
}

} // namespace quanke::formats
