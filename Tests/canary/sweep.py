#!/usr/bin/env python3
"""Looks for canaries, invented names and numbers that were sealed, in everything a thief could carry away.

    sweep.py --canary TEXT ... | --canaries FILE  [--pid N] [--gcore] PATH ...
    sweep.py --self-test

Each PATH is a file or a folder: the database with its -wal and -shm, logs, backups, temporary files. A file of SQLite is
also read row by row, and a gzip file unpacked. --pid also reads the memory of a process, through /proc or with --gcore.
Every canary is looked for as UTF-8 (composed, decomposed, without accents, lower and upper case), Latin-1, UTF-16 and UTF-32
of both orders, base64 of the three alignments, hexadecimal, escaped as in JSON and as in an address.

A finding names the place, the form and the number of the canary, never the canary. Exit 0: nothing found, 1: something
found, 2: called wrongly, or there was nothing to look at.
"""

import argparse
import base64
import gzip
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unicodedata
import urllib.parse
import zlib
from pathlib import Path

SHORTEST = 6
CHUNK = 8 << 20
# Pages of the kernel's own in the maps of every process; nothing of the program lies there.
KERNEL = ("[vvar", "[vsyscall")


def spellings(text):
    """The same text as people and programs write it."""
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", text)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return {form for each in (composed, decomposed, bare) for form in (each, each.lower(), each.upper())}


def base64_forms(data):
    """What any base64 of a longer text must contain, wherever this text begins in it."""
    for before in range(3):
        text = base64.b64encode(b"\0" * before + data).rstrip(b"=")
        first = (before * 8 + 5) // 6
        last = (before + len(data)) * 8 // 6
        core = text[first:last]
        yield f"base64+{before}", core
        yield f"base64url+{before}", core.replace(b"+", b"-").replace(b"/", b"_")


def forms(text):
    """(name, bytes) of every form in which a canary may stand somewhere."""
    for spelling in spellings(text):
        data = spelling.encode()
        yield "utf-8", data
        for coding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
            yield coding, spelling.encode(coding)
        if (narrow := spelling.encode("latin-1", "ignore")) != data and len(narrow) == len(spelling):
            yield "latin-1", narrow  # as a browser keeps a text on the disk
        yield "hexadecimal", data.hex().encode()
        yield "HEXADECIMAL", data.hex().upper().encode()
        yield "json", json.dumps(spelling)[1:-1].encode()
        yield "address", urllib.parse.quote(spelling, safe="").encode()
        yield "form", urllib.parse.quote_plus(spelling, safe="").encode()
        yield from base64_forms(data)


class Sweep:
    def __init__(self, canaries):
        self.names = {}
        for number, canary in enumerate(canaries, start=1):
            for name, data in forms(canary):
                self.names.setdefault(data, (number, name))
        self.overlap = max(map(len, self.names))
        self.found = {}
        self.places = self.bytes = 0
        self.unread = []

    def look(self, place, tail, chunk, start):
        """Finds what ends in this chunk; what ended before was found with the one before."""
        hay = tail + chunk
        for data, (number, name) in self.names.items():
            at = hay.find(data, max(0, len(tail) - len(data) + 1))
            while at >= 0:
                key = (place, number, name)
                first, count = self.found.get(key, (start + at, 0))
                self.found[key] = (first, count + 1)
                at = hay.find(data, at + len(data))

    def stream(self, place, chunks):
        """Looks through chunks one after the other, and across their borders."""
        tail, at = b"", 0
        self.places += 1
        for chunk in chunks:
            self.bytes += len(chunk)
            self.look(place, tail, chunk, at - len(tail))
            at += len(chunk)
            tail = (tail + chunk)[-(self.overlap - 1):]

    def file(self, path):
        with open(path, "rb") as file:
            head = file.read(16)
            file.seek(0)
            self.stream(str(path), iter(lambda: file.read(CHUNK), b""))
        if head[:2] == b"\x1f\x8b":
            self.packed(path)
        if head.startswith(b"SQLite format 3"):
            self.rows(path)

    def packed(self, path):
        try:
            with gzip.open(path) as file:
                self.stream(f"{path} (unpacked)", iter(lambda: file.read(CHUNK), b""))
        except (OSError, EOFError, zlib.error) as error:
            raise SystemExit(f"canary: {path}: cannot be unpacked: {type(error).__name__}")

    def rows(self, path):
        """Every value of every table, since a long text is cut into pages on the disk."""
        try:
            connection = sqlite3.connect(f"file:{urllib.parse.quote(str(path))}?mode=ro", uri=True)
            connection.text_factory = bytes
            tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            for (table,) in tables:
                name = table.decode().replace('"', '""')
                values = (value if isinstance(value, bytes) else str(value).encode()
                          for row in connection.execute(f'SELECT * FROM "{name}"') for value in row if value is not None)
                self.stream(f"{path} (table {table.decode()})", (value + b"\0" for value in values))
            connection.close()
        except sqlite3.Error as error:
            raise SystemExit(f"canary: {path}: cannot be read as a database: {type(error).__name__}")

    def tree(self, path):
        if not path.exists():
            raise SystemExit(f"canary: {path}: there is no such place")
        if path.is_file():
            self.file(path)
            return
        for folder, _, names in os.walk(path):
            for name in sorted(names):
                inner = Path(folder) / name
                if inner.is_file() and not inner.is_symlink():
                    self.file(inner)

    def memory(self, pid, with_gcore):
        if with_gcore:
            with tempfile.TemporaryDirectory() as folder:
                done = subprocess.run(["gcore", "-o", f"{folder}/core", str(pid)], capture_output=True)
                cores = list(Path(folder).iterdir())
                if done.returncode or not cores:
                    raise SystemExit(f"canary: gcore could not read process {pid}")
                for core in cores:
                    with open(core, "rb") as file:
                        self.stream(f"core of process {pid}", iter(lambda: file.read(CHUNK), b""))
            return
        before = self.bytes
        try:
            with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb", 0) as memory:
                for line in maps:
                    self.stream(f"memory of process {pid}", self.region(memory, line))
            self.still_unread(pid)
        except OSError as error:
            raise SystemExit(f"canary: the memory of process {pid} cannot be read: {type(error).__name__}")
        if self.bytes == before:
            raise SystemExit(f"canary: of the memory of process {pid} no byte was read")

    def region(self, memory, line):
        """The bytes of one line of /proc/N/maps; what cannot be read is remembered."""
        span, rights = line.split()[:2]
        start, end = (int(part, 16) for part in span.split("-"))
        if not rights.startswith("r") or any(name in line for name in KERNEL):
            return
        while start < end:
            try:
                memory.seek(start)
                chunk = memory.read(min(CHUNK, end - start))
            except (OSError, ValueError):
                chunk = b""
            if not chunk:
                self.unread.append((start, end))
                return
            yield chunk
            start += len(chunk)

    def still_unread(self, pid):
        """What a working process gave back in the meantime is no gap; what it still has and was not read is one."""
        with open(f"/proc/{pid}/maps") as maps:
            lines = [line.split()[:2] for line in maps if not any(name in line for name in KERNEL)]
        spans = [tuple(int(part, 16) for part in span.split("-")) for span, rights in lines if rights.startswith("r")]
        for start, end in self.unread:
            if any(first <= start < last for first, last in spans):
                raise SystemExit(f"canary: {end - start} bytes of process {pid} could not be read")
        self.unread = []


def sweep(canaries, paths, pid=None, with_gcore=False):
    looked = Sweep(canaries)
    for path in paths:
        looked.tree(Path(path))
    if pid:
        looked.memory(pid, with_gcore)
    return looked


def self_test():
    """Plants a name in every form and in every kind of place; each must be caught, and a clean place must be clean."""
    name, number = "Ñusta de Práctica Quispe", "70000001"
    planted = 0
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        clean = folder / "clean"
        clean.mkdir()
        (clean / "log").write_text("Persona de otra historia, 70000002\n" * 1000)
        if sweep([name, number], [clean]).found:
            raise SystemExit("self-test: something was found where nothing is")
        for canary in (name, number):
            for form, data in sorted(set(forms(canary))):
                file = folder / "planted"
                file.write_bytes(b"x" * 1001 + data + b"y" * 7)
                if not sweep([name, number], [file]).found:
                    raise SystemExit(f"self-test: not found: {form}")
                planted += 1
        for before in range(3):
            file.write_bytes(base64.b64encode(b"z" * before + name.encode() + b" sigue"))
            if not sweep([name], [file]).found:
                raise SystemExit(f"self-test: not found: base64 after {before} bytes")
            planted += 1
        file.write_bytes(b"x" * (CHUNK - 5) + name.encode())
        planted += expect(sweep([name], [file]), "across a border of two chunks")
        file.write_bytes(gzip.compress(("x" * 99 + name).encode()))
        planted += expect(sweep([name], [file]), "in a gzip file")
        file.unlink()
        planted += database(folder, name)
        planted += process(name)
    print(f"check-canary: {planted} planted canaries, all found")


def expect(looked, where):
    if not looked.found:
        raise SystemExit(f"self-test: not found: {where}")
    return 1


def database(folder, name):
    path = folder / "ruta.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE note (text TEXT)")
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    # Long enough to be cut by the border of a page, so that only the reading by rows finds each of them.
    connection.executemany("INSERT INTO note VALUES (?)", [("a" * (4000 + step) + name,) for step in range(90)])
    connection.commit()
    looked = sweep([name], [folder])
    found = {key[0] for key in looked.found}
    connection.close()
    if not any(place.endswith("-wal") for place in found):
        raise SystemExit("self-test: not found: in the write-ahead log")
    rows = [count for key, (_, count) in looked.found.items() if key[0].endswith("(table note)")]
    if sum(rows) != 90:
        raise SystemExit(f"self-test: of 90 rows {sum(rows)} were found")
    return 2


def process(name):
    code = "import sys; held = sys.stdin.readline(); print('ready', flush=True); sys.stdin.read()"
    child = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        child.stdin.write((name + "\n").encode())
        child.stdin.flush()
        child.stdout.readline()
        planted = expect(sweep([name], [], pid=child.pid), "in the memory of a process")
        if shutil.which("gcore"):
            planted += expect(sweep([name], [], pid=child.pid, with_gcore=True), "in a core of a process")
        return planted
    finally:
        child.stdin.close()
        child.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--canary", action="append", default=[], help="a text to look for")
    parser.add_argument("--canaries", type=Path, help="a file with one text a line")
    parser.add_argument("--pid", type=int, help="also the memory of this process")
    parser.add_argument("--gcore", action="store_true", help="read the memory through gcore")
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("paths", nargs="*", type=Path)
    asked = parser.parse_args()
    if asked.self_test:
        self_test()
        return 0
    canaries = asked.canary + (asked.canaries.read_text(encoding="utf-8").split("\n") if asked.canaries else [])
    canaries = [canary.strip() for canary in canaries if canary.strip()]
    if not canaries or not (asked.paths or asked.pid):
        parser.error("expected a canary and a place to look at")
    if any(len(canary.encode()) < SHORTEST for canary in canaries):
        parser.error(f"a canary has at least {SHORTEST} bytes, or chance would find it")
    looked = sweep(canaries, asked.paths, asked.pid, asked.gcore)
    for (place, number, form), (offset, count) in sorted(looked.found.items()):
        print(f"{place}: canary {number} as {form}, {count} times, first at byte {offset}")
    print(f"check-canary: {len(canaries)} canaries, {looked.places} places, {looked.bytes} bytes, "
          f"{len(looked.found)} findings")
    if not looked.places or not looked.bytes:
        print("check-canary: there was nothing to look at", file=sys.stderr)
        return 2
    return 1 if looked.found else 0


if __name__ == "__main__":
    sys.exit(main())
