"""Without a network, from the second visit and thirty days long: the journey, every number, and what one reads."""

import re
from datetime import datetime, timedelta

import targets
from phone import CALLS
from server import LIMA, closed_catalog, holidays
from street import cut_off, districts
from suite import Suite
from walk import hrefs

suite = Suite()
READ = ("directory", "rights", "reports")
MANUAL = "a[href^='/manual']"
LEAST_LETTERS = 150
DAYS = 30
NO_WORKER = "addEventListener('install', () => skipWaiting());addEventListener('activate', () => clients.claim());"
SMS = re.compile(r"^SG [2-9A-HJ-NP-Z]{4} [A-Za-z0-9_-]{40}$")


def office_hour(catalog, from_day=0):
    """A working day at eleven, as Lima's clock says it; later than now."""
    day = datetime.now(LIMA).replace(hour=11, minute=0, second=0, microsecond=0) + timedelta(days=1 + from_day)
    while day.weekday() > 4 or day.date().isoformat() in holidays(catalog):
        day += timedelta(days=1)
    return day


def night_hour(catalog, from_day=0):
    return office_hour(catalog, from_day).replace(hour=22, minute=15)


def journey(phone, district="150135"):
    """From the start to the end without a network; findings on what was not there."""
    report = phone.sent(district=district, danger="yes")
    state, words = phone.reports().get(report, ("nothing", ""))
    if state not in ("stored", "pending", "undo"):
        yield f"without a network: expected the report to be kept and to wait, found {state}"
    if re.search(r"[Rr]ecibid|[Ee]nviad", words):
        yield f"without a network: claims '{words[:80]}'"
    if not phone.page.locator(".bigcode").first.is_visible():
        yield "without a network: expected the code in sight"
    for kind in ("do", "dont"):
        if not phone.page.locator(f"ul.{kind} > li").count():
            yield f"without a network: expected what to {kind} at the end"


def reading(phone):
    """What can be read without a network."""
    for view in READ:
        try:
            phone.open().to(view)
        except Exception as fault:
            yield f"without a network: {view} does not open ({type(fault).__name__})"
            continue
        if len(phone.page.inner_text("main")) < LEAST_LETTERS and view != "reports":
            yield f"without a network: {view} says next to nothing"
    phone.open().page.locator(MANUAL).first.click()
    phone.page.wait_for_url("**/manual**")
    if len(phone.page.inner_text("main")) < LEAST_LETTERS:
        yield "without a network: the manual says next to nothing"
    phone.open()
    for number in ("tel:105", "tel:1818"):
        if number not in phone.to("start").to("directory").all_numbers():
            yield f"without a network: the directory lacks {number}, has {phone.all_numbers()}"


@suite.test("from the second visit the journey and everything to read need no network and no server")
def second_visit(home):
    server, middle = home.own()
    with home.phone(middle) as phone:
        phone.install()
        cut_off(phone, middle)
        phone.again()
        yield from journey(phone)
        yield from reading(phone)
    found = list(settled_nothing(server))
    yield from found


def settled_nothing(server):
    if server.reports():
        yield "without a network: a report reached the server all the same"


def on_the_page(home, server, district):
    """What the server's own page shows for a district: every number in its order."""
    with home.visit(script=False) as page:
        page.goto(server.address + "/")
        page.select_option("select[name=district]", district)
        page.locator("button[name=to][value=calls]").click()
        return hrefs(page, CALLS), hrefs(page, "main a[href^='tel:']")


def compared(home, server, hour, name, wanted, **faults):
    """The numbers of some districts without a network, beside those of the server's pages."""
    middle = home.between(server, **faults)
    pages = {district: on_the_page(home, server, district) for district in wanted}
    with home.phone(middle) as phone:
        if hour:
            phone.page.clock.install(time=hour)
        phone.install()
        cut_off(phone, middle)
        for district, (first, every) in pages.items():
            phone.open().calls(district=district)
            found = phone.first_numbers(), phone.all_numbers()
            if found[0] != first:
                yield f"{name}, {district}: expected the calls {first}, found {found[0]}"
            elif found[1] != every:
                yield f"{name}, {district}: expected the numbers {every}, found {found[1]}"


@suite.test("in all fifty districts the numbers without a network are those of the server's pages, when offices are shut")
def all_at_night(home):
    wanted = districts(home.catalog)
    if len(wanted) != 50:
        yield f"expected 50 districts, found {len(wanted)}"
    yield from compared(home, home.closed, None, "night", wanted)


@suite.test("in all fifty districts they are those of the engine, in office hours and at night")
def all_by_day(home):
    wanted = districts(home.catalog)
    for name, hour in (("day", office_hour(home.catalog)), ("night", night_hour(home.catalog))):
        with home.phone(home.between()) as phone:
            phone.page.clock.install(time=hour)
            phone.install()
            phone.page.context.set_offline(True)
            routes = home.route(*((district, {}, hour.isoformat()) for district in wanted))
            for district, route in zip(wanted, routes):
                expected = {dialled(contact) for contact in told(route)}
                phone.open().calls(district=district)
                found = [number for number in phone.first_numbers() if number not in ("tel:105", "tel:106")]
                for number in found:
                    if number not in expected:
                        yield f"{name}, {district}: {number} is none of the engine's numbers {sorted(expected)[:6]}"
                if len(phone.first_numbers()) < 2:
                    yield f"{name}, {district}: expected two calls, found {phone.first_numbers()}"


def told(route):
    """Every contact in a route as the command line writes it, however deep it stands."""
    if isinstance(route, dict):
        if route.get("kind") == "phone":
            yield route
        for part in route.values():
            yield from told(part)
    elif isinstance(route, list):
        for part in route:
            yield from told(part)


def dialled(contact):
    """What a phone dials for a number: short and toll-free ones as they are, the others from anywhere in the country."""
    digits = re.sub(r"\D", "", contact["value"])
    extension = re.sub(r"\D", "", str(contact.get("extension") or ""))
    is_short = contact["line"] in ("short", "toll-free")
    if contact["line"] == "fixed":
        digits = digits.removeprefix("0")
    return f"tel:{digits if is_short else '+51' + digits}{',,' + extension if extension else ''}"


@suite.test("thirty days later, with no network in between, both calls and the SMS are there")
def thirty_days(home):
    from centre import Centre
    centre = Centre(home.town)
    middle = home.between(home.town)
    with home.phone(middle) as phone:
        phone.install(centre.enrol("S-4471"))
        cut_off(phone, middle)
        phone.page.clock.install(time=datetime.now(LIMA) + timedelta(days=DAYS - 1, hours=23))
        phone.again()
        found = []
        phone.calls()
        if len(phone.first_numbers()) < 2:
            found.append(f"after 30 days: expected two calls, found {phone.first_numbers()}")
        phone.go("seen").go("sent")
        phone.page.wait_for_selector("a[data-act='sms']")
        body = phone.message()
        if not SMS.match(body):
            found.append(f"after 30 days: expected an SMS of code and 40 characters, found '{body[:60]}'")
        targets.measured("U29", "two calls and the SMS after 30 days without data", not found)
        yield from found


@suite.test("the way out needs no network either")
def exit_offline(home):
    middle = home.between()
    with home.phone(middle) as phone:
        phone.install()
        cut_off(phone, middle)
        phone.again().calls()
        phone.page.locator(".exit").first.click()
        phone.page.wait_for_function("() => !document.querySelector('.calls') && document.querySelector('main li')")
        text = phone.page.inner_text("body")
        if re.search(r"105|Polic|Fiscal|trata\b|Llame", text):
            yield f"the neutral page without a network says '{text[:60]}'"


@suite.plant("a worker that keeps nothing", "without a network")
def keeps_nothing(home):
    middle = home.between(changes=[("/sw.js", lambda _: NO_WORKER)])
    with home.phone(middle) as phone:
        phone.open()
        phone.page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
        cut_off(phone, middle)
        try:
            phone.again()
        except Exception as fault:
            return [f"without a network: nothing opens ({str(fault)[:60]})"]
    return []


@suite.plant("a bundle in which one number is another", "expected the")
def wrong_number(home):
    """The page of the server is changed instead of the bundle, which is signed: the comparison must see it."""
    server = home.closed
    pages = home.between(server, changes=[("/", lambda text: text.replace('href="tel:080000205"', 'href="tel:080000206"'))])
    shown = on_the_page(home, pages, "150135")
    true = on_the_page(home, server, "150135")
    return [f"expected the calls {true[0]}, found {shown[0]}"] if shown != true else []
