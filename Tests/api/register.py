"""A running house with invented cases, keys of its units, and requests as a program makes them."""

import hashlib
import http.client
import json
import os
import re
import secrets
import sqlite3
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

SCOPES = "calendar htcds referrals"
DAY = 86_400_000


@dataclass
class Answer:
    status: int
    headers: dict
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def text(self):
        return self.body.decode()


def environment(catalog, **more):
    clean = {name: value for name, value in os.environ.items() if not name.startswith("RUTA_")}
    return {**clean, "RUTA_CATALOG": str(catalog), **more}


def run(ruta, catalog, *arguments):
    """One run of the program: exit code, standard output, standard error."""
    done = subprocess.run([ruta, *map(str, arguments)], capture_output=True, timeout=300, env=environment(catalog))
    return done.returncode, done.stdout, done.stderr.decode()


class Site:
    """A house on a file of its own: `cases` invented cases, and one key for each unit that received a referral."""

    def __init__(self, ruta, catalog, folder, cases=60):
        self.ruta, self.catalog, self.data = ruta, Path(catalog), Path(folder) / "ruta.sqlite"
        code, _, said = run(ruta, catalog, "practice", "fill", "--cases", cases, "--data", self.data)
        if code:
            raise RuntimeError(said)
        self.log = open(Path(folder) / "server.log", "w+b")
        self.process = subprocess.Popen([ruta, "serve", "--port", "0", "--practice", "--data", str(self.data)],
                                        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.log, env=environment(catalog))
        self.watch = threading.Timer(1_800, self.process.kill)
        self.watch.start()
        # A new practice town says first that it prepares its accounts.
        said = ""
        for line in iter(self.process.stdout.readline, b""):
            said += line.decode()
            if found := re.search(r"http://127\.0\.0\.1:(\d+)", said):
                break
        else:
            raise RuntimeError(f"expected an address, found {said!r}")
        self.port = int(found[1])
        self.units = self.read("SELECT DISTINCT unit FROM referral_row WHERE unit IS NOT NULL ORDER BY unit")
        self.units = [row[0] for row in self.units]
        self.keys = {unit: self.key(unit) for unit in self.units}

    def read(self, sql, *values):
        with sqlite3.connect(f"file:{self.data}?mode=ro", uri=True) as database:
            return database.execute(sql, values).fetchall()

    def institution(self, unit):
        return self.read("SELECT institution FROM referral_row WHERE unit = ? LIMIT 1", unit)[0][0]

    def key(self, unit, scopes=SCOPES, days=30, revoked=False):
        """Puts a key in as the page does: only the hash of its secret."""
        secret = "ruta_" + secrets.token_urlsafe(32)
        lookup = hashlib.sha256(f"ruta-api-token-1\n{secret}".encode()).hexdigest()
        now = int(time.time() * 1_000)
        made = now - 40 * DAY
        with sqlite3.connect(self.data, timeout=30) as database:
            database.execute(
                "INSERT INTO api_token (token_id, lookup, label, unit, institution, scopes, made_by, made_ms, expires_ms,"
                " revoked_by, revoked_ms) VALUES (?, ?, 'test', ?, ?, ?, 'AD-01', ?, ?, ?, ?)",
                (secrets.token_hex(8), lookup, unit, self.institution(unit), scopes, made, made + (40 + days) * DAY,
                 "AD-01" if revoked else None, now if revoked else None))
        return secret

    def ask(self, path, key=None, method="GET", body=None, headers=None, port=None):
        connection = http.client.HTTPConnection("127.0.0.1", port or self.port, timeout=60)
        sent = dict(headers or {})
        if key:
            sent["Authorization"] = "Bearer " + key
        if body is not None:
            sent.setdefault("Content-Type", "application/json")
        try:
            connection.request(method, path, body, sent)
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def said(self):
        self.log.flush()
        self.log.seek(0)
        return self.log.read().decode()

    def end(self):
        self.watch.cancel()
        self.process.kill()
        self.process.wait()
        self.log.close()
