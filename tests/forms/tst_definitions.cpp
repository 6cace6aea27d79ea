#include "forms/definitionset.h"
#include "support/jsoninmessages.h"

#include <QCryptographicHash>
#include <QDate>
#include <QTest>

#include <filesystem>

using namespace quanke;
using namespace quanke::tests;

namespace {

std::string roleOf(const std::string &key)
{
    return key.substr(0, key.find('/'));
}

bool isField(const std::string &key)
{
    return key.find('/') != std::string::npos && roleOf(key) != "situation";
}

QDate dayOf(const Json &day)
{
    return QDate::fromString(QString::fromStdString(day), Qt::ISODate);
}

/// The situations a matter's conditions ask about.
std::set<std::string> testedKeys(const Json &matter)
{
    std::set<std::string> keys;
    const auto collect = [&keys](const Json &value, const std::string &place) {
        if (place.ends_with("/required")) {
            for (const Json &key : value) {
                keys.insert(key.get<std::string>());
            }
        }
    };
    for (const Json &branch : matter.value("allOf", Json::array())) {
        forEachValue(branch["if"], {}, collect);
    }
    for (const Json &variant : matter["x-qk-matter"].value("variants", Json::array())) {
        forEachValue(variant["if"], {}, collect);
    }
    return keys;
}

} // namespace

/// What the schemas of forms/schema cannot say: that the files fit together.
class DefinitionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSetIsComplete()
    {
        QCOMPARE(m_set.file("codes.json")["$defs"].size(), 47U);
        QCOMPARE(m_set.file("elements.json")["$defs"].size(), 154U + 1U); // and the roster's group "staff"
        QCOMPARE(m_set.file("materials.json")["$defs"].size(), 31U + 18U + 1U); // and "file"
        QCOMPARE(m_set.below("matters/").size(), 13U + 10U);
        QCOMPARE(m_set.file("codes.json")["$defs"]["ethnic"]["enum"].size(), 56U + 2U);
        QCOMPARE(m_set.below("bundles/").size(), 2U);
    }

    void everyReferenceLeadsSomewhere()
    {
        int references = 0;
        for (const auto &[path, document] : m_set.documents) {
            forEachValue(document, path, [&](const Json &value, const std::string &place) {
                if (value.is_object() && value.contains("$ref")) {
                    ++references;
                    QVERIFY2(resolves(value["$ref"], path), place.c_str());
                }
            });
        }
        QVERIFY(references > 500);
    }

    void idsAgreeWithFileNames()
    {
        for (const auto &[path, document] : m_set.below("matters/")) {
            const std::string id = std::filesystem::path(path).stem();
            const Json &matter = document["x-qk-matter"];
            QCOMPARE(matter["id"], Json(id));
            const std::string version = matter["version"];
            QCOMPARE(document["$id"], Json("https://quanke.example/matter/" + id + '/' + version));
            QCOMPARE(document["title"], matter["name"]["zh_CN"]);
        }
        for (const auto &[path, document] : m_set.below("calendar/")) {
            QCOMPARE(
                std::to_string(document["year"].get<int>()), std::string(std::filesystem::path(path).stem()));
        }
    }

    void bundlesPinTheirMatters()
    {
        for (const auto &[path, bundle] : m_set.below("bundles/")) {
            for (const Json &entry : bundle["matters"]) {
                const std::string file = "matters/" + entry["matter"].get<std::string>() + ".json";
                QVERIFY2(m_set.documents.contains(file), file.c_str());
                QCOMPARE(entry["version"], m_set.file(file)["x-qk-matter"]["version"]);
                const QByteArray digest = QCryptographicHash::hash(
                    QByteArray::fromStdString(m_set.texts.at(file)), QCryptographicHash::Sha256);
                const QByteArray message =
                    QByteArray::fromStdString(path + ": sha256 of " + file + " is ") + digest.toHex();
                QVERIFY2(
                    entry["sha256"].get<std::string>() == digest.toHex().toStdString(), message.constData());
            }
        }
    }

    void everyFieldHasItsSection()
    {
        for (const auto &[path, bundle] : m_set.below("bundles/")) {
            std::multiset<std::string> shown;
            for (const Json &section : bundle["sections"]) {
                for (const Json &role : section["roles"]) {
                    shown.insert(role.get<std::string>());
                }
            }
            for (const std::string &key : keysOf(bundle)) {
                QVERIFY2(!isField(key) || shown.count(roleOf(key)) == 1, key.c_str());
                QVERIFY2(!isField(key) || m_set.file("roles.json").contains(roleOf(key)), key.c_str());
            }
        }
    }

    void everyMaterialAndSituationIsUsed()
    {
        std::set<std::string> used;
        std::set<std::string> asked;
        for (const auto &[path, bundle] : m_set.below("bundles/")) {
            used.merge(keysOf(bundle));
            for (const Json &situation : bundle["situations"]) {
                asked.insert(situation.get<std::string>());
            }
            for (const Json &entry : bundle["matters"]) {
                const Json condition = entry.value("offerIf", Json::object());
                for (const Json &key : condition.value("required", Json::array())) {
                    used.insert(key.get<std::string>());
                }
            }
        }
        for (const auto &[id, material] : m_set.file("materials.json")["$defs"].items()) {
            QVERIFY2(id == "file" || used.contains(id), id.c_str());
        }
        for (const auto &[id, situation] : m_set.file("situations.json")["$defs"].items()) {
            QVERIFY2(asked.contains(id) && used.contains("situation/" + id), id.c_str());
        }
    }

    void mattersDeclareWhatTheyRead()
    {
        for (const auto &[path, matter] : m_set.below("matters/")) {
            const auto declared = declaredKeys(matter);
            for (const std::string &key : testedKeys(matter)) {
                QVERIFY2(declared.contains(key), (path + ": " + key).c_str());
            }
            const auto fills = [&](const Json &value, const std::string &place) {
                const bool variable = value.is_object() && value.contains("var");
                QVERIFY2(!variable || declared.contains(value["var"]), (path + place).c_str());
            };
            forEachValue(matter.value("x-qk-asserts", Json::array()), "/x-qk-asserts", fills);
            forEachValue(matter.value("x-qk-derived", Json::object()), "/x-qk-derived", fills);
            for (const Json &point : matter["x-qk-matter"]["reviewPoints"]) {
                for (const Json &key : point["keys"]) {
                    QVERIFY2(declared.contains(key), (path + ": " + key.get<std::string>()).c_str());
                }
            }
        }
    }

    void situationsFillFieldsWithWhatTheyTake()
    {
        for (const auto &[id, situation] : m_set.file("situations.json")["$defs"].items()) {
            const Json fills = situation.value("x-qk-fills", Json::object());
            for (const auto &[key, values] : fills.items()) {
                const Json &element = m_set.file("elements.json")["$defs"][key.substr(key.find('/') + 1)];
                for (const Json &answer : situation["enum"]) {
                    QVERIFY2(takes(element, values.value(answer.get<std::string>(), Json())), key.c_str());
                }
            }
        }
    }

    void mattersLeadToDepartmentsAndOtherMatters()
    {
        const Json &departments = m_set.file("departments.json");
        for (const auto &[id, department] : departments.items()) {
            QVERIFY2(departments.contains(department.value("parent", id)), id.c_str());
        }
        for (const auto &[path, matter] : m_set.below("matters/")) {
            QVERIFY2(departments.contains(matter["x-qk-matter"]["department"]), path.c_str());
            for (const Json &dependency : matter["x-qk-matter"].value("dependsOn", Json::array())) {
                const std::string file = "matters/" + dependency["matter"].get<std::string>() + ".json";
                QVERIFY2(m_set.documents.contains(file), path.c_str());
            }
        }
    }

    void calendarsHoldTogether()
    {
        for (const auto &[path, calendar] : m_set.below("calendar/")) {
            for (const Json &day : calendar["off"]) {
                QVERIFY2(dayOf(day).isValid() && dayOf(day).year() == calendar["year"], path.c_str());
            }
            for (const Json &day : calendar["work"]) {
                QVERIFY2(
                    dayOf(day).dayOfWeek() >= Qt::Saturday, path.c_str()); // a make-up day is a weekend's
            }
        }
    }

private:
    bool resolves(const std::string &reference, const std::string &from) const
    {
        const auto hash = reference.find('#');
        const auto folder = std::filesystem::path(from).parent_path();
        const auto file = (folder / reference.substr(0, hash)).lexically_normal().string();
        const auto found = m_set.documents.find(hash == 0 ? from : file);
        return found != m_set.documents.end()
            && found->second.contains(Json::json_pointer(reference.substr(hash + 1)));
    }

    std::set<std::string> keysOf(const Json &bundle) const
    {
        std::set<std::string> keys;
        for (const Json &entry : bundle["matters"]) {
            keys.merge(declaredKeys(m_set.file("matters/" + entry["matter"].get<std::string>() + ".json")));
        }
        return keys;
    }

    bool takes(const Json &element, const Json &value) const
    {
        if (element.contains("$ref")) {
            const std::string reference = element["$ref"];
            const Json &codes =
                m_set.file("codes.json").at(Json::json_pointer(reference.substr(reference.find('#') + 1)));
            return std::find(codes["enum"].begin(), codes["enum"].end(), value) != codes["enum"].end();
        }
        return element["type"] == "boolean" && value.is_boolean();
    }

    DefinitionSet m_set;
};

QTEST_GUILESS_MAIN(DefinitionsTest)
#include "tst_definitions.moc"
