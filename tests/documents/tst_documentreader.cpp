#include "documents/documentreader.h"
#include "documents/inspect.h"
#include "support/sampledocuments.h"

#include <QCoreApplication>
#include <QFile>
#include <QFuture>
#include <QFutureWatcher>
#include <QFutureWatcherBase>
#include <QIODevice>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace quanke;
using namespace quanke::documents;

namespace {

const QString title = QStringLiteral("营业执照");
const QString program = QStringLiteral(QUANKE_BINARY_DIR "/bin/quanke-document-reader");

template <class Value>
QByteArray keyOf(const QFuture<Result<Value>> &future)
{
    const auto result = future.result();
    return result ? QByteArray() : QByteArray::fromStdString(result.failure().key);
}

/// The processes started by this one, by their id.
QList<qint64> childProcesses()
{
    QFile file(QStringLiteral("/proc/self/task/%1/children").arg(QCoreApplication::applicationPid()));
    QList<qint64> ids;
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &id : file.readAll().simplified().split(' ')) {
            if (!id.isEmpty())
                ids.append(id.toLongLong());
        }
    }
    return ids;
}

} // namespace

class DocumentReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void inspectsAsTheLibraryDoes_data()
    {
        QTest::addColumn<QByteArray>("content");
        const QImage page = support::writtenPage(title);
        QTest::newRow("JPEG") << support::jpegOf(page);
        QTest::newRow("blurred") << support::jpegOf(support::blurred(page, 0.04));
        QTest::newRow("large PNG") << support::pngOf(support::writtenPage(title, 300));
        QTest::newRow("PDF") << support::pdfOf(title, 3, {2});
        QTest::newRow("cut") << support::cut(support::pngOf(page), 6);
    }

    void inspectsAsTheLibraryDoes()
    {
        QFETCH(QByteArray, content);
        DocumentReader reader(program);
        const auto future = reader.inspect(content);
        QTRY_VERIFY(future.isFinished());
        const auto found = future.result();
        QVERIFY2(bool(found), found ? "" : found.failure().key.c_str());
        QVERIFY(*found == *inspect(content));
    }

    void readsAFileWhateverItIsCalled()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("合同.png"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(support::pdfOf(title, 2));
        file.close();
        DocumentReader reader(program);
        const auto future = reader.inspect(path);
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.result()->kind, Kind::Pdf);
        QCOMPARE(future.result()->pages.size(), std::size_t(2));
    }

    void rendersUprightOnWhite()
    {
        const QImage page = support::writtenPage(title, 150);
        DocumentReader reader(program);
        const auto picture = reader.renderPage(support::pngOf(page), 1, QSize(5000, 5000));
        const auto drawn = reader.renderPage(support::pdfOf(title, 2, {2}), 2, QSize(600, 600));
        const auto small = reader.thumbnail(support::jpegOf(page), 120);
        QTRY_VERIFY(small.isFinished());
        QCOMPARE(picture.result()->size(), page.size()); // never larger than it is
        QCOMPARE(picture.result()->pixel(700, 700), page.pixel(700, 700));
        QCOMPARE(drawn.result()->height(), 600);
        QCOMPARE(drawn.result()->pixel(5, 5), QColor(Qt::white).rgb());
        QCOMPARE(small.result()->height(), 120);
    }

    void says_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("empty") << QByteArray("") << QByteArray("document.empty");
        QTest::newRow("unknown") << QByteArray("PK\3\4 an archive") << QByteArray("document.unknown-kind");
        QTest::newRow("encrypted") << support::encryptedPdf() << QByteArray("document.encrypted-pdf");
        QTest::newRow("too large") << QByteArray(largestDocument + 1, 'x')
                                   << QByteArray("document.too-large");
        QTest::newRow("broken") << QByteArray("\xff\xd8\xff\xe0 and nothing of a JPEG \xff\xd9")
                                << QByteArray("document.damaged");
    }

    void says()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, key);
        DocumentReader reader(program);
        const auto future = reader.renderPage(content, 1, QSize(100, 100));
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(keyOf(future), key);
    }

    void saysWhenThereIsNoSuchPageOrFile()
    {
        DocumentReader reader(program);
        const auto page = reader.renderPage(support::pdfOf(title, 1), 2, QSize(100, 100));
        const auto file = reader.inspect(QStringLiteral("/nowhere/document.pdf"));
        const auto device = reader.inspect(QStringLiteral("/dev/zero"));
        QTRY_VERIFY(device.isFinished());
        QCOMPARE(keyOf(page), QByteArray("document.no-such-page"));
        QCOMPARE(keyOf(file), QByteArray("document.unreadable"));
        QCOMPARE(keyOf(device), QByteArray("document.unreadable"));
    }

    void saysWhenTheProgramIsMissing()
    {
        DocumentReader reader(QStringLiteral("/nowhere/quanke-document-reader"));
        const auto first = reader.inspect(support::encryptedPdf());
        const auto second = reader.inspect(support::encryptedPdf());
        QTRY_VERIFY(second.isFinished());
        QCOMPARE(keyOf(first), QByteArray("document.reader-missing"));
        QCOMPARE(keyOf(second), QByteArray("document.reader-missing"));
    }

    void goesOnAfterTheProcessDied()
    {
        DocumentReader reader(program);
        const QSignalSpy died(&reader, &DocumentReader::readerDied);
        const auto lost = reader.inspect(support::pdfOf(title, 200));
        const auto next = reader.inspect(support::pdfOf(title, 1));
        QTRY_VERIFY(lost.progressValue() > 0); // at work on it
        const QList<qint64> ids = childProcesses();
        QCOMPARE(ids.size(), 1);
        QProcess::execute(
            QStringLiteral("/bin/kill"), {QStringLiteral("-KILL"), QString::number(ids.first())});
        QTRY_VERIFY(next.isFinished());
        QCOMPARE(keyOf(lost), QByteArray("document.damaged"));
        QVERIFY(bool(next.result()));
        QCOMPARE(died.count(), 1);
    }

    void tellsProgress()
    {
        DocumentReader reader(program);
        QFutureWatcher<Result<Inspection>> watcher;
        const QSignalSpy progress(&watcher, &QFutureWatcherBase::progressValueChanged);
        watcher.setFuture(reader.inspect(support::pdfOf(title, 40)));
        QTRY_VERIFY(watcher.isFinished());
        QVERIFY(progress.count() > 1);
        QCOMPARE(watcher.future().progressMaximum(), 40);
    }

    void cancelsWhatIsAtWork()
    {
        DocumentReader reader(program);
        const QSignalSpy died(&reader, &DocumentReader::readerDied);
        auto unwanted = reader.inspect(support::pdfOf(title, 200));
        QTRY_VERIFY(unwanted.progressValue() > 0);
        const QList<qint64> before = childProcesses();
        unwanted.cancel();
        const auto wanted = reader.inspect(support::pdfOf(title, 1));
        QTRY_VERIFY(wanted.isFinished());
        QVERIFY(bool(wanted.result()));
        QVERIFY(unwanted.isCanceled());
        QTRY_VERIFY(unwanted.isFinished());
        QTRY_COMPARE(childProcesses().size(), 1);
        QVERIFY(childProcesses() != before);
        QCOMPARE(died.count(), 0);
    }

    void cancelsWhatWaits()
    {
        DocumentReader reader(program);
        const auto first = reader.inspect(support::pdfOf(title, 20));
        auto unwanted = reader.inspect(support::pdfOf(title, 200));
        const auto last = reader.inspect(support::pdfOf(title, 1));
        unwanted.cancel();
        QTRY_VERIFY(last.isFinished());
        QVERIFY(bool(first.result()));
        QVERIFY(bool(last.result()));
        QVERIFY(unwanted.isCanceled());
    }

    void putsPagesBeforeInspections()
    {
        DocumentReader reader(program);
        const auto first = reader.inspect(support::pdfOf(title, 10));
        const auto later = reader.inspect(support::pdfOf(title, 100));
        const auto page = reader.renderPage(support::pdfOf(title, 1), 1, QSize(300, 300));
        QTRY_VERIFY(page.isFinished());
        QVERIFY(first.isFinished());
        QVERIFY(!later.isFinished());
    }

    void holdsNoRights()
    {
        DocumentReader reader(program);
        const auto future = reader.inspect(support::pdfOf(title, 1));
        QTRY_VERIFY(future.isFinished());
        const QString folder = QStringLiteral("/proc/%1/").arg(childProcesses().value(0));
        const auto contentOf = [&folder](const char *name) {
            QFile file(folder + QLatin1String(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray limits = contentOf("limits").simplified();
        QVERIFY(limits.contains("Max cpu time"));
        QVERIFY(!limits.contains("Max cpu time unlimited"));
#if !defined(__SANITIZE_ADDRESS__) // which needs the rights that the process gives up
        const QByteArray status = contentOf("status");
        QVERIFY(status.contains("NoNewPrivs:\t1"));
        QVERIFY(status.contains("Seccomp:\t2")); // a filter
        QVERIFY(limits.contains("Max file size 0 0"));
        QVERIFY(limits.contains("Max core file size 0 0"));
        QVERIFY(limits.contains("Max open files 64 64"));
        QVERIFY(limits.contains("Max address space 1610612736 1610612736"));
#endif
    }

    void leavesNoProcessBehind()
    {
        {
            DocumentReader reader(program);
            const auto future = reader.inspect(support::pdfOf(title, 200));
            QTRY_VERIFY(future.progressValue() > 0);
            QCOMPARE(childProcesses().size(), 1);
        }
        QCOMPARE(childProcesses().size(), 0);
    }
};

QTEST_MAIN(DocumentReaderTest)
#include "tst_documentreader.moc"
