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

/// What stands before the documents.
std::string frontOf(const Contents &contents)
{
    const auto text = canonicalText(toJson(contents));
    return numberBytes(text.size(), 4) + text;
}

} // namespace

Result<Done> write(const std::filesystem::path &path, const seal::Suite &suite, std::string_view password,
    const seal::PasswordCost &cost, const Contents &contents, const Bytes &bytes)
{
    if (!isLongEnough(password)) {
        return Failure{"handover.short-password"};
    }
    auto front = frontOf(contents);
    std::uint64_t plain = front.size();
    bool fits = front.size() <= JsonLimits().bytes;
    for (const auto &document : contents.documents) {
        plain += document.size;
        fits = fits && document.size <= longestDocument;
    }
    const Beginning beginning{cost, suite.makeSalt(), fileLength(plain)};
    if (!fits || beginning.length > longestFile) {
        return Failure{"handover.too-large"};
    }
    const auto key = suite.keyFromPassword(spoken(password).view(), beginning.salt, cost);
    if (!key) {
        return key.failure();
    }
    const auto clear = bytesOf(beginning);
    const auto bound = clear + suite.encrypt(*key, {}, clear);
    Content content(std::move(front), contents, bytes);
    return platform::saidBy("handover", platform::writeWhole(path, [&](platform::DurableFile &file) {
        const auto append = [&file](std::string_view piece) { return file.append(piece); };
        const auto give = [&content](char *into, std::size_t most) { return content.give(into, most); };
        const auto begun = append(bound);
        return begun ? suite.encryptStream(*key, bound, give, append) : begun;
    }));
}

} // namespace quanke::handover
