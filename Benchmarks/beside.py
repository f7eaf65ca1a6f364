#!/usr/bin/env python3
"""Measures Ruta and the systems beside it in one sitting, by one client, with as many cases each.

    beside.py path/to/ruta [--cases 20000] [--catalog DIR] [--only NAME]...

Every row is asked one after the other on one connection that is kept, and once more by four at a time where it says so.
Processor time is that of program and database together; of several rounds the one counts in which others used the
machine least.
"""

import argparse
import gzip
import json
import sys
import threading
import time
from html.parser import HTMLParser
from pathlib import Path

sys.path.append(str(Path(__file__).parent / "systems"))
from measure import Others, cpu_seconds, load, median, memory, percentile, wait_for_quiet
from redmine import Redmine
from request_tracker import RequestTracker
from ruta import OnFile, OnPostgres
from storage import ROOT, Folder
from system import Line

SYSTEMS = {system.__name__: system for system in (OnFile, OnPostgres, RequestTracker, Redmine)}
CASES, ROUNDS, STARTS, AT_ONCE, SECONDS = 20_000, 3, 3, 4, 4
# What is compared by processor time.
COMPARED = {"report": "a report with twelve facts", "report4": "the same, 4 at a time", "read": "a case, as data",
            "case_page": "a case, as a page", "queue": "50 of the cases, filtered", "note": "a note in a case",
            "first_page": "the first page of a report", "start": "a cold start"}
# What else is said: what, unit, and how it is read.
BESIDES = (
    ("reports, 4 at a time", "/s", lambda found: found["report4"]["rate"]),
    ("a report, wait in the middle", "ms", lambda found: found["report"]["p50"]),
    ("a case as a page, wait in the middle", "ms", lambda found: found["case_page"]["p50"]),
    ("cold start to the first page", "ms", lambda found: found["start"]["milliseconds"]),
    ("memory of the program, its share", "MB", lambda found: found["memory"]["Pss"]),
    ("first visit to the page of a report, packed", "kB", lambda found: found["weight"]["packed"] / 1e3),
    ("requests of that visit", "", lambda found: found["weight"]["requests"]),
    ("bytes of a case in the database", "B", lambda found: found["bytes"]),
)


def one_after_another(system, line, act, count):
    """Waits and processor time for so many acts of one person."""
    act(line, 0)
    used, waits = cpu_seconds(*system.pids), []
    for number in range(count):
        begun = time.perf_counter()
        act(line, number + 1)
        waits.append((time.perf_counter() - begun) * 1e3)
    return {"cpu": (cpu_seconds(*system.pids) - used) / count * 1e3, "p50": median(waits),
            "p99": percentile(waits, 0.99), "count": count}


def at_once(system, act, seconds=SECONDS):
    """Acts a second of four people with a connection each."""
    lines, counts, failed = [system.line() for _ in range(AT_ONCE)], [0] * AT_ONCE, []
    end = time.perf_counter() + seconds

    def sit(number):
        try:
            while time.perf_counter() < end:
                act(lines[number], counts[number] * AT_ONCE + number)
                counts[number] += 1
        except SystemExit as error:
            failed.append(error)

    used, begun = cpu_seconds(*system.pids), time.perf_counter()
    threads = [threading.Thread(target=sit, args=(number,)) for number in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]
    return {"cpu": (cpu_seconds(*system.pids) - used) / sum(counts) * 1e3, "rate": sum(counts) / (time.perf_counter() - begun)}


def quietest(system, row, measure):
    """The round in which others used the machine least."""
    found = []
    for _ in range(ROUNDS):
        wait_for_quiet(10)
        system.before(row)
        system.rest()
        with Others(*system.pids) as others:
            one = measure()
        found.append(one | {"others": others.share})
    best = min(found, key=lambda one: one["others"])
    print(f"  {system.name}: {row} {json.dumps(best)}", file=sys.stderr, flush=True)
    return best


class Files(HTMLParser):
    """The files that a page brings with it, in its own words."""

    def __init__(self, page):
        super().__init__()
        self.found = set()
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        known = dict(attributes)
        if tag in ("script", "img"):
            self._add(known.get("src"))
        elif tag == "link" and set((known.get("rel") or "").split()) & {"stylesheet", "icon", "modulepreload"}:
            self._add(known.get("href"))

    def _add(self, address):
        if address and address.startswith("/"):
            self.found.add(address)


def weight(line, path):
    """Bytes of a first visit to a page as a packing proxy sends them, with the files that it names (not those that its
    style sheets name), and how many requests that takes."""
    _, page = line.ask("GET", path, headers={"Accept": "text/html"})
    files = sorted(Files(page.decode(errors="replace")).found)
    bodies = [page] + [line.ask("GET", file, headers={"Accept": "*/*"})[1] for file in files]
    return {"packed": sum(len(gzip.compress(body, 6)) for body in bodies), "unpacked": sum(map(len, bodies)),
            "requests": len(bodies)}


def starts(system):
    """Milliseconds from the start of the program to the last byte of its first page, and processor time until then."""
    waits, used = [], []
    with Others(*system.pids) as others:
        for number in range(STARTS):
            if number:
                system.stop()
            before = cpu_seconds(*system.pids)
            waits.append(system.start())
            used.append(cpu_seconds(*system.pids) - before)
    return {"milliseconds": median(waits), "cpu": median(used) * 1e3, "others": others.share}


def measured(system, cases):
    """Every row of one system."""
    system.fill(cases)
    found = {"start": starts(system)}
    line = system.line()
    system.known(line)
    # Before others sign in: a system keeps only so many sessions of one account.
    found["weight"] = weight(Line(system.port, line.headers), system.new_case)
    for name, count in system.counts.items():
        act = getattr(system, name)
        found[name] = quietest(system, name, lambda: one_after_another(system, line, act, count))
    found["report4"] = quietest(system, "report", lambda: at_once(system, system.report))
    found["memory"] = memory(system.pids[0])
    found["bytes"] = system.bytes / system.total
    found["version"], found["total"], found["load"] = system.version, system.total, load()
    return found


def run(ruta, catalog, cases, only=()):
    """The rows of all systems, one system after the other, so that none shares the machine with another."""
    found = {}
    for name, make in SYSTEMS.items():
        if not only or name in only:
            with Folder() as folder, make(folder, *((ruta, catalog) if make.is_ours else ())) as system:
                found[system.name] = measured(system, cases)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ruta", help="path of the ruta program")
    parser.add_argument("--cases", type=int, default=CASES)
    parser.add_argument("--catalog", default=str(ROOT / "Catalog"))
    parser.add_argument("--only", choices=SYSTEMS, action="append", help="measure only this system")
    options = parser.parse_args()
    print(json.dumps(run(options.ruta, options.catalog, options.cases, options.only or ()), indent=1))


if __name__ == "__main__":
    main()
