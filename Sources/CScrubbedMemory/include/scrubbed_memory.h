#ifndef SCRUBBED_MEMORY_H
#define SCRUBBED_MEMORY_H

/// Keeps the memory of this process out of core files and away from other processes of the same user.
///
/// Returns 0, or -1 where the kernel refused.
int scrubbed_memory_forbid_dumps(void);

#endif
