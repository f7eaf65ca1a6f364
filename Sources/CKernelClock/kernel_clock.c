#include "kernel_clock.h"

#include <sys/timex.h>

int kernel_clock_is_kept(void) {
    // Nothing is set: the call only reads what a time service told the kernel.
    struct timex state = {0};
    int answer = adjtimex(&state);
    if (answer < 0) return -1;
    return answer != TIME_ERROR && !(state.status & STA_UNSYNC);
}
