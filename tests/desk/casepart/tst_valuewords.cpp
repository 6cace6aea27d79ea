#include "desk/casepart/valuewords.h"
#include "desk/common/words.h"
#include "desk/support/workdesk.h"

#include <QTest>

using namespace quanke;
using namespace quanke::desk;
using quanke::test::WorkDesk;

/// Values as people read them: no code stands on a screen.
class ValueWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void codesAreWords_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("chinese");
        QTest::newRow("country") << QStringLiteral("mother/person.nationality") << QStringLiteral("CHN")
                                 << QStringLiteral("中国");
        QTest::newRow("moment") << QStringLiteral("newborn/birth.at") << QStringLiteral("2026-11-02T04:18")
                                << QStringLiteral("2026-11-02 04:18");
        QTest::newRow("code") << QStringLiteral("mother/person.sex") << QStringLiteral("2")
                              << QStringLiteral("女");
        QTest::newRow("unknown") << QStringLiteral("mother/person.nationality") << QStringLiteral("XQK")
                                 << QStringLiteral("XQK");
    }

    void codesAreWords()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        WorkDesk desk(WorkDesk::clerk());
        const ValueWords words(desk.context().catalogue, Language::Chinese);
        QTEST(words.value(key.toStdString(), value.toStdString()), "chinese");
    }

    void sizesHaveNoWord()
    {
        QCOMPARE(sizeWords(0), QStringLiteral("0 B"));
        QCOMPARE(sizeWords(1023), QStringLiteral("1023 B"));
        QCOMPARE(sizeWords(58.0 * 1024), QStringLiteral("58 kB"));
        QCOMPARE(sizeWords(2.1 * 1024 * 1024), QStringLiteral("2.1 MB"));
    }
};

QTEST_MAIN(ValueWordsTest)
#include "tst_valuewords.moc"
