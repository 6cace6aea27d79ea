#include "seal/sodium.h"

#include <cstdlib>

namespace quanke::seal {

void readySodium()
{
    static const bool ready = sodium_init() >= 0;
    if (!ready) {
        std::abort(); // no randomness: nothing sealed now would be safe
    }
}

} // namespace quanke::seal
