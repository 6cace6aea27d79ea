// Hands a prepared case over by a file, or takes it in: to be killed anywhere. Arguments: the folder, "give" or "take".
#include "faults/handoverstory.h"
#include "platform/systemclock.h"

#include <QCoreApplication>

using namespace quanke;
using namespace quanke::faults;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const platform::SystemClock clock;
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() != 3) {
        return 2;
    }
    const bool gives = arguments[2] == QStringLiteral("give");
    const auto vault =
        handing::vaultOf(arguments[1], gives ? QStringLiteral("village") : QStringLiteral("hall"), clock);
    if (!vault->open().result()
        || !vault->unlock(handing::person, seal::SecretBytes::copyOf("correct horse")).result()) {
        return 1;
    }
    const bool done =
        gives ? handing::give(*vault, arguments[1]) : bool(handing::takeOver(*vault, arguments[1]));
    return done ? 0 : 1;
}
