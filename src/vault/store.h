#pragma once

#include "vault/deskstore.h"
#include "vault/documentstore.h"
#include "vault/draftstore.h"
#include "vault/keyring.h"
#include "vault/operatorstore.h"
#include "vault/outboxstore.h"
#include "vault/setup.h"
#include "vault/unfinishedstore.h"
#include "vault/viewstore.h"

#include <memory>

namespace quanke::vault {

/// An open vault, as its one thread sees it.
class Store {
public:
    /// See Vault::open for what can go wrong.
    static Result<std::unique_ptr<Store>> open(const VaultSetup &setup);

    Result<Done> lock();
    Result<Done> discard(const std::string &caseId);
    /// In one transaction. A watermark of another device says nothing here.
    Result<int> reconcile(const wire::Watermark &watermark);

    // NOLINTBEGIN(misc-non-private-member-variables-in-classes): its parts are what it is for
    Keyring keyring;
    OperatorStore operators;
    DeskStore desk;
    DraftStore drafts;
    DocumentStore documents;
    OutboxStore outbox;
    ViewStore views;
    UnfinishedStore unfinished;
    // NOLINTEND(misc-non-private-member-variables-in-classes)

private:
    Store(std::unique_ptr<Database> database, const VaultSetup &setup, const QString &documentFolder);

    std::unique_ptr<Database> m_database;
};

} // namespace quanke::vault
