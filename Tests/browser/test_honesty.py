"""The page claims nothing it cannot know: not a call, not a sending, not a saving before the commit; and loses nothing typed."""

import re

import views
from suite import Suite
from survey import everything
from walk import POLICE, PROSECUTOR_NORTH, PROSECUTOR_ON_DUTY, Hand, to_seen

suite = Suite()
CLAIM = re.compile(r"\b(enviad[oa]s?|avisad[oa]s?|llamad[oa]s? (a|al|con)\b|se (llamó|avisó|envió)|"
                   r"ya (llamamos|avisamos|enviamos)|"
                   r"(ha|fue|fueron) (llamad|avisad|enviad)\w+)", re.I)
LETTER = "[2346789A-HJKMNP-RT-Z]"
SAVED = re.compile(rf"Recibido|\b{LETTER}{{4}}-{LETTER}{{4}}\b")
# What a guard reads. The desks say "enviado" of a referral that the journal has: they know.
READ_ON_THE_STREET = ("common", "directory", "errors", "fact", "manual", "receipt", "street")
BEFORE_THE_COMMIT = ("start", "start-in-danger", "calls-not-saved", "sent-not-saved")


def claims(where, text):
    return [f"{where}: claims '{' '.join(found.group().split())}'" for found in CLAIM.finditer(text)]


@suite.test("no word of the street claims a call or a sending")
def lint(home):
    for name in READ_ON_THE_STREET:
        file = home.catalog / f"texts/es/{name}.yaml"
        for number, line in enumerate(file.read_text().splitlines(), 1):
            yield from claims(f"texts/es/{file.name}:{number}", line.partition(": ")[2])


@suite.test("no page, as it is read, claims a call or a sending")
def pages(home):
    for view in views.STREET:
        yield from claims(view.name, everything(home)[view.name].words["all"])


def early(where, text):
    found = SAVED.search(text)
    if found:
        yield f"{where}: expected nothing saved, found '{found.group()}'"


@suite.test("a page says received, and shows a code, only after the commit")
def after_commit(home):
    for name in BEFORE_THE_COMMIT:
        yield from early(name, everything(home)[name].words["all"])


@suite.test("a report that was not saved says so, shows the calls and offers to try again")
def not_saved(home):
    for script in (True, False):
        for reach in (views.calls_not_saved, views.sent_not_saved):
            with home.visit(script=script) as page:
                reach(page, home)
                hand = Hand(page, home.broken)
                alert = page.locator("[role=alert]:visible")
                if alert.count() != 1 or not alert.locator("button").count():
                    yield "expected one alert with a button to try again"
                yield from both_calls(hand, "on the page")


def both_calls(hand, where):
    found = hand.visible_calls()
    if POLICE not in found or not {PROSECUTOR_ON_DUTY, PROSECUTOR_NORTH} & set(found):
        yield f"expected police and prosecutor {where}, found {found or 'no call'}"


def power_cut(home, script, act, **faults):
    """A report that is being filled in when the server dies; `act` looks at what is left, then it is sent after all."""
    server = home.new_server()
    with home.visit(script=script, **faults) as page:
        hand = to_seen(page, server)
        hand.answer("people", "two")
        hand.answer("fact.age", "doubted")
        server.kill()
        try:
            page.locator("button[name=to][value=sent]").click()
            yield from act(page, hand)
            server.restart()
            yield from sent_after_all(page, hand, script)
        finally:
            if server.process.poll() is None:
                server.kill()


def kept(page):
    for field in ("input[name=people][value=two]", "input[name='fact.age'][value=doubted]"):
        if not page.locator(field).is_checked():
            yield f"expected {field} still marked"


def note_and_calls(page, hand):
    page.wait_for_selector("[data-offline]:not([hidden])")
    yield from kept(page)
    yield from both_calls(hand, "one tap away without the network")
    if SAVED.search(page.inner_text("main h1, main [data-offline]")):
        yield "expected no claim of a saving"


def error_page(page, hand):
    page.wait_for_timeout(600)
    return ()


def sent_after_all(page, hand, script):
    """The server is back: one tap, or one reload, and the report is whole."""
    if script:
        page.locator("button[name=to][value=sent]").click()
    else:
        page.context.new_cdp_session(page).send("Page.reload")
    page.wait_for_selector(".bigcode")
    reports = hand.server.reports()
    last = reports[-1][2]
    if len({case for case, _, _ in reports}) != 1:
        yield f"expected one case, found {len({case for case, _, _ in reports})}"
    if (last["people"], last["facts"]) != ("two", {"age": "doubted"}):
        yield f"expected every answer on disk, found {last['people']}, {last['facts']}"


@suite.test("the server dies before the sending, with script: answers stay, calls are one tap away, one report in the end")
def dies_with_script(home):
    return power_cut(home, True, note_and_calls)


@suite.test("the same without script: a reload of the browser's own error page sends everything")
def dies_without_script(home):
    return power_cut(home, False, error_page)


@suite.plant("a text that claims a call", "claims 'ya llamamos'")
def claimed(home):
    return claims("planted", "Listo: ya llamamos a la policía.")


@suite.plant("a code before the commit", "expected nothing saved")
def code_too_early(home):
    with home.visit(html=lambda text: text.replace("</h1>", "</h1><p>Recibido · 7AXA-6ZT7</p>", 1)) as page:
        views.begin(page, home)
        return list(early("start", page.inner_text("body")))


@suite.plant("a script that says nothing when the network fails", "TimeoutError")
def silent(home):
    try:
        return list(power_cut(home, True, note_and_calls, css="[data-offline]{display:none!important}"))
    except Exception as fault:
        return [type(fault).__name__]


@suite.plant("a script that forgets the answers when the network fails", "still marked")
def forgets(home):
    reset = "addEventListener('click', event => { if (event.target.value === 'sent') " \
            "setTimeout(() => document.forms[0].reset(), 60) }, true)"
    return list(power_cut(home, True, lambda page, hand: page.wait_for_timeout(300) or note_and_calls(page, hand), js=reset))
