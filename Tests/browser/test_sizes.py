"""Measures for a thumb in the dark: width, letters, targets, gaps, reach, and what is left at twice the size."""

import survey
import views
from suite import Suite
from survey import SIZES, each, once

suite = Suite()
SMALLEST_TEXT, SMALLEST_CALL_TEXT, SMALLEST_CALL, SMALLEST_TARGET, SMALLEST_GAP = 18, 28, 96, 56, 8
UPPER_SHARE = 0.4  # the primary action stays below it
PLANTED_ON = views.STREET[2]
APART = "*{letter-spacing:.12em!important;word-spacing:.16em!important;line-height:1.5!important}p{margin-bottom:2em!important}"


def sideways(measure):
    wide = measure["wide"] or ["the page"] * (measure["scrollWidth"] > measure["width"])
    for what in wide:
        yield f"wider than the screen: {what}"
    if not wide:
        for text in measure["texts"]:
            if not text["scrolls"] and not text["isDrawn"] and text["right"] > measure["width"] + 1:
                yield f"text beyond the edge: '{text['text']}'"
    for what in measure["cut"]:
        yield f"cut off: {what}"


def letters(measure):
    for text in measure["texts"]:
        least = SMALLEST_CALL_TEXT if text.get("isOnCallMain") else SMALLEST_TEXT
        if text["size"] < least - 0.01:
            yield f"expected letters of {least} px, found {text['size']:g} px: '{text['text']}'"


def calls(measure):
    for call in measure["calls"]:
        if call["h"] < SMALLEST_CALL:
            yield f"expected a call {SMALLEST_CALL} px high, found {call['h']:.0f} px: {call['what']}"
        if call["share"] < 0.99 or call["ofScreen"] < 0.75:
            found = f"{call['share']:.0%}, {call['ofScreen']:.0%} of the screen"
            yield f"expected a call as wide as its column, found {found}: {call['what']}"


def targets(measure):
    for target in measure["targets"]:
        if min(target["h"], target["w"]) < SMALLEST_TARGET - 0.01:
            yield f"expected a target of {SMALLEST_TARGET} px, found {target['w']:.0f} × {target['h']:.0f}: {target['what']}"


def gap(one, other):
    """The free pixels between two boxes; negative where one lies in the other."""
    across = max(one["x"], other["x"]) - min(one["x"] + one["w"], other["x"] + other["w"])
    down = max(one["y"], other["y"]) - min(one["y"] + one["h"], other["y"] + other["h"])
    return max(across, down)


def gaps(measure):
    found = measure["targets"]
    for position, one in enumerate(found):
        for other in found[position + 1:]:
            if one["floats"] == other["floats"] and gap(one, other) < SMALLEST_GAP - 0.01:
                kinds = f"{one['kind']} and {other['kind']}"
                yield f"expected {SMALLEST_GAP} px between targets, found {gap(one, other):.0f}: {kinds}"


def reach(measure):
    primary = measure["primary"]
    if primary and primary["middle"] < UPPER_SHARE * measure["height"]:
        yield f"expected the first act in the lower 60 %, found at {primary['middle'] / measure['height']:.0%}: {primary['what']}"


def on_street(home, judge, widths=tuple(SIZES)):
    return once((finding, where) for where, (measure, _) in each(home) if measure["frame"] == "street"
                and measure["width"] in widths and "letters" not in where for finding in judge(measure))


@suite.test("nothing is wider than its screen or cut off, at 200 % zoom and with the largest letters too")
def no_sideways(home):
    return once((finding, where) for where, (measure, _) in each(home) for finding in sideways(measure))


@suite.test("nothing is wider than its screen with letters, words, lines and paragraphs as far apart as WCAG 1.4.12 asks")
def apart(home):
    return once((finding, view.name) for view in views.ALL for finding in sideways(survey.one(home, view, css=APART)))


@suite.test("letters on the street have 18 px, those of a call 28")
def letter_sizes(home):
    return on_street(home, letters)


@suite.test("calls are 96 px high and as wide as the column")
def call_sizes(home):
    return on_street(home, calls)


@suite.test("every other target on the street has 56 px both ways")
def target_sizes(home):
    return on_street(home, targets)


@suite.test("8 px lie between any two targets on the street")
def target_gaps(home):
    return on_street(home, gaps)


@suite.test("the first act lies in the lower 60 % of a phone's screen")
def thumb(home):
    return on_street(home, reach, (320, 360, 412))


def planted(sentence, expected, judge, css, view=PLANTED_ON, width=360):
    @suite.plant(sentence, expected)
    def find(home):
        return list(judge(survey.one(home, view, width, css=css)))


planted("a part wider than the phone", "wider than the screen", sideways, ".say{width:420px}")
planted("a text that is cut off", "cut off", sideways, ".say{white-space:nowrap;overflow:hidden}")
planted("a number that has no room to stand apart", "wider than the screen", sideways, APART + ".digits{white-space:nowrap}",
        views.STREET[4])
planted("small print", "letters of 18 px", letters, ".hint{font-size:14px}")
planted("a small number on a call", "letters of 28 px", letters, ".call .digits{font-size:1.5rem}")
planted("a low call", "96 px high", calls,
        ".call{min-height:60px!important;font-size:12px}.call *{font-size:12px!important;margin:0}")
planted("a narrow call", "as wide as its column", calls, ".calls .call{width:80%}")
planted("a thin target", "target of 56 px", targets,
        ".street .choice,.choice span{min-height:40px!important;padding:0!important}")
planted("choices without a gap", "between targets", gaps, ".choices{grid-gap:2px}")
planted("a first act at the top", "lower 60 %", reach,
        ".dock{position:static;order:-1}.street form{display:flex}", views.STREET[0])


@suite.plant("a number that leaves the screen when letters grow", "wider than the screen")
def does_not_grow(home):
    css = ".call .digits{font-size:2.6rem;white-space:nowrap}"
    if list(sideways(survey.one(home, PLANTED_ON, 412, css=css))):
        return ["expected the number to fit at the usual size"]
    return sideways(survey.one(home, PLANTED_ON, 412, css=css, letters="150%"))
