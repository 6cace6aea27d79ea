#pragma once

#include "gateway/service/servicecontext.h"
#include "seal/password.h"

#include <string>
#include <vector>

namespace quanke::gateway {

/// What everybody of the demo hall signs in with.
constexpr const char *demoPassword = "Quanke-2026";

struct DemoOperator {
    std::string name;
    std::string displayName;
    std::string roles;
    std::string department;
};

/// Sets up an invented hall (demohall.json): its windows at the stations of the definitions' own divisions,
/// people of every role, and an approver "sp-<department>" for every department that decides a matter. Once:
/// gives nobody when it was done before. One password, printed for everybody, is one hash.
Result<std::vector<DemoOperator>> seedDemoHall(
    const ServiceContext &context, const seal::PasswordCost &cost = {});

} // namespace quanke::gateway
