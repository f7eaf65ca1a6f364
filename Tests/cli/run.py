#!/usr/bin/env python3
"""Runs the tests of the command line; the last line is "N passed, N failed".

    run.py [NAME]...

A NAME is a theme, the part of test_<theme>.py, or one test of it, such as errors.RefusalTests.test_an_unknown_fact.
RUTA_BINARY is the program, RUTA_CATALOG its catalogue. Several themes run side by side.
"""

import os
import re
import subprocess
import sys
import time
import traceback
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent
MOST_SHOWN = 3
sys.path[:0] = [str(HERE), str(HERE.parent / "oracle")]
sys.dont_write_bytecode = True


class Verdicts(unittest.TestResult):
    """One line a test, and under it the ways in which it failed."""

    def __init__(self):
        super().__init__()
        self.passed = self.failed = 0
        self.found = []

    def startTest(self, test):
        super().startTest(test)
        self.started, self.found = time.monotonic(), []

    def addSubTest(self, test, subtest, error):
        if error is not None:
            self.found.append(f"{subtest._subDescription()} {account(error)}")

    def addFailure(self, test, error):
        self.found.append(account(error))

    def addError(self, test, error):
        self.found.append(account(error))
        if not isinstance(test, unittest.TestCase):  # what stands before a whole class has failed
            self.started = time.monotonic()
            self.stopTest(test)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        print(f"skip {test.id().removeprefix('test_')}: {reason}")

    def stopTest(self, test):
        self.passed, self.failed = (self.passed, self.failed + 1) if self.found else (self.passed + 1, self.failed)
        seconds = time.monotonic() - self.started
        print(f"{'FAIL' if self.found else 'ok  '} {test.id().removeprefix('test_')} ({seconds:.1f} s)")
        for finding in self.found[:MOST_SHOWN]:
            print(f"     {finding}")
        if len(self.found) > MOST_SHOWN:
            print(f"     and {len(self.found) - MOST_SHOWN} more")


def account(error):
    """What went wrong and at which line of a test, on one line."""
    kind, said, trail = error
    frames = [frame for frame in traceback.extract_tb(trail) if Path(frame.filename).name.startswith("test_")]
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}: " if frames else ""
    return f"{where}{kind.__name__}: {' '.join(str(said).split())[:500]}"


def run(name):
    """One theme or one test, in this process."""
    verdicts = Verdicts()
    unittest.defaultTestLoader.loadTestsFromName(f"test_{name}").run(verdicts)
    return verdicts.passed, verdicts.failed


def run_apart(name):
    """One theme or one test, in a process of its own; what it printed is shown once it has ended."""
    done = subprocess.run([sys.executable, __file__, name], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    *said, closing = done.stdout.splitlines() or [""]
    counted = re.fullmatch(r"(\d+) passed, (\d+) failed", closing)
    print("\n".join(said if counted else [*said, closing, f"FAIL {name}: it did not run to its end"]), flush=True)
    return (int(counted[1]), int(counted[2])) if counted else (0, 1)


def main(names):
    themes = sorted(file.stem.removeprefix("test_") for file in HERE.glob("test_*.py"))
    unknown = [name for name in names if name.split(".")[0] not in themes]
    if unknown:
        sys.exit(f"expected a theme of {', '.join(themes)}; found {', '.join(unknown)}")
    wanted = names or themes
    if len(wanted) == 1:
        counts = [run(wanted[0])]
    else:
        with ThreadPoolExecutor(max(2, os.cpu_count() or 2)) as pool:
            counts = list(pool.map(run_apart, wanted))
    passed, failed = (sum(count) for count in zip(*counts))
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
