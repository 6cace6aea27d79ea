#pragma once

#include <memory>

struct sqlite3_backup;

namespace quanke::gateway {

class Connection;

/// Copies a database page by page while its own connection goes on writing: what that writes between two steps reaches
/// the copy too, so that in the end it is the database as it stands then. Whatever fails throws SqlError.
class OnlineCopy {
public:
    /// Both outlive it. Whatever `target` held is overwritten; nobody else uses it meanwhile.
    OnlineCopy(Connection &source, Connection &target);

    /// So many pages more, outside any transaction of the source. True once the copy is whole.
    bool step(int pages);

private:
    struct Finishing {
        void operator()(sqlite3_backup *backup) const;
    };

    std::unique_ptr<sqlite3_backup, Finishing> m_backup;
};

} // namespace quanke::gateway
