#include "handover/beginning.h"
#include "handover/file.h"
#include "handover/password.h"
#include "seal/digest.h"

#include <fstream>
#include <optional>

namespace quanke::handover {

namespace {

Failure damaged(const char *detail)
{
    return {"handover.damaged", Json::object(), detail};
}

/// Cuts the content as it comes into what the receiver takes.
class Cutter {
public:
    explicit Cutter(Receiver &receiver)
        : m_receiver(receiver)
    {
    }

    Result<Done> add(std::string_view piece)
    {
        m_held += piece;
        if (!m_contents) {
            if (auto begun = begin(); !begun || !m_contents) {
                return begun;
            }
        }
        while (m_next < m_contents->documents.size() && m_held.size() >= m_contents->documents[m_next].size) {
            if (auto taken = takeNext(); !taken) {
                return taken;
            }
        }
        return Done{};
    }

    Result<Done> end() const
    {
        const bool isWhole = m_contents && m_next == m_contents->documents.size() && m_held.empty();
        return isWhole ? Result<Done>(Done{}) : damaged("rest");
    }

private:
    Result<Done> begin()
    {
        constexpr std::size_t lengthBytes = 4;
        if (m_held.size() < lengthBytes) {
            return Done{};
        }
        const auto length = numberFrom(std::string_view(m_held).substr(0, lengthBytes));
        if (length > JsonLimits().bytes) {
            return damaged("length");
        }
        if (m_held.size() < lengthBytes + length) {
            return Done{};
        }
        const auto json = parseJson(std::string_view(m_held).substr(lengthBytes, length));
        auto contents = json ? contentsFromJson(*json) : Result<Contents>(damaged("json"));
        if (!contents) {
            return contents.failure();
        }
        m_held.erase(0, lengthBytes + length);
        m_contents = std::move(*contents);
        return m_receiver.begin(*m_contents);
    }

    Result<Done> takeNext()
    {
        const Enclosure &document = m_contents->documents[m_next++];
        const auto bytes = std::string_view(m_held).substr(0, document.size);
        if (seal::sha256(bytes) != document.sha256) {
            return damaged("digest");
        }
        auto taken = m_receiver.take(document, bytes);
        m_held.erase(0, document.size);
        return taken;
    }

    Receiver &m_receiver;
    std::string m_held;
    std::optional<Contents> m_contents;
    std::size_t m_next = 0;
};

/// An open file and what stands in the clear at its front.
struct Opened {
    std::ifstream stream;
    Beginning beginning;
    std::string clear;
    std::string trial;
};

std::string take(std::ifstream &stream, std::size_t count)
{
    std::string bytes(count, '\0');
    stream.read(bytes.data(), std::streamsize(count));
    bytes.resize(std::size_t(stream.gcount()));
    return bytes;
}

Result<Opened> open(const std::filesystem::path &path)
{
    std::error_code error;
    const auto length = std::filesystem::file_size(path, error);
    Opened opened{std::ifstream(path, std::ios::binary), {}, {}, {}};
    if (error || !opened.stream) {
        return Failure{"handover.unreadable"};
    }
    opened.clear = take(opened.stream, beginningLength);
    auto beginning = beginningFrom(opened.clear);
    if (!beginning) {
        return beginning.failure();
    }
    if (length < beginning->length) {
        return Failure{"handover.cut-short"};
    }
    if (length > beginning->length) {
        return damaged("length");
    }
    opened.beginning = std::move(*beginning);
    opened.trial = take(opened.stream, trialLength(opened.beginning.suite));
    return opened;
}

} // namespace

Result<Done> read(const std::filesystem::path &path, const seal::Suite &suite, std::string_view password,
    Receiver &receiver, const Watch &watch)
{
    auto file = open(path);
    if (!file) {
        return file.failure();
    }
    const auto key =
        suite.keyFromPassword(spoken(password).view(), file->beginning.salt, file->beginning.cost);
    if (!key) {
        return key.failure();
    }
    if (!suite.decrypt(*key, file->trial, file->clear)) {
        return Failure{"handover.wrong-password"};
    }
    Cutter cutter(receiver);
    std::uint64_t done = file->clear.size() + file->trial.size();
    const auto source = [&](char *into, std::size_t most) -> Result<std::size_t> {
        file->stream.read(into, std::streamsize(most));
        if (file->stream.bad()) {
            return Failure{"handover.unreadable"};
        }
        const auto count = std::size_t(file->stream.gcount());
        done += count;
        const auto watched = watch ? watch(done, file->beginning.length) : Done{};
        return watched ? Result<std::size_t>(count) : watched.failure();
    };
    const auto opened = suite.decryptStream(*key, file->clear + file->trial, source,
        [&cutter](std::string_view piece) { return cutter.add(piece); });
    if (!opened) {
        return opened.failure().key.starts_with("seal.") ? damaged("seal") : opened;
    }
    return cutter.end();
}

} // namespace quanke::handover
