#include "desk/casepart/casetitle.h"

#include "core/catalogue/catalogue.h"
#include "desk/common/deskcontext.h"
#include "desk/common/words.h"

namespace quanke::desk {

QString titleOf(const DeskContext &context, const casework::CaseFile &file)
{
    const auto *matter = file.ticked.size() == 1 ? context.catalogue->matter(file.ticked.front()) : nullptr;
    const auto *bundle = context.catalogue->bundle(file.bundle);
    if (matter)
        return textOf(matter->name, context.language);
    return bundle ? textOf(bundle->name, context.language) : fromText(file.bundle);
}

} // namespace quanke::desk
