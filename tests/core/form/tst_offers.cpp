#include "core/form/formsfolder.h"
#include "core/form/offers.h"
#include "support/jsoninmessages.h"
#include "support/today.h"

#include <QTest>

#include <algorithm>

using namespace quanke;
using form::Offer;
using test::today;

namespace {

const std::string woman = "409900198504200021"; // born 20 April 1985

Json valueOf(const std::vector<Offer> &offers, const std::string &key)
{
    const auto found = std::ranges::find(offers, key, &Offer::key);
    return found == offers.end() ? Json() : found->value;
}

} // namespace

/// What the form can fill in by itself and the clerk may change: from an identity number, and usual values.
class OffersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto loaded = test::ourForms();
        QVERIFY(bool(loaded));
        m_catalogue = std::move(*loaded);
        auto composed = form::compose(m_catalogue, "BUNDLE-HOTEL", {}, {});
        QVERIFY(bool(composed));
        m_composition = std::move(*composed);
    }

    void aCitizenIdTellsBirthAndSexOfTheSamePerson()
    {
        const auto offers = offersOf("operator/person.idNo", {{"operator/person.idNo", woman}});
        QCOMPARE(offers.size(), std::size_t(2));
        QCOMPARE(valueOf(offers, "operator/person.birthDate"), Json("1985-04-20"));
        QCOMPARE(valueOf(offers, "operator/person.sex"), Json("2"));
    }

    void nothingIsToldByAnythingElse()
    {
        // a wrong check digit, another kind of document, nothing at all: what an earlier number said goes
        const auto saysNothing = [](const std::vector<Offer> &offers) {
            return offers.size() == 2
                && std::ranges::all_of(offers, [](const Offer &offer) { return offer.value.is_null(); });
        };
        QVERIFY(
            saysNothing(offersOf("operator/person.idNo", {{"operator/person.idNo", "409900198504200029"}})));
        const Json passport{{"operator/person.idNo", woman}, {"operator/person.idType", "414"}};
        QVERIFY(saysNothing(offersOf("operator/person.idNo", passport)));
        QVERIFY(saysNothing(offersOf("operator/person.idType", passport)));
        QVERIFY(saysNothing(offersOf("operator/person.idNo", Json::object())));
        // another element
        QVERIFY(offersOf("operator/person.mobile", {{"operator/person.mobile", woman}}).empty());
        // the agent is somebody else
        QVERIFY(valueOf(
            offersOf("agent/person.idNo", {{"agent/person.idNo", woman}}), "operator/person.birthDate")
                    .is_null());
    }

    void usualValuesGoIntoEmptyFieldsThatAreAsked()
    {
        const auto compiled = form::CompiledForm::compile(m_catalogue, m_composition);
        QVERIFY(bool(compiled));
        form::FormState state(*compiled, today);
        state.setValues(Json::object());
        auto usual = form::usualValues(m_catalogue, m_composition, state);
        QCOMPARE(valueOf(usual, "operator/person.idType"), Json("111"));
        QVERIFY(valueOf(usual, "agent/person.idType").is_null()); // nobody acts for the applicant
        for (const Offer &offer : usual)
            QVERIFY2(m_catalogue.situation(offer.key) == nullptr && state.isRelevant(offer.key),
                offer.key.c_str());
        (void)state.set({"operator/person.idType", -1, {}}, "414");
        usual = form::usualValues(m_catalogue, m_composition, state);
        QVERIFY(valueOf(usual, "operator/person.idType").is_null());
    }

    void aNewbornsParentsAreChinese()
    {
        const auto composed = form::compose(m_catalogue, "BUNDLE-NEWBORN", {}, {});
        QVERIFY(bool(composed));
        const auto compiled = form::CompiledForm::compile(m_catalogue, *composed);
        QVERIFY(bool(compiled));
        form::FormState state(*compiled, today);
        state.setValues(Json::object());
        const auto usual = form::usualValues(m_catalogue, *composed, state);
        QCOMPARE(valueOf(usual, "mother/person.nationality"), Json("CHN"));
    }

    void aFatherWhomNobodyNamedHasNoNationality()
    {
        const auto composed = form::compose(m_catalogue, "BUNDLE-NEWBORN", {}, {{"married", "no"}});
        QVERIFY(bool(composed));
        const auto compiled = form::CompiledForm::compile(m_catalogue, *composed);
        QVERIFY(bool(compiled));
        form::FormState state(*compiled, today);
        state.setValues(Json{{"situation/married", "no"}});
        for (const Offer &offer : form::usualValues(m_catalogue, *composed, state))
            QVERIFY2(!offer.key.starts_with("father/"), offer.key.c_str());
    }

private:
    std::vector<Offer> offersOf(const char *key, const Json &values)
    {
        return form::offersOf(m_catalogue, m_composition, key, values);
    }

    catalogue::Catalogue m_catalogue;
    form::Composition m_composition;
};

QTEST_GUILESS_MAIN(OffersTest)
#include "tst_offers.moc"
