#include "faults/disk.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>

#include <algorithm>

namespace quanke::faults {

namespace {

constexpr qsizetype sector = 512;
/// From here on identities are of files that no record has named yet.
constexpr std::uint64_t stranger = std::uint64_t(1) << 62;

std::string folderOf(const std::string &path)
{
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? std::string(".") : path.substr(0, slash);
}

/// The folder whose entries an event changes; empty for what changes a content.
std::string changedFolder(const Event &event)
{
    switch (event.kind) {
    case Event::Kind::Create:
    case Event::Kind::Rename:
    case Event::Kind::Unlink:
    case Event::Kind::MakeFolder:
        return folderOf(event.path);
    default:
        return {};
    }
}

} // namespace

std::size_t DiskImage::hash() const
{
    std::size_t hash = 0;
    for (const auto &[path, bytes] : files) {
        hash = qHashMulti(hash, QByteArrayView(path), bytes);
    }
    for (const auto &folder : folders) {
        hash = qHashMulti(hash, QByteArrayView(folder));
    }
    return hash;
}

bool DiskImage::writeTo(const QString &folder) const
{
    const QDir root(folder);
    bool written = true;
    for (const auto &path : folders) {
        root.mkdir(QString::fromStdString(path)); // those in a folder that was lost are lost with it
    }
    for (const auto &[path, bytes] : files) {
        const QString name = root.filePath(QString::fromStdString(path));
        QFile file(name);
        if (QDir(QFileInfo(name).path()).exists()) {
            written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && written;
        }
    }
    return written;
}

QString DiskImage::differenceFrom(const QString &folder) const
{
    std::set<std::string> here;
    const QDir root(folder);
    for (QDirIterator found(folder, QDir::Files, QDirIterator::Subdirectories); found.hasNext();) {
        here.insert(root.relativeFilePath(found.next()).toStdString());
    }
    for (const auto &[path, bytes] : files) {
        QFile file(root.filePath(QString::fromStdString(path)));
        if (here.erase(path) == 0 || !file.open(QIODevice::ReadOnly) || file.readAll() != bytes) {
            return QString::fromStdString(path);
        }
    }
    return here.empty() ? QString() : QString::fromStdString(*here.begin());
}

Disk::Disk(Syncs syncs, const DiskImage &before)
    : m_syncs(syncs)
{
    m_durable.folders = before.folders;
    for (const auto &[path, bytes] : before.files) {
        const auto identity = stranger + m_durable.entries.size();
        m_durable.entries[path] = identity;
        m_durable.contents[identity] = bytes;
    }
}

/// From now on the file goes by the identity that the program's record gives it.
void Disk::meet(const Event &open)
{
    const auto entry = m_durable.entries.find(open.path);
    if (entry == m_durable.entries.end() || entry->second < stranger) {
        return;
    }
    m_durable.contents[open.identity] = std::move(m_durable.contents[entry->second]);
    m_durable.contents.erase(entry->second);
    entry->second = open.identity;
}

bool Disk::isHeard(const Event &sync) const
{
    switch (m_syncs) {
    case Syncs::ForgottenInLogs:
        return !sync.path.ends_with("-wal");
    case Syncs::ForgottenInDocuments:
        return sync.path.find("/documents/") == std::string::npos;
    case Syncs::ForgottenInUploads:
        return sync.path.find("/uploads/") == std::string::npos;
    case Syncs::ForgottenInSpools:
        return sync.path.find("/spool/") == std::string::npos;
    case Syncs::ForgottenInCopies:
        return !sync.path.starts_with("copy");
    case Syncs::Kept:
        break;
    }
    return true;
}

void Disk::apply(const Event &event)
{
    switch (event.kind) {
    case Event::Kind::Promise:
    case Event::Kind::Fault:
        return;
    case Event::Kind::Open:
        meet(event);
        return;
    case Event::Kind::SyncFile:
        if (isHeard(event)) {
            settle([&](const Change &change) {
                return change.folder.empty() && change.event.identity == event.identity;
            });
        }
        return;
    case Event::Kind::SyncFolder:
        settle([&](const Change &change) { return change.folder == event.path; });
        return;
    case Event::Kind::Rename:
        if (folderOf(event.path) != folderOf(event.bytes.toStdString())) {
            qFatal("a rename from folder to folder is two changes, which is not written yet");
        }
        m_pending.push_back({event, changedFolder(event)});
        return;
    default:
        m_pending.push_back({event, changedFolder(event)});
    }
}

template <class Which>
void Disk::settle(Which which)
{
    const auto settled = std::stable_partition(m_pending.begin(), m_pending.end(), which);
    std::for_each(
        m_pending.begin(), settled, [this](const Change &change) { take(m_durable, change.event); });
    m_pending.erase(m_pending.begin(), settled);
}

void Disk::take(State &state, const Event &event)
{
    switch (event.kind) {
    case Event::Kind::Create:
        state.entries[event.path] = event.identity;
        break;
    case Event::Kind::Rename:
        if (const auto entry = state.entries.extract(event.path)) {
            state.entries[event.bytes.toStdString()] = entry.mapped();
        }
        break;
    case Event::Kind::Unlink:
        state.entries.erase(event.path);
        break;
    case Event::Kind::MakeFolder:
        state.folders.insert(event.path);
        break;
    case Event::Kind::Truncate:
        state.contents[event.identity].resize(qsizetype(event.offset), '\0');
        break;
    case Event::Kind::Write: {
        QByteArray &content = state.contents[event.identity];
        if (content.size() < qsizetype(event.offset)) {
            content.resize(qsizetype(event.offset), '\0');
        }
        content.replace(qsizetype(event.offset), event.bytes.size(), event.bytes);
        break;
    }
    default:
        break;
    }
}

/// Any of the sectors it touches, each by itself.
void Disk::takeInPart(State &state, const Event &event, std::mt19937 &random)
{
    const auto begin = qsizetype(event.offset);
    const auto end = begin + event.bytes.size();
    for (auto at = begin; at < end;) {
        const auto next = std::min(end, (at / sector + 1) * sector);
        if (random() % 2 == 0) {
            Event part = event;
            part.offset = std::uint64_t(at);
            part.bytes = event.bytes.mid(at - begin, next - at);
            take(state, part);
        }
        at = next;
    }
}

DiskImage Disk::whole() const
{
    std::mt19937 unused;
    return image(std::vector<bool>(m_pending.size(), true), {}, unused);
}

DiskImage Disk::image(
    const std::vector<bool> &kept, std::optional<std::size_t> torn, std::mt19937 &random) const
{
    State state = m_durable;
    for (std::size_t i = 0; i < m_pending.size(); ++i) {
        const Event &event = m_pending[i].event;
        if (torn == i && event.kind == Event::Kind::Write) {
            takeInPart(state, event, random);
        } else if (kept[i]) {
            take(state, event);
        }
    }
    DiskImage image;
    image.folders = std::move(state.folders);
    for (const auto &[path, identity] : state.entries) {
        const auto content = state.contents.find(identity);
        image.files[path] = content == state.contents.end() ? QByteArray() : content->second;
    }
    return image;
}

} // namespace quanke::faults
