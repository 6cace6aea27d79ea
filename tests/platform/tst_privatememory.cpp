#include "platform/privatememory.h"

#include <QTest>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace quanke;

class PrivateMemoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// In a child, since it is for good.
    void neitherACoreNorALookFromBeside()
    {
        const pid_t child = fork();
        if (child == 0) {
            platform::keepMemoryPrivate();
            rlimit core{};
            getrlimit(RLIMIT_CORE, &core);
            const bool hasNoCore = core.rlim_cur == 1 && core.rlim_max == 1;
#if defined(__SANITIZE_ADDRESS__)
            const bool isHidden = true;
#else
            const bool isHidden = prctl(PR_GET_DUMPABLE) == 0;
#endif
            _exit(hasNoCore && isHidden ? 0 : 1);
        }
        int status = -1;
        QCOMPARE(waitpid(child, &status, 0), child);
        QCOMPARE(status, 0);
    }
};

QTEST_GUILESS_MAIN(PrivateMemoryTest)
#include "tst_privatememory.moc"
