"""Every screen of the institutions and the keepers: axe, contrast, keyboard and width, by day and at night, 360 and 1440 px."""

import functools

import offices
import survey
from suite import Suite
from survey import once
from test_contrast import edges, states, texts
from views import open_all

suite = Suite()
PLACES = {
    "inbox": ("OF-01", "/bandeja"), "board": ("coordinator", "/tablero"), "places": ("coordinator", "/focos"),
    "ladder": ("coordinator", "/gestion/escalera"), "accounts": ("AD-01", "/cuentas"), "care": ("AD-01", "/gestion/directorio"),
    "ladder-care": ("AD-01", "/gestion/escalera?clase=acknowledge"),
    "contact": ("AD-01", "/gestion/directorio?contacto=fistrap-lima-norte"), "log": ("auditor", "/bitacora"),
    "journal": ("auditor", "/bitacora?libro=diario&comprobar=si"), "reviews": ("privacy-officer", "/emergencias"),
    "bringing": ("GC-01", "/cola/traer"),
    "outbox": ("AD-01", "/mensajes"), "channels": ("OF-01", "/mi-unidad"),
    "own-account": ("AD-01", "/mi-cuenta"),
    "verification": (None, "/comprobar"), "invitation": (None, "/invitacion"), "link": (None, "/acuse"),
}
STAFF = {
    "referral": ("OF-01", lambda case: case.inbox(offices.POLICE)),
    "proof": ("OP-01", lambda case: case.proof(offices.PROSECUTOR)),
    "images": ("GC-01", lambda case: case.path + "/imagenes"),
    "board-case": ("coordinator", lambda case: "/tablero/" + case.id),
}


@functools.cache
def a_case(home):
    """One case for all that is looked at: acknowledged by the police, so that every form of its page stands open."""
    case = offices.referred(home)
    with home.town.visit(home, "OF-01") as page:
        page.goto(home.town.address + case.inbox(offices.POLICE))
        offices.press(page, "Acuso y acepto")
    return case


def visit(home, who, **faults):
    return home.town.visit(home, who, **faults) if who else home.visit(**faults)


def judged(page, name, home=None):
    """What is wrong with one screen as it stands, with everything open; with pictures where a house is given."""
    open_all(page)
    for width, night in ((360, False), (360, True), (1440, False), (1440, True)):
        survey.on_screen(page, survey.SIZES[width], night)
        measure, where = survey.measured(page), f"{name}, {width} px, {'night' if night else 'day'}"
        found = [*texts(measure, night), *edges(measure), *states(measure)]
        if measure["scrollWidth"] > width:
            found.append(f"expected no sideways scroll, found {measure['scrollWidth']} px")
        if not night:
            found += [*survey.violations(page), *survey.stops(page)]
        yield from ((finding, where) for finding in found)
        if home:
            survey.picture(page, home, f"desk-{name}", width, night)


def all_places(home):
    case = a_case(home)
    home.pictures.mkdir(parents=True, exist_ok=True)
    for name, (who, path) in {**PLACES, **{name: (who, path(case)) for name, (who, path) in STAFF.items()}}.items():
        with visit(home, who) as page:
            faults = []
            page.on("console", lambda message: message.type == "error" and faults.append(message.text))
            page.on("pageerror", lambda fault: faults.append(str(fault)))
            answer = page.goto(home.town.address + path)
            if answer.status != 200:
                yield f"expected {name}, found {answer.status}", name
            yield from judged(page, name, home)
            yield from ((fault, name) for fault in faults)


@suite.test("axe, contrast, keyboard, states in words and no sideways scroll: every screen, both themes, both widths")
def every_screen(home):
    return once(all_places(home))


def planted(sentence, expected, place, **faults):
    @suite.plant(sentence, expected)
    def find(home):
        who, path = PLACES[place]
        with visit(home, who, **faults) as page:
            page.goto(home.town.address + path)
            return [finding for finding, _ in judged(page, place)]


planted("a table that sticks out", "no sideways scroll", "places", css="table{min-width:900px}.scroll{overflow:visible!important}")
planted("pale labels in the cards", "expected 7:1", "ladder", css="td[data-label]::before{color:#999!important}")
planted("a field without a label", "label", "log", html=lambda text: text.replace('<label for="account">', "<label>"))
planted("a focus that nobody sees", "shows no ring", "accounts", css="*:focus,*:focus-visible{outline:0!important}")
planted("a state by colour alone", "a word beside every state", "board", html=lambda text: text.replace(
    '<span class="state late">', '<span class="state late"></span><span>'))
