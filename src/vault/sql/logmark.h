#pragma once

#include "core/base/result.h"

#include <QString>

/// SQLite takes any whole log that lies beside a database for its own: another's would be put in the place of what is
/// there, or among it. So a file beside the database ("…-log") says by what number its log is known: the first salt of the
/// log's header, which SQLite draws by chance for a new log and counts up by one whenever the log begins anew. The file is
/// there only while the number is known for sure; without it, any log is taken, as SQLite does.
namespace quanke::vault {

/// Before the database is opened. Fails with vault.damaged where the log beside it is another database's: it is then as it
/// was; and as files do where the mark cannot be taken away, since what is written from here on may have another number.
Result<Done> checkLog(const QString &database);
/// After the first commit since. Where it cannot be kept the log is not known, no worse.
void markLog(const QString &database);

} // namespace quanke::vault
