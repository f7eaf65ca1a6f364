"""The same town in several sizes: what a page, an act, a report and a start cost as the register grows."""

import json
import sys
from contextlib import nullcontext
from pathlib import Path

import pages
import server
import town
from measure import load
from storage import ENGINES, Folder, Program

CASES = (100_000, 1_000_000)
ROUNDS = 2
ROWS = {
    "kilobytes": ("a case in the database", "kB"), "fill": ("processor time of filling, a case", "ms"),
    "verify": ("entries of the journal verified", "/s"), "restart": ("restart, ready to acknowledge", "ms"),
    "queue": ("the queue of 50, processor time", "ms"), "queue-p50": ("the queue of 50, wait in the middle", "ms"),
    "case": ("a case that is open, processor time", "ms"), "case-closed": ("a case that is closed, processor time", "ms"),
    "inbox": ("an inbox, processor time", "ms"), "board": ("the board, the worst 100, processor time", "ms"),
    "act": ("an act, synced, processor time", "ms"), "report": ("a report, synced, processor time", "ms"),
    "report-rate": ("reports, 4 at a time", "/s"), "memory": ("resident memory of the program", "MB"),
}


def run(ruta, catalog, engine, sizes, towns=None):
    """One town after the other on one database; the rows of each by its number of cases. What stands in the folder
    `towns` is measured as it is, and what is filled is left there: a million cases take their time."""
    found = {}
    for cases in sizes:
        with place(towns, f"{engine}-{cases}") as folder, ENGINES[engine](folder) as storage:
            found[cases] = measured(ruta, catalog, storage, filled(ruta, catalog, storage, cases) | {"cases": cases})
        print(f"  {engine}, {cases:,} cases, {load()}: {json.dumps(found[cases])}", file=sys.stderr, flush=True)
    return found


def place(towns, name):
    if towns is None:
        return Folder()
    folder = Path(towns) / name
    folder.mkdir(parents=True, exist_ok=True)
    return nullcontext(folder)


def filled(ruta, catalog, storage, cases):
    """What filling took, read from beside a town that is there already."""
    said = Path(storage.data).with_name("filled.json")
    if not said.exists():
        said.write_text(json.dumps(town.filled(ruta, catalog, storage, cases)))
    return json.loads(said.read_text())


def measured(ruta, catalog, storage, fill):
    verify = town.verified(ruta, storage, fill["events"])
    shown = pages.run(ruta, storage, catalog, ROUNDS)
    with Program(ruta, storage, catalog, more=["--practice"], patience=600) as running:
        report = server.cleanest(lambda: server.one_after_another(running, server.REPORTS, server.Visitor.send), *running.pids)
        several = server.cleanest(lambda: server.side_by_side(running, 4, server.REPORTS), *running.pids)
        running.stop()
    return {
        "kilobytes": fill["bytes"] / fill["cases"] / 1e3, "fill": fill["cpu"] / fill["cases"] * 1e3, "verify": verify["rate"],
        "restart": shown["start"]["p50"], "queue-p50": shown["queue"]["p50"], "report": report["cpu"],
        "report-rate": several["rate"], "memory": shown["resident"], "events": fill["events"], "open": shown["open"],
        **{name: shown[name]["cpu"] for name in ("queue", "case", "case-closed", "inbox", "board", "act")},
    }
