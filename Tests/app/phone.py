"""A guard's phone with the app: where its parts are, and a hand that goes through it.

Every selector of the app stands here; the street's own parts are those of the server's pages (Tests/browser/walk.py).
"""

import json
import re
from urllib.parse import parse_qs, urlsplit

from walk import SMP, hrefs

SHELL = "/calle"
VIEW = "main[data-view='{}']"
ANY_VIEW = "main[data-view]"
REPORT = "[data-report]"
WAITING = "[data-pending]"
CALLS = ".calls > li > a.call"
EXIT = ".exit"
PATIENCE = 15_000
BESIDE = ("/horario-de-limpieza", "/manual", "/directorio")  # what is kept to be read beside the journey

# A page that is under a service worker: what it shows next time needs no network.
CONTROLLED = """() => navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller ? true
  : new Promise(done => navigator.serviceWorker.addEventListener('controllerchange', () => done(true))))"""

# Until the later pack and what is read beside the journey are there too.
WHOLE = """async () => { for (;;) {
  const kept = [];
  for (const name of await caches.keys()) for (const one of await (await caches.open(name)).keys()) kept.push(new URL(one.url).pathname);
  if (['/later.json', '/manual', '/directorio', '/horario-de-limpieza'].every(end => kept.some(path => path.endsWith(end)))) return;
  await new Promise(done => setTimeout(done, 50));
} }"""
# Everything that the worker has kept, as paths: the second visit begins when this stops growing.
KEPT = """async () => (await Promise.all((await caches.keys()).map(async name =>
  (await (await caches.open(name)).keys()).map(request => new URL(request.url).pathname)))).flat().sort()"""


class Phone:
    """One page of one phone; `address` is where it believes the server to be."""

    def __init__(self, page, address):
        self.page, self.address, self.taps = page, address, 0
        page.set_default_timeout(PATIENCE)

    # Opening.

    def open(self, fragment=""):
        self.page.goto(self.address + SHELL + fragment)
        self.page.wait_for_selector(ANY_VIEW, state="attached")
        return self

    def install(self, fragment=""):
        """The first visit, until the worker has everything: from now on the network is not needed."""
        self.open(fragment)
        self.page.evaluate(CONTROLLED)
        self.wait_for_bundle()
        self.page.evaluate(WHOLE)
        return self

    def wait_for_bundle(self):
        """Until the catalogue is on the phone: the list of districts is filled from it."""
        self.to("start")
        self.page.wait_for_function("() => document.querySelectorAll('select[name=district] option[value]').length > 50")

    def again(self):
        """Closes the page and opens the app anew, as from its icon."""
        context = self.page.context
        self.page.close()
        self.page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        return self.open()

    # Where it is.

    def view(self):
        return self.page.locator(ANY_VIEW).first.get_attribute("data-view")

    def wait(self, view):
        self.page.wait_for_selector(VIEW.format(view), state="attached")
        return self

    def to(self, view):
        """Goes to a view by what leads there."""
        if self.view() != view:
            link = self.page.locator(f"[data-go='{view}']")
            if not link.count():  # some stand on the pages beside the journey only
                self.to("start" if self.view() not in ("start", "sent") else "device")
            link.first.click()
            self.wait(view)
        return self

    def notice(self, kind):
        """The words of something that is wrong; waits for them."""
        part = self.page.locator(f"[data-notice='{kind}']").first
        part.wait_for(state="visible")
        return part.inner_text()

    def has_notice(self, kind):
        return self.page.locator(f"[data-notice='{kind}']:visible").count() > 0

    def act(self, name, nth=0):
        self.taps += 1
        self.page.locator(f"[data-act='{name}']").nth(nth).click()

    # The journey.

    def tap(self, selector):
        self.taps += 1
        self.page.locator(selector).first.click()

    def answer(self, name, value):
        self.tap(f'label.choice:has(input[name="{name}"][value="{value}"])')

    def district(self, ubigeo=SMP):
        self.taps += 1
        self.page.select_option("select[name=district]", ubigeo)

    def go(self, view):
        self.tap(f"button[name=to][value={view}]")
        return self.wait(view)

    def calls(self, district=SMP, **facts):
        for name, value in facts.items():
            self.answer("fact." + name.replace("_", "-"), value)
        if district:
            self.district(district)
        return self.go("calls")

    def seen(self, **more):
        self.calls(**more)
        return self.go("seen")

    def sent(self, people="two", detail=None, **more):
        """The whole journey; returns the id of the report."""
        self.seen(**more)
        if people:
            self.answer("people", people)
        if detail is not None:
            self.write(detail)
        self.go("sent")
        return self.own_report()

    def write(self, detail):
        field = self.page.locator("textarea[name=detail]")
        if not field.is_visible():
            self.page.locator("details:has(textarea[name=detail]) > summary").click()
        field.fill(detail)

    def first_numbers(self):
        return hrefs(self.page, CALLS)

    def all_numbers(self):
        return hrefs(self.page, "main a[href^='tel:']")

    # What became of reports.

    def own_report(self):
        return self.page.locator(REPORT).first.get_attribute("data-report")

    def reports(self):
        """id → (state, words) of every report that is shown now."""
        shown = self.page.evaluate("""() => [...document.querySelectorAll('[data-report]')].map(one =>
            [one.dataset.report, one.dataset.state, one.innerText.replace(/\\s+/g, ' ').trim()])""")
        return {name: (state, words) for name, state, words in shown}

    def wait_for_state(self, report, *states, seconds=PATIENCE / 1000):
        selector = ",".join(f"[data-report='{report}'][data-state='{state}']" for state in states)
        part = self.page.locator(selector).first
        part.wait_for(state="attached", timeout=seconds * 1000)
        return part.inner_text()

    def wait_for_all(self, state, count, seconds=60):
        self.page.wait_for_function("""([state, count]) => {
            const all = [...document.querySelectorAll('[data-report]')];
            return all.length >= count && all.every(one => one.dataset.state === state) }""", arg=[state, count],
            timeout=seconds * 1000)

    def send_now(self):
        """Asks for another try at once; nothing happens where nothing waits."""
        button = self.page.locator("[data-act='send']")
        if button.count() and button.first.is_visible():
            button.first.click()
        else:
            self.page.evaluate("dispatchEvent(new Event('online'))")

    def deliver(self, *reports, seconds=40):
        """Sends what waits, at once, until the centre has it; the words of the last report."""
        self.to("reports")
        self.send_all()
        return [self.wait_for_state(report, "received", seconds=seconds) for report in reports][-1]

    def send_all(self):
        """Presses every button of the tray that sends, the undo's ten seconds or not."""
        self.page.evaluate("""() => { for (const name of [...document.querySelectorAll('[data-report] [data-act=send]')]
            .map(one => one.dataset.id)) document.querySelector(`[data-act=send][data-id="${name}"]`)?.click() }""")

    def pending(self):
        part = self.page.locator(WAITING)
        found = re.search(r"\d+", part.first.inner_text()) if part.count() else None
        return int(found.group()) if found else 0

    def message(self):
        """The body of the SMS that is offered."""
        link = self.page.locator("a[data-act='sms']").first.get_attribute("href")
        parts = urlsplit(link)
        return parse_qs(parts.query or link.partition("?")[2]).get("body", [""])[0]

    def kept_paths(self):
        return self.page.evaluate(KEPT)

    # The PIN.

    def pin(self, digits):
        """Types a PIN on the keys of the page and enters it."""
        self.page.wait_for_selector("[data-key='1']")
        for digit in digits:
            self.page.locator(f"[data-key='{digit}']").click()
        self.page.locator("[data-act='enter']").click()

    def script(self, text, *values):
        return self.page.evaluate(text, *values)


def facts_of(report):
    """The answers of a report as the journal has it: fact → value."""
    saw = report.get("saw", report)
    facts = saw.get("facts", {})
    if isinstance(facts, dict):
        return facts
    return dict((one["fact"], one["value"]) if isinstance(one, dict) else tuple(one) for one in facts)


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
