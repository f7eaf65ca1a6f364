"""Every page that a person can get to see, by name, and how to get there."""

from dataclasses import dataclass
from typing import Callable

from walk import Hand, to_calls, to_seen, to_sent


@dataclass(frozen=True)
class View:
    name: str
    reach: Callable
    """Takes the page and the house."""
    needs_script: bool = False


def post_from_blank(page, address, inner, more=""):
    """Sends a form that no page of ours has, as a broken program would."""
    page.goto("about:blank")
    page.evaluate("html => { document.body.innerHTML = html; document.forms[0].submit() }",
                  f'<form method="post" action="{address}" {more}>{inner}</form>')
    page.wait_for_selector("main")
    page.wait_for_load_state()


def open_all(page):
    """Opens every part that can be opened."""
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")


def at(path):
    return lambda page, home: page.goto(home.open.address + path)


def begin(page, home):
    Hand(page, home.open).begin()


def begin_in_danger(page, home):
    hand = Hand(page, home.open).begin()
    hand.answer("fact.danger", "yes")
    hand.answer("fact.injury", "yes")


def calls(page, home):
    to_calls(page, home.open)


def calls_nowhere(page, home):
    to_calls(page, home.open, district=None)


def calls_unanswered(page, home):
    hand = to_calls(page, home.open, danger="yes", injury="yes")
    hand.answer("fact.police-answered", "no")
    hand.answer("fact.prosecutor-answered", "no")


def calls_implicated(page, home):
    hand = to_calls(page, home.closed, danger="yes")
    page.locator("details.tap summary").first.click()
    hand.answer("fact.official-implicated", "police")
    hand.go("calls")
    open_all(page)


def calls_not_saved(page, home):
    to_calls(page, home.broken)


def seen(page, home):
    to_seen(page, home.open)


def seen_marked(page, home):
    hand = to_seen(page, home.open)
    open_all(page)
    hand.answer("people", "two")
    hand.answer("fact.age", "doubted")
    for toggle in page.locator("label.choice:has(input[type=checkbox])").all()[::2]:
        toggle.click()


def seen_misread(page, home):
    """An answer that the catalogue does not know."""
    hand = to_seen(page, home.open)
    page.evaluate("document.querySelector('input[name=people]:checked').value = 'legion'")
    hand.count += 1
    page.locator("button[name=to][value=sent]").click()
    page.wait_for_selector("main .note.late:not([data-offline])")


def seen_offline(page, home):
    hand = to_seen(page, home.open)
    hand.answer("people", "two")
    page.context.set_offline(True)
    page.locator("button[name=to][value=sent]").click()
    page.wait_for_selector("[data-offline]:not([hidden])")


def sent(page, home):
    to_sent(page, home.open)
    open_all(page)


def sent_first_sight(page, home):
    to_sent(page, home.open)


def sent_not_saved(page, home):
    hand = to_seen(page, home.broken)
    hand.go("sent")


def receipt_of(code):
    def reach(page, home):
        typed = code
        if code is None:
            typed = to_sent(page, home.open).code()
        page.goto(home.open.address + "/recibo")
        page.fill("#code", typed)
        page.click("main button")
        page.wait_for_selector(".note")
    return reach


def manual(page, home):
    at("/manual")(page, home)
    open_all(page)


def too_large(page, home):
    """From a page of our own: what comes from elsewhere is not even read."""
    begin(page, home)
    page.evaluate("document.querySelector('input[name=report]').value = 'x'.repeat(300000); document.forms[0].submit()")
    page.wait_for_selector("body.desk main")
    page.wait_for_load_state()


def wrong_method(page, home):
    post_from_blank(page, home.open.address + "/directorio", "")


def unreadable(page, home):
    post_from_blank(page, home.open.address + "/", '<input name="x" value="y">', 'enctype="text/plain"')


STREET = [
    View("start", begin), View("start-in-danger", begin_in_danger), View("calls", calls),
    View("calls-no-district", calls_nowhere), View("calls-unanswered", calls_unanswered),
    View("calls-implicated", calls_implicated), View("calls-not-saved", calls_not_saved), View("seen", seen),
    View("seen-marked", seen_marked), View("seen-misread", seen_misread), View("seen-offline", seen_offline, True),
    View("sent", sent), View("sent-first-sight", sent_first_sight), View("sent-not-saved", sent_not_saved),
]
DESK = [
    View("directory", at("/directorio")), View("directory-smp", at("/directorio?distrito=150135")),
    View("directory-unknown", at("/directorio?distrito=999999")), View("manual", manual),
    View("receipt", at("/recibo")), View("receipt-good", receipt_of(None)),
    View("receipt-mistyped", receipt_of("7AXA-6ZTA")), View("receipt-short", receipt_of("7AXA")),
    View("not-found", at("/nada-aqui")), View("wrong-method", wrong_method), View("too-large", too_large),
    View("unreadable", unreadable), View("neutral", at("/horario-de-limpieza")),
]
ALL = STREET + DESK
