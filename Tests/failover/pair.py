"""Two PostgreSQL, of which one follows the other, and the way between them."""

import shutil
import socket
import sys
import threading
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "postgres"))
from postgres import OWNER, Postgres, until  # noqa: E402

NAME = "ruta"


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
