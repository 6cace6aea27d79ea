#include "handover/beginning.h"
#include "handover/file.h"
#include "handover/password.h"
#include "platform/durablefile.h"

#include <algorithm>
#include <cstring>

namespace quanke::handover {

namespace {

/// The content, as the stream asks for it: one document at a time in memory.
class Content {
public:
    Content(std::string front, const Contents &contents, const Bytes &bytes)
        : m_held(std::move(front))
        , m_contents(contents)
        , m_bytes(bytes)
    {
    }

    Result<std::size_t> give(char *into, std::size_t most)
    {
        while (m_given == m_held.size() && m_next < m_contents.documents.size()) {
            if (auto taken = takeNext(); !taken) {
                return taken.failure();
            }
        }
        const auto count = std::min(most, m_held.size() - m_given);
        std::memcpy(into, m_held.data() + m_given, count);
        m_given += count;
        return count;
    }

private:
    Result<Done> takeNext()
    {
        const Enclosure &document = m_contents.documents[m_next++];
        auto bytes = m_bytes(document);
        if (!bytes) {
            return bytes.failure();
        }
        if (bytes->size() != document.size) {
            return Failure{"handover.io", Json::object(), "a document is not as long as it was"};
        }
        m_held = std::move(*bytes);
        m_given = 0;
        return Done{};
    }

    std::string m_held;
    std::size_t m_given = 0;
    std::size_t m_next = 0;
    const Contents &m_contents;
    const Bytes &m_bytes;
};

/// The file as it grows: counted, watched, and on the disk before much more is added.
class Growing {
public:
    Growing(platform::DurableFile &file, std::uint64_t whole, const Watch &watch)
        : m_file(file)
        , m_whole(whole)
        , m_watch(watch)
    {
    }

    Result<Done> append(std::string_view bytes)
    {
        if (auto appended = m_file.append(bytes); !appended) {
            return appended;
        }
        m_length += bytes.size();
        if (m_length - m_synced >= unsyncedAtMost) {
            if (auto synced = m_file.sync(); !synced) {
                return synced;
            }
            m_synced = m_length;
        }
        return m_watch ? m_watch(m_length, m_whole) : Done{};
    }
    /// The length that its beginning tells is the one it has.
    Result<Done> end() const
    {
        return m_length == m_whole ? Result<Done>(Done{})
                                   : Failure{"handover.io", Json::object(), "the file has another length"};
    }

private:
    static constexpr std::uint64_t unsyncedAtMost = 8ULL * 1024 * 1024;

    platform::DurableFile &m_file;
    std::uint64_t m_whole;
    const Watch &m_watch;
    std::uint64_t m_length = 0;
    std::uint64_t m_synced = 0;
};

/// What stands before the documents.
std::string frontOf(const Contents &contents)
{
    const auto text = canonicalText(toJson(contents));
    return numberBytes(text.size(), 4) + text;
}

Result<std::uint64_t> lengthOf(const std::string &front, const Contents &contents, unsigned char suite)
{
    std::uint64_t plain = front.size();
    bool fits = front.size() <= JsonLimits().bytes;
    for (const auto &document : contents.documents) {
        plain += document.size;
        fits = fits && document.size <= longestDocument;
    }
    const auto length = fileLength(plain, suite);
    return fits && length <= longestFile ? Result<std::uint64_t>(length) : Failure{"handover.too-large"};
}

} // namespace

Result<Done> write(const std::filesystem::path &path, const seal::Suite &suite, std::string_view password,
    const seal::PasswordCost &cost, const Contents &contents, const Bytes &bytes, const Watch &watch)
{
    if (!isLongEnough(password)) {
        return Failure{"handover.short-password"};
    }
    auto front = frontOf(contents);
    const auto length = lengthOf(front, contents, suite.number());
    if (!length) {
        return length.failure();
    }
    const Beginning beginning{cost, suite.makeSalt(), *length, suite.number()};
    const auto key = suite.keyFromPassword(spoken(password).view(), beginning.salt, cost);
    if (!key) {
        return key.failure();
    }
    const auto clear = bytesOf(beginning);
    const auto bound = clear + suite.encrypt(*key, {}, clear);
    Content content(std::move(front), contents, bytes);
    return platform::saidBy("handover", platform::writeWhole(path, [&](platform::DurableFile &file) {
        Growing growing(file, *length, watch);
        const auto append = [&growing](std::string_view piece) { return growing.append(piece); };
        const auto give = [&content](char *into, std::size_t most) { return content.give(into, most); };
        auto written = append(bound);
        if (written) {
            written = suite.encryptStream(*key, bound, give, append);
        }
        return written ? growing.end() : written;
    }));
}

} // namespace quanke::handover
