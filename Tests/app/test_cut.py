"""The way to the server is cut after every single byte of the exchange, up and down: nothing lost, nothing doubled."""

import time

from middle import Cut
from street import journal, settled
from suite import Suite

suite = Suite()
PATH = "/app/avisos"
REPORTS = 24  # every one lives through every 24th cut; together they live through all
LEAST = 1000  # bytes of an exchange: less, and something was not counted

# Every cut is followed at once by the next try, as if the network had come back: nobody waits for the back-off.
KICK = "dispatchEvent(new Event('online'))"
NOW = """const wait = setTimeout;
window.setTimeout = function (act, ms, ...rest) { return wait(act, ms > 1000 && ms < 400000 && window.hurry ? 1 : ms, ...rest) };
const day = Date.now; let ahead = 0; Date.now = () => day() + ahead; window.later = ms => { ahead += ms };"""


def exchange(home):
    """How many bytes one report goes up with and comes down with."""
    server, middle = home.own()
    with home.phone(middle) as phone:
        phone.install()
        report = phone.sent()
        phone.deliver(report)
        one = middle.passed(PATH, "POST")[-1]
        return one.up, one.down


def cuts(up, down, number, count=REPORTS):
    """The cuts of one report of many: (going up?, after how many bytes)."""
    return [(True, at) for at in range(number, up, count)] + [(False, at) for at in range(number, down, count)]


def lived_through(phone, middle, places):
    """One report lives through cuts, and then the way stays whole."""
    report, done = None, 0
    for is_up, after in places:
        middle.cut = Cut(PATH, is_up, after)
        if report is None:
            phone.open()
            report = phone.sent(people=None, district=None)
            phone.script("window.hurry = true")
        once(phone, middle)
        done += 1
        if middle.cut.done == 0:
            break
    middle.cut = None
    hurry(phone)
    return report, done


def once(phone, middle):
    """Asks for tries until one was cut."""
    until = time.monotonic() + 10
    while not middle.cut.done and time.monotonic() < until:
        hurry(phone)
        middle.wait(lambda _: middle.cut.done > 0, 0.1)


def hurry(phone):
    phone.script(f"later(310000); {KICK}")


def all_cuts(home, step=1):
    """Findings on reports that were lost or doubled over all cuts; and the number of cuts."""
    up, down = exchange(home)
    if up + down < LEAST:
        yield f"expected an exchange of at least {LEAST} bytes, found {up + down}"
    server, middle = home.own()
    ids, count = [], 0
    with home.phone(middle, NOW) as phone:
        phone.install()
        for number in range(0, REPORTS, step):
            report, done = lived_through(phone, middle, cuts(up, down, number))
            ids.append(report)
            count += done
        phone.open().to("reports")
        wait_for_empty(phone)
    cut = sum(1 for one in middle.exchanges if one.path == PATH and one.status == 0)
    suite.notes.append(f"an exchange of {up} bytes up and {down} down; {count} cuts, {cut} of them going up, {len(ids)} reports")
    if step == 1 and count < up + down - REPORTS:
        yield f"expected {up + down} cuts, found {count}"
    yield from settled(server, ids)


def wait_for_empty(phone, seconds=60):
    until = time.monotonic() + seconds
    while phone.pending() and time.monotonic() < until:
        hurry(phone)
        phone.page.wait_for_timeout(100)


@suite.test("cut at every byte of the exchange, both ways, nothing is lost and nothing doubled")
def every_byte(home):
    return all_cuts(home)


@suite.plant("a way that says received before the server has it", "lost")
def says_received(home):
    server, middle = home.own()
    with home.phone(middle, NOW) as phone:
        phone.install()
        middle.is_silent = True
        report = phone.sent()
        middle.is_silent = False
        middle.answers[PATH] = 200, {"code": "AAAA-AAAA", "id": report, "receivedAt": 1, "repeat": False, "remarks": []}
        phone.deliver(report)
    return list(settled(server, [report]))


@suite.plant("a phone that draws a new id for every try", "doubled")
def new_ids(home):
    server, middle = home.own()
    with home.phone(middle) as phone:
        phone.install()
        one = phone.sent()
        phone.deliver(one)
        other = phone.again().sent()
        phone.deliver(other)
    if not journal(server):
        return ["expected two reports"]
    return list(settled(server, [one]))
