#ifndef RUTA_KERNEL_H
#define RUTA_KERNEL_H

/// Whether the kernel says that something keeps its clock right: 1 yes, 0 no, -1 where it does not say.
int kernel_clock_is_kept(void);

/// The kernel's number of the kind of file system under a path (`man 2 statfs`); -1 where it does not say.
long long kernel_file_system_kind(const char *path);

/// A new file that is in memory only and closed to programs that are started (`man 2 memfd_create`); -1 where there is none.
int kernel_memory_file(const char *name);

#endif
