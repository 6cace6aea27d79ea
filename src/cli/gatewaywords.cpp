#include "cli/gatewaywords.h"

namespace quanke::cli {

namespace {

using Texts = std::map<std::string_view, LocalText>;

Texts reaching()
{
    return {
        {"usage.not-an-address",
            {"“{given}”不是网关地址，请写成 http://127.0.0.1:8080。",
                "\"{given}\" is no gateway's address; write it as http://127.0.0.1:8080."}},
        {"password.empty", {"{path} 的第一行应为口令。", "The first line of {path} should be the password."}},
        {"link.unreachable",
            {"连不上网关。请检查地址和网络。",
                "The gateway cannot be reached. Check its address and the network."}},
        {"link.timeout", {"网关没有回答。请稍后再试。", "The gateway does not answer. Try again later."}},
        {"link.not-gateway",
            {"回答的不是全科网关。请检查地址。", "What answers is no Quanke gateway. Check the address."}},
        {"link.unauthorised", {"登录已失效，请重新登录。", "The session has ended; sign in again."}},
        {"link.bad-receipt",
            {"回执的签名不对，请联系管理员。", "The receipt's signature is wrong; tell the administrator."}},
        {"session.refused", {"登录名或口令不对。", "Name or password is wrong."}},
        {"request.too-often",
            {"一次查询太多，请 {retryAfter} 秒后再试。",
                "Too much was asked for at once; try again in {retryAfter} seconds."}},
        {"session.locked",
            {"口令错误太多，请 {retryAfter} 秒后再试。",
                "Too many wrong passwords; try again in {retryAfter} seconds."}},
        {"session.first-password",
            {"这是管理员设的初始口令，请先用 quanke user password 更改。",
                "An administrator chose this password: change it first with quanke user password."}},
        {"session.wrong-role", {"此操作员的角色不能这样做。", "The operator's roles do not allow this."}},
        {"store.unavailable",
            {"网关目前无法保存，请稍后再试。", "The gateway cannot store anything now; try again later."}},
        {"internal",
            {"网关出错，请把请求编号 {requestId} 告诉管理员。",
                "The gateway failed; tell the administrator the request's id {requestId}."}},
    };
}

Texts cases()
{
    return {
        {"case.submitted", {"已收件，编号 {number}。", "Received under number {number}."}},
        {"case.refused", {"没有收件：", "Not received: "}},
        {"case.invalid",
            {"填写内容或材料有 {count} 处不符合要求。", "{count} problems with the values or documents."}},
        {"case.unknown", {"没有这个编号的办件。", "There is no case of that number."}},
        {"case.number-taken", {"编号已被占用，请再试一次。", "The number is taken; try again."}},
        {"case.busy", {"办件正被他人处理，请再试一次。", "The case is being changed by others; try again."}},
        {"operation.not-allowed",
            {"此操作员的角色不能收件。", "The operator's roles do not allow receiving cases."}},
        {"operation.unknown-matter", {"有的事项不属于这件“一件事”。", "A matter is not of this bundle."}},
        {"operation.malformed",
            {"提交内容格式不对：{member}。", "The operation is not well formed: {member}."}},
        {"operation.too-new",
            {"网关的程序较旧，还不认识这样的提交。请先升级网关。",
                "The gateway's program is older and does not know this form of operation: update the gateway "
                "first."}},
        {"documents.missing",
            {"有材料没有传到网关，请再试一次。", "Documents have not reached the gateway; try again."}},
        {"documents.mismatch",
            {"材料与登记的大小或类型不一致。", "Documents are not of the size or type stated."}},
        {"document.unknown-kind",
            {"{path}：只收 PDF、JPEG、PNG。", "{path}: only PDF, JPEG and PNG are taken."}},
        {"document.too-large",
            {"{path}：超过 20 MiB，请压缩后再交。", "{path}: more than 20 MiB; make it smaller."}},
        {"document.digest-mismatch",
            {"材料在传输中损坏，请再试一次。", "A document was damaged on its way; try again."}},
        {"document.wrong-type", {"材料内容与类型不符。", "A document is not of the type it says."}},
        {"state.waiting", {"等前件", "waiting"}},
        {"state.received", {"已收件", "received"}},
        {"state.correction", {"待补正", "correction"}},
        {"state.supplemented", {"已补正", "supplemented"}},
        {"state.accepted", {"已受理", "accepted"}},
        {"state.refused", {"不予受理", "refused"}},
        {"state.approved", {"准予", "approved"}},
        {"state.denied", {"不予许可", "denied"}},
        {"state.issued", {"已出件", "issued"}},
    };
}

Texts people()
{
    return {
        {"operator.stored", {"已保存操作员 {name}。", "Operator {name} is stored."}},
        {"operator.malformed", {"操作员的 {member} 不对。", "The operator's {member} is not right."}},
        {"operator.roles-exclusive",
            {"培训员、管理员和审计员不能兼任其他角色。",
                "Trainers, administrators and auditors have no other role."}},
        {"operator.password-missing",
            {"新操作员要有口令：--new-password-file。",
                "A new operator needs a password: --new-password-file."}},
        {"operator.password-weak",
            {"口令至少 10 个字符，含三类字符，且不是常见口令。",
                "The password needs ten characters of three kinds, and must not be in everyday use."}},
        {"operator.removed", {"已注销操作员 {name}。", "Operator {name} is taken away."}},
        {"operator.unknown", {"没有这个操作员。", "There is no such operator."}},
        {"operator.oneself", {"不能注销自己。", "Nobody takes themselves away."}},
        {"password.same", {"新口令与原口令相同。", "The new password is the one before."}},
        {"password.changed", {"已更改 {name} 的口令。", "The password of {name} is changed."}},
    };
}

Texts traces()
{
    return {
        {"audit.exported", {"已存 {count} 条记录。", "{count} lines saved."}},
        {"audit.chain",
            {"{chain}：{count} 条记录（第 {first} 至 {last} 条），{found} 个问题。",
                "{chain}: {count} lines ({first} to {last}), {found} findings."}},
        {"trace.malformed", {"第 {number} 条不是系统写的记录。", "Line {number} is none that we wrote."}},
        {"trace.changed", {"第 {number} 条被改过。", "Line {number} was changed."}},
        {"trace.removed", {"第 {number} 至 {last} 条被删掉了。", "Lines {number} to {last} were removed."}},
        {"trace.reordered", {"第 {number} 条不在原来的位置。", "Line {number} is not where it was."}},
        {"trace.cut-short",
            {"第 {number} 至 {last} 条被截掉了：网关签过名，曾到第 {last} 条。",
                "Lines {number} to {last} were cut off: the gateway has signed that there were {last}."}},
        {"trace.head-forged",
            {"第 {number} 条处的签名不是这个网关的。",
                "The head of line {number} is not signed by this gateway."}},
        {"trace.no-head",
            {"没有网关签名的位置，末尾有没有被截断无从知道。",
                "Nothing signed says how far it had come: whether its end was cut off cannot be told."}},
        {"trace.clock-set-back",
            {"第 {number} 条之前时钟被调回：从 {from} 到 {to}。",
                "The clock was set back before line {number}: from {from} to {to}."}},
        {"trace.none", {"{path} 里没有审计记录。", "There is no trace in {path}."}},
        {"trace.no-key",
            {"这里没有网关的公钥，请用 --key 指定。", "There is no gateway's key here; name it by --key."}},
        {"trace.store-in-use",
            {"{path} 正被使用。请先停下网关或窗口程序，或检查副本、导出的文件。",
                "{path} is in use. Stop the gateway or desk first, or verify its copy or an export."}},
    };
}

} // namespace

const std::map<std::string_view, LocalText> &gatewayWords()
{
    static const Texts texts = [] {
        Texts all = reaching();
        all.merge(cases());
        all.merge(people());
        all.merge(traces());
        return all;
    }();
    return texts;
}

} // namespace quanke::cli
