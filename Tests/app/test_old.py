"""Old phones: what Chrome 80 had, and less; without script, worker, engine or database the server's pages serve the journey."""

import re

import targets
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
  [Uint8Array.prototype, ['toBase64', 'toHex']], [Object.getPrototypeOf(Uint8Array.prototype), ['at', 'findLast', 'with']], [Navigator.prototype, ['locks', 'wakeLock', 'userAgentData', 'storage']],
  [IDBTransaction.prototype, ['commit', 'durability']], [Intl, ['Segmenter', 'ListFormat']], [Map, ['groupBy']],
  [HTMLElement.prototype, ['inert', 'popover']], [Response, ['json']],
]) for (const name of names) { try { delete owner[name]; } catch (kept) { /* stays */ } }"""
WITHOUT = {
    "script": "", "modules": "", "service worker": "delete Navigator.prototype.serviceWorker;", "engine": "delete window.WebAssembly;",
    "leave to run the engine": "", "database": "delete window.indexedDB; delete window.IDBFactory;",
    "web cryptography": "delete Crypto.prototype.subtle;",
}
APP_RUNS = "service worker", "database"  # the app itself serves; without anything else the server's pages do
NO_ENGINE = b" 'wasm-unsafe-eval'"

# Whether something that was taken away is there all the same: then nothing is proved.
LEFT = """() => [['structuredClone', window], ['BarcodeDetector', window], ['at', Array.prototype], ['at', Uint8Array.prototype],
  ['at', String.prototype], ['replaceAll', String.prototype], ['hasOwn', Object], ['any', Promise], ['replaceChildren', Element.prototype],
  ['randomUUID', Crypto.prototype], ['timeout', AbortSignal], ['commit', IDBTransaction.prototype]]
  .filter(([name, owner]) => name in owner).map(([name]) => name)"""

# Syntax that Chrome 80 cannot read, looked for in every script of the app.
YOUNGER = {r"\?\?=": "logical assignment", r"\|\|=": "logical assignment", r"&&=": "logical assignment", r"\bstatic \{": "static block",
           r"import\.meta\.resolve": "import.meta.resolve", r"\.replaceAll\(": "replaceAll", r"\.at\(": "at",
           r"\.findLast\w*\(": "findLast", r"Object\.hasOwn\(": "Object.hasOwn", r"structuredClone\(": "structuredClone",
           r"randomUUID\(": "randomUUID", r"replaceChildren\(": "replaceChildren", r"\bwith \{ ?type:": "import attributes",
           r"\n\s*(async )?#\w+\(": "private method", r"#\w+ in ": "a test for a private name"}
AWAIT = re.compile(r"\bawait ")
LEAST_SCRIPTS = 20
LED_AWAY = 6000  # milliseconds
DELIVERED = 12  # seconds


def old_app(home, before):
    """The whole journey in the app with the features taken away; the report must arrive."""
    server, middle = home.own()
    complaints = []
    with home.phone(middle, before) as phone:
        phone.page.on("pageerror", lambda fault: complaints.append(str(fault)))
        phone.install()
        report = phone.sent(danger="yes")
        complaints += [f"expected {name} to be taken away" for name in phone.script(LEFT)]
        phone.deliver(report)
    yield from (f"Chrome 80: {one}" for one in complaints)
    yield from settled(server, [report])


def too_young(texts):
    """Syntax in a script that Chrome 80 cannot read."""
    for path, text in texts:
        for sign, name in YOUNGER.items():
            if re.search(sign, text):
                yield f"Chrome 80 cannot read {path}: {name}"
        if any(depth(text[:found.start()]) == 0 for found in AWAIT.finditer(text)):
            yield f"Chrome 80 cannot read {path}: await at the top"


def depth(text):
    """How many braces are open at the end of a text."""
    return text.count("{") - text.count("}")


def scripts(home):
    """Every script of the app as it is sent: those that the worker keeps are all that there are, and the worker itself."""
    with home.phone(home.between()) as phone:
        phone.install()
        paths = [path for path in phone.kept_paths() if path.endswith(".js")] + ["/sw.js"]
        if len(paths) < LEAST_SCRIPTS:
            raise AssertionError(f"expected all scripts of the app, found {len(paths)}")
        return phone.script("paths => Promise.all(paths.map(async path => [path, await (await fetch(path)).text()]))", paths)


def served(home, server, name, changes=()):
    """The journey by whatever leads there from the app's address; where the app runs, in the app as well."""
    heads = [("/calle", lambda head: head.replace(NO_ENGINE, b""))] if name == "leave to run the engine" else []
    middle = home.between(server, heads=heads, changes=list(changes))
    if name == "modules":
        middle.missing = "/app/*.js"
    with home.phone(middle, WITHOUT[name], java_script_enabled=name != "script") as phone:
        page = phone.page
        page.goto(middle.address + SHELL)
        if name in APP_RUNS:
            page.wait_for_selector(ANY_VIEW, state="attached")
            yield from in_app(Phone(page, middle.address), server, name)
            page.goto(middle.address + "/")
        else:
            yield from led_away(page, name)
        yield from on_pages(page, middle, server, name)
        if heads and not middle.passed("/app/motor.wasm"):
            yield f"without {name}: expected the app to try the engine"


def led_away(page, name):
    """From the app's address to the server's pages, by itself or by a link that is to be seen."""
    try:
        page.wait_for_selector("input[name=from], main a[href='/']", state="attached", timeout=LED_AWAY)
        if not page.locator("input[name=from]").count():
            if name not in ("script", "modules"):  # the app began: it knows by itself that it cannot go on
                page.wait_for_selector("input[name=from]", state="attached", timeout=LED_AWAY)
            else:
                page.locator("main a[href='/']").first.click(timeout=LED_AWAY)
                page.wait_for_selector("input[name=from]", state="attached", timeout=LED_AWAY)
    except Exception:
        yield f"without {name}: expected a way from the app's address to the server's pages"
        page.goto("/".join(page.url.split("/")[:3]) + "/")


def on_pages(page, middle, server, name):
    """The whole journey on the server's pages."""
    before, hand = len(server.reports()), Hand(page, middle)
    hand.district()
    for step in ("calls", "seen", "sent"):
        if step == "seen" and len(hand.calls()) < 2:
            yield f"without {name}: expected two calls, found {hand.calls()}"
        hand.go(step)
    if not page.locator(".bigcode").is_visible():
        yield f"without {name}: expected a code at the end"
    if len(server.reports()) <= before:
        yield f"without {name}: expected the report at the server"


def in_app(phone, server, name):
    """Where the app runs without the feature, its calls are there all the same, and its report arrives."""
    phone.wait_for_bundle()
    if len(phone.calls().first_numbers()) < 2:
        yield f"without {name}: expected both calls in the app"
    phone.go("seen").go("sent")
    report = phone.own_report()
    try:
        phone.deliver(report, seconds=DELIVERED)
    except Exception:
        yield f"without {name}: expected the words that the report was received"
    yield from (one for one in settled(server, [report]) if report in one)


@suite.test("with what Chrome 80 had the whole journey goes through the app")
def chrome_80(home):
    found = [*old_app(home, AFTER_80), *too_young(scripts(home))]
    targets.measured("U28", "the journey with the features of Chrome 80", not found)
    return found


@suite.test("without script, modules, worker, engine, leave for it, database or cryptography the journey is served all the same")
def without(home):
    server = home.new_server()
    found = [one for name in WITHOUT for one in served(home, server, name)]
    targets.measured("U28", f"served without {', '.join(WITHOUT)}", not found)
    return found


@suite.plant("a script that leans on something young", "Chrome 80 cannot read")
def young(home):
    return list(too_young([*scripts(home), ("planted.js", "a ??= 1")]))


@suite.plant("a script that waits at its top", "await at the top")
def waits(home):
    return list(too_young([("planted.js", "async function fine() { await 1 }\nexport const one = await fine()")]))


@suite.plant("a page that needs what is not there", "Chrome 80")
def leans(home):
    needs = "addEventListener('load', () => { [1].at(-1); })"
    return list(old_app(home, AFTER_80 + needs))


@suite.plant("a page from which nothing was taken away", "expected structuredClone to be taken away")
def kept(home):
    return list(old_app(home, ""))


@suite.plant("a shell without a way out for those without script", "without script: expected a way")
def no_way(home):
    return list(served(home, home.new_server(), "script", [("/calle", lambda text: text.replace('href="/"', 'href="/x"'))]))


@suite.plant("an app that stays where its engine may not run", "without leave to run the engine: expected a way")
def stays(home):
    def stay(text):
        return text.replace("location.replace('/')", "void 0")
    return list(served(home, home.new_server(), "leave to run the engine", [("/app/*/app.js", stay)]))


@suite.plant("an app whose reports stay in a phone without a database", "lost")
def keeps_nothing(home):
    def forget(text):
        return text.replace("rows: async () => Array.from(box.values())", "rows: async () => []")
    return list(served(home, home.new_server(), "database", [("/app/*/memory.js", forget)]))
