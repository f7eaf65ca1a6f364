"""The practice: a drill that says so on every page and dials nothing, and a manual that is searched without a network."""

from suite import Suite

suite = Suite()
SHIFT, SCENE = "T-0427", "street-corner-night"
BAND = "SIMULACRO"
# Whether a sentence stands in sight above everything else, and how high it is.
SEEN = """() => { const band = document.querySelector('body > p.drill'); if (!band) return 'nothing';
  const at = band.getBoundingClientRect(); return at.height > 0 && at.top < 120 && band.innerText.includes('SIMULACRO') ? '' : 'out of sight' }"""


def said(page, name):
    """What a page of a practice house does not say, or dials after all."""
    page.evaluate("window.scrollTo(0, 0)")
    missing = page.evaluate(SEEN)
    if missing:
        yield f"{name}: expected {BAND} above everything, found {missing}"
    if not page.title().startswith(BAND):
        yield f"{name}: the title does not say {BAND}"
    if "/practica" in page.url and page.locator("a[href^='tel:']").count():
        yield f"{name}: a number can be dialled"


def tap(page, selector):
    page.locator(selector).first.click()
    page.wait_for_load_state()


def drill(page, address):
    """Plays a scene; gives the name of each page when it stands."""
    page.goto(address + "/practica")
    yield "list"
    page.fill("input[name=turno]", SHIFT)
    tap(page, f"button[value={SCENE}]")
    yield "scene"
    tap(page, "main form button >> nth=0")
    yield "start"
    tap(page, "button[name=to][value=calls]")
    yield "calls"
    for place in range(page.locator(".calls > li > button[name=llamar]").count()):
        page.locator(".calls > li > button[name=llamar]").nth(place).click()
        page.wait_for_load_state()
        yield f"call {place + 1}"
    tap(page, ".calls ~ .dock button[name=to][value=seen], button[name=to][value=seen]")
    yield "seen"
    for sign in ("B03", "B05"):
        page.locator(f"input[name='sign.{sign}']").check(force=True)
    tap(page, "button[name=to][value=sent]")
    yield "sent"
    tap(page, "button[name=paso][value=preguntas]")
    yield "questions"
    for number in (0, 1):
        page.locator(f"input[name='pregunta.{number}'][value='0']").check(force=True)
    tap(page, "main form button")
    yield "score"


@suite.test("a drill is played to its score with and without script, says so on every page, and dials nothing")
def played(home):
    for script in (True, False):
        with home.visit(script=script) as page:
            names = []
            for name in drill(page, home.town.address):
                names.append(name)
                yield from said(page, f"{name}, {'with' if script else 'without'} script") if script else quiet(page, name)
            if "Su nota:" not in page.inner_text("main"):
                yield f"expected a score, found {page.inner_text('main')[:80]!r} after {names}"


def quiet(page, name):
    """The same where no script can be asked: from the document."""
    text = page.content()
    if f"<title>{BAND}" not in text or '<p class="drill">' not in text:
        yield f"{name}, without script: does not say {BAND}"
    if "/practica" in page.url and 'href="tel:' in text:
        yield f"{name}, without script: a number can be dialled"


@suite.test("the pages of the practice have no text that leaves its box at 320, 360 and 1440 px")
def fits(home):
    for width in (320, 360, 1440):
        with home.visit(size=(width, 800)) as page:
            for name in drill(page, home.town.address):
                wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                if wide > 0:
                    yield f"{name} at {width} px: {wide} px too wide"


def searched(page, address, words, offline=False):
    """What the manual shows of some words: how many entries, and those that have not every word."""
    page.goto(address + "/manual")
    if offline:
        page.context.set_offline(True)
    page.fill("#buscar", words)
    page.press("#buscar", "Enter")
    return page.evaluate("""words => {
      const fold = text => text.normalize('NFD').replace(/[\\u0300-\\u036f]/g, '').toLowerCase();
      const items = [...document.querySelectorAll('.manual section.box > ul > li, .manual section.box > dl > div, .manual section.box > ol > li')]
        .filter(item => item.offsetParent !== null);
      return { count: items.length, wrong: items.filter(item => !words.every(word => fold(item.textContent).includes(word)))
        .map(item => item.textContent.slice(0, 40)), said: document.querySelector('[data-found]').textContent } }""", words.split())


def answers(page, address, offline=False):
    for words in ("migraciones", "calidad humanitaria", "reflexion"):
        found = searched(page, address, words, offline)
        page.context.set_offline(False)
        if not found["count"] or found["wrong"]:
            yield f"'{words}': {found['count']} entries, without the words: {found['wrong'][:3]}"
        if not any(digit.isdigit() for digit in found["said"]):
            yield f"'{words}': the count is not said"


@suite.test("the search of the manual hides what has not every word, with a network and without")
def search(home):
    for offline in (False, True):
        with home.visit() as page:
            yield from answers(page, home.open.address, offline)


@suite.plant("a page of a drill that does not say so", "expected SIMULACRO above everything")
def unsaid(home):
    with home.visit(html=lambda text: text.replace('<p class="drill">', '<p class="drill" hidden>')) as page:
        page.goto(home.town.address + "/practica")
        return list(said(page, "list"))


@suite.plant("a drill that dials", "a number can be dialled")
def dials(home):
    with home.visit(html=lambda text: text.replace("<main", '<a href="tel:105">105</a><main')) as page:
        page.goto(home.town.address + "/practica")
        return list(said(page, "list"))


@suite.plant("a search that hides nothing", "without the words")
def open_search(home):
    with home.visit(css="[hidden]{display:block!important}") as page:
        return list(answers(page, home.open.address))
