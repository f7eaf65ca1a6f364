"""Without a mouse: every stop shows where one is, and the whole journey goes by keys alone."""

import views
from suite import Suite
from survey import each, once, stops
from walk import POLICE, SMP, hrefs

suite = Suite()
MOST_STOPS = 60


@suite.test("every stop of the Tab key shows a ring and is in sight")
def rings(home):
    return once((stop, where) for where, found in each(home, "stops") for stop in found)


def tab_to(page, selector):
    """Presses Tab until what is wanted has the focus."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"expected to reach {selector} within {MOST_STOPS} presses of Tab")


def by_keys(home, script, **faults):
    """The journey by Tab, arrows, space and Enter."""
    with home.visit(script=script, **faults) as page:
        page.goto(home.open.address + "/")
        tab_to(page, "input[name='fact.danger']")
        page.keyboard.press("Space")
        if POLICE not in hrefs(page, ".advice a.call") or not page.locator(".advice a.call").first.is_visible():
            yield "expected 105 in sight after a yes by the space bar"
        tab_to(page, "select[name=district]")
        page.keyboard.type("San Mart")
        if page.input_value("select[name=district]") != SMP:
            yield f"expected the district by typing, found {page.input_value('select[name=district]')}"
        for step in ("calls", "seen", "sent"):
            tab_to(page, f".dock button[value={step}]")
            page.keyboard.press("Enter")
            page.wait_for_selector(f"input[name=from][value={step}]", state="attached")
        if not page.locator(".bigcode").is_visible():
            yield "expected the code at the end"


@suite.test("the journey goes by keys alone, with script and without")
def keys(home):
    yield from by_keys(home, True)
    yield from by_keys(home, False)


@suite.test("after each step a screen reader stands at the beginning of the new page")
def focus_moves(home):
    with home.visit() as page:
        views.calls(page, home)
        at = page.evaluate("document.activeElement.tagName")
        if at != "MAIN":
            yield f"expected the focus on the content, found {at}"


@suite.plant("no ring", "shows no ring")
def no_ring(home):
    with home.visit(css="*:focus,.choice input:focus+span{outline:0!important}") as page:
        views.begin(page, home)
        return stops(page)


@suite.plant("a stop that nobody sees", "where nobody sees it")
def hidden_stop(home):
    with home.visit(css=".links{position:absolute;clip:rect(0 0 0 0)}") as page:
        views.begin(page, home)
        return stops(page)


@suite.plant("a stop under the dock", "lies under")
def under_the_dock(home):
    with home.visit(css="html{scroll-padding:0!important}.dock{height:300px}") as page:
        views.seen(page, home)
        return stops(page)


@suite.plant("a button that keys cannot reach", "expected to reach")
def unreachable(home):
    try:
        return list(by_keys(home, False, html=lambda text: text.replace('<button name="to"', '<button tabindex="-1" name="to"')))
    except AssertionError as found:
        return [str(found)]
