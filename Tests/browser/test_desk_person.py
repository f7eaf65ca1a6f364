"""The person at the centre, by links: rights, custody, consent, time to decide, plan, contact; and what was signed."""

import re

import desk
import offices
from offices import CHILDREN, POLICE, PROSECUTOR, press, problem, referred
from suite import Suite

suite = Suite()
OFFICER = "OF-05"
CONFIRMED = "Nadie le pide declarar"


def at_person(home, page, case, step=CHILDREN):
    """From the inbox to the person in two clicks; no address is typed."""
    page.goto(home.town.address + "/bandeja")
    page.locator("a.row", has_text=case.code).first.click()
    page.wait_for_load_state()
    page.locator("#rq ~ * a, section:has(#rq) a").filter(has_text="Persona 1").first.click()
    page.wait_for_load_state()


def fill(page, word, **fields):
    """Fills in the form of a verb and sends it with its own button."""
    form = desk.unfold(desk.act(page, word))
    for name, value in fields.items():
        field = form.locator(f"[name='{name}']")
        kind = field.first.evaluate("field => field.type")
        if kind == "radio":
            form.locator(f"[name='{name}'][value='{value}']").check()
        elif kind == "checkbox":
            field.check()
        elif kind.startswith("select"):
            field.select_option(value)
        else:
            field.fill(value)
    desk.press(form)


ACTS = (
    ("explicar", {"lengua": "quechua", "entendio": "yes"}, "Entendió"),
    ("repetir", {"entidad": "pnp-station", "motivo": "no-record"}, "No llegó lo que ya había contado"),
    ("meta", {"logro": "school", "responsable": "upe", "dia": "01/03/2027"}, "Volver a la escuela"),
    ("contacto", {"canal-phone": "yes", "inicio": "0", "fin": "24", "firma": "no"}, "No diga de dónde llama"),
    ("reflexion", {"dias": "30"}, CONFIRMED),
    ("sin-permiso", {"para": "care", "entidad": "upe", "permiso": "child"}, "Sin permiso"),
)


def caring(home, acts=ACTS, **faults):
    """What an officer does for a person, each from the page and each then said there."""
    case = referred(home)
    with home.town.visit(home, OFFICER, **faults) as page:
        page.goto(home.town.address + case.inbox(CHILDREN))
        press(page, "Acuso y acepto")
        at_person(home, page, case)
        for word, fields, says in acts:
            fill(page, word, **fields)
            if says not in desk.words(page):
                yield f"expected '{says}' after {word}: {problem(page)[:80]}"
                return
        fill(page, "declarar")
        if "No le pida declarar" not in desk.note(page) or "En espera" not in desk.words(page):
            yield "expected the statement to be held and said so"
        page.goto(home.town.address + case.inbox(CHILDREN))
        if "Nadie le pide declarar en esos días" not in desk.words(page):
            yield "expected the inbox to say that nobody asks for a statement"


@suite.test("an officer reaches the person by two clicks, and explains rights, plans, protects and waits there")
def cares(home):
    return caring(home)


def holding(home, **faults):
    """An officer says on the page that they answer for the person; the duties then stand in that inbox and are done."""
    case = referred(home)
    with home.town.visit(home, OFFICER, **faults) as page:
        page.goto(home.town.address + case.inbox(CHILDREN))
        press(page, "Acuso y acepto")
        at_person(home, page, case)
        fill(page, "responder", cargo="F-07")
        if "F-07" not in page.locator("section.custody").inner_text():
            yield f"expected the officer to answer for the person: {problem(page)[:80]}"
        page.goto(home.town.address + "/bandeja")
        own = page.locator(".panel.stack a.row", has_text=case.code)
        rights = own.filter(has_text="Explicar sus derechos")
        if not own.count() or not rights.count():
            yield "expected the duties in the inbox of who has the person"
            return
        rights.first.click()
        page.wait_for_load_state()
        fill(page, "explicar", lengua="spanish" if page.locator("[value=spanish]").count() else "quechua", entendio="yes")
        page.goto(home.town.address + "/bandeja")
        if page.locator(".panel.stack a.row", has_text=case.code).filter(has_text="Explicar sus derechos").count():
            yield "expected the duty to be gone once it is done"


@suite.test("who takes the person on the page has the duties in the inbox, and does them from there")
def holds(home):
    return holding(home)


def told(home, name=offices.NOBODY["nombre"], **faults):
    """After a paper was recorded: receipt with its picture; who signed opens with a reason; the case leads back."""
    case = referred(home)
    card = home.town.card("OP-01")
    with home.town.visit(home, card, **faults) as page:
        page.goto(home.town.address + case.proof(PROSECUTOR))
        page.fill("#documento", "PRACTICA 78-2026")
        for field, value in offices.NOBODY.items():
            page.fill(f"#p-{field}", value)
        press(page, "Registrar la firma")
        if not page.locator(".receipt[open] svg.qr").first.is_visible():
            yield "expected the receipt with its picture after recording"
        desk.open_case(page, home.town, case.id)
        page.locator(f"main a[href='{case.proof(PROSECUTOR)}']", has_text="recibos").first.click()
        page.wait_for_load_state()
        if name in page.content():
            yield "expected no name before the reason"
        home.town.forget_proofs()
        fill(page, "signer", motivo="reach-signer")
        if page.locator("#step").count():
            page.fill("#step", card.passphrase)
            page.locator("form:has(#step) button").last.click()
            page.wait_for_load_state()
        if name not in desk.words(page) or not re.search(r"n\.º \d+", desk.words(page)):
            yield f"expected who signed, with the leaf of the log: {problem(page)[:80]}"


@suite.test("a paper that was recorded leaves its receipt open, and who signed opens with a reason and a leaf")
def tells(home):
    return told(home)


def stopping(home, **faults):
    """A body without accounts: its order is shown to be printed, and what it said counts with how, who and when."""
    case = referred(home, age="adult")
    with home.town.visit(home, "OP-01", **faults) as page:
        for word in ("consentir", "desistir"):
            desk.open_person(page, home.town, case.id, case.person)
            fill(page, word, para="care", entidad="fistrap")
        page.get_by_role("link", name="Ver las órdenes firmadas").first.click()
        page.wait_for_load_state()
        if not page.locator(".receipt[open] svg.qr").count() or "FISTRAP" not in desk.words(page):
            yield "expected the signed order to stop, open to be printed"
        desk.open_person(page, home.town, case.id, case.person)
        moment = page.evaluate("""() => { const now = new Date(); const two = n => String(n).padStart(2, '0');
            return [`${two(now.getDate())}/${two(now.getMonth() + 1)}/${now.getFullYear()}`, `${two(now.getHours())}:${two(now.getMinutes())}`] }""")
        fill(page, "alto", **{"canal": "phone", "cargo": "F-07", "paso-dia": moment[0], "paso-hora": moment[1]})
        if "Ya paró de usarse" not in desk.words(page):
            yield f"expected the stop to stand as confirmed: {problem(page)[:80]}"


@suite.test("an order to stop is shown to be carried by hand, and confirmed with how, who and when")
def stops(home):
    return stopping(home)


@suite.plant("an inbox without a way to the person", "TimeoutError")
def no_way(home):
    try:
        return list(caring(home, html=lambda text: re.sub(r'<a href="/casos/[^"]*/personas/[^"]*">', "<a>", text)))
    except Exception as fault:
        return [type(fault).__name__]


@suite.plant("a page that says nothing of what was done", "after explicar")
def says_nothing(home):
    return list(caring(home, ACTS[:1], html=lambda text: text.replace("Entendió", "")))


@suite.plant("a receipt that stays folded", "expected the receipt with its picture")
def folded(home):
    return list(told(home, html=lambda text: text.replace('class="receipt" open', 'class="receipt"')))


@suite.plant("a name that is another", "expected who signed")
def another(home):
    return list(told(home, name="Persona Que No Firmó"))
