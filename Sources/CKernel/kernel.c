#define _GNU_SOURCE
#include "kernel.h"

#include <sys/mman.h>
#include <sys/timex.h>
#include <sys/vfs.h>

int kernel_clock_is_kept(void) {
    // Nothing is set: the call only reads what a time service told the kernel.
    struct timex state = {0};
    int answer = adjtimex(&state);
    if (answer < 0) return -1;
    return answer != TIME_ERROR && !(state.status & STA_UNSYNC);
}

long long kernel_file_system_kind(const char *path) {
    struct statfs state;
    return statfs(path, &state) == 0 ? (long long)state.f_type : -1;
}

int kernel_memory_file(const char *name) { return memfd_create(name, MFD_CLOEXEC); }
