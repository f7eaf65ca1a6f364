"""The first load: few bytes, from this server alone, usable on the slowest network there is."""

import time

from suite import Suite

suite = Suite()
MOST_BYTES, MOST_SECONDS = 50 * 1024, 16
SLOW = {"offline": False, "latency": 800, "downloadThroughput": 35_000 / 8, "uploadThroughput": 35_000 / 8}
PAGES = {"start": "/", "directory": "/directorio", "manual": "/manual", "receipt": "/recibo"}


def load(home, path, slow=False, **faults):
    """Loads a page with an empty cache: bytes as sent, where they came from, seconds until its button can be pressed."""
    with home.visit(**faults) as page:
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        bytes_sent, addresses = [], []
        session.on("Network.loadingFinished", lambda event: bytes_sent.append(event["encodedDataLength"]))
        page.context.on("request", lambda request: addresses.append(request.url))
        if slow:
            session.send("Network.emulateNetworkConditions", SLOW)
            session.send("Emulation.setCPUThrottlingRate", {"rate": 6})
        page.set_default_timeout(60_000)
        started = time.monotonic()
        page.goto(home.open.address + path, wait_until="commit")
        if slow:
            page.locator(".dock button").click(trial=True)
        seconds = time.monotonic() - started
        page.wait_for_load_state("networkidle")
        foreign = [address for address in addresses if not address.startswith((home.open.address + "/", "data:"))]
        return sum(bytes_sent), foreign, seconds


def heavy(found):
    bytes_sent, foreign, _ = found
    if bytes_sent > MOST_BYTES:
        yield f"expected at most {MOST_BYTES} bytes, found {bytes_sent:.0f}"
    for address in foreign:
        yield f"expected no request elsewhere, found {address}"


@suite.test("the first load of every page is at most 50 KB and asks nobody else")
def light(home):
    for name, path in PAGES.items():
        found = load(home, path)
        suite.notes.append(f"first load of {name}: {found[0] / 1024:.1f} KB")
        yield from (f"{name}: {finding}" for finding in heavy(found))


def slow_load(home, **faults):
    _, _, seconds = load(home, "/", slow=True, **faults)
    if seconds > MOST_SECONDS:
        yield f"expected to be usable within {MOST_SECONDS} s, found {seconds:.1f} s"
    suite.notes.append(f"usable at 35 kbit/s, 800 ms and a processor six times slower: {seconds:.1f} s")


@suite.test("at 35 kbit/s, 800 ms and a sixth of the processor it is usable within 16 s")
def usable(home):
    return slow_load(home)


@suite.plant("a stylesheet of 90 KB", "expected at most")
def fat(home):
    noise = "".join(f".x{number * 7919 % 10007}{{margin:{number}px}}" for number in range(5000))
    return heavy(load(home, "/", css=noise))


@suite.plant("a picture from elsewhere", "expected no request elsewhere")
def foreign(home):
    change = lambda text: text.replace("<main", '<img src="data:,"><img src="https://counter.invalid/dot.png"><main')
    return heavy(load(home, "/", html=change, bypass_csp=True))


@suite.plant("a script that keeps the page busy", "usable within")
def busy(home):
    return slow_load(home, js="for (const end = performance.now() + 17000; performance.now() < end;);")
