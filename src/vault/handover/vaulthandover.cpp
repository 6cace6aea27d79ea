#include "vault/thread/ask.h"

namespace quanke::vault {

Promised<HandedOver> Vault::giveCase(Giving giving)
{
    return ask<HandedOver>(
        [giving = std::move(giving)](Store &store) { return store.handover.give(giving); }, Changes::Drafts);
}

Promised<std::optional<HandedOver>> Vault::handedOver(std::string caseId)
{
    return ask<std::optional<HandedOver>>(
        [caseId = std::move(caseId)](Store &store) { return store.handover.handedOver(caseId); });
}

Promised<Done> Vault::takeBackCase(std::string caseId)
{
    return ask<Done>([caseId = std::move(caseId)](Store &store) { return store.handover.takeBack(caseId); },
        Changes::Drafts);
}

Promised<TakenOver> Vault::takeOverCase(QString file, seal::SecretBytes password)
{
    return ask<TakenOver>([file = std::move(file), password = std::move(password)](
                              Store &store) { return store.handover.takeOver(file, password); },
        Changes::Drafts);
}

} // namespace quanke::vault
