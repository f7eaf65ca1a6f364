"""The way out: one tap, a page about rubbish at once, and no way back to the case."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Error

import views
from suite import Suite
from survey import SIZES
from walk import Hand, to_seen

suite = Suite()
CASE = re.compile(r"105|Polic[ií]a|Fiscal|trata\b|Marque|Llame|aviso|Diga", re.I)
NEUTRAL = "/horario-de-limpieza"
STAMP = "addEventListener('click', () => { window.name = performance.timeOrigin + performance.now() }, true)"

# Milliseconds from the tap until the neutral page was painted.
SINCE = """() => new Promise(done => {
  const paint = () => {
    const first = performance.getEntriesByName('first-contentful-paint')[0];
    if (first) done(performance.timeOrigin + first.startTime - Number(window.name)); else setTimeout(paint, 5);
  };
  paint();
})"""


def neutral(page, home):
    page.wait_for_url(home.open.address + NEUTRAL)
    page.wait_for_selector("main li")


def case_in(page):
    found = CASE.search(page.inner_text("body"))
    return found and found.group()


def leave(home, reach, script, **faults):
    """Findings on one way out: what is shown, and what comes when the person goes back or on again."""
    with home.visit(script=script, **faults) as page:
        reach(page, home)
        page.locator(".exit").click()
        neutral(page, home)
        if case_in(page):
            yield f"the neutral page says '{case_in(page)}'"
        if not script:
            return
        for way in ["back"] * 6 + ["forward"] * 6:
            try:
                getattr(page, f"go_{way}")(timeout=1500)
            except Error:
                continue
            page.wait_for_timeout(50)
            if page.url != "about:blank" and case_in(page):
                return (yield f"{way} shows the case again: '{case_in(page)}' at {page.url}")


def reached(hand_reach):
    return lambda page, home: hand_reach(page, home.open)


@suite.test("with script, back and forward lead nowhere near the case, from any step")
def no_way_back(home):
    for reach in (views.begin, views.calls, reached(to_seen), views.sent_first_sight):
        yield from leave(home, reach, True)


@suite.test("going back inside the journey first changes nothing")
def after_back(home):
    def back_and_on(page, home):
        to_seen(page, home.open)
        page.go_back()
        page.wait_for_selector("input[name=from][value=calls]", state="attached")
    yield from leave(home, back_and_on, True)


@suite.test("without script the way out is a link, and back shows no answer and no code")
def by_link(home):
    yield from leave(home, views.sent_first_sight, False)
    with home.visit(script=False) as page:
        Hand(page, home.open).begin().answer("fact.danger", "yes")
        page.locator(".exit").click()
        neutral(page, home)
        page.go_back()
        if page.locator("main input:checked").count():
            yield "expected no answer after going back"


def asked(home, **faults):
    """What is asked of the server from the tap to the neutral page, but for pictures, letters and styles."""
    with home.visit(**faults) as page:
        views.calls(page, home)
        paths = []
        page.on("request", lambda request: paths.append(urlsplit(request.url).path))
        page.evaluate(STAMP)
        page.locator(".exit").click()
        neutral(page, home)
        suite.notes.append(f"the neutral page stands after {page.evaluate(SINCE):.0f} ms")
    return [path for path in paths if not path.startswith("/assets/")]


def direct(paths):
    """How long it takes hangs on the machine; that nothing stands between the tap and the page does not."""
    if paths != [NEUTRAL]:
        yield f"expected to ask for the neutral page and nothing else, found {paths}"


@suite.test("from the tap to the neutral page nothing else is asked for")
def quick(home):
    return direct(asked(home))


BLANK = """() => { const start = performance.now(); document.querySelector('.exit').click();
  return [performance.now() - start, document.body.innerText.trim(), document.title.trim()] }"""


@suite.test("the page of the case is blank before the neutral page has even been asked for")
def blank(home):
    with home.visit() as page:
        views.calls(page, home)
        page.route("**" + NEUTRAL, lambda route: route.abort())
        took, text, title = page.evaluate(BLANK)
        if text or title:
            yield f"expected a blank page at once, found '{(text or title)[:40]}'"
        suite.notes.append(f"the case is blank after {took:.0f} ms")


@suite.test("the way out stands at the top right of every street page and is never covered")
def in_reach(home):
    for view in views.STREET:
        with home.visit(size=SIZES[320]) as page:
            view.reach(page, home)
            page.evaluate("scrollTo(0, document.body.scrollHeight)")
            box = page.locator(".exit").bounding_box()
            if not box or box["y"] < 0 or box["y"] > 8 or box["x"] + box["width"] < 312:
                yield f"{view.name}: expected the way out at the top right, found {box}"


@suite.plant("an exit that leaves the history as it was", "back shows the case again")
def history_kept(home):
    keep = "document.addEventListener('click', event => { const link = event.target.closest('.exit'); " \
           "if (link) { event.stopPropagation(); event.preventDefault(); location.assign(link.href) } }, true)"
    return list(leave(home, views.calls, True, js=keep))


@suite.plant("an exit that asks for something first", "the neutral page and nothing else")
def dawdles(home):
    first = "document.addEventListener('click', event => { if (event.target.closest('.exit')) fetch('/salud') }, true)"
    return list(direct(asked(home, js=first)))


@suite.plant("a neutral page that names the case", "the neutral page says")
def not_neutral(home):
    return list(leave(home, views.begin, True, html=lambda text: text.replace("Horario de limpieza</h1>", "Posible trata</h1>")))
