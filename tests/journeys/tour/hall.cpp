#include "journeys/tour/hall.h"

#include "core/base/clock.h"
#include "link/gatewayclient.h"
#include "support/await.h"
#include "support/testgateway.h"

namespace quanke::journeys {

namespace {

const QString data = QStringLiteral(QUANKE_SOURCE_DIR "/tests/support/data/");

} // namespace

CounterStory::Setup newbornWithFive(const QString &documentFolder)
{
    return {QStringLiteral("上户口"), Ticks::Named, readJson(data + QStringLiteral("newborn-values.json")),
        documentFolder,
        {QStringLiteral("NB-01"), QStringLiteral("NB-02"), QStringLiteral("NB-03"), QStringLiteral("NB-04"),
            QStringLiteral("NB-05")}};
}

CounterStory::Setup hotelWithThirteen(const QString &documentFolder)
{
    return {QStringLiteral("klg"), Ticks::All, readJson(data + QStringLiteral("hotel-values.json")),
        documentFolder};
}

Json outputsOf(const std::string &matter, const Clock &clock)
{
    if (matter == "HT-01") // the credit code as in GB 32100, of the demo county
        return {{"org/org.uscc", "92409900MA0QK01A86"},
            {"org/org.establishedOn", toText(dayInChina(clock.now()))}};
    if (matter == "NB-01")
        return {{"birth/birth.certNo", "Q410000001"}};
    if (matter == "NB-02")
        return {{"vacc/vacc.childNo", "40990020261102001"}};
    if (matter == "NB-03") // as in GB 11643: a girl born on the day of the sample values
        return {{"newborn/person.idNo", "409900202611020025"},
            {"newborn/person.idAddress", "青石县清溪乡石桥村3组12号"}};
    return Json::object();
}

QString receive(DeskDriver &desk, const CounterStory::Setup &setup)
{
    desk.signIn(QStringLiteral("wangxm"), test::TestGateway::password());
    CounterStory story(desk, setup);
    for (const StoryStep &step : story.steps())
        step.act();
    desk.deliver();
    return story.number();
}

test::Canaries canaries()
{
    test::Canaries canaries;
    canaries.plant(test::TestGateway::password());
    for (const auto &values : {newbornWithFive({}).values, hotelWithThirteen({}).values}) {
        for (const auto &[key, value] : values.items()) {
            const auto element = key.substr(key.find('/') + 1);
            const bool isTold = element == "person.name" || element == "person.idNo"
                || element == "person.mobile" || element == "person.idAddress" || element == "org.name"
                || element.ends_with(".address") || element.ends_with(".ownerName");
            if (isTold)
                canaries.plant(QString::fromStdString(value.get<std::string>()));
        }
    }
    return canaries;
}

std::vector<casework::CaseFile> casesAtTheHall(const QUrl &gateway, const QString &number)
{
    QNetworkAccessManager network;
    link::GatewayClient client(network, gateway);
    const auto password = seal::SecretBytes::copyOf(test::TestGateway::password().toStdString());
    if (!test::awaited(client.signIn("zhoums", password, "0193a001-0000-7000-8000-0000000000bb")))
        throw StepFailed("the supervisor cannot sign in");
    std::vector<casework::CaseFile> files;
    const auto found = test::awaited(client.cases({number.toStdString(), {}, {}}));
    for (const wire::CaseSummary &summary : found ? *found : std::vector<wire::CaseSummary>()) {
        if (const auto view = test::awaited(client.caseView(summary.id)))
            files.push_back(*view);
    }
    return files;
}

} // namespace quanke::journeys
