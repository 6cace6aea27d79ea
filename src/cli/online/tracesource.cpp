#include "cli/online/tracesource.h"

#include "platform/folder.h"
#include "trace/saved.h"
#include "vault/trace/storedtrace.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

namespace quanke::cli {

namespace {

class TraceFile : public TraceSource {
public:
    explicit TraceFile(std::string path)
        : m_path(std::move(path))
    {
    }

    /// Looks through it once for all but the lines.
    Result<Done> look()
    {
        const auto seen = eachLine([this](const std::string &line) {
            const auto preface = m_preface ? std::nullopt : trace::prefaceIn(line);
            m_preface = preface ? preface : m_preface;
            if (const auto head = trace::headIn(line)) {
                m_heads.push_back(*head);
            }
        });
        return !seen || m_preface || !m_heads.empty() ? seen : Failure{"trace.none", {{"path", m_path}}};
    }
    std::vector<std::string> chains() const override
    {
        return m_preface ? std::vector{m_preface->chain} : std::vector<std::string>();
    }
    bool mayHold(const std::string &chain) const override
    {
        return m_preface
            ? chain == m_preface->chain
            : std::ranges::any_of(m_heads, [&chain](const trace::Head &head) { return head.chain == chain; });
    }
    std::vector<trace::Head> heads() const override { return m_heads; }
    std::string key() const override { return m_preface ? m_preface->key : std::string(); }
    Result<Done> read(
        const std::string & /*chain*/, const std::function<void(std::string_view)> &take) const override
    {
        return eachLine([&take](const std::string &line) {
            if (!trace::prefaceIn(line) && !trace::headIn(line)) {
                take(line);
            }
        });
    }

private:
    Result<Done> eachLine(const std::function<void(const std::string &)> &take) const
    {
        std::ifstream stream(m_path, std::ios::binary);
        for (std::string line; std::getline(stream, line);) {
            take(line);
        }
        return stream.eof() ? Result<Done>(Done{}) : Failure{"file.unreadable", {{"path", m_path}}};
    }

    std::string m_path;
    std::optional<trace::Preface> m_preface;
    std::vector<trace::Head> m_heads;
};

class TraceStore : public TraceSource {
public:
    TraceStore(std::unique_ptr<vault::StoredTrace> stored, std::string key)
        : m_stored(std::move(stored))
        , m_key(std::move(key))
    {
    }

    std::vector<std::string> chains() const override { return m_stored->chains(); }
    bool mayHold(const std::string &chain) const override { return m_stored->mayHold(chain); }
    std::vector<trace::Head> heads() const override { return m_stored->heads(); }
    std::string key() const override { return m_key; }
    Result<Done> read(
        const std::string &chain, const std::function<void(std::string_view)> &take) const override
    {
        return m_stored->read(chain, take);
    }

private:
    std::unique_ptr<vault::StoredTrace> m_stored;
    std::string m_key;
};

/// The public half, the second line of the gateway's own file.
std::string keyIn(const std::filesystem::path &folder)
{
    const auto text = platform::readFile(folder / "receipt.key");
    std::istringstream stream(text ? *text : std::string());
    std::string line;
    std::getline(stream, line);
    line.clear();
    std::getline(stream, line);
    return line;
}

} // namespace

Result<std::unique_ptr<TraceSource>> traceAt(const std::string &place)
{
    using Source = std::unique_ptr<TraceSource>;
    std::error_code error;
    if (!std::filesystem::is_directory(place, error)) {
        auto file = std::make_unique<TraceFile>(place);
        if (!std::filesystem::exists(place, error)) {
            return Failure{"file.missing", {{"path", place}}};
        }
        const auto looked = file->look();
        return looked ? Result<Source>(std::move(file)) : looked.failure();
    }
    const std::filesystem::path folder = place;
    const bool isGateway = std::filesystem::exists(folder / "gateway.db", error);
    auto stored = vault::StoredTrace::open(
        QString::fromStdString((folder / (isGateway ? "gateway.db" : "vault.db")).string()));
    const auto toldKey = stored ? (*stored)->key() : std::string();
    return stored ? Result<Source>(
               std::make_unique<TraceStore>(std::move(*stored), isGateway ? keyIn(folder) : toldKey))
                  : stored.failure();
}

} // namespace quanke::cli
