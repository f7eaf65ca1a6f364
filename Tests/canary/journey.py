#!/usr/bin/env python3
"""Lives through a case with planted names, then looks for them in everything that a thief could carry away.

    journey.py RUTA CATALOG [--plant]

A practice town is started. Before anything is planted, a word of the catalogue must be found in the memory of the program
itself: a sweep that reads nothing would find nothing. A case manager seals a planted text in every field that is sealed, searches for it, reveals it,
is refused with it, and types it where it does not belong: in addresses, codes, headers and the door. Somebody acknowledges by a one-time link, by six digits on the phone and on paper, with a planted
name and post. Documents and phones are digits only. Then the folder of the
data, the log, an export, a backup, the temporary files and the memory of the process are swept (sweep.py).

At the end the program is told to abort: it must leave no core, and a program of ours beside it must leave one.

With --plant the same names are also written in clear into a copy, a log and the memory of a process: each must be found.
Says how many were sealed and searched, never which. Exit 0: nothing found; 1: something was, or the journey was cut short.
"""

import argparse
import html
import http.client
import os
import re
import secrets
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.parse
from html.parser import HTMLParser
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "browser"))
sys.path.insert(0, str(HERE))

from sweep import sweep  # noqa: E402
from town import COOKIE, Town  # noqa: E402

# Memory is looked at again while others work on, as long as a name may stand there after its last use: a minute.
LOOKS, APART = 5, 12
MOST_WAITS = 10
# A word that the program must have in memory: an id of its own catalogue.
KNOWN = "notify-child-protection"


# The fields that take digits only, and a program that lets itself be dumped.
DIGITS = ("document", "phone")
ABORTS = 3
CARELESS = "import os, resource; resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2); os.abort()"


def a_document():
    return f"{secrets.randbelow(90_000_000) + 10_000_000}"


def a_phone():
    return f"9{secrets.randbelow(100_000_000):08d}"


def merged(looked, other):
    looked.found |= other.found
    looked.bytes += other.bytes
    looked.places += other.places
    return looked


class Forms(HTMLParser):
    """The forms and links of a page: where each form goes, and its fields with what they hold and may hold."""

    def __init__(self, page):
        super().__init__()
        self.forms, self.links, self.select = [], [], None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        names = dict(attributes)
        if tag == "form":
            self.forms.append({"action": names.get("action", ""), "fields": {}, "choices": {}})
        elif tag == "a" and names.get("href"):
            self.links.append(names["href"])
        elif self.forms and tag == "select":
            self.select = names.get("name")
            self.forms[-1]["choices"][self.select] = []
        elif self.forms and tag == "option" and names.get("value"):
            self.forms[-1]["choices"][self.select].append(names["value"])
        elif self.forms and tag in ("input", "textarea", "button") and names.get("name"):
            if names.get("type") == "radio":
                self.forms[-1]["choices"].setdefault(names["name"], []).append(names.get("value", ""))
            else:
                self.forms[-1]["fields"].setdefault(names["name"], names.get("value", ""))


class Member:
    """Somebody who has entered: asks for pages and sends forms."""

    def __init__(self, town, who):
        self.town = town
        self.cookie = town.cookie(town.card(who))["value"]

    def ask(self, method, path, body=None, headers=None):
        for _ in range(MOST_WAITS):
            status, told, text = self.once(method, path, body, headers or {})
            if status != 429:
                break
            time.sleep(1)
        return status, told.get("Location"), text

    def once(self, method, path, body, headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.town.port, timeout=60)
        sent = {"Cookie": f"{COOKIE}={self.cookie}", **headers}
        if body is not None:
            sent["Content-Type"] = "application/x-www-form-urlencoded"
            body = urllib.parse.urlencode(body)
        connection.request(method, path, body, sent)
        answer = connection.getresponse()
        text = answer.read().decode(errors="replace")
        connection.close()
        return answer.status, answer.headers, text

    def page(self, path):
        return self.ask("GET", path)[2]

    def send(self, form, **changes):
        """Sends a form as it stands, each choice at its first, with changes."""
        filled = {name: values[0] for name, values in form["choices"].items() if values}
        return self.ask("POST", form["action"], {**filled, **form["fields"], **changes})


class Journey:
    def __init__(self, town, canaries, digits):
        self.town, self.left, self.used = town, list(canaries), []
        self.manager = Member(town, "case-manager")
        self.digits = list(digits)
        self.sealed = self.searched = self.revealed = self.misused = self.acknowledged = 0

    def next(self, field=""):
        left = self.digits if field in DIGITS and self.digits else self.left
        self.used.append(left.pop())
        return self.used[-1]

    def run(self):
        path = self.person()
        self.seal(path)
        self.search()
        self.reveal(path)
        self.misuse(path)
        self.acknowledge()
        for name in ("sealed", "searched", "revealed", "misused", "acknowledged"):
            if not getattr(self, name):
                raise SystemExit(f"journey: nothing was {name}: the journey was cut short")

    def person(self):
        """The page of a person of a case in the queue."""
        queue = self.manager.page("/cola")
        for case in dict.fromkeys(re.findall(r"caso=([0-9a-f]{32})", queue)):
            for link in re.findall(rf"/casos/{case}/[\w/]+", self.manager.page(f"/casos/{case}")):
                if any("campo" in form["choices"] for form in Forms(self.manager.page(link)).forms):
                    return link
        raise SystemExit("journey: no case of the queue has a person whose fields can be sealed")

    def form(self, path, *names):
        """The form of a page that has all these fields."""
        status, _, page = self.manager.ask("GET", path)
        for form in Forms(page).forms:
            if set(names) <= {*form["fields"], *form["choices"]}:
                return form
        raise SystemExit(f"journey: {path.split('/')[-2]}: {status}, and no form with {', '.join(names)}")

    def seal(self, path):
        for field in self.form(path, "campo", "texto")["choices"]["campo"]:
            text = self.next(field)
            status, _, page = self.manager.send(self.form(path, "campo", "texto"), campo=field, texto=text)
            if status not in (200, 303):
                raise SystemExit(f"journey: sealing a field was answered with {status}")
            self.sealed += 1

    def search(self):
        form = self.form("/buscar", "campo", "texto")
        for text in (*self.used[:2], self.next()):
            for field in form["choices"].get("campo", [""]):
                status = self.manager.send(form, campo=field, texto=text)[0]
                self.searched += status == 200

    def reveal(self, path):
        for form in Forms(self.manager.page(path)).forms:
            if "campo" in form["fields"] and "motivo" in form["choices"]:
                status, _, page = self.manager.send(form)
                self.revealed += any(html.escape(text) in page for text in self.used)

    def acknowledge(self):
        """By link, by voice and on paper: each with a name and a post that are planted."""
        waiting = self.town.read(
            "SELECT r.case_id, r.referral FROM referral_row r JOIN case_row c ON c.case_id = r.case_id WHERE "
            "c.municipality = '150135' AND c.is_open = 1 AND r.ended_ms IS NULL AND r.state IN ('called', 'sent', 'delivered') "
            "ORDER BY r.case_id, r.place")
        ways = [self.by_link, self.by_voice, self.on_paper]
        for case, referral in waiting:
            page = f"/casos/{case}/acuse/{referral}"
            if ways and self.manager.ask("GET", page)[0] == 200 and ways[0](page):
                ways.pop(0)
                self.acknowledged += 1
        if ways:
            raise SystemExit(f"journey: {len(ways)} of 3 ways of acknowledging found no referral that waited")

    def signer(self):
        return {"nombre": self.next(), "cargo": self.next()}

    def proof(self, page, *names, text=None):
        """The form of the page of proofs that has these fields."""
        text = text or self.manager.page(page)
        return next((form for form in Forms(text).forms if set(names) <= {*form["fields"], *form["choices"]}), None)

    def by_link(self, page):
        form = next((form for form in Forms(self.manager.page(page)).forms if form["fields"].get("acto") == "link"), None)
        made = form and self.manager.send(form)[2]
        link = made and re.search(r"/acuse#([\w-]+)", html.unescape(made))
        if not link:
            return False
        opened = self.manager.ask("POST", "/acuse", {"clave": link[1]})[2]
        answer = self.proof(page, "nombre", "cargo", "clave", text=opened)
        if not answer:
            return False
        return self.manager.send(answer, respuesta="attend", **self.signer())[0] in (200, 303)

    def by_voice(self, page):
        form = next((form for form in Forms(self.manager.page(page)).forms if form["fields"].get("acto") == "call"), None)
        said = form and self.manager.send(form)[2]
        digits = said and re.search(r"\b(\d{3}) (\d{3})\b", said)
        answer = digits and self.proof(page, "cifras", "nombre", text=said)
        if not answer:
            return False
        return self.manager.send(answer, cifras=digits[1] + digits[2], **self.signer())[0] in (200, 303)

    def on_paper(self, page):
        form = self.proof(page, "documento", "nombre")
        return bool(form) and self.manager.send(form, documento="PRACTICA 77-2026", **self.signer())[0] in (200, 303)

    def misuse(self, path):
        """Planted texts where none belongs; every answer may refuse, none may keep them."""
        text = self.next()
        quoted = urllib.parse.quote(text)
        strange = self.form(path, "campo", "texto")
        door = {"cuenta": text, "clave": text, "codigo": "123456"}
        sent = [
            self.manager.send(strange, campo="no-such-field", texto=text),
            self.manager.send(strange, campo=text, texto="x"),
            self.manager.send(strange, sello=text),
            self.manager.send(strange, texto=text * 200),
            self.manager.ask("GET", f"/{quoted}"),
            self.manager.ask("GET", f"/casos/{quoted}"),
            self.manager.ask("GET", f"/cola?q={quoted}", headers={"User-Agent": quoted, "Referer": f"http://x/{quoted}"}),
            self.manager.ask("POST", "/entrar", door),
            self.manager.ask("POST", f"/comprobar?{quoted}", {"codigo": text, "recibo": text}),
            self.manager.ask("POST", "/buscar", {"texto": text}),
        ]
        self.misused = len(sent)
        broken = [status for status, _, _ in sent if status >= 500]
        if broken:
            raise SystemExit(f"journey: {len(broken)} misuses were answered as failures of ours")


def copies(ruta, data, folder):
    """What is carried away besides: an export of the journal and a backup, both of the running town."""
    folder.mkdir()
    with (folder / "export.jsonl").open("wb") as export:
        subprocess.run([ruta, "journal", "export", "--data", data], stdout=export, check=True)
    source, backup = sqlite3.connect(f"file:{data}?mode=ro", uri=True), sqlite3.connect(folder / "backup.sqlite")
    source.backup(backup)
    source.close()
    backup.close()


def known_in_memory(town):
    """The sweep reads this very program: what must be there is found, and much was read."""
    looked = sweep([KNOWN], [], pid=town.process.pid)
    if not looked.found or not looked.bytes:
        raise SystemExit(f"journey: of {looked.bytes} bytes of memory none is a known word: the sweep sees nothing")
    return looked.bytes


def unused(town, draw, most=20):
    """A number that stands nowhere in the town yet, so that finding it later means something."""
    for _ in range(most):
        number = draw()
        if not sweep([number], [town.folder], pid=town.process.pid).found:
            return number
    raise SystemExit("journey: every number that was drawn stands somewhere already")


def leaves_no_core(town):
    """Told to abort, the program leaves no core file, though a program without its promise leaves one here."""
    limits = Path(f"/proc/{town.process.pid}/limits").read_text()
    if not re.search(r"^Max core file size +0 +0 ", limits, re.M):
        raise SystemExit("journey: the server may leave a core file")
    shows = aborted(subprocess.Popen([sys.executable, "-c", CARELESS], cwd=town.folder))
    left = aborted(town.process)
    if left or (not shows and list(Path(town.folder).glob("core*"))):
        raise SystemExit("journey: the server left a core file")
    for core in Path(town.folder).glob("core*"):
        core.unlink()
    return "a careless program beside it left one" if shows else "this machine lets no program leave one"


def aborted(process):
    """Whether a process that aborts leaves a core, as the kernel tells its parent.

    A signal that comes while a debugger still lets go of the process is lost with it: it is sent again.
    """
    is_told = process.args and CARELESS not in process.args
    for _ in range(ABORTS):
        if is_told:
            os.kill(process.pid, signal.SIGABRT)
        for _ in range(100):
            pid, status = os.waitpid(process.pid, os.WNOHANG)
            if pid:
                process.returncode = os.waitstatus_to_exitcode(status)
                return os.WCOREDUMP(status)
            time.sleep(0.1)
    raise SystemExit("journey: a program that was told to abort goes on")


def looked_at(town, markers):
    """The memory of the town, once nothing is left there or a minute after the names were last used."""
    operator = Member(town, "operator")
    for look in range(LOOKS):
        for page in ("/cola", "/focos", "/directorio", "/manual", "/mi-cuenta"):
            operator.page(page)
        looked = sweep(markers, [], pid=town.process.pid)
        if not looked.found:
            break
        time.sleep(APART)
    return looked


def new_temporary_files(since, but):
    for place in ("/tmp", "/var/tmp", "/dev/shm"):
        for path in Path(place).iterdir() if Path(place).is_dir() else ():
            try:
                if path.stat().st_mtime >= since and path not in but and path.is_file() and os.access(path, os.R_OK):
                    yield path
            except OSError:
                continue


def planted(marker, places, folder):
    """Each kind of place with a name in clear; the sweep must find it in each."""
    log, copy = folder / "planted.log", folder / "planted.sqlite"
    log.write_text(f"case of {marker}\n")
    database = sqlite3.connect(copy)
    database.execute("CREATE TABLE person (name TEXT)")
    database.execute("INSERT INTO person VALUES (?)", (marker,))
    database.commit()
    database.close()
    for place in (log, copy):
        if not sweep([marker], [*places, place]).found:
            raise SystemExit("journey: a planted name was not found")
    child = subprocess.Popen([sys.executable, "-c", "import sys; kept = sys.stdin.readline(); print(1, flush=True); sys.stdin.read()"],
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    child.stdin.write(marker.encode() + b"\n")
    child.stdin.flush()
    child.stdout.readline()
    ways = [False, True] if shutil.which("gcore") else [False]
    found = [bool(sweep([marker], [], pid=child.pid, with_gcore=with_gcore).found) for with_gcore in ways]
    child.stdin.close()
    child.wait()
    if not all(found):
        raise SystemExit("journey: a name planted in memory was not found")
    print(f"journey: {2 + len(found)} planted names, all found")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ruta")
    parser.add_argument("catalog")
    parser.add_argument("--plant", action="store_true")
    asked = parser.parse_args()
    marker = f"Ñusta{secrets.token_hex(6)}"
    canaries = [f"{marker} Práctica {number}" for number in range(40)]
    markers = [marker]
    started = time.time()
    with tempfile.TemporaryDirectory(prefix="ruta-canary-") as place:
        folder = Path(place)
        (folder / "town").mkdir()
        town = Town(asked.ruta, asked.catalog, folder / "town")
        try:
            controlled = known_in_memory(town)
            digits = [unused(town, draw) for draw in (a_document, a_phone)]
            markers += digits
            journey = Journey(town, canaries, digits)
            journey.run()
            copies(asked.ruta, town.data, folder / "carried")
            places = [folder, *new_temporary_files(started, {folder})]
            if asked.plant:
                planted(marker, places, folder)
                return 0
            if journey.digits:
                raise SystemExit(f"journey: {len(journey.digits)} numbers were not planted: no field takes them")
            looked = sweep(markers, places)
            memory = looked_at(town, markers)
            if shutil.which("gcore"):
                looked = merged(looked, sweep(markers, [], pid=town.process.pid, with_gcore=True))
            core = leaves_no_core(town)
        finally:
            town.kill()
    found = looked.found | memory.found
    for (where, _, form), (_, count) in sorted(found.items()):
        print(f"journey: {where}: a planted name as {form}, {count} times")
    print(f"journey: {journey.sealed} sealed, {journey.searched} searches, {journey.revealed} revealed, {journey.misused} "
          f"misuses, {journey.acknowledged} acknowledgements; {looked.places} places, {looked.bytes + memory.bytes} bytes, {len(found)} findings")
    print(f"journey: a known word was found in {controlled} bytes of its memory; it left no core, and {core}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
