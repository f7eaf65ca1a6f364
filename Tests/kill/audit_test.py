#!/usr/bin/env python3
"""Tampers with copies of a data file and demands that the audit finds each: a check that cannot fail is no check.

    audit_test.py path/to/ruta
"""

import copy
import sqlite3
import sys
import tempfile
import threading
import time
from pathlib import Path

from audit import audit, case_hash, entry_hash
from ledger import Client, load, merged
from program import Phone, Server

# Without the constraints of the schema, which would refuse most of what follows.
BARE = """
    ALTER TABLE journal_event RENAME TO kept_event;  CREATE TABLE journal_event AS SELECT * FROM kept_event;
    ALTER TABLE case_row RENAME TO kept_case; CREATE TABLE case_row AS SELECT * FROM kept_case;
    DROP TABLE kept_case; DROP TABLE kept_event;
"""
FIRST = "(SELECT min(position) FROM journal_event)"
LAST = "(SELECT max(position) FROM journal_event)"
STRANGER = "f" * 32


def append(database, **changes):
    """A copy of the first entry at the end of the journal, rightly chained, with some columns changed."""
    cursor = database.execute(f"SELECT * FROM journal_event WHERE position = {FIRST}")
    row = dict(zip([column[0] for column in cursor.description], cursor.fetchone()))
    at, previous = database.execute(f"SELECT position, hash FROM journal_event WHERE position = {LAST}").fetchone()
    row |= {"position": at + 1, "previous_hash": previous} | changes
    row["hash"] = entry_hash(tuple(row.values()))
    row["case_hash"] = case_hash(tuple(row.values()), "0" * 64)
    database.execute(f"INSERT INTO journal_event VALUES ({', '.join('?' * len(row))})", tuple(row.values()))


def add_stranger(database):
    append(database, case_id=STRANGER)
    database.execute("INSERT INTO case_row SELECT * FROM case_row LIMIT 1")
    database.execute("UPDATE case_row SET case_id = ?, reference = 'ZZZZ-ZZZZ' WHERE rowid ="
                     " (SELECT max(rowid) FROM case_row)", (STRANGER,))


def rechained(database):
    """An actor changed, and the chain of the whole journal made anew after it; the chain of the case is left."""
    database.execute(f"UPDATE journal_event SET actor = 'nobody' WHERE position = {FIRST} + 1")
    rows, previous = database.execute("SELECT * FROM journal_event ORDER BY position").fetchall(), "0" * 64
    for row in rows:
        row = (*row[:8], previous, *row[9:])
        previous = entry_hash(row)
        database.execute("UPDATE journal_event SET previous_hash = ?, hash = ? WHERE position = ?",
                         (row[8], previous, row[0]))


# What is done to the file, where it must be found, and a word of the finding.
TAMPERINGS = [
    ("an entry taken out", "damaged", "is missing", f"DELETE FROM journal_event WHERE position = {FIRST} + 1"),
    ("a last report cut off", "lost", "is gone",
     f"DELETE FROM case_row WHERE case_id = (SELECT case_id FROM journal_event WHERE position = {LAST});"
     f"DELETE FROM journal_event WHERE position = {LAST}"),
    ("an entry altered", "damaged", "chain breaks",
     f"UPDATE journal_event SET recorded_at_ms = recorded_at_ms - 1 WHERE position = {FIRST} + 1"),
    ("an entry altered with the chain of all made anew", "damaged", "chain of", rechained),
    ("a report twice in the list", "doubled", "stands twice",
     "INSERT INTO case_row SELECT * FROM case_row LIMIT 1"),
    ("a report twice in the journal", "doubled", "reported twice", append),
    ("two reports with one code", "doubled", "have one code",
     "UPDATE case_row SET reference = (SELECT min(reference) FROM case_row)"),
    ("a code changed", "lost", "now ZZZZ-ZZZZ", "UPDATE case_row SET reference = 'ZZZZ-ZZZZ'"
     " WHERE reference = (SELECT min(reference) FROM case_row)"),
    ("a list that lags behind", "damaged", "the list says", "UPDATE case_row SET version = version - 1"),
    ("a report that nobody sent", "damaged", "was never sent", add_stranger),
]


def tampered(data, folder, change):
    place = folder / "tampered.sqlite"
    place.unlink(missing_ok=True)
    source, database = sqlite3.connect(data), sqlite3.connect(place)
    source.backup(database)
    source.close()
    database.executescript(BARE)
    if callable(change):
        change(database)
    else:
        database.executescript(change)
    database.commit()
    database.close()
    return place


def forgotten_answer(cases):
    """The clients' lists with one more acknowledged answer than the server ever got."""
    cases = copy.deepcopy(cases)
    case = next(case for case in cases.values() if case.acknowledged is not None)
    case.note(case.answer({"danger": "yes", "injury": "yes"}), case.code)
    return cases


def reported(binary, data):
    """A file with some reports, each acknowledged, the last one new; and the clients' list of them."""
    client = Client(1, "audit")
    with Server(binary, data) as server:
        enough = threading.Event()
        threads = load([client], server.port, enough, Phone)
        while client.acknowledgements < 40:
            time.sleep(0.01)
        enough.set()
        threads[0].join()
        phone, case = Phone(server.port), client.new_case()
        attempt = case.answer({"danger": "no"})
        case.note(attempt, phone.report(case.fields(attempt, "calls"))[1])
        server.stop()
    return merged([client])


def main(binary):
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        data = folder / "ruta.sqlite"
        cases = reported(binary, data)
        clean = audit(data, cases)
        if clean.all:
            print(f"audit-test: an untouched file has findings: {clean.all[:3]}")
            return 1
        missed = []
        for name, kind, word, change in TAMPERINGS:
            found = getattr(audit(tampered(data, folder, change), cases), kind)
            if not any(word in finding for finding in found):
                missed.append(f"{name}: expected '{word}' among {kind}, found {found[:2]}")
        found = audit(data, forgotten_answer(cases)).lost
        if not any("answer is gone" in finding for finding in found):
            missed.append(f"a forgotten answer: found {found[:2]}")
        for line in missed:
            print(f"audit-test: not found: {line}")
        print(f"audit-test: {len(TAMPERINGS) + 1 - len(missed)} of {len(TAMPERINGS) + 1} tamperings found")
        return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
