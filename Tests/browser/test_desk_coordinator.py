"""The coordinator: what is late by harm, body and age; each clock with its ladder; hot spots that name no place."""

import json
import re

import offices
from suite import Suite
from test_desk_institution import day

suite = Suite()
HARMS = ["Peligro ahora", "Menor de edad", "Inmediata", "Alta", "En observación"]
WIDE = (1440, 900)
TELLING = re.compile(r"Persona \d|Av\. |Calle |Jr\. |\b9\d{8}\b")


def board(page, home, query=""):
    page.goto(f"{home.town.address}/tablero{query}")
    return [row.inner_text() for row in page.locator("table").first.locator("tbody tr").all()]


def harm(row):
    return next((number for number, word in enumerate(HARMS) if word in row), None)


def ordered(home, **faults):
    with home.town.visit(home, "coordinator", size=WIDE, **faults) as page:
        rows = board(page, home)
        stamps = page.evaluate("""() => [...document.querySelectorAll('table')[0].querySelectorAll('tbody tr')]
            .map(row => row.querySelectorAll('td.num')[1].innerText)""")
        text = page.locator("main").inner_text()
    harms = [harm(row) for row in rows]
    if not rows or None in harms:
        yield "expected a harm in words on every row"
    elif harms != sorted(harms):
        yield "expected the gravest harm first"
    if any(not stamp.startswith("+") for stamp in stamps):
        yield "expected only what is late, each with how long"
    if TELLING.search(text):
        yield "expected codes, bodies and clocks only"


@suite.test("the board begins with the gravest harm, says how late each is, and names nobody")
def in_order(home):
    return ordered(home)


def narrowed(home, **faults):
    with home.town.visit(home, "coordinator", size=WIDE, **faults) as page:
        every = board(page, home)
        page.select_option("#entidad, select[name=entidad]", label="UPE")
        page.get_by_role("button", name="Ver", exact=True).click()
        page.wait_for_load_state()
        rows = [row.inner_text() for row in page.locator("table").first.locator("tbody tr").all()]
        if not rows or any("UPE" not in row for row in rows) or len(rows) >= len(every):
            yield f"expected only what the UPE owes, found {len(rows)} of {len(every)} rows"
        links = page.get_by_role("link", name=re.compile("Comisaría"))
        if links.count() and "entidad=" not in links.first.get_attribute("href"):
            yield "expected every body in the list to lead to its own rows"


@suite.test("the board is narrowed to one body")
def narrows(home):
    return narrowed(home)


def late_row(page, home, verb):
    board(page, home)
    page.get_by_role("link", name=re.compile(verb)).first.click()
    page.wait_for_load_state()
    place = page.url.split("#")[1]
    return page.locator(f'[id="{place}"]')


def children(home, **faults):
    """The board of children: only cases with one, danger among them, and fewer than all."""
    with home.town.visit(home, "coordinator", size=WIDE, **faults) as page:
        every = board(page, home)
        page.select_option("select[name=edad]", label="Niñas, niños y adolescentes")
        page.get_by_role("button", name="Ver", exact=True).click()
        page.wait_for_load_state()
        rows = [row.inner_text() for row in page.locator("table").first.locator("tbody tr").all()]
        if not rows or any("Menor de edad" not in row for row in rows):
            yield "expected only cases with a child, each said in words"
        if len(rows) >= len(every) and len(every) < 100:
            yield f"expected fewer rows than the whole board, found {len(rows)} of {len(every)}"


@suite.test("the board is narrowed to girls, boys and adolescents, those in danger among them")
def narrows_to_children(home):
    return children(home)


def acknowledging(home, **faults):
    """By body the middle of its acknowledgements, in whole minutes; of few it says only that they are few."""
    with home.town.visit(home, "coordinator", size=WIDE, **faults) as page:
        board(page, home)
        table = page.locator("table").nth(1)
        place = [cell.inner_text() for cell in table.locator("thead th").all()].index("Acuse")
        said = [row.locator("th, td").nth(place).inner_text() for row in table.locator("tbody tr").all()]
        hint = table.locator("caption").inner_text()
    if not said or any(not re.fullmatch(r"\d+ min|\d+ h \d+ min|\d+ d|pocos datos", text) for text in said):
        yield "expected a time to acknowledge for every body, or that they are few"
    if not any(text != "pocos datos" for text in said):
        yield "expected at least one body with enough acknowledgements"
    if "mediana de los últimos 100 acuses, en 90 días" not in hint:
        yield "expected the board to say what the time is the middle of"


@suite.test("each body has its middle time to acknowledge, and the board says of what")
def acknowledges(home):
    return acknowledging(home)


def climbing(home, **faults):
    """From the worst row to the next rung in two clicks; the clock and the thread of the case then show it."""
    with home.town.visit(home, "coordinator", size=WIDE, **faults) as page:
        box = late_row(page, home, "Elevar")
        place = box.get_attribute("id")
        button = box.get_by_role("button", name=re.compile("Subir un peldaño")).first
        rung = button.inner_text().split(": ")[1]
        before = box.inner_text()
        with page.expect_response(lambda response: response.request.method == "POST"):
            button.click()
        page.wait_for_load_state()
        after = page.locator(f'[id="{place}"]').inner_text()
        if after == before or not re.search(re.escape(rung) + r": \d\d:\d\d", after):
            yield "expected the rung with its hour on the clock"
        if rung not in page.locator("main .thread").inner_text():
            yield "expected the rung on the thread of the case"
        if "Sin respuesta desde que venció" not in after:
            yield "expected the silence to be said with its length"


@suite.test("a late clock climbs one rung in two clicks, and the clock and the thread show it")
def climbs(home):
    return climbing(home)


def dossier(home, **faults):
    """The file of who did not answer: taken from the board, whole, and without a name."""
    with home.town.visit(home, "coordinator", size=WIDE, **faults) as page:
        late_row(page, home, "Mirar|Elevar")
        button = page.get_by_role("button", name="Descargar el expediente de silencio")
        if not button.count():
            yield "expected the file of silence on the page of the case"
            return
        with page.expect_download() as download:
            button.click()
        text = download.value.path().read_text()
    held = json.loads(text)
    if held["dossier"]["format"] != "ruta-dossier-1" or not held["dossier"]["referrals"]:
        yield "expected the referrals of the case in the file"
    if TELLING.search(text):
        yield "expected no name and no number of a person in the file"


@suite.test("the file of who did not answer is taken from the board, and names nobody")
def takes_dossier(home):
    return dossier(home)


def threads(home, **faults):
    with home.town.visit(home, "coordinator", size=WIDE, **faults) as page:
        late_row(page, home, "Mirar|Elevar")
        if page.locator("main ol.thread").count() != 1:
            yield "expected what happened in the case to be told once"


@suite.test("the page of a case tells what happened once, beside all its clocks")
def tells_once(home):
    return threads(home)


def pausing(home, **faults):
    """A pause needs a reason and an end; a wrong day keeps what was chosen; the clock can run again."""
    with home.town.visit(home, "coordinator", size=WIDE, **faults) as page:
        late_row(page, home, "Mirar|Elevar")
        # The alarms cannot be paused, so it is the first clock of the page that can.
        pausable = page.locator("summary", has_text="Pausar con motivo")
        box = page.locator("section.box[id]", has=pausable).first
        place = box.get_attribute("id")
        here = lambda: page.locator(f'[id="{place}"]')
        box.locator("summary", has_text="Pausar con motivo").click()
        box.locator("select[name=motivo]").select_option("interpreter")
        box.locator("input[name=hasta]").fill(day(-1))
        status = press_in(page, here(), "Pausar el reloj")
        kept = here().locator("select[name=motivo]").input_value(), here().locator("input[name=hasta]").input_value()
        if status != 422 or kept != ("interpreter", day(-1)) or not here().locator("input[name=hasta]").is_visible():
            yield f"expected 422 with what was typed, found {status} and {kept}"
        here().locator("input[name=hasta]").fill(day(5))
        press_in(page, here(), "Pausar el reloj")
        if f"detenido hasta el {day(5)}" not in here().inner_text():
            yield "expected the pause with its last day"
        press_in(page, here(), "Que el reloj corra otra vez")
        if "detenido hasta" in here().inner_text():
            yield "expected the clock to run again"


def press_in(page, part, button):
    with page.expect_response(lambda response: response.request.method == "POST") as answer:
        part.get_by_role("button", name=button, exact=True).click()
    page.wait_for_load_state()
    return answer.value.status


@suite.test("a pause needs a reason and a last day; a wrong day keeps what was typed; it can be ended")
def pauses(home):
    return pausing(home)


def hot_spots(home, **faults):
    with home.town.visit(home, "coordinator", size=WIDE, **faults) as page:
        page.goto(home.town.address + "/focos")
        text = page.locator("main").inner_text()
        cells = page.locator("table").first.locator("tbody td.num:nth-child(2)").all()
        weights = [int(cell.inner_text().replace(",", "")) for cell in cells]
    if "no una persona" not in text:
        yield "expected the page to say what a hot spot is not"
    if not weights or weights != sorted(weights, reverse=True):
        yield "expected the heaviest district first"
    if TELLING.search(text):
        yield "expected districts only, no street and no person"


@suite.test("hot spots are districts with a weight, and the page says what they are not for")
def spots(home):
    return hot_spots(home)


@suite.test("the ladder shows its five rungs and says that they are goals, not terms of law")
def ladder(home):
    with home.town.visit(home, "coordinator", size=WIDE) as page:
        page.goto(home.town.address + "/gestion/escalera")
        text = page.locator("main").inner_text()
        if page.locator(".thread > li").count() != 5 or "no plazos de ley" not in text:
            yield "expected five rungs, and whose goals they are"
        if page.locator("main form").count():
            yield "expected nothing to change on the page that is read"


def closed(home, who="coordinator"):
    """The coordinator finds no page of another role, and a case of theirs looks like one that never was."""
    case = offices.reported(home)
    with home.town.visit(home, who) as page:
        for path in (case.path, "/cola", "/bandeja", "/bitacora"):
            answer = page.goto(home.town.address + path)
            if answer.status != 404:
                yield f"expected {path.split('/')[1]} to be closed to the coordinator, found {answer.status}"
        said = []
        for path in (case.path, f"/casos/{'0' * 32}"):
            answer = page.goto(home.town.address + path)
            said.append((answer.status, page.locator("main").inner_text()))
        if said[0] != said[1]:
            yield "expected a case to be as absent as one that never was"


@suite.test("the pages of other roles are closed to the coordinator, and a case is as absent there as one that never was")
def other_roles(home):
    return closed(home)


@suite.plant("a coordinator who is an operator", "to be closed to the coordinator")
def an_operator(home):
    return list(closed(home, "OP-01"))


@suite.plant("a board in another order", "the gravest harm first")
def shuffled(home):
    return ordered(home, js=offices.upside_down("table tbody"))


@suite.plant("a board that names a person", "codes, bodies and clocks only")
def named(home):
    return ordered(home, html=lambda text: text.replace("<caption", "<caption>Persona 1</caption><caption", 1))


@suite.plant("a filter that narrows nothing", "only what the UPE owes")
def lazy(home):
    return narrowed(home, html=lambda text: text.replace('name="entidad"', 'name="nada" id="entidad"', 1))


@suite.plant("a filter of age that narrows nothing", "only cases with a child")
def ageless(home):
    return children(home, html=lambda text: text.replace('name="edad"', 'name="edad" form="none"', 1))


@suite.plant("a time to acknowledge of nobody knows what", "what the time is the middle of")
def unsaid(home):
    return acknowledging(home, html=lambda text: text.replace("mediana de los últimos", "algo de los", 1))


@suite.plant("a file that cannot be taken", "the file of silence on the page")
def not_taken(home):
    return dossier(home, html=lambda text: text.replace("Descargar el expediente", "Ver el expediente"))


@suite.plant("a thread under every clock", "told once")
def many_threads(home):
    return threads(home, html=lambda text: text.replace("<details>", '<ol class="thread"></ol><details>'))


@suite.plant("a rung that is not recorded", "the rung with its hour")
def unrecorded(home):
    return climbing(home, html=lambda text: text.replace('value="elevar"', 'value="respondio"'))


@suite.plant("a pause that forgets its day", "with what was typed")
def forgetful(home):
    return pausing(home, html=lambda text: text.replace(f'value="{day(-1)}"', 'value=""'))


@suite.plant("light districts first", "the heaviest district first")
def upside_down(home):
    return hot_spots(home, js=offices.upside_down("table tbody"))
