#include "core/formats/namedcheck.h"

#include <QTest>

using namespace quanke;
using namespace quanke::formats;

class PersonNameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("finding");
        const auto row = [](const char *what, const char *name, const char *finding = "") {
            QTest::newRow(what) << QString::fromUtf8(name) << QString::fromUtf8(finding);
        };
        row("two", "王芳");
        row("minority", "阿依古丽·买买提");
        row("three parts", "古丽·买买提·艾山");
        row("beyond the BMP", "李𠮷"); // U+20BB7
        row("extension G", "王𰻝"); // U+30EDD
        row("zero as a character", "〇一");
        row("Latin", "Mary O'Neil-Smith, Jr.");
        row("fifty characters", QByteArray(QString(50, QChar(0x738b)).toUtf8()).constData());
        row("fifty beyond the BMP", QByteArray(QStringLiteral("𠮷").repeated(50).toUtf8()).constData());
        row("one", "王", "cn-name.length");
        row("one beyond the BMP", "𠮷", "cn-name.length");
        row("fifty-one", QByteArray(QString(51, QChar(0x738b)).toUtf8()).constData(), "cn-name.length");
        row("one Latin letter", "M", "cn-name.length");
        row("Latin too long", QByteArray(82, 'a').constData(), "cn-name.length");
        row("separator first", "·买买提", "cn-name.separator");
        row("separator last", "买买提·", "cn-name.separator");
        row("separator twice", "阿依··买提", "cn-name.separator");
        row("dot", "阿依古丽.买买提", "cn-name.separator");
        row("bullet", "阿依古丽•买买提", "cn-name.separator");
        row("katakana dot", "阿依古丽・买买提", "cn-name.separator");
        row("blank", "王 芳", "cn-name.spaces");
        row("ideographic blank", "王　芳", "cn-name.spaces");
        row("two blanks", "Mary  Smith", "cn-name.spaces");
        row("blank at the end", "Mary ", "cn-name.spaces");
        row("digit", "王芳2", "cn-name.characters");
        row("digit in Latin", "Mary2", "cn-name.characters");
        row("mixed", "王Mary", "cn-name.characters");
        row("kana", "田中さくら", "cn-name.characters");
        row("kana alone", "さくら", "cn-name.characters");
        row("control character", "王\u0007芳", "cn-name.characters");
        row("zero-width space", "王\u200b芳", "cn-name.characters");
        row("private use", "王\ue000", "cn-name.characters");
        row("begins with a hyphen", "-Mary", "cn-name.characters");
        row("empty", "", "cn-name.characters");
    }

    void names()
    {
        QFETCH(QString, name);
        const auto finding = runNamedCheck("cn-name", name.toStdString(), {});
        QTEST(finding ? QString::fromStdString(finding->messageKey) : QString(), "finding");
    }

    void badUtf8IsNoName()
    {
        QCOMPARE(runNamedCheck("cn-name", "\xe7\x8e", {})->messageKey, std::string("cn-name.characters"));
    }

    void isKeptWithTheRightSeparator()
    {
        for (const char *typed : {"阿依古丽.买买提", "阿依古丽•买买提", "阿依古丽・买买提",
                 "阿依古丽．买买提", " 阿依古丽· 买买提　"}) {
            QCOMPARE(normalise("cn-name", typed), std::string("阿依古丽·买买提"));
        }
        QCOMPARE(normalise("cn-name", " 李　𠮷 "), std::string("李𠮷"));
        QCOMPARE(normalise("cn-name", " J. Smith "), std::string("J. Smith"));
    }
};

QTEST_GUILESS_MAIN(PersonNameTest)
#include "tst_personname.moc"
