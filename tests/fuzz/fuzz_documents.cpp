#include "documents/filestructure.h"
#include "documents/readerprotocol.h"
#include "fuzz/fuzzing.h"

using namespace quanke;

namespace {

void lookAt(const QByteArray &content)
{
    if (const auto kind = documents::recognise(content)) {
        const auto structure = documents::structureOf(*kind, content);
        test::demand(!structure.dotsPerInch || *structure.dotsPerInch > 0);
    }
}

/// In two pieces, as a pipe brings it.
void assemble(const QByteArray &content)
{
    documents::MessageAssembler assembler;
    assembler.append(content.left(content.size() / 2));
    static_cast<void>(assembler.next());
    assembler.append(content.mid(content.size() / 2));
    while (assembler.next()) { }
}

} // namespace

/// The first byte says whether the rest is a document or what the reading process answers.
int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    auto text = test::textOf(bytes, size);
    const auto choice = test::takeChoice(text);
    const QByteArray content(text.data(), qsizetype(text.size()));
    if (choice % 2 == 0) {
        lookAt(content);
    } else {
        assemble(content);
    }
    return 0;
}
