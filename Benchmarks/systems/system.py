"""What every system that is measured beside Ruta has: a PostgreSQL, a start, cases, and the six things that people do.

Each is taken as its Debian package starts it, with nothing in front, and with its fastest way to sign in. Mail is made
and handed to `/bin/true`: it costs what it costs, and nothing leaves.
"""

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

from measure import processes
from storage import DEFAULTS, OWNER, Postgres, free_port

HERE = Path(__file__).parent
ORIGINALS = 400  # cases that the system makes itself; the rest are copies of their rows
PATIENCE = 120
NARRATIVE = "Narrative of the intake interview. " * 15
NOTE = "Follow-up: shelter confirmed the bed. " * 4
FACTS = {"Age band": "12-17", "Nationality": "VEN", "Sex": "female", "Exploitation": "sexual", "Danger now": "yes",
         "In flagrante": "no", "District": "D7", "Insured": "no", "Documented": "unknown", "Police implicated": "no",
         "Missing report": "yes", "Reported abroad": "unknown"}


class Line:
    """One connection that is kept, with the headers of one signed-in person."""

    def __init__(self, port, headers):
        self.port, self.headers, self._line = port, headers, None

    def ask(self, method, path, body=None, headers=None, expected=(200, 201, 204)):
        """The answer's headers and bytes; any other status than those expected ends the bench."""
        headers = {**self.headers, **(headers or {})}
        if isinstance(body, dict):
            body = json.dumps(body).encode()
            headers["Content-Type"] = "application/json"
        for is_last in (False, True):
            if self._line is None:
                self._line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
                self._line.connect()
                self._line.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            try:
                self._line.request(method, path, body, headers)
                answer = self._line.getresponse()
                found = answer.headers, answer.read()
                break
            except (http.client.RemoteDisconnected, ConnectionError):
                self._line.close()
                self._line = None
                if is_last:
                    raise
        if answer.status not in expected:
            raise SystemExit(f"{method} {path.split('?')[0]}: HTTP {answer.status}: {found[1][:300]!r}")
        if answer.will_close:
            self._line = None
        return found

    def json(self, method, path, body=None):
        return json.loads(self.ask(method, path, body)[1])

    def page(self, path, sign):
        """A page of a person who is signed in; `sign` stands in every such page."""
        _, page = self.ask("GET", path, headers={"Accept": "text/html"})
        if sign not in page.lower():
            raise SystemExit(f"GET {path.split('?')[0]}: not the page of somebody who is signed in")
        return page


class System:
    """A system of others in a folder of its own. Subclasses say how it is set up, started, filled and asked."""

    is_ours, name, package, account, needs = False, "", "", "", ()
    lines_at_once = 4
    # How often in a round: enough for the clock of the kernel, which counts in hundredths of a second.
    counts = {"report": 12, "read": 30, "case_page": 12, "queue": 12, "note": 12, "first_page": 20}

    def __init__(self, folder):
        self.folder, self.port = Path(folder), free_port()
        for need in self.needs:
            if not Path(need).exists():
                raise SystemExit(f"{self.name}: {need} is not there: bin/setup peers installs it")
        os.chmod(folder, 0o755)
        self.postgres = Postgres(folder, "postgres", DEFAULTS.items()).make()
        self.process = None

    def __enter__(self):
        self.set_up()
        return self

    def __exit__(self, *_):
        if self.process:
            self.stop()
        self.postgres.stop()

    @property
    def version(self):
        return subprocess.run(["dpkg-query", "-W", "-f", "${Version}", self.package], capture_output=True, text=True,
                              check=True).stdout.split("-")[0].split("+")[0]

    @property
    def pids(self):
        return (*((self.process.pid,) if self.process else ()), self.postgres.process.pid)

    def as_account(self, *command):
        """A command as the account that the package made for the program."""
        return ["runuser", "-u", self.account, "--", "env", *(f"{name}={value}" for name, value in self.environment.items()),
                *map(str, command)]

    def run(self, *command, folder=None):
        """Runs one of the system's own programs; returns what it said."""
        done = subprocess.run([*map(str, command)], capture_output=True, text=True, cwd=folder or self.folder,
                              env={**os.environ, **self.environment})
        if done.returncode:
            raise SystemExit(f"{self.name}: {Path(str(command[0])).name}: {(done.stderr or done.stdout)[-800:]}")
        return done.stdout

    def start(self):
        """Starts the program; milliseconds until its first page has been given whole."""
        self.before_start()
        began = time.perf_counter()
        with open(self.folder / "log", "ab") as log:
            self.process = subprocess.Popen(self.command(), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                            cwd=self.root, start_new_session=True)
        while True:
            try:
                Line(self.port, {}).ask("GET", self.first)
                return (time.perf_counter() - began) * 1e3
            except (OSError, http.client.HTTPException):
                if self.process.poll() is not None or time.perf_counter() - began > PATIENCE:
                    raise SystemExit(f"{self.name} does not start: {self.said()}") from None
                time.sleep(0.01)

    def stop(self):
        for pid in processes(self.process.pid):
            try:
                os.kill(pid, signal.SIGTERM)
            except ProcessLookupError:
                pass
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.process = None

    def said(self):
        return (self.folder / "log").read_text(errors="replace")[-800:]

    def copy_rows(self, script, cases):
        """Multiplies the cases that the system made itself by copies of their rows."""
        self.postgres.run("psql", "-X", "-q", "-h", self.postgres.folder, "-p", self.postgres.port, "-U", OWNER, "-v",
                          f"target={cases}", "-f", self.shared(script), self.database)
        self.postgres.ask("VACUUM ANALYZE", self.database)
        self.postgres.ask("CHECKPOINT")

    def shared(self, name):
        """A file of this folder, where every account may read it."""
        copy = self.folder / name
        shutil.copyfile(HERE / name, copy)
        os.chmod(copy, 0o644)
        return copy

    @property
    def bytes(self):
        return int(self.postgres.ask(f"SELECT pg_database_size('{self.database}')")[0][0])

    def before_start(self):
        """What must be so before each start."""

    def before(self, row):
        """What must be so before each round of a row."""

    def rest(self):
        """Nobody is held to a pace."""
