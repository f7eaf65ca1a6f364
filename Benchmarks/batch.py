#!/usr/bin/env python3
"""Measures `ruta route --batch` on one core, and the same decisions in other engines in the same minute.

    batch.py path/to/ruta [--lines 200000] [--catalog DIR]

All engines get the same seeded situations as lines of JSON and give lines of JSON; every peer must give the answers
that ruta gives before it is measured. CLIPS needs `clipspy` from PyPI; without it its row says so.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "Benchmarks"), str(ROOT / "Tests/oracle")]
import compare  # noqa: E402
import oracle  # noqa: E402
from measure import load, median  # noqa: E402
from engines import Clips, GeneratedPython, Rules  # noqa: E402

DIFFERENT = 20_000  # so many different situations, over and over
COMPARED = 2_000
SECONDS = 2.0


def ruta_rate(ruta, catalog, lines, repeat, rounds=3):
    """Lines a second, by the clock and by processor time; the start and the reading of the catalogue included."""
    command = ["taskset", "-c", "0", ruta, "route", "--batch", "--catalog", str(catalog)]
    with tempfile.TemporaryFile() as source:
        for _ in range(repeat):
            source.write(lines)
        walls, works = [], []
        for _ in range(rounds):
            source.seek(0)
            start, used = time.perf_counter(), children_seconds()
            subprocess.run(command, stdin=source, stdout=subprocess.DEVNULL, check=True)
            walls.append(time.perf_counter() - start)
            works.append(children_seconds() - used)
    count = lines.count(b"\n") * repeat
    return count / median(walls), count / median(works)


def children_seconds():
    """Processor time of all processes that this one has waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def ruta_answers(ruta, catalog, lines):
    done = subprocess.run([ruta, "route", "--batch", "--catalog", str(catalog)], input=lines, capture_output=True,
                          check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def line_rate(engine, lines):
    """Lines a second of an engine in Python, from JSON to JSON, for about two seconds on this core."""
    count, spent, worked, end = 0, 0.0, 0.0, time.perf_counter() + SECONDS
    while time.perf_counter() < end:
        for line in lines[count % len(lines):][:200]:
            if getattr(engine, "is_worn_out", False):
                engine.renew()
            start, used = time.perf_counter(), time.thread_time()
            engine.line(line)
            spent += time.perf_counter() - start
            worked += time.thread_time() - used
            count += 1
    return count / spent, count / worked


def decision_time(engine, known):
    """Microseconds of processor time for one decision, without reading and writing: the median of rounds."""
    rounds, end = [], time.perf_counter() + SECONDS / 2
    while time.perf_counter() < end or len(rounds) < 5:
        if hasattr(engine, "renew"):
            engine.renew()
        start = time.thread_time()
        for one in known[:300]:
            engine.decide(one)
        rounds.append((time.thread_time() - start) / 300 * 1e6)
    return median(rounds)


class ByLine:
    """Gives an engine lines of JSON to read and to write."""

    def __init__(self, engine, rules):
        self.engine, self._rules = engine, rules

    @property
    def is_worn_out(self):
        return getattr(self.engine, "is_worn_out", False)

    def renew(self):
        self.engine.renew()

    def answer(self, situation):
        known = self._rules.known(situation, oracle.is_office_hours)
        return self._rules.answer(*self.engine.decide(known))

    def line(self, line):
        return json.dumps(self.answer(json.loads(line)))


class Oracle:
    """The independent implementation of Tests/oracle: a loop over conditions as objects."""

    def line(self, line):
        return json.dumps(oracle.route(json.loads(line)))

    def answer(self, situation):
        return oracle.route(situation)


def must_agree(name, engine, situations, answers):
    for situation, answer in zip(situations, answers):
        if getattr(engine, "is_worn_out", False):
            engine.renew()
        found = engine.answer(situation)
        if any(found[key] != answer[key] for key in found):
            raise SystemExit(f"{name} decides differently on {json.dumps(situation)}")


def run(ruta, catalog, count):
    os.sched_setaffinity(0, {0})
    situations = list(compare.situations(DIFFERENT, 20261123))
    texts = [json.dumps(situation) for situation in situations]
    lines = ("\n".join(texts) + "\n").encode()
    with tempfile.TemporaryDirectory() as folder:
        compiled, names = Path(folder) / "catalog.bin", Path(folder) / "names.json"
        subprocess.run([ruta, "catalog", "compile", "--catalog", str(catalog), "--names", str(names), str(compiled)],
                       stdout=subprocess.DEVNULL, check=True)
        rules = Rules(compiled, names)
    answers = ruta_answers(ruta, catalog, "\n".join(texts[:COMPARED]).encode() + b"\n")
    known = [rules.known(situation, oracle.is_office_hours) for situation in situations[:COMPARED]]

    wall, work = ruta_rate(ruta, catalog, lines, max(1, count // DIFFERENT))
    rows = [{"name": "ruta route --batch", "lines": wall, "per_cpu_second": work, "load": load()}]
    peers = [("generated Python", lambda: ByLine(GeneratedPython(rules), rules)), ("oracle in Python", Oracle),
             ("CLIPS (clipspy), without questions", lambda: ByLine(Clips(rules), rules))]
    for name, make in peers:
        try:
            engine = make()
        except ImportError as missing:
            rows.append({"name": name, "missing": str(missing)})
            continue
        must_agree(name, engine, situations[:COMPARED], answers)
        wall, work = line_rate(engine, texts)
        row = {"name": name, "lines": wall, "per_cpu_second": work, "load": load()}
        if hasattr(engine, "engine"):
            row["microseconds"] = decision_time(engine.engine, known)
        rows.append(row)
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ruta", help="path of the ruta program")
    parser.add_argument("--lines", type=int, default=200_000)
    parser.add_argument("--catalog", default=str(ROOT / "Catalog"))
    parser.add_argument("--json", action="store_true", help="rows for a program")
    options = parser.parse_args()
    rows = run(options.ruta, options.catalog, options.lines)
    if options.json:
        print(json.dumps(rows))
        return
    ours = rows[0]["per_cpu_second"]
    for row in rows:
        if "missing" in row:
            print(f"{row['name']:<36} not here: {row['missing']}")
            continue
        decision = f"{row['microseconds']:7.1f} µs a decision" if "microseconds" in row else ""
        print(f"{row['name']:<36} {row['lines']:>9,.0f} lines/s  {row['per_cpu_second']:>9,.0f} a CPU second  "
              f"{ours / row['per_cpu_second']:5.1f} times  {decision}  {row['load']}")


if __name__ == "__main__":
    main()
