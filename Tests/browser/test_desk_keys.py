"""The keys of programs: one is made, shown once, opens what it is for, and is ended at once."""

import re

from offices import press, problem
from suite import Suite

suite = Suite()
WIDE = (1440, 900)
KEY = re.compile(r"ruta_[A-Za-z0-9_-]{43}")
LABEL = "agenda-practica"


def fresh(page, home):
    """Says who it is where the page asks for it."""
    if page.locator("#step").count():
        page.fill("#step", home.town.card("AD-01").passphrase)
        page.locator("form:has(#step) button").last.click()
        page.wait_for_load_state()


def asked(page, home, key, path="/api/calendar.ics"):
    """What the interface answers to whoever shows the key."""
    return page.request.get(home.town.address + path, headers={"Authorization": f"Bearer {key}"}).status


def kept(home, **faults):
    """A key is made with a fresh proof, shown once, good for what was ticked and nothing else, and ended."""
    with home.town.visit(home, "AD-01", size=WIDE, **faults) as page:
        page.goto(home.town.address + "/gestion/llaves")
        page.fill("#label", "con espacios")
        page.locator("input[name=ver-calendar]").check()
        home.town.forget_proofs()
        press(page, "Crear la llave")
        if KEY.search(page.content()):
            yield "expected no key without a fresh proof"
        fresh(page, home)
        if not problem(page) or page.input_value("#label") != "con espacios":
            yield "expected a wrong name to be said, and to stand there still"
        page.fill("#label", LABEL)
        press(page, "Crear la llave")
        found = KEY.search(page.locator("section[role=status]").inner_text()) if page.locator("section[role=status]").count() else None
        if not found:
            yield f"expected the new key on the page, found: {problem(page)[:60]}"
            return
        key = found[0]
        if (statuses := (asked(page, home, key), asked(page, home, key, "/api/htcds"))) != (200, 404):
            yield f"expected the key to open the calendar and nothing else, found {statuses}"
        page.goto(home.town.address + "/gestion/llaves")
        if key in page.content():
            yield "expected the key to be shown once"
        item = page.locator("li", has_text=LABEL)
        if item.get_by_role("button", name="Terminar esta llave").is_visible():
            yield "expected ending to be folded away from a slip of the hand"
        item.locator("summary").click()
        press(page, "Terminar esta llave")
        fresh(page, home)
        if asked(page, home, key) != 401 or "Terminada" not in page.locator("li", has_text=LABEL).inner_text():
            yield "expected the key to be ended at once"


@suite.test("a key is made with a fresh proof, shown once, opens what was ticked and nothing else, and is ended at once")
def keys(home):
    return kept(home)


@suite.plant("a page that shows the key again", "expected the key to be shown once")
def shown_again(home):
    seen = set()

    def remembering(text):
        seen.update(KEY.findall(text))
        return text.replace("</main>", f"<p>{' '.join(seen)}</p></main>")
    return kept(home, html=remembering)


@suite.plant("a form that ends nothing", "expected the key to be ended at once")
def without_an_end(home):
    return kept(home, html=lambda text: text.replace('value="terminar"', 'value="nada"'))
