"""Old phones: what Chrome 80 had, and less; without script, worker, engine or database the server's pages serve the journey."""

import targets
import walk
from phone import ANY_VIEW, SHELL, Phone
from street import settled
from suite import Suite
from walk import Hand

suite = Suite()

# What came after Chrome 80, taken away: an app that leans on it breaks here as it would there.
AFTER_80 = """for (const [owner, names] of [
  [window, ['BarcodeDetector', 'structuredClone', 'WeakRef', 'FinalizationRegistry', 'CompressionStream', 'DecompressionStream',
    'scheduler', 'navigation', 'AggregateError', 'EyeDropper', 'launchQueue', 'trustedTypes']],
  [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with', 'group']],
  [String.prototype, ['at', 'replaceAll', 'isWellFormed']], [Object, ['hasOwn', 'groupBy']], [Array, ['fromAsync']],
  [Promise, ['any', 'withResolvers', 'try']], [Element.prototype, ['replaceChildren', 'checkVisibility', 'setHTML']],
  [Document.prototype, ['replaceChildren', 'startViewTransition']], [DocumentFragment.prototype, ['replaceChildren']],
  [Crypto.prototype, ['randomUUID']], [Blob.prototype, []], [AbortSignal, ['timeout', 'any']], [Uint8Array, ['fromBase64', 'fromHex']],
  [Uint8Array.prototype, ['at', 'toBase64', 'toHex', 'findLast']], [Navigator.prototype, ['locks', 'wakeLock', 'userAgentData', 'storage']],
  [IDBTransaction.prototype, ['commit', 'durability']], [Intl, ['Segmenter', 'ListFormat']], [Map, ['groupBy']],
  [HTMLElement.prototype, ['inert', 'popover']], [Response, ['json']],
]) for (const name of names) { try { delete owner[name]; } catch (kept) { /* stays */ } }"""
WITHOUT = {
    "script": "", "service worker": "delete Navigator.prototype.serviceWorker;", "engine": "delete window.WebAssembly;",
    "database": "delete window.indexedDB; delete window.IDBFactory;", "web cryptography": "delete Crypto.prototype.subtle;",
    "modules": "", }

# Syntax that Chrome 80 cannot read, looked for in every script that the app loads.
YOUNGER = {"??=": "logical assignment", "||=": "logical assignment", "&&=": "logical assignment", "static {": "static block",
           "await import.meta.resolve": "import.meta.resolve", ".replaceAll(": "replaceAll", ".at(-": "Array.at",
           "Object.hasOwn(": "Object.hasOwn", "structuredClone(": "structuredClone", "randomUUID(": "randomUUID",
           "replaceChildren(": "replaceChildren", "with { type:": "import attributes"}


def old_app(home, before):
    """The whole journey in the app with the features taken away; the report must arrive."""
    server, middle = home.own()
    complaints = []
    with home.phone(middle, before) as phone:
        phone.page.on("pageerror", lambda fault: complaints.append(str(fault)))
        phone.install()
        phone.sent(danger="yes")
        report = phone.own_report()
        phone.deliver(report)
    yield from (f"Chrome 80: {one}" for one in complaints)
    yield from settled(server, [report])


def scripts(middle):
    return [one for one in middle.exchanges if one.path.endswith(".js")]


def too_young(texts):
    """Syntax in a script that Chrome 80 cannot read."""
    for path, text in texts:
        for sign, name in YOUNGER.items():
            if sign in text:
                yield f"Chrome 80 cannot read {path}: {name}"


def loaded(home):
    """Every script of the app as it is sent."""
    middle, found = home.between(), []
    with home.phone(middle) as phone:
        phone.page.on("response", lambda answer: answer.url.endswith(".js") and found.append(answer))
        phone.install()
        return [(answer.url.rsplit("/", 1)[-1], answer.text()) for answer in found if answer.ok]


def served(home, name, before="", **more):
    """The journey on the server's pages, by whatever leads there from the app's address."""
    server = home.new_server()
    middle = home.between(server)
    with home.phone(middle, before, **more) as phone:
        page = phone.page
        page.goto(middle.address + SHELL)
        page.wait_for_selector(f"{ANY_VIEW}, input[name=from], main a[href='/']", state="attached")
        ways = page.locator("main a[href='/']")
        is_app = page.locator(ANY_VIEW).count() > 0
        is_there = page.locator("input[name=from]").count() > 0  # the app itself has led to the server's pages
        if is_app and name in ("database", "service worker", "web cryptography"):
            yield from app_calls(Phone(page, middle.address), name)
        if not is_app and not is_there and not ways.count():
            yield f"without {name}: expected a way from the app's address to the server's pages"
        page.goto(middle.address + "/")
        hand = Hand(page, middle)
        hand.district()
        for step in ("calls", "seen", "sent"):
            if step == "seen" and len(hand.calls()) < 2:
                yield f"without {name}: expected two calls, found {hand.calls()}"
            hand.go(step)
        if not page.locator(".bigcode").is_visible():
            yield f"without {name}: expected a code at the end"
    if len(server.reports()) < 1:
        yield f"without {name}: expected the report at the server"


def app_calls(phone, name):
    """Where the app runs without the feature, its calls are there all the same."""
    phone.wait_for_bundle()
    if len(phone.calls().first_numbers()) < 2:
        yield f"without {name}: expected both calls in the app"


@suite.test("with what Chrome 80 had the whole journey goes through the app")
def chrome_80(home):
    found = [*old_app(home, AFTER_80), *too_young(loaded(home))]
    targets.measured("U28", "the journey with the features of Chrome 80", not found)
    return found


@suite.test("without script, worker, engine, database or cryptography the server's pages serve the journey")
def without(home):
    found = []
    for name, before in WITHOUT.items():
        if name != "modules":
            found += served(home, name, before, **({"java_script_enabled": False} if name == "script" else {}))
    targets.measured("U28", "and without script, worker, engine, database or cryptography on the server's pages", not found)
    return found


@suite.plant("a script that leans on something young", "Chrome 80 cannot read")
def young(home):
    return list(too_young([*loaded(home), ("planted.js", "a ??= 1")]))


@suite.plant("a page that needs what is not there", "Chrome 80")
def leans(home):
    needs = "addEventListener('load', () => { [1].at(-1); })"
    return list(old_app(home, AFTER_80 + needs))


@suite.plant("a shell without a way out for those without script", "expected a way")
def no_way(home):
    return list(dead_end(home))


def dead_end(home):
    middle = home.between(changes=[("/calle", lambda text: text.replace('href="/"', 'href="/x"'))])
    with home.phone(middle, java_script_enabled=False) as phone:
        phone.page.goto(middle.address + SHELL)
        if not phone.page.locator("a[href='/']").count():
            yield "without script: expected a way from the app's address to the server's pages"
