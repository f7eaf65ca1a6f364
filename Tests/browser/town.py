"""A practice town with its accounts: `ruta serve --practice`, the six digits, and visits of people who have entered.

The town is made once in a run; every `Town` is a copy of that one, so the costly locks of its accounts are made once.
An account enters when somebody first visits with it. A test that changes much takes a town of its own: `home.new_town()`.

    with home.town.visit(home, "operator") as page:        # entered already, by the cookie
        page.goto(home.town.address + "/cola")
    with home.visit() as page:                             # through the door, as a person does
        home.town.enter(page, "OP-02")

An account has at most two sessions: one is the cookie's, so a test may enter once more by hand with each account.
"""

import base64
import hashlib
import hmac
import http.client
import shutil
import signal
import struct
import time
import urllib.parse
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from server import Server

COOKIE = "ruta-sesion"
DATA = "town.sqlite"
STEP = 30
FRESH = 600
PATIENCE = 25_000  # milliseconds; a passphrase takes a while to check on a busy machine


class Pace:
    """How fast a session may ask, counted as the server does: five times a second, twenty more that were saved up, twenty borrowed.

    A test is faster than the person for whom the server counts (Sources/Access/Sessions/RequestPace.swift).
    """

    COST, MOST = 0.2, 4.0  # seconds

    def __init__(self):
        self.left, self.at = self.MOST, time.monotonic()

    def count(self, request):
        """Notes a request of a page; files that are the same for everybody are not counted."""
        if "/assets/" not in request.url:
            self.left = max(self.saved() - self.COST, -self.MOST)

    def rest(self):
        """Waits until half of what can be saved up is there."""
        time.sleep(max(0.0, self.MOST / 2 - self.saved()))

    def saved(self):
        now = time.monotonic()
        self.left, self.at = min(self.MOST, self.left + now - self.at), now
        return self.left


@dataclass
class Card:
    """One account of the town, in the clear."""

    account: str
    role: str
    unit: str
    passphrase: str
    secret: str
    session: str = ""
    """What the cookie of its session holds; made at the first visit."""
    seen: float = 0
    """When the session was last visited with: a quarter of an hour without use ends it."""
    used: int = 0
    """The last step whose six digits were used: each may be used once."""
    pace: Pace = field(default_factory=Pace)

    def digits(self, step):
        """The six digits of a step of thirty seconds (RFC 6238)."""
        key = base64.b32decode(self.secret + "=" * (-len(self.secret) % 8))
        hashed = hmac.new(key, struct.pack(">Q", step), hashlib.sha1).digest()
        at = hashed[-1] & 15
        return f"{(struct.unpack('>I', hashed[at:at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"

    def code(self):
        """Six digits that were not used before; waits only if three entries fall into half a minute."""
        while True:
            now = int(time.time()) // STEP
            step = max(self.used + 1, now - 1)
            if step <= now + 1:
                self.used = step
                return self.digits(step)
            time.sleep(0.5)


class Town(Server):
    """A running town; `address`, `read`, `kill` and `restart` are those of any server."""

    def __init__(self, ruta, catalog, folder, register=None):
        self.folder = Path(folder)
        super().__init__(ruta, catalog, self.folder / DATA, extra=("--practice",), patience=120, register=register)
        self.cards = read_cards(self.folder)

    def card(self, who):
        """An account by its code (`OP-01`), or the first of a role (`operator`)."""
        found = [card for card in self.cards if who in (card.account, card.role)]
        if not found:
            raise KeyError(f"expected an account or a role of the town, found {who}")
        return found[0]

    def of_unit(self, institution):
        """The officer of a unit, by a word of the unit's name: `UDAVIT`, `Comisaría`."""
        return next(card for card in self.cards if institution in card.unit)

    @contextmanager
    def visit(self, home, who, **more):
        """A page of somebody who has entered; `more` as for `House.visit`."""
        card = who if isinstance(who, Card) else self.card(who)
        card.pace.rest()
        with home.visit(**more) as page:
            page.context.add_cookies([self.cookie(card)])
            page.context.set_default_timeout(PATIENCE)
            page.context.on("request", card.pace.count)
            yield page

    def enter(self, page, who, passphrase=None, shared=False):
        """Goes through the door as a person does, with or without script; returns the account."""
        card = who if isinstance(who, Card) else self.card(who)
        page.context.set_default_timeout(PATIENCE)
        if "/entrar" not in page.url and not page.locator("input[autocomplete=username]").count():
            page.goto(self.address + "/entrar")
        fill_entry(page, card, passphrase, shared)
        return card

    def cookie(self, card):
        """The cookie of a living session of an account."""
        if time.time() - card.seen > FRESH:
            card.session = self.session(card)
        card.seen = time.time()
        return {"name": COOKIE, "value": card.session, "domain": "127.0.0.1", "path": "/", "httpOnly": True,
                "sameSite": "Strict"}

    def session(self, card):
        """Enters without a browser; returns what the cookie of the new session holds."""
        body = urllib.parse.urlencode({"cuenta": card.account, "clave": card.passphrase, "codigo": card.code()})
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("POST", "/entrar", body, {"Content-Type": "application/x-www-form-urlencoded"})
        answer = connection.getresponse()
        answer.read()
        held = next((part for part in (answer.getheader("Set-Cookie") or "").split(";") if part.startswith(COOKIE)), "=")
        connection.close()
        if answer.status not in (200, 303) or not held.partition("=")[2]:
            raise RuntimeError(f"expected {card.account} to enter, found {answer.status}")
        return held.partition("=")[2]

    def forget_proofs(self):
        """Every fresh second factor has run out, as after five minutes."""
        self.register.write("UPDATE session SET fresh_until_ms = NULL")

    def end(self):
        """Ends it in order, so that its folder can be copied."""
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(20)
        except Exception:
            self.process.kill()
            self.process.wait()
        self.log.close()


def fill_entry(page, card, passphrase=None, shared=False):
    """Fills in the page of entering that is open, and sends it."""
    page.fill("input[autocomplete=username]", card.account)
    page.fill("input[type=password]", passphrase or card.passphrase)
    page.fill("input[autocomplete=one-time-code]", card.code())
    if shared:
        page.check("input[name=compartido]")
    page.locator("main form button").last.click()
    page.wait_for_load_state()


def read_cards(folder):
    """The accounts beside the data file."""
    lines = (folder / (DATA + ".practice-accounts")).read_text().splitlines()
    return [Card(*line.split("\t")) for line in lines if line.count("\t") == 4]


def prepared(ruta, catalog, folder, registers):
    """Makes the town that all others are copies of: its accounts and its cases. Takes half a minute."""
    Town(ruta, catalog, folder, registers.of(folder / DATA)).end()
    return folder


def copied(ruta, catalog, original, folder, registers):
    """A town of its own, started on a copy of the prepared one."""
    shutil.copytree(original, folder, ignore=shutil.ignore_patterns("*.log", "*.lock"))
    return Town(ruta, catalog, folder, registers.copied(original / DATA, folder / DATA))
