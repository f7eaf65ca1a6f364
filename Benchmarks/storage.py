"""Where a bench keeps its register: a file, or a PostgreSQL of its own. Both on the disk, both synced at every commit."""

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path += [str(ROOT / "Tests" / room) for room in ("browser", "postgres", "kill")]
from postgres import OWNER, Postgres  # noqa: E402
from program import ACKNOWLEDGED, FORM, Phone, Server, free_port  # noqa: E402,F401
from register import Database, File  # noqa: E402

# What Debian's package sets, but for the place of the socket: the same for us and for the systems beside us.
DEFAULTS = {"max_connections": 100, "shared_buffers": "128MB"}


class Program(Server):
    """A running `ruta serve`, with the processes that work for it."""

    def __init__(self, binary, storage, catalog, **more):
        super().__init__(binary, storage.data, catalog=catalog, environment=storage.environment, **more)
        self.pids = (self.process.pid, *storage.pids)


class InFile:
    """A register in one file of SQLite."""

    name, key, pids = "SQLite", "sqlite", ()

    def __init__(self, folder):
        self.data = Path(folder) / "ruta.sqlite"
        self.register = File(self.data)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    @property
    def environment(self):
        return self.register.environment

    @property
    def bytes(self):
        return os.path.getsize(self.data)

    def settled(self):
        """A file does nothing by itself."""


class OnServer:
    """A register in a database of a PostgreSQL that is started for it."""

    name, key = "PostgreSQL", "postgres"

    def __init__(self, folder):
        os.chmod(folder, 0o755)  # the server runs as an account of its own
        self.server = Postgres(folder, "postgres", DEFAULTS.items())
        if self.server.data.exists():
            self.server.start()
        else:
            self.server.make().ask(f"CREATE DATABASE ruta OWNER {OWNER}")
        self.data = Path(folder) / "ruta.sqlite"
        self.register = Database(self, "ruta")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.stop()

    def address(self, name):
        return f"postgres://{OWNER}@127.0.0.1:{self.server.port}/{name}"

    @property
    def environment(self):
        return self.register.environment

    @property
    def pids(self):
        return (self.server.process.pid,)

    @property
    def bytes(self):
        return int(self.server.ask("SELECT pg_database_size('ruta')")[0][0])

    def settled(self):
        """Does now what the server would do by itself beside the measuring."""
        self.server.ask("VACUUM ANALYZE", "ruta")
        self.server.ask("CHECKPOINT")


ENGINES = {engine.key: engine for engine in (InFile, OnServer)}


class Folder(tempfile.TemporaryDirectory):
    """A folder for big data, on the disk and never in memory, gone at the end."""

    def __init__(self):
        super().__init__(prefix="ruta-bench-", dir="/var/tmp", ignore_cleanup_errors=True)
