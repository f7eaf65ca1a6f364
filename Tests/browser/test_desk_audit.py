"""The auditor's log and the reviews: who looked is written, chains are checked, emergencies are judged by another."""

import json
import re

import offices
from offices import press
from suite import Suite

suite = Suite()
WIDE = (1440, 900)
OTHER_TOWN = "150101"
TELLING = re.compile(r"Persona \d|Av\. |Calle |\b9\d{8}\b")


def log(page, town, query=""):
    page.goto(f"{town.address}/bitacora{query}")
    return [row.inner_text() for row in page.locator("table tbody tr").all()]


def looked(home, seen=True, **faults):
    """Who reads the log stands in the log; it is narrowed by account; it says nothing of a case."""
    with home.town.visit(home, "auditor", size=WIDE, **faults) as page:
        first = log(page, home.town)
        again = log(page, home.town) if seen else first
        if not again or again[0] == first[0] or "AU-01" not in again[0]:
            yield "expected the last look to be the newest leaf"
        numbers = [int(re.match(r"\d+", row)[0]) for row in again]
        if numbers != sorted(numbers, reverse=True):
            yield "expected the newest first"
        page.fill("#account", "AU-01")
        page.get_by_role("button", name="Ver", exact=True).click()
        page.wait_for_load_state()
        rows = page.locator("table tbody tr").all()
        if not rows or any("AU-01" not in row.inner_text() for row in rows):
            yield "expected the leaves of one account only"
        page.fill("#day", "31/02/2026")
        page.get_by_role("button", name="Ver", exact=True).click()
        page.wait_for_load_state()
        if "Ese día no existe" not in page.locator("main").inner_text():
            yield "expected a day that is none to be told"
        if TELLING.search(page.locator("main").inner_text()):
            yield "expected ids and codes only"


@suite.test("who reads the log stands in it; it is narrowed by account and day, and tells nothing of a case")
def written(home):
    return looked(home)


@suite.test("the journal is taken home as one line an act, in ids, codes and hashes")
def exported(home):
    case = offices.reported(home)
    with home.town.visit(home, "auditor", size=WIDE) as page:
        log(page, home.town)
        with page.expect_download() as download:
            page.get_by_role("link", name="Descargar el diario").click()
        lines = download.value.path().read_text().splitlines()
        if "exported" not in log(page, home.town)[1] + log(page, home.town)[2] and "descarg" not in " ".join(log(page, home.town)).lower():
            yield "expected the taking to stand in the log"
    acts = [json.loads(line) for line in lines]
    if [act["position"] for act in acts] != list(range(1, len(acts) + 1)):
        yield "expected every act once, in order"
    if acts[-1]["case"] != case.id and case.id not in {act["case"] for act in acts}:
        yield "expected the newest case in the journal"
    if any(set(act) - {"position", "case", "version", "name", "actor", "recordedAt", "previousHash", "hash", "reason"} for act in acts):
        yield "expected no content in the journal that leaves"


def chain(home, tampered):
    town = home.new_town()
    with town.visit(home, "auditor", size=WIDE) as page:
        log(page, town)
        if tampered:
            town.register.write("UPDATE audit_leaf SET actor = 'OP-01' WHERE position = 1")
        for book in ("hojas", "diario"):
            log(page, town, f"?libro={book}")
            page.get_by_role("link", name="Comprobar toda la cadena").click()
            page.wait_for_load_state()
            text = page.locator("main").inner_text()
            if "La cadena está completa" not in text:
                broken = re.search(r"se rompe en el número (\d+)", text)
                yield f"the chain of {book} breaks at {broken[1] if broken else 'nowhere'}"


@suite.test("both chains are whole when they are read to their ends")
def whole(home):
    return chain(home, tampered=False)


def emergency(home, **faults):
    """A case that is opened in an emergency waits for the officer of privacy, who judges it with a code."""
    case = offices.reported(home, district=OTHER_TOWN)
    with home.town.visit(home, "OP-03") as page:
        page.goto(home.town.address + case.path)
        offices.send(page, "tomar")
    second = home.town.card("OP-02")
    with home.town.visit(home, "OP-01") as page:
        page.goto(f"{home.town.address}{case.path}/emergencia")
        page.get_by_label("Hay una vida en peligro").check()
        for name, typed in (("firma-cuenta", second.account), ("firma-clave", second.passphrase), ("firma-cifras", second.code())):
            page.fill(f"input[name={name}]", typed)
        press(page, "Abrir por 30 minutos")
        answer = page.goto(home.town.address + case.path)
        if answer.status != 200:
            yield f"expected the case to stand open for a while, found {answer.status}"
    with home.town.visit(home, "PR-01", size=WIDE, **faults) as page:
        page.goto(home.town.address + "/emergencias")
        box = page.locator("section.box", has_text=case.code)
        if box.count() != 1:
            yield "expected the emergency to wait for its review"
            return
        text = box.inner_text()
        for word in ("OP-01", "OP-02", "30 minutos", "vida en peligro"):
            if word not in text:
                yield f"expected '{word}' beside the emergency"
        if TELLING.search(text):
            yield "expected nothing else of the case"
        box.get_by_label("Hizo bien en abrir").check()
        with page.expect_response(lambda response: response.request.method == "POST"):
            box.get_by_role("button", name="Guardar la revisión").click()
        page.wait_for_load_state()
        if page.locator("section.box", has_text=case.code).count():
            yield "expected the emergency to be gone once it is judged"


@suite.test("an emergency access waits for its review with who, with whom, why and how long; then it is gone")
def reviewed(home):
    return emergency(home)


@suite.test("the log, the reviews and the audit of another role are closed")
def closed(home):
    for who, paths in (("auditor", ("/cola", "/cuentas", "/emergencias", "/tablero")), ("privacy-officer", ("/bitacora", "/cola"))):
        with home.town.visit(home, who) as page:
            for path in paths:
                status = page.goto(home.town.address + path).status
                if status not in (403, 404):
                    yield f"expected {path} to be closed to the {who}, found {status}"


@suite.plant("a look that nobody noted", "the newest leaf")
def unnoted(home):
    return looked(home, seen=False)


@suite.plant("a leaf that was changed", "the chain of hojas breaks at 1")
def altered(home):
    return chain(home, tampered=True)


@suite.plant("an emergency that hides its second person", "expected 'OP-02'")
def hidden(home):
    return emergency(home, html=lambda text: text.replace("OP-02", "OP-00"))
