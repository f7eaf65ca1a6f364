// Ends its own program before one of its steps toward the disk: loaded in front of the C library (LD_PRELOAD).
//
// The steps are the syncs, the renamings and the removals, counted from 1. $RUTA_CUT is the number of the one before which the
// program is killed, as a power cut would end it; without it every step is done. $RUTA_CUT_LOG is a file that gets a line for
// each step: its kind and the name of the file.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static atomic_int steps;

static void step(const char *kind, const char *path) {
    const char *log = getenv("RUTA_CUT_LOG"), *cut = getenv("RUTA_CUT");
    int number = atomic_fetch_add(&steps, 1) + 1;
    if (log) {
        const char *name = strrchr(path, '/');
        char line[PATH_MAX + 64];
        int length = snprintf(line, sizeof line, "%s %s\n", kind, name ? name + 1 : path);
        int file = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        if (file < 0 || write(file, line, length) != length) abort();
        close(file);
    }
    if (cut && atoi(cut) == number) raise(SIGKILL);
}

static void step_of_file(const char *kind, int file) {
    char link[64], name[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, name, sizeof name - 1);
    name[length < 0 ? 0 : length] = 0;
    step(kind, name);
}

int fsync(int file) {
    step_of_file("sync", file);
    return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(file);
}

int fdatasync(int file) {
    step_of_file("sync", file);
    return ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(file);
}

int rename(const char *from, const char *to) {
    step("rename", to);
    return ((int (*)(const char *, const char *))dlsym(RTLD_NEXT, "rename"))(from, to);
}

int unlink(const char *path) {
    // Taking away what is not there is no step.
    if (access(path, F_OK) == 0) step("remove", path);
    return ((int (*)(const char *))dlsym(RTLD_NEXT, "unlink"))(path);
}
