#include "vault/document.h"

namespace quanke::vault {

Json fileReference(const StoredDocument &document)
{
    return {{"sha256", document.sha256}, {"mediaType", document.meta.mediaType}, {"size", document.size},
        {"name", document.meta.name}, {"pages", document.meta.pages}};
}

} // namespace quanke::vault
