#include "cli/online/casesubmitcommand.h"

#include "cli/commonoptions.h"
#include "cli/formsource.h"
#include "cli/online/gatewaysession.h"
#include "cli/online/installedforms.h"
#include "cli/online/materialfiles.h"
#include "cli/words.h"
#include "core/casework/casesubmission.h"
#include "link/operationsender.h"
#include "platform/folder.h"
#include "seal/random.h"

#include <ostream>

namespace quanke::cli {

namespace {

constexpr int mostAttempts = 3; // of bringing the same operation over a link that breaks

/// Everything that travels, made from the files the options name.
struct Parcel {
    casework::CaseSubmission submission;
    std::vector<MaterialFile> files;
};

std::string newNumber(const Clock &clock)
{
    auto day = toText(dayInChina(clock.now()));
    std::erase(day, '-');
    return "QS-" + day + "-" + seal::randomCode(4) + "-" + seal::randomCode(4);
}

Result<Parcel> pack(const Arguments &arguments, const PinnedCatalogue &definitions, const Clock &clock)
{
    const auto composition = composeFrom(definitions.catalogue, arguments);
    if (!composition) {
        return composition.failure();
    }
    auto values = readObject(arguments, "values");
    if (!values) {
        return values.failure();
    }
    Parcel parcel;
    if (arguments.has("documents")) {
        auto files = readMaterialFiles(arguments.value("documents"), *composition);
        if (!files) {
            return files.failure();
        }
        parcel.files = std::move(*files);
        addReferences(*values, parcel.files);
    }
    const casework::CaseDraft draft{
        newNumber(clock), definitions.digest, arguments.value("window"), std::move(*values)};
    auto submission =
        casework::makeCaseSubmission(definitions.catalogue, *composition, draft, dayInChina(clock.now()));
    if (!submission) {
        return submission.failure();
    }
    parcel.submission = std::move(*submission);
    return parcel;
}

casework::Operation operationOf(const GatewaySession &session, const std::string &actor, Json body)
{
    casework::Operation operation;
    operation.id = seal::makeId(session.clock());
    operation.kind = "case.submit";
    operation.device = session.device();
    operation.sequence = 1;
    operation.actor = actor;
    operation.at = toText(session.clock().now());
    operation.caseId = seal::makeId(session.clock());
    operation.body = std::move(body);
    return operation;
}

/// The bytes of a document from the file it came from.
QFuture<Result<QByteArray>> read(
    const std::vector<MaterialFile> &files, const vault::StoredDocument &document)
{
    Result<QByteArray> outcome = Failure{"file.missing", {{"path", document.meta.name}}};
    for (const auto &file : files) {
        if (file.document.sha256 == document.sha256) {
            const auto bytes = platform::readFile(file.path);
            outcome = bytes ? Result<QByteArray>(QByteArray::fromStdString(*bytes)) : bytes.failure();
            break;
        }
    }
    return QtFuture::makeReadyFuture(std::move(outcome));
}

Result<wire::Receipt> push(
    GatewaySession &session, const casework::Operation &operation, const Parcel &parcel)
{
    link::OperationSender sender(session.client());
    link::Departure departure;
    departure.operationId = operation.id;
    departure.bytes = casework::bytesOf(operation);
    for (const auto &file : parcel.files) {
        departure.documents.push_back(file.document);
    }
    departure.read = [&parcel](
                         const vault::StoredDocument &document) { return read(parcel.files, document); };
    auto receipt = session.wait(sender.send(departure));
    for (int i = 1; i < mostAttempts && !receipt; ++i) {
        const bool isLink =
            receipt.failure().key == "link.unreachable" || receipt.failure().key == "link.timeout";
        if (!isLink) {
            break;
        }
        receipt = session.wait(sender.send(departure)); // the same bytes to the same id: once in effect
    }
    return receipt;
}

bool isOfLink(const Failure &failure)
{
    return failure.key.starts_with("link.");
}

/// The problems of a case.invalid with their words.
OrderedJson worded(const Failure &failure, const catalogue::Catalogue &catalogue, Language language)
{
    OrderedJson list = OrderedJson::array();
    for (const auto &problem : failure.arguments.value("problems", Json::array())) {
        OrderedJson item = problem;
        item["message"] = catalogue.message(
            problem.value("messageKey", ""), problem.value("arguments", Json::object()), language);
        list.push_back(std::move(item));
    }
    return list;
}

ExitCode refused(const Failure &failure, const catalogue::Catalogue &catalogue, const Arguments &arguments,
    const Streams &streams)
{
    const auto problems = worded(failure, catalogue, streams.language);
    auto counted = failure;
    counted.arguments["count"] = problems.size();
    const auto message = describe(counted, streams.language);
    if (arguments.has("json")) {
        printJson({{"refused", failure.key}, {"message", message}, {"problems", problems}}, streams);
        return ExitCode::Findings;
    }
    streams.out << words("case.refused", Json::object(), streams.language) << message << '\n';
    for (const auto &problem : problems) {
        const auto field = problem["field"].get<std::string>();
        streams.out << "! " << catalogue.labelOfKey(field).in(streams.language) << " (" << field
                    << "): " << problem["message"].get<std::string>() << '\n';
    }
    return ExitCode::Findings;
}

OrderedJson statesOf(const casework::CaseFile &file)
{
    OrderedJson states = OrderedJson::object();
    for (const auto &[matter, subCase] : file.subCases) {
        states[matter] = nameOf(subCase.state);
    }
    return states;
}

void print(const casework::CaseFile &file, const wire::Receipt &receipt, const Arguments &arguments,
    const Streams &streams)
{
    const auto states = statesOf(file);
    if (arguments.has("json")) {
        printJson({{"case", file.id}, {"number", file.number},
                      {"receipt", OrderedJson(wire::toJson(receipt))}, {"subCases", states}},
            streams);
        return;
    }
    streams.out << words("case.submitted", {{"number", file.number}}, streams.language) << '\n';
    for (const auto &[matter, state] : states.items()) {
        streams.out << "  " << matter << "  "
                    << words("state." + state.get<std::string>(), Json::object(), streams.language) << '\n';
    }
}

} // namespace

LocalText CaseSubmitCommand::summary() const
{
    return {"把填好的一件事提交到网关", "Pushes a filled-in bundle to the gateway"};
}

LocalText CaseSubmitCommand::description() const
{
    static const std::string shapes =
        "  {\"case\",\"number\",\"receipt\":{\"operation\",\"digest\",\"stage\",\"at\",\"position\","
        "\"signature\"},\"subCases\":{matter: state}}\n"
        "  {\"refused\": key,\"message\",\"problems\":[{\"field\",\"row\",\"column\",\"keyword\","
        "\"severity\",\"messageKey\",\"arguments\",\"message\",\"matters\"}]}\n";
    return {"与柜台同一条路：先按表单检查，再逐个上传材料，最后提交。--documents "
            "文件夹里，文件名以材料编号开头的\n"
            "（MH06.pdf、MH06-2.jpg）算作该材料，其余不动。\n--json 输出二者之一：\n"
            + shapes + "退出码：0 已收件，1 被退回（内容不合格或不许可），2 用法、输入或网络有误。",
        "The counter's own way: checked against the form first, then the documents one by one, then the "
        "case. Files in\n"
        "--documents whose names begin with a material's id (MH06.pdf, MH06-2.jpg) are that material's; "
        "others are left\n"
        "alone.\n--json prints one of the two:\n"
            + shapes
            + "Exit code: 0 received, 1 refused (values or permission), 2 wrong usage, input or link."};
}

std::vector<Option> CaseSubmitCommand::options() const
{
    auto options = gatewayOptions();
    for (auto &option : compositionOptions()) {
        options.push_back(option);
    }
    options.push_back(valuesOption());
    options.push_back({"documents", "DIR", {"材料文件所在文件夹", "the folder of the documents"}});
    options.push_back({"window", "NAME", {"收件窗口", "the window that receives it"}});
    options.push_back(jsonOption());
    return options;
}

ExitCode CaseSubmitCommand::run(const Arguments &arguments, const Streams &streams) const
{
    const auto definitions = loadPinnedCatalogue(arguments);
    if (!definitions) {
        return refuse(definitions.failure(), streams);
    }
    GatewaySession session;
    const auto parcel = pack(arguments, *definitions, session.clock());
    if (!parcel) {
        const bool isContent = parcel.failure().key == "case.invalid";
        return isContent ? refused(parcel.failure(), definitions->catalogue, arguments, streams)
                         : refuse(parcel.failure(), streams);
    }
    if (const auto opened = session.open(arguments); !opened) {
        return refuse(opened.failure(), streams);
    }
    const auto operation = operationOf(session, arguments.value("operator"), parcel->submission.body);
    const auto receipt = push(session, operation, *parcel);
    if (!receipt) {
        return isOfLink(receipt.failure())
            ? refuse(receipt.failure(), streams)
            : refused(receipt.failure(), definitions->catalogue, arguments, streams);
    }
    const auto view = session.wait(session.client().caseView(operation.caseId));
    if (!view) {
        return refuse(view.failure(), streams);
    }
    print(*view, *receipt, arguments, streams);
    return ExitCode::Fine;
}

} // namespace quanke::cli
