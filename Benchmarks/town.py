"""A town of practice: filled, checked, and measured: its pages, its lists and acts inside the program, and the memory."""

import os
import re
import resource
import subprocess
import time

import pages

ROUNDS = 2  # of each page; the one in which others used the machine least counts


def filled(ruta, catalog, storage, cases):
    """Fills an empty register; seconds, processor time of program and database, events and bytes."""
    before = used(storage)
    seconds, said = timed(storage, [ruta, "practice", "fill", "--cases", str(cases), "--seed", "1", "--data",
                                    str(storage.data), "--catalog", catalog])
    events = int(re.search(r"con ([\d,]+)", said)[1].replace(",", ""))
    storage.settled()
    return {"seconds": seconds, "cpu": used(storage) - before, "events": events, "bytes": storage.bytes}


def used(storage):
    """Processor time of all programs that this one has waited for, and of the database."""
    return sum(os.times()[2:4]) + pages.cpu_seconds(*storage.pids)


def verified(ruta, storage, events):
    """The whole chain read and hashed again, up to its end."""
    head = timed(storage, [ruta, "journal", "head", "--data", str(storage.data)])[1].strip()
    seconds, _ = timed(storage, [ruta, "journal", "verify", "--data", str(storage.data), "--head", head])
    return {"seconds": seconds, "rate": events / seconds}


def inside(ruta, catalog, storage):
    """Microseconds of each operation inside the program, without a network."""
    lines = timed(storage, [ruta, "practice", "measure", "--data", str(storage.data), "--catalog", catalog, "--rounds",
                            "1000"])[1]
    return {name: dict(zip(("count", "median", "p99", "most"), map(int, figures)))
            for name, *figures in map(str.split, lines.splitlines())}


def run(ruta, catalog, storage, cases):
    """Everything of one town; its pages as people meet them come before what is measured inside."""
    found = {"fill": filled(ruta, catalog, storage, cases)}
    found["verify"] = verified(ruta, storage, found["fill"]["events"])
    found["pages"] = pages.run(ruta, storage, catalog, ROUNDS)
    found["inside"] = inside(ruta, catalog, storage)
    found["memory"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / 1e6
    return found


def timed(storage, command):
    start = time.perf_counter()
    said = subprocess.run(command, capture_output=True, text=True, check=True,
                          env={**os.environ, **storage.environment}).stdout
    return time.perf_counter() - start, said
