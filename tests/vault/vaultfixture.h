#pragma once

#include "support/await.h"
#include "support/testclock.h"
#include "trace/line.h"
#include "vault/vault.h"

#include <QTemporaryDir>

#include <memory>

namespace quanke::test {

inline const std::string caseOne = "0193a001-0000-7000-8000-000000000001";
inline const std::string caseTwo = "0193a001-0000-7000-8000-000000000002";

/// A vault in a folder of its own that can be closed and opened again.
struct VaultFixture {
    QTemporaryDir folder;
    TestClock clock;
    std::shared_ptr<const seal::SecretBytes> deviceSecret; ///< what the machine keeps at the next make
    std::unique_ptr<vault::Vault> vault;

    VaultFixture() { make(); }

    vault::VaultSetup setup() const
    {
        vault::VaultSetup setup;
        setup.folder = folder.filePath(QStringLiteral("vault"));
        setup.clock = &clock;
        setup.passwordCost = seal::cheapestCost;
        setup.deviceSecret = deviceSecret;
        return setup;
    }
    void make() { vault = std::make_unique<vault::Vault>(setup()); }
    void close() { vault.reset(); }

    QString open() const { return failureKey(awaited(vault->open())); }
    QString reopen()
    {
        close();
        make();
        return open();
    }
    QString path(const QString &name) const { return setup().folder + QLatin1Char('/') + name; }

    static wire::SignedInOperator person(const std::string &name = "wangxm")
    {
        return {name, "王小满", {"clerk"}, {}, "青石县政务服务中心"};
    }
    static seal::SecretBytes secret(std::string_view password) { return seal::SecretBytes::copyOf(password); }

    Result<vault::Enrolment> enrol(const std::string &name = "wangxm",
        std::string_view password = "correct horse", std::string_view previous = {}) const
    {
        return awaited(vault->enrol(person(name), secret(password), secret(previous)));
    }
    Result<wire::SignedInOperator> unlock(
        const std::string &name = "wangxm", std::string_view password = "correct horse") const
    {
        return awaited(vault->unlock(name, secret(password)));
    }

    /// Of the desk's trace, what the gateway has not signed for yet.
    std::vector<std::string> traceLines() const
    {
        const auto bring = awaited(vault->traceToBring(1'000));
        return bring ? bring->lines : std::vector<std::string>();
    }
    /// What those lines tell, with a space between: "sign-in view-case".
    std::string acts() const
    {
        std::string text;
        for (const auto &line : traceLines()) {
            text += (text.empty() ? "" : " ") + trace::lineFromText(line)->entry.act;
        }
        return text;
    }

    static vault::Draft draft(const std::string &caseId = caseOne)
    {
        vault::Draft draft;
        draft.caseId = caseId;
        draft.title = "开旅馆 张伟";
        draft.bundle = "BUNDLE-HOTEL";
        draft.formsDigest = std::string(64, 'a');
        draft.ticked = {"HT-01", "HT-02"};
        draft.answers = {{"tenure", "lease"}};
        draft.values = {{"operator/person.name", "张伟"}};
        draft.sources = {{"operator/person.name", "idReader"}};
        draft.step = "fill";
        draft.focusedKey = "operator/person.idNo";
        return draft;
    }
    static vault::FieldEdit edit(const std::string &key, const Json &value)
    {
        return {caseOne, {key, -1, {}}, value, "fill", key};
    }
    static vault::NewOperation operation(
        const std::string &kind = "case.submit", const std::string &caseId = caseOne)
    {
        vault::NewOperation operation;
        operation.kind = kind;
        operation.caseId = caseId;
        operation.body = {{"number", "QS-1"}, {"values", {{"operator/person.name", "张伟"}}}};
        operation.title = "开旅馆 张伟";
        return operation;
    }
};

} // namespace quanke::test
