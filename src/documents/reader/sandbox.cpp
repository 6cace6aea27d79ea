#include "documents/reader/sandbox.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

namespace quanke::documents {

#if !defined(__SANITIZE_ADDRESS__)
namespace {

/// The libraries (about 300 MB of address space), the largest picture, and its scaled copy.
constexpr rlim_t mostAddressSpace = rlim_t(1536) * 1024 * 1024;

void limit(__rlimit_resource resource, rlim_t most)
{
    const rlimit both{most, most};
    setrlimit(resource, &both);
}

void limitResources()
{
    limit(RLIMIT_AS, mostAddressSpace);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, 64);
    std::signal(SIGXFSZ, SIG_IGN); // a font cache that cannot be written is no reason to die
}

#if defined(__x86_64__)
constexpr unsigned ownArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned ownArchitecture = AUDIT_ARCH_AARCH64;
#else
constexpr unsigned ownArchitecture = 0;
#endif

/// No sockets, no programs, no looking into other processes: these calls fail with EPERM.
void filterSystemCalls()
{
    if (ownArchitecture == 0)
        return;
    constexpr std::array<unsigned, 7> refused{SYS_socket, SYS_socketpair, SYS_execve, SYS_execveat,
        SYS_ptrace, SYS_process_vm_readv, 425 /* io_uring_setup, which could open sockets unseen */};
    constexpr unsigned short numberOffset = offsetof(seccomp_data, nr);
    constexpr unsigned short architectureOffset = offsetof(seccomp_data, arch);
    std::array<sock_filter, 6 + refused.size()> program{};
    std::size_t at = 0;
    program[at++] = BPF_STMT(BPF_LD | BPF_W | BPF_ABS, architectureOffset);
    program[at++] = BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ownArchitecture, 1, 0);
    program[at++] = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
    program[at++] = BPF_STMT(BPF_LD | BPF_W | BPF_ABS, numberOffset);
    for (std::size_t index = 0; index < refused.size(); ++index) {
        const auto toRefusal = static_cast<unsigned char>(refused.size() - index);
        program[at++] = BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, refused[index], toRefusal, 0);
    }
    program[at++] = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    program[at++] = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
    const sock_fprog whole{static_cast<unsigned short>(program.size()), program.data()};
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &whole);
}

} // namespace
#endif

void enterSandbox()
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#if !defined(__SANITIZE_ADDRESS__) // it reserves terabytes of address space and looks for leaks by ptrace
    prctl(PR_SET_DUMPABLE, 0);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    limitResources();
    filterSystemCalls();
#endif
}

void allowSecondsOfWork(unsigned seconds)
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    rlimit both{};
    getrlimit(RLIMIT_CPU, &both);
    both.rlim_cur = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 1 + seconds;
    setrlimit(RLIMIT_CPU, &both);
}

} // namespace quanke::documents
