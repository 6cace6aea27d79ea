#include "link/fakegateway.h"

#include "seal/digest.h"
#include "seal/text.h"

#include <QUrlQuery>

#include <algorithm>

namespace quanke::test {

FakeGateway::FakeGateway(FakeAccessManager &manager)
    : m_manager(manager)
{
    manager.setAnswer([this](const Asked &asked) { return answer(asked); });
}

QNetworkReply *FakeGateway::answer(const Asked &asked)
{
    if (link == Link::Down) {
        return m_manager.error(asked);
    }
    if (asked.path == QStringLiteral("/v1/health")) {
        return m_manager.json(asked, 200,
            QByteArray::fromStdString(canonicalText(
                {{"status", "ok"}, {"epoch", epoch}, {"durable", hasSecondCopy ? m_copied : m_last}})));
    }
    if (asked.path == QStringLiteral("/v1/sessions")) {
        return signIn(asked);
    }
    if (asked.header("Authorization") != "Bearer token") {
        return m_manager.problem(asked, 401, "session.missing");
    }
    if (asked.path.startsWith(QStringLiteral("/v1/ops/"))) {
        return putOperation(asked);
    }
    if (asked.path.startsWith(QStringLiteral("/v1/sealed/"))) {
        const auto id = asked.path.section(QLatin1Char('/'), -1).toStdString();
        const bool isNew = sealed.insert(id).second;
        return m_manager.json(asked, isNew ? 201 : 200, receiptFor(id, asked.body.toStdString()));
    }
    if (asked.path == QStringLiteral("/v1/uploads")) {
        return createUpload(asked);
    }
    if (asked.path.startsWith(QStringLiteral("/v1/uploads/"))) {
        return asked.verb == "HEAD" ? offset(asked) : append(asked);
    }
    if (asked.path == QStringLiteral("/v1/changes")) {
        return changesAfter(asked);
    }
    if (asked.verb == "PUT" && asked.path.endsWith(QStringLiteral("/trace"))) {
        return m_manager.problem(asked, 409, "trace.gap", R"({"after":0})"); // it has none, and gets none
    }
    if (asked.path.startsWith(QStringLiteral("/v1/devices/"))) {
        return watermark(asked);
    }
    if (asked.path.startsWith(QStringLiteral("/v1/cases/"))) {
        return caseView(asked);
    }
    return m_manager.problem(asked, 404, "route.unknown");
}

QNetworkReply *FakeGateway::signIn(const Asked &asked)
{
    const auto json = parseJson(asked.body.toStdString());
    if (!json || json->value("password", "") != "correct horse") {
        return m_manager.problem(asked, 401, "session.refused");
    }
    const wire::Session session{"token", "2026-11-21T12:00:00.000Z",
        {json->value("operator", ""), "王小满", {"clerk"}, {}, "hall"}, seal::toBase64(m_key.publicKey),
        seal::toBase64(sealing.publicKey)};
    return m_manager.json(asked, 201, QByteArray::fromStdString(canonicalText(wire::toJson(session))));
}

QByteArray FakeGateway::receiptFor(const std::string &id, const std::string &bytes)
{
    auto &position = m_positions[id];
    position = position == 0 ? ++m_last : position;
    const bool isDurable = !hasSecondCopy || position <= m_copied;
    wire::Receipt receipt{id, seal::sha256(bytes), isDurable ? "durable" : "received",
        "2026-11-21T01:00:01.000Z", position, {}, epoch};
    receipt.signature = seal::toBase64(m_suite->sign(m_key.secretKey, wire::signedText(receipt)));
    return QByteArray::fromStdString(canonicalText(wire::toJson(receipt)));
}

QNetworkReply *FakeGateway::putOperation(const Asked &asked)
{
    const auto id = asked.path.section(QLatin1Char('/'), -1).toStdString();
    if (fates.empty()) {
        return take(asked, id);
    }
    const auto fate = fates.front();
    fates.pop_front();
    switch (fate) {
    case Fate::ReplyLost:
        take(asked, id)->deleteLater();
        return m_manager.error(asked, QNetworkReply::RemoteHostClosedError);
    case Fate::RequestLost:
        return m_manager.error(asked, QNetworkReply::TimeoutError);
    case Fate::Busy:
        return m_manager.problem(asked, 503, "store.unavailable");
    case Fate::Refused:
        return m_manager.problem(asked, 422, "case.invalid", R"({"problems":[]})");
    case Fate::Unauthorised:
        return m_manager.problem(asked, 401, "session.missing");
    case Fate::OtherReceipt:
        return m_manager.json(asked, 201, receiptFor(id, "other bytes"));
    case Fate::KeptBeside:
        take(asked, id)->deleteLater();
        return m_manager.problem(
            asked, 409, "case.conflict", R"({"receipt":)" + receiptFor(id, asked.body.toStdString()) + "}");
    case Fate::SaidToBeKept:
        return m_manager.problem(
            asked, 409, "case.conflict", R"({"receipt":)" + receiptFor(id, "other bytes") + "}");
    case Fate::Broken:
        break;
    }
    return m_manager.json(asked, 201, "{\"operation\":");
}

QNetworkReply *FakeGateway::take(const Asked &asked, const std::string &id)
{
    const auto bytes = asked.body.toStdString();
    const auto known = operations.find(id);
    if (known != operations.end() && known->second != bytes) {
        return m_manager.problem(asked, 422, "operation.conflict");
    }
    if (unknownCases.contains(parseJson(bytes)->value("case", std::string()))) {
        return m_manager.problem(asked, 404, "case.unknown");
    }
    if (laterForms.contains(parseJson(bytes)->value("case", std::string()))) {
        return m_manager.problem(asked, 422, "operation.too-new", R"({"member":"body.weather"})");
    }
    Json missing = Json::array();
    for (const auto &file : casework::filesIn(parseJson(bytes)->at("body"))) {
        if (!documents.contains(file.sha256)) {
            missing.push_back(file.sha256);
        }
    }
    if (!missing.empty()) {
        return m_manager.problem(asked, 409, "documents.missing",
            QByteArray::fromStdString(canonicalText({{"digests", missing}})));
    }
    const bool isNew = known == operations.end();
    if (isNew) {
        operations.emplace(id, bytes);
        taken.push_back(id);
    }
    return m_manager.json(asked, isNew ? 201 : 200, receiptFor(id, bytes));
}

QNetworkReply *FakeGateway::createUpload(const Asked &asked)
{
    Upload upload;
    upload.length = asked.header("Upload-Length").toULongLong();
    const auto pairs = asked.header("Upload-Metadata").split(',');
    for (const QByteArray &pair : pairs) {
        if (pair.startsWith("sha256 ")) {
            upload.sha256 = QByteArray::fromBase64(pair.mid(7)).toStdString();
        }
    }
    QString path = QStringLiteral("/v1/uploads/%1").arg(m_uploads.size() + 1);
    for (const auto &[known, other] : m_uploads) {
        path = other.sha256 == upload.sha256 && pairs.contains("resume") ? known : path;
    }
    const auto &begun = m_uploads.try_emplace(path, upload).first->second;
    return m_manager.payload(asked,
        {201, {}, {},
            {{"Location", path.toLatin1()}, {"Upload-Offset", QByteArray::number(begun.bytes.size())}}});
}

QNetworkReply *FakeGateway::append(const Asked &asked)
{
    if (holdUploadsAfter >= 0 && holdUploadsAfter-- == 0) {
        holdUploadsAfter = 0;
        return m_manager.hanging(asked);
    }
    auto &upload = m_uploads.at(asked.path);
    if (asked.header("Upload-Offset").toLongLong() != upload.bytes.size()) {
        return m_manager.problem(asked, 409, "upload.offset-mismatch");
    }
    const bool isAltered = alterPiece >= 0 && alterPiece-- == 0;
    const auto arrived = isAltered ? QByteArray(asked.body.size(), 'x') : asked.body;
    const auto digest = QByteArray::fromHex(QByteArray::fromStdString(seal::sha256(arrived.toStdString())));
    if (asked.header("Upload-Checksum") != "sha256 " + digest.toBase64()) {
        return m_manager.problem(asked, 460, "upload.checksum-mismatch");
    }
    upload.bytes += arrived;
    const auto reached = QByteArray::number(upload.bytes.size());
    if (std::uint64_t(upload.bytes.size()) == upload.length) {
        if (seal::sha256(upload.bytes.toStdString()) != upload.sha256) {
            m_uploads.erase(asked.path);
            return m_manager.problem(asked, 422, "document.digest-mismatch");
        }
        documents.insert(upload.sha256);
    }
    if (cutUploadsAfter >= 0 && cutUploadsAfter-- == 0) {
        return m_manager.error(asked, QNetworkReply::RemoteHostClosedError);
    }
    return m_manager.payload(asked, {204, {}, {}, {{"Upload-Offset", reached}}});
}

QNetworkReply *FakeGateway::offset(const Asked &asked)
{
    const auto upload = m_uploads.find(asked.path);
    if (upload == m_uploads.end()) {
        return m_manager.payload(asked, {404, {}, "application/problem+json", {}});
    }
    return m_manager.payload(
        asked, {200, {}, {}, {{"Upload-Offset", QByteArray::number(upload->second.bytes.size())}}});
}

void FakeGateway::forget(const std::string &id)
{
    operations.erase(id);
    m_positions.erase(id);
    epoch += ", put back";
}

void FakeGateway::backUp()
{
    m_copied = m_last;
}

QNetworkReply *FakeGateway::watermark(const Asked &asked)
{
    if (loseWatermarks > 0) {
        --loseWatermarks;
        return m_manager.error(asked);
    }
    wire::Watermark watermark;
    watermark.device = asked.path.section(QLatin1Char('/'), 3, 3).toStdString();
    watermark.epoch = epoch;
    for (const auto &[id, bytes] : operations) {
        const auto json = parseJson(bytes);
        if (json->at("device") == watermark.device) {
            watermark.stored.push_back({json->at("sequence"), json->at("sequence")});
        }
    }
    std::sort(watermark.stored.begin(), watermark.stored.end(),
        [](const auto &one, const auto &other) { return one.first < other.first; });
    watermark.durable = hasSecondCopy ? m_copied : m_last;
    const auto stranger = m_suite->makeSigningPair();
    const auto &key = word == Word::OfAnotherKey ? stranger : m_key;
    watermark.signature = seal::toBase64(m_suite->sign(key.secretKey, wire::signedText(watermark)));
    watermark.durable += word == Word::OfMore ? 1'000 : 0;
    return m_manager.json(asked, 200, QByteArray::fromStdString(canonicalText(wire::toJson(watermark))));
}

QNetworkReply *FakeGateway::changesAfter(const Asked &asked)
{
    const auto cursor = QUrlQuery(asked.request.url()).queryItemValue(QStringLiteral("cursor")).toULongLong();
    Json list = Json::array();
    for (const auto &change : changes) {
        if (change.position > cursor) {
            list.push_back(wire::toJson(change));
        }
    }
    if (list.empty()) {
        return m_manager.hanging(asked); // nothing to tell: the poll is long
    }
    const Json page{{"cursor", changes.back().position}, {"changes", list}};
    return m_manager.json(asked, 200, QByteArray::fromStdString(canonicalText(page)));
}

QNetworkReply *FakeGateway::caseView(const Asked &asked)
{
    const auto found = cases.find(asked.path.section(QLatin1Char('/'), -1).toStdString());
    if (found == cases.end()) {
        return m_manager.problem(asked, 404, "case.unknown");
    }
    if (casesBeforePause >= 0 && m_casesInARow++ == casesBeforePause) {
        m_casesInARow = 0;
        return m_manager.problem(asked, 429, "request.too-often", pause);
    }
    return m_manager.json(asked, 200, QByteArray::fromStdString(canonicalText(wire::toJson(found->second))));
}

} // namespace quanke::test
