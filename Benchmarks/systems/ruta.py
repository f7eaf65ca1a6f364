"""Ruta itself, asked as the systems beside it are: on a file and on a server, with a filled town of practice."""

import http.client
import subprocess
import time

import pages
import town
from server import MORE, Visitor
from storage import ROOT, InFile, OnServer, Program


class Street(Visitor):
    """A phone that nobody has signed in on."""

    headers = {}

    def ask(self, method, path, fields=None):
        try:
            return super().ask(method, path, fields)
        except (OSError, http.client.HTTPException):
            return super().ask(method, path, fields)  # the server closes a line that rested for half a minute


class Ruta:
    """One program on one register. A person may ask five times a second, so many people ask in turn."""

    is_ours, new_case = True, "/"
    # What a session may ask at once, times the eight sessions of the people who have a queue, but for the first of each.
    counts = {"report": 300, "read": 140, "case_page": 140, "queue": 140, "note": 60, "first_page": 300}

    def __init__(self, folder, binary, catalog):
        self.binary, self.catalog, self.storage, self.server = binary, catalog, self.kept(folder), None
        self.name = f"Ruta on {self.storage.name}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.server:
            self.stop()
        self.storage.__exit__()

    @property
    def version(self):
        return subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=ROOT,
                              check=True).stdout.strip()

    @property
    def pids(self):
        return (*((self.server.process.pid,) if self.server else ()), *self.storage.pids)

    @property
    def bytes(self):
        return self.storage.bytes

    def fill(self, cases):
        town.filled(self.binary, self.catalog, self.storage, cases)
        with Program(self.binary, self.storage, self.catalog, more=["--practice"], patience=600) as server:
            pages.settled(server)
            server.stop()
        self.storage.settled()

    def start(self):
        self.server = Program(self.binary, self.storage, self.catalog).wait_until_ready()
        return self.server.seconds_to_first_page * 1e3

    def stop(self):
        self.server.stop()
        self.server = None

    @property
    def port(self):
        return self.server.port

    def line(self):
        """A phone on the street; the people at desks are in `desks`."""
        return Street(self.server.port)

    def known(self, _):
        known, found = pages.cards(self.storage.data), pages.Town(self.storage.register)
        self.total = found.cases
        self.desks = pages.desks(self.server.port, known, ("operator", "case-manager"), pages.SESSIONS)
        self.cases = [found.of(desk, True) for desk in self.desks]
        self.taken = [found.of(desk, True, is_taken=True) for desk in self.desks]

    def rest(self):
        """Until every session may ask as often at once as before."""
        time.sleep(pages.BURST / pages.PACE)

    def before(self, row):
        """Lines that rested are opened anew. Notes are sent from forms that are fetched first and not counted."""
        for desk in self.desks:
            desk.wake()
        if row != "note":
            return
        self.forms = []
        for number in range(4 * self.counts["note"]):
            if len(self.forms) > self.counts["note"]:
                break
            desk, mine = self._turn(number, self.taken)
            time.sleep(1 / pages.PACE / len(self.desks))
            fields = pages.word(desk.page(f"/casos/{mine}"))
            if fields:
                self.forms.append((desk, mine, fields))
        if len(self.forms) <= self.counts["note"]:
            raise SystemExit(f"expected {self.counts['note']} cases with a clock, found {len(self.forms)}")
        self.rest()

    def report(self, line, _):
        """What a guard has seen is kept, and the page with the calls comes back."""
        line.send(**MORE)

    def read(self, _, number):
        desk, case = self._turn(number, self.cases)
        desk.page(f"/casos/{case}")

    case_page = read

    def queue(self, _, number):
        self.desks[number % len(self.desks)].page("/cola")

    def note(self, _, number):
        desk, case, fields = self.forms[number]
        status, _, _ = desk.ask("POST", f"/casos/{case}/actos", fields)
        if status != 303:
            raise SystemExit(f"an act was not done: HTTP {status}")

    def first_page(self, line, _):
        line.ask("GET", "/")

    def _turn(self, number, of):
        place = number % len(self.desks)
        return self.desks[place], of[place][number // len(self.desks) % len(of[place])]


class OnFile(Ruta):
    kept = InFile


class OnPostgres(Ruta):
    kept = OnServer
