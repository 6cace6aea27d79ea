#include "link/rescuer.h"

#include "vault/whenready.h"

#include <algorithm>

namespace quanke::link {

namespace {

/// Of those that the record names: the gateway has no say in what else of this disk is read.
std::vector<std::string> filesIn(const Failure &failure, const spool::Label &label)
{
    std::vector<std::string> files;
    const auto &named = label.documents;
    for (const Json &file : failure.arguments.value("files", Json::array())) {
        if (std::find(named.begin(), named.end(), file) != named.end()) {
            files.push_back(file.get<std::string>());
        }
    }
    return files;
}

void addUnreadable(const spool::Contents &contents, std::vector<std::string> &names)
{
    const auto add = [&names](const std::filesystem::path &file) {
        const auto name = file.filename().string();
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    };
    std::for_each(contents.unreadable.begin(), contents.unreadable.end(), add);
    for (const spool::Damage &damage : contents.damages) {
        if (damage.kind == spool::Front::Kind::Altered) {
            add(damage.file);
        }
    }
}

/// The others would meet the same.
bool stopsAll(const Failure &failure)
{
    return failure.key.starts_with("link.") || failure.key.starts_with("store.")
        || failure.key.starts_with("session.") || failure.key == "request.no-room";
}

} // namespace

Rescuer::Rescuer(vault::Vault &vault, GatewayClient &client, QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_client(client)
{
}

void Rescuer::start(const QString &folder)
{
    if (m_busy) {
        return;
    }
    m_busy = true;
    m_items.clear();
    m_next = 0;
    m_rescued = {};
    whenReady(
        m_vault.spoolsBelow(folder), this, [this](const Result<std::vector<vault::SpoolFound>> &spools) {
            if (!spools) {
                m_rescued.stopped = spools.failure();
                end();
                return;
            }
            for (const vault::SpoolFound &spool : *spools) {
                addUnreadable(spool.contents, m_rescued.unreadable);
                for (const spool::Found &found : spool.contents.records) {
                    m_items.push_back({spool.documents, found});
                }
            }
            m_rescued.found = int(m_items.size());
            next();
        });
}

void Rescuer::next()
{
    Q_EMIT progress(int(m_next), m_rescued.found);
    if (m_next == m_items.size()) {
        end();
        return;
    }
    m_broughtDocuments = false;
    send(m_items[m_next++]);
}

void Rescuer::send(const Item &item)
{
    whenReady(m_client.putSealed(item.found.record.label.operation, item.found.frame), this,
        [this, item](const Result<SealedReceipt> &receipt) {
            if (receipt) {
                ++(receipt->wasHere ? m_rescued.wereHere : m_rescued.taken);
                m_rescued.received += receipt->receipt.stage == wire::durableStage ? 0 : 1;
                next();
            } else if (receipt.failure().key == "documents.missing" && !m_broughtDocuments) {
                m_broughtDocuments = true;
                bringDocuments(item, filesIn(receipt.failure(), item.found.record.label));
            } else {
                note(receipt.failure());
            }
        });
}

/// One after the other, then the record again.
void Rescuer::bringDocuments(const Item &item, std::vector<std::string> files)
{
    if (files.empty()) {
        send(item);
        return;
    }
    const auto file = files.back();
    files.pop_back();
    whenReady(m_vault.sealedDocument(item.documents, file), this,
        [this, item, file, files = std::move(files)](const Result<QByteArray> &sealed) {
            if (!sealed) {
                note(sealed.failure());
                return;
            }
            whenReady(m_client.putSealedDocument(
                          item.found.record.label.operation, item.found.frame, file, *sealed),
                this, [this, item, files](const Result<Done> &done) {
                    if (done) {
                        bringDocuments(item, files);
                    } else {
                        note(done.failure());
                    }
                });
        });
}

void Rescuer::note(const Failure &failure)
{
    if (stopsAll(failure)) {
        m_rescued.stopped = failure;
        end();
        return;
    }
    if (failure.key == "sealed.other-person") {
        ++m_rescued.others;
    } else {
        ++m_rescued.refused;
        m_rescued.refusal = m_rescued.refusal ? m_rescued.refusal : failure;
    }
    next();
}

void Rescuer::end()
{
    m_busy = false;
    m_items.clear();
    Q_EMIT finished(m_rescued);
}

} // namespace quanke::link
