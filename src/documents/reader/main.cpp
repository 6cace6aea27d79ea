#include "documents/reader/readerloop.h"
#include "documents/reader/sandbox.h"

#include <QCoreApplication>

/// quanke-document-reader: decodes documents from outside for a desk that trusts neither them nor us.
int main(int count, char **arguments)
{
    quanke::documents::enterSandbox();
    const QCoreApplication application(count, arguments); // finds the plugins that read pictures
    return quanke::documents::ReaderLoop(stdin, stdout).run();
}
