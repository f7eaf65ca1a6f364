"""Contrast by our own measure of computed colours, and states that say a word."""

import survey
import views
from suite import Suite
from survey import once

suite = Suite()
TEXT, CALL_BY_DAY, CALL_AT_NIGHT, EDGE = 7, 12, 7, 4.5


def coloured(home):
    return ((where, measure, night) for where, (measure, night) in survey.each(home) if measure["edges"])


def texts(measure, night):
    for text in measure["texts"]:
        least = (CALL_AT_NIGHT if night else CALL_BY_DAY) if text["isOnCall"] else TEXT
        if text["ratio"] < least - 0.005:
            yield f"expected {least}:1, found {text['ratio']:.1f}:1: '{text['text']}'"


def edges(measure):
    for edge in measure["edges"]:
        if edge["ratio"] < EDGE - 0.005:
            yield f"expected an edge of {EDGE}:1, found {edge['ratio']:.1f}:1: {edge['what']}"


def states(measure):
    for text in measure["states"]:
        if not any(letter.isalpha() for letter in text):
            yield f"expected a word beside every state, found '{text}'"


@suite.test("text has 7:1, call buttons 12:1 by day and 7:1 at night")
def text_contrast(home):
    suite.notes.append(lowest(home))
    return once((finding, where) for where, measure, night in coloured(home) for finding in texts(measure, night))


def lowest(home):
    calls = {night: min((text["ratio"] for _, measure, at_night in coloured(home) if at_night == night
                         for text in measure["texts"] if text["isOnCall"]), default=0) for night in (False, True)}
    plain = min(text["ratio"] for _, measure, _ in coloured(home) for text in measure["texts"])
    return f"lowest contrast: text {plain:.1f}:1, calls {calls[False]:.1f}:1 by day, {calls[True]:.1f}:1 at night"


@suite.test("edges of controls and drawn signs have 4.5:1")
def edge_contrast(home):
    return once((finding, where) for where, measure, _ in coloured(home) for finding in edges(measure))


@suite.test("every state carries a word")
def state_words(home):
    return once((finding, where) for where, measure, _ in coloured(home) for finding in states(measure))


@suite.test("the switch of the theme shows the same colours as the phone's own setting")
def switch(home):
    for night in (False, True):
        with home.visit(night=night) as page:
            views.STREET[0].reach(page, home)
            page.click("[data-theme-switch]")
            switched = ground(page)
        with home.visit(night=not night) as page:
            views.STREET[0].reach(page, home)
            if switched != ground(page):
                yield f"expected the colours {ground(page)}, found {switched}"


def ground(page):
    return page.evaluate("[...document.querySelectorAll('body,h1,legend,.dock button,.choice span')].map(part => "
                         "getComputedStyle(part).color + getComputedStyle(part).backgroundColor).join()")


@suite.plant("pale letters", "expected 7:1")
def pale(home):
    return texts(survey.one(home, views.STREET[2], css=".hint{color:#888}"), False)


@suite.plant("a pale call by day", "expected 12:1")
def pale_call(home):
    return texts(survey.one(home, views.STREET[2], css=".call{background:#556}"), False)


@suite.plant("a pale call at night", "expected 7:1")
def pale_call_at_night(home):
    return texts(survey.one(home, views.STREET[2], night=True, css=".call{color:#777}"), True)


@suite.plant("letters that fade by opacity", "expected 7:1")
def faded(home):
    return texts(survey.one(home, views.STREET[2], css=".say{opacity:.5}"), False)


@suite.plant("a pale edge of a choice", "an edge of 4.5:1")
def pale_edge(home):
    return edges(survey.one(home, views.STREET[0], css=".choice span{border-color:#aaa}"))


@suite.plant("a state without a word", "a word beside every state")
def wordless(home):
    return states(survey.one(home, views.STREET[2], html=lambda text: text.replace(
        '<span class="state done">', '<span class="state done"></span><span>')))
