"""The manual: every place in it can be reached by its address, and the drawing says what the list beside it says."""

import re

from suite import Suite
from survey import SIZES

suite = Suite()
OUTSIDE = """() => {
  const boxes = [...document.querySelectorAll('svg.chart rect.node')].map(box => box.getBoundingClientRect());
  return [...document.querySelectorAll('svg.chart text:not(.cn)')].filter(text => {
    const at = text.getBoundingClientRect();
    return !boxes.some(box => at.left >= box.left && at.right <= box.right - 4 && at.top >= box.top
      && at.bottom <= box.bottom);
  }).map(text => `outside its box: ${text.textContent}`) }"""
SECTIONS = ("ruta", "senales", "conducta", "derechos", "deberes", "plazos", "instituciones", "advertencias", "glosario", "fuentes")


def broken_anchors(page):
    return [f"the link #{anchor} leads nowhere" for anchor in page.evaluate(
        "[...new Set([...document.querySelectorAll('a[href*=\"#\"]')].map(link => link.hash.slice(1)))]"
        ".filter(id => !document.getElementById(decodeURIComponent(id)))")]


@suite.test("every link within the manual leads to a place on the page, and every section is in the contents")
def anchors(home):
    with home.visit() as page:
        page.goto(home.open.address + "/manual")
        yield from broken_anchors(page)
        listed = [link.get_attribute("href").lstrip("#") for link in page.locator(".toc a").all()]
        if listed != list(SECTIONS):
            yield f"expected the contents {SECTIONS}, found {listed}"


@suite.test("an address with a place shows that place under the head, with and without script")
def places(home):
    for script in (True, False):
        with home.visit(script=script) as page:
            for section in SECTIONS[1:-1]:
                page.goto("about:blank")
                page.goto(f"{home.open.address}/manual#{section}")
                top = page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", section)
                bar = page.evaluate("document.querySelector('.bar').getBoundingClientRect().bottom")
                if not bar - 1 <= top <= bar + 200:
                    yield f"#{section}: expected just below {bar:.0f} px, found at {top:.0f} px"


def words(text):
    return set(re.findall(r"\w{4,}", text.lower()))


def drawing(page):
    """What the drawing lacks for those who do not see it, or says that the list does not."""
    chart = page.locator("svg.chart")
    hidden = chart.get_attribute("aria-hidden") == "true"
    if not hidden and not (chart.get_attribute("role") == "img" and chart.locator("title").count()):
        yield "expected a title and the role of a picture, or a drawing hidden from readers that have the list"
    twin = page.locator(".flow-list")
    if twin.count() != 1:
        return (yield "expected a list beside the drawing")
    nodes, items = chart.locator("rect.node").count(), twin.locator("> li").count()
    if nodes != items or nodes < 5:
        yield f"expected as many boxes as items, found {nodes} and {items}"
    missing = words(" ".join(chart.locator("text").all_text_contents())) - words(twin.inner_text())
    if missing:
        yield f"in the drawing and not in the list: {', '.join(sorted(missing))}"
    if not page.evaluate("() => { const list = document.querySelector('.flow-list'); return list.checkVisibility() "
                         "&& getComputedStyle(list).visibility === 'visible' && !list.closest('[aria-hidden]') }"):
        yield "expected the list in reach of a screen reader"


@suite.test("the drawn route has a twin in words, on a phone and on a desk")
def twin(home):
    for width in (360, 1440):
        with home.visit(size=SIZES[width]) as page:
            page.goto(home.open.address + "/manual")
            yield from (f"{width} px: {finding}" for finding in drawing(page))


@suite.test("no letter of the drawing leaves its box")
def inside(home):
    with home.visit(size=SIZES[1440]) as page:
        page.goto(home.open.address + "/manual#ruta")
        yield from page.evaluate(OUTSIDE)


@suite.plant("a link to nowhere", "#nowhere leads nowhere")
def nowhere(home):
    with home.visit(html=lambda text: text.replace('href="#glosario"', 'href="#nowhere"')) as page:
        page.goto(home.open.address + "/manual")
        return broken_anchors(page)


@suite.plant("a drawing that says more than its list", "in the drawing and not in the list")
def more(home):
    with home.visit(html=lambda text: text.replace('<text class="ct"', '<text>secretamente</text><text class="ct"', 1)) as page:
        page.goto(home.open.address + "/manual")
        return list(drawing(page))


@suite.plant("a list that readers cannot reach", "in reach of a screen reader")
def unreached(home):
    with home.visit(css=".flow-list{display:none}") as page:
        page.goto(home.open.address + "/manual")
        return list(drawing(page))
