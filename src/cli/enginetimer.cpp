#include "cli/enginetimer.h"

#include <algorithm>
#include <chrono>

namespace quanke::cli {

namespace {

using Clock = std::chrono::steady_clock;

double microseconds(Clock::duration duration)
{
    return std::chrono::duration<double, std::micro>(duration).count();
}

double median(std::vector<double> times)
{
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

bool isPath(const Json &path)
{
    const bool isKey = path.is_array() && !path.empty() && path[0].is_string();
    if (!isKey || path.size() == 1) {
        return isKey;
    }
    return path.size() == 3 && path[1].is_number_unsigned() && path[1].get<std::uint64_t>() < engine::mostRows
        && path[2].is_string();
}

OrderedJson sorted(std::vector<std::string> names)
{
    std::ranges::sort(names);
    return names;
}

} // namespace

Result<std::vector<TimedEdit>> readEdits(const Json &json)
{
    std::vector<TimedEdit> edits;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const bool isEdit =
            json.is_array() && json[i].is_object() && json[i].contains("path") && isPath(json[i]["path"]);
        if (!isEdit) {
            return Failure{"bench.edits", {{"index", i}}, {}};
        }
        const Json &path = json[i]["path"];
        TimedEdit edit{path[0].get<std::string>(), -1, {}, json[i].value("value", Json())};
        if (path.size() == 3) {
            edit.row = path[1].get<int>();
            edit.column = path[2].get<std::string>();
        }
        edits.push_back(std::move(edit));
    }
    return edits;
}

EngineTimer::EngineTimer(
    const engine::FormGraph &graph, Date today, Json values, std::vector<TimedEdit> edits)
    : m_graph(graph)
    , m_values(std::move(values))
    , m_edits(std::move(edits))
    , m_engine(graph, today)
{
}

double EngineTimer::timeFull()
{
    constexpr int rounds = 2000;
    m_engine.load(m_values);
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const auto start = Clock::now();
        m_engine.evaluate();
        times.push_back(microseconds(Clock::now() - start));
    }
    return median(std::move(times));
}

std::vector<double> EngineTimer::timeEdits()
{
    constexpr int rounds = 300;
    std::vector<std::vector<double>> times(m_edits.size());
    for (int round = 0; round < rounds; ++round) {
        m_engine.load(m_values);
        for (std::size_t i = 0; i < m_edits.size(); ++i) {
            const auto start = Clock::now();
            apply(m_edits[i]);
            times[i].push_back(microseconds(Clock::now() - start));
        }
    }
    std::vector<double> medians;
    std::ranges::transform(times, std::back_inserter(medians), median);
    return medians;
}

OrderedJson EngineTimer::steps()
{
    OrderedJson steps = OrderedJson::array();
    m_engine.load(m_values);
    for (const TimedEdit &edit : m_edits) {
        apply(edit);
        std::vector<std::string> wrong;
        std::vector<std::string> right;
        std::ranges::transform(
            m_delta.turnedWrong, std::back_inserter(wrong), [&](auto &spot) { return nameOf(spot); });
        std::ranges::transform(
            m_delta.turnedRight, std::back_inserter(right), [&](auto &spot) { return nameOf(spot); });
        steps.push_back({{"errAdd", sorted(std::move(wrong))}, {"errDel", sorted(std::move(right))},
            {"shown", namesOf(m_delta.shown)}, {"hidden", namesOf(m_delta.hidden)}});
    }
    return steps;
}

void EngineTimer::apply(const TimedEdit &edit)
{
    m_engine.set({edit.key, edit.row, edit.column}, edit.value, m_delta);
}

std::string EngineTimer::nameOf(const engine::Spot &spot) const
{
    return engine::pathOf(
        m_graph.fields[spot.field].key, spot.row, spot.column ? std::string_view(*spot.column) : "");
}

OrderedJson EngineTimer::namesOf(const std::vector<engine::FieldId> &fields) const
{
    std::vector<std::string> names;
    std::ranges::transform(
        fields, std::back_inserter(names), [&](engine::FieldId id) { return m_graph.fields[id].key; });
    return sorted(std::move(names));
}

} // namespace quanke::cli
