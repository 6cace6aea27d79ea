#include "core/catalogue/condition.h"
#include "core/check/rules.h"

#include <algorithm>

namespace quanke::check {

namespace {

using Graph = std::map<std::string, std::set<std::string>>;

/// Finds circles by walking down and remembering the way.
class CircleFinder {
public:
    explicit CircleFinder(const Graph &graph)
        : m_graph(graph)
    {
    }

    /// Each circle once, as its members in order.
    std::vector<std::vector<std::string>> find()
    {
        for (const auto &[node, targets] : m_graph) {
            visit(node);
        }
        return m_circles;
    }

private:
    void visit(const std::string &node)
    {
        if (const auto begin = std::ranges::find(m_way, node); begin != m_way.end()) {
            m_circles.emplace_back(begin, m_way.end());
            return;
        }
        if (!m_visited.insert(node).second) {
            return;
        }
        m_way.push_back(node);
        if (const auto targets = m_graph.find(node); targets != m_graph.end()) {
            for (const std::string &target : targets->second) {
                visit(target);
            }
        }
        m_way.pop_back();
    }

    const Graph &m_graph;
    std::vector<std::string> m_way;
    std::set<std::string> m_visited;
    std::vector<std::vector<std::string>> m_circles;
};

void collectVariables(const Json &logic, std::set<std::string> &into)
{
    if (const Json *variable = memberOf(logic, "var"); variable && variable->is_string()) {
        into.insert(variable->get<std::string>());
    }
    if (logic.is_structured()) {
        for (const Json &part : logic) {
            collectVariables(part, into);
        }
    }
}

/// Which keys a key's being there or its value hangs on.
Graph keysOf(const Outline &outline)
{
    Graph graph;
    for (const Declaration &declaration : outline.declarations) {
        for (const Guard &guard : declaration.guards) {
            catalogue::collectKeys(*guard.condition, graph[declaration.key]);
        }
    }
    const Json *derived = memberOf(outline.matter->schema, "x-qk-derived");
    if (derived && derived->is_object()) {
        for (const auto &[key, logic] : derived->get_ref<const Json::object_t &>()) {
            collectVariables(logic, graph[key]);
        }
    }
    return graph;
}

} // namespace

void checkCircles(const Subject &subject, const Outlines &outlines, Findings &findings)
{
    Graph matters;
    for (const auto &[id, matter] : subject.catalogue.matters()) {
        for (const catalogue::Dependency &dependency : matter.dependsOn) {
            if (dependency.hard) {
                matters[id].insert(dependency.matter);
            }
        }
    }
    for (const auto &circle : CircleFinder(matters).find()) {
        const auto file = subject.fileOfMatter.find(circle.front());
        findings.add("dependency.circle", file == subject.fileOfMatter.end() ? std::string() : file->second,
            "/x-qk-matter/dependsOn", {{"matters", circle}});
    }
    for (const auto &[id, outline] : outlines) {
        for (const auto &circle : CircleFinder(keysOf(outline)).find()) {
            const auto place = std::ranges::find(outline.declarations, circle.front(), &Declaration::key);
            findings.add("condition.circle", outline.file,
                place == outline.declarations.end() ? std::string() : place->path, {{"keys", circle}});
        }
    }
}

} // namespace quanke::check
