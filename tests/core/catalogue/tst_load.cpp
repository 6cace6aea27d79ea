#include "core/catalogue/smallset.h"
#include "support/jsoninmessages.h"

#include <QTest>

using namespace quanke;
using namespace quanke::catalogue;

namespace {

Catalogue loaded(const DefinitionFiles &files)
{
    auto result = Catalogue::load(files);
    if (!result) {
        qFatal("%s %s", result.failure().key.c_str(), result.failure().arguments.dump().c_str());
    }
    return std::move(*result);
}

/// Defects outside the schemas.
void addMetadataRows()
{
    QTest::newRow("limit") << "matters/A-1.json"
                           << "\"value\": 20"
                           << "\"value\": \"20\""
                           << "definition.malformed"
                           << "/x-qk-matter/statutoryLimit";
    QTest::newRow("word") << "matters/A-1.json"
                          << "\"substance\""
                          << "\"important\""
                          << "definition.malformed"
                          << "/x-qk-matter/reviewPoints/0";
    QTest::newRow("default that is no option") << "situations.json"
                                               << "\"default\": \"lease\""
                                               << "\"default\": \"rent\""
                                               << "definition.malformed"
                                               << "/$defs/tenure";
    QTest::newRow("same matter twice") << "matters/A-2.json"
                                       << "\"id\": \"A-2\""
                                       << "\"id\": \"A-1\""
                                       << "definition.twice"
                                       << "";
    QTest::newRow("member twice") << "roles.json"
                                  << "\"org\""
                                  << "\"securityManager\""
                                  << "json.duplicate-key"
                                  << "";
    QTest::newRow("no JSON") << "bundles/b.json"
                             << "[\"tenure\"],"
                             << "[\"tenure\""
                             << "json.malformed"
                             << "";
    QTest::newRow("oneOf with schemas") << "elements.json"
                                        << "\"minLength\": 4"
                                        << "\"oneOf\": [{\"minLength\": 4}]"
                                        << "definition.malformed"
                                        << "/$defs/org.name";
}

} // namespace

class LoadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void elementsCarryWhatPeopleSee()
    {
        const Catalogue catalogue = loaded(test::smallSet());
        const Element *name = catalogue.element("person.name");
        QVERIFY(name);
        QCOMPARE(name->label.english, std::string("Name"));
        QVERIFY(name->privacy == Privacy::Personal);
        QCOMPARE(name->sources, std::vector<std::string>{"idReader"});
        QVERIFY(!name->schema.contains("x-qk-label"));
        QCOMPARE(name->schema["maxLength"].get<int>(), 81);
        QCOMPARE(catalogue.element("person.mobile")->hint.english, std::string("11 digits"));
        QVERIFY(!catalogue.element("person.nothing"));
    }

    void fieldsAreAskedInTheOrderOfTheDictionary()
    {
        const Catalogue catalogue = loaded(test::smallSet());
        QCOMPARE(catalogue.element("person.name")->position, 0);
        QCOMPARE(catalogue.element("person.mobile")->position, 2);
        QCOMPARE(catalogue.element("org.shareholderList")->position, 4);
    }

    void codesKeepTheirOrder()
    {
        const Catalogue catalogue = loaded(test::smallSet());
        const Element *type = catalogue.element("person.idType");
        QCOMPARE(type->codeList, std::string("idType"));
        QCOMPARE(type->codes.size(), std::size_t(2));
        QCOMPARE(type->codes[0].code, std::string("111"));
        QCOMPARE(type->codes[1].label.chinese, std::string("普通护照"));
        QCOMPARE(type->standard, std::string("GA/T 2000.156"));
        QVERIFY((type->schema == Json{{"type", "string"}, {"enum", {"111", "414"}}}));
    }

    void repeatingGroupsHaveColumns()
    {
        const Catalogue catalogue = loaded(test::smallSet());
        const Element *list = catalogue.element("org.shareholderList");
        QCOMPARE(list->columns.size(), std::size_t(2));
        QCOMPARE(list->columns[0].name, std::string("name"));
        QCOMPARE(list->columns[0].element, std::string("person.name"));
        QCOMPARE(list->columns[0].label.chinese, std::string("姓名"));
        QVERIFY(list->columns[0].required);
        QCOMPARE(list->columns[1].label.english, std::string("Capital"));
        QVERIFY(!list->columns[1].required);
        QCOMPARE(
            list->schema["items"]["properties"]["name"]["format"].get<std::string>(), std::string("cn-name"));
    }

    void mattersAreReadWhole()
    {
        const Catalogue catalogue = loaded(test::smallSet());
        const Matter *matter = catalogue.matter("A-1");
        QVERIFY(matter);
        QCOMPARE(matter->shortName.chinese, std::string("登记"));
        QCOMPARE(*matter->statutory.value, 20);
        QVERIFY(matter->committed.illustrative);
        QVERIFY(matter->caseType == CaseType::Committed);
        QCOMPARE(matter->variants.size(), std::size_t(1));
        QVERIFY(matter->variants[0].caseType == CaseType::Instant);
        QCOMPARE(*matter->variants[0].statutory.value, 20);
        QCOMPARE(*matter->variants[0].committed.value, 0);
        QCOMPARE(matter->basis[0].article, std::string("第八条"));
        QVERIFY(matter->reviewPoints[0].substance && !matter->reviewPoints[0].machine);
        QCOMPARE(matter->result.outputs, std::vector<std::string>{"org/org.name"});
        QVERIFY(!matter->schema.contains("x-qk-matter"));
        const Matter *other = catalogue.matter("A-2");
        QVERIFY(other->dependsOn[0].hard);
        QVERIFY(!other->statutory.value);
        QCOMPARE(catalogue.bundle("BUNDLE-B")->matters[1].version, std::string("1.0.0"));
        QVERIFY(catalogue.bundle("BUNDLE-B")->matters[1].offerIf.has_value());
        QCOMPARE(catalogue.situation("tenure")->fills.at("org/org.name").at("own"), Json("甲"));
        QCOMPARE(catalogue.material("M1")->licenceType, std::string("营业执照"));
        QVERIFY(!catalogue.material("file"));
    }

    void referencesGoAndTheirNeighboursCount()
    {
        const Catalogue catalogue = loaded(test::smallSet());
        const Json &properties = catalogue.matter("A-1")->schema["properties"];
        QVERIFY((properties["org/org.name"]
            == Json{
                {"type", "string"}, {"minLength", 4}, {"maxLength", 60}, {"allOf", {{{"minLength", 6}}}}}));
        QVERIFY((properties["situation/tenure"]
            == Json{{"type", "string"}, {"enum", {"own", "lease"}}, {"default", "lease"}}));
        const Json &other = catalogue.matter("A-2")->schema["properties"];
        QCOMPARE(other["org/org.name"]["x-qk-providedBy"].get<std::string>(), std::string("A-1"));
        QCOMPARE(other["M1"]["x-qk-material"]["copies"].get<int>(), 1);
        QVERIFY(catalogue.matter("A-2")->schema.dump().find("$ref") == std::string::npos);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("place");
        QTest::newRow("keyword") << "elements.json"
                                 << "\"maxLength\": 81"
                                 << "\"maxLenght\": 81"
                                 << "definition.unknown-keyword"
                                 << "/$defs/person.name";
        QTest::newRow("keyword in a branch") << "matters/A-1.json"
                                             << "\"required\": [\"securityManager"
                                             << "\"unevaluatedProperties\": [\"securityManager"
                                             << "definition.unknown-keyword"
                                             << "/allOf/0/then";
        QTest::newRow("value of a keyword") << "elements.json"
                                            << "\"maxLength\": 81"
                                            << "\"maxLength\": -1"
                                            << "definition.malformed"
                                            << "/$defs/person.name";
        QTest::newRow("reference") << "matters/A-1.json"
                                   << "$defs/org.name"
                                   << "$defs/org.nam"
                                   << "definition.reference"
                                   << "/properties/org~1org.name";
        QTest::newRow("circle") << "elements.json"
                                << "#/$defs/person.name"
                                << "#/$defs/org.shareholderList"
                                << "definition.circle"
                                << "/$defs/org.shareholderList";
        QTest::newRow("label") << "elements.json"
                               << "\"zh_CN\": \"姓名\", "
                               << ""
                               << "definition.malformed"
                               << "/$defs/person.name";
        addMetadataRows();
    }

    void refuses()
    {
        QFETCH(QString, file);
        QFETCH(QString, what);
        QFETCH(QString, by);
        const auto result =
            Catalogue::load(test::smallSetWith(file.toStdString(), what.toStdString(), by.toStdString()));
        QVERIFY(!result);
        QTEST(QString::fromStdString(result.failure().key), "key");
        QTEST(QString::fromStdString(result.failure().arguments["place"].get<std::string>()), "place");
        QTEST(QString::fromStdString(result.failure().arguments["path"].get<std::string>()), "file");
    }

    void survivesAnyMemberOfAnotherType()
    {
        // Every member of every file in turn becomes null, a number, a list: refused or read, never a crash.
        for (const auto &[path, text] : test::smallSet()) {
            const Json whole = *parseJson(text);
            const Json flat = whole.flatten();
            for (const auto &[pointer, value] : flat.items()) {
                for (auto at = Json::json_pointer(pointer); !at.empty(); at.pop_back()) {
                    for (const Json &other : {Json(), Json(7), Json::array({1}), Json("x"), Json{{"y", 1}}}) {
                        Json changed = whole;
                        changed[at] = other;
                        auto files = test::smallSet();
                        files[path] = changed.dump();
                        static_cast<void>(Catalogue::load(files));
                    }
                }
            }
        }
    }

    void withoutElementsThereIsNothing()
    {
        const auto result = Catalogue::load({});
        QVERIFY(!result);
        QCOMPARE(result.failure().key, std::string("definition.missing"));
    }
};

QTEST_GUILESS_MAIN(LoadTest)
#include "tst_load.moc"
