"""The pages in English: chosen with one button, as readable, as visible and as usable as in Spanish."""

import functools
import pyphen
import re
import survey
import test_desk_screens as control
import test_manual as manual
import views
from suite import Suite
from survey import once
from test_desk_sights import PLACES, judged
from test_language import MOST_WORDS, WORD, sentences
from views import at

suite = Suite()
STREET, ELSEWHERE = 70, 60
BREAKS = pyphen.Pyphen(lang="en_GB")
# The print of a file or of the journal is read by programs.
HASH = re.compile(r"\b[0-9a-f]{32,}\b")
CASE = {"queue": "/cola", "case": "/casos/{case}", "person": "/casos/{case}/personas/{person}", "refer": "/casos/{case}/derivar",
        "shift": "/relevo"}


def reached(home):
    """A page in English for every view of the street and the desk, and for the screens behind the entry."""
    for view in [*views.ALL, views.View("enter", at("/entrar")), views.View("statement", at("/accesibilidad"))]:
        with home.visit(language="en") as page:
            view.reach(page, home)
            yield view.name, page
    for name, (who, path) in PLACES.items():
        with staff(home, who) as page:
            page.goto(home.town.address + path)
            yield name, page
    for name, path in CASE.items():
        with staff(home, "OP-01") as page:
            control.at(path)(page, home, home.town)
            yield name, page


def staff(home, who, **more):
    return home.town.visit(home, who, language="en", **more) if who else home.visit(language="en", **more)


@functools.cache
def everything(home):
    """Each page looked at once: its language, what is wrong with it, and its words."""
    home.pictures.mkdir(parents=True, exist_ok=True)
    return {name: (page.evaluate("document.documentElement.lang"), list(judged(page, f"en-{name}")), words(page, home, name))
            for name, page in reached(home)}


def words(page, home, name):
    for width, night in ((360, False), (1440, True)):
        survey.on_screen(page, survey.SIZES[width], night)
        survey.picture(page, home, f"en-{name}", width, night)
    # What stays in Spanish is marked as Spanish, and is no English to be judged.
    page.evaluate("document.querySelectorAll('[lang=es-PE]').forEach(part => part.remove())")
    return page.evaluate(survey.WORDS)


@suite.test("every page says that it is in English")
def said(home):
    for name, (language, _, _) in everything(home).items():
        if language != "en":
            yield f"{name}: expected a page in English, found {language}"


@suite.test("axe with AAA contrast, edges, states in words, keyboard and width: nothing found on any page, day and night")
def usable(home):
    return once(finding for _, findings, _ in everything(home).values() for finding in findings)


def score(lines):
    """Flesch, with syllables where a printer would break a word: a second opinion beside our own count."""
    read = list(dict.fromkeys(sentences(lines)))
    heard = WORD.findall(" ".join(read))
    syllables = sum(len(BREAKS.positions(word)) + 1 for word in heard)
    return 206.835 - 1.015 * len(heard) / len(read) - 84.6 * syllables / len(heard)


def easy(name, frame, lines):
    found = score(lines)
    least = STREET if frame == "street" else ELSEWHERE
    if found < least:
        yield f"{name}: expected a score of {least}, found {found:.0f}"


def short(name, lines):
    for sentence in sentences(lines):
        count = len(WORD.findall(HASH.sub("", sentence)))
        if count > MOST_WORDS:
            yield f"{count} words: '{sentence}' ({name})"


@suite.test("every page reads easily, in sentences of at most 15 words")
def plain(home):
    for name, (_, _, seen) in everything(home).items():
        if len(list(sentences(seen["lines"]))) >= 5:
            yield from easy(name, seen["frame"], seen["lines"])
        yield from short(name, seen["lines"])


@suite.test("the button at the foot changes the language and leads back to the same page, without script too")
def switch(home):
    for script in (True, False):
        with home.visit(script=script) as page:
            page.goto(home.open.address + "/directorio?distrito=150135")
            for language, button in (("en", "English"), ("es-PE", "Castellano")):
                page.get_by_role("button", name=button).click()
                page.wait_for_selector(f"html[lang={language}]", state="attached")
                if not page.url.endswith("/directorio?distrito=150135"):
                    yield f"expected the same page in {language}, found {page.url}"


@suite.test("no letter of the drawn route leaves its box in English, and the drawing has its twin in words")
def drawn(home):
    for width in (360, 1440):
        with home.visit(language="en", size=survey.SIZES[width]) as page:
            page.goto(home.open.address + "/manual#ruta")
            yield from manual.drawing(page)
            yield from page.evaluate(manual.OUTSIDE) if width == 1440 else []


@suite.plant("a page that stays in Spanish", "expected a page in English")
def stays(home):
    with home.visit(language="xx") as page:
        views.begin(page, home)
        language = page.evaluate("document.documentElement.lang")
        return [f"planted: expected a page in English, found {language}"] if language != "en" else []


@suite.plant("pale letters in English", "expected 7:1")
def pale(home):
    with home.visit(language="en", css=".hint{color:#888}") as page:
        views.begin(page, home)
        return [finding for finding, _ in judged(page, "planted")]


@suite.plant("the language of an office", "expected a score of 60")
def office(home):
    return list(easy("planted", "desk", ["Institutional responsibilities necessitate immediate interdepartmental communication "
                                         "regarding jurisdictional competence."] * 3))


@suite.plant("a long sentence", "words:")
def lengthy(home):
    return list(short("planted", ["Call the police and wait for the prosecutor and do not go in nor ask the person anything now."]))
