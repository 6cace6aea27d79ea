#include "lint/includerules.h"

#include <re2/re2.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace quanke::lint {

namespace {

using Names = std::set<std::string, std::less<>>;

/// A folder of src, the folders below it in the house that it may include, and the libraries that it may use
/// beside the standard one.
struct Layer {
    std::string folder;
    Names layers;
    Names libraries;
};

Names operator+(Names left, const Names &right)
{
    left.insert(right.begin(), right.end());
    return left;
}

/// The table. What the house looks like is decided here; a longer folder name stands for itself, not for its
/// parent.
std::vector<Layer> makeLayers()
{
    const Names core{"core/base", "core/catalogue", "core/formats", "core/schema", "core/engine", "core/form",
        "core/casework", "core/wire"};
    const Names value{"core/base", "core/catalogue"};
    const Names form = value + Names{"core/formats", "core/schema", "core/engine"};
    const Names ground = core + Names{"platform", "seal"};
    const Names traced = ground + Names{"trace"};
    const Names text{"nlohmann", "simdjson", "re2", "icu"};
    const Names system{"disk", "posix"};
    const Names qt{"QtCore", "QtGui", "QtConcurrent"};
    const Names paper{"QtPdf", "QtSvg", "QtPrintSupport"};
    return {
        {"core/base", {}, text},
        {"core/catalogue", {"core/base"}, text},
        {"core/formats", value, text + Names{"zxcvbn"}},
        {"core/schema", value + Names{"core/formats"}, text},
        {"core/engine", value + Names{"core/formats", "core/schema"}, text},
        {"core/form", form, text},
        {"core/casework", form + Names{"core/form"}, text},
        {"core/check", form + Names{"core/form", "core/casework"}, text},
        {"core/wire", form + Names{"core/form", "core/casework"}, text},
        {"platform", core, text + system},
        {"seal", core + Names{"platform"}, text + system + Names{"sodium", "openssl"}},
        {"certificates", core + Names{"platform", "seal"}, text + system + Names{"openssl"}},
        {"documents", core + Names{"platform"}, text + system + qt + paper},
        {"notices", core + Names{"platform"}, text + qt + paper + Names{"qrencode"}},
        {"devices", core + Names{"platform"}, text + system + qt},
        {"trace", ground, text},
        {"spool", ground, text + system},
        {"handover", ground, text + system},
        {"vault", traced + Names{"spool", "handover"}, text + system + qt + Names{"QtSql", "sodium"}},
        {"link", traced + Names{"certificates", "spool", "handover", "vault"},
            text + system + qt + Names{"QtNetwork"}},
        {"desk",
            traced
                + Names{"certificates", "documents", "notices", "devices", "spool", "handover", "vault",
                    "link"},
            text + system + qt + paper
                + Names{"QtWidgets", "QtNetwork", "QtSvgWidgets", "QtPdfWidgets", "qt6keychain"}},
        {"gateway/store/sql", {"core/base"}, text + system + Names{"sqlite"}},
        {"gateway/store", traced + Names{"gateway/store/sql"}, text + system},
        {"gateway/backup", ground + Names{"gateway/store"}, text + system},
        {"gateway/keys", ground + Names{"gateway/store"}, text + system},
        {"gateway/uploads", ground, text + system},
        {"gateway/service",
            traced + Names{"gateway/backup", "gateway/store", "gateway/keys", "gateway/uploads"},
            text + system},
        {"gateway/ingest", traced + Names{"spool", "gateway/service", "gateway/store"}, text + system},
        {"gateway/http",
            traced
                + Names{"certificates", "spool", "gateway/ingest", "gateway/service", "gateway/store",
                    "gateway/uploads"},
            text + system + Names{"Poco", "openssl"}},
        {"gateway",
            ground
                + Names{"gateway/store", "gateway/uploads", "gateway/service", "gateway/ingest",
                    "gateway/http"},
            text + system},
        {"cli",
            traced + Names{"certificates", "core/check", "documents", "notices", "devices", "vault", "link"},
            text + system + qt + Names{"QtNetwork"}},
    };
}

const Layer *layerOf(const std::vector<Layer> &layers, std::string_view path)
{
    const Layer *best = nullptr;
    for (const Layer &layer : layers) {
        if (path.starts_with(layer.folder + '/')
            && (best == nullptr || layer.folder.size() > best->folder.size())) {
            best = &layer;
        }
    }
    return best;
}

/// Which module each of Qt's headers comes from, as installed.
std::map<std::string, std::string, std::less<>> readQtModules()
{
    std::map<std::string, std::string, std::less<>> modules;
    for (const auto &folder : std::filesystem::directory_iterator(QUANKE_QT_HEADERS)) {
        for (const auto &header : std::filesystem::directory_iterator(folder)) {
            modules.emplace(header.path().filename().string(), folder.path().filename().string());
        }
    }
    return modules;
}

/// The library that a header belongs to: a Qt module, "disk", "posix", the folder it lives in; empty for the
/// standard one.
std::string libraryOf(const std::string &header)
{
    static const std::map<std::string, std::string, std::less<>> byName{{"sodium.h", "sodium"},
        {"simdjson.h", "simdjson"}, {"sqlite3.h", "sqlite"}, {"qrencode.h", "qrencode"},
        {"zxcvbn.h", "zxcvbn"}, {"filesystem", "disk"}, {"fstream", "disk"}};
    static const std::map<std::string, std::string, std::less<>> byFolder{{"unicode", "icu"}};
    static const auto qtModules = readQtModules();
    if (const auto found = byName.find(header); found != byName.end()) {
        return found->second;
    }
    const std::size_t slash = header.find('/');
    if (slash == std::string::npos) {
        const auto module = qtModules.find(header);
        return module != qtModules.end() ? module->second : header.ends_with(".h") ? "posix" : "";
    }
    const std::string folder = header.substr(0, slash);
    if (const auto found = byFolder.find(folder); found != byFolder.end()) {
        return found->second;
    }
    return folder == "sys" || folder == "linux" || folder == "netinet" || folder == "arpa" ? "posix" : folder;
}

bool isOfDesigner(const std::string &header)
{
    return std::filesystem::path(header).filename().string().starts_with("ui_");
}

/// What the build makes: moc's output, files turned into texts. Such a name is bare and nobody wrote a file of that name.
bool isGenerated(const std::vector<Source> &sources, const std::string &header)
{
    return header.find('/') == std::string::npos && !isOfDesigner(header)
        && std::ranges::none_of(
            sources, [&](const Source &source) { return source.hasEnding('/' + header); });
}

/// Empty where the include is allowed.
std::string objection(
    const std::vector<Layer> &layers, const Layer &layer, const std::string &header, bool quoted)
{
    if (isOfDesigner(header)) {
        return layer.folder == "desk" ? "" : "only desk shows Designer's forms";
    }
    if (const Layer *target = layerOf(layers, header)) {
        return target == &layer || layer.layers.contains(target->folder)
            ? ""
            : layer.folder + " may not include " + target->folder + "; includes go one way";
    }
    if (quoted) {
        return "name our own headers by the path of their layer, as in \"core/base/json.h\"";
    }
    const std::string library = libraryOf(header);
    return library.empty() || layer.libraries.contains(library) ? ""
                                                                : layer.folder + " may not use " + library;
}

/// One #include of a source.
struct Include {
    int line = 0;
    bool quoted = false;
    std::string header;
};

std::vector<Include> includesOf(const Source &source)
{
    static const RE2 pattern(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re");
    std::vector<Include> includes;
    int line = 0;
    for (const std::string_view text : linesOf(source.text)) {
        ++line;
        std::string opening;
        std::string header;
        if (RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern, &opening, &header)) {
            includes.push_back({line, opening == "\"", header});
        }
    }
    return includes;
}

} // namespace

Findings checkIncludes(const std::vector<Source> &sources)
{
    static const std::vector<Layer> layers = makeLayers();
    Findings findings;
    for (const Source &source : sources) {
        if (!source.isCpp() || !source.isBelow("src/")) {
            continue;
        }
        const Layer *layer = layerOf(layers, std::string_view(source.path).substr(4));
        if (layer == nullptr) {
            findings.push_back(
                {source.path, 0, "this folder is not in the table of layers (tests/lint/includerules.cpp)"});
            continue;
        }
        for (const Include &include : includesOf(source)) {
            if (include.quoted && isGenerated(sources, include.header)) {
                continue;
            }
            if (const std::string what = objection(layers, *layer, include.header, include.quoted);
                !what.empty()) {
                findings.push_back({source.path, include.line, what + " (" + include.header + ')'});
            }
        }
    }
    return findings;
}

} // namespace quanke::lint
