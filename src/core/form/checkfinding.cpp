#include "core/form/checkfinding.h"

namespace quanke::form {

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

} // namespace quanke::form
