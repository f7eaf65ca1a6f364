#!/usr/bin/env python3
"""Checks an export of the journal without any code of Ruta, as docs/journal-format.md describes it.

    verify.py EXPORT.jsonl [--head POSITION:HASH]...

Prints `whole COUNT POSITION:HASH` and exits 0, or `broken POSITION REASON` and exits 1; 2 where it cannot be read.
"""

import argparse
import hashlib
import json
import sys

ZEROS = "0" * 64
TEXTS = ("case", "name", "payload", "actor", "previousHash", "hash", "caseHash")
NUMBERS = ("position", "version", "eventVersion", "recordedAtMs")


class Broken(Exception):
    """What is wrong at the position that is being read."""


def netstrings(*fields):
    encoded = (str(field).encode() for field in fields)
    return b"".join(b"%d:%s," % (len(field), field) for field in encoded)


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def read(line):
    entry = json.loads(line)
    if set(entry) != {*TEXTS, *NUMBERS}:
        raise Broken("members")
    if not all(isinstance(entry[key], str) for key in TEXTS):
        raise Broken("members")
    if not all(type(entry[key]) is int for key in NUMBERS):
        raise Broken("members")
    return entry


class Journal:
    """The ends of the chain of all and of each case, as far as they were read."""

    def __init__(self, heads):
        self.count, self.hash, self.cases, self.heads = 0, ZEROS, {}, heads

    def take(self, entry):
        version, end = self.cases.get(entry["case"], (0, ZEROS))
        fields = netstrings(*(entry[key] for key in (
            "case", "version", "name", "eventVersion", "payload", "actor", "recordedAtMs")))
        position = self.count + 1
        if entry["position"] != position:
            raise Broken("gap")
        if entry["previousHash"] != self.hash:
            raise Broken("previous")
        if entry["hash"] != sha256(netstrings("ruta-journal-1", self.hash, position) + fields):
            raise Broken("hash")
        if entry["version"] != version + 1:
            raise Broken("version")
        if entry["caseHash"] != sha256(netstrings("ruta-case-1", end) + fields):
            raise Broken("case")
        event = json.loads(entry["payload"])
        if json.dumps(event, ensure_ascii=False, separators=(",", ":"), sort_keys=True) != entry["payload"]:
            raise Broken("payload")
        if self.heads.get(position, set()) - {entry["hash"]}:
            raise Broken("anchor")
        self.count, self.hash = position, entry["hash"]
        self.cases[entry["case"]] = (entry["version"], entry["caseHash"])


def head(text):
    position, _, digits = text.partition(":")
    return int(position), digits


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("export")
    parser.add_argument("--head", type=head, action="append", default=[])
    options = parser.parse_args()
    heads = {}
    for position, digits in options.head:
        heads.setdefault(position, set()).add(digits)
    journal = Journal(heads)
    try:
        with open(options.export, encoding="utf-8", newline="\n") as lines:
            for line in lines:
                journal.take(read(line))
        if journal.count < max(journal.heads, default=0):
            raise Broken("cut-off")
    except Broken as broken:
        print(f"broken {journal.count + 1} {broken}")
        return 1
    except (OSError, ValueError) as error:
        print(f"cannot be read: {error}", file=sys.stderr)
        return 2
    print(f"whole {journal.count} {journal.count}:{journal.hash}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
