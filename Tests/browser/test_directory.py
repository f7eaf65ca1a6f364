"""The directory: every number dials what it shows, says since when it is known, and a district narrows it down."""

import re

from suite import Suite

suite = Suite()
SHELTER_WORDS = re.compile(r"\b(jr|jirón|av|avenida|calle|pasaje)\b\.? ", re.I)


def digits(text):
    return re.sub(r"\D", "", text)


def numbers(page):
    """Numbers whose address dials something else than they show."""
    for link in page.locator("a.tel").all():
        dialled, shown = link.get_attribute("href"), digits(link.inner_text())
        plain = digits(dialled).removeprefix("51")
        if plain not in (shown, shown.removeprefix("0")):
            yield f"'{' '.join(link.inner_text().split())}' dials {dialled}"


def known_since(page):
    for entry in page.locator(".entry").all():
        if not entry.locator(".state").inner_text().strip():
            yield f"no state on '{entry.inner_text()[:40]}'"
        if "Fuente" not in entry.inner_text():
            yield f"no source on '{entry.inner_text()[:40]}'"


@suite.test("every number dials what it shows, and says its state and its source")
def dials(home):
    with home.visit() as page:
        page.goto(home.open.address + "/directorio")
        if page.locator("a.tel").count() < 30:
            yield f"expected at least 30 numbers, found {page.locator('a.tel').count()}"
        yield from numbers(page)
        yield from known_since(page)


@suite.test("a district narrows the list down without script, names its prosecutors and keeps 105")
def narrowed(home):
    with home.visit(script=False) as page:
        page.goto(home.open.address + "/directorio")
        everywhere = page.locator("a.tel").count()
        page.select_option("select[name=distrito]", "150135")
        page.click("main form button")
        page.wait_for_url("**distrito=150135")
        here = [link.get_attribute("href") for link in page.locator("a.tel").all()]
        if not len(here) < everywhere:
            yield f"expected fewer numbers than {everywhere}, found {len(here)}"
        for wanted in ("tel:105", "tel:+5116255555,,2424"):
            if wanted not in here:
                yield f"expected {wanted} in San Martín de Porres"
        if "Lima Norte" not in page.inner_text("main"):
            yield "expected the prosecutors' territory"
        if page.input_value("select[name=distrito]") != "150135":
            yield "expected the district to stay chosen"


@suite.test("an unknown district is explained and shows everything")
def unknown(home):
    with home.visit() as page:
        answer = page.goto(home.open.address + "/directorio?distrito=999999")
        if answer.status != 422:
            yield f"expected 422, found {answer.status}"
        if not page.locator("[role=alert]").is_visible() or page.locator("a.tel").count() < 30:
            yield "expected an explanation and all numbers"


def shelters(page):
    for entry in page.locator(".body").all():
        if "reservado" in entry.inner_text() and (entry.locator("a.tel").count() or SHELTER_WORDS.search(entry.inner_text())):
            yield f"a way to a shelter: '{entry.inner_text()[:60]}'"


@suite.test("no shelter has a number or an address of its own")
def hidden(home):
    with home.visit() as page:
        page.goto(home.open.address + "/directorio")
        if "reservado" not in page.inner_text("main"):
            yield "expected a shelter to be named as reserved"
        yield from shelters(page)


@suite.test("links lead to pages that exist, and links elsewhere tell nobody where they come from")
def links(home):
    with home.visit() as page:
        for path in ("/directorio", "/manual", "/recibo", "/nada-aqui"):
            page.goto(home.open.address + path)
            for link in page.locator("a[href^='http']").all():
                if "noreferrer" not in (link.get_attribute("rel") or ""):
                    yield f"{path}: expected rel=noreferrer on {link.get_attribute('href')}"
            inner = {link.get_attribute("href").partition("#")[0] for link in page.locator("a[href^='/']").all()}
            for target in sorted(inner - {""}):
                status = page.request.get(home.open.address + target).status
                if status != 200:
                    yield f"{path}: {target} answers {status}"


@suite.plant("a number that dials another", "dials tel:107")
def other_number(home):
    with home.visit(html=lambda text: text.replace('href="tel:105"', 'href="tel:107"')) as page:
        page.goto(home.open.address + "/directorio")
        return list(numbers(page))


@suite.plant("a number without a state", "no state on")
def no_state(home):
    with home.visit(html=lambda text: text.replace(">Por verificar</span>", "></span>")) as page:
        page.goto(home.open.address + "/directorio")
        return list(known_since(page))


@suite.plant("a shelter with an address", "a way to a shelter")
def open_shelter(home):
    with home.visit(html=lambda text: text.replace("Su lugar es reservado", "Su lugar es reservado, av. Perú 100")) as page:
        page.goto(home.open.address + "/directorio")
        return list(shelters(page))
