#pragma once

#include "gateway/service/servicecontext.h"
#include "gateway/service/sessionservice.h"
#include "gateway/store/documenttable.h"
#include "gateway/store/uploadtable.h"
#include "gateway/uploads/incoming.h"
#include "gateway/uploads/turns.h"
#include "seal/digest.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace quanke::gateway {

/// What a client announces of a document before it sends it.
struct Announcement {
    std::string sha256;
    std::string mediaType;
    std::string name;
    std::uint64_t length = 0; ///< bytes
    /// Whether an upload of the same that this person began is gone on with.
    enum class Begin { Anew, WhereItStands };
    Begin begin = Begin::Anew;
};

/// Where an upload stands.
struct UploadStatus {
    std::uint64_t offset = 0; ///< bytes that are on our disk
    std::uint64_t length = 0;
};

struct AnnouncedUpload {
    std::string id;
    std::uint64_t offset = 0; ///< bytes that are on our disk
};

struct FoundDocument {
    DocumentRow row;
    std::filesystem::path path;
};

/// Documents on their way in (tus 1.0) and those that are here. An offset is acknowledged only for bytes that
/// are synced; a document is here only once its digest and type were found right: file-fsync, rename,
/// directory-fsync, row, in that order. Of a piece with a checksum all is kept or nothing.
class DocumentService {
public:
    /// Makes the folder and what documents and uploads lie in below it. Fails with file.unwritable ("path").
    static Result<Done> makeFolders(const std::filesystem::path &folder);
    /// Files live below the folder, in uploads/ and documents/.
    DocumentService(ServiceContext context, std::filesystem::path folder);

    /// Fails: upload.malformed ("member"), upload.too-large ("limit"), document.wrong-type.
    Result<AnnouncedUpload> announce(const SignedIn &person, const Announcement &announcement);
    /// Ends an append that still hangs in another connection. Fails: upload.unknown.
    Result<UploadStatus> status(const SignedIn &person, const std::string &id);
    /// Whoever is just bringing these bytes is given up. Pieces with a checksum may arrive beside one another; one that
    /// runs ahead waits for those before it. Fails: upload.unknown, upload.offset-mismatch ("offset"), upload.too-long,
    /// upload.checksum-mismatch (the piece is thrown away), upload.superseded (another request took the upload over),
    /// upload.interrupted; at the end document.digest-mismatch, document.wrong-type: the upload is gone then.
    Result<UploadStatus> append(
        const SignedIn &person, const std::string &id, std::uint64_t offset, const Incoming &incoming);
    /// Forgets an upload; a document that it brought already stays. Fails: upload.unknown.
    Result<Done> terminate(const SignedIn &person, const std::string &id);
    /// Appends that wait for bytes end at once: the gateway is going down.
    void stop();

    /// For those whose part of a case refers to it. Fails: document.unknown.
    Result<FoundDocument> find(const SignedIn &person, const std::string &sha256);

private:
    /// An upload in use.
    struct Active {
        Turns turns;
        bool isSynced = false; ///< by this process: what one before had written may not have been
        seal::Sha256
            digest; ///< of the first bytes, as far as this process has written them one behind the other
        std::uint64_t digested = 0;

        void add(std::uint64_t offset, std::string_view bytes);
    };

    Result<AnnouncedUpload> begin(const SignedIn &person, const Announcement &announcement);
    Result<UploadRow> uploadOf(const SignedIn &person, const std::string &id);
    std::shared_ptr<Active> active(const std::string &id);
    Result<std::uint64_t> offsetOf(const UploadRow &row, Active &active);
    Result<Done> stands(const UploadRow &row, Active &active, std::uint64_t offset);
    Result<std::uint64_t> takeAsItComes(const UploadRow &row, Active &active, const Turns::Turn &turn,
        std::uint64_t offset, const Incoming &incoming);
    Result<std::uint64_t> takeWhole(const UploadRow &row, Active &active, const Turns::Turn &turn,
        std::uint64_t offset, const Incoming &incoming);
    Result<Done> finish(const UploadRow &row, Active &active);
    Result<Done> place(const UploadRow &row, Active &active);
    Result<std::string> digestOf(const UploadRow &row, Active &active) const;
    void forget(const UploadRow &row);
    void forgetOld();
    std::filesystem::path uploadPath(const std::string &id) const;
    std::filesystem::path documentPath(const std::string &sha256) const;

    ServiceContext m_context;
    std::filesystem::path m_folder;
    std::mutex m_mutex;
    std::map<std::string, std::shared_ptr<Active>> m_active;
};

} // namespace quanke::gateway
