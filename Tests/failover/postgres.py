"""A PostgreSQL of one's own, from the packages of Debian: started, asked, killed; and two of them, of which one follows."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "kill"))
from program import free_port  # noqa: E402

OWNER, NAME = "ruta", "ruta"
PATIENCE = 30


def programs():
    """The folder of the newest server that is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    if not found:
        raise SystemExit("PostgreSQL is not installed: bin/setup test installs it")
    return found[-1].parent


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
        self.account = pwd.getpwnam("postgres") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
        self.programs = programs()
        self.folder.mkdir()
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
        said = self.run("psql", "-X", "-A", "-t", "-F", "\t", "-h", self.folder, "-p", self.port, "-U", OWNER, "-c", sql, database)
        return [line.split("\t") for line in said.splitlines()]

    def set(self, name, value):
        self.ask(f"ALTER SYSTEM SET {name} = '{value}'")
        self.ask("SELECT pg_reload_conf()")
        until(lambda: self.ask(f"SHOW {name}") == [[value]], f"{name} is {value}")

    def kill(self):
        """`kill -9` of every process of the server: none of them says goodbye."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

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


class Wire:
    """The way from the standby to the primary, which may fall silent: what is on it then never arrives."""

    def __init__(self, port):
        self.to = port
        self._is_silent = threading.Event()
        self._ends = []
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def fall_silent(self):
        self._is_silent.set()

    def cut(self):
        self._door.close()
        for end in self._ends:
            end.close()

    def _serve(self):
        while True:
            try:
                near, _ = self._door.accept()
                far = socket.create_connection(("127.0.0.1", self.to))
            except OSError:
                return
            self._ends += [near, far]
            for source, target in ((near, far), (far, near)):
                threading.Thread(target=self._carry, args=(source, target), daemon=True).start()

    def _carry(self, source, target):
        try:
            while data := source.recv(65536):
                if self._is_silent.is_set():
                    return
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass


class Pair:
    """A primary and a standby that follows it; with `is_synchronous`, nothing is committed that is not on both disks."""

    def __init__(self, folder, is_synchronous=True):
        self.is_synchronous = is_synchronous
        settings = {"hot_standby": "on", "wal_receiver_status_interval": "1", "wal_retrieve_retry_interval": "100ms"}
        self.primary, self.standby = (Postgres(folder, name, settings.items()) for name in ("one", "two"))
        self.hosts = [self.primary, self.standby]
        self.primary.make()
        self.primary.ask(f"CREATE DATABASE {NAME} OWNER {OWNER}")
        self.follow()

    @property
    def address(self):
        """Both hosts in an order that never changes: whoever connects looks for the one that takes writes."""
        ports = ",".join(str(host.port) for host in self.hosts)
        return f"postgres://{OWNER}@/{NAME}?host=127.0.0.1,127.0.0.1&port={ports}"

    def follow(self):
        """Makes the standby anew from the primary, and waits until it follows."""
        standby = self.standby
        shutil.rmtree(standby.data, ignore_errors=True)
        self.wire = Wire(self.primary.port)
        standby.run("pg_basebackup", "-D", standby.data, "-R", "--checkpoint=fast", "--no-sync", "-X", "stream",
                    "-d", f"host=127.0.0.1 port={self.wire.port} user={OWNER} application_name={standby.name}")
        standby.start()
        until(lambda: self.state() == "streaming", f"{standby.name} follows")
        if self.is_synchronous:
            self.primary.set("synchronous_standby_names", standby.name)
            until(lambda: self.state("sync_state") == "sync", f"{standby.name} is waited for")

    def state(self, column="state"):
        rows = self.primary.ask(f"SELECT {column} FROM pg_stat_replication WHERE application_name = '{self.standby.name}'")
        return rows[0][0] if rows else None

    def fall_silent(self):
        """What is written from now on reaches one disk only."""
        self.wire.fall_silent()

    def fail_over(self):
        """Kills the primary and lets the standby take over, as Patroni does: alone, until there is a second one again."""
        self.primary.kill()
        self.wire.cut()
        self.primary, self.standby = self.standby, self.primary
        if self.is_synchronous:
            self.primary.ask("ALTER SYSTEM SET synchronous_standby_names = ''")
        self.primary.run("pg_ctl", "-D", self.primary.data, "promote", "-w", "-s")
        if self.is_synchronous:
            self.primary.ask("SELECT pg_reload_conf()")

    def end(self):
        for host in self.hosts:
            if host.process and host.process.poll() is None:
                host.kill()
