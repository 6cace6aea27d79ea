#include "cli/enginetimer.h"
#include "core/form/compiledform.h"
#include "platform/folder.h"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <numeric>

#include <unistd.h>

namespace {

using namespace quanke;

constexpr Date today{std::chrono::year(2026), std::chrono::November, std::chrono::day(21)};

template <class Value>
Value valueOf(Result<Value> result)
{
    if (!result) {
        std::cerr << result.failure().key << ' ' << result.failure().arguments.dump() << '\n';
        std::exit(1);
    }
    return std::move(*result);
}

/// The texts that the hotel's form is made of: its bundle, its 13 matters, and the dictionaries they refer to. The
/// other bundle and the wording of messages are no part of it.
const catalogue::DefinitionFiles &texts()
{
    static const auto files = [] {
        auto all = valueOf(platform::readTextFiles(QUANKE_SOURCE_DIR "/forms", ".json"));
        std::erase_if(all, [](const auto &file) {
            const std::string &path = file.first;
            return path.starts_with("matters/NB-") || path == "bundles/newborn.json"
                || path.starts_with("messages/");
        });
        return all;
    }();
    return files;
}

/// The hotel's form of all 13 matters, with everything it needs to live.
struct HotelForm {
    catalogue::Catalogue catalogue = valueOf(catalogue::Catalogue::load(texts()));
    form::ComposedForm composed = valueOf(form::composeForm(catalogue, "BUNDLE-HOTEL", {}, {}));

    const form::Composition &composition() const { return composed.composition; }
    const engine::FormGraph &graph() const { return composed.form->content().graph; }
};

/// Every field filled in rightly, a document for every material that is asked for, every question answered.
Json filledValues(const form::Composition &composition)
{
    Json values = valueOf(
        parseJson(valueOf(platform::readFile(QUANKE_SOURCE_DIR "/tests/support/data/hotel-values.json"))));
    for (const auto &material : composition.materials) {
        const bool isAsked = material.source == form::MaterialSource::Applicant
            || material.source == form::MaterialSource::Library;
        if (isAsked) {
            values[material.id] = Json::array({{{"sha256", std::string(64, 'a')}, {"mediaType", "image/png"},
                {"size", 204'800}, {"name", material.id + ".png"}, {"pages", 1}}});
        }
    }
    for (const auto &[situation, answer] : composition.answers) {
        values["situation/" + situation] = answer;
    }
    return values;
}

/// From the texts, which lie in memory, to a form that takes values: they are parsed, checked for their shape and
/// resolved, the 13 matters composed and compiled. Nothing is kept from one round to the next.
void compose(benchmark::State &state)
{
    texts();
    for (auto _ : state) {
        const HotelForm form;
        benchmark::DoNotOptimize(form.graph().fields.data());
    }
}
BENCHMARK(compose)->Unit(benchmark::kMillisecond);

/// Everything anew on the values the engine holds: finding every value, every condition, every field and, where they
/// are checked, every material.
void validate(benchmark::State &state, form::MaterialsChecked materials)
{
    const HotelForm form;
    const auto compiled = valueOf(form::CompiledForm::compile(form.catalogue, form.composition(), materials));
    const engine::FormGraph &graph = compiled->content().graph;
    engine::FormEngine engine(graph, today);
    Json values = filledValues(form.composition());
    if (materials == form::MaterialsChecked::No) {
        for (const auto &material : form.composition().materials) {
            values.erase(material.id);
        }
    }
    engine.load(std::move(values));
    for (const engine::FieldId id : graph.order) {
        for (const engine::Record &record : engine.recordsOf(id)) {
            if (record.finding.severity == Severity::Error) {
                state.SkipWithError(("wrong: " + graph.fields[id].key).c_str());
            }
        }
    }
    for (auto _ : state) {
        engine.evaluate();
        benchmark::ClobberMemory();
    }
    state.counters["values"] = double(engine.values().size());
}
BENCHMARK_CAPTURE(validate, all, form::MaterialsChecked::Yes)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(validate, fields, form::MaterialsChecked::No)->Unit(benchmark::kMicrosecond);

/// The same form and values in AJV, in milliseconds. What we hand it is easier than what we do ourselves: the answers are
/// applied beforehand, the documents and our own checks left out.
struct AjvTimes {
    double compile = 0;
    double validate = 0;
};

void write(const std::filesystem::path &path, const std::string &text)
{
    std::ofstream(path) << text;
}

AjvTimes askAjv()
{
    const HotelForm form;
    const auto folder = std::filesystem::temp_directory_path() / ("quanke-bench-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    write(folder / "schema.json", form::toJsonSchema(form.catalogue, form.composition()).dump());
    write(folder / "values.json", filledValues(form.composition()).dump());
    const std::string command = "NODE_PATH=/usr/share/nodejs node " QUANKE_SOURCE_DIR "/tests/bench/ajv.js "
        + (folder / "schema.json").string() + ' ' + (folder / "values.json").string() + " > "
        + (folder / "times").string();
    AjvTimes times;
    if (std::system(command.c_str()) == 0) {
        std::ifstream(folder / "times") >> times.compile >> times.validate;
    }
    std::filesystem::remove_all(folder);
    return times;
}

void ajv(benchmark::State &state, double AjvTimes::*which)
{
    for (auto _ : state) {
        const double time = askAjv().*which;
        state.SetIterationTime(time / 1e3);
        if (time <= 0) {
            state.SkipWithError("AJV did not run");
            break;
        }
    }
}
BENCHMARK_CAPTURE(ajv, compile, &AjvTimes::compile)
    ->Iterations(5)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ajv, validate, &AjvTimes::validate)
    ->Iterations(5)
    ->UseManualTime()
    ->Unit(benchmark::kMicrosecond);

/// What somebody might put there instead.
Json otherValue(const catalogue::Catalogue &catalogue, const std::string &key, const Json &value)
{
    const auto *element = catalogue.element(catalogue::splitKey(key).element);
    const auto *situation =
        catalogue::isSituationKey(key) ? catalogue.situation(catalogue::splitKey(key).element) : nullptr;
    const auto codes = situation ? situation->options
        : element                ? element->codes
                                 : std::vector<catalogue::Code>();
    if (value.is_boolean()) {
        return !value.get<bool>();
    }
    if (value.is_number()) {
        return value.get<double>() + 1;
    }
    if (!value.is_string()) {
        return nullptr; // files taken out, a group emptied
    }
    for (const catalogue::Code &code : codes) {
        if (code.code != value) {
            return code.code;
        }
    }
    return value.get<std::string>() + "1";
}

/// Each field, cell, material and answer changed and changed back, one after the other.
std::vector<cli::TimedEdit> edits(const catalogue::Catalogue &catalogue, const Json &values)
{
    std::vector<cli::TimedEdit> edits;
    const auto thereAndBack = [&](cli::TimedEdit edit, const Json &value) {
        edit.value = otherValue(catalogue, edit.key, value);
        edits.push_back(edit);
        edit.value = value;
        edits.push_back(std::move(edit));
    };
    for (const auto &[key, value] : values.items()) {
        thereAndBack({key, -1, {}, {}}, value);
        const bool isGroup = value.is_array() && value.front().is_object() && !catalogue.material(key);
        for (std::size_t row = 0; isGroup && row < value.size(); ++row) {
            for (const auto &cell : value[row].items()) {
                thereAndBack({key, static_cast<int>(row), cell.key(), {}}, cell.value());
            }
        }
    }
    return edits;
}

/// One step is one edit with all that follows from it (what shows, what is demanded, what is wrong, in ids). Of each
/// step the median over many rounds is taken: what the scheduler does to a single one is not ours. mean_us and
/// worst_us are over the steps; reading the clock (about 0.03 us a step) is in them.
void change(benchmark::State &state)
{
    const HotelForm form;
    const Json values = filledValues(form.composition());
    const auto steps = edits(form.catalogue, values);
    cli::EngineTimer timer(form.graph(), today, values, steps);
    std::vector<double> times;
    for (auto _ : state) {
        times = timer.timeEdits();
    }
    state.counters["steps"] = double(times.size());
    state.counters["mean_us"] = std::accumulate(times.begin(), times.end(), 0.0) / double(times.size());
    const auto worst = std::ranges::max_element(times);
    state.counters["worst_us"] = *worst;
    state.SetLabel("worst: " + steps[std::size_t(worst - times.begin())].key);
}
BENCHMARK(change)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
