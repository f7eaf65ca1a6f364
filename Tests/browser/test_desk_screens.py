"""Every screen of a control centre, by day and by night, on a phone and on a desk: axe, contrast, width, keys, words."""

import functools
import re

import desk
import screens
import survey
import test_contrast as contrast
import test_sizes as sizes
from more_screens import MORE
from screens import Screen, each
from suite import Suite
from survey import once

suite = Suite()
RAW = re.compile(r"\b(ladder|link|street|(sereno|operator|officer|case-manager)-\d+)\b")
TALLEST_HEAD = 128  # two rows of 56 px and their edges


@functools.cache
def scene(home):
    """A case with everything on it: taken, a person, somebody who answers, referrals. Made once."""
    town = home.town
    case = desk.case_id(town, desk.report(home, town, danger="yes"))
    other = desk.case_id(town, desk.report(home, town, district="150101"))
    with town.visit(home, "OP-01") as page:
        desk.take(page, town, case)
        person = desk.add_person(page, town, case, age="minor")
        desk.give_custody(page, town, case, person)
        page.goto(f"{town.address}/casos/{case}/derivar")
        page.locator("button[name=etapa][value=revisar]").click()
        page.wait_for_load_state()
        page.locator("button[name=etapa][value=enviar]").click()
        page.wait_for_load_state()
        proof = page.locator("main a[href*='/acuse/']").first.get_attribute("href")
    with town.visit(home, "GC-01") as page:
        page.goto(f"{town.address}/casos/{case}/personas/{person}")
        form = desk.unfold(desk.act(page, "sellar"))
        form.locator("select[name=campo]").select_option("name")
        form.locator("input[name=texto]").fill("Persona de Práctica Uno")
        desk.press(form)
    return {"case": case, "other": other, "person": person, "proof": proof}


def at(path):
    """A screen at an address; `{case}`, `{person}`, `{other}` and `{proof}` are those of the scene."""
    def reach(page, home, town):
        page.goto(town.address + path.format(**scene(home)))
    return reach


def practice_case(page, home, town):
    """A case of the invented town, in which invented people acted."""
    found = town.read("SELECT case_id FROM case_row WHERE municipality = '150135' AND owner LIKE 'operator-%' "
                      "AND is_open = 1 AND people > 0 LIMIT 1")
    page.goto(f"{town.address}/casos/{found[0][0]}")


def refer(page, home, town):
    """The whole route of a case that was taken just now."""
    case = desk.case_id(town, desk.report(home, town, danger="yes"))
    desk.take(page, town, case)
    page.goto(f"{town.address}/casos/{case}/derivar")


def refer_hard(page, home, town):
    """Everything that can stand in the way at once: a policeman implicated, an adult not asked, no reason given."""
    case = desk.case_id(town, desk.report(home, town, danger="yes", implicated="police"))
    desk.take(page, town, case)
    for age in ("adult", "minor"):
        desk.add_person(page, town, case, age=age)
    page.goto(f"{town.address}/casos/{case}/derivar")
    bodies = desk.unfold(page.locator(".picks details").first).locator("select").first
    bodies.select_option(index=bodies.locator("option").count() - 1)
    page.locator("button[name=etapa][value=revisar]").click()
    page.wait_for_selector("main .note[role=alert]")


def check(page, home, town):
    refer(page, home, town)
    page.locator("button[name=etapa][value=revisar]").click()
    page.wait_for_selector("main table")


def refused(page, home, town):
    """A form that was not taken."""
    at("/casos/{case}")(page, home, town)
    form = desk.unfold(desk.act(page, "unir"))
    form.locator("input[name=codigo]").fill("no es un código")
    desk.press(form)


def stay(page, home, town):
    at("/cola")(page, home, town)
    page.locator("header.bar form button").click()
    page.wait_for_load_state()


def spoken(page, home, town):
    at("{proof}")(page, home, town)
    page.locator("form:has(input[name=acto][value=call]) button").click()
    page.wait_for_load_state()


def reveal(page, home, town):
    at("/casos/{case}/personas/{person}")(page, home, town)
    form = desk.unfold(page.locator("form[action$='/revelar']").first)
    form.locator("select[name=motivo]").select_option("attend-person")
    desk.press(form)


def step_up(page, home, town):
    town.forget_proofs()
    reveal(page, home, town)


def revealed(page, home, town):
    step_up(page, home, town)
    page.fill("#step", town.card("GC-01").passphrase)
    page.locator("form:has(#step) button").last.click()
    page.wait_for_selector("[data-cover]")


def refused_entry(page, home, town):
    page.goto(town.address + "/entrar")
    page.fill("input[name=cuenta]", "OP-99")
    page.fill("input[type=password]", "no-es-la-clave-de-nadie")
    page.fill("input[autocomplete=one-time-code]", "123456")
    page.locator("main form button").last.click()
    page.wait_for_selector("main [role=alert]")


SCREENS = [
    Screen("enter", "", lambda page, home, town: page.goto(town.address + "/entrar")),
    Screen("enter-refused", "", refused_entry),
    Screen("queue", "OP-01", at("/cola?caso={case}")),
    Screen("case", "OP-01", at("/casos/{case}")),
    Screen("case-practice", "OP-01", practice_case),
    Screen("case-refused", "OP-01", refused),
    Screen("refer", "OP-01", refer),
    Screen("refer-hard", "OP-01", refer_hard),
    Screen("refer-check", "OP-01", check),
    Screen("person", "OP-01", at("/casos/{case}/personas/{person}")),
    Screen("proof", "OP-01", spoken),
    Screen("handover", "OP-01", at("/relevo")),
    Screen("stay", "OP-01", stay),
    Screen("emergency", "OP-01", at("/casos/{other}/emergencia")),
    Screen("account", "OP-01", at("/mi-cuenta")),
    Screen("places", "OP-01", at("/focos")),
    Screen("search", "GC-01", at("/buscar")),
    Screen("step-up", "GC-01", step_up),
    Screen("revealed", "GC-01", revealed),
    *MORE,
]
BY_NAME = {screen.name: screen for screen in SCREENS}


@functools.cache
def sights(home):
    return screens.all_sights(home, SCREENS)


def judged(home, judge, with_night=False):
    return once((finding, where) for where, (measure, night) in each(sights(home))
                if measure["edges"] or judge is sizes.sideways
                for finding in (judge(measure, night) if with_night else judge(measure)))


@suite.test("axe finds no violation on any screen of the desk, by day and by night")
def axe(home):
    return once((finding, where) for where, found in each(sights(home), "violations") for finding in found)


@suite.test("text has 7:1, edges have 4.5:1, every state says a word")
def colours(home):
    return judged(home, contrast.texts, True) + judged(home, contrast.edges) + judged(home, contrast.states)


@suite.test("nothing is wider than a screen of 320, 360 or 1440 px")
def widths(home):
    return judged(home, sizes.sideways)


@suite.test("every stop of the Tab key shows a ring and is in sight")
def rings(home):
    return once((stop, where) for where, found in each(sights(home), "stops") for stop in found)


@suite.test("no browser complains of a script or of the rules for content")
def complaints(home):
    return once((complaint, name) for name, sight in sights(home).items() for complaint in sight.complaints)


@suite.test("people and the program are called by words, never by an id of the register")
def names(home):
    return once((finding, name) for name, sight in sights(home).items() for finding in raw(sight.words["all"]))


def raw(text):
    for found in RAW.finditer(text):
        yield f"expected words, found the id '{found.group()}'"


# The head as it is, and as it is on each page that it leads to: that one's name is bold.
TALLEST = """() => {
    const bar = document.querySelector('header.bar'), links = [...bar.querySelectorAll('nav a')];
    const height = current => {
        links.forEach(link => link.toggleAttribute('aria-current', link === current));
        return bar.getBoundingClientRect().height;
    };
    return Math.max(bar.getBoundingClientRect().height, ...links.map(height));
}"""


@suite.test("the head of a screen takes two rows of a phone at most")
def heads(home):
    everybody = [Screen("head", role, at("/mi-cuenta")) for role in sorted({card.role for card in home.town.cards})]
    return [finding for screen in (BY_NAME["queue"], BY_NAME["case"], *everybody) for finding in head(home, screen)]


def head(home, screen, **faults):
    for width in (320, 360):
        with screens.visit(home, screen, size=survey.SIZES[width], **faults) as page:
            screen.reach(page, home, home.town)
            found = page.evaluate(TALLEST)
            if found > TALLEST_HEAD:
                yield f"{screen.who}: expected a head of {TALLEST_HEAD} px at {width} px, found {found:.0f} px"


@suite.plant("a list without a label", "select-name")
def unlabelled(home):
    screen = BY_NAME["search"]
    with screens.visit(home, screen, html=lambda text: text.replace('<label for="', '<label id="')) as page:
        screen.reach(page, home, home.town)
        return survey.violations(page)


@suite.plant("pale letters in the queue", "expected 7:1")
def pale(home):
    return contrast.texts(screens.one(home, BY_NAME["queue"], css=".muted{color:#888}"), False)


@suite.plant("a state that is only a colour", "a word beside every state")
def wordless(home):
    # The queue draws itself anew: what it brings must lose its words too.
    hide = ("const hide = () => document.querySelectorAll('.state').forEach(state => state.textContent = '');"
            "hide(); new MutationObserver(hide).observe(document.documentElement, { childList: true, subtree: true })")
    return contrast.states(screens.one(home, BY_NAME["queue"], js=hide))


@suite.plant("a queue wider than the phone", "wider than the screen")
def wide(home):
    return list(sizes.sideways(screens.one(home, BY_NAME["queue"], css=".rows{width:480px}")))


@suite.plant("no ring", "shows no ring")
def no_ring(home):
    screen = BY_NAME["account"]
    with screens.visit(home, screen, css="*:focus{outline:0!important}") as page:
        screen.reach(page, home, home.town)
        return survey.stops(page)


@suite.plant("an id in the thread", "expected words")
def bare_id(home):
    return list(raw("22/11 22:10 sereno-13"))


@suite.plant("a head of three rows", "expected a head")
def tall(home):
    return list(head(home, BY_NAME["queue"], css=".bar .side{width:100%}"))
