"""Reads the data file with another program than the one that wrote it, and compares it with the clients' own lists.

What must hold: every acknowledged report is there once, under its code and with content no older than what was
acknowledged; nothing is there that nobody sent; the positions of the journal have no gap and its chain is whole; and
the list of reports is exactly what the journal says.
"""

import hashlib
import json
import sqlite3
from dataclasses import dataclass, field

BEGINNING = "0" * 64


@dataclass
class Findings:
    reports: int = 0
    lost: list = field(default_factory=list)
    doubled: list = field(default_factory=list)
    damaged: list = field(default_factory=list)

    @property
    def all(self):
        return self.lost + self.doubled + self.damaged


def netstring(text):
    encoded = str(text).encode()
    return b"%d:%s," % (len(encoded), encoded)


def entry_hash(row):
    """The hash of a journal row after the one before it: SHA-256 of its fields as netstrings."""
    position, previous = row[0], row[8]
    return chained("ruta-journal-1", previous, position, *row[1:8])


def case_hash(row, previous):
    """The hash of a journal row in the chain of its case, which leaves the position out."""
    return chained("ruta-case-1", previous, *row[1:8])


def chained(*fields):
    return hashlib.sha256(b"".join(map(netstring, fields))).hexdigest()


def read(path):
    """Journal and list of one moment; opened for reading, so that nothing is repaired by it."""
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None)
    try:
        database.execute("BEGIN")
        journal = database.execute(
            "SELECT position, case_id, version, name, event_version, payload, actor, recorded_at_ms, previous_hash,"
            " hash, case_hash FROM journal_event ORDER BY position").fetchall()
        projection = database.execute(
            "SELECT case_id, reference, version, reports, district, level, is_open, opened_ms FROM case_row").fetchall()
        pages = [row[0] for row in database.execute("PRAGMA integrity_check")]
    finally:
        database.close()
    return journal, projection, pages


def audit(path, cases, chain=True):
    """Compares a data file with the clients' cases; `chain=False` leaves out the hashes, for a quick look."""
    journal, projection, pages = read(path)
    findings = Findings(reports=len({row[0] for row in projection}))
    if pages != ["ok"]:
        findings.damaged.append(f"integrity check: {pages[0]}")
    stands = folded(journal, findings, chain)
    compare_projection(stands, projection, findings)
    compare_ledger(stands, projection, cases, findings)
    return findings


def folded(journal, findings, chain):
    """What the journal says of each case: [code, versions, standing report, first moment, reports]."""
    stands, previous, ends = {}, BEGINNING, {}
    for expected, row in enumerate(journal, 1):
        position, case, version, name, _, payload, _, at, before, now, in_case = row
        if position != expected:
            findings.damaged.append(f"position {expected} is missing, found {position}")
            return stands
        if chain and (before != previous or now != entry_hash(row)):
            findings.damaged.append(f"the chain breaks at position {position}")
            chain = False
        if chain and in_case != case_hash(row, ends.get(case, BEGINNING)):
            findings.damaged.append(f"the chain of {case} breaks at version {version}")
            chain = False
        previous, ends[case] = now, in_case
        content = json.loads(payload)
        if name == "sighting-reported":
            if case in stands:
                findings.doubled.append(f"{case} is reported twice in the journal")
                continue
            stands[case] = [content["reference"], 1, content["report"], at, 1]
        elif case not in stands:
            findings.damaged.append(f"{case} is amended before it is reported")
        else:
            code, before, standing, first, reports = stands[case]
            if "report" in content:
                standing, reports = later(standing, content["report"]), reports + 1
            stands[case] = [code, before + 1, standing, first, reports]  # the ladder writes too, and reports nothing
        if case in stands and stands[case][1] != version:
            findings.damaged.append(f"{case} goes from version {stands[case][1] - 1} to {version}")
    return stands


def later(standing, report):
    """Which of two reports stands: the one that came last, unless both say when they were made and it is the older."""
    moments = standing.get("claimedAt"), report.get("claimedAt")
    return standing if None not in moments and moments[1] < moments[0] else report


def compare_projection(stands, projection, findings):
    listed, codes = {}, {}
    for row in projection:
        case, code = row[:2]
        if case in listed:
            findings.doubled.append(f"{case} stands twice in the list")
        if code in codes:
            findings.doubled.append(f"{case} and {codes[code]} have one code")
        listed[case], codes[code] = row, case
    for case in stands.keys() - listed.keys():
        findings.damaged.append(f"{case} is in the journal and not in the list")
    for case, row in listed.items():
        if case not in stands:
            findings.damaged.append(f"{case} is in the list and not in the journal")
            continue
        code, version, report, first, reports = stands[case]
        expected = (case, code, version, reports, report.get("district"), report["level"], 1, first)
        if row != expected:
            findings.damaged.append(f"{case}: the list says {row[1:]}, the journal {expected[1:]}")


def compare_ledger(stands, projection, cases, findings):
    codes = {row[0]: row[1] for row in projection}
    for identity in stands.keys() - cases.keys():
        findings.damaged.append(f"{identity} is there and was never sent")
    for identity, case in cases.items():
        if case.acknowledged is None:
            continue
        if identity not in stands:
            findings.lost.append(f"{identity} was acknowledged as {case.code} and is gone")
        elif codes.get(identity) != case.code or case.other_codes:
            findings.lost.append(f"{identity} was acknowledged as {case.code}, now {codes.get(identity)}")
        else:
            report = stands[identity][2]
            if (report["facts"], report.get("claimedAt")) not in case.may_stand:
                findings.lost.append(f"{identity}: an acknowledged answer is gone")
