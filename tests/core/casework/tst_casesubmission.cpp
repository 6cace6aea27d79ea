#include "core/casework/casefile.h"
#include "core/casework/casesubmission.h"
#include "core/casework/operation.h"
#include "platform/folder.h"

#include <QTest>

#include <optional>

using namespace quanke;
using casework::CaseDraft;

class CaseSubmissionTest : public QObject {
    Q_OBJECT

private:
    std::optional<catalogue::Catalogue> m_catalogue;
    Date m_today = *parseDate("2026-11-21");

    /// A case as filled at the window: every field, and one document for each material that is asked for.
    CaseDraft draftFor(const form::Composition &composition, const std::string &file) const
    {
        CaseDraft draft{"QS-20261121-K7F3-0001", std::string(64, 'a'), "1", {}};
        const auto text = platform::readFile(QUANKE_SOURCE_DIR "/tests/support/data/" + file);
        draft.values = *parseJson(*text);
        int number = 0;
        for (const auto &material : composition.materials) {
            const bool isAsked = material.source == form::MaterialSource::Applicant
                || material.source == form::MaterialSource::Library;
            if (isAsked) {
                auto digits = std::to_string(++number);
                draft.values[material.id] = Json::array(
                    {{{"sha256", digits.insert(0, 64 - digits.size(), '0')}, {"mediaType", "image/png"},
                        {"size", 12}, {"name", material.id + ".png"}, {"pages", 1}}});
            }
        }
        return draft;
    }
    form::Composition composed(const std::string &bundle, const std::vector<std::string> &ticked = {}) const
    {
        auto composition = form::compose(*m_catalogue, bundle, ticked, {});
        return composition ? *composition : form::Composition();
    }
    static std::string problemsOf(const Failure &failure)
    {
        return failure.key + " " + canonicalText(failure.arguments);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto files = platform::readTextFiles(QUANKE_SOURCE_DIR "/forms", ".json");
        QVERIFY(bool(files));
        auto loaded = catalogue::Catalogue::load(*files);
        QVERIFY(bool(loaded));
        m_catalogue = std::move(*loaded);
    }

    void makesACase_data()
    {
        QTest::addColumn<QString>("bundle");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("applicant");
        QTest::newRow("hotel") << QStringLiteral("BUNDLE-HOTEL") << QStringLiteral("hotel-values.json")
                               << QStringLiteral("operator");
        QTest::newRow("newborn") << QStringLiteral("BUNDLE-NEWBORN") << QStringLiteral("newborn-values.json")
                                 << QStringLiteral("mother");
    }

    void makesACase()
    {
        QFETCH(QString, bundle);
        QFETCH(QString, file);
        QFETCH(QString, applicant);
        const bool isNewborn = bundle == QStringLiteral("BUNDLE-NEWBORN");
        const std::vector<std::string> five{"NB-01", "NB-02", "NB-03", "NB-04", "NB-05"};
        const auto composition =
            composed(bundle.toStdString(), isNewborn ? five : std::vector<std::string>());
        const auto draft = draftFor(composition, file.toStdString());
        const auto made = casework::makeCaseSubmission(*m_catalogue, composition, draft, m_today);
        QVERIFY2(bool(made), made ? "" : problemsOf(made.failure()).c_str());
        const auto role = applicant.toStdString();
        QVERIFY(made->body["applicant"]["name"] == draft.values[role + "/person.name"]);
        QVERIFY(made->body["applicant"]["idNo"] == draft.values[role + "/person.idNo"]);
        QVERIFY(made->body["ticked"] == Json(composition.ticked));
        QVERIFY(made->body["answers"] == Json(composition.answers));
        QVERIFY(!made->documents.empty());
        // It is an operation that the wire takes.
        const casework::Operation operation{"01935f00-0000-7000-8000-000000000001", "case.submit", "D-1", 1,
            {}, "wangxm", casework::Environment::Production, "2026-11-21T01:00:00.000Z",
            "01935f00-0000-7000-8000-000000000002", made->body, {}, {}};
        QVERIFY(bool(casework::operationFromJson(casework::toJson(operation))));
    }

    void whatIsHiddenStaysHere()
    {
        const auto composition = composed("BUNDLE-HOTEL");
        auto draft = draftFor(composition, "hotel-values.json");
        draft.values["situation/tenure"] = "lease"; // an answer, which has its own place
        draft.values["newborn/person.name"] = "张小宝"; // typed under another bundle
        const auto made = casework::makeCaseSubmission(*m_catalogue, composition, draft, m_today);
        QVERIFY2(bool(made), made ? "" : problemsOf(made.failure()).c_str());
        QVERIFY(!made->body["values"].contains("situation/tenure"));
        QVERIFY(!made->body["values"].contains("newborn/person.name"));
    }

    void whatIsWrongIsSaidAndNothingMade()
    {
        const auto composition = composed("BUNDLE-HOTEL");
        auto draft = draftFor(composition, "hotel-values.json");
        draft.values["operator/person.idNo"] = "409900199001010000";
        const auto made = casework::makeCaseSubmission(*m_catalogue, composition, draft, m_today);
        QVERIFY(!made);
        QCOMPARE(made.failure().key, std::string("case.invalid"));
        const auto &problems = made.failure().arguments.at("problems");
        QVERIFY(std::any_of(problems.begin(), problems.end(),
            [](const Json &problem) { return problem["field"] == "operator/person.idNo"; }));
    }

    void aMissingDocumentIsSaid()
    {
        const auto composition = composed("BUNDLE-HOTEL");
        auto draft = draftFor(composition, "hotel-values.json");
        std::string required;
        for (const auto &material : composition.materials) {
            if (material.need == form::Need::Required && draft.values.contains(material.id)) {
                required = material.id;
            }
        }
        QVERIFY(!required.empty());
        draft.values.erase(required);
        const auto made = casework::makeCaseSubmission(*m_catalogue, composition, draft, m_today);
        QVERIFY(!made);
        QCOMPARE(made.failure().arguments.at("problems").front()["field"].get<std::string>(), required);
    }
};

QTEST_GUILESS_MAIN(CaseSubmissionTest)
#include "tst_casesubmission.moc"
