// Tells the vault's story below the folder that is its argument: to be recorded.
#include "faults/vaultstory.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    return argc == 2 && quanke::faults::tellVaultStory(QString::fromLocal8Bit(argv[1])) ? 0 : 1;
}
