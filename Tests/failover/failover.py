#!/usr/bin/env python3
"""Kills the primary under load and lets the standby take over, again and again, and looks for what was acknowledged.

    failover.py path/to/ruta [--runs 20] [--seed 1] [--plant alone]

One `ruta serve` knows both hosts by one address. Four clients report, repeat and correct, and keep their own list of
what was acknowledged; a fifth reports through the whole of it and measures the pause. In every other run the way
between the two hosts falls silent before the kill. After each run the register is copied into a file and compared with
the clients' lists, then the old primary follows the new one.

Closing line: "N runs, A acknowledged, L lost, D doubled". Exit 0 if nothing is lost, doubled or damaged, 1 otherwise.

--plant alone   the primary does not wait for the standby: reports must then be lost, and found to be (exit 1).
"""

import argparse
import http.client
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from pair import Pair

from audit import audit
from kill_loop import tell
from ledger import Client, load, merged
from program import CATALOG, Phone, Server

CLIENTS = 4


class PatientPhone(Phone):
    """Somebody who is told that nothing can be saved now waits a moment before the next try."""

    def report(self, fields, headers=None):
        answer = super().report(fields, headers)
        if not answer[1]:
            time.sleep(0.02)
        return answer


class Watcher(Client):
    """Reports something new all the time, whatever the answer, and keeps the moments of the acknowledgements."""

    def __init__(self, seed):
        super().__init__("watcher", seed)
        self.moments = []

    def life(self, phone, enough):
        while not enough.is_set():
            case = self.new_case()
            attempt = case.answer(self._answers(2))
            try:
                _, code, page = phone.report(case.fields(attempt, "calls"))
            except (OSError, http.client.HTTPException):
                continue
            if code:
                case.note(attempt, code)
                self.acknowledgements += 1
                self.moments.append(time.monotonic())
            elif "tel:" not in page:
                raise AssertionError("a page that cannot save does not show the numbers")

    def has_spoken_since(self, moment):
        return bool(self.moments) and self.moments[-1] > moment

    def pause(self, moment):
        """Seconds between the last acknowledgement before a moment and the first one after it."""
        return min(at for at in self.moments if at > moment) - max(at for at in self.moments if at <= moment)


class House:
    """A `ruta serve` on both hosts, and its clients."""

    def __init__(self, binary, folder, pair, seed):
        self.binary, self.folder, self.pair = binary, Path(folder), pair
        self.draw = random.Random(seed)
        self.clients, self.watcher = [Client(number, seed) for number in range(CLIENTS)], Watcher(seed)
        self.environment = {"RUTA_DATABASE": pair.address}

    @property
    def people(self):
        return [*self.clients, self.watcher]

    def one_run(self, server, is_silent):
        """Load, kill, takeover; returns the pause in seconds and the findings."""
        enough, over = threading.Event(), threading.Event()
        threads = load(self.clients, server.port, enough, PatientPhone)
        watching = load([self.watcher], server.port, over, PatientPhone)
        started = time.monotonic()
        wait(lambda: self.watcher.has_spoken_since(started), "an acknowledgement under load")
        time.sleep(self.draw.uniform(0.3, 0.9))
        if is_silent:
            self.pair.fall_silent()
            time.sleep(self.draw.uniform(0.2, 0.5))
        killed = time.monotonic()
        self.pair.fail_over()
        enough.set()
        wait(lambda: self.watcher.has_spoken_since(killed), "an acknowledgement after the takeover")
        over.set()
        for thread in threads + watching:
            thread.join()
        return self.watcher.pause(killed), self.findings()

    def findings(self):
        """Compares a copy of the register with what the people were told."""
        said = ""
        for number in range(8):  # the clocks of the server may write meanwhile, and then there is no copy
            with tempfile.TemporaryDirectory() as folder:
                copy = Path(folder) / "copy.sqlite"
                done = subprocess.run(
                    [self.binary, "database", "copy", "--data", self.folder / "ruta.sqlite", "--to", copy],
                    capture_output=True, text=True, env={**os.environ, **self.environment})
                if done.returncode == 0:
                    return audit(copy, merged(self.people))
                said = done.stderr.strip()[-400:]
        raise RuntimeError(f"the register cannot be copied: {said}")


def wait(is_so, what, patience=60):
    end = time.monotonic() + patience
    while not is_so():
        if time.monotonic() > end:
            raise RuntimeError(f"not within {patience} s: {what}")
        time.sleep(0.005)


def run(binary, runs, seed, plant):
    pauses = []
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        pair = Pair(folder, is_synchronous=plant != "alone")
        house = House(binary, folder, pair, seed)
        try:
            with Server(binary, house.folder / "ruta.sqlite", environment=house.environment) as server:
                for number in range(1, runs + 1):
                    pause, found = house.one_run(server, is_silent=number % 2 == 1)
                    pauses.append(pause)
                    if found.all:
                        break
                    if number < runs:
                        pair.follow()
        finally:
            pair.end()
    print(f"pause until the next acknowledgement: median {statistics.median(pauses):.1f} s, worst {max(pauses):.1f} s")
    for client in house.people:
        client.refusals = 0  # while nobody takes writes, each is told so
    return tell(len(pauses), house.people, found, "runs")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ruta", help="path of the ruta program")
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plant", choices=["alone"])
    options = parser.parse_args()
    return run(options.ruta, options.runs, options.seed, options.plant)


if __name__ == "__main__":
    sys.exit(main())
