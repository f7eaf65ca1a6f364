"""What is typed at a desk is never lost, never done twice, and never anything but text."""

from datetime import datetime, timedelta

import desk
from server import LIMA
from suite import Suite

suite = Suite()
DAY, HOUR = f"{datetime.now(LIMA) + timedelta(days=20):%d/%m/%Y}", "21:43"
HOSTILE = "<img src=x onerror=\"document.title='roto'\"><script>window.roto=1</script>'\"&"


def fresh_case(home, town):
    """A case of OP-01 with a person on it; its id."""
    case = desk.case_id(town, desk.report(home, town, danger="yes"))
    with town.visit(home, "OP-01") as page:
        desk.take(page, town, case)
        desk.add_person(page, town, case)
    return case


def pause(page):
    """Fills in the pause of a clock."""
    form = desk.unfold(desk.act(page, "pausar"))
    form.locator("select[name=reloj]").select_option(index=1)
    form.locator("select[name=motivo]").select_option("interpreter")
    form.locator("input[name=dia]").fill(DAY)
    form.locator("input[name=hora]").fill(HOUR)
    return form


def typed(page):
    """What stands in the form of the pause, where it can be seen."""
    form = desk.act(page, "pausar")
    seen = form.locator("input[name=dia]")
    if not seen.is_visible():
        return None
    return (form.locator("select[name=motivo]").input_value(), seen.input_value(), form.locator("input[name=hora]").input_value())


KEPT = ("interpreter", DAY, HOUR)


def stale(home, town, **faults):
    """Two browsers on one case: the second gets a refusal that can be read, and loses nothing."""
    case = fresh_case(home, town)
    with town.visit(home, "OP-01", **faults) as slow, town.visit(home, "OP-02") as quick:
        desk.open_case(slow, town, case)
        form = pause(slow)
        desk.add_person(quick, town, case)
        form.locator("button").last.click()
        slow.wait_for_load_state()
        if "mientras usted escribía" not in desk.note(slow):
            yield f"expected a refusal that can be read, found: {desk.note(slow)!r}"
        if typed(slow) != KEPT:
            yield f"expected everything that was typed, found {typed(slow)}"
        if "Persona 2" not in desk.words(slow):
            yield "expected what the other did"
        if any("paused" in name for name in desk.events(town, case)):
            yield "expected nothing done"
        desk.press(desk.act(slow, "pausar"))
        if not any("paused" in name for name in desk.events(town, case)):
            yield f"expected the second sending to be taken, found: {desk.note(slow)!r}"


@suite.test("two browsers on one case: one wins, the other reads why and loses nothing typed")
def two_browsers(home):
    return stale(home, home.town)


@suite.test("what is wrong in a form is said beside the field, and everything typed stays")
def misread(home):
    case = fresh_case(home, home.town)
    for script in (True, False):
        with home.town.visit(home, "OP-01", script=script) as page:
            desk.open_case(page, home.town, case)
            page.evaluate("true") if script else None
            if not script:
                page.locator("summary:has-text('Poner un reloj en pausa')").click()
            form = desk.act(page, "pausar") if not script else pause(page)
            if not script:
                form.locator("select[name=reloj]").select_option(index=1)
                form.locator("select[name=motivo]").select_option("interpreter")
                form.locator("input[name=hora]").fill(HOUR)
            form.locator("input[name=dia]").fill("31/02/2027")
            form.locator("button").last.click()
            page.wait_for_load_state()
            if typed(page) != ("interpreter", "31/02/2027", HOUR):
                yield f"expected everything typed, found {typed(page)}"
            if not page.locator("input[name=dia][aria-invalid=true]").count() or not desk.note(page):
                yield "expected the field marked and a word about it"


def twice(home, town, script, **faults):
    """Sends the same act twice."""
    case = desk.case_id(town, desk.report(home, town))
    with town.visit(home, "OP-01", script=script, **faults) as page:
        desk.open_case(page, town, case)
        desk.act(page, "tomar").locator("button").click(click_count=2)
        page.wait_for_load_state()
        form = None
        desk.open_case(page, town, case)
        if not script:
            page.locator("summary:has-text('Anotar una persona')").click()
        form = desk.unfold(desk.act(page, "persona")) if script else desk.act(page, "persona")
        form.locator("select[name=anos]").select_option("adult")
        form.locator("button").last.click(click_count=2)
        page.wait_for_load_state()
        found = desk.events(town, case)
        for name, what in (("case-claimed", "the case"), ("person-added", "the person")):
            if found.count(name) != 1:
                yield f"expected {what} once, found {found.count(name)} of {sorted(set(found))}"


@suite.test("a button pressed twice is one act, with script and without")
def double(home):
    yield from twice(home, home.town, True)
    yield from twice(home, home.town, False)


@suite.test("the back button shows an old page whose form does nothing twice")
def back(home):
    town = home.town
    case = desk.case_id(town, desk.report(home, town))
    with town.visit(home, "OP-01") as page:
        desk.open_case(page, town, case)
        desk.press(desk.act(page, "tomar"))
        page.go_back()
        page.wait_for_load_state()
        old = desk.act(page, "tomar")
        if old.count():
            old.locator("button").click()
            page.wait_for_load_state()
        if desk.events(town, case).count("case-claimed") != 1:
            yield f"expected the case taken once, found {desk.events(town, case)}"
        if page.locator("h1").count() != 1 or "Caso" not in page.title():
            yield f"expected the case again, found {page.title()!r}"


def expired(home, town, script, **faults):
    """The session ends while somebody writes: enter again, one touch, and it is done."""
    case = fresh_case(home, town)
    with town.visit(home, "OP-01", script=script, **faults) as page:
        desk.open_case(page, town, case)
        if script:
            form = pause(page)
        else:
            page.locator("summary:has-text('Poner un reloj en pausa')").click()
            form = desk.act(page, "pausar")
            form.locator("select[name=reloj]").select_option(index=1)
            form.locator("select[name=motivo]").select_option("interpreter")
            form.locator("input[name=dia]").fill(DAY)
            form.locator("input[name=hora]").fill(HOUR)
        end_session(home, town)
        form.locator("button").last.click()
        page.wait_for_load_state()
        if not page.locator("input[autocomplete=username]").count() or not desk.note(page):
            yield f"expected the door and a word why, found {page.url.removeprefix(town.address)}"
            return
        if page.locator("input[value='" + town.card("OP-01").passphrase + "']").count():
            yield "expected no secret in the page"
        town.enter(page, "OP-01")
        page.locator("main form button").last.click()
        page.wait_for_load_state()
        if not any("paused" in name for name in desk.events(town, case)):
            yield f"expected what was typed to arrive, found: {desk.words(page)[:120]}"


def end_session(home, town):
    """The operator ends the session at another desk, on the page of the own account."""
    card = town.card("OP-01")
    with home.visit() as other:
        town.enter(other, card)
        other.goto(town.address + "/mi-cuenta")
        while other.locator("form:has(input[value=cerrar]) button").count():
            other.locator("form:has(input[value=cerrar]) button").first.click()
            other.wait_for_load_state()
    card.seen = 0


@suite.test("a session that ends while somebody writes loses nothing: enter, one touch, done")
def session_ends(home):
    yield from expired(home, home.town, True)
    yield from expired(home, home.town, False)


def hostile(home, town, **faults):
    """What looks like a program is shown as the text that it is."""
    case = fresh_case(home, town)
    with town.visit(home, "OP-01", **faults) as page:
        said = []
        page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
        desk.open_case(page, town, case)
        for word, field in (("unir", "codigo"), ("pausar", "dia")):
            form = pause(page) if word == "pausar" else desk.unfold(desk.act(page, word))
            box = form.locator(f"input[name={field}]")
            box.evaluate("box => box.removeAttribute('maxlength')")
            box.fill(HOSTILE)
            form.locator("button").last.click()
            page.wait_for_load_state()
            back = desk.act(page, word).locator(f"input[name={field}]")
            if back.input_value() != HOSTILE:
                yield f"expected the text as it was typed, found {back.input_value()!r}"
            yield from unbroken(page, said)
        page.goto(f"{town.address}/cola?caso=" + HOSTILE)
        yield from unbroken(page, said)
    with home.visit(**faults) as page:
        page.goto(town.address + "/entrar")
        page.locator("input[name=cuenta]").evaluate("box => box.removeAttribute('maxlength')")
        page.fill("input[name=cuenta]", "<b>OP-01</b>\"'")
        page.fill("input[type=password]", HOSTILE)
        page.fill("input[autocomplete=one-time-code]", "123456")
        page.locator("main form button").last.click()
        page.wait_for_load_state()
        if page.input_value("input[name=cuenta]") != "<b>OP-01</b>\"'":
            yield f"expected the account as it was typed, found {page.input_value('input[name=cuenta]')!r}"
        yield from unbroken(page, [])


def unbroken(page, said):
    if said or page.evaluate("window.roto === 1 || document.title === 'roto'") or page.locator("main img").count():
        yield f"expected text, found a program that ran at {page.url[-40:]}"


@suite.test("hostile text in a field comes back as text and runs nowhere")
def hostile_text(home):
    return hostile(home, home.town)


@suite.plant("a refusal that forgets what was typed", "expected everything that was typed")
def forgets(home):
    wipe = "document.querySelectorAll('form').forEach(function (form) { if (document.querySelector('main [role=alert]')) " \
           "form.querySelectorAll('input[type=text]').forEach(function (box) { box.value = '' }) })"
    return list(stale(home, home.town, js=wipe))


@suite.plant("a refusal that says nothing", "expected a refusal that can be read")
def mute(home):
    return list(stale(home, home.town, css=".note[role=alert]{display:none}"))


@suite.plant("a form that draws a new person each time it is sent", "expected the person once")
def new_each_time(home):
    again = "addEventListener('submit', function (event) { var one = event.target.querySelector('input[name=quien]'); " \
            "if (!one || event.target.twice) return; event.target.twice = 1; " \
            "event.target.querySelector('input[name=visto]').remove(); var data = new URLSearchParams(" \
            "new FormData(event.target)); data.set('quien', '0000000000000000000000000000000a'); " \
            "var ask = new XMLHttpRequest(); ask.open('POST', event.target.action, false); ask.send(data); }, true)"
    return list(twice(home, home.town, True, js=again))


@suite.plant("a page that runs what was typed", "a program that ran")
def runs(home):
    eager = "document.querySelectorAll('input[type=text]').forEach(function (box) { if (box.value.indexOf('<img') === 0) " \
            "{ var part = document.createElement('div'); part.innerHTML = box.value; document.querySelector('main').append(part); } })"
    return list(hostile(home, home.town, js=eager))
