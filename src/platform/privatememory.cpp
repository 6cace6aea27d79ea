#include "platform/privatememory.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace quanke::platform {

void keepMemoryPrivate()
{
    // Not 0: Linux asks a collector behind a pipe all the same then; with 1 it asks nobody, and no file is that small.
    constexpr rlimit least{1, 1};
    setrlimit(RLIMIT_CORE, &least);
#if !defined(__SANITIZE_ADDRESS__) // whose search for leaks looks into the program from beside it
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

} // namespace quanke::platform
