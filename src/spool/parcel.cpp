#include "spool/parcel.h"

#include "seal/digest.h"
#include "seal/text.h"

namespace quanke::spool {

namespace {

constexpr char headEnds = '\n'; // canonical JSON has none

Json toJson(const SealedDocument &document)
{
    return {{"file", document.file}, {"sha256", document.sha256}, {"mediaType", document.mediaType},
        {"name", document.name}, {"size", document.size}};
}

Result<std::vector<SealedDocument>> documentsIn(const Json &head)
{
    std::vector<SealedDocument> documents;
    for (const Json &json : head.value("documents", Json::array())) {
        try {
            documents.push_back({json.at("file"), json.at("sha256"), json.at("mediaType"), json.at("name"),
                json.at("size").get<std::uint64_t>()});
        } catch (const Json::exception &) {
            return Failure{"spool.malformed", Json::object(), "document"};
        }
    }
    return documents;
}

} // namespace

std::string nameOfKey(std::string_view publicKey)
{
    return publicKey.empty() ? std::string() : seal::sha256(publicKey).substr(0, 16);
}

Result<Record> close(const seal::Suite &suite, std::string_view publicKey, Label label, const Parcel &parcel)
{
    // The key in a box of its own, so that it never stands in the open in memory that is not locked.
    const auto key = suite.sealTo(publicKey, parcel.key.view());
    if (!key) {
        return key.failure();
    }
    Json documents = Json::array();
    label.documents.clear();
    label.key = nameOfKey(publicKey);
    for (const SealedDocument &document : parcel.documents) {
        documents.push_back(toJson(document));
        label.documents.push_back(document.file);
    }
    const auto head = canonicalText({{"key", seal::toBase64(*key)}, {"documents", documents}});
    auto box = suite.sealTo(publicKey, head + headEnds + parcel.bytes);
    return box ? Result<Record>(Record{std::move(label), std::move(*box)}) : box.failure();
}

Result<Parcel> open(const seal::Suite &suite, const seal::KeyPair &pair, const Record &record)
{
    const auto plain = suite.openSealed(pair, record.box);
    if (!plain) {
        return plain.failure();
    }
    const auto end = plain->find(headEnds);
    const auto head = end == std::string::npos ? Failure{"spool.malformed"}
                                               : parseJson(std::string_view(*plain).substr(0, end));
    if (!head || !head->is_object() || !head->value("documents", Json()).is_array()
        || !head->value("key", Json()).is_string()) {
        return Failure{"spool.malformed", Json::object(), "head"};
    }
    const auto sealedKey = seal::fromBase64((*head)["key"].get<std::string>());
    const auto key = sealedKey ? suite.openSealed(pair, *sealedKey) : sealedKey.failure();
    auto documents = key ? documentsIn(*head) : key.failure();
    if (!documents) {
        return documents.failure();
    }
    return Parcel{plain->substr(end + 1), seal::SecretBytes::copyOf(*key), std::move(*documents)};
}

std::string placeOfFile(const std::string &file)
{
    return "document-file|" + file;
}

} // namespace quanke::spool
