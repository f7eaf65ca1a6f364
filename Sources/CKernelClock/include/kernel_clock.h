#ifndef KERNEL_CLOCK_H
#define KERNEL_CLOCK_H

/// Whether the kernel says that something keeps its clock right: 1 yes, 0 no, -1 where it does not say.
int kernel_clock_is_kept(void);

#endif
