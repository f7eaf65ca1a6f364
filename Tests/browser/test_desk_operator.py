"""The journey of a control centre's shift: from the first sight of a case to the signature of who takes over."""

import re
from contextlib import closing

import desk
from offices import POLICE, press, referred
from suite import Suite

suite = Suite()
MOST_KEYS = 8  # U17: from the queue to the referral
LIVE = 8000  # milliseconds; the line is quick, the machine may not be
DEAF = "window.EventSource = function () { this.addEventListener = function () {} }"
"""Kills the line and nothing else: the look every half minute stays."""


def chosen(page):
    return page.locator(".control h2 .code").inner_text()


def focused(page):
    return page.evaluate("document.activeElement.dataset.case || document.activeElement.tagName")


class Keys:
    """The keyboard of an operator; it counts."""

    def __init__(self, page):
        self.page, self.count = page, 0

    def press(self, key, wait=None):
        self.count += 1
        if wait:
            with self.page.expect_navigation():
                self.page.keyboard.press(key)
            self.page.wait_for_selector(wait)
        else:
            self.page.keyboard.press(key)


def live(home, town, page, **faults):
    """A report from the street shows in the open queue by itself, on top, and takes nobody's focus."""
    page.goto(town.address + "/cola")
    page.keyboard.press("j")
    before, rows = focused(page), page.locator(".rows .row").count()
    code = desk.report(home, town, danger="yes")
    try:
        page.wait_for_selector(f".rows .row:has-text('{code}')", timeout=LIVE)
    except Exception:
        yield "expected the new case in the open queue"
        return
    row = page.locator(f".rows .row:has-text('{code}')")
    if "Peligro ahora" not in row.inner_text() or "now" not in row.get_attribute("class"):
        yield f"expected danger in words and shape, found {row.inner_text()!r}"
    if page.locator(".rows .row").count() != rows + 1:
        yield "expected one row more"
    if focused(page) != before:
        yield f"expected the focus where it was, found {focused(page)}"
    if "fresh" not in row.get_attribute("class") or not page.locator("[data-fresh-note]").inner_text().strip():
        yield "expected a mark on the new row and a line for a screen reader"
    if "Peligro ahora" not in page.locator(".rows .row").first.inner_text():
        yield "expected the dangers first"
    page.desk_code = code


@suite.test("a new report shows in the open queue by itself: on top, marked, and the focus stays")
def live_queue(home):
    with home.town.visit(home, "OP-02", size=(1366, 768)) as page:
        yield from live(home, home.town, page)


def answered(home, town, js=""):
    """A body acknowledges, and the open queue of the centre says so by itself, long before it would look anyway."""
    case = referred(home, "adult", town=town)
    with town.visit(home, "OP-02", size=(1366, 768), js=js) as page, town.visit(home, "OF-01") as officer:
        page.goto(f"{town.address}/cola?caso={case.id}")
        thread = page.locator("[data-part=case]")
        before = re.sub(r"[\d:+]", "", thread.inner_text())  # clocks run by themselves
        officer.goto(town.address + case.inbox(POLICE))
        press(officer, "Acuso recibo")
        try:
            page.wait_for_function("before => document.querySelector('[data-part=case]').innerText.replace(/[\\d:+]/g, '') !== before",
                                   arg=before, timeout=LIVE)
        except Exception:
            yield "expected the acknowledgement in the open queue"


@suite.test("an officer acknowledges, and the open queue of the centre changes by itself")
def live_answer(home):
    return answered(home, home.town)


@suite.plant("a queue without its line", "expected the acknowledgement in the open queue")
def lineless(home):
    return list(answered(home, home.town, js=DEAF))


@suite.plant("keys that cannot be switched off", "expected A to do nothing while the keys are off")
def loud_keys(home):
    js = ("document.addEventListener('keydown', e => { const act = document.querySelector(`button[data-key=${e.key}]`);"
          "if (act) act.click() })")
    return list(quiet_keys(home, home.town, js=js))


def clock_runs(page):
    clocks = page.locator("[data-due]").evaluate_all(
        "all => all.map(one => [one.textContent, Number(one.dataset.due) - Date.now()])")
    return [text for text, left in clocks if abs(left) < 3_000_000 and re.fullmatch(r"\+?\d+:\d\d", text.strip())]


def by_keys(home, town, **faults):
    """From the queue to the referral by keys alone: J, Enter, A, D, D, E."""
    with town.visit(home, "OP-01", size=(1366, 768), **faults) as page:
        code = desk.report(home, town, danger="yes")
        case = desk.case_id(town, code)
        page.goto(f"{town.address}/cola?caso={case}")
        if chosen(page) != code:
            yield f"expected the chosen case, found {chosen(page)}"
        keys = Keys(page)
        keys.press("a", ".control")
        if "case-claimed" not in desk.events(town, case):
            yield f"expected the case taken by A, found {desk.events(town, case)}"
        page.goto(f"{town.address}/cola?caso={case}")
        if not clock_runs(page):
            yield "expected a running clock after the acknowledgement"
        keys.press("d", "main form.stack")
        page.locator("main input[type=checkbox]").first.focus()  # a box that was just looked at eats no key
        keys.press("d", "main table")
        yield from who_sees_what(page)
        keys.press("e", ".cols.case")
        sent = desk.events(town, case).count("referral-sent")
        if not sent:
            yield "expected referrals by E"
        if keys.count > MOST_KEYS:
            yield f"expected {MOST_KEYS} keys at most, found {keys.count}"
        suite.notes.append(f"from the queue to {sent} referrals: {keys.count} keys (target {MOST_KEYS})")
        page.goto(f"{town.address}/cola?caso={case}")
        page.keyboard.press("l")
        number = "[data-key=l] a[href^='tel:']" if page.locator("[data-key=l] a[href^='tel:']").count() else "[data-key=l] summary"
        stands = "number => document.activeElement.matches(number)"
        if not page.evaluate(stands, number):
            yield f"expected L to stand on the number to call, found {focused(page)}"
        # Whatever else happens meanwhile draws the part anew; who is about to call stays on the number.
        page.evaluate("document.querySelector('[data-part=clocks]').append(' ')")
        desk.report(home, town)
        page.wait_for_function("() => document.querySelector('[data-part=clocks]').lastChild.nodeValue !== ' '")
        if not page.evaluate(stands, number):
            yield f"expected the number to keep the focus, found {focused(page)}"
        yield from rung_and_merged(home, town, page, case)


def rung_and_merged(home, town, page, case):
    """S asks the supervisor at once; U asks for the code of the other case, and Enter sends it."""
    twin = desk.report(home, town, danger="yes")
    other = desk.case_id(town, twin)
    page.goto(f"{town.address}/cola?caso={case}")
    before = rungs(town, case)
    with page.expect_navigation():
        page.keyboard.press("s")
    if [rung for rung in rungs(town, case)[len(before):] if rung[1] == "OP-01"] == []:
        yield f"expected a rung climbed by S in the name of OP-01, found {rungs(town, case)}"
    page.goto(f"{town.address}/cola?caso={case}")
    page.keyboard.press("u")
    if not page.evaluate("document.activeElement.matches('input[name=codigo]')"):
        yield "expected U to ask for the code of the other case"
        return
    page.keyboard.type(twin)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    if "case-merged" not in desk.events(town, case) + desk.events(town, other):
        yield f"expected one case of the two by U, found: {desk.note(page)}"


def rungs(town, case):
    """The rungs that were climbed in a case, and who climbed each."""
    return town.read("SELECT version, actor FROM journal_event WHERE case_id = $1 AND name = 'ladder-climbed' "
                     "ORDER BY version", case)


def quiet_keys(home, town, **faults):
    """WCAG 2.1.4: the keys of one letter can be switched off, for good, on the queue and on the own account."""
    with town.visit(home, "OP-01", size=(1366, 768), **faults) as page:
        case = desk.case_id(town, desk.report(home, town, danger="yes"))
        before = desk.events(town, case)
        page.goto(town.address + "/mi-cuenta")
        page.locator("[data-keys-switch]").click()
        page.goto(f"{town.address}/cola?caso={case}")
        if page.locator("kbd:visible").count():
            yield "expected no cap of a key that does nothing"
        try:
            with page.expect_navigation(timeout=3000):  # none comes, or what comes has been answered
                for key in "jaldus":
                    page.keyboard.press(key)
        except Exception:
            pass
        if desk.events(town, case) != before:
            yield f"expected A to do nothing while the keys are off, found {desk.events(town, case)}"
            return
        page.locator(".keybar [data-keys-switch]").click()
        page.locator("h1").first.evaluate("() => document.activeElement.blur()")
        with page.expect_navigation():
            page.keyboard.press("a")
        if "case-claimed" not in desk.events(town, case):
            yield "expected A to take the case once the keys are on again"


@suite.test("the keys of one letter can be switched off, and stay off")
def keys_off(home):
    return quiet_keys(home, home.town)


def who_sees_what(page):
    """Nothing leaves before somebody saw who will see what."""
    rows = page.locator("main tbody tr")
    if not rows.count():
        yield "expected a row for every body"
    for row in rows.all():
        cells = [cell.strip() for cell in row.locator("th,td").all_inner_texts()]
        if not all(cells):
            yield f"expected body, steps, what it opens and why, found {cells}"


@suite.test("by keys alone: taken with A, referred with D and E after who sees what, called with L")
def keys(home):
    return by_keys(home, home.town)


@suite.test("without script: taken, referred and called by buttons alone")
def without_script(home):
    town = home.town
    with town.visit(home, "OP-01", script=False) as page:
        code = desk.report(home, town, danger="yes")
        case = desk.case_id(town, code)
        page.goto(town.address + "/cola")
        page.locator(f".rows .row:has-text('{code}')").click()
        if chosen(page) != code:
            yield f"expected the row to open its case, found {chosen(page)}"
        desk.act(page, "tomar").locator("button").click()
        page.goto(f"{town.address}/casos/{case}/derivar")
        page.locator("button[name=etapa][value=revisar]").click()
        yield from who_sees_what(page)
        page.locator("button[name=etapa][value=enviar]").click()
        page.goto(f"{town.address}/cola?caso={case}")
        call = page.locator("form:has(input[name=contesto][value=no]) button")
        if not call.count():
            yield "expected a button for a call that nobody answered"
            return
        call.click()
        found = desk.events(town, case)
        for name in ("case-claimed", "referral-sent", "referral-called"):
            if name not in found:
                yield f"expected {name}, found {found}"


def spoken(home, town, typed=None):
    """A body without an account acknowledges by telephone: the six digits are read out and repeated."""
    with town.visit(home, "OP-01", size=(1366, 768)) as page:
        case = desk.case_id(town, desk.report(home, town, danger="yes"))
        desk.take(page, town, case)
        page.goto(f"{town.address}/casos/{case}/derivar")
        page.keyboard.press("d")
        page.wait_for_selector("main table")
        page.keyboard.press("e")
        page.wait_for_selector(".cols.case")
        link = page.locator("main a[href*='/acuse/']").first
        page.goto(town.address + link.get_attribute("href"))
        page.locator("form:has(input[name=acto][value=call]) button").click()
        page.wait_for_selector(".digits-desk")
        digits = re.sub(r"\D", "", page.locator(".digits-desk").inner_text())
        if len(digits) != 6:
            yield f"expected six digits, found {len(digits)}"
        page.fill("#cifras", typed or digits)
        form = page.locator("form:has(#cifras)")
        form.locator("input[name=nombre]").fill("Persona de Práctica Uno")
        form.locator("input[name=cargo]").fill("Fiscal de práctica")
        form.locator("button").last.click()
        page.wait_for_load_state()
        if "referral-acknowledged" not in desk.events(town, case):
            yield f"expected the acknowledgement, found: {desk.note(page)}"
            if form.locator("input[name=cargo]").input_value() != "Fiscal de práctica":
                yield "lost what was typed"


@suite.test("a call with a spoken code is the acknowledgement of a body without an account")
def spoken_code(home):
    return spoken(home, home.town)


def shift(home, town, **faults):
    """The shift cannot be left while a person hangs on it; the signature of who comes in lets it go."""
    with town.visit(home, "OP-01", size=(1366, 768), **faults) as page:
        case = desk.case_id(town, desk.report(home, town))
        desk.take(page, town, case)
        person = desk.add_person(page, town, case)
        desk.give_custody(page, town, case, person)
        page.locator("header.bar form button").click()
        page.wait_for_load_state()
        if "Todavía no puede salir" not in desk.words(page):
            yield "left with a person in their hands"
            return
        page.locator("main a.btn").click()
        page.wait_for_selector("#second")
        for box in page.locator("main input[type=checkbox]").all():
            box.check()
        marked = page.locator("main input[type=checkbox]:checked").count()
        sign_wrongly(page, town)
        if page.locator("main input[type=checkbox]:checked").count() != marked:
            yield "expected every mark after a wrong signature"
        if page.input_value("#second-phrase") or page.input_value("#second-code"):
            yield "expected no secret in the page after a wrong signature"
        desk.sign(page, town.card("OP-02"))
        page.locator("form:has(#second) button").last.click()
        page.wait_for_load_state()
        if "Hoja de relevo" not in page.title() or not page.locator("svg.qr").count():
            yield f"expected the sheet of the handover with its QR, found: {desk.note(page)}"
        page.locator("header.bar form button").click()
        page.wait_for_selector("input[autocomplete=username]")
        town.card("OP-01").seen = 0
        owner = town.read("SELECT owner FROM case_row WHERE case_id = $1", case)[0][0]
        if owner != "OP-02":
            yield f"expected OP-02 to carry the case, found {owner}"
    yield from gone(home, town)


def sign_wrongly(page, town):
    page.fill("#second", "OP-02")
    page.fill("#second-phrase", "no-es-la-clave-de-nadie")
    page.fill("#second-code", "000000")
    page.locator("form:has(#second) button").last.click()
    page.wait_for_selector("main [role=alert]")


def gone(home, town):
    """The old session opens nothing any more."""
    card = town.card("OP-01")
    with home.visit() as page:
        page.context.add_cookies([{"name": "ruta-sesion", "value": card.session, "domain": "127.0.0.1", "path": "/"}])
        page.goto(town.address + "/cola")
        if not page.locator("input[autocomplete=username]").count():
            yield "expected the door after leaving"


@suite.test("the shift is left only after somebody signed for every person that hangs on it")
def handover(home):
    return shift(home, home.new_town())


@suite.plant("a queue that does not follow", "expected the new case in the open queue")
def deaf(home):
    with home.town.visit(home, "OP-02", size=(1366, 768),
                         js="window.EventSource = function () {}; window.fetch = () => new Promise(() => {})") as page:
        return list(live(home, home.town, page))


@suite.plant("a new row that takes the focus", "expected the focus where it was")
def grabs(home):
    grab = "setInterval(function () { var row = document.querySelector('.row.fresh'); if (row) row.focus() }, 20)"
    with home.town.visit(home, "OP-02", size=(1366, 768), js=grab) as page:
        return list(live(home, home.town, page))


@suite.plant("acts without keys", "TimeoutError")
def keyless(home):
    try:
        return list(by_keys(home, home.town, html=lambda text: text.replace(' data-key="', ' data-nothing="')))
    except Exception as fault:
        return [type(fault).__name__]


@suite.plant("six digits that nobody was told", "expected the acknowledgement")
def wrong_digits(home):
    return list(spoken(home, home.town, "000000"))


@suite.plant("a part drawn anew that drops who is about to call", "expected the number to keep the focus")
def drops(home):
    drop = "new MutationObserver(() => document.activeElement.blur()).observe(document, { subtree: true, childList: true })"
    # The first that says so: what the keys do after it needs the focus, too.
    with closing(by_keys(home, home.town, js=drop)) as found:
        return [next(one for one in found if "to keep the focus" in one)]
