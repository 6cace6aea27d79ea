#include <QTest>

#include "core/catalogue/smallset.h"

using namespace quanke;
using namespace quanke::catalogue;

class WordsTest : public QObject {
    Q_OBJECT

    const Catalogue m_catalogue = std::move(*Catalogue::load(test::smallSet()));

private Q_SLOTS:
    void labels_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("chinese");
        QTest::addColumn<QString>("english");
        QTest::newRow("role and element") << "securityManager/person.mobile"
                                          << "治安保卫负责人移动电话"
                                          << "Security officer: mobile phone";
        QTest::newRow("acronym stays") << "securityManager/person.idType"
                                       << "治安保卫负责人证件类型"
                                       << "Security officer: ID type";
        QTest::newRow("not doubled") << "org/org.name"
                                     << "市场主体名称"
                                     << "Organisation name";
        QTest::newRow("the role's own") << "org/org.shareholderList"
                                        << "股东"
                                        << "Shareholders";
        QTest::newRow("unknown role") << "nobody/person.mobile"
                                      << "移动电话"
                                      << "Mobile phone";
        QTest::newRow("material") << "M1"
                                  << "营业执照"
                                  << "Business licence";
        QTest::newRow("situation") << "situation/tenure"
                                   << "自有还是租赁？"
                                   << "Owned or rented?";
        QTest::newRow("unknown") << "org/nothing"
                                 << "org/nothing"
                                 << "org/nothing";
    }

    void labels()
    {
        QFETCH(QString, key);
        const LocalText label = m_catalogue.labelOfKey(key.toStdString());
        QTEST(QString::fromStdString(label.chinese), "chinese");
        QTEST(QString::fromStdString(label.english), "english");
    }

    void messages_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("message");
        QTest::newRow("filled") << "cn-id.check-digit"
                                << R"({"expected": "X"})"
                                << "zh_CN"
                                << "第18位校验码应为 X";
        QTest::newRow("English") << "cn-id.check-digit"
                                 << R"({"expected": 7})"
                                 << "en"
                                 << "The last digit should be 7";
        QTest::newRow("most specific") << "person.mobile/pattern"
                                       << "{}"
                                       << "zh_CN"
                                       << "手机号应为11位数字";
        QTest::newRow("falls back") << "person.mobile/required"
                                    << "{}"
                                    << "zh_CN"
                                    << "请填写";
        QTest::newRow("falls back twice") << "a/person.mobile/required"
                                          << "{}"
                                          << "en"
                                          << "Fill this in";
        QTest::newRow("not in this language") << "person.mobile/pattern"
                                              << "{}"
                                              << "en"
                                              << "person.mobile/pattern";
        QTest::newRow("argument missing") << "cn-id.check-digit"
                                          << "{}"
                                          << "en"
                                          << "The last digit should be {expected}";
        QTest::newRow("list") << "missing"
                              << R"({"items": ["甲", "乙"]})"
                              << "zh_CN"
                              << "还差甲、乙";
        QTest::newRow("unknown") << "nothing"
                                 << "{}"
                                 << "en"
                                 << "nothing";
    }

    void messages()
    {
        QFETCH(QString, key);
        QFETCH(QString, arguments);
        QFETCH(QString, language);
        const std::string message = m_catalogue.message(
            key.toStdString(), Json::parse(arguments.toStdString()), languageFromTag(language.toStdString()));
        QTEST(QString::fromStdString(message), "message");
    }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "tst_words.moc"
