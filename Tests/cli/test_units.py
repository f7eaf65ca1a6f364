"""A house from its first unit to its last: every institution founded, every first member entered, every unit recovered."""

import base64
import hashlib
import hmac
import http.client
import re
import sqlite3
import struct
import time
import urllib.parse
from concurrent.futures import ThreadPoolExecutor

from program import CommandCase, folder, ruta
from test_serve import Served

PASSPHRASE = "cuerda tejado lunes marfil 7"
STEP = 30
# Unit, institution, role, and a page that only such a role opens.
UNITS = [
    ("serenazgo-central", "serenazgo", "administrator", "/cuentas"),
    ("central-150135", "serenazgo", "operator", "/cola"),
    ("demuna-150135", "demuna", "case-manager", "/buscar"),
    ("upe-lima", "upe", "officer", "/bandeja"),
    ("fiscalia-lima", "fistrap", "officer", "/bandeja"),
    ("secretaria", "commission-secretariat", "coordinator", "/tablero"),
    ("control", "commission-secretariat", "auditor", "/bitacora"),
    ("datos", "municipality", "privacy-officer", "/emergencias"),
    ("cifras", "metropolitan-commission", "analyst", "/mi-cuenta"),
]


def digits(secret, step):
    """The six digits of a step of thirty seconds (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    hashed = hmac.new(key, struct.pack(">Q", step), hashlib.sha1).digest()
    at = hashed[-1] & 15
    return f"{(struct.unpack('>I', hashed[at:at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def founded(data, unit, institution, role, command=("unit", "found")):
    central = ["--municipality", "150135"] if institution in ("serenazgo", "demuna") else []
    return ruta(*command, "--data", data, "--unit", unit, "--institution", institution, "--name", "Unidad de práctica",
                "--role", role, *central)


class Shown:
    """What a command showed once."""

    def __init__(self, answer):
        self.account = re.search(r"\b([A-Z]{2}-\d+)\b", answer.text)[1]
        self.link = re.search(r" ([\w-]{43})\n", answer.text)[1]
        self.spoken = re.search(r" (\d{6})\n", answer.text)[1]
        recovery = re.search(r" ((?:[0-9A-Z]{4}-){8}[0-9A-Z]{4})\n", answer.text)
        self.recovery = recovery and recovery[1]


class Door:
    """Asks the pages of a server as a browser without script does."""

    def __init__(self, port):
        self.port = port

    def ask(self, method, path, body=None, cookie=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        if cookie:
            headers["Cookie"] = cookie
        connection.request(method, path, urllib.parse.urlencode(body) if body else None, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, answer.headers, text

    def accept(self, shown):
        """Accepts an invitation; returns the status and the secret of the six digits."""
        halves = {"papel": shown.link, "voz": shown.spoken}
        status, _, page = self.ask("POST", "/invitacion", halves)
        if status != 200:
            return status, None
        secret = re.search(r"\b([A-Z2-7]{32})\b", re.sub(r"(?<=[A-Z2-7]{4}) (?=[A-Z2-7]{4})", "", page))[1]
        code = digits(secret, int(time.time()) // STEP)
        return self.ask("POST", "/invitacion", {**halves, "clave": PASSPHRASE, "codigo": code})[0], secret

    def enter(self, account, secret):
        """Enters with the next code, since the one of now was used; returns the cookie."""
        code = digits(secret, int(time.time()) // STEP + 1)
        status, headers, _ = self.ask("POST", "/entrar", {"cuenta": account, "clave": PASSPHRASE, "codigo": code})
        held = re.search(r"ruta-sesion=[^;]+", headers.get("Set-Cookie") or "")
        return held[0] if status in (200, 303) and held else None


class UnitTests(CommandCase):
    def test_every_role_of_the_vocabulary_is_founded_and_enters(self):
        with folder() as place:
            data = place / "ruta.sqlite"
            first = founded(data, *UNITS[0][:3], command=("setup",))
            self.assertGiven(first)
            with Served("--port", "0", "--data", data, patience=300) as server:
                # The server runs while the others are founded, and knows them at once.
                answers = [first] + [founded(data, *unit[:3]) for unit in UNITS[1:]]
                for answer in answers:
                    self.assertGiven(answer)
                with ThreadPoolExecutor(2) as pool:
                    entered = list(pool.map(lambda pair: self.opened(Door(server.port), *pair), zip(UNITS, answers)))
                self.assertEqual(entered, [(303, True, 200)] * len(UNITS))
            leaves = self.leaves(data)
            self.assertEqual([unit for action, unit in leaves if action == "unit-founded"], [unit[0] for unit in UNITS])
            listed = ruta("unit", "list", "--data", data)
            self.assertGiven(listed)
            self.assertEqual(sorted(line.split(" · ")[0] for line in listed.text.splitlines()),
                             sorted(unit[0] for unit in UNITS))
            self.assertEqual(listed.text.count("cuentas: 1 "), len(UNITS))

    def opened(self, door, unit, answer):
        shown = Shown(answer)
        status, secret = door.accept(shown)
        cookie = door.enter(shown.account, secret) if secret else None
        page = door.ask("GET", unit[3], cookie=cookie)[0] if cookie else None
        return status, cookie is not None, page

    def test_a_lost_unit_opens_with_its_key_from_standard_input(self):
        with folder() as place:
            data = place / "ruta.sqlite"
            first = Shown(founded(data, *UNITS[0][:3], command=("setup",)))
            shown = Shown(founded(data, "upe-lima", "upe", "officer"))
            recovered = ruta("unit", "recover", "upe-lima", "--data", data, given=shown.recovery.lower().encode() + b"\n")
            self.assertGiven(recovered)
            new = Shown(recovered)
            self.assertEqual((new.account[:2], new.recovery), ("OF", None))
            self.assertNotEqual(new.account, shown.account)
            wrong = {"other": first.recovery, "slip": shown.recovery[:-1] + ("0" if shown.recovery[-1] != "0" else "1"),
                     "nothing": "", "long": "x" * 5000}
            for name, typed in wrong.items():
                with self.subTest(name):
                    answer = ruta("unit", "recover", "upe-lima", "--data", data, given=typed.encode())
                    self.assertRefused(answer, 65, "llave de papel")
                    self.assertNotIn(typed or "?", answer.warning)
            self.assertRefused(ruta("unit", "recover", "upe-lima", shown.recovery, "--data", data), 64)
            self.assertEqual([action for action, unit in self.leaves(data) if unit == "upe-lima"],
                             ["unit-founded", "unit-recovered", "recovery-refused"])
            with Served("--port", "0", "--data", data, patience=120) as server:
                self.assertEqual(self.opened(Door(server.port), UNITS[3], recovered), (303, True, 200))

    def test_what_is_refused_founds_nothing(self):
        with folder() as place:
            data = place / "ruta.sqlite"
            self.assertRefused(founded(data, "upe-lima", "upe", "officer"), 66, str(data))
            self.assertRefused(ruta("unit", "list", "--data", data), 66, str(data))
            self.assertEqual(list(place.iterdir()), [])
            self.assertGiven(founded(data, *UNITS[0][:3], command=("setup",)))
            for unit, institution, role in (("upe-lima", "upe", "sereno"), ("upe-lima", "upe", "king"),
                                            ("upe-lima", "upe", "coordinator"), ("c", "serenazgo", "auditor")):
                with self.subTest(f"{institution} {role}"):
                    self.assertRefused(founded(data, unit, institution, role), 64, f"«{role}»")
            lost = ruta("unit", "found", "--data", data, "--unit", "c", "--institution", "serenazgo", "--name", "C")
            self.assertRefused(lost, 64, "--municipality")
            self.assertRefused(founded(data, *UNITS[0][:3]), 73, UNITS[0][0])
            self.assertRefused(ruta("unit", "recover", "nadie", "--data", data, given=b"x"), 65)
            self.assertEqual(len(ruta("unit", "list", "--data", data).text.splitlines()), 1)

    def leaves(self, data):
        connection = sqlite3.connect(f"file:{data}?mode=ro", uri=True)
        rows = connection.execute("SELECT action, unit FROM audit_leaf ORDER BY position").fetchall()
        connection.close()
        return rows
