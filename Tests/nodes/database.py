"""A PostgreSQL of one's own on a port of the loopback, from the packages of Debian, and what is read from it."""

import json
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

from program import free_port

PROGRAMS = Path("/usr/lib/postgresql")
SETTINGS = {"listen_addresses": "127.0.0.1", "max_connections": "200"}


class Postgres:
    """One server with empty databases; everything it wrote is taken away with it."""

    def __init__(self):
        versions = sorted(PROGRAMS.glob("*/bin"), key=lambda path: int(path.parent.name)) if PROGRAMS.exists() else []
        if not versions:
            raise SystemExit("PostgreSQL is not installed: bin/setup test installs it")
        self.bin, self.port = versions[-1], free_port()
        self.folder = Path(tempfile.mkdtemp(prefix="ruta-nodes-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None))
        self._made, self._said = 0, tempfile.TemporaryFile()

    def __enter__(self):
        if os.getuid() == 0:
            account = pwd.getpwnam("postgres")
            os.chown(self.folder, account.pw_uid, account.pw_gid)
        self._as_owner("initdb", "-D", self.folder / "data", "-A", "trust", "-U", "ruta", "-E", "UTF8",
                       "--no-sync", "--no-instructions", "--locale=C.UTF-8")
        settings = " ".join(f"-c {name}={value}" for name, value in
                            (SETTINGS | {"port": self.port, "unix_socket_directories": self.folder}).items())
        self._as_owner("pg_ctl", "-D", self.folder / "data", "-w", "-s", "-l", self.folder / "log", "-o", settings, "start")
        return self

    def __exit__(self, *_):
        self._as_owner("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "-s", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def new_database(self):
        """The name of an empty database."""
        self._made += 1
        name = f"house_{self._made}"
        self.run("postgres", f"CREATE DATABASE {name}")
        return name

    def run(self, database, sql):
        """Runs statements as the owner; returns what they print, unaligned."""
        done = subprocess.run(
            [self.bin / "psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-p", str(self.port), "-U", "ruta",
             "-d", database, "-c", sql], capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"psql: {done.stderr.strip()}")
        return done.stdout

    def rows(self, database, columns, rest):
        """Rows as tuples, each value as JSON has it."""
        said = self.run(database, f"SELECT json_build_array({columns}) FROM {rest}")
        return [tuple(json.loads(line)) for line in said.splitlines()]

    def _as_owner(self, program, *arguments):
        """Root may not run a server. Its output goes to a file: the server keeps it open."""
        before = ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups"] if os.getuid() == 0 else []
        done = subprocess.run([*before, self.bin / program, *map(str, arguments)], cwd=self.folder,
                              stdin=subprocess.DEVNULL, stdout=self._said, stderr=self._said)
        if done.returncode:
            self._said.seek(0)
            raise RuntimeError(f"{program}: {self._said.read().decode(errors='replace')[-800:]}")
