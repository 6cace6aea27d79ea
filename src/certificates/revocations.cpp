#include "certificates/revocations.h"

#include "certificates/files.h"
#include "certificates/openssl.h"
#include "platform/folder.h"

namespace quanke::certificates {

Revocations::Revocations(std::filesystem::path folder)
    : m_folder(std::move(folder))
{
}

Result<std::unique_ptr<Revocations>> Revocations::open(const std::filesystem::path &folder)
{
    std::unique_ptr<Revocations> revocations(new Revocations(folder));
    const auto seen = revocations->look();
    const auto read = seen ? revocations->read() : seen.failure();
    if (!read) {
        return read.failure();
    }
    revocations->m_seen = *seen;
    return revocations;
}

Result<Revocations::State> Revocations::look() const
{
    const auto path = m_folder / revokedFile;
    std::error_code error;
    const State state{std::filesystem::last_write_time(path, error), std::filesystem::file_size(path, error)};
    return error
        ? Result<State>(Failure{"revocations.unreadable", {{"path", path.string()}}, error.message()})
        : Result<State>(state);
}

Result<Done> Revocations::read()
{
    const auto path = m_folder / revokedFile;
    const Failure unreadable{"revocations.unreadable", {{"path", path.string()}}};
    const auto text = platform::readFile(path);
    const auto authorityText = platform::readFile(m_folder / authorityFile, longestFile);
    const auto list = text ? revocationListIn(*text) : nullptr;
    const auto authority = authorityText ? certificateIn(*authorityText) : nullptr;
    if (!list || !authority || X509_CRL_verify(list.get(), X509_get0_pubkey(authority.get())) != 1) {
        return unreadable;
    }
    std::set<std::string> serials;
    auto *entries = X509_CRL_get_REVOKED(list.get());
    for (int i = 0; i < sk_X509_REVOKED_num(entries); ++i) {
        serials.insert(textOf(*X509_REVOKED_get0_serialNumber(sk_X509_REVOKED_value(entries, i))));
    }
    m_serials = std::move(serials);
    return Done{};
}

bool Revocations::contains(const std::string &serial)
{
    const std::lock_guard lock(m_mutex);
    if (const auto seen = look(); seen && !(*seen == m_seen) && read()) {
        m_seen = *seen;
    }
    return m_serials.contains(serial);
}

} // namespace quanke::certificates
