#pragma once

#include "core/form/severity.h"
#include "core/formats/namedcheck.h"

/// The named checks of single values, for those who know them by the form.
namespace quanke::form {

using formats::CheckContext;
using formats::CheckFinding;
using formats::namedCheck;
using formats::NamedCheck;
using formats::normalise;
using formats::runNamedCheck;

} // namespace quanke::form
