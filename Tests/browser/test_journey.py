"""From the first look to the receipt, with script and without: few taps, the right numbers, the first call first."""

import re
from datetime import datetime

from server import LIMA, is_office_time
from suite import Suite
from walk import (AMBULANCE, POLICE, PROSECUTOR_NORTH, PROSECUTOR_ON_DUTY, SMP, TRAFFICKING_LINE, Hand, to_calls,
                  to_seen)

suite = Suite()
MOST_TO_SECOND_CALL, MOST_TO_SENT = 4, 10
CODE = re.compile(r"[A-Z0-9]{4}-[A-Z0-9]{4}")


def expect(what, found, expected):
    return [] if found == expected else [f"{what}: expected {expected}, found {found}"]


def journey(home, script, **faults):
    """The whole journey in San Martín de Porres, one call unanswered; findings on taps, numbers and receipt."""
    with home.visit(script=script, **faults) as page:
        hand = Hand(page, home.closed).begin()
        hand.district()
        hand.go("calls")
        calls = hand.calls()
        yield from expect("the calls at night", calls, [POLICE, PROSECUTOR_ON_DUTY])
        yield from reach_both(hand)
        hand.answer("fact.police-answered", "yes")
        hand.answer("fact.prosecutor-answered", "no")
        if PROSECUTOR_NORTH not in hand.visible_calls():
            yield f"nobody answered: expected {PROSECUTOR_NORTH} next, found {hand.visible_calls()}"
        hand.go("seen")
        hand.answer("people", "two")
        hand.tap("label.choice:has(input[name^='sign.'])")
        hand.go("sent")
        if hand.count > MOST_TO_SENT:
            yield f"expected at most {MOST_TO_SENT} interactions to the receipt, found {hand.count}"
        yield from receipt(hand)
    suite.notes.append(f"interactions with{'' if script else 'out'} script: {hand.count} to the receipt")


def reach_both(hand):
    for link in hand.calls():
        hand.call(link)
    if hand.count > MOST_TO_SECOND_CALL:
        yield f"expected at most {MOST_TO_SECOND_CALL} interactions to the second call, found {hand.count}"


def receipt(hand):
    """What the last page says against what is on disk."""
    code = hand.code()
    if not CODE.fullmatch(code):
        yield f"expected a code like 7AXA-6ZT7, found {code}"
    rows = hand.server.read("SELECT case_id, district, version FROM case_row WHERE reference = ?", code)
    if len(rows) != 1:
        return (yield f"expected one report with code {code} on disk, found {len(rows)}")
    last = [report for case, _, report in hand.server.reports() if case == rows[0][0]][-1]
    yield from expect("district on disk", rows[0][1], SMP)
    yield from expect("answers on disk", last["facts"], {"police-answered": "yes", "prosecutor-answered": "no"})
    yield from expect("people on disk", last["people"], "two")
    yield from expect("signs on disk", len(last["signs"]), 1)


@suite.test("the journey with script: 4 interactions to the second call, 10 to the receipt, all of it on disk")
def with_script(home):
    return journey(home, script=True)


@suite.test("the journey without script: the same")
def without_script(home):
    return journey(home, script=False)


@suite.plant("a button that leads to the first page again", "interactions to the second call")
def slower(home):
    """One page more before the calls, as a confirmation would be."""
    with home.visit(script=False, html=lambda text: text.replace('value="calls" data-wait', 'value="start" data-wait')) as page:
        hand = Hand(page, home.closed).begin()
        hand.district()
        hand.tap(".dock button")
        hand.arrive("start")
        page.context.unroute_all()
        page.reload()
        hand.go("calls")
        yield from reach_both(hand)


@suite.plant("a wrong extension", "the calls at night")
def wrong_number(home):
    return journey(home, script=False, html=lambda text: text.replace("tel:080000205", "tel:080000250"))


def numbers_by_hour(home):
    """The first numbers of both calls for the present hour, whichever it is."""
    for server, calendar in ((home.open, home.catalog), (home.closed, None)):
        with home.visit() as page:
            before = calendar is not None and is_office_time(calendar)
            found = to_calls(page, server).calls()
            after = calendar is not None and is_office_time(calendar)
        possible = {PROSECUTOR_NORTH if is_open else PROSECUTOR_ON_DUTY for is_open in (before, after)}
        if len(found) != 2 or found[0] != POLICE or found[1] not in possible:
            yield f"at {datetime.now(LIMA):%H:%M}: expected {POLICE} and {' or '.join(possible)}, found {found}"


@suite.test("the prosecutor on duty stands first at night, the prosecutor of the north in office hours")
def by_hour(home):
    return numbers_by_hour(home)


@suite.test("the extension and the spoken form stand beside the number of the north")
def spoken(home):
    with home.visit() as page:
        to_calls(page, home.open)
        card = page.locator(f'a.call[href="{PROSECUTOR_NORTH}"]').first
        text = card.text_content()
        for part in ("(01) 625-5555", "2424"):
            if part not in text:
                yield f"expected '{part}' on the card, found '{text}'"


@suite.test("a yes to danger shows 105 at once, a yes to injury 106, with script and without")
def at_once(home):
    for script in (True, False):
        with home.visit(script=script) as page:
            hand = Hand(page, home.open).begin()
            if hand.visible_calls():
                yield f"expected no number before an answer, found {hand.visible_calls()}"
            hand.answer("fact.danger", "yes")
            yield from expect("numbers after danger", hand.visible_calls(), [POLICE])
            hand.answer("fact.injury", "yes")
            yield from expect("numbers after injury", hand.visible_calls(), [POLICE, AMBULANCE])
            hand.go("calls")
            if AMBULANCE not in hand.visible_calls():
                yield f"expected 106 on the page of calls as well, found {hand.visible_calls()}"


@suite.test("where a policeman may be implicated 1818 stands first and no station is named")
def implicated(home):
    for script in (True, False):
        with home.visit(script=script) as page:
            hand = to_calls(page, home.closed)
            hand.tap("details.tap summary")
            hand.answer("fact.official-implicated", "police")
            if not script:
                hand.go("calls")
            page.wait_for_selector(f'.calls > li > a.call[href="{TRAFFICKING_LINE}"]')
            yield from expect("the calls", hand.calls(), [TRAFFICKING_LINE, PROSECUTOR_ON_DUTY])
            if POLICE in hand.all_calls():
                yield "expected no call to the station, found tel:105"
            first = page.locator(".calls").inner_text().lower()
            if "pida la comisaría" in first.lower():
                yield "expected no word that sends to the station"


def twice(found):
    """One thumb, one number: the same button again only pushes the next call off the screen."""
    return [f"expected each number once, found {link} {found.count(link)} times" for link in dict.fromkeys(found)
            if found.count(link) > 1]


@suite.test("no number stands twice among the calls, whatever was answered")
def numbers_once(home):
    for facts in ({}, {"danger": "yes"}, {"danger": "yes", "injury": "yes"}, {"victim-present": "no"}):
        with home.visit() as page:
            hand = to_calls(page, home.closed, **facts)
            yield from (f"{facts or 'nothing answered'}: {finding}" for finding in twice(hand.visible_calls()))
            for value in ("police", "serenazgo"):
                if not page.locator("details.tap[open]").count():
                    page.locator("details.tap summary").click()
                page.locator(f"label.choice:has(input[name='fact.official-implicated'][value={value}])").click()
                page.wait_for_selector(f"input[name='fact.official-implicated'][value={value}][checked]", state="attached")
                yield from (f"{facts}, {value} implicated: {finding}" for finding in twice(hand.visible_calls()))


@suite.plant("the same number in two cards", "found tel:105 2 times")
def doubled(home):
    with home.visit(html=lambda text: text.replace("tel:080000205", "tel:105")) as page:
        return twice(to_calls(page, home.closed).visible_calls())


@suite.test("nothing answered at all still gives both calls")
def nothing_answered(home):
    for script in (True, False):
        with home.visit(script=script) as page:
            hand = to_calls(page, home.open, district=None)
            yield from expect("the calls without a district", hand.calls(), [POLICE, PROSECUTOR_ON_DUTY])
            yield from expect("interactions", hand.count, 1)


@suite.test("nothing answered at all still ends in a receipt")
def nothing_answered_sent(home):
    with home.visit(script=False) as page:
        hand = to_calls(page, home.open, district=None)
        hand.go("seen")
        hand.go("sent")
        if not CODE.fullmatch(hand.code()):
            yield f"expected a code, found {hand.code()}"


@suite.test("going back keeps every answer, with script and without")
def back_keeps(home):
    for script in (True, False):
        with home.visit(script=script) as page:
            hand = to_seen(page, home.open)
            hand.answer("people", "three-or-more")
            hand.go("calls")
            hand.go("start")
            yield from expect("district", page.input_value("select[name=district]"), SMP)
            hand.go("calls")
            hand.go("seen")
            if not page.locator("input[name=people][value=three-or-more]").is_checked():
                yield f"expected the people still marked, script {script}"
