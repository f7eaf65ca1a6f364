"""Where a server under test keeps its register: a file beside it, or a database of a PostgreSQL of the tests."""

import json
import re
import sqlite3
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "postgres"))
import postgres  # noqa: E402


class File:
    """The data file itself, looked into with Python's own SQLite."""

    environment = {}

    def __init__(self, data):
        self.data = data

    def read(self, sql, *values):
        connection = sqlite3.connect(f"file:{self.data}?mode=ro", uri=True)
        try:
            return connection.execute(sql, values).fetchall()
        finally:
            connection.close()

    def write(self, sql, *values):
        connection = sqlite3.connect(self.data, timeout=20)
        connection.execute(sql, values)
        connection.commit()
        connection.close()


class Files:
    """Every server has a file of its own, which goes along when its folder is copied."""

    def of(self, data):
        return File(data)

    def copied(self, _, data):
        return File(data)

    def end(self):
        pass


class Database:
    """One database of the PostgreSQL of the tests, looked into with PostgreSQL's own `psql`."""

    def __init__(self, server, name):
        self.server, self.name = server.server, name
        self.environment = {"RUTA_DATABASE": server.address(name)}

    def read(self, sql, *values):
        rows = self.server.ask(f"SELECT coalesce(json_agg(row_to_json(found)), '[]') FROM ({filled(sql, values)}) AS found", self.name)
        return [tuple(row.values()) for row in json.loads("".join(rows[0]))]

    def write(self, sql, *values):
        self.server.ask(filled(sql, values), self.name)


class Databases:
    """A PostgreSQL for all servers of a run; a database for each data path."""

    def __init__(self):
        self.all, self.known = postgres.Databases(), {}

    def of(self, data):
        return self._made(data, "template0")

    def copied(self, original, data):
        return self._made(data, self.known[str(original)].name)

    def end(self):
        self.all.end()

    def _made(self, data, template):
        if str(data) not in self.known:
            self.known[str(data)] = Database(self.all, self.all.new_database(template))
        return self.known[str(data)]


def filled(sql, values):
    """The statement with its values in their places, each a quoted text or a number."""
    left = iter(values)
    return re.sub(r"\?|\$\d", lambda _: literal(next(left)), sql)


def literal(value):
    return str(value) if isinstance(value, int) else "'" + str(value).replace("'", "''") + "'"
