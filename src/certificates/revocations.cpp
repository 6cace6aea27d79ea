#include "certificates/revocations.h"

#include "certificates/files.h"
#include "certificates/openssl.h"
#include "platform/folder.h"

#include <utility>

namespace quanke::certificates {

namespace {

/// Time enough for whoever is about to write it.
constexpr std::chrono::minutes longestUnusable{1};

std::set<std::string> serialsIn(X509_CRL &list)
{
    std::set<std::string> serials;
    auto *entries = X509_CRL_get_REVOKED(&list);
    for (int i = 0; i < sk_X509_REVOKED_num(entries); ++i) {
        serials.insert(textOf(*X509_REVOKED_get0_serialNumber(sk_X509_REVOKED_value(entries, i))));
    }
    return serials;
}

} // namespace

Revocations::Revocations(std::filesystem::path folder, const Clock &clock, Tell tell)
    : m_folder(std::move(folder))
    , m_clock(clock)
    , m_tell(std::move(tell))
{
}

Result<std::unique_ptr<Revocations>> Revocations::open(
    const std::filesystem::path &folder, const Clock &clock, Tell tell)
{
    std::unique_ptr<Revocations> revocations(new Revocations(folder, clock, std::move(tell)));
    const auto seen = revocations->look();
    const auto read = seen ? revocations->read() : seen.failure();
    if (!read) {
        return read.failure();
    }
    revocations->m_seen = *seen;
    return revocations;
}

Failure Revocations::unreadable(std::string why) const
{
    return {"revocations.unreadable", {{"path", (m_folder / revokedFile).string()}}, std::move(why)};
}

Result<Revocations::State> Revocations::look() const
{
    const auto path = m_folder / revokedFile;
    std::error_code error;
    const State state{std::filesystem::last_write_time(path, error), std::filesystem::file_size(path, error)};
    return error ? Result<State>(unreadable(error.message())) : Result<State>(state);
}

Result<Done> Revocations::read()
{
    const auto text = platform::readFile(m_folder / revokedFile);
    const auto authorityText = platform::readFile(m_folder / authorityFile, longestFile);
    if (!text || !authorityText) {
        return unreadable(text ? authorityText.failure().detail : text.failure().detail);
    }
    const auto list = revocationListIn(*text);
    const auto authority = certificateIn(*authorityText);
    if (!list || !authority || X509_CRL_verify(list.get(), X509_get0_pubkey(authority.get())) != 1) {
        return unreadable("It is not the authority's.");
    }
    const auto number = numberOf(*list);
    if (number < m_number) {
        return unreadable("It is older than the one before.");
    }
    m_number = number;
    m_serials = serialsIn(*list);
    return Done{};
}

void Revocations::follow()
{
    const auto seen = look();
    if (seen && *seen == m_seen && !m_unusableSince) {
        return;
    }
    const auto read = seen ? this->read() : Result<Done>(seen.failure());
    const auto path = (m_folder / revokedFile).string();
    if (read) {
        m_seen = *seen;
        if (std::exchange(m_unusableSince, std::nullopt)) {
            m_tell(path + " can be used again.");
        }
    } else if (!m_unusableSince) {
        m_unusableSince = m_clock.now();
        m_tell(path + " cannot be used: who was revoked since is let in; in a minute nobody is. "
            + read.failure().detail);
    }
}

Result<Done> Revocations::admit(const std::string &serial)
{
    const std::lock_guard lock(m_mutex);
    follow();
    if (m_serials.contains(serial)) {
        return Failure{"device.revoked"};
    }
    const bool isBlind = m_unusableSince && m_clock.now() - *m_unusableSince > longestUnusable;
    return isBlind ? Result<Done>(unreadable({})) : Result<Done>(Done{});
}

} // namespace quanke::certificates
