#pragma once

#include "vault/outbox.h"

#include <QString>

namespace quanke::desk {

/// How often what has not been sent lies here, and what is wrong with that: 双份, 单份.
QString wordsOf(const vault::Copies &copies);

} // namespace quanke::desk
