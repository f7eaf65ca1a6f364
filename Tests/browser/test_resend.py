"""Sending the same thing again, by any way a browser knows, makes one report with one code."""

import re
import secrets

from playwright.sync_api import Error

from suite import Suite
from walk import to_seen, to_sent

suite = Suite()


def cases(server):
    return server.read("SELECT case_id, reference FROM case_row")


def once(home, again, script, **faults):
    """Findings when a report that was sent again is not the same report."""
    server = home.open
    before = set(cases(server))
    with home.visit(script=script, **faults) as page:
        hand = again(page, server)
        code = hand.code()
    new = set(cases(server)) - before
    if {reference for _, reference in new} != {code}:
        yield f"script {script}: expected one report {code}, found {sorted(reference for _, reference in new)}"


def by_reload(page, server):
    hand = to_sent(page, server)
    page.on("dialog", lambda dialog: dialog.accept())
    first = hand.code()
    page.reload()
    return Remembered(hand, first)


def by_back(page, server):
    """Back in the browser, then forward by the button again; without script the browser asks before it sends anew."""
    hand = to_sent(page, server)
    try:
        page.go_back()
    except Error as refused:
        if "ERR_CACHE_MISS" not in str(refused):
            raise
        page.wait_for_timeout(500)
        page.context.new_cdp_session(page).send("Page.reload")
    hand.arrive("seen")
    hand.go("sent")
    return hand


def by_double_click(page, server):
    hand = to_seen(page, server)
    hand.go("sent", times=2)
    page.wait_for_load_state("networkidle")
    return hand


def by_own_back(page, server):
    hand = to_sent(page, server)
    hand.go("seen")
    hand.answer("people", "one")
    hand.go("sent")
    return hand


class Remembered:
    """The code that was shown before a page was left."""

    def __init__(self, hand, code):
        self.hand, self.first = hand, code

    def code(self):
        shown = self.hand.page.locator(".bigcode")
        return shown.inner_text() if shown.count() else self.first


WAYS = {"reload": by_reload, "back": by_back, "double click": by_double_click, "the page's own way back": by_own_back}

for way, act in WAYS.items():
    for with_script in (True, False):
        @suite.test(f"{way}, {'with' if with_script else 'without'} script: one report, one code")
        def resent(home, act=act, script=with_script):
            return once(home, act, script)


@suite.plant("a new id on every page", "expected one report")
def new_ids(home):
    def with_new_id(text):
        return re.sub(r'name="report" value="\w+"', f'name="report" value="{secrets.token_hex(16)}"', text)
    return once(home, by_back, False, html=with_new_id)
