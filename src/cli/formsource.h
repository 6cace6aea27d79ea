#pragma once

#include "cli/command.h"
#include "core/catalogue/catalogue.h"
#include "core/form/form.h"

namespace quanke::cli {

/// Options of the commands that work on a composed form, worded once.
std::vector<Option> compositionOptions();
Option valuesOption();
Option todayOption();

/// The definitions below --forms.
Result<catalogue::Catalogue> loadCatalogue(const Arguments &arguments);
/// What --bundle, --tick and --answers ask for.
Result<form::Composition> composeFrom(const catalogue::Catalogue &catalogue, const Arguments &arguments);
/// The JSON file an option names; failures name the file ("path").
Result<Json> readJson(const Arguments &arguments, std::string_view option);
/// The same, refused (values.not-an-object) when it is no object.
Result<Json> readObject(const Arguments &arguments, std::string_view option);
/// The day of --today, or else the day it is in China. Fails with usage.not-a-day.
Result<Date> todayFrom(const Arguments &arguments);

/// Says on the error stream why the command cannot run.
ExitCode refuse(const Failure &failure, const Streams &streams);
/// One JSON value on the output stream.
void printJson(const OrderedJson &json, const Streams &streams);

} // namespace quanke::cli
