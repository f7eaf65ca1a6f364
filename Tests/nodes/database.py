"""The PostgreSQL of the nodes, and what is read from it."""

import json
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "postgres"))
from postgres import Databases  # noqa: E402


class Postgres(Databases):
    @property
    def port(self):
        return self.server.port

    def run(self, database, sql):
        """Runs statements as the owner; returns what they print, unaligned, with `|` between columns."""
        return "".join("|".join(row) + "\n" for row in self.server.ask(sql, database))

    def rows(self, database, columns, rest):
        """Rows as tuples, each value as JSON has it."""
        return [tuple(json.loads(line)) for line in self.run(database, f"SELECT json_build_array({columns}) FROM {rest}").splitlines()]
