#!/usr/bin/env python3
"""Plants faults in a true history, each covered up by a chain that is whole, and sees that the check finds them.

    history_test.py path/to/ruta

The history is made by two nodes under live people until the ladder is quiet; the planting happens on a copy of it.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

from nodes import Street, hurried, moments

import history
from database import Postgres
from house import House

NEEDED = 20  # reports in the history
HOUR = 3_600_000


def climb(journal, of=None):
    """The place of a climb of the claim ladder."""
    return next(place for place, row in enumerate(journal)
                if row[3] == history.CLIMBED and json.loads(row[5])["obligation"] == history.CLAIM and of in (None, row[1]))


def without(journal, projection, case):
    return history.rechained([row for row in journal if row[1] != case]), [row for row in projection if row[0] != case]


def lost(journal, projection, cases):
    """An acknowledged report is taken out of journal and list."""
    case = next(identity for identity, case in cases.items() if case.acknowledged is not None)
    return without(journal, projection, case), "lost"


def doubled(journal, projection, cases):
    """A rung is climbed a second time at the end of its case, as two nodes would without a version."""
    row = journal[climb(journal)]
    return (history.rechained([*journal, row]), longer(projection, row[1])), "doubled"


def early(journal, projection, cases):
    """A rung is climbed an hour early, as a node with a wrong clock would."""
    place = climb(journal)
    row = journal[place]
    return (history.rechained([*journal[:place], (*row[:7], row[7] - HOUR, *row[8:]), *journal[place + 1:]]), projection), "early"


def crooked(journal, projection, cases):
    """An event bears the time of a clock that is an hour behind."""
    place = len(journal) - 1
    row = journal[place]
    return (history.rechained([*journal[:place], (*row[:7], row[7] - HOUR, *row[8:])]), projection), "crooked"


def forgotten(journal, projection, cases):
    """A rung that fell due is missing."""
    place = climb(journal)
    row = journal[place]
    return (history.rechained(journal[:place] + journal[place + 1:]), longer(projection, row[1], -1)), "forgotten"


def unchained(journal, projection, cases):
    """An event is changed and its hash is not."""
    row = journal[-1]
    return ([*journal[:-1], (*row[:7], row[7] + 1, *row[8:])], projection), "damaged"


def twice(journal, projection, cases):
    """A report is recorded a second time as a new one."""
    row = next(row for row in journal if row[3] == "sighting-reported")
    return (history.rechained([*journal, row]), longer(projection, row[1])), "doubled"


def longer(projection, case, by=1):
    """The list as it would be if a case had so many more events."""
    return [(*row[:2], row[2] + by, *row[3:]) if row[0] == case else row for row in projection]


def main(binary):
    with Postgres() as postgres, tempfile.TemporaryDirectory() as folder:
        street = Street(House(binary, postgres, Path(folder), catalog=hurried(Path(folder))), seed=7)
        with street.house:
            street.found()
            with street.crowd:
                street.until(lambda: street.crowd.acknowledgements >= 2 * NEEDED, 60, "too few reports")
            time.sleep(moments()[-1] / 1_000)
            street.until(lambda: not history.check(*history.read(postgres, street.house.database), street.crowd.cases,
                                                   moments()).forgotten, 60, "the ladder did not catch up")
            journal, projection = history.read(postgres, street.house.database)
    cases = street.crowd.cases
    clean = history.check(journal, projection, cases, moments())
    if clean.all or clean.reports < NEEDED or not clean.climbs:
        print(f"the true history is not clean: {clean.reports} reports, {clean.all[:3]}")
        return 1
    print(f"clean   {clean.reports} reports, {clean.climbs} climbs")
    missed = 0
    for plant in (lost, doubled, early, crooked, forgotten, unchained, twice):
        (planted, listed), kind = plant(journal, projection, cases)
        found = getattr(history.check(planted, listed, cases, moments()), kind)
        missed += not found
        print(f"{'found  ' if found else 'MISSED '} {plant.__doc__}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
