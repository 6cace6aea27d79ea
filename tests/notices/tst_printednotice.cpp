#include "notices/printednotice.h"

#include "notices/samplenotices.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QIODevice>
#include <QPdfWriter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace quanke;
using namespace quanke::notices;

namespace {

/// What poppler reads: in the order of drawing, as columns, or as it thinks a person reads.
QString textOf(const QString &path, const QStringList &mode = {QStringLiteral("-raw")})
{
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"),
        mode + QStringList{QStringLiteral("-nopgbrk"), path, QStringLiteral("-")});
    reader.waitForFinished();
    return QString::fromUtf8(reader.readAllStandardOutput());
}

/// Every character but the spaces, sorted: equal when nothing is lost, doubled or changed.
QList<uint> charactersOf(const QString &text)
{
    QList<uint> characters;
    for (const uint character : text.toUcs4()) {
        if (!QChar::isSpace(character))
            characters.append(character);
    }
    std::sort(characters.begin(), characters.end());
    return characters;
}

} // namespace

class PrintedNoticeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_definitions = support::definitions();
        QVERIFY(m_folder.isValid());
    }

    void textReadsBackExactly_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<int>("kind");
        const std::array<const char *, 3> kinds{"receipt", "one-time notice", "collection slip"};
        for (int kind = 0; kind < 3; ++kind) {
            QTest::addRow("%s in Chinese", kinds.at(std::size_t(kind))) << Language::Chinese << kind;
            QTest::addRow("%s in English", kinds.at(std::size_t(kind))) << Language::English << kind;
        }
    }

    void textReadsBackExactly()
    {
        QFETCH(Language, language);
        QFETCH(int, kind);
        const PrintedNotice notice(sample(kind, language));
        const QString path = m_folder.filePath(QStringLiteral("%1.pdf").arg(kind));
        QVERIFY(bool(notice.writePdf(path)));
        const QString text = textOf(path);
        QString written;
        for (int page = 0; page < notice.pageCount(); ++page) {
            for (const QString &line : notice.lines(page)) {
                QVERIFY2(text.contains(line), qPrintable(line + QStringLiteral(" | ") + text));
                written += line;
            }
        }
        QCOMPARE(charactersOf(text), charactersOf(written));
        for (const QStringList &mode : {QStringList(), QStringList{QStringLiteral("-layout")}}) {
            QVERIFY(textOf(path, mode).contains(QStringLiteral("赵𠮷·祥")));
            QVERIFY(textOf(path, mode).contains(QStringLiteral("QS-20261121-K7F3-0001")));
        }
    }

    void rareCharactersReadBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("beyond the BMP") << QStringLiteral("𠮷𡿨𡃁 and again 𡿨𠮷");
        QTest::newRow("Extension A") << QStringLiteral("㐀㐁䶵");
        QTest::newRow("after letters") << QStringLiteral("GZ202500001234 K7F3 91409900MA7K3M9200");
        QTest::newRow("where Noto reads as radicals")
            << QStringLiteral("日月民身青石市场监督管理居民身份证一二三");
        QTest::newRow("marks") << QStringLiteral("“引号”《书名》（括号）、。——…①№℃〔2026〕→●é");
        QTest::newRow("what looks like markup") << QStringLiteral("<b>x</b>&amp; <img src=a>");
        QTest::newRow("what only Noto has") << QStringLiteral("✓〇𡿨");
    }

    void rareCharactersReadBack()
    {
        QFETCH(QString, text);
        Notice content;
        content.blocks = {Heading{QStringLiteral("Rare"), text}, Paragraph{text, Paragraph::Style::Body},
            Paragraph{text, Paragraph::Style::Strong}, Paragraph{text, Paragraph::Style::Small}};
        const PrintedNotice notice(content);
        const QString path = m_folder.filePath(QStringLiteral("rare.pdf"));
        QVERIFY(bool(notice.writePdf(path)));
        const QString read = textOf(path);
        QCOMPARE(read.count(text), 4);
    }

    void aCharacterNobodyHasIsMarked()
    {
        Notice content;
        content.blocks = {Paragraph{QStringLiteral("甲\U0002F000乙"), Paragraph::Style::Body}};
        const QString path = m_folder.filePath(QStringLiteral("marked.pdf"));
        QVERIFY(bool(PrintedNotice(content).writePdf(path)));
        QVERIFY(textOf(path).contains(QStringLiteral("甲〓乙")));
    }

    void longTextsGoOverPages()
    {
        Notice content;
        Table table{{{QStringLiteral("事项"), 1}, {QStringLiteral("部门"), 1}}, {}};
        for (int row = 0; row < 200; ++row)
            table.rows.push_back(
                {QStringLiteral("事项 %1 的名称很长很长很长很长很长很长很长很长很长很长").arg(row),
                    QStringLiteral("县公安局")});
        content.blocks = {Heading{QStringLiteral("很长的表"), {}}, table};
        const PrintedNotice notice(content);
        QVERIFY(notice.pageCount() > 5);
        const QString path = m_folder.filePath(QStringLiteral("long.pdf"));
        QVERIFY(bool(notice.writePdf(path)));
        const QString text = textOf(path);
        QCOMPARE(
            text.count(QStringLiteral("事项 部门")), notice.pageCount()); // the head stands on every page
        QVERIFY(text.contains(QStringLiteral("事项 199 ")));
        QVERIFY(text.contains(QStringLiteral("%1 / %1").arg(notice.pageCount())));
    }

    void nothingStandsInTheMargins()
    {
        for (const Language language : {Language::Chinese, Language::English}) {
            const PrintedNotice notice(sample(0, language));
            for (int page = 0; page < notice.pageCount(); ++page) {
                const QImage image = notice.toImage(page, 72);
                for (int y = 0; y < image.height(); ++y) {
                    for (int x = 0; x < 40; ++x) {
                        QCOMPARE(image.pixel(x, y), QColor(Qt::white).rgb());
                        QCOMPARE(image.pixel(image.width() - 1 - x, y), QColor(Qt::white).rgb());
                    }
                }
            }
        }
    }

    void screenAndPaperAreAlike()
    {
        const PrintedNotice notice(sample(0, Language::Chinese));
        const QString path = m_folder.filePath(QStringLiteral("alike.pdf"));
        QVERIFY(bool(notice.writePdf(path)));
        QProcess::execute(QStringLiteral("pdftoppm"),
            {QStringLiteral("-r"), QStringLiteral("144"), QStringLiteral("-png"),
                QStringLiteral("-singlefile"), path, m_folder.filePath(QStringLiteral("alike"))});
        const auto coarse = [](const QImage &image) { // so that smoothing of edges does not count
            return image.scaled(119, 168, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                .convertToFormat(QImage::Format_Grayscale8);
        };
        const QImage paper = coarse(QImage(m_folder.filePath(QStringLiteral("alike.png"))));
        const QImage screen = coarse(notice.toImage(0, 144));
        QVERIFY(!paper.isNull());
        qint64 difference = 0;
        for (int y = 0; y < paper.height(); ++y) {
            for (int x = 0; x < paper.width(); ++x)
                difference += qAbs(qGray(paper.pixel(x, y)) - qGray(screen.pixel(x, y)));
        }
        const double mean = double(difference) / (paper.width() * paper.height());
        QVERIFY2(mean < 4, qPrintable(QString::number(mean)));
    }

    void practiceIsMarkedOnEveryPage()
    {
        ReceiptData data = support::sampleReceipt(*m_definitions, Language::Chinese);
        data.practice = true;
        const PrintedNotice notice(receipt(data, textsOf(*m_definitions, Language::Chinese)));
        const QString path = m_folder.filePath(QStringLiteral("practice.pdf"));
        QVERIFY(bool(notice.writePdf(path)));
        QCOMPARE(textOf(path).count(QStringLiteral("练习")), notice.pageCount());
    }

    void anUnwritablePlaceIsSaid()
    {
        const auto result =
            PrintedNotice(sample(0, Language::Chinese)).writePdf(QStringLiteral("/nowhere/receipt.pdf"));
        QVERIFY(!result);
        QCOMPARE(QByteArray::fromStdString(result.failure().key), QByteArray("notice.unwritable"));
    }

    void aPageIsSmall()
    {
        ReceiptData data = support::sampleReceipt(*m_definitions, Language::Chinese);
        data.documents.clear(); // to one page
        data.promised.clear();
        const PrintedNotice notice(receipt(data, textsOf(*m_definitions, Language::Chinese)));
        const QString path = m_folder.filePath(QStringLiteral("small.pdf"));
        QVERIFY(bool(notice.writePdf(path)));
        QCOMPARE(notice.pageCount(), 1);
        QVERIFY2(QFileInfo(path).size() <= 60 * 1024, qPrintable(QString::number(QFileInfo(path).size())));
    }

    void receiptTakes()
    {
        const Notice content = sample(0, Language::Chinese);
        QBENCHMARK
        {
            QBuffer buffer;
            buffer.open(QIODevice::WriteOnly);
            QVERIFY(bool(PrintedNotice(content).writePdf(buffer)));
        }
    }

private:
    Notice sample(int kind, Language language) const
    {
        const Texts texts = textsOf(*m_definitions, language);
        if (kind == 1)
            return oneTimeNotice(support::sampleOneTimeNotice(*m_definitions, language), texts);
        if (kind == 2)
            return collectionSlip(support::sampleCollectionSlip(*m_definitions, language), texts);
        return receipt(support::sampleReceipt(*m_definitions, language), texts);
    }

    std::shared_ptr<const catalogue::Catalogue> m_definitions;
    QTemporaryDir m_folder;
};

QTEST_MAIN(PrintedNoticeTest)
#include "tst_printednotice.moc"
