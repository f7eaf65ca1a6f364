"""What a screen reader says: names, roles and order of the main journeys, word for word, and rules for every page."""

import os
from difflib import unified_diff
from pathlib import Path

import test_desk_screens as control
import views
import voice
from suite import Suite
from survey import once
from test_desk_sights import PLACES, visit
from walk import SMP, Hand

suite = Suite()
SCRIPTS = Path(__file__).parent / "voice"
"""One file a page and language; written anew with RUTA_WRITE_VOICE=1, to be read by a person before it is committed."""
PAGES = ("start", "calls", "seen", "sent", "receipt", "enter", "acknowledgement", "statement")
ADDRESSES = {"receipt": "/recibo", "enter": "/entrar", "acknowledgement": "/acuse", "statement": "/accesibilidad"}
CASE = ("/cola", "/casos/{case}", "/casos/{case}/personas/{person}", "/casos/{case}/derivar", "/relevo")


def reach(page, home, name):
    """The page of one name; the journey over a calendar in which offices are closed at any hour."""
    if name in ADDRESSES:
        page.goto(home.town.address + ADDRESSES[name])
        return
    hand = Hand(page, home.closed).begin()
    for step in ("calls", "seen", "sent")[:("start", "calls", "seen", "sent").index(name)]:
        if step == "calls":
            hand.district(SMP)
        hand.go(step)


def difference(page, name, language):
    """How what is said differs from what is written down."""
    file = SCRIPTS / f"{name}.{language}.txt"
    said = voice.lines(page)
    if os.environ.get("RUTA_WRITE_VOICE") == "1":
        file.parent.mkdir(exist_ok=True)
        file.write_text("\n".join(said) + "\n", encoding="utf-8")
    written = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    for line in unified_diff(written, said, "written", "said", n=0, lineterm=""):
        if line[:1] in "+-" and line[:3] not in ("+++", "---"):
            yield f"{name} in {language}: {'said' if line[0] == '+' else 'not said'} {line[1:]}"


@suite.test("the journeys are said as they are written down, in both languages: role, name and order")
def scripts(home):
    for language in ("es", "en"):
        for name in PAGES:
            with home.visit(language="en" if language == "en" else None) as page:
                reach(page, home, name)
                yield from difference(page, name, language)


def judged(page, name):
    views.open_all(page)
    yield from ((fault, name) for fault in voice.faults(page))


def all_pages(home):
    for view in views.ALL:
        if view.name == "neutral":  # says nothing of this site: no head, no foot
            continue
        with home.visit() as page:
            view.reach(page, home)
            yield from judged(page, view.name)
    for name, (who, path) in PLACES.items():
        with visit(home, who) as page:
            page.goto(home.town.address + path)
            yield from judged(page, name)
    for path in CASE:
        with home.town.visit(home, "OP-01") as page:
            control.at(path)(page, home, home.town)
            yield from judged(page, path)


@suite.test("on every page each control, group and table has a name, and headings make one outline")
def rules(home):
    return once(all_pages(home))


def planted(sentence, expected, name, **faults):
    @suite.plant(sentence, expected)
    def find(home):
        with home.visit(**faults) as page:
            reach(page, home, name)
            return [*difference(page, name, "es"), *voice.faults(page)]


def without(part, instead=""):
    return lambda text: text.replace(part, instead)


planted("a list without its name", "expected a name for every combobox", "start", html=without('<label for="district">', "<label>"))
planted("a field that is said otherwise", "not said textbox", "receipt", html=without('<label for="code">', '<label for="other">'))
planted("a part of the journey that nobody hears", "not said", "calls", html=without('<ol class="calls"', '<ol aria-hidden="true" class="calls"'))
planted("a heading that jumps", "no jump between headings", "statement", html=without("<h2>", "<h4>"))
planted("two main parts", "expected one main", "enter", html=without('<footer class="foot">', '<footer role="main" class="foot">'))
