"""A `ruta serve` of one's own: started on a free port of the loopback, asked, stopped or killed by its own id."""

import http.client
import os
import re
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CATALOG = ROOT / "Catalog"
MIGRATIONS = ROOT / "Sources/Storage/Migrations"
CODE = r"[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}"
# The two places where a page says that a report is on the disk.
ACKNOWLEDGED = re.compile(rf'<p class="bigcode">({CODE})</p>|<p class="saved">[^\n]*?({CODE})</span></p>')
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class DidNotStart(Exception):
    """The server ended, or did not answer in time; carries what it said."""

    def __init__(self, exit_code, said):
        super().__init__(f"exit {exit_code}: {said.strip()[:800]}")
        self.exit_code, self.said = exit_code, said


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """One life of the program on one data file."""

    def __init__(self, binary, data, catalog=CATALOG, environment=None, patience=30, more=()):
        self.port = free_port()
        self._said = tempfile.TemporaryFile()
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            [str(binary), "serve", "--port", str(self.port), "--data", str(data), "--catalog", str(catalog),
             *more],
            stdin=subprocess.DEVNULL, stdout=self._said, stderr=self._said,
            env={**os.environ, **(environment or {})})
        self.patience = patience

    def __enter__(self):
        return self.wait_until_ready()

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.kill()

    def wait_until_ready(self):
        """Returns once the first page has been given whole."""
        while True:
            try:
                status, _ = Phone(self.port).get("/")
                if status == 200:
                    self.seconds_to_first_page = time.perf_counter() - self.started
                    return self
            except (OSError, http.client.HTTPException):
                pass
            if self.process.poll() is not None:
                raise DidNotStart(self.process.returncode, self.said)
            if time.perf_counter() - self.started > self.patience:
                self.kill()
                raise DidNotStart(None, self.said)
            time.sleep(0.002)

    @property
    def said(self):
        """What it has written to its two outputs so far."""
        self._said.seek(0)
        return self._said.read().decode(errors="replace")

    def kill(self):
        """`kill -9`: nothing of the program runs after this."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self, patience=30):
        """Asks for the end; returns the exit code and how many seconds it took."""
        asked = time.perf_counter()
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=patience)
        return code, time.perf_counter() - asked


class Phone:
    """One connection to the server, kept open and opened anew after an error."""

    def __init__(self, port, patience=60):
        self.port, self.patience, self._connection = port, patience, None

    def get(self, path, headers=None):
        status, body = self._ask("GET", path, None, headers or {})
        return status, body.decode()

    def report(self, fields, headers=None):
        """Sends a form; returns the status, the code if the page acknowledges one, and the page."""
        body = "&".join(f"{name}={value}" for name, value in fields.items())
        status, page = self._ask("POST", "/", body, {**FORM, **(headers or {})})
        page = page.decode()
        found = ACKNOWLEDGED.search(page) if status == 200 else None
        return status, (found[1] or found[2]) if found else None, page

    def health(self):
        """Whether it says that reports are acknowledged."""
        status, _ = self._ask("GET", "/salud", None, {})
        return status == 200

    def _ask(self, method, path, body, headers):
        if self._connection is None:
            self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.patience)
            self._connection.connect()
            self._connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            self._connection.request(method, path, body, headers)
            answer = self._connection.getresponse()
            return answer.status, answer.read()
        except (OSError, http.client.HTTPException):
            self._connection.close()
            self._connection = None
            raise
