"""Measures the pages behind the entry as people meet them, on a filled town of practice.

The town is what `ruta practice fill` made; its accounts are made on the first start, and real sessions are opened with
passphrase and six digits. Requests leave on time whether or not the one before was answered, and a wait is counted from
the moment at which the request was due: a server that falls behind is seen to. One session may ask five times a second,
so fifty a second come from the eight sessions that the four people of the queues may have.
"""

import base64
import collections
import gzip
import hashlib
import hmac
import http.client
import json
import random
import re
import socket
import struct
import sys
import threading
import time
from pathlib import Path
from urllib.parse import urlencode

from measure import Others, cpu_seconds, load, median, memory, percentile, wait_for_quiet
from storage import FORM, Program

RATE, SECONDS = 50, 10
SESSIONS = 2  # of one account at once: SessionRule.most
PACE = 5  # requests a second of one session: RequestPace.cost
BURST = 20  # RequestPace.burst
STARTS, ACTS = 5, 200
STEP = 30
Card = collections.namedtuple("Card", "account role unit passphrase secret")


class Desk:
    """One session of one account, on a connection of its own; it never asks faster than a session may."""

    def __init__(self, port, card):
        self.port, self.card, self.cookie, self._line = port, card, None, None

    def enter(self, step):
        """Opens a session with the six digits of a step of thirty seconds."""
        status, headers, _ = self.ask("POST", "/entrar", {
            "cuenta": self.card.account, "clave": self.card.passphrase, "codigo": digits(self.card.secret, step)})
        if status != 303:
            raise SystemExit(f"a {self.card.role} of practice could not enter: HTTP {status}")
        self.cookie = headers["Set-Cookie"].split(";")[0]
        return self

    def ask(self, method, path, fields=None):
        """Status, headers and the bytes as they came; a connection that the server closed is opened again."""
        headers = {"Accept-Encoding": "gzip"} | (FORM if fields else {})
        if self.cookie:
            headers["Cookie"] = self.cookie
        body = fields and urlencode(fields)
        if self._line is None:
            self._line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            self._line.connect()
            self._line.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            self._line.request(method, path, body, headers)
            answer = self._line.getresponse()
            return answer.status, answer.headers, answer.read()
        except (OSError, http.client.HTTPException):
            self._line = None
            raise

    def page(self, path):
        """The text of a page; anything but 200 ends the bench."""
        status, headers, body = self.ask("GET", path)
        if status != 200:
            raise SystemExit(f"GET {path.split('?')[0]}: HTTP {status}")
        return (gzip.decompress(body) if headers["Content-Encoding"] == "gzip" else body).decode()

    def wake(self):
        """Opens a connection of now: one that rested for half a minute is closed by the server."""
        self._line = None
        self.ask("GET", "/salud")


def digits(secret, step):
    """TOTP (RFC 6238): SHA-1, six digits."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    mac = hmac.new(key, struct.pack(">Q", step), hashlib.sha1).digest()
    place = mac[19] & 15
    return f"{(struct.unpack('>I', mac[place:place + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def cards(data):
    """The accounts of the town; its file appears once the first server has made them."""
    lines = Path(f"{data}.practice-accounts").read_text().splitlines()
    return [Card(*line.split("\t")) for line in lines]


def desks(port, known, roles, each):
    """So many sessions of every account with one of these roles."""
    # A code is used once, and those beside the present one count too.
    now = int(time.time()) // STEP
    return [Desk(port, card).enter(now + ahead) for card in known if card.role in roles for ahead in range(each)]


class Town:
    """What the driver must know of the data: which cases whose desk may open, and how much there is."""

    def __init__(self, register):
        self._register = register
        self._place = dict(register.read("SELECT a.id, u.municipality FROM account a JOIN unit u ON u.id = a.unit"))
        self.cases = self._one("SELECT count(*) FROM case_row")
        self.open = self._one("SELECT count(*) FROM case_row WHERE is_open = 1")
        self.duties = self._one("SELECT count(*) FROM obligation_row")
        self.events = self._one("SELECT max(position) FROM journal_event")

    def of(self, desk, is_open, most=400, is_taken=False):
        """Cases of the municipality of a desk, drawn by a fixed seed."""
        which = "next_kind IS NOT NULL" if is_taken else "owner IS NOT NULL"
        # Ids are drawn at random, so the first of them are a draw from all.
        found = [row[0] for row in self._register.read(
            f"SELECT case_id FROM case_row WHERE stands_in = ? AND is_open = ? AND {which} ORDER BY case_id LIMIT 4000",
            self._place[desk.card.account], int(is_open))]
        random.Random(len(found)).shuffle(found)
        return found[:most]

    def _one(self, sql):
        return self._register.read(sql)[0][0]


def open_loop(server, desks, paths, rate=RATE, seconds=SECONDS):
    """Asks so often a second, on time, spread over the desks; waits, and the server's processor time of each."""
    count = min(rate * seconds, len(desks) * (PACE * seconds + BURST // 2))
    waits, wrong, sizes = [], [], []
    for desk in desks:
        desk.wake()
    used, start = cpu_seconds(*server.pids), time.perf_counter() + 0.05

    def sit(number):
        for index in range(number, count, len(desks)):
            due = start + index / rate
            time.sleep(max(0, due - time.perf_counter()))
            status, _, body = desks[number].ask("GET", paths[number](index))
            waits.append((time.perf_counter() - due) * 1e3)
            sizes.append(len(body))
            if status != 200:
                wrong.append(status)

    side_by_side(sit, len(desks))
    if wrong:
        raise SystemExit(f"{len(wrong)} of {count} pages were not given, the first with HTTP {wrong[0]}")
    return row(waits, cpu_seconds(*server.pids) - used) | {"bytes": median(sizes)}


def side_by_side(work, count):
    threads = [threading.Thread(target=work, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def row(waits, used):
    return {"cpu": used / len(waits) * 1e3, "p50": median(waits), "p99": percentile(waits, 0.99), "most": max(waits),
            "count": len(waits)}


def acts(server, desks, cases):
    """The desks note in turn the word of an institution, each in a form taken from the page of the case."""
    waits, used = [], 0.0
    for desk in desks:
        desk.wake()
    for number in range(ACTS):
        desk, mine = desks[number % len(desks)], cases[number % len(desks)]
        case = mine[number // len(desks) % len(mine)]
        fields = word(desk.page(f"/casos/{case}"))
        if fields is None:
            continue
        before, start = cpu_seconds(*server.pids), time.perf_counter()
        status, _, _ = desk.ask("POST", f"/casos/{case}/actos", fields)
        waits.append((time.perf_counter() - start) * 1e3)
        used += cpu_seconds(*server.pids) - before
        if status != 303:
            raise SystemExit(f"an act was not done: HTTP {status}")
        time.sleep(2 / PACE / len(desks))
    if len(waits) < ACTS / 2:
        raise SystemExit("too few cases have a clock to speak about")
    return row(waits, used)


def word(page):
    """What the form sends that notes the word of an institution about the first clock; None where there is none."""
    form = re.search(r'<form[^>]*>(?:(?!</form>).)*name="acto" value="palabra".*?</form>', page, re.S)
    found = form and [re.search(pattern, form[0], re.S) for pattern in (
        r'name="sello" value="([^"]+)"', r'name="visto" value="(\d+)"',
        r'<select[^>]*name="reloj".*?<option value="([^"]+)"')]
    if not found or None in found:
        return None
    token, seen, clock = (one[1] for one in found)
    return {"sello": token, "acto": "palabra", "visto": seen, "reloj": clock, "volver": "caso"}


def ready(binary, storage, catalog):
    """Milliseconds from the start of the program until it says that it acknowledges."""
    waits = []
    for _ in range(STARTS):
        with Program(binary, storage, catalog) as server:
            if not Desk(server.port, None).ask("GET", "/salud")[0] == 200:
                raise SystemExit("a server that gives pages says that it cannot record")
            waits.append((time.perf_counter() - server.started) * 1e3)
            server.stop()
    return {"p50": median(waits), "most": max(waits), "count": STARTS}


def settled(server, patience=240):
    """Waits until the ladder has climbed what fell due before: seconds until the server is at rest."""
    start = time.perf_counter()
    while time.perf_counter() - start < patience:
        used = cpu_seconds(server.process.pid)
        time.sleep(4)
        if cpu_seconds(server.process.pid) - used < 0.1:
            break
    return time.perf_counter() - start


def quietest(measure, server, rounds):
    """Measures so often; the round in which others used the machine least counts, and the worst is said too."""
    found = []
    for _ in range(rounds):
        wait_for_quiet(5)
        time.sleep(BURST / PACE)
        with Others(*server.pids) as others:
            one = measure()
        found.append(one | {"others": others.share, "load": load()})
    best = min(found, key=lambda one: one["others"])
    print(json.dumps(best), file=sys.stderr)
    return best | {"worst": max(one["p99"] for one in found), "rounds": rounds}


def run(binary, storage, catalog, rounds=3):
    """Everything with pages; the town is filled already."""
    with Program(binary, storage, catalog, more=["--practice"], patience=600) as server:
        found = {"settled": settled(server)}
        server.stop()
    storage.settled()
    found["start"] = ready(binary, storage, catalog)
    town, known = Town(storage.register), cards(storage.data)
    found |= {"cases": town.cases, "open": town.open, "duties": town.duties, "events": town.events}
    with Program(binary, storage, catalog) as server:
        at_queue = desks(server.port, known, ("operator", "case-manager"), SESSIONS)
        at_board = desks(server.port, known, ("coordinator",), SESSIONS)
        at_inbox = desks(server.port, [card for card in known if card.unit.startswith("UPE")], ("officer",), SESSIONS)
        found["resident-idle"] = memory(server.process.pid)["Rss"]
        queues = [lambda _: "/cola"] * len(at_queue)
        old = [walk(town.of(desk, False), "/casos/{}") for desk in at_queue]
        new = [walk(town.of(desk, True), "/casos/{}") for desk in at_queue]
        chosen = [walk(town.of(desk, True), "/cola?caso={}") for desk in at_queue]
        slow = {"rate": PACE * SESSIONS}
        for name, people, paths, more in (
                ("queue", at_queue, queues, {}), ("queue-case", at_queue, chosen, {}), ("case", at_queue, new, {}),
                ("case-closed", at_queue, old, {}), ("inbox", at_inbox, [lambda _: "/bandeja"] * SESSIONS, slow),
                ("board", at_board, [lambda _: "/tablero"] * SESSIONS, slow),
                ("board-all", at_board, [lambda _: "/tablero?ver=todo"] * SESSIONS, slow)):
            found[name] = quietest(lambda: open_loop(server, people, paths, **more), server, rounds)
        taken = [town.of(desk, True, is_taken=True) for desk in at_queue]
        found["act"] = quietest(lambda: acts(server, at_queue, taken), server, rounds)
        found["resident"] = memory(server.process.pid)["Rss"]
        server.stop()
    return found


def walk(cases, form):
    """Gives the addresses of cases one after the other, over and over."""
    return lambda index: form.format(cases[index % len(cases)])
