"""A running `ruta serve`, its register looked into from outside, and catalogues for other hours."""

import json
import os
import re
import shutil
import subprocess
import time
import urllib.request
from datetime import datetime, timedelta, timezone
from pathlib import Path

from register import File

LIMA = timezone(timedelta(hours=-5))
OPENS, CLOSES = "08:00", "16:15"


class Server:
    """One `ruta serve` on a port of its own; `kill` ends it as a power cut would."""

    def __init__(self, ruta, catalog, data, port=0, extra=(), patience=20, register=None):
        self.ruta, self.catalog, self.data, self.extra, self.patience = ruta, catalog, data, extra, patience
        self.register = register or File(data)
        self.start(port)

    def start(self, port):
        command = [str(self.ruta), "serve", "--port", str(port), "--data", str(self.data), "--catalog", str(self.catalog),
                   *self.extra]
        self.log = open(f"{self.data}.log", "ab+")
        self.process = subprocess.Popen(
            command, stdout=self.log, stderr=subprocess.STDOUT, env={**os.environ, **self.register.environment})
        until = time.monotonic() + self.patience
        while time.monotonic() < until and self.process.poll() is None:
            found = re.findall(rb"http://[0-9.]+:(\d+)", Path(self.log.name).read_bytes())
            if found:
                self.port = int(found[-1])
                self.address = f"http://127.0.0.1:{self.port}"
                if self.answers():
                    return
            time.sleep(0.05)
        raise RuntimeError("ruta serve did not start: " + Path(self.log.name).read_text(errors="replace")[-600:])

    def answers(self):
        try:
            urllib.request.urlopen(f"{self.address}/salud", timeout=5).read()
            return True
        except OSError:
            return False

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.log.close()

    def restart(self):
        """The same data at the same address again."""
        self.start(self.port)

    def read(self, sql, *values):
        """Rows of the register, read beside the running server."""
        return self.register.read(sql, *values)

    def reports(self):
        """Every report as the journal has it now, oldest first: case, version, what was seen."""
        rows = self.read("SELECT case_id, version, payload FROM journal_event WHERE name LIKE 'sighting-%' ORDER BY position")
        return [(case, version, json.loads(payload)["report"]) for case, version, payload in rows]

    def break_storage(self):
        """Takes the table of cases away, so that nothing can be recorded any more."""
        self.register.write("ALTER TABLE case_row RENAME TO taken_away")


def holidays(catalog):
    return set(re.findall(r"date: (\d{4}-\d\d-\d\d)", (catalog / "territory/holidays.yaml").read_text()))


def is_office_time(catalog, moment=None):
    """Monday to Friday, 08:00 to 16:15 in Lima, and no holiday."""
    now = (moment or datetime.now(LIMA)).astimezone(LIMA)
    return now.weekday() < 5 and OPENS <= f"{now:%H:%M}" < CLOSES and now.date().isoformat() not in holidays(catalog)


def closed_catalog(catalog, place):
    """A copy of the catalogue in which offices are shut now: yesterday, today and tomorrow are holidays."""
    copy = place / "closed-catalog"
    shutil.copytree(catalog, copy)
    file, known = copy / "territory/holidays.yaml", holidays(copy)
    today = datetime.now(LIMA).date()
    days = [today + timedelta(days=number) for number in (-1, 0, 1)]
    with file.open("a") as lines:
        for day in (day for day in days if day.isoformat() not in known):
            lines.write(f"- {{ date: {day.isoformat()}, name: Feriado de prueba, source: holidays-law }}\n")
    return copy

