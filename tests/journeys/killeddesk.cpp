// A desk to be killed by a test: receives a hotel and fills its form, telling on standard output each field that has
// been left and is kept; then writes half of the operator's name and stays there with the caret in the field.
// Arguments: the gateway's address, the data folder.
#include "desk/common/deskcontext.h"
#include "desk/look/appearance.h"
#include "journeys/tour/hall.h"
#include "platform/systemclock.h"
#include "support/await.h"
#include "support/testgateway.h"
#include "vault/vault.h"

#include <QApplication>
#include <QLineEdit>

#include <cstdio>

namespace {

using namespace quanke;

const std::string inHand = "operator/person.name";

void tell(const std::string &text)
{
    std::printf("%s\n", text.c_str());
    std::fflush(stdout);
}

/// The vault does what it is asked in the order it is asked: once it answers this, all that was asked before is kept.
void waitForTheVault(journeys::DeskDriver &desk)
{
    if (!test::awaited(desk.desk().context().vault.drafts()))
        throw journeys::StepFailed("the vault does not answer");
}

void work(journeys::DeskDriver &desk)
{
    desk.signIn(QStringLiteral("wangxm"), test::TestGateway::password());
    const auto setup = journeys::hotelWithThirteen({});
    journeys::CounterStory story(desk, setup);
    story.find();
    story.tailor();
    desk.click("fillButton");
    for (const auto &[key, value] : setup.values.items()) {
        if (key == inHand || !desk.fillField(key, value))
            continue;
        waitForTheVault(desk);
        tell(key);
    }
    desk.type(desk.editorOf(inHand), QStringLiteral("陈谷"));
    waitForTheVault(desk); // which field it is, is kept too
    tell("in hand");
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    desk::apply(application, {});
    const platform::SystemClock clock;
    const QStringList arguments = QApplication::arguments();
    try {
        journeys::DeskDriver desk(
            {QUrl(arguments.value(1)), arguments.value(2), Language::Chinese, {}}, clock);
        work(desk);
        return QApplication::exec();
    } catch (const std::exception &failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
}
