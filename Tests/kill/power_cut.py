#!/usr/bin/env python3
"""Cuts the power under load, in effect, and looks for what was acknowledged.

    power_cut.py path/to/ruta [--cuts 30] [--seed 1] [--plant lie]

Beside `kill -9` this takes away what the kernel still held: after each kill every 512 bytes of the data file and of
its log are, at random, either what they were at the last sync or what was written later. What was acknowledged must
still be there, whole, and the program must start on it.

Closing line: "N cuts, A acknowledged, L lost, D doubled". Exit 0 if nothing is lost, doubled or damaged, 1 otherwise.

--plant lie   the disk says that it synced and did not: reports must then be lost, and found to be (exit 1).
"""

import argparse
import random
import sys
import tempfile
import threading
import time
from pathlib import Path

from audit import Findings, audit
from disk import ToldDisk
from kill_loop import CLIENTS, tell
from ledger import Client, load, merged
from program import DidNotStart, Phone, Server

SECTOR = 512


def cut(disk, data, draw):
    """Leaves of both files, sector by sector, what was synced or what was written since."""
    for path in (Path(data), Path(f"{data}-wal")):
        synced = disk.synced(path)
        written = path.read_bytes() if path.exists() else b""
        length = draw.choice([len(synced), len(written)])
        left = bytearray(length)
        for start in range(0, length, SECTOR):
            sources = [content for content in (synced, written) if start < len(content)]
            sector = draw.choice(sources)[start:min(start + SECTOR, length)]
            left[start:start + len(sector)] = sector
        path.write_bytes(left)
        disk.set_synced(path, bytes(left))
    Path(f"{data}-shm").unlink(missing_ok=True)


def run(binary, cuts, seed, plant=None):
    draw = random.Random(seed)
    clients = [Client(number, seed) for number in range(CLIENTS)]
    with tempfile.TemporaryDirectory() as folder:
        disk, data = ToldDisk(folder), Path(folder) / "ruta.sqlite"
        found = Findings()
        for number in range(cuts + 1):
            try:
                with Server(binary, data, environment=disk.environment) as server:
                    found = audit(data, merged(clients), chain=number == cuts)
                    if found.all or number == cuts:
                        break
                    if plant == "lie":
                        disk.tell("lie")
                    enough = threading.Event()
                    threads = load(clients, server.port, enough, Phone)
                    time.sleep(draw.uniform(0.020, 0.300))
                    server.kill()
                    enough.set()
                    for thread in threads:
                        thread.join()
            except DidNotStart as refusal:
                found.damaged.append(f"it does not start after cut {number}: {refusal}")
                break
            if plant == "lie":
                disk.take_back("lie")
            cut(disk, data, draw)
        return tell(number, clients, found, "cuts")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ruta", help="path of the ruta program")
    parser.add_argument("--cuts", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plant", choices=["lie"])
    options = parser.parse_args()
    return run(options.ruta, options.cuts, options.seed, options.plant)


if __name__ == "__main__":
    sys.exit(main())
