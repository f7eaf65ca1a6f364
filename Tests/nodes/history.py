"""The history of a house as the database has it, compared with what people and the ladder were promised.

What must hold beside what `Tests/kill/audit.py` says: no rung of a duty is climbed twice, none before it is due, none is
forgotten once the house is quiet, and the time of the journal goes on as the time of the database does, whatever clock
the node had that wrote.
"""

import json
from dataclasses import dataclass, field

from audit import BEGINNING, Findings, case_hash, compare_ledger, compare_projection, entry_hash, folded

JOURNAL = ("position, case_id, version, name, event_version, payload, actor, recorded_at_ms, previous_hash, hash, case_hash")
LIST = "case_id, reference, version, reports, district, level, is_open, opened_ms"
CLIMBED = "ladder-climbed"
CLAIM = "claim"
FUZZ = 1_500  # milliseconds: what clocks that follow one clock may differ by
BACKWARDS = 60_000  # milliseconds: a sweep of the ladder bears the time of its begin, and a report waits for the lock


@dataclass
class House(Findings):
    early: list = field(default_factory=list)
    forgotten: list = field(default_factory=list)
    crooked: list = field(default_factory=list)
    climbs: int = 0

    @property
    def all(self):
        return self.lost + self.doubled + self.damaged + self.early + self.forgotten + self.crooked


def read(postgres, database):
    """Journal and list of one moment: whoever writes between the two is waited for by one lock."""
    sql = (f"SELECT 'j', json_build_array({JOURNAL}) FROM journal_event UNION ALL"
           f" SELECT 'l', json_build_array({LIST}) FROM case_row")
    return split(postgres.run(database, sql))


def split(said):
    found = {"j": [], "l": []}
    for line in said.splitlines():
        kind, _, row = line.partition("|")
        found[kind].append(tuple(json.loads(row)))
    return sorted(found["j"]), found["l"]


def check(journal, projection, cases, ladder=None):
    """Every finding; `ladder` are the moments of the rungs of a claim in milliseconds, once all of them must have come."""
    findings = House(reports=len({row[0] for row in projection}))
    stands = folded(journal, findings, chain=True)
    compare_projection(stands, projection, findings)
    compare_ledger(stands, projection, cases, findings)
    compare_ladder(journal, findings, ladder)
    compare_times(journal, findings)
    return findings


def compare_ladder(journal, findings, ladder):
    opened, climbed = {}, {}
    for row in journal:
        case, name, payload, at = row[1], row[3], row[5], row[7]
        if name == "sighting-reported":
            opened[case] = at
        if name != CLIMBED:
            continue
        content = json.loads(payload)
        step = (case, content["obligation"], content["rung"])
        findings.climbs += 1
        if step in climbed:
            findings.doubled.append(f"rung {step[2]} of {step[1]} of {case} is climbed twice")
        climbed[step] = at
    if ladder is None:
        return
    for case, start in opened.items():
        for rung, after in enumerate(ladder, 1):
            at = climbed.get((case, CLAIM, rung))
            if at is None:
                findings.forgotten.append(f"rung {rung} of {CLAIM} of {case} was never climbed")
            elif at < start + after - FUZZ:
                findings.early.append(f"rung {rung} of {CLAIM} of {case} came {start + after - at} ms early")


def compare_times(journal, findings):
    """The journal is written under one lock, so its times fall back only by what a writer waits, whatever its clock shows."""
    latest = 0
    for row in journal:
        if row[7] < latest - BACKWARDS:
            findings.crooked.append(f"position {row[0]} is {latest - row[7]} ms before one that was written earlier")
        latest = max(latest, row[7])


def rechained(rows):
    """The same events chained anew, as somebody would who covers up what was taken out or put in."""
    previous, ends, versions, fresh = BEGINNING, {}, {}, []
    for position, row in enumerate(rows, 1):
        case = row[1]
        versions[case] = versions.get(case, 0) + 1
        row = (position, case, versions[case], *row[3:8], previous)
        now, in_case = entry_hash(row), case_hash(row, ends.get(case, BEGINNING))
        previous, ends[case] = now, in_case
        fresh.append((*row, now, in_case))
    return fresh
