"""A practice house on a file or on a PostgreSQL of its own, and what a drill compares before and after."""

import os
import random
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
for beside in ("browser", "canary", "kill", "postgres"):
    sys.path.insert(0, str(HERE.parent / beside))

from journey import Forms, Journey, Member  # noqa: E402
from postgres import Databases  # noqa: E402
from town import Town  # noqa: E402

KEYS = (".signing-key", ".app-keys", ".old-receipt-keys", ".checkpoints")
NOTHING = "0:" + "0" * 64
KEPT = (".practice-accounts", ".log")


def run(*command, code=0, **more):
    """A command that must end with this code; what it said on both outputs."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=600, check=False, **more)
    if done.returncode != code:
        raise SystemExit(f"drill: expected {code} of {' '.join(map(str, command[1:4]))}, found {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout + done.stderr


class Engine(Databases):
    """The PostgreSQL of the drill."""

    def make(self):
        """The address of an empty database."""
        return self.address(self.new_database())

    def read(self, address, sql):
        return [tuple(row) for row in self.server.ask(sql, address.rpartition("/")[2])]


class House(Town):
    """A practice town; on a server where an address is given."""

    def __init__(self, ruta, catalog, folder, engine=None):
        self.engine, self.address_of_data = engine, None
        if engine:
            self.address_of_data = engine.make()
            os.environ["RUTA_DATABASE"] = self.address_of_data
        else:
            os.environ.pop("RUTA_DATABASE", None)
        super().__init__(ruta, catalog, folder)

    def rows(self, sql):
        """Rows as texts, whichever database it is."""
        if self.engine:
            return self.engine.read(self.address_of_data, sql)
        return [tuple("" if value is None else str(value) for value in row) for row in self.read(sql)]

    # The journey of the canaries asks so.
    def read(self, sql, *values):
        if self.engine:
            return self.engine.read(self.address_of_data, sql)
        return super().read(sql, *values)

    def wipe(self):
        """Everything of the house is gone but the words of the practice accounts, which are in nobody's database."""
        for path in self.left():
            path.unlink()
        if self.engine:
            self.address_of_data = self.engine.make()
            os.environ["RUTA_DATABASE"] = self.address_of_data

    def left(self):
        """What lies beside the path of the data, but for the practice accounts and the log of the drill."""
        data = Path(self.data)
        return sorted(path for path in data.parent.glob(f"{data.name}*") if not path.name.endswith(KEPT))

    def head(self):
        """The end of the journal; nothing where no table is there yet, since the file is made before them."""
        if self.engine:
            found = self.rows("SELECT count(*) FROM information_schema.tables WHERE table_name = 'journal_event'") == [("1",)]
        else:
            found = Path(self.data).exists() and self.has_tables()
        return run(self.ruta, "journal", "head", "--data", self.data).strip() if found else NOTHING

    def has_tables(self):
        """Asked by a reader who may write: what a kill left half done is taken back first."""
        connection = sqlite3.connect(self.data)
        try:
            return bool(connection.execute("SELECT name FROM sqlite_master WHERE name = 'journal_event'").fetchall())
        finally:
            connection.close()

    def state(self):
        """What must be equal: the root, every table's count, every event of every case, the keys beside the database."""
        status = run(self.ruta, "database", "status", "--data", self.data)
        export = run(self.ruta, "journal", "export", "--data", self.data)
        return {"root": run(self.ruta, "journal", "head", "--data", self.data).strip(),
                "counts": status.split("\n", 1)[1], "journal": export,
                "keys": {path.name: path.read_bytes() for path in (Path(f"{self.data}{end}") for end in KEYS[:2]) if path.exists()}}


def drawn(member, cases, count):
    """So many cases by chance, of those that a case manager may open."""
    cases = list(cases)
    random.shuffle(cases)
    found = []
    for case in cases:
        if len(found) < count and member.ask("GET", f"/casos/{case}")[0] == 200:
            found.append(case)
    if len(found) < count:
        raise SystemExit(f"drill: {len(found)} of {len(cases)} cases can be opened")
    return found


def open_cases(member, cases):
    """What a case manager sees of cases, without what changes with the clock or with each page."""
    return {case: facts(member.page(f"/casos/{case}")) for case in cases}


def facts(page):
    """The links to persons and referrals of a page, and the forms that it offers."""
    links = sorted(set(re.findall(r"/casos/[0-9a-f]{32}/[\w/]+", page)))
    forms = sorted(f"{form['action']} {sorted(form['choices'])}" for form in Forms(page).forms)
    return {"links": links, "forms": forms}


def reveal(member, path, words):
    """How many of these words a case manager is shown when asking for every field of a person."""
    seen = set()
    for form in Forms(member.page(path)).forms:
        if "campo" in form["fields"] and "motivo" in form["choices"]:
            page = member.send(form)[2]
            seen |= {word for word in words if word in page}
    return len(seen)


__all__ = ["NOTHING", "Engine", "Forms", "House", "Journey", "Member", "drawn", "open_cases", "reveal", "run"]
