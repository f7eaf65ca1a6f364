// A disk that does what it is told: loaded in front of the C library (LD_PRELOAD), it stands between SQLite and fsync.
//
// $RUTA_DISK is a folder. After each sync of a file its content is kept there under the file's name: that, and nothing
// else, is what a power cut would leave for certain. A file `fail` in the folder makes every sync end with EIO; a file
// `lie` makes it do nothing and say that all is well, which is what the harness must be able to find out.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int is_told(const char *folder, const char *word) {
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/%s", folder, word);
    return access(path, F_OK) == 0;
}

// Keeps the content of an open file under its name; by renaming, so that a kill leaves the old copy or the new one.
static int keep(const char *folder, int file) {
    char link[64], name[PATH_MAX], kept[PATH_MAX], fresh[PATH_MAX], block[65536];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, name, sizeof name - 1);
    if (length < 0) return -1;
    name[length] = 0;
    const char *base = strrchr(name, '/');
    if (!base) return 0;
    if (snprintf(kept, sizeof kept, "%s/%s", folder, base + 1) >= (int)sizeof kept) return -1;
    if (snprintf(fresh, sizeof fresh, "%s/%s.fresh", folder, base + 1) >= (int)sizeof fresh) return -1;
    int copy = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (copy < 0) return -1;
    off_t at = 0;
    ssize_t count;
    while ((count = pread(file, block, sizeof block, at)) > 0) {
        if (write(copy, block, count) != count) { close(copy); return -1; }
        at += count;
    }
    close(copy);
    return rename(fresh, kept);
}

static int sync_by(const char *real, int file) {
    const char *folder = getenv("RUTA_DISK");
    if (folder && is_told(folder, "lie")) return 0;
    if (folder && is_told(folder, "fail")) { errno = EIO; return -1; }
    int (*sync)(int) = (int (*)(int))dlsym(RTLD_NEXT, real);
    if (sync(file) != 0) return -1;
    struct stat status;
    if (folder && fstat(file, &status) == 0 && S_ISREG(status.st_mode) && keep(folder, file) != 0) abort();
    return 0;
}

int fsync(int file) { return sync_by("fsync", file); }
int fdatasync(int file) { return sync_by("fdatasync", file); }
