#!/usr/bin/env python3
"""Holds a house of equal nodes on one PostgreSQL into a failing world, under live writers, and checks the history.

    nodes.py path/to/ruta [--seed 1] [--only WORD] [--house street] [--plant lie]

Each line is one sentence that must be true. The sentences of the street share one house of three nodes, one of which has
a clock that is an hour wrong; its history is read from the database after each and compared with what people were told.

Closing line: "N held, M failed". Exit 0 if all held, 1 otherwise.

--plant lie   the way of one node to the database undoes every write and says that it was committed: what was
              acknowledged is then lost, and must be found to be (exit 1). At the desks both ways lie for as long as
              two nodes race for one link or one invitation: it is then spent nowhere, and must be found not to be.
--plant deaf  the sample of nginx believes whatever a node says, and waits for it for long.
--plant short the sample of nginx asks no node that has failed.
"""

import argparse
import random
import re
import shutil
import sys
import tempfile
import time
import traceback
from pathlib import Path

KILL = Path(__file__).resolve().parents[1] / "kill"
sys.path.append(str(KILL))

import desks  # noqa: E402
import history  # noqa: E402
import once  # noqa: E402, F401  its sentences stand after those of the desks
import behind  # noqa: E402, F401  and after these those of the proxies
from database import Postgres  # noqa: E402
from house import House, all_started, beside, refused, wrong_clock  # noqa: E402
from program import CATALOG, MIGRATIONS, DidNotStart, Phone  # noqa: E402
from sentences import Sentences, require  # noqa: E402
from street import Crowd, is_readable  # noqa: E402

KILLS, CUTS = 12, 6
LADDER = {"goal": 4, "rungs": [0, 4, 8]}  # seconds; the other two rungs stay a quarter of an hour and a day away
QUIET = 60  # seconds that the ladder has to catch up in
AFTER_A_CUT = 20  # seconds until a node that was cut off acknowledges again
STANDSTILL = 20  # seconds until others write while one stands still: five of the database, and what a busy machine needs
SENTENCES = Sentences()
holds = SENTENCES.holds


class Street:
    """The house of the street: its nodes, the people, and what was found in its history."""

    def __init__(self, house, seed):
        self.house = house
        self.crowd = Crowd(self.house, seed)
        self.draw = random.Random(seed)

    def found(self):
        """The first node makes the keys; the second is as it should be, the third has a clock that is an hour ahead."""
        first = self.house.found()
        require(first.stop() == 0, "the first node did not stop in order")
        nodes = [self.house.add("one"), self.house.add("two"),
                 self.house.add("three", environment=wrong_clock(self.house.folder, hours=1))]
        all_started(*nodes)
        self.nodes = nodes
        return self

    @property
    def cases(self):
        """What everybody was told."""
        return self.crowd.cases

    def must_be_whole(self, ladder=None):
        journal, projection = history.read(self.house.postgres, self.house.database)
        found = history.check(journal, projection, self.cases, ladder)
        acknowledged = sum(case.acknowledged is not None for case in self.cases.values())
        require(acknowledged, "nothing was acknowledged at all")
        require(not found.all, f"{len(found.lost)} lost, {len(found.doubled)} doubled, {len(found.damaged)} damaged, "
                               f"{len(found.early)} early, {len(found.forgotten)} forgotten, {len(found.crooked)} crooked: "
                               + "; ".join(found.all[:3]))
        require(not self.crowd.unreadable, f"answers that nobody can read: {self.crowd.unreadable[:5]}")
        return found, acknowledged

    def until(self, condition, seconds, what):
        """Waits until something is so; returns how long it took."""
        began = time.perf_counter()
        while not condition():
            require(time.perf_counter() - began < seconds, f"{what}: not within {seconds} s")
            time.sleep(0.05)
        return time.perf_counter() - began

    def until_quiet(self):
        """Waits until no rung is due and none of a claim is still to come; returns how long it took."""
        def is_quiet():
            late = self.house.postgres.rows(self.house.database, "count(*)", "obligation_row WHERE next_rung_ms <= "
                                            "extract(epoch FROM clock_timestamp()) * 1000")
            young = self.house.postgres.rows(self.house.database, "count(*)", f"case_row WHERE opened_ms > "
                                             f"extract(epoch FROM clock_timestamp()) * 1000 - {moments()[-1] + 1000}")
            return late == [(0,)] and young == [(0,)]

        return self.until(is_quiet, QUIET, "the ladder did not catch up")

    def acknowledges(self, node):
        """Whether a node is well, as a reverse proxy asks it."""
        try:
            return Phone(node.port, patience=2).health()
        except OSError:
            return False

    def more_acknowledged(self, seconds):
        before = self.crowd.acknowledgements
        return self.until(lambda: self.crowd.acknowledgements > before + 5, seconds, "nobody was acknowledged")


def hurried(folder, catalog=CATALOG):
    """The catalogue with a ladder of seconds for a case that no centre takes, so that many rungs fall due."""
    copy = folder / "Catalog"
    shutil.copytree(catalog, copy)
    file = copy / "ladder.yaml"
    text, count = re.subn(
        r"- \{ id: claim, .*\}",
        f"- {{ id: claim, goal: PT{LADDER['goal']}S, rungs: ["
        + ", ".join(f"PT{second}S" for second in LADDER["rungs"]) + ", PT15M, P1D] }", file.read_text(encoding="utf-8"))
    require(count == 1, "the ladder of a claim is written otherwise than this harness knows")
    file.write_text(text, encoding="utf-8")
    return copy


def moments():
    return [(LADDER["goal"] + second) * 1_000 for second in LADDER["rungs"]]


@holds("a node is killed again and again while it answers, and nothing acknowledged is lost")
def killed(street):
    with street.crowd:
        for _ in range(KILLS):
            node = street.draw.choice(street.nodes)
            time.sleep(street.draw.uniform(0.1, 0.4))
            node.kill()
            node.begin()
            street.until(lambda: street.acknowledges(node), 90, f"{node.name} did not come back")
    found, acknowledged = street.must_be_whole()
    return f"{KILLS} kills, {acknowledged} acknowledged, {street.crowd.broken} answers broken off, {found.climbs} climbs"


@holds("a node that is cut off from the database goes on showing numbers, says that it keeps nothing, and comes back")
def cut_off(street):
    node, others = street.nodes[0], street.nodes[1:]
    slowest = 0
    with street.crowd:
        for _ in range(CUTS):
            time.sleep(street.draw.uniform(0.2, 0.6))
            node.crossing.cut()
            street.until(lambda: not street.acknowledges(node), 20, "a node that is cut off says that it is well")
            status, _, page = Phone(node.port).report({"from": "start", "to": "calls", "report": "0" * 32, "shown": 1})
            require(is_readable(status, page), f"what a node that is cut off says cannot be read: HTTP {status}")
            require(all(street.acknowledges(other) for other in others), "a cut at one node is felt at another")
            street.more_acknowledged(20)
            node.crossing.mend()
            slowest = max(slowest, street.until(lambda: street.acknowledges(node), AFTER_A_CUT, "it did not come back"))
    _, acknowledged = street.must_be_whole()
    return f"{CUTS} cuts, {acknowledged} acknowledged, back after {slowest:.1f} s at the latest"


@holds("while a node stands still, whatever it held, the others acknowledge; when it goes on, nothing is done twice")
def stood_still(street):
    slowest = 0
    with street.crowd:
        for _ in range(3):
            node = street.draw.choice(street.nodes)
            time.sleep(street.draw.uniform(0.1, 0.5))
            node.hold_still()
            slowest = max(slowest, street.more_acknowledged(STANDSTILL))
            time.sleep(street.draw.uniform(1, 6))
            node.let_go()
            street.until(lambda: street.acknowledges(node), AFTER_A_CUT, "it did not come back")
    _, acknowledged = street.must_be_whole()
    return f"3 standstills, {acknowledged} acknowledged, others waited {slowest:.1f} s at most"


@holds("each node in turn is stopped and started again under live traffic, and nobody is refused")
def rolled(street):
    refusals = street.crowd.refusals
    with street.crowd:
        for node in street.nodes:
            require(node.stop() == 0, f"{node.name} did not stop in order")
            street.more_acknowledged(30)
            node.start()
            street.more_acknowledged(30)
    require(street.crowd.refusals == refusals, f"{street.crowd.refusals - refusals} reports were refused")
    _, acknowledged = street.must_be_whole()
    return f"{acknowledged} acknowledged"


@holds("two new nodes that meet the schema of the release before migrate it once, while the old node serves")
def migrated(street):
    old, new = street.nodes[0], street.nodes[1:]
    last = max(MIGRATIONS.glob("*.sql"))
    tables = re.findall(r"CREATE TABLE (\w+)", last.read_text(encoding="utf-8"))
    require(tables, f"{last.name} makes no table that this harness could take back")
    for node in new:
        require(node.stop() == 0, f"{node.name} did not stop in order")
    database, postgres = street.house.database, street.house.postgres
    with street.crowd:
        postgres.run(database, "".join(f"DROP TABLE {table};" for table in tables)
                     + f"DELETE FROM schema_migration WHERE version = {int(last.name[:4])}")
        all_started(*new)
        street.more_acknowledged(30)
    found = postgres.rows(database, "version, count(*)", "schema_migration GROUP BY version HAVING count(*) > 1")
    require(not found, f"migrated twice: {found}")
    require(postgres.rows(database, "max(version)", "schema_migration") == [(int(last.name[:4]),)], "it was not migrated")
    _, acknowledged = street.must_be_whole()
    return f"{last.name}; {acknowledged} acknowledged, the old node served all the while"


@holds("a node of an older release is refused with both numbers while newer ones serve, and they go on")
def outdated(street):
    database, postgres = street.house.database, street.house.postgres
    node, others = street.nodes[2], street.nodes[:2]
    require(node.stop() == 0, f"{node.name} did not stop in order")
    with street.crowd:
        postgres.run(database, "INSERT INTO schema_migration (version, name) VALUES (99, 'from-tomorrow')")
        code, said = refused(node)
        street.more_acknowledged(30)
        postgres.run(database, "DELETE FROM schema_migration WHERE version = 99")
        require(code == 74 and "99" in said, f"exit {code}: {said[-400:]}")
        require(all(street.acknowledges(other) for other in others), "a running node stopped acknowledging")
        node.start()
    street.must_be_whole()


@holds("a node with other keys, or without the keys it should have been given, is refused with words that say so")
def foreign_keys(street):
    house = street.house
    other = house.add("foreign")
    other.environment["RUTA_KEYS"] = str(house.folder / "foreign-keys")
    (house.folder / "foreign-keys").mkdir()
    code, said = refused(other)
    require(code == 74 and "RUTA_KEYS" in said, f"without keys: exit {code}: {said[-400:]}")
    del other.environment["RUTA_KEYS"]
    code, said = refused(other)
    require(code == 74 and "laves" in said, f"with keys of its own: exit {code}: {said[-400:]}")
    require("ruta@" not in said, "the address of the database stands in the message with its account")


@holds("once it is quiet, every rung that fell due was climbed once, at its hour, whatever clock a node has")
def climbed(street):
    took = street.until_quiet()
    found, acknowledged = street.must_be_whole(moments())
    require(found.climbs >= 3 * acknowledged, f"expected three rungs of each case, found {found.climbs}")
    skewed = next(node for node in street.nodes if node.name == "three").server.said
    require("clock of this machine" in skewed, f"the node with the wrong clock says nothing of it: {skewed[-300:]}")
    return f"{found.climbs} climbs of {found.reports} cases, quiet after {took:.0f} s"


def run_street(options, postgres, folder):
    street = Street(House(options.ruta, postgres, folder, catalog=hurried(folder)), options.seed)
    with street.house:
        street.found()
        if options.plant == "lie":
            beside(lambda: (time.sleep(3), setattr(street.nodes[0].crossing, "lie", True)))
        return tell_all(SENTENCES, options.only, street)


def run_desks(options, postgres, folder):
    town = desks.Town(options.ruta, postgres, folder, options.plant)
    with town.house:
        town.found()
        return tell_all(desks.SENTENCES, options.only, town)


def tell_all(sentences, only, world):
    held = failed = 0
    for sentence, check in sentences:
        if only and only not in check.__name__:
            continue
        began = time.perf_counter()
        try:
            note = check(world)
            held += 1
            print(f"held    {sentence}" + (f" ({note})" if note else "") + f" [{time.perf_counter() - began:.0f} s]", flush=True)
        except (AssertionError, DidNotStart, OSError, RuntimeError) as error:
            failed += 1
            print(f"FAILED  {sentence}\n        {error}", flush=True)
            if not isinstance(error, AssertionError):
                traceback.print_exc()
    return held, failed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ruta", help="path of the ruta program")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", help="only the checks whose name contains this")
    parser.add_argument("--house", choices=["street", "desks"], help="only the sentences of one of the two houses")
    parser.add_argument("--plant", choices=["lie", "deaf", "short"])
    options = parser.parse_args()
    held = failed = 0
    with Postgres() as postgres:
        for name, run in (("street", run_street), ("desks", run_desks)):
            if options.house in (name, None):
                with tempfile.TemporaryDirectory() as folder:
                    counts = run(options, postgres, Path(folder))
                held, failed = held + counts[0], failed + counts[1]
    print(f"{held} held, {failed} failed")
    return 0 if held and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
