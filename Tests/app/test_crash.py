"""The tab dies at random moments: no answer that was given after the first step is lost."""

import random

import targets
from phone import Phone, facts_of
from street import journal
from suite import Suite

suite = Suite()
DEATHS, SEED = 200, 20261128
MOST_SPAN = 0.25  # seconds after the last answer within which the tab dies
SETTLED = 0.1  # an answer older than this counts as given

# When each answer was given, by the page's own clock; told before the tab dies.
FACTS = [("fact.age", ("minor", "doubted", "adult")), ("fact.in-flagrante", ("yes", "no")), ("people", ("one", "two", "three-or-more"))]
FORGETFUL = """const put = IDBObjectStore.prototype.put; let writes = 0;
IDBObjectStore.prototype.put = function (value, ...rest) {
  if (value && value.envelope && ++writes > 2) return this.get('none'); return put.call(this, value, ...rest) };"""


def crash(page):
    """Ends the process of the page."""
    session = page.context.new_cdp_session(page)
    with page.expect_event("crash", timeout=10_000):
        try:
            session.send("Page.crash")
        except Exception:
            pass


def lived(context, middle, dice):
    """One report up to the death of its tab: its id, and the answers that were given by then."""
    phone = Phone(context.new_page(), middle.address)
    phone.open().calls()
    report = phone.own_report()
    given = {"district": "150135"}
    phone.go("seen")
    for name, values in dice.sample(FACTS, dice.randint(1, len(FACTS))):
        part = phone.page.locator(f'label.choice:has(input[name="{name}"])')
        choice = dice.randrange(part.count())
        value = part.nth(choice).locator("input").get_attribute("value")
        part.nth(choice).click()
        given[name.removeprefix("fact.")] = value
    phone.page.wait_for_timeout(1000 * (SETTLED + dice.random() * MOST_SPAN))
    if dice.random() < 0.3:
        phone.page.locator("button[name=to][value=sent]").click(no_wait_after=True)
    crash(phone.page)
    phone.page.close()
    return report, {name: value for name, value in given.items() if value}


def died(home, deaths, before=""):
    """Findings on answers that were lost over many deaths."""
    server, middle = home.own()
    middle.is_roaming = True
    dice, all_given = random.Random(SEED), {}
    context = home.browser.new_context(viewport={"width": 360, "height": 640}, locale="es-PE", timezone_id="America/Lima")
    try:
        if before:
            context.add_init_script(before)
        Phone(context.new_page(), middle.address).install().page.close()
        for _ in range(deaths):
            report, given = lived(context, middle, dice)
            all_given[report] = given
        phone = Phone(context.new_page(), middle.address).open().to("reports")
        until_sent(phone, server, all_given)
    finally:
        context.close()
    yield from lost(journal(server), all_given)


def until_sent(phone, server, wanted, seconds=90):
    import time
    until = time.monotonic() + seconds
    while time.monotonic() < until and (phone.pending() or set(wanted) - set(journal(server))):
        phone.send_all()
        phone.page.wait_for_timeout(250)


def lost(kept, all_given):
    for report, given in all_given.items():
        if report not in kept:
            yield f"lost: the whole report {report}"
            continue
        last = kept[report][1]
        found = {**facts_of(last), "people": last.get("people"), "district": last.get("district")}
        for name, value in given.items():
            if found.get(name) != value:
                yield f"lost: {name} = {value} of report {report}, found {found.get(name)}"


@suite.test("two hundred tabs die, and every answer arrives")
def every_answer(home):
    found = list(died(home, DEATHS))
    targets.measured("U12", f"{len(found)} of the answers of {DEATHS} tabs lost", not found)
    return found


@suite.plant("a phone that seals only the first answers", "lost")
def forgets(home):
    return list(died(home, 4, FORGETFUL))
