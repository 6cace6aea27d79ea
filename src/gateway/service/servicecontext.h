#pragma once

#include "core/base/clock.h"
#include "core/casework/calendar.h"
#include "core/catalogue/catalogue.h"
#include "core/form/form.h"
#include "gateway/store/database.h"

namespace quanke::gateway {

/// What every service works with. All of it outlives the services.
struct ServiceContext {
    Database &database;
    const Clock &clock;
    const catalogue::Catalogue &catalogue;
    const casework::Calendar &calendar;
    form::FormSource forms;
};

} // namespace quanke::gateway
