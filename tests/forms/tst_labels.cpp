#include "core/catalogue/catalogue.h"
#include "forms/definitionset.h"

#include <QTest>

using namespace quanke;
using namespace quanke::tests;

/// The catalogue takes the whole set, and what it calls the fields tells them apart.
class LabelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto loaded = catalogue::Catalogue::load(m_set.texts);
        QVERIFY2(bool(loaded), loaded ? "" : loaded.failure().arguments.dump().c_str());
        m_catalogue = std::move(*loaded);
    }

    void noTwoFieldsOfABundleAreCalledTheSame()
    {
        for (const auto &[id, bundle] : m_catalogue.bundles()) {
            std::set<std::string> keys;
            for (const catalogue::BundleMatter &entry : bundle.matters) {
                keys.merge(declaredKeys(m_catalogue.matter(entry.matter)->schema));
            }
            std::map<std::string, std::string> chinese;
            std::map<std::string, std::string> english;
            for (const std::string &key : keys) {
                const LocalText label = m_catalogue.labelOfKey(key);
                QVERIFY2(label.chinese != key && label.english != key, key.c_str());
                const auto sameInChinese = chinese.emplace(label.chinese, key);
                QVERIFY2(sameInChinese.second, (key + " = " + sameInChinese.first->second).c_str());
                const auto sameInEnglish = english.emplace(label.english, key);
                QVERIFY2(sameInEnglish.second, (key + " = " + sameInEnglish.first->second).c_str());
            }
        }
    }

    void underItsOwnHeadingTheRoleIsNotSaidAgain()
    {
        const LocalText operatorHeading{"经营者", "Operator"};
        QCOMPARE(m_catalogue.labelUnder(operatorHeading, "operator/person.mobile"),
            (LocalText{"移动电话", "Mobile phone"}));
        QCOMPARE(m_catalogue.labelUnder(operatorHeading, "agent/person.mobile"),
            m_catalogue.labelOfKey("agent/person.mobile"));
        QCOMPARE(m_catalogue.labelUnder(operatorHeading, "MH06"), m_catalogue.labelOfKey("MH06"));
    }

    void aClerkReadsPlainLabels_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("chinese");
        QTest::addColumn<QString>("english");
        QTest::newRow("of a person") << "securityManager/person.mobile"
                                     << "治安保卫负责人移动电话"
                                     << "Security manager: mobile phone";
        QTest::newRow("of the hotel") << "hotel/hotel.rooms"
                                      << "客房数"
                                      << "Guest rooms";
        QTest::newRow("of the results") << "result/delivery.mode"
                                        << "结果领取方式"
                                        << "Results: way of delivery";
        QTest::newRow("material") << "MH06"
                                  << "租赁（使用）合同"
                                  << "Lease (or contract of use)";
    }

    void aClerkReadsPlainLabels()
    {
        QFETCH(QString, key);
        const LocalText label = m_catalogue.labelOfKey(key.toStdString());
        QTEST(QString::fromStdString(label.chinese), "chinese");
        QTEST(QString::fromStdString(label.english), "english");
    }

private:
    DefinitionSet m_set;
    catalogue::Catalogue m_catalogue;
};

QTEST_GUILESS_MAIN(LabelsTest)
#include "tst_labels.moc"
