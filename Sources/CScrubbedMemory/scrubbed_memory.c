// What the program gives back to the heap is overwritten first, whoever gives it back: Swift, SQLite, the ciphers, libc.
//
// Swift copies texts freely and erases none of them. A name that was shown once would otherwise stand in free blocks until
// somebody needs them again. These two definitions come before those of libc wherever this file is linked in (glibc manual,
// "Replacing malloc"); the blocks themselves are still libc's.

#define _GNU_SOURCE
#include "scrubbed_memory.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

extern void __libc_free(void *block);

void free(void *block) {
    if (block == NULL) return;
    explicit_bzero(block, malloc_usable_size(block));
    __libc_free(block);
}

// libc's own would move a block and leave the old one as it was.
void *realloc(void *block, size_t wanted) {
    if (block == NULL) return malloc(wanted);
    size_t has = malloc_usable_size(block);
    if (wanted <= has && wanted > has / 2) return block;
    void *moved = malloc(wanted > 0 ? wanted : 1);
    if (moved == NULL) return NULL;
    memcpy(moved, block, wanted < has ? wanted : has);
    free(block);
    return moved;
}

int scrubbed_memory_forbid_dumps(void) {
    struct rlimit none = {0, 0};
    if (setrlimit(RLIMIT_CORE, &none) != 0) return -1;
    return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}
