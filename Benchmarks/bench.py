#!/usr/bin/env python3
"""Measures everything that has a target and prints one table; `bin/bench` builds what it needs and calls it.

    bench.py RUTA SPEED [--catalog DIR] [--only engine|batch|server|register]

RUTA is the release program, SPEED the program of this package. Exit 1 if a target is missed.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import batch
import register
import server
from measure import load, wait_for_quiet

ROOT = Path(__file__).resolve().parents[1]
COUNTED = 1_000


class Table:
    """Rows of what, target, measured and a remark; knows what was missed."""

    def __init__(self):
        self.missed = []

    def title(self, text):
        print(f"\n{text}\n{'-' * len(text)}", flush=True)

    def row(self, what, measured, unit, most=None, least=None, remark=""):
        target = f"<= {most:g}" if most is not None else f">= {least:,g}" if least is not None else ""
        is_missed = most is not None and measured > most or least is not None and measured < least
        if is_missed:
            self.missed.append(what)
        figure = f"{measured:,.0f}" if measured >= 100 or isinstance(measured, int) else f"{measured:.2f}"
        verdict = "MISSED" if is_missed else "met" if target else ""
        print(f"{what:<44} {figure:>10} {unit:<7} {target:>10}  {verdict:<6}  {remark}".rstrip(), flush=True)


def speed(program, catalog):
    """Median, least and most microseconds of each operation that the Swift program measures."""
    lines = subprocess.run([program, catalog], capture_output=True, text=True, check=True).stdout.splitlines()
    return {name: [int(figure) / 1e3 for figure in figures[:3]] for name, *figures in map(str.split, lines)}


def instructions(program, ruta, catalog):
    """Instructions of one decision: those of a run with many less those of a run with none."""
    with tempfile.TemporaryDirectory() as folder:
        compiled, bare = f"{folder}/catalog.bin", f"{folder}/speed"
        subprocess.run([ruta, "catalog", "compile", "--catalog", catalog, compiled], stdout=subprocess.DEVNULL,
                       check=True)
        # valgrind cannot read the debugging notes of this compiler.
        subprocess.run(["objcopy", "--strip-debug", program, bare], check=True)

        def run(count):
            said = subprocess.run(
                ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", bare, "--count", str(count),
                 compiled], capture_output=True, text=True, check=True).stderr
            return int(re.search(r"refs:\s+([\d,]+)", said)[1].replace(",", ""))

        return (run(COUNTED) - run(0)) / COUNTED


def wasm(ruta):
    """Microseconds of a decision in WebAssembly, and the bytes of the module as a phone receives it."""
    environment = {**os.environ, "RUTA_BINARY": ruta}
    built = subprocess.run([ROOT / "bin/build-wasm"], env=environment, capture_output=True, text=True, check=True)
    said = subprocess.run([ROOT / "bin/check-parity", "500"], env=environment, capture_output=True, text=True,
                          check=True).stdout
    return float(re.search(r"([\d.]+) µs", said)[1]), int(re.search(r"(\d+) gzipped", built.stdout)[1])


def prove(ruta, catalog):
    start = time.perf_counter()
    subprocess.run([ruta, "catalog", "prove", "--catalog", catalog], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def engine_rows(table, options):
    table.title("The engine")
    wait_for_quiet()
    found = speed(options.speed, options.catalog)
    decision, best, _ = found["decision"]
    table.row("one decision, native", decision, "µs", most=2, remark=f"best round {best:.2f}")
    table.row("one decision, instructions counted", instructions(options.speed, options.ruta, options.catalog), "")
    table.row("one decision from words", found["decision-from-words"][0], "µs")
    table.row("one route with reasons and numbers to call", found["route"][0], "µs")
    table.row("reading and checking the catalogue", found["catalogue"][0] / 1e3, "ms")
    microseconds, size = wasm(options.ruta)
    table.row("one decision, WebAssembly", microseconds, "µs", most=10)
    table.row("the module as a phone receives it", size / 1024, "KiB", most=15)
    table.row("catalog prove", prove(options.ruta, options.catalog), "s", most=60, remark=load())
    return decision


def batch_rows(table, options, decision):
    table.title("The batch, and the same decisions in other engines, on one core in the same minute")
    wait_for_quiet()
    cores = os.sched_getaffinity(0)
    rows = batch.run(options.ruta, options.catalog, 200_000)
    os.sched_setaffinity(0, cores)
    ours = rows[0]["per_cpu_second"]
    table.row("ruta route --batch, situations", ours, "/CPU s", least=50_000,
              remark=f"{rows[0]['lines']:,.0f} a second by the clock; {rows[0]['load']}")
    for row in rows[1:]:
        if "missing" in row:
            print(f"{row['name']:<44} not here: {row['missing']}")
            continue
        remark = f"ruta: {ours / row['per_cpu_second']:.1f} times as many lines"
        if "microseconds" in row:
            remark += f"; {row['microseconds']:.1f} µs a decision, ruta: 1/{row['microseconds'] / decision:.0f}"
        table.row(row["name"], row["per_cpu_second"], "/CPU s", remark=remark)


def server_rows(table, options):
    table.title("The server, SQLite synced at every commit")
    found = server.run(options.ruta, options.catalog)
    start, idle, after = found["start"], found["idle"], found["after"]
    table.row("cold start to the first page", start["milliseconds"], "ms", most=300,
              remark=f"{start['least']:.0f} to {start['most']:.0f}, n={server.STARTS}; of it {start['cpu']:.0f} ms "
              f"processor time; {circumstances(start)}")
    table.row("resident memory, idle", idle["Rss"], "MB", most=60, remark=f"its own {idle['Anonymous']:.0f} MB")
    table.row("resident memory, after all that follows", after["Rss"], "MB",
              remark=f"its own {after['Anonymous']:.0f} MB")
    for key, what, most in (("report", "processor time of a report", 5), ("report4", "the same, 4 at a time", 5),
                            ("first page", "processor time of the first page", None),
                            ("journey", "processor time of all four pages", None)):
        row = found[key]
        table.row(what, row["cpu"], "ms", most=most, remark=f"{row['rate']:,.0f}/s; p50 {row['p50']:.1f} ms, "
                  f"p99 {row['p99']:.1f} ms; {circumstances(row)}")
    table.row("forty at once: acknowledged", found["crowd"]["acknowledged"], "of 40", least=40,
              remark=f"the longest wait {found['crowd']['longest']:.0f} ms")
    parts = ", ".join(f"{name} {packed:,}" for name, (packed, _) in found["weights"]["parts"].items())
    table.row("first visit, as a phone receives it", found["weights"]["packed"] / 1e3, "kB", most=50,
              remark=f"{parts} bytes; {found['weights']['unpacked'] / 1e3:.0f} kB unpacked")
    return found["report"]["cpu"]


def register_rows(table, options):
    table.title(f"The register: {register.CASES:,} cases of practice")
    wait_for_quiet()
    with tempfile.TemporaryDirectory() as folder:
        found = register.run(options.ruta, options.catalog, folder)
    fill, verify = found["fill"], found["verify"]
    table.row("filling, with all lists", fill["seconds"], "s", most=300,
              remark=f"{fill['events']:,} events, {found['bytes'] / 1e6:,.0f} MB, "
              f"{found['bytes'] / register.CASES / 1e3:.1f} kB a case; {load()}")
    table.row("journal verify", verify["rate"], "/s", least=100_000, remark=f"{verify['seconds']:.1f} s")
    page_rows(table, found["pages"])
    table.title("The same register inside the program, without a network")
    for key, what, most in (("open", "opening the file", 2_000), ("queue", "the queue, 50 rows", 50),
                            ("queue-count", "the count above the queue", None), ("inbox", "an inbox", 50),
                            ("case", "a case: history, fold, obligations", 50),
                            ("board", "the board, the worst 100", 150), ("board-all", "the board, all of it", 150),
                            ("board-institutions", "the board by institution", 150),
                            ("rungs-due", "the rungs that are due", None), ("act", "an act, synced", 25),
                            ("refresh", "what is owed, computed anew", None)):
        row = found[key]
        table.row(f"{what}, p99", row["p99"] / 1e3, "ms", most=most,
                  remark=f"p50 {row['median'] / 1e3:.2f} ms, most {row['most'] / 1e3:.1f} ms, n={row['count']}")
    table.row("memory of the programs above, at most", found["memory"], "MB", most=256)


def page_rows(table, found):
    """The pages behind the entry, with real sessions, at fifty requests a second where a person has a queue."""
    table.title(f"Its pages: {found['events']:,} events, {found['open']:,} open cases, {found['duties']:,} open duties")
    table.row("open duties, so that the board has something to show", found["duties"], "", least=10_000)
    start = found["start"]
    table.row("restart, ready to acknowledge", start["p50"], "ms", most=2_000,
              remark=f"at most {start['most']:.0f} ms, n={start['count']}")
    for key, what, most, cpu in (
            ("queue", "the queue, 50 rows and a case", 50, 5), ("queue-case", "the queue with a case chosen", 50, 5),
            ("case", "a case that is open", 50, 5), ("case-closed", "a case that is closed", 50, 5),
            ("board", "the board, the worst 100", 150, None), ("board-all", "the board, all of it", 150, None),
            ("inbox", "an inbox of 200 referrals", None, None), ("act", "an act, synced", 25, None)):
        row = found[key]
        table.row(f"{what}, p99", row["p99"], "ms", most=most,
                  remark=f"p50 {row['p50']:.1f} ms, worst of {row['rounds']} rounds {row['worst']:.1f} ms, "
                  f"n={row['count']}; {circumstances(row)}")
        table.row(f"{what}, processor time", row["cpu"], "ms", most=cpu)
    table.row("resident memory of the server after all that", found["resident"], "MB", most=256,
              remark=f"{found['resident-idle']:.0f} MB before")
    table.title("Other systems, processor time (docs/figures.md), against ours today")
    for name, milliseconds, key in (
            ("GlobaLeaks 5.0.15, read a case", 16.4, "case"), ("Redmine 5.0.4, read a case", 26.4, "case"),
            ("Request Tracker 5.0.3, read a case", 33.0, "case"),
            ("Request Tracker 5.0.3, 50 of 20,000, filtered", 160, "queue"),
            ("Redmine 5.0.4, 50 of 20,000, filtered", 234, "queue"),
            ("Redmine 5.0.4, add a note", 74.6, "act"), ("Request Tracker 5.0.3, add a note", 126, "act"),
            ("GlobaLeaks 5.0.15, add a note", 3.6, "act")):
        table.row(name, milliseconds, "ms", remark=f"{milliseconds / found[key]['cpu']:.1f} times ours")


def circumstances(row):
    return f"others used {row['others']:.0%} of the machine"


def peer_rows(table, cpu):
    table.title("Other systems that take a report, processor time (docs/figures.md), against ours today")
    for name, milliseconds in (("Redmine 5.0.4", 75), ("Request Tracker 5.0.3", 342), ("GlobaLeaks 5.0.15", 1_634)):
        table.row(name, milliseconds, "ms", remark=f"{milliseconds / cpu:.0f} times ours")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ruta")
    parser.add_argument("speed")
    parser.add_argument("--catalog", default=str(ROOT / "Catalog"))
    parser.add_argument("--only", choices=("engine", "batch", "server", "register"), help="measure one part")
    options = parser.parse_args()
    print(f"{time.strftime('%Y-%m-%d %H:%M')}, {load()}")
    table = Table()

    def wanted(part):
        return options.only in (None, part)

    decision = engine_rows(table, options) if wanted("engine") or wanted("batch") else None
    if wanted("batch"):
        batch_rows(table, options, decision)
    if wanted("server"):
        peer_rows(table, server_rows(table, options))
    if wanted("register"):
        register_rows(table, options)
    print(f"\nbench: {len(table.missed)} targets missed" + (f": {'; '.join(table.missed)}" if table.missed else ""))
    return 1 if table.missed else 0


if __name__ == "__main__":
    sys.exit(main())
