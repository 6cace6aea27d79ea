#include "vault/thread/ask.h"

namespace quanke::vault {

Promised<Done> Vault::viewCase(std::string caseId, std::string purpose)
{
    return ask<Done>([caseId = std::move(caseId), purpose = std::move(purpose)](
                         Store &store) { return store.traces.viewCase(caseId, purpose); });
}

Promised<Done> Vault::note(std::string act, std::string caseId, quint64 count)
{
    return ask<Done>(
        [entry = trace::Entry{.act = std::move(act), .caseId = std::move(caseId), .count = count}](
            Store &store) { return store.traces.append(entry); });
}

Promised<TraceToBring> Vault::traceToBring(int most)
{
    return ask<TraceToBring>([most](Store &store) { return store.traces.toBring(most); });
}

Promised<Done> Vault::bringTraceFrom(quint64 after)
{
    return ask<Done>([after](Store &store) { return store.traces.bringFrom(after); });
}

Promised<Done> Vault::keepTraceHeads(trace::Countersigned heads, std::string gatewayKey)
{
    return ask<Done>([heads = std::move(heads), key = std::move(gatewayKey)](
                         Store &store) { return store.traces.keepHeads(heads, key); });
}

} // namespace quanke::vault
