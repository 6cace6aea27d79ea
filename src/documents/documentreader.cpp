#include "documents/documentreader.h"

#include "documents/decodeddocument.h"
#include "documents/readerprocess.h"

#include <QCoreApplication>
#include <QDir>
#include <QFutureWatcher>
#include <QPromise>

namespace quanke::documents {

namespace {

/// The process has met hostile bytes and is believed in nothing: neither lengths nor types.
Failure failureIn(const Message &answer)
{
    const auto failure = answer.header.find("failure");
    if (failure == answer.header.end() || !failure->is_object() || !failure->value("key", Json()).is_string())
        return {"document.damaged"};
    return {failure->at("key").get<std::string>(), failure->value("arguments", Json::object())};
}

Result<Inspection> inspectionIn(const Message &answer)
{
    const auto inspection = answer.header.find("inspection");
    return inspection == answer.header.end() ? failureIn(answer) : inspectionFromJson(*inspection);
}

Result<QImage> imageIn(const Message &answer)
{
    const auto size = answer.header.find("image");
    if (size == answer.header.end())
        return failureIn(answer);
    if (!size->is_array() || size->size() != 2 || !size->at(0).is_number_unsigned()
        || !size->at(1).is_number_unsigned())
        return Failure{"document.damaged"};
    const auto width = size->at(0).get<quint64>();
    const auto height = size->at(1).get<quint64>();
    if (width == 0 || height == 0 || width > quint64(mostRenderedPixels)
        || height > quint64(mostRenderedPixels) / width
        || width * height * 4 != quint64(answer.payload.size()))
        return Failure{"document.damaged"};
    const auto *pixels = reinterpret_cast<const uchar *>(answer.payload.constData());
    return QImage(pixels, int(width), int(height), int(width) * 4, QImage::Format_RGB32).copy();
}

Message messageFor(const Source &source, Json header)
{
    if (const auto *path = std::get_if<QString>(&source)) {
        header["path"] = path->toStdString();
        return {std::move(header), {}};
    }
    return {std::move(header), std::get<QByteArray>(source)};
}

bool isTooLarge(const Source &source)
{
    const auto *bytes = std::get_if<QByteArray>(&source);
    return bytes && bytes->size() > largestDocument;
}

/// Asks and promises the answer as `read` makes it out.
template <class Value>
QFuture<Result<Value>> promised(
    ReaderProcess &process, ReaderRequest request, Result<Value> (*read)(const Message &))
{
    const auto promise = std::make_shared<QPromise<Result<Value>>>();
    const auto future = promise->future();
    promise->start();
    request.progress = [promise](int done, int all) {
        promise->setProgressRange(0, all);
        promise->setProgressValue(done);
    };
    auto *watcher = new QFutureWatcher<Result<Value>>(&process);
    QObject::connect(watcher, &QFutureWatcherBase::canceled, &process,
        [&process, number = request.number] { process.takeBack(number); });
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(future);
    request.finished = [promise, read](const Message &answer) {
        promise->addResult(read(answer));
        promise->finish();
    };
    process.ask(std::move(request));
    return future;
}

template <class Value>
QFuture<Result<Value>> failed(Failure failure)
{
    QPromise<Result<Value>> promise;
    promise.start();
    promise.addResult(Result<Value>(std::move(failure)));
    promise.finish();
    return promise.future();
}

Failure tooLarge(const Source &source)
{
    return {
        "document.too-large", {{"bytes", std::get<QByteArray>(source).size()}, {"limit", largestDocument}}};
}

} // namespace

DocumentReader::DocumentReader(const QString &program, QObject *parent)
    : QObject(parent)
    , m_process(std::make_unique<ReaderProcess>(program))
{
    connect(m_process.get(), &ReaderProcess::died, this, &DocumentReader::readerDied);
}

DocumentReader::~DocumentReader() = default;

QFuture<Result<Inspection>> DocumentReader::inspect(const Source &source)
{
    if (isTooLarge(source)) // would not fit into a message
        return failed<Inspection>(tooLarge(source));
    return promised<Inspection>(*m_process,
        {++m_requests, Urgency::Inspection, messageFor(source, {{"action", "inspect"}}), {}, {}},
        &inspectionIn);
}

QFuture<Result<QImage>> DocumentReader::renderPage(const Source &source, int page, QSize box)
{
    if (isTooLarge(source))
        return failed<QImage>(tooLarge(source));
    const Json header{{"action", "render"}, {"page", page}, {"width", box.width()}, {"height", box.height()}};
    return promised<QImage>(
        *m_process, {++m_requests, Urgency::Page, messageFor(source, header), {}, {}}, &imageIn);
}

QFuture<Result<QImage>> DocumentReader::thumbnail(const Source &source, int edge)
{
    return renderPage(source, 1, QSize(edge, edge));
}

QString DocumentReader::programBeside()
{
    return QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("quanke-document-reader"));
}

} // namespace quanke::documents
