#include "core/schema/nodecompiler.h"

#include "core/catalogue/keywords.h"

#include <algorithm>
#include <array>

namespace quanke::schema {

namespace {

template <class Rules>
Rules &ensure(std::unique_ptr<Rules> &rules)
{
    if (!rules) {
        rules = std::make_unique<Rules>();
    }
    return *rules;
}

std::uint8_t typeNamed(const std::string &name)
{
    static constexpr std::array<std::pair<std::string_view, std::uint8_t>, 7> names{{{"null", types::null},
        {"boolean", types::boolean}, {"object", types::object}, {"array", types::array},
        {"number", types::number}, {"string", types::string}, {"integer", types::integer}}};
    return std::ranges::find(names, name, &std::pair<std::string_view, std::uint8_t>::first)->second;
}

std::uint8_t typesIn(const Json &value)
{
    if (value.is_string()) {
        return typeNamed(value.get_ref<const std::string &>());
    }
    std::uint8_t types = 0;
    for (const Json &name : value) {
        types |= typeNamed(name.get_ref<const std::string &>());
    }
    return types;
}

long double boundOf(const Json &value)
{
    if (value.is_number_unsigned()) {
        return static_cast<long double>(value.get<std::uint64_t>());
    }
    return value.is_number_integer() ? static_cast<long double>(value.get<std::int64_t>())
                                     : static_cast<long double>(value.get<double>());
}

/// Keywords that say nothing about a value, or are read together with another one.
bool isSilent(std::string_view keyword)
{
    static constexpr std::array<std::string_view, 9> silent{"$defs", "$id", "$schema", "contentMediaType",
        "default", "deprecated", "description", "readOnly", "title"};
    return std::ranges::find(silent, keyword) != silent.end();
}

/// Nothing beside `$ref` says anything.
bool isOnlyReference(const Json &schema)
{
    return schema.is_object() && schema.size() == 1 && schema.begin().key() == "$ref"
        && schema.begin()->is_string();
}

PropertyRule &ruleFor(ObjectRules &rules, const std::string &name)
{
    const auto at = std::ranges::lower_bound(rules.properties, name, {}, &PropertyRule::name);
    return at != rules.properties.end() && at->name == name
        ? *at
        : *rules.properties.insert(at, PropertyRule{name});
}

} // namespace

NodeCompiler::NodeCompiler(NodeStore &store, References *references, SharedNodes *shared)
    : m_store(store)
    , m_references(references)
    , m_shared(shared)
{
}

void NodeCompiler::fail(std::string key, const Place &place, Json arguments)
{
    if (!m_failure) {
        arguments["path"] = place.pointer();
        m_failure = Failure{std::move(key), std::move(arguments), {}};
    }
}

bool NodeCompiler::accept(std::string_view keyword, const Json &value, const Place &place)
{
    const auto shape = catalogue::keywordValue(keyword);
    if (!shape) {
        fail("profile.unknown-keyword", place, {{"keyword", keyword}});
    } else if (!catalogue::hasShape(value, *shape)) {
        const bool choices = *shape == catalogue::KeywordValue::Choices;
        fail(choices ? "profile.unsupported" : "profile.malformed", place, {{"keyword", keyword}});
    }
    return !m_failure;
}

Located NodeCompiler::follow(const Json &reference, const Json &resource, const Place &place)
{
    const auto &text = reference.get_ref<const std::string &>();
    const Located target = m_references ? m_references->resolve(text, resource) : Located{};
    if (!target.schema) {
        fail("profile.reference", place, {{"reference", text}});
    }
    return target;
}

const Node *NodeCompiler::compile(Located located, const Place &place)
{
    const Json &schema = *located.schema;
    if (m_failure) {
        return nullptr;
    }
    if (!schema.is_object() && !schema.is_boolean()) {
        fail("profile.malformed", place, {{"keyword", ""}});
        return nullptr;
    }
    if (std::ranges::find(m_inPlace, &schema) != m_inPlace.end()) {
        fail("profile.circle", place, Json::object());
        return nullptr;
    }
    if (isOnlyReference(schema)) {
        m_inPlace.push_back(&schema);
        const Located target = follow(schema.at("$ref"), *located.resource, place);
        const Node *node = target.schema ? compile(target, place) : nullptr;
        m_inPlace.pop_back();
        return node;
    }
    const auto known = m_targets.find(&schema);
    if (known != m_targets.end()) {
        return known->second;
    }
    Node &node = add();
    m_targets.emplace(&schema, &node);
    m_inPlace.push_back(&schema);
    compileInto(node, located, place);
    m_inPlace.pop_back();
    return m_failure ? nullptr : &node;
}

void NodeCompiler::compileInto(Node &node, Located located, const Place &place)
{
    const Json &schema = *located.schema;
    if (schema.is_boolean()) {
        node.never = !schema.get<bool>();
        return;
    }
    if (schema.contains("$id")) {
        located.resource = &schema;
    }
    for (const auto &[keyword, value] : schema.get_ref<const Json::object_t &>()) {
        if (isSilent(keyword)) {
            continue;
        }
        if (!accept(keyword, value, place)) {
            return;
        }
        const bool known = compileBound(node, keyword, value, place)
            || compileArray(node, keyword, value, located, place)
            || compileObject(node, keyword, value, located, place)
            || compileBranch(node, keyword, value, located, place) || compileOwn(node, keyword, value, place);
        if (m_failure || !known) {
            return;
        }
    }
}

bool NodeCompiler::compileBound(Node &node, std::string_view keyword, const Json &value, const Place &place)
{
    if (keyword == "type") {
        node.types = typesIn(value);
    } else if (keyword == "enum") {
        node.choices = std::make_unique<const ValueSet>(value);
    } else if (keyword == "const") {
        node.constant = std::make_unique<const Json>(value);
    } else if (keyword == "pattern") {
        node.pattern = compilePattern(value.get_ref<const std::string &>(), place);
    } else if (keyword == "minLength") {
        node.minLength =
            static_cast<std::uint32_t>(std::min<std::uint64_t>(value.get<std::uint64_t>(), UINT32_MAX / 8));
    } else if (keyword == "maxLength") {
        node.maxLength =
            static_cast<std::uint32_t>(std::min<std::uint64_t>(value.get<std::uint64_t>(), UINT32_MAX));
    } else if (keyword == "minimum") {
        ensure(node.number).minimum = boundOf(value);
    } else if (keyword == "maximum") {
        ensure(node.number).maximum = boundOf(value);
    } else if (keyword == "exclusiveMinimum") {
        ensure(node.number).exclusiveMinimum = boundOf(value);
    } else if (keyword == "exclusiveMaximum") {
        ensure(node.number).exclusiveMaximum = boundOf(value);
    } else if (keyword == "multipleOf") {
        ensure(node.number).multipleOf = value;
        if (boundOf(value) <= 0) {
            fail("profile.malformed", place, {{"keyword", keyword}});
        }
    } else {
        return false;
    }
    return true;
}

bool NodeCompiler::compileArray(
    Node &node, std::string_view keyword, const Json &value, Located located, const Place &place)
{
    if (keyword == "minItems") {
        ensure(node.array).minItems = value.get<std::size_t>();
    } else if (keyword == "maxItems") {
        ensure(node.array).maxItems = value.get<std::size_t>();
    } else if (keyword == "uniqueItems") {
        ensure(node.array).unique = value.get<bool>();
    } else if (keyword == "items") {
        ArrayRules &rules = ensure(node.array);
        rules.nothingMore = value == false;
        rules.items =
            value.is_boolean() ? nullptr : compileBelow(value, located.resource, place.below(keyword));
    } else if (keyword == "prefixItems") {
        const Place list = place.below(keyword);
        for (std::size_t i = 0; i < value.size(); ++i) {
            ensure(node.array).prefix.push_back(compileBelow(value[i], located.resource, list.below(i)));
        }
    } else {
        return false;
    }
    return true;
}

bool NodeCompiler::compileObject(
    Node &node, std::string_view keyword, const Json &value, Located located, const Place &place)
{
    if (keyword == "properties") {
        const Place list = place.below(keyword);
        for (const auto &[name, schema] : value.get_ref<const Json::object_t &>()) {
            const Node *below = compileBelow(schema, located.resource, list.below(name));
            ruleFor(ensure(node.object), name).node = below;
        }
    } else if (keyword == "required") {
        for (const Json &name : value) {
            ruleFor(ensure(node.object), name.get_ref<const std::string &>()).required = true;
        }
    } else if (keyword == "dependentRequired") {
        for (const auto &[name, wanted] : value.get_ref<const Json::object_t &>()) {
            ensure(node.object).dependentRequired[name] = wanted.get<std::vector<std::string>>();
        }
    } else {
        return false;
    }
    return true;
}

bool NodeCompiler::compileBranch(
    Node &node, std::string_view keyword, const Json &value, Located located, const Place &place)
{
    const Place below = place.below(keyword);
    const auto list = [&] {
        std::vector<const Node *> nodes;
        for (std::size_t i = 0; i < value.size(); ++i) {
            nodes.push_back(compile({&value[i], located.resource}, below.below(i)));
        }
        return nodes;
    };
    if (keyword == "$ref") {
        compileReference(node, value, located, place);
    } else if (keyword == "allOf") {
        const auto nodes = list();
        BranchRules &rules = ensure(node.branches);
        rules.all.insert(rules.all.end(), nodes.begin(), nodes.end());
    } else if (keyword == "anyOf") {
        auto nodes = list();
        ensure(node.branches).any.push_back(std::move(nodes));
    } else if (keyword == "oneOf") {
        Json constants = Json::array();
        std::ranges::transform(
            value, std::back_inserter(constants), [](const Json &choice) { return choice.at("const"); });
        ensure(node.branches).one = std::make_unique<const ValueSet>(constants);
    } else if (keyword == "not") {
        const Node *part = compile({&value, located.resource}, below);
        ensure(node.branches).none.push_back(part);
    } else if (keyword == "if") {
        const Node *condition = compile({&value, located.resource}, below);
        ensure(node.branches).condition = condition;
    } else if (keyword == "then" || keyword == "else") {
        const Node *branch = compile({&value, located.resource}, below);
        (keyword == "then" ? ensure(node.branches).then : ensure(node.branches).otherwise) = branch;
    } else {
        return false;
    }
    return true;
}

void NodeCompiler::compileReference(Node &node, const Json &value, Located located, const Place &place)
{
    const Located target = follow(value, *located.resource, place);
    const Node *part = target.schema ? compile(target, place) : nullptr;
    ensure(node.branches).all.push_back(part);
}

bool NodeCompiler::compileOwn(Node &node, std::string_view keyword, const Json &value, const Place &place)
{
    if (keyword == "format") {
        node.format = formats::namedCheck(value.get_ref<const std::string &>());
    } else if (keyword == "x-qk-scale" && value.is_number_unsigned()) {
        ensure(node.number).scale = static_cast<int>(std::min<std::uint64_t>(value.get<std::uint64_t>(), 12));
    } else if (keyword == "x-qk-typedBy" && value.is_string()) {
        node.typedBy = value.get<std::string>();
    } else if (keyword == "x-qk-multiline") {
        node.multiline = value == true;
    } else if (keyword == "x-qk-asserts" && value.is_array()) {
        compileAssertions(node, value, place.below(keyword));
    }
    return true;
}

void NodeCompiler::compileAssertions(Node &node, const Json &list, const Place &place)
{
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Json &item = list[i];
        if (!item.is_object() || !item.contains("logic")) {
            fail("profile.malformed", place.below(i), {{"keyword", "logic"}});
            return;
        }
        auto logic = Logic::read(item.at("logic"));
        if (!logic) {
            fail("profile.logic", place.below(i), logic.failure().arguments);
            return;
        }
        const Severity severity =
            item.value("severity", "error") == "warning" ? Severity::Warning : Severity::Error;
        node.assertions.push_back({item.value("id", ""), std::move(*logic), severity});
    }
}

const Pattern *NodeCompiler::compilePattern(const std::string &text, const Place &place)
{
    auto &known = m_store.patterns[text];
    if (!known) {
        auto pattern = Pattern::compile(text);
        if (!pattern) {
            fail("profile.pattern", place, {{"pattern", text}});
            return nullptr;
        }
        known = std::move(*pattern);
    }
    return known.get();
}

const Node *NodeCompiler::compileBelow(const Json &schema, const Json *resource, const Place &place)
{
    if (m_shared) {
        const auto alike = m_shared->find(&schema);
        if (alike != m_shared->end()) {
            return alike->second;
        }
    }
    std::vector<const Json *> outer;
    std::swap(outer, m_inPlace);
    const Node *node = compile({&schema, resource}, place);
    std::swap(outer, m_inPlace);
    if (m_shared && node) {
        m_shared->emplace(&schema, node);
    }
    return node;
}

} // namespace quanke::schema
