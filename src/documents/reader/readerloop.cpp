#include "documents/reader/readerloop.h"

#include "core/base/result.h"
#include "documents/decodeddocument.h"
#include "documents/inspect.h"
#include "documents/reader/sandbox.h"

#include <QFile>
#include <QFileInfo>

#include <unistd.h>

namespace quanke::documents {

namespace {

constexpr unsigned secondsOfOneRequest = 30;

Message failureMessage(const Failure &failure)
{
    return {{{"failure", {{"key", failure.key}, {"arguments", failure.arguments}}}}, {}};
}

Result<QByteArray> contentOf(const Message &request)
{
    if (!request.header.contains("path"))
        return request.payload;
    const QString path = QString::fromStdString(request.header.at("path").get<std::string>());
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) // no pipes and devices, which never end
        return Failure{"document.unreadable"};
    if (file.size() > largestDocument)
        return Failure{"document.too-large", {{"bytes", file.size()}, {"limit", largestDocument}}};
    return file.read(largestDocument);
}

Message rendered(const QByteArray &content, int page, QSize box)
{
    const Result<Kind> kind = recognise(content);
    if (!kind)
        return failureMessage(kind.failure());
    auto document = openDocument(*kind, content);
    if (!document)
        return failureMessage(document.failure());
    if (page < 1 || page > (*document)->pageCount())
        return failureMessage({"document.no-such-page"});
    const QImage image = (*document)->render(page, box);
    if (image.isNull())
        return failureMessage({"document.damaged"});
    const auto *pixels = reinterpret_cast<const char *>(image.constBits());
    return {{{"image", {image.width(), image.height()}}}, QByteArray(pixels, image.sizeInBytes())};
}

Message inspected(const QByteArray &content, const std::function<void(int, int)> &progress)
{
    const auto inspection = inspect(content, progress);
    if (!inspection)
        return failureMessage(inspection.failure());
    return {{{"inspection", toJson(*inspection)}}, {}};
}

} // namespace

int ReaderLoop::run()
{
    MessageAssembler assembler;
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    for (;;) {
        while (const auto request = assembler.next()) {
            if (!answer(*request))
                return 1;
        }
        if (assembler.isBroken())
            return 1;
        // read(2), since fread would wait until the whole piece is there
        const ssize_t length = ::read(fileno(m_requests), piece.data(), std::size_t(piece.size()));
        if (length <= 0)
            return length == 0 ? 0 : 1;
        assembler.append(piece.first(length));
    }
}

bool ReaderLoop::answer(const Message &request)
{
    allowSecondsOfWork(secondsOfOneRequest);
    try {
        const auto content = contentOf(request);
        if (!content)
            return send(failureMessage(content.failure()));
        if (request.header.at("action") == "inspect")
            return send(inspected(*content, [this](int done, int all) {
                send({{{"progress", {done, all}}}, {}});
            }));
        return send(rendered(*content, request.header.at("page").get<int>(),
            QSize(request.header.at("width").get<int>(), request.header.at("height").get<int>())));
    } catch (const std::exception &exception) { // out of memory above all: one document less, not one process
        return send(failureMessage({"document.damaged", Json::object(), exception.what()}));
    }
}

bool ReaderLoop::send(const Message &message)
{
    const QByteArray frame = frameOf(message);
    return std::fwrite(frame.constData(), 1, std::size_t(frame.size()), m_answers)
        == std::size_t(frame.size())
        && std::fflush(m_answers) == 0;
}

} // namespace quanke::documents
