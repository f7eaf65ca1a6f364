"""The receiver of a referral: an inbox with clocks, one tap to acknowledge, answers with codes, duties with documents."""

import re
from datetime import datetime, timedelta

import offices
from offices import CHILDREN, POLICE, press, problem, referred
from server import LIMA
from suite import Suite

suite = Suite()
OFFICER, CHILD_OFFICER, STRANGER = "OF-01", "OF-05", "OF-04"
MOST_TAPS, MOST_FIELDS = 8, 5


def day(ahead):
    return f"{datetime.now(LIMA) + timedelta(days=ahead):%d/%m/%Y}"


def opened(home, page, case, step=POLICE):
    page.goto(home.town.address + case.inbox(step))
    return page


def inbox(home, **faults):
    """What is wrong with the rows of the inbox: order, clocks, words."""
    referred(home)
    with home.town.visit(home, OFFICER, **faults) as page:
        page.goto(home.town.address + "/bandeja")
        rows = [(row.inner_text(), minutes(row), row.locator(".state").inner_text().strip())
                for row in page.locator(".panel.left > .rows .row").all()]
    if len(rows) < 3:
        yield f"expected the referrals of the town, found {len(rows)}"
    waits = [bool(re.search("Enviado|Llegó|Se llamó", text)) for text, _, _ in rows]
    if sorted(waits, reverse=True) != waits:
        yield "expected what waits for an answer first"
    for group in (True, False):
        left = [clock for (_, clock, _), waiting in zip(rows, waits) if waiting == group and clock is not None]
        if sorted(left) != left:
            yield "expected the oldest clock first"
    for text, clock, state in rows:
        if clock is None or not re.search("[a-z]", state):
            yield f"expected a clock and a word beside every open referral: {' '.join(text.split())[:60]}"


def minutes(row):
    """What the clock of a row says, in minutes; negative is over."""
    clock = row.locator(".clock")
    text = clock.inner_text() if clock.count() else ""
    parts = {unit: int(number) for number, unit in re.findall(r"(\d+) (d|h|min)", text)}
    if not parts and re.fullmatch(r"\+?\d+:\d\d", text):
        parts = {"min": int(text.strip("+").split(":")[0])}
    whole = parts.get("d", 0) * 1440 + parts.get("h", 0) * 60 + parts.get("min", 0)
    return None if not parts else -whole if text.startswith("+") else whole


@suite.test("the inbox shows first what waits for an answer, each with its clock and a word")
def in_order(home):
    return inbox(home)


def acknowledging(home, **faults):
    """From the inbox to the acknowledgement: three taps, and its clock is gone."""
    case = referred(home)
    with home.town.visit(home, OFFICER, **faults) as page:
        page.goto(home.town.address + "/bandeja")
        hand = offices.Hand(page)
        hand.click(page.locator("a.row", has_text=case.code).first)
        answer = page.get_by_role("button", name="Acuso recibo", exact=True, include_hidden=True)
        folded = page.locator("details:not([open])", has=answer)
        while folded.count():
            hand.click(folded.first.locator("> summary"))
        status = hand.press("Acuso recibo")
        if status != 303 and problem(page):
            yield f"expected the acknowledgement, found {status}: {problem(page)[:80]}"
        if hand.clicks > 3:
            yield f"expected three taps at most, found {hand.clicks}"
        if "referral-acknowledged" not in offices.acts(home, case):
            yield "expected the acknowledgement in the journal"
        page.goto(home.town.address + "/bandeja")
        if "Con acuse" not in page.locator("a.row", has_text=case.code).first.inner_text():
            yield "expected the inbox to say that it is acknowledged"


@suite.test("acknowledging takes three taps from the inbox, and the inbox says so")
def acknowledges(home):
    return acknowledging(home)


@suite.test("what does not belong here goes back with a code, and the control centre owes another body at once")
def rejects(home):
    case = referred(home)
    with home.town.visit(home, CHILD_OFFICER) as page:
        opened(home, page, case, CHILDREN)
        page.get_by_text("No me corresponde", exact=True).click()
        page.get_by_label("No es de nuestra zona").check()
        press(page, "Devolver a la central")
        if "No lo tomaron" not in page.locator("main").inner_text():
            yield "expected the page to say that it was given back"
    with home.town.visit(home, "OP-01") as page:
        page.goto(home.town.address + case.path)
        if "Buscar a otra entidad" not in page.locator("main").inner_text():
            yield "expected the control centre to owe another body"


def holding(home, **faults):
    """A day that has passed keeps what was chosen; a day ahead pauses the referral."""
    case = referred(home)
    with home.town.visit(home, CHILD_OFFICER, **faults) as page:
        opened(home, page, case, CHILDREN)
        press(page, "Acuso y acepto")
        summary = page.locator("summary", has_text="Dejar en espera")
        summary.click()
        page.select_option("#hold", "interpreter")
        page.fill("#hold-day", "31/02/2026")
        status = press(page, "Dejar en espera")
        kept = page.locator("#hold-day").input_value(), page.locator("#hold").input_value()
        if status != 422 or kept != ("31/02/2026", "interpreter"):
            yield f"expected 422 and what was typed, found {status} and {kept}"
        if not page.locator("#hold-day").is_visible():
            yield "expected the form still open, with what is wrong beside its field"
        if page.locator("#hold-day[aria-invalid=true]").count() != 1:
            yield "expected the day to be marked as wrong"
        if not page.locator("#hold-day").is_visible():
            summary.click()
        page.fill("#hold-day", day(-3))
        status = press(page, "Dejar en espera")
        if status not in (409, 422):
            yield f"expected a day that has passed to be refused, found {status}"
        if not page.locator("#hold-day").is_visible():
            page.locator("summary", has_text="Dejar en espera").click()
        page.fill("#hold-day", day(3))
        press(page, "Dejar en espera")
        if "Pausado" not in page.locator("main").inner_text():
            yield "expected the referral to stand as paused"


@suite.test("a hold needs a reason and a day that lies ahead; what was typed stays, and its form stays open")
def holds(home):
    return holding(home)


def recording(home, **faults):
    """A duty: what is missing is said and nothing is lost; then checked, confirmed and signed."""
    case = referred(home)
    with home.town.visit(home, OFFICER, **faults) as page:
        opened(home, page, case)
        press(page, "Acuso y acepto")
        form = offices.form_of(page, "review")
        count = form.locator("input:not([type=hidden]),select").count()
        if count > MOST_FIELDS:
            yield f"expected at most {MOST_FIELDS} fields, found {count}"
        page.evaluate("document.querySelectorAll('#document').forEach(field => field.required = false)")
        page.fill("#done-hour", "23:59")
        page.fill("#done-day", day(1))
        status = press(page, "Revisar y confirmar")
        said = problem(page)
        if status != 422 or "Falta el número de documento" not in said or "aún no llega" not in said:
            yield f"expected 422 and both mistakes, found {status}: {' '.join(said.split())[:90]}"
        if page.input_value("#done-day") != day(1):
            yield "expected the typed day to stay"
        hand = offices.Hand(page)
        for selector, text in (("#done-day", day(0)), ("#done-hour", "00:00"), ("#document", "PRACTICA 12-2026")):
            hand.fill(selector, text)
        hand.press("Revisar y confirmar")
        checked = page.locator("main").inner_text()
        if "PRACTICA 12-2026" not in checked or "00:00" not in checked:
            yield "expected the answers once more before they are history"
        if "referral-done" in offices.acts(home, case):
            yield "expected nothing in the journal before it is confirmed"
        hand.press("Confirmar")
        if hand.clicks + hand.fields > MOST_TAPS:
            yield f"expected {MOST_TAPS} taps at most, found {hand.clicks + hand.fields}"
        if "Recibo de cumplimiento" not in page.locator("#recibos").inner_text():
            yield "expected the receipt of the duty"


@suite.test("a duty takes five fields and eight taps: mistakes are all said, nothing is lost, it ends in a receipt")
def records(home):
    return recording(home)


def consented(home, withdrawn=True):
    """An adult's case whose consent for the police was given and taken back."""
    case = referred(home, age="adult")
    with home.town.visit(home, "OP-01") as page:
        page.goto(f"{home.town.address}{case.path}/personas/{case.person}")
        offices.send(page, "consentir", para="care", entidad="pnp-station")
        if withdrawn:
            page.goto(f"{home.town.address}{case.path}/personas/{case.person}")
            offices.send(page, "desistir", para="care", entidad="pnp-station")
    return case


def stopping(home, withdrawn=True):
    case = consented(home, withdrawn)
    with home.town.visit(home, OFFICER) as page:
        opened(home, page, case)
        note = page.locator(".note.late", has_text="Deje de usar estos datos")
        if note.count() != 1:
            yield "expected the order to stop above everything else"
            return
        if note.bounding_box()["y"] > page.locator("#rq").bounding_box()["y"]:
            yield "expected the order to stop above the request"
        press(page, "Confirmo que paramos")
        if page.locator("main").get_by_text("Deje de usar estos datos").count():
            yield "expected the order to be gone once it is confirmed"
        if not any("stop" in name for name in offices.acts(home, case)):
            yield "expected the confirmation in the journal"


@suite.test("a consent that was taken back is shown first, and confirmed with one tap")
def stops(home):
    return stopping(home)


def strangers(home, who=STRANGER):
    """Absent and forbidden look the same."""
    case = referred(home)
    absent = case.inbox(POLICE)[:-4] + "0000"
    said = []
    with home.town.visit(home, who) as page:
        for path in (case.inbox(POLICE), absent):
            answer = page.goto(home.town.address + path)
            said.append((answer.status, page.locator("main").inner_text()))
    if said[0] != said[1] or said[0][0] != 404:
        yield f"expected the same absence for another unit, found {said[0][0]} and {said[1][0]}"


@suite.test("another unit's referral is as absent as one that never was")
def absent(home):
    return strangers(home)


@suite.plant("rows without a clock", "a clock and a word")
def clockless(home):
    return inbox(home, html=lambda text: re.sub(r'<b class="clock[^>]*>[^<]*</b>', "", text))


@suite.plant("an inbox in another order", "oldest clock first")
def shuffled(home):
    return inbox(home, js=offices.upside_down(".panel.left > .rows"))


@suite.plant("an acknowledgement that is never sent", "expected the acknowledgement in the journal")
def unsent(home):
    return acknowledging(home, html=lambda text: text.replace('value="acknowledge"', 'value="resume"'))


@suite.plant("an answer behind two folds", "three taps at most")
def folded(home):
    def fold(text):
        return text.replace('<div class="acts gap-top"><form', "<details><summary>Uno</summary><details><summary>Dos</summary>"
                            '<div class="acts gap-top"><form', 1)
    return acknowledging(home, html=fold)


@suite.plant("a form that forgets", "what was typed")
def forgetful(home):
    return holding(home, html=lambda text: text.replace('value="31/02/2026"', 'value=""'))


@suite.plant("a day field that loses what was typed", "the typed day to stay")
def forgetful_duty(home):
    return recording(home, html=lambda text: text.replace(f'value="{day(1)}"', 'value=""'))


@suite.plant("a consent that nobody took back", "the order to stop")
def never_withdrawn(home):
    return stopping(home, withdrawn=False)


@suite.plant("a stranger who is none", "the same absence")
def own(home):
    return strangers(home, who=OFFICER)
