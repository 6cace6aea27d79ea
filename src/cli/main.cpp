#include "cli/device/deviceenrolcommand.h"
#include "cli/device/deviceinitcommand.h"
#include "cli/device/devicelistcommand.h"
#include "cli/device/devicerevokecommand.h"
#include "cli/formsbenchcommand.h"
#include "cli/formscheckcommand.h"
#include "cli/formscomposecommand.h"
#include "cli/formssplitcommand.h"
#include "cli/formsvalidatecommand.h"
#include "cli/online/auditexportcommand.h"
#include "cli/online/auditverifycommand.h"
#include "cli/online/caseshowcommand.h"
#include "cli/online/casesubmitcommand.h"
#include "cli/online/useraddcommand.h"
#include "cli/online/userlistcommand.h"
#include "cli/online/userpasswordcommand.h"
#include "cli/online/userremovecommand.h"
#include "cli/program.h"
#include "platform/privatememory.h"

#include <iostream>

int main(int argc, char **argv)
{
    quanke::platform::keepMemoryPrivate();
    std::vector<std::unique_ptr<quanke::cli::Command>> commands;
    commands.push_back(std::make_unique<quanke::cli::FormsCheckCommand>());
    commands.push_back(std::make_unique<quanke::cli::FormsComposeCommand>());
    commands.push_back(std::make_unique<quanke::cli::FormsValidateCommand>());
    commands.push_back(std::make_unique<quanke::cli::FormsSplitCommand>());
    commands.push_back(std::make_unique<quanke::cli::FormsBenchCommand>());
    commands.push_back(std::make_unique<quanke::cli::CaseSubmitCommand>());
    commands.push_back(std::make_unique<quanke::cli::CaseShowCommand>());
    commands.push_back(std::make_unique<quanke::cli::UserAddCommand>());
    commands.push_back(std::make_unique<quanke::cli::UserListCommand>());
    commands.push_back(std::make_unique<quanke::cli::UserPasswordCommand>());
    commands.push_back(std::make_unique<quanke::cli::UserRemoveCommand>());
    commands.push_back(std::make_unique<quanke::cli::AuditExportCommand>());
    commands.push_back(std::make_unique<quanke::cli::AuditVerifyCommand>());
    commands.push_back(std::make_unique<quanke::cli::DeviceInitCommand>());
    commands.push_back(std::make_unique<quanke::cli::DeviceEnrolCommand>());
    commands.push_back(std::make_unique<quanke::cli::DeviceRevokeCommand>());
    commands.push_back(std::make_unique<quanke::cli::DeviceListCommand>());
    const quanke::cli::Program program(std::move(commands));
    return int(program.run({argv + 1, argv + argc}, std::cout, std::cerr));
}
