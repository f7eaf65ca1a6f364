#!/usr/bin/env python3
"""Upgrades a house of two nodes from an older release to this one, node by node, under live people.

    upgrade.py path/to/ruta --older FOLDER

FOLDER is an older release: its program `ruta` and its `Catalog`. Its schema must be one that this program migrates. The two
releases run beside each other on one database, as they do while a house is upgraded.

Closing line: "N held, M failed". Exit 0 if all held, 1 otherwise.
"""

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

from nodes import STANDSTILL, Street, hurried, moments, require, tell_all  # isort: skip  sets the paths

from database import Postgres
from house import House, refused
from program import MIGRATIONS
from sentences import Sentences
from street import Crowd

SENTENCES = Sentences()
holds = SENTENCES.holds


class Upgrade(Street):
    """Two nodes of the older release, and what is put in their place."""

    def __init__(self, older, binary, postgres, folder, seed):
        catalog = older / "Catalog"
        super().__init__(House(older / "ruta", postgres, folder, hurried(folder / "older", catalog)), seed)
        self.binary, self.catalog = binary, hurried(folder / "newer")

    def found(self):
        """An older release may not know the folder of keys: it finds them beside its data too."""
        first = self.house.found()
        require(first.stop() == 0, "the first node did not stop in order")
        self.nodes = [self.house.add("one"), self.house.add("two")]
        for node in self.nodes:
            for key in self.house.keys.iterdir():
                shutil.copy(key, f"{node.data}.{key.suffix[1:]}")
            node.start()
        return self

    def renew(self, node):
        """Stops a node and starts this release in its place; returns the seconds until its first page."""
        require(node.stop() == 0, f"{node.name} did not stop in order")
        node.binary, node.catalog = self.binary, self.catalog
        began = time.perf_counter()
        node.start()
        return time.perf_counter() - began

    @property
    def schema(self):
        return self.house.postgres.rows(self.house.database, "max(version)", "schema_migration")[0][0]

    def must_acknowledge(self, node):
        """People who meet no other node are acknowledged there."""
        crowd = Crowd(self.only(node), seed=node.name + str(self.schema), count=1)
        with crowd:
            self.until(lambda: crowd.acknowledgements > 5, STANDSTILL, f"{node.name} acknowledges nothing")
        self.crowd.walkers += crowd.walkers

    @staticmethod
    def only(node):
        class Alone:
            up = [node]
        return Alone


@holds("nodes of an older release serve on while this one migrates beside them, each is replaced in turn, and no rung is missed")
def upgraded(street):
    one, two = street.nodes
    older = street.schema
    newest = int(max(MIGRATIONS.glob("*.sql")).name[:4])
    require(older < newest, f"the older release has schema {older}, this one {newest}: nothing is migrated")
    with street.crowd:
        street.more_acknowledged(STANDSTILL)
        seconds = street.renew(one)
        require(street.schema == newest, f"expected schema {newest}, found {street.schema}")
    street.must_acknowledge(two)
    street.must_acknowledge(one)
    with street.crowd:
        require(two.stop() == 0, "the older node did not stop in order")
        code, said = refused(two)
        require(code == 74 and str(newest) in said and str(older) in said, f"an older node: exit {code}: {said[-300:]}")
        street.more_acknowledged(STANDSTILL)
        two.binary, two.catalog = street.binary, street.catalog
        two.start()
        street.more_acknowledged(STANDSTILL)
    require(street.crowd.refusals == 0, f"{street.crowd.refusals} reports were refused")
    street.until_quiet()
    found, acknowledged = street.must_be_whole(moments())
    return (f"schema {older} to {newest}, first page after {seconds:.1f} s, {acknowledged} acknowledged, none refused, "
            f"{found.climbs} climbs of both releases")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ruta", help="path of the ruta program")
    parser.add_argument("--older", required=True, type=Path, help="folder with an older ruta and its Catalog")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with Postgres() as postgres, tempfile.TemporaryDirectory() as folder:
        for name in ("older", "newer"):
            (Path(folder) / name).mkdir()
        street = Upgrade(options.older, options.ruta, postgres, Path(folder), options.seed)
        with street.house:
            street.found()
            held, failed = tell_all(SENTENCES, None, street)
    print(f"{held} held, {failed} failed")
    return 0 if held and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
