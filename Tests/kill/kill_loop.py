#!/usr/bin/env python3
"""Kills the server under load, again and again, and looks for what was acknowledged.

    kill_loop.py path/to/ruta [--kills 100] [--seed 1] [--plant wal]

Four clients report, repeat, correct and repeat what was never answered, and keep their own list of what was
acknowledged. After 20 to 150 ms of load comes `kill -9`; every tenth life is killed once more while it starts. The
next life goes on with the same file, and after each start the file is compared with the clients' lists.

Closing line: "N kills, A acknowledged, L lost, D doubled". Exit 0 if nothing is lost, doubled or damaged, 1 otherwise.

--plant wal   deletes the write-ahead log between kill and start: reports must then be lost, and found to be (exit 1).

A kill leaves the kernel's memory alone, so this says nothing of a power cut: power_cut.py does.
"""

import argparse
import random
import sys
import tempfile
import threading
import time
from pathlib import Path

from audit import audit
from ledger import Client, load, merged
from program import Phone, Server

CLIENTS = 4


def lose_the_log(data):
    for end in ("-wal", "-shm"):
        Path(f"{data}{end}").unlink(missing_ok=True)


def one_life(binary, data, clients, draw):
    """From the start under load to the kill; returns the findings of the file as it was after the start."""
    with Server(binary, data) as server:
        found = audit(data, merged(clients), chain=False)
        if found.all:
            return found
        enough = threading.Event()
        threads = load(clients, server.port, enough, Phone)
        time.sleep(draw.uniform(0.020, 0.150))
        server.kill()
        enough.set()
        for thread in threads:
            thread.join()
    return found


def killed_while_starting(binary, data, draw):
    server = Server(binary, data)
    time.sleep(draw.uniform(0, 0.3))
    server.kill()


def tell(count, clients, found, what="kills"):
    """Prints the figures; returns the exit code."""
    cases = merged(clients)
    acknowledged = sum(case.acknowledged is not None for case in cases.values())
    print(f"reports: {len(cases)} tried, {found.reports} on the disk; {sum(c.resent for c in clients)} sent again; "
          f"{sum(c.acknowledgements for c in clients)} acknowledgements, {sum(c.refusals for c in clients)} refusals")
    for finding in found.all[:10]:
        print(f"  {finding}")
    is_counted = acknowledged <= found.reports <= len(cases)
    if not is_counted:
        print(f"  expected between {acknowledged} and {len(cases)} reports, found {found.reports}")
    print(f"{count} {what}, {acknowledged} acknowledged, {len(found.lost)} lost, {len(found.doubled)} doubled"
          + (f", {len(found.damaged)} damaged" if found.damaged else ""))
    has_refused = any(client.refusals for client in clients)
    return 0 if acknowledged and is_counted and not has_refused and not found.all else 1


def run(binary, kills, seed, plant=None):
    draw = random.Random(seed)
    clients = [Client(number, seed) for number in range(CLIENTS)]
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "ruta.sqlite"
        for number in range(1, kills + 1):
            if number % 10 == 1:
                killed_while_starting(binary, data, draw)
            found = one_life(binary, data, clients, draw)
            if found.all:
                return tell(number - 1, clients, found)
            if plant == "wal":
                lose_the_log(data)
        with Server(binary, data) as server:
            code, _ = server.stop()
        found = audit(data, merged(clients))
        if code != 0:
            found.damaged.append(f"the last orderly stop ended with {code}")
        return tell(kills, clients, found)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ruta", help="path of the ruta program")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plant", choices=["wal"])
    options = parser.parse_args()
    return run(options.ruta, options.kills, options.seed, options.plant)


if __name__ == "__main__":
    sys.exit(main())
