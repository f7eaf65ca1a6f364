"""What the benches share: who else uses the machine, medians, and the time and memory of one process."""

import os
import statistics
import time

TICKS = os.sysconf("SC_CLK_TCK")
CORES = os.cpu_count()


def load():
    """The load of the machine now, to be said beside every figure."""
    return f"load {os.getloadavg()[0]:.1f} on {CORES} cores"


def cpu_seconds(pid):
    """The processor time that a process has used so far, its own and the kernel's for it."""
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory(pid):
    """Resident, proportional and private memory of a process in MB (millions of bytes)."""
    found = {}
    with open(f"/proc/{pid}/smaps_rollup") as rollup:
        for line in rollup:
            name, _, rest = line.partition(":")
            if name in ("Rss", "Pss", "Anonymous"):
                found[name] = int(rest.split()[0]) * 1024 / 1e6
    return found


def busy_seconds():
    """The processor time that the whole machine has used so far."""
    with open("/proc/stat") as stat:
        user, nice, system, _, _, irq, softirq, steal = map(int, stat.readline().split()[1:9])
    return (user + nice + system + irq + softirq + steal) / TICKS


class Others:
    """How much of the machine foreign programs took while something was measured."""

    def __init__(self, *pids):
        self._pids = [os.getpid(), *pids]

    def __enter__(self):
        self._start, self._busy, self._ours = time.perf_counter(), busy_seconds(), self._own()
        return self

    def __exit__(self, *_):
        passed = time.perf_counter() - self._start
        foreign = busy_seconds() - self._busy - (self._own() - self._ours)
        self.share = max(0.0, foreign / passed / CORES)

    def _own(self):
        return sum(cpu_seconds(pid) for pid in self._pids) + sum(os.times()[2:4])


def wait_for_quiet(seconds=20, below=0.15):
    """Waits until the machine is nearly idle for half a second; says whether it became so in time."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        before = busy_seconds()
        time.sleep(0.5)
        if (busy_seconds() - before) / 0.5 / CORES < below:
            return True
    return False


def median(values):
    return statistics.median(values)


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, round(share * (len(values) - 1)))]
