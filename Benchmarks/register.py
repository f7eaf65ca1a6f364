"""Measures the register on a town of practice: filling, checking, its pages, lists, acts, and the memory of it all."""

import os
import re
import resource
import subprocess
import time

import pages

CASES = 100_000
ROUNDS = 2  # of each page; the one in which others used the machine least counts


def run(ruta, catalog, folder, cases=CASES):
    """Everything of one town: seconds and counts of filling and checking, its pages as people meet them, and
    microseconds of each operation inside the program."""
    data = os.path.join(folder, "ruta.sqlite")
    found = {}
    seconds, said = timed([ruta, "practice", "fill", "--cases", str(cases), "--seed", "1", "--data", data,
                           "--catalog", catalog])
    found["fill"] = {"seconds": seconds, "events": int(re.search(r"con ([\d,]+)", said)[1].replace(",", ""))}
    head = timed([ruta, "journal", "head", "--data", data])[1].strip()
    seconds, _ = timed([ruta, "journal", "verify", "--data", data, "--head", head])
    found["verify"] = {"seconds": seconds, "rate": found["fill"]["events"] / seconds}
    found["bytes"] = os.path.getsize(data)
    found["pages"] = pages.run(ruta, data, catalog, ROUNDS)
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    lines = timed([ruta, "practice", "measure", "--data", data, "--catalog", catalog, "--rounds", "1000"])[1]
    for name, *figures in map(str.split, lines.splitlines()):
        found[name] = dict(zip(("count", "median", "p99", "most"), map(int, figures)))
    found["memory"] = max(before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) * 1024 / 1e6
    return found


def timed(command):
    start = time.perf_counter()
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return time.perf_counter() - start, said
