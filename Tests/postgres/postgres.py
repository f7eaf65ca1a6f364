"""A PostgreSQL of one's own, from the packages of Debian: started, asked, killed."""

import os
import pwd
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "kill"))
from program import free_port  # noqa: E402

OWNER = "ruta"
PATIENCE = 30


def programs():
    """The folder of the newest server that is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    if not found:
        raise SystemExit("PostgreSQL is not installed: bin/setup test installs it")
    return found[-1].parent


def account_of_server():
    """Whom a server of ours runs as: never root."""
    return pwd.getpwnam("postgres") if os.getuid() == 0 else pwd.getpwuid(os.getuid())


def until(is_so, what, patience=PATIENCE):
    """Waits for something that another process does."""
    end = time.monotonic() + patience
    while not is_so():
        if time.monotonic() > end:
            raise RuntimeError(f"not within {patience} s: {what}")
        time.sleep(0.02)


class Postgres:
    """One server with its folder, on a port of the loopback. It runs as an account that is not root."""

    def __init__(self, folder, name, settings=()):
        self.folder, self.name, self.settings = Path(folder) / name, name, list(settings)
        self.port, self.process = free_port(), None
        self.account = account_of_server()
        self.programs = programs()
        self.folder.mkdir(exist_ok=True)
        os.chown(self.folder, self.account.pw_uid, self.account.pw_gid)

    @property
    def data(self):
        return self.folder / "data"

    def run(self, program, *arguments):
        """Runs one of PostgreSQL's programs as the account of the server; returns what it said."""
        done = subprocess.run([self.programs / program, *map(str, arguments)], capture_output=True, text=True, cwd=self.folder,
                              **self._as_account())
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr.strip()[-600:]}")
        return done.stdout

    def make(self, *access):
        """An empty cluster; `access` are the lines that say who comes in, else everybody of this machine does."""
        self.run("initdb", "-D", self.data, "-A", "trust", "-U", OWNER, "-E", "UTF8", "--no-sync", "--no-instructions",
                 "--locale=C.UTF-8")
        if access:
            (self.data / "pg_hba.conf").write_text("\n".join((f"local all all trust", *access, "")))
        return self.start()

    def start(self):
        chosen = {"listen_addresses": "127.0.0.1", "port": self.port, "unix_socket_directories": self.folder,
                  "max_connections": 60, "shared_buffers": "32MB"} | dict(self.settings)
        arguments = [part for name, value in chosen.items() for part in ("-c", f"{name}={value}")]
        with open(self.folder / "log", "ab") as log:
            # A session of its own, so that all of its processes can be killed at once.
            self.process = subprocess.Popen(
                [self.programs / "postgres", "-D", self.data, *arguments], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                cwd=self.folder, start_new_session=True, **self._as_account())
        until(self._answers, f"{self.name} answers; {self.said()}")
        return self

    def ask(self, sql, database="postgres"):
        """The rows of one statement, each a list of texts."""
        said = self.run("psql", "-X", "-q", "-A", "-t", "-F", "\t", "-h", self.folder, "-p", self.port, "-U", OWNER, "-c", sql, database)
        return [line.split("\t") for line in said.splitlines()]

    def set(self, name, value):
        self.ask(f"ALTER SYSTEM SET {name} = '{value}'")
        self.ask("SELECT pg_reload_conf()")
        until(lambda: self.ask(f"SHOW {name}") == [[value]], f"{name} is {value}")

    def kill(self):
        """`kill -9` of every process of the server: none of them says goodbye."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self):
        """An end in order: everything is written down, and the next start has nothing to mend."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=10 * PATIENCE)

    def said(self):
        log = self.folder / "log"
        return log.read_text(errors="replace")[-600:] if log.exists() else ""

    def _answers(self):
        if self.process.poll() is not None:
            raise RuntimeError(f"{self.name} ended: {self.said()}")
        return subprocess.run([self.programs / "pg_isready", "-q", "-h", self.folder, "-p", str(self.port)]).returncode == 0

    def _as_account(self):
        if os.getuid() != 0:
            return {}
        return {"user": self.account.pw_uid, "group": self.account.pw_gid, "extra_groups": []}


class Databases:
    """One server for a run, in memory where there is such a disk, and as many empty databases as are asked for.

    `settings` are its own; `access` are the lines that say who comes in, else everybody of this machine does.
    """

    def __init__(self, settings=(), access=()):
        memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
        self._place = tempfile.TemporaryDirectory(prefix="ruta-postgres-", dir=memory, ignore_cleanup_errors=True)
        os.chmod(self._place.name, 0o755)
        self.server = Postgres(
            self._place.name, "postgres", ({"max_connections": "200"} | dict(settings)).items()).make(*access)
        self._made = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def new_database(self, template="template0"):
        """The name of an empty database, or of a copy of another one."""
        self._made += 1
        name = f"house_{self._made}"
        self.server.ask(f"CREATE DATABASE {name} OWNER {OWNER} TEMPLATE {template}")
        return name

    def address(self, database):
        return f"postgres://{OWNER}@127.0.0.1:{self.server.port}/{database}"

    def end(self):
        self.server.kill()
        self._place.cleanup()
