// Tells the vault's story below the folder that is its argument, the short one where "short" follows; where "open" does, it
// only opens the vault that is there. To be recorded. Exit code: 0 told, 3 given up.
#include "faults/vaultstory.h"

#include <QCoreApplication>

using namespace quanke::faults;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = application.arguments();
    if (words.size() < 2) {
        return 2;
    }
    if (words.contains(QStringLiteral("open"))) {
        return openVault(words.at(1)) ? 0 : 3;
    }
    const bool isShort = words.contains(QStringLiteral("short"));
    const StoryEnd end = tellVaultStory(words.at(1), isShort ? StoryLength::Short : StoryLength::Long);
    return end == StoryEnd::Told ? 0 : 3;
}
