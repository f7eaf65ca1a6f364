#!/usr/bin/env python3
"""Measures everything that has a target and prints one table; `bin/bench` builds what it needs and calls it.

    bench.py RUTA SPEED [--catalog DIR] [--only engine|batch|server|register|growth|beside] [--engine sqlite|postgres]

RUTA is the release program, SPEED the program of this package. What needs a register is measured on both databases
unless one is named. Exit 1 if a target is missed.
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
import beside
import growth
import server
import town
from measure import load, wait_for_quiet
from storage import ENGINES, ROOT, Folder

PARTS = ("engine", "batch", "server", "register", "growth", "beside")
COUNTED = 1_000
CASES = 100_000
TIMES_AS_CHEAP = 15  # at least, beside the best of the others, in processor time


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


def server_rows(table, options, engine):
    table.title(f"The server, {ENGINES[engine].name} synced at every commit")
    found = server.run(options.ruta, options.catalog, engine)
    start, idle, after = found["start"], found["idle"], found["after"]
    table.row("cold start to the first page", start["milliseconds"], "ms", most=300,
              remark=f"{start['least']:.0f} to {start['most']:.0f}, n={server.STARTS}; of it {start['cpu']:.0f} ms "
              f"processor time; {circumstances(start)}")
    table.row("resident memory, idle", idle["Rss"], "MB", most=60, remark=f"its own {idle['Anonymous']:.0f} MB")
    table.row("resident memory, after all that follows", after["Rss"], "MB",
              remark=f"its own {after['Anonymous']:.0f} MB")
    if "database" in found:
        table.row("memory of the database, its share", found["database"]["Pss"], "MB")
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


def register_rows(table, options, engine):
    table.title(f"The register: {CASES:,} cases of practice, {ENGINES[engine].name}")
    wait_for_quiet()
    with Folder() as folder, ENGINES[engine](folder) as storage:
        found = town.run(options.ruta, options.catalog, storage, CASES)
    fill, verify = found["fill"], found["verify"]
    table.row("filling, with all lists", fill["seconds"], "s", most=300,
              remark=f"{fill['events']:,} events, {fill['bytes'] / 1e6:,.0f} MB, "
              f"{fill['bytes'] / CASES / 1e3:.1f} kB a case; {load()}")
    table.row("journal verify", verify["rate"], "/s", least=100_000, remark=f"{verify['seconds']:.1f} s")
    page_rows(table, found["pages"])
    table.title("The same register inside the program, without a network")
    for key, what, most in (("open", "opening the register", 2_000), ("queue", "the queue, 50 rows", 50),
                            ("queue-count", "the count above the queue", None), ("inbox", "an inbox", 50),
                            ("case", "a case: history, fold, obligations", 50),
                            ("board", "the board, the worst 100", 150), ("board-all", "the board, all of it", 150),
                            ("board-institutions", "the board by institution", 150),
                            ("rungs-due", "the rungs that are due", None), ("act", "an act, synced", 25),
                            ("refresh", "what is owed, computed anew", None)):
        row = found["inside"][key]
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


def circumstances(row):
    return f"others used {row['others']:.0%} of the machine"


def growth_rows(table, options, engine):
    """The same pages in towns of growing size: what ten times as many cases cost."""
    found = growth.run(options.ruta, options.catalog, engine, options.cases, options.towns)
    table.title(f"Growth, {ENGINES[engine].name}: " + ", ".join(f"{cases:,}" for cases in found) + " cases")
    rows = list(found.items())
    for key, (what, unit) in growth.ROWS.items():
        said = "   ".join(f"{row[key]:>12,.2f}" for _, row in rows)
        steps = ", ".join(f"x{later[key] / earlier[key]:.2f} with {more / fewer:.0f} times the cases"
                          for (fewer, earlier), (more, later) in zip(rows, rows[1:]) if earlier[key])
        print(f"{what:<44} {said} {unit:<6} {steps}", flush=True)
    cases, largest = rows[-1]
    table.row(f"the queue among {cases:,}, processor time", largest["queue"], "ms", most=5)
    table.row(f"a case among {cases:,}, processor time", largest["case"], "ms", most=5)


def beside_rows(table, options):
    """Every row of the others against ours, taken in the same sitting."""
    found = beside.run(options.ruta, options.catalog, beside.CASES)
    ours = [name for name in found if name.startswith("Ruta")]
    others = [name for name in found if name not in ours]
    table.title(f"Beside others, {beside.CASES:,} cases each: " + ", ".join(f"{name} {found[name]['version']}" for name in found))
    for key, what in beside.COMPARED.items():
        best = min(others, key=lambda name: found[name][key]["cpu"])
        for name in others:
            row = found[name][key]
            table.row(f"{what}, {name}", row["cpu"], "ms", remark=circumstances(row))
        for name in ours:
            row = found[name][key]
            table.row(f"{what}, {name}", row["cpu"], "ms", most=found[best][key]["cpu"] / TIMES_AS_CHEAP,
                      remark=f"1/{found[best][key]['cpu'] / row['cpu']:.0f} of {best}; {circumstances(row)}")
    for what, unit, of in beside.BESIDES:
        print(f"{what:<44} " + ", ".join(f"{name} {of(found[name]):,.1f}" for name in found) + f" {unit}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ruta")
    parser.add_argument("speed")
    parser.add_argument("--catalog", default=str(ROOT / "Catalog"))
    parser.add_argument("--only", choices=PARTS, help="measure one part")
    parser.add_argument("--engine", choices=ENGINES, help="measure on one database")
    parser.add_argument("--cases", type=lambda text: [int(part) for part in text.split(",")], default=list(growth.CASES),
                        help="the sizes of the towns that growth is measured on")
    parser.add_argument("--towns", help="a folder in which the towns of growth are kept from one run to the next")
    options = parser.parse_args()
    print(f"{time.strftime('%Y-%m-%d %H:%M')}, {load()}")
    table = Table()

    def wanted(part):
        return options.only in (None, part)

    decision = engine_rows(table, options) if wanted("engine") or wanted("batch") else None
    if wanted("batch"):
        batch_rows(table, options, decision)
    for part, rows in (("server", server_rows), ("register", register_rows), ("growth", growth_rows)):
        for engine in ENGINES if wanted(part) else ():
            if options.engine in (None, engine):
                rows(table, options, engine)
    if wanted("beside"):
        beside_rows(table, options)
    print(f"\nbench: {len(table.missed)} targets missed" + (f": {'; '.join(table.missed)}" if table.missed else ""))
    return 1 if table.missed else 0


if __name__ == "__main__":
    sys.exit(main())
