"""What the benches share: who else uses the machine, medians, and the time and memory of one process."""

import os
import statistics
import time
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
CORES = os.cpu_count()


def load():
    """The load of the machine now, to be said beside every figure."""
    return f"load {os.getloadavg()[0]:.1f} on {CORES} cores"


def processes(*pids):
    """These processes and all that came from them: pid and the fields of `/proc/pid/stat` from the state on."""
    fields, children = {}, {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat") as stat:
                    fields[int(entry)] = stat.read().rsplit(")", 1)[1].split()
            except OSError:
                continue  # it ended while we looked
            children.setdefault(int(fields[int(entry)][1]), []).append(int(entry))
    found, waiting = {}, list(pids)
    while waiting:
        pid = waiting.pop()
        if pid in fields and pid not in found:
            found[pid] = fields[pid]
            waiting += children.get(pid, [])
    return found


def cpu_seconds(*pids):
    """The processor time that processes have used so far, their own and the kernel's for them, with that of all that
    came from them, whether it still runs or has ended."""
    return sum(sum(map(int, fields[11:15])) for fields in processes(*pids).values()) / TICKS


def memory(*pids):
    """Resident, proportional and private memory of processes and all that came from them, in MB (millions of bytes)."""
    found = {"Rss": 0, "Pss": 0, "Anonymous": 0}
    for pid in processes(*pids):
        try:
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        except OSError:
            continue  # it ended while we looked
        for line in rollup.splitlines():
            name, _, rest = line.partition(":")
            if name in found:
                found[name] += int(rest.split()[0]) * 1024 / 1e6
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
        return cpu_seconds(*self._pids)


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
