#!/usr/bin/env python3
"""Lives through a case with planted names, then looks for them in everything that a thief could carry away.

    journey.py RUTA CATALOG [--plant]

A practice town is started. A case manager seals a planted text in every field that is sealed, searches for it, reveals it,
is refused with it, and types it where it does not belong: in addresses, codes, headers and the door. Then the folder of the
data, the log, an export, a backup, the temporary files and the memory of the process are swept (sweep.py).

With --plant the same names are also written in clear into a copy, a log and the memory of a process: each must be found.
Says how many were sealed and searched, never which. Exit 0: nothing found; 1: something was, or the journey was cut short.
"""

import argparse
import html
import http.client
import os
import re
import secrets
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
    def __init__(self, town, canaries):
        self.town, self.left, self.used = town, list(canaries), []
        self.manager = Member(town, "case-manager")
        self.sealed = self.searched = self.revealed = self.misused = 0

    def next(self):
        self.used.append(self.left.pop())
        return self.used[-1]

    def run(self):
        path = self.person()
        self.seal(path)
        self.search()
        self.reveal(path)
        self.misuse(path)
        for name in ("sealed", "searched", "revealed", "misused"):
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
            text = self.next()
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


def looked_at(town, marker):
    """The memory of the town, once nothing is left there or a minute after the names were last used."""
    operator = Member(town, "operator")
    for look in range(LOOKS):
        for page in ("/cola", "/focos", "/directorio", "/manual", "/mi-cuenta"):
            operator.page(page)
        looked = sweep([marker], [], pid=town.process.pid)
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
    looked = sweep([marker], [], pid=child.pid)
    child.stdin.close()
    child.wait()
    if not looked.found:
        raise SystemExit("journey: a name planted in memory was not found")
    print("journey: 3 planted names, all found")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ruta")
    parser.add_argument("catalog")
    parser.add_argument("--plant", action="store_true")
    asked = parser.parse_args()
    marker = f"Ñusta{secrets.token_hex(6)}"
    canaries = [f"{marker} Práctica {number}" for number in range(40)]
    started = time.time()
    with tempfile.TemporaryDirectory(prefix="ruta-canary-") as place:
        folder = Path(place)
        (folder / "town").mkdir()
        town = Town(asked.ruta, asked.catalog, folder / "town")
        try:
            journey = Journey(town, canaries)
            journey.run()
            copies(asked.ruta, town.data, folder / "carried")
            places = [folder, *new_temporary_files(started, {folder})]
            if asked.plant:
                planted(marker, places, folder)
                return 0
            looked = sweep([marker], places)
            memory = looked_at(town, marker)
        finally:
            town.kill()
    found = looked.found | memory.found
    for (where, _, form), (_, count) in sorted(found.items()):
        print(f"journey: {where}: a planted name as {form}, {count} times")
    print(f"journey: {journey.sealed} sealed, {journey.searched} searches, {journey.revealed} revealed, {journey.misused} "
          f"misuses; {looked.places} places, {looked.bytes + memory.bytes} bytes, {len(found)} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
