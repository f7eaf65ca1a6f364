#!/usr/bin/env python3
"""Holds the server into a failing world: crowds, orders to stop, full, locked, read-only and broken disks.

    bad_world.py path/to/ruta [--only WORD]

Each line is one sentence that must be true. The street pages with their numbers must be served whatever happens;
nothing may be acknowledged that is not on the disk; what was acknowledged before must be there afterwards.

Closing line: "N held, M failed". Exit 0 if all held, 1 otherwise. Needs root: small file systems are mounted.
"""

import argparse
import random
import re
import secrets
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from pathlib import Path

from audit import audit
from counter import REVEAL, Counter
from disk import SmallDisk, ToldDisk
from ledger import Case, Client, load, merged
from program import CATALOG, MIGRATIONS, DidNotStart, Phone, Server
from sentences import Sentences, require

SENTENCES = Sentences()
holds = SENTENCES.holds
TEL = re.compile(r'href="tel:[+\d]')
FAILED_TITLE = re.search(r"^street\.saving\.failed-title: (.+)$",
                         (CATALOG / "texts/es/street.yaml").read_text(encoding="utf-8"), re.M)[1].strip("\"'")


class People:
    """The reports of one test, kept by the people who sent them."""

    def __init__(self):
        self.cases = {}
        self._lock = threading.Lock()

    def report(self, phone, identity=None, page="calls"):
        """Sends a report and keeps it; returns the code, if it is acknowledged, the status and the page."""
        identity = identity or secrets.token_hex(16)
        with self._lock:
            case = self.cases.get(identity)
            if case is None:
                case = self.cases[identity] = Case(identity, random.Random(identity))
                case.answer({"danger": "no", "age": "doubted"})
        attempt = case.sent[-1]
        status, code, html = phone.report(case.fields(attempt, page))
        with self._lock:
            if code:
                case.note(attempt, code)
        return code, status, html

    def meet(self, district):
        """Somebody in a district who has seen something and has not told it yet; returns the id of the report."""
        identity = secrets.token_hex(16)
        case = self.cases[identity] = Case(identity, random.Random(identity))
        case.district = district
        case.answer({"danger": "no", "age": "doubted"})
        return identity

    def must_report(self, phone, times=1):
        for _ in range(times):
            code, status, _ = self.report(phone)
            require(code, f"a report was not acknowledged: HTTP {status}")

    def must_be_told_it_is_not_saved(self, phone, page="calls"):
        code, status, html = self.report(phone, page=page)
        require(code is None, "a report was acknowledged that cannot be on the disk")
        require(status == 200, f"the page with the calls came with HTTP {status}")
        require(len(TEL.findall(html)) >= 2, f"expected two numbers to call, found {len(TEL.findall(html))}")
        require(FAILED_TITLE in html, f"the page does not say '{FAILED_TITLE}'")

    def at_once(self, port, count, identities=None):
        """Many people, each on a phone of their own, who press the button at the same instant."""
        barrier, answers = threading.Barrier(count), [None] * count

        def press(number):
            phone = Phone(port)
            phone.get("/salud")
            barrier.wait()
            pressed = time.perf_counter()
            code, status, html = self.report(phone, identities[number] if identities else None)
            answers[number] = (code, status, html, time.perf_counter() - pressed)

        threads = [threading.Thread(target=press, args=(number,)) for number in range(count)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return answers

    def must_all_be_there(self, data, expected=None):
        found = audit(data, self.cases)
        require(not found.all, "; ".join(found.all[:3]))
        if expected is not None:
            require(found.reports == expected, f"expected {expected} reports on the disk, found {found.reports}")


def refusal(binary, data, catalog=CATALOG):
    """Starts what must not start; returns the exit code and what was said."""
    try:
        with Server(binary, data, catalog=catalog, patience=20):
            raise AssertionError("the server started")
    except DidNotStart as refused:
        return refused.exit_code, refused.said


@holds("forty people reporting at the same instant are all acknowledged, five times, each with a code of their own")
def crowd(binary, folder):
    people, data = People(), folder / "ruta.sqlite"
    with Server(binary, data) as server:
        longest = 0
        for _ in range(5):
            answers = people.at_once(server.port, 40)
            require(all(answer[0] for answer in answers), "somebody was not acknowledged")
            longest = max([longest] + [answer[3] for answer in answers])
        codes = {case.code for case in people.cases.values()}
        require(len(codes) == 200, f"expected 200 codes, found {len(codes)}")
        server.stop()
    people.must_all_be_there(data, expected=200)
    return f"the longest wait was {longest * 1000:.0f} ms"


@holds("twenty reports that come twice at the same instant are twenty cases, and both get the one code")
def twins(binary, folder):
    people, data = People(), folder / "ruta.sqlite"
    identities = [secrets.token_hex(16) for _ in range(20)] * 2
    with Server(binary, data) as server:
        answers = people.at_once(server.port, 40, identities)
        require(all(answer[0] for answer in answers), "somebody was not acknowledged")
        server.stop()
    people.must_all_be_there(data, expected=20)


@holds("an order to stop under load is followed, and nothing acknowledged is lost")
def orderly_stop(binary, folder):
    data, clients, slowest = folder / "ruta.sqlite", [Client(number, "stop") for number in range(4)], 0
    for _ in range(5):
        with Server(binary, data) as server:
            enough = threading.Event()
            threads = load(clients, server.port, enough, Phone)
            time.sleep(0.2)
            code, seconds = server.stop()
            enough.set()
            for thread in threads:
                thread.join()
        require(code == 0, f"it ended with {code}")
        slowest = max(slowest, seconds)
    found = audit(data, merged(clients))
    require(not found.all, "; ".join(found.all[:3]))
    require(found.reports > 50, f"only {found.reports} reports: that was no load")
    return f"{found.reports} reports, the slowest stop took {slowest:.2f} s"


@holds("an order to stop is followed while a phone hangs half way through sending and never goes on")
def stop_with_a_stuck_phone(binary, folder):
    people, data = People(), folder / "ruta.sqlite"
    with Server(binary, data) as server:
        people.must_report(Phone(server.port), times=5)
        with socket.create_connection(("127.0.0.1", server.port)) as stuck:
            stuck.sendall(b"POST / HTTP/1.1\r\nHost: ruta\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                          b"Content-Length: 100\r\n\r\nfrom=sta")
            time.sleep(0.3)
            # The phone stays where it is: a server that waited for it would never end.
            code, seconds = server.stop(patience=120)
    require(code == 0, f"it ended with {code}")
    people.must_all_be_there(data, expected=5)
    return f"{seconds:.1f} s"


@holds("a full disk: calls are served, nothing is acknowledged, and after space and a new start all is there")
def full_disk(binary, _):
    people = People()
    with SmallDisk("6m") as disk:
        data = disk.place / "ruta.sqlite"
        with Server(binary, data) as server:
            phone = Phone(server.port)
            people.must_report(phone, times=20)
            disk.fill()
            for _ in range(400):
                code, _, _ = people.report(phone)
                if code is None:
                    break
            for page in ("calls", "sent", "calls"):
                people.must_be_told_it_is_not_saved(phone, page)
            require(phone.get("/")[0] == 200, "the first page is gone")
            require(not phone.health(), "it says that reports are acknowledged")
            server.stop()
        disk.free()
        again = time.perf_counter()
        with Server(binary, data) as server:
            people.must_report(Phone(server.port), times=20)
            seconds = time.perf_counter() - again
            server.stop()
        people.must_all_be_there(data)
    return f"reports were taken again after {seconds:.1f} s"


def first(data, sql, *values):
    with sqlite3.connect(f"file:{data}?mode=ro", uri=True) as file:
        found = file.execute(sql, values).fetchone()
    file.close()
    return found and found[0]


def events(data):
    return first(data, "SELECT max(position) FROM journal_event")


def sealed_case(people, phone, operator, manager, data):
    """A case of the operator with one person whose name the case manager has put under lock."""
    case = people.meet(HOME)
    require(people.report(phone, case)[0], "the report was not acknowledged")
    require(operator.form(f"/casos/{case}", 'value="tomar"')[0] == 303, "the case could not be taken")
    require(operator.form(f"/casos/{case}", 'value="persona"', anos="adult")[0] == 303, "no person was added")
    person = re.search(rf"/casos/{case}/personas/([0-9a-f]{{32}})", operator.get(f"/casos/{case}")[1])[1]
    page = f"/casos/{case}/personas/{person}"
    require(manager.form(page, 'value="sellar"', campo="name", texto=SECRET)[0] == 303, "no name was sealed")
    require(first(data, "SELECT count(*) FROM journal_event WHERE case_id = ? AND name = 'field-sealed'", case),
            "no name was sealed")
    return case, page


SECRET = "Persona de Práctica Siete"
HOME = "150135"  # of OP-01 and GC-01


@holds("a full disk at the desks: queue, case, board and every number are served, no act is done, no seal is opened")
def full_disk_at_the_desks(binary, _):
    people = People()
    with SmallDisk("96m") as disk:
        data = disk.place / "town.sqlite"
        with Server(binary, data, more=["--practice"], patience=300) as server:
            phone = Phone(server.port)
            operator, manager, board = (Counter(server, data, who) for who in ("OP-01", "GC-01", "ST-01"))
            case, person = sealed_case(people, phone, operator, manager, data)
            require(SECRET in reveal(manager, person)[1], "the name could not be read while all was well")
            disk.fill()
            for _ in range(2_000):
                if people.report(phone)[0] is None:
                    break
            before = events(data)
            for who, path, calls in ((operator, f"/cola?caso={case}", False), (operator, f"/casos/{case}", False),
                                     (board, "/tablero", False), (operator, "/directorio", True)):
                status, page = who.get(path)
                require(status == 200, f"{path.split('?')[0]}: HTTP {status}")
                require(TEL.search(page) or not calls, f"{path.split('?')[0]} has no number to call")
            status, page = operator.form(f"/casos/{case}", 'value="persona"', anos="minor")
            require(status == 503 and "No se pudo guardar" in page, f"an act was answered with HTTP {status}")
            require(events(data) == before, "an act that was refused stands in the journal")
            status, page = reveal(manager, person)
            require(SECRET not in page, "a seal was opened that no log tells of")
            require(status >= 400 and "<h" in page, f"a reveal was answered with HTTP {status} and no words")
            server.stop()
        disk.free()
        with Server(binary, data, more=["--practice"], patience=300) as server:
            operator, manager = (Counter(server, data, who, ahead=1) for who in ("OP-01", "GC-01"))
            status, _ = operator.form(f"/casos/{case}", 'value="persona"', anos="minor")
            require(status == 303, f"with space again an act was answered with HTTP {status}")
            require(SECRET in reveal(manager, person)[1], "with space again the name could not be read")
            server.stop()


def reveal(manager, page):
    return manager.form(page, "/revelar", motivo=REVEAL)


@holds("a disk that is full from the start: refused with a message that says so, exit 74")
def full_from_the_start(binary, _):
    with SmallDisk("1m") as disk:
        disk.fill()
        code, said = refusal(binary, disk.place / "ruta.sqlite")
        require(code == 74, f"exit {code}: {said}")
        require("disco" in said, f"it does not name the disk: {said}")


@holds("a first sync that fails: calls are served, nothing more is acknowledged, and health is red at once")
def failing_sync(binary, folder):
    people, data, disk = People(), folder / "ruta.sqlite", ToldDisk(folder)
    with Server(binary, data, environment=disk.environment) as server:
        phone = Phone(server.port)
        people.must_report(phone, times=5)
        disk.tell("fail")
        people.must_be_told_it_is_not_saved(phone)
        require(not phone.health(), "health is not red at the first look")
        disk.take_back("fail")
        for _ in range(5):
            people.must_be_told_it_is_not_saved(phone)
        require(phone.get("/directorio")[0] == 200, "the directory is gone")
        server.kill()
    with Server(binary, data, environment=disk.environment) as server:
        people.must_report(Phone(server.port))
        server.stop()
    people.must_all_be_there(data)


@holds("a file that another program holds: calls are served and say not saved; afterwards reports are taken again")
def held_by_another(binary, folder):
    people, data = People(), folder / "ruta.sqlite"
    with Server(binary, data) as server:
        phone = Phone(server.port)
        people.must_report(phone)
        other = sqlite3.connect(data, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        alone = time.perf_counter()
        people.must_be_told_it_is_not_saved(phone)
        alone = time.perf_counter() - alone
        require(Phone(server.port).get("/")[0] == 200, "the first page is gone")
        answers = people.at_once(server.port, 2)
        require(not any(answer[0] for answer in answers), "a report was acknowledged under the lock")
        longest = max(answer[3] for answer in answers)
        other.execute("ROLLBACK")
        other.close()
        people.must_report(phone)
        require(phone.health(), "a lock is not a broken disk: health must stay green")
        server.stop()
    people.must_all_be_there(data)
    return f"the calls came after {alone:.1f} s; of two at once, the second after {longest:.1f} s"


@holds("a file that another program holds at the start: refused with a message that says so, exit 75")
def held_at_the_start(binary, folder):
    people, data = People(), folder / "ruta.sqlite"
    with Server(binary, data) as server:
        people.must_report(Phone(server.port))
        server.stop()
    other = sqlite3.connect(data, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    code, said = refusal(binary, data)
    other.execute("ROLLBACK")
    other.close()
    require(code == 75, f"exit {code}: {said}")
    require(str(data) in said, f"it does not name the file: {said}")
    people.must_all_be_there(data, expected=1)


@holds("a read-only file: refused with a message that says so, exit 74")
def read_only(binary, _):
    people = People()
    with SmallDisk() as disk:
        data = disk.place / "ruta.sqlite"
        with Server(binary, data) as server:
            people.must_report(Phone(server.port))
            server.stop()
        disk.close_to_writers()
        code, said = refusal(binary, data)
        require(code == 74, f"exit {code}: {said}")
        require(str(data) in said and "permisos" in said, f"it does not say what to do: {said}")


@holds("a file of a newer Ruta: refused with both numbers, exit 74, and left as it is")
def newer_schema(binary, folder):
    people, data = People(), folder / "ruta.sqlite"
    with Server(binary, data) as server:
        people.must_report(Phone(server.port))
        server.stop()
    with sqlite3.connect(data) as other:
        other.execute("INSERT INTO schema_migration (version, name) VALUES (99, 'from-tomorrow')")
    other.close()
    code, said = refusal(binary, data)
    require(code == 74, f"exit {code}: {said}")
    known = max(int(migration.name[:4]) for migration in MIGRATIONS.glob("*.sql"))
    require("99" in said and re.search(rf"\b{known}\b", said), f"it does not name both versions: {said}")
    people.must_all_be_there(data, expected=1)


@holds("a file that is no database: refused with a message that says so, exit 74, and left as it is")
def no_database(binary, folder):
    data = folder / "ruta.sqlite"
    data.write_bytes(b"this is a letter and not a database\n" * 400)
    before = data.read_bytes()
    code, said = refusal(binary, data)
    require(code == 74, f"exit {code}: {said}")
    require(str(data) in said, f"it does not name the file: {said}")
    require(data.read_bytes() == before, "the file was changed")


@holds("a broken catalogue: refused with every finding by file and line, exit 78, and no file is made")
def broken_catalogue(binary, folder):
    broken, places = folder / "Catalog", []
    shutil.copytree(CATALOG, broken)
    for file in sorted(broken.glob("steps/*.yaml"))[:4]:
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        number = next(n for n, line in enumerate(lines) if re.search(r"sources: \[\w", line))
        item = max(n for n, line in enumerate(lines[:number]) if line.startswith("- id:"))
        lines[number] = re.sub(r"sources: \[[\w-]+", "sources: [nowhere", lines[number])
        file.write_text("".join(lines), encoding="utf-8")
        places.append((f"steps/{file.name}", range(item + 1, number + 2)))
    code, said = refusal(binary, folder / "ruta.sqlite", catalog=broken)
    require(code == 78, f"exit {code}: {said}")
    for name, item in places:
        found = re.search(rf"{re.escape(name)}:(\d+):.*nowhere", said)
        require(found and int(found[1]) in item, f"no finding in {name}, lines {item[0]} to {item[-1]}: {said}")
    require(not (folder / "ruta.sqlite").exists(), "a data file was made")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ruta", help="path of the ruta program")
    parser.add_argument("--only", help="only the checks whose name contains this")
    options = parser.parse_args()
    failed = held = 0
    for sentence, check in SENTENCES:
        if options.only and options.only not in check.__name__:
            continue
        with tempfile.TemporaryDirectory() as folder:
            try:
                note = check(options.ruta, Path(folder))
                held += 1
                print(f"held    {sentence}" + (f" ({note})" if note else ""), flush=True)
            except (AssertionError, DidNotStart, OSError, subprocess.SubprocessError) as error:
                failed += 1
                print(f"FAILED  {sentence}\n        {error}", flush=True)
                if not isinstance(error, AssertionError):
                    traceback.print_exc()
    print(f"{held} held, {failed} failed")
    return 0 if held and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
