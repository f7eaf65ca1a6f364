"""Publishes a practice town between two people, reads all of it as an analyst and as anybody, and attacks it.

    release.py RUTA CATALOG            attacks what is really published
    release.py RUTA CATALOG --self-test  the same attacker must succeed on releases that are naive on purpose
"""

import csv
import http.client
import io
import random
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "browser"))

from attacker import BASE, LEAST, Published, judge  # noqa: E402
from town import COOKIE, DATA, Town  # noqa: E402
from truth import counted  # noqa: E402

DIMENSIONS = {
    "cases": ["district", "month", "form", "age", "gender", "nationality", "claimed", "referred", "acknowledged",
              "protected", "outcome", "prosecutor"],
    "people": ["age", "form", "retold", "gap"], "children": ["measure"],
    "complaints": ["body", "district", "month", "form"], "referrals": ["institution", "month", "answer"],
    "duties": ["institution", "clock"]}
JUDGED = ("cases", "people", "children", "complaints", "referrals")
HIDDEN = "·"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Visitor:
    """Somebody with a session, or nobody in particular."""

    def __init__(self, town, role=None):
        self.town, self.session = town, town.session(town.card(role)) if role else None

    def ask(self, method, path, fields=None):
        line = http.client.HTTPConnection("127.0.0.1", self.town.port, timeout=900)
        headers = {**FORM, **({"Cookie": f"{COOKIE}={self.session}"} if self.session else {})}
        line.request(method, path, urllib.parse.urlencode(fields) if fields else None, headers)
        answer = line.getresponse()
        body = answer.read().decode()
        line.close()
        if answer.status == 429:
            # Faster than a person: the house says how long to wait, and so long an attacker waits too.
            time.sleep(int(answer.getheader("Retry-After") or 1))
            return self.ask(method, path, fields)
        return answer.status, body

    def publish(self, **fields):
        """One act on the page of publication; returns the status."""
        _, page = self.ask("GET", "/cifras/publicar")
        token = re.search(r'name="sello" value="([^"]+)"', page)[1]
        return self.ask("POST", "/cifras/publicar", {"sello": token, **fields})[0]

    def table(self, cube, names, period):
        """A published table by the values of its cells; None where none of these dimensions is published."""
        asked = dict(zip(("por", "por-2", "por-3"), names))
        status, text = self.ask("GET", "/cifras/archivo?" + urllib.parse.urlencode(
            {"que": cube, **asked, "periodo": period, "forma": "csv"}))
        if status == 404:
            return None
        if status != 200:
            raise SystemExit(f"release: expected a table of {cube} by {names}, found {status}")
        rows = list(csv.reader(io.StringIO(text)))[1:]
        width = 2 * len(names)
        # The file has its dimensions in the order of the cube, and so has `names`.
        return {tuple(row[0:width:2]): None if row[-1] == HIDDEN else int(row[-1]) for row in rows}


def in_order(cube, names):
    return sorted(names, key=DIMENSIONS[cube].index)


def downloaded(analyst, period):
    """Everything that an analyst can take home, cube by cube: every set of at most three dimensions is asked for."""
    for cube, dimensions in DIMENSIONS.items():
        tables = {}
        for size in range(min(3, len(dimensions)) + 1):
            for names in combinations(dimensions, size):
                # A set can only be published where its parts are.
                if size > 1 and any(part not in tables for part in combinations(names, size - 1)):
                    continue
                found = analyst.table(cube, names, period)
                if found is not None:
                    tables[names] = found
        yield cube, tables


def with_sorted_names(truth):
    """The truth by names in alphabetical order, asked for by names in any."""
    class Asked(dict):
        def __missing__(self, names):
            order = sorted(range(len(names)), key=lambda place: names[place])
            known = truth.get(tuple(names[place] for place in order), {})
            self[names] = {tuple(values[order.index(place)] for place in range(len(names))): count
                           for values, count in known.items()}
            return self[names]
    return Asked()


def known(published, truth):
    """The same cube without tables of which the truth is not known, such as those of gaps."""
    return {names: table for names, table in published.items() if names == () or tuple(sorted(names)) in truth}


def attack(town, period, tries):
    analyst = Visitor(town, "analyst")
    public = Visitor(town)
    failed = []
    for cube, tables in downloaded(analyst, period):
        truth = counted(town.data, period)[cube]
        if cube not in JUDGED:
            continue
        verdict = judge(Published(cube, known(tables, truth)), with_sorted_names(truth), tries)
        print(verdict, flush=True)
        if verdict.recovered or verdict.wrong:
            failed.append(str(verdict))
        if cube == "cases" and not verdict.small:
            failed.append("no small cell was hidden: there was nothing to attack")
    failed += noisy(public, period, counted(town.data, period)["cases"])
    return failed


def noisy(public, period, truth):
    """The open data: printed with noise, so that no table of them is the true one, and with what was spent."""
    status, text = public.ask("GET", f"/datos/{period}.csv")
    if status != 200:
        return [f"open data: expected 200, found {status}"]
    rows = list(csv.DictReader(io.StringIO(text)))
    shown = [row for row in rows if row["conteo_con_ruido"]]
    exact = sum(truth[(row["dimension"],)].get((row["codigo"],), 0) == int(row["conteo_con_ruido"]) for row in shown)
    print(f"open data: {len(shown)} counts of {len(rows)}, {exact} of them as in truth by chance", flush=True)
    if any(int(row["conteo_con_ruido"]) < LEAST for row in shown):
        return ["open data: a count below eleven is shown"]
    # With epsilon 0.25 a count keeps its true value one time in eight.
    return [f"open data: {exact} of {len(shown)} counts have no noise"] if shown and exact > len(shown) // 2 else []


def lived(ruta, catalog, story):
    with tempfile.TemporaryDirectory(prefix="ruta-release-") as folder:
        subprocess.run([ruta, "practice", "fill", "--cases", "60", "--earlier", "2000", "--data", f"{folder}/{DATA}",
                        "--catalog", catalog], check=True, stdout=subprocess.DEVNULL)
        town = Town(ruta, catalog, folder)
        try:
            return story(town)
        finally:
            town.kill()


def published(town):
    """The newest quarter that is over, published by two people; refuses one person alone."""
    coordinator, officer = Visitor(town, "coordinator"), Visitor(town, "privacy-officer")
    _, page = coordinator.ask("GET", "/cifras/publicar")
    period = re.search(r'value="(\d{4}-q\d)"', page)[1]
    number = "ab" * 16
    told = coordinator.publish(acto="proponer", id=number, periodo=period)
    alone = coordinator.publish(acto="aprobar", id=number)
    if (told, alone) != (303, 422):
        raise SystemExit(f"release: expected a proposal and no approval alone, found {told} and {alone}")
    if (status := officer.publish(acto="aprobar", id=number)) != 303:
        raise SystemExit(f"release: expected the second person to publish, found {status}")
    return period


def naive(rounds, complementary, seed=4, people=700):
    """A town of dice as somebody careless would publish it."""
    dice = random.Random(seed)
    values = {"a": [f"a{n}" for n in range(12)], "b": [f"b{n}" for n in range(5)], "c": ["c0", "c1"]}
    truth = {}
    for _ in range(people):
        record = {name: sided[min(dice.randrange(len(sided)), dice.randrange(len(sided)))] for name, sided in values.items()}
        record["c"] = values["c"][dice.random() < 0.05]
        for size in range(3):
            for names in combinations(sorted(record), size):
                cell = tuple(record[name] for name in names)
                truth.setdefault(names, {}).setdefault(cell, 0)
                truth[names][cell] += 1
    tables = {}
    for size in range(3):
        for names in combinations(sorted(values), size):
            cells = [()]
            for name in names:
                cells = [cell + (value,) for cell in cells for value in values[name]]
            table = {cell: truth.get(names, {}).get(cell, 0) for cell in cells}
            tables[names] = {cell: None if count < LEAST else ((count + 2) // BASE * BASE if rounds else count)
                             for cell, count in table.items()}
    if complementary:
        for names, table in tables.items():
            if len(names) == 2:
                tables[names] = dict.fromkeys(table)
    return Published("a careless town", tables, BASE // 2 if rounds else 0), truth


def self_test():
    """The attacker must find small cells where they can be found, and none where nothing is said of them."""
    wanted = [("exact counts, only what is small hidden", (False, False), lambda all_: sum(one.exact for one in all_) > 20),
              ("rounded, only what is small hidden", (True, False), lambda all_: sum(one.by_linear for one in all_) > 0),
              ("every table of two hidden", (True, True), lambda all_: not sum(one.recovered for one in all_))]
    for what, careless, is_found in wanted:
        verdicts = []
        for seed in range(1, 9):
            tables, truth = naive(*careless, seed, 40 * seed)
            verdicts.append(judge(tables, truth))
        pairs_, linear_ = sum(one.by_pairs for one in verdicts), sum(one.by_linear for one in verdicts)
        print(f"{what}: of {sum(one.small for one in verdicts)} small cells recovered by pairs {pairs_}, by programming {linear_}",
              flush=True)
        if not is_found(verdicts):
            raise SystemExit(f"self-test: {what}: the attacker does not see what is there")
    lying, truth = naive(True, False)
    names = next(iter(sorted(lying.tables, key=len, reverse=True)))
    cell = max(truth[names], key=truth[names].get)
    lying.tables[names][cell] += 2 * BASE
    if judge_wrong(lying, truth) == 0:
        raise SystemExit("self-test: a count that is printed wrongly was not seen")
    print("test-release: the attacker finds what is planted", flush=True)


def judge_wrong(published, truth):
    return sum(1 for names, table in published.tables.items() for cell, seen in table.items()
               if seen is not None and abs(seen - truth[names].get(cell, 0)) > published.slack)


def main():
    ruta, catalog, *more = sys.argv[1:]
    if more == ["--self-test"]:
        return self_test()
    failed = lived(ruta, catalog, lambda town: attack(town, published(town), 10_000))
    if failed:
        raise SystemExit("test-release: " + "; ".join(failed))
    print("test-release: no small cell was recovered", flush=True)


if __name__ == "__main__":
    main()
