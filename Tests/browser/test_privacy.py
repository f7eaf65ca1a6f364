"""What stays behind on a phone: no answer in an address, a title or a store; no page in a cache; titles that tell nothing."""

import re
from urllib.parse import urlsplit

import views
from suite import Suite
from survey import everything
from walk import Hand, to_sent

suite = Suite()
TELLING = re.compile(r"trata|v[ií]ctim|explota|delito|polic[ií]a|fiscal|caso|menor|sexual|denunci|sereno", re.I)
ANSWER = re.compile(r"fact\.|sign\.|people|report|district=|code=|to=|from=")
DISTRICT, THEME = "distrito", "theme"
SAME_FOR_ALL = re.compile(r"/assets/.+|/calle|/sw\.js|/app/(motor\.wasm|paquete|manifiesto/\w+|[0-9a-f]{10}/[\w-]+\.(js|json))")
"""The files of the street app: the same for everybody, and kept on the phone so that it opens without a network."""
READ_BESIDE = ("/horario-de-limpieza", "/manual", "/directorio")

STORES = """async () => ({
  local: Object.keys(localStorage), session: Object.keys(sessionStorage),
  caches: (await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys())
    .map(one => new URL(one.url)).map(one => one.pathname + one.search)))).flat(),
  databases: (await indexedDB.databases()).map(one => one.name),
  workers: (await navigator.serviceWorker.getRegistrations())
    .map(one => new URL((one.active || one.waiting || one.installing).scriptURL).pathname),
})"""


def telling_titles(titles):
    return [f"{name}: expected a title that tells nothing, found '{title}'" for name, title in titles if TELLING.search(title)]


@suite.test("no title in a list of recent pages tells what this is about")
def titles(home):
    return telling_titles((name, sight.words["title"]) for name, sight in everything(home).items())


@suite.plant("a title with the word trata", "a title that tells nothing")
def bad_title(home):
    with home.visit(html=lambda text: text.replace("<title>Ruta", "<title>Aviso de trata")) as page:
        views.begin(page, home)
        return telling_titles([("start", page.title())])


def traces(home, script, **faults):
    """Everything that a whole journey leaves in addresses, headers and stores."""
    requests, responses = [], []
    with home.visit(script=script, **faults) as page:
        page.context.on("request", lambda request: requests.append(request))
        page.context.on("response", lambda response: responses.append(response))
        hand = to_sent(page, home.open)
        if script:
            page.click("[data-theme-switch]")
        code = hand.code()
        for request in requests:
            if ANSWER.search(request.url) or code in request.url:
                yield f"an answer in an address: {request.url}"
            if request.headers.get("referer"):
                yield f"the address of the last page is passed on: {request.headers['referer']}"
        if page.url != home.open.address + "/":
            yield f"expected the address to stay /, found {page.url}"
        for response in responses:
            rule = response.headers.get("cache-control", "")
            if not SAME_FOR_ALL.fullmatch(urlsplit(response.url).path) and rule != "no-store":
                yield f"expected no-store for {response.url}, found '{rule}'"
        yield from stored(page)


def stored(page):
    for cookie in page.context.cookies():
        if cookie["name"].removeprefix("__Host-") != DISTRICT:
            yield f"a cookie: {cookie['name']}"
        elif not (cookie["httpOnly"] and cookie["sameSite"] == "Strict"):
            yield f"expected the cookie HttpOnly and Strict, found {cookie}"
    stores = page.evaluate(STORES)
    kept = [*(f"localStorage {key}" for key in stores["local"] if key != THEME),
            *(f"sessionStorage {key}" for key in stores["session"]),
            *(f"cache {path}" for path in stores["caches"] if not SAME_FOR_ALL.fullmatch(path) and path not in READ_BESIDE),
            *(f"database {key}" for key in stores["databases"]),
            *(f"service worker {path}" for path in stores["workers"] if path != "/sw.js")]
    yield from (f"kept on the phone: {what}" for what in kept)


@suite.test("a whole journey leaves no answer in an address, a header, a cache or a store")
def no_traces(home):
    for script in (True, False):
        yield from traces(home, script)


@suite.test("the district is remembered, and nothing else")
def district(home):
    with home.visit() as page:
        to_sent(page, home.open)
        Hand(page, home.open).begin()
        if page.input_value("select[name=district]") != "150135":
            yield "expected the district of the last report"
        marked = page.locator("main input:checked").count()
        if marked:
            yield f"expected no answer of the last report, found {marked}"


@suite.test("no browser is asked to fill these fields in by itself")
def autofill(home):
    for path in ("/", "/recibo"):
        with home.visit() as page:
            page.goto(home.open.address + path)
            for form in page.locator("form[method=post]").all():
                if form.get_attribute("autocomplete") != "off":
                    yield f"{path}: expected autocomplete=off"


@suite.plant("answers in the address", "an answer in an address")
def by_get(home):
    telling = 'method="post" action="/?people=two"'
    return list(traces(home, False, html=lambda text: text.replace('method="post" action="/"', telling)))


@suite.plant("a note of the answers on the phone", "kept on the phone: localStorage last")
def note(home):
    return list(traces(home, True, js="localStorage.last = 'yes'"))


@suite.plant("a page of the journey in a cache", "kept on the phone: cache /?people=two")
def cached(home):
    return list(traces(home, True, js="caches.open('x').then(function (kept) { kept.put('/?people=two', new Response('')) })"))
