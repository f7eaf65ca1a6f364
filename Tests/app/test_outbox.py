"""The outbox that one can trust: every state in words, nothing vanishes, nothing blocks, nothing is claimed early."""

import re
import time
from datetime import datetime, timedelta

import targets
from phone import REPORT, facts_of
from street import journal, settled
from server import LIMA
from suite import Suite

suite = Suite()
CLAIM = re.compile(r"\b(enviad[oa]s?|avisad[oa]s?|llamad[oa] (a|al|con)\b|se (llamó|avisó|envió)|"
                   r"(ha|fue|fueron) (llamad|avisad|enviad)\w+)", re.I)
RECEIVED = re.compile(r"[Rr]ecibid[oa].{0,40}\b\d\d:\d\d\b", re.S)
YEAR = timedelta(days=366)
LEAST_UNDO, MOST_UNDO = 10, 16

# Notes the order of things: when a report is in IndexedDB for good, and when the page first says so.
ORDER = """window.order = []; window.strict = [];
const open = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (names, mode, options) {
  const made = open.call(this, names, mode, options);
  if (mode === 'readwrite') {
    window.strict.push([String(names), made.durability]);
    made.addEventListener('complete', () => window.order.push('durable'));
  }
  return made;
};
new MutationObserver(() => {
  const told = document.querySelector('[data-report]:not([data-state=draft])');
  if (told && /guardad/i.test(document.body.innerText) && !window.order.includes('told')) window.order.push('told');
}).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });"""

FORGETFUL = """const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (value, ...rest) {
  return value && value.envelope ? put.call(this, Object.assign({}, value, { envelope: null }), ...rest)
    : put.call(this, value, ...rest) };"""
FULL = """IDBObjectStore.prototype.put = IDBObjectStore.prototype.add = function () {
  this.transaction.abort(); throw new DOMException('full', 'QuotaExceededError') };"""

NO_SEAL = """const encrypt = SubtleCrypto.prototype.encrypt; SubtleCrypto.prototype.encrypt = function (...all) {
  return window.sealsFail ? Promise.reject(new DOMException('planted', 'OperationError')) : encrypt.apply(this, all) };"""


def claims(phone):
    """Words that claim what nobody knows yet."""
    return [f"claims '{found.group()}'" for found in CLAIM.finditer(phone.page.inner_text("body"))]


@suite.test("a report is sealed and durable before the page says guardado")
def durable_first(home):
    _, middle = home.own(is_silent=False)
    with home.phone(middle, ORDER) as phone:
        phone.install()
        phone.page.context.set_offline(True)
        phone.sent()
        order, strict = phone.script("window.order"), phone.script("window.strict")
        yield from early(order)
        for names, durability in strict:
            if durability != "strict":
                yield f"expected every write to be strict, found {durability} on {names}"


def early(order):
    if "told" not in order or "durable" not in order[:order.index("told")]:
        yield f"expected the report on the disk before 'guardado', found {order}"


@suite.test("without an answer it waits and says so; with one it says received, code and hour; never before")
def states(home):
    server, middle = home.own()
    found = []
    with home.phone(middle) as phone:
        phone.install()
        middle.is_silent = True
        report = phone.sent()
        found += claims(phone)
        phone.to("reports")
        words = phone.wait_for_state(report, "pending", "stored", "undo")
        found += claims(phone)
        if RECEIVED.search(words):
            found.append(f"claims it was received: '{words[:80]}'")
        if phone.pending() != 1:
            found.append(f"expected 1 waiting, found {phone.pending()}")
        middle.is_silent = False
        words = phone.deliver(report)
        if not RECEIVED.search(words):
            found.append(f"expected received with an hour, found '{words[:80]}'")
        code = journal_code(server, report)
        if code not in words:
            found.append(f"expected the code {code}, found '{words[:80]}'")
        if phone.pending():
            found.append(f"expected nobody waiting, found {phone.pending()}")
    found += settled(server, [report])
    targets.measured("U24", "no claim before the answer, on the journey and in the tray", not found)
    return found


def journal_code(server, report):
    import json
    rows = server.read("SELECT payload FROM journal_event WHERE name = 'sighting-reported'")
    return next((json.loads(payload)["reference"] for (payload,) in rows if report in payload), "of the journal")


@suite.test("ten seconds to undo, and a report that was taken back does not leave")
def undo(home):
    server, middle = home.own()
    found = []
    with home.phone(middle) as phone:
        phone.install()
        report = phone.sent()
        button = phone.page.locator("[data-act='undo']")
        if not button.count():
            found.append("expected a way to take it back for ten seconds")
        else:
            if middle.passed("/app/avisos") and journal_whole(server, report):
                found.append("the whole report left before its ten seconds were over")
            phone.act("undo")
            phone.wait("seen")
            phone.answer("people", "one")
            again = phone.go("sent").own_report()
            phone.deliver(again)
            found += settled(server, [again])
            people = journal(server).get(again, (0, {}))[1].get("people")
            if again != report or people != "one":
                found.append(f"expected the report as it was changed in its ten seconds, found people = {people}")
    found += ten_seconds(home)
    targets.measured("U25", "10 s, then it leaves", not found)
    return found


def ten_seconds(home, **faults):
    """A report that nobody takes back leaves by itself, after its ten seconds and not before."""
    server, middle = home.own(**faults)
    with home.phone(middle) as phone:
        phone.install()
        begun = time.monotonic()
        report = phone.sent()
        while not journal_whole(server, report) and time.monotonic() - begun < MOST_UNDO:
            phone.page.wait_for_timeout(100)
        passed = time.monotonic() - begun
        if not LEAST_UNDO <= passed < MOST_UNDO:
            yield f"expected the whole report to leave after its ten seconds, found it after {passed:.1f} s"
        phone.wait_for_state(report, "received")
        if phone.page.locator("[data-act='undo']").count():
            yield "expected no undo of what has left"


def journal_whole(server, report):
    return any("people\":\"two" in payload for (payload,) in server.read("SELECT payload FROM journal_event") if report in payload)


@suite.test("sending again is harmless")
def again(home):
    server, middle = home.own()
    with home.phone(middle) as phone:
        phone.install()
        report = phone.sent()
        phone.deliver(report)
        bodies = [one.body.decode() for one in middle.passed("/app/avisos", "POST")]
        first = phone.script(POST, bodies[-1])
        second = phone.script(POST, bodies[-1])
        if not (first["status"] == second["status"] == 200 and second["body"].get("repeat") is True):
            yield f"expected the same answer with repeat, found {first['status']}, {second}"
        if first["body"].get("code") != second["body"].get("code"):
            yield f"expected one code, found {first['body'].get('code')} and {second['body'].get('code')}"
    yield from settled(server, [report])


POST = """async body => { const answer = await fetch('/app/avisos', { method: 'POST', body,
  headers: { 'content-type': 'application/json' } }); return { status: answer.status, body: await answer.json() } }"""


@suite.test("a poisoned report goes to the tray with its reason and an export, and the rest goes on")
def poisoned(home):
    server, middle = home.own()
    with home.phone(middle) as phone:
        phone.install()
        middle.answers["/app/avisos"] = 422, {"fault": "unreadable"}
        bad = phone.sent()
        phone.to("reports").send_all()
        words = phone.wait_for_state(bad, "observed", seconds=40)
        if not re.search(r"observad", words, re.I):
            yield f"expected the word observado, found '{words[:80]}'"
        if not phone.page.locator("[data-act='export']").count():
            yield "expected an export of the poisoned report"
        middle.answers.clear()
        good = phone.again().sent()
        phone.to("reports").page.locator(f"[data-act='send'][data-id='{good}']").click()
        phone.wait_for_state(good, "received", seconds=40)
        if phone.reports().get(bad, ("gone",))[0] != "observed":
            yield f"the poisoned report is {phone.reports().get(bad, ('gone',))[0]}"
        tries = len([one for one in middle.exchanges if bad in one.body.decode()])
        phone.again().to("reports")
        if len([one for one in middle.exchanges if bad in one.body.decode()]) > tries:
            yield "expected a poisoned report never to be sent again by itself"
        yield from export(phone, bad)
    yield from settled(server, [good])


def export(phone, report):
    with phone.page.expect_download(timeout=8000) as waiting:
        phone.page.locator("[data-act='export']").first.click()
    text = open(waiting.value.path()).read()
    if report not in text or "box" not in text:
        yield f"expected the sealed report in the export, found '{text[:60]}'"


def stopped(home, status, said, kind, state_words, **more):
    """One refusal of the server: its notice in words, the report still here and exportable, calls still there."""
    server, middle = home.own()
    with home.phone(middle) as phone:
        phone.install()
        middle.answers["/app/avisos"] = status, said
        report = phone.sent()
        words = phone.notice(kind)
        if not re.search(state_words, words, re.I):
            yield f"{kind}: expected words like /{state_words}/, found '{words[:90]}'"
        phone.to("reports")
        if phone.reports().get(report, ("gone",))[0] in ("gone", "received"):
            yield f"{kind}: the report is {phone.reports().get(report, ('gone',))[0]}"
        phone.again()
        if len(phone.calls().first_numbers()) < 2:
            yield f"{kind}: expected both calls all the same"
        if more.get("heals"):
            middle.answers.clear()
            phone.again().deliver(report)
            yield from (one for one in settled(server, [report]) if "lost" in one)


@suite.test("a server newer than the app is a state in words, and the report leaves once both fit")
def newer(home):
    return stopped(home, 426, {"fault": "version"}, "version", r"actuali|versi|edici", heals=True)


@suite.test("a server older than the app is a state in words, and the report leaves once both fit")
def older(home):
    return stopped(home, 404, {}, "version", r"servidor|central|edici", heals=True)


@suite.test("a busy and a full server only make the report wait")
def busy(home):
    for status, fault in ((429, "busy"), (503, "closed"), (507, "full")):
        server, middle = home.own()
        with home.phone(middle) as phone:
            phone.install()
            middle.answers["/app/avisos"] = status, {"fault": fault, "retryAfter": 2}
            report = phone.sent()
            middle.wait(lambda all_: any(one.path == "/app/avisos" for one in all_))
            phone.to("reports")
            state = phone.reports()[report][0]
            if state not in ("pending", "stored"):
                yield f"{status}: expected the report to wait, found {state}"
            middle.answers.clear()
            phone.again().deliver(report)
        yield from settled(server, [report])


@suite.test("a revoked phone says so, keeps what it has, and still calls")
def revoked(home):
    from centre import Centre
    town = home.new_town()
    centre, middle = Centre(town), home.between(town)
    with home.phone(middle) as phone:
        phone.install(centre.enrol("S-0404"))
        centre.revoke("S-0404")
        report = phone.sent()
        words = phone.notice("revoked")
        if not re.search(r"equipo|tel[ée]fono|alta", words, re.I):
            yield f"expected the state of the phone in words, found '{words[:90]}'"
        phone.to("reports")
        if phone.reports().get(report, ("gone",))[0] in ("gone", "received"):
            yield "expected the report to stay in the tray of a revoked phone"
        if not phone.page.locator("[data-act='export']").count():
            yield "expected an export on a revoked phone"
        if len(phone.open().calls().first_numbers()) < 2:
            yield "expected both calls on a revoked phone"


@suite.test("where storage is full the page says the code and the calls, and never guardado")
def full(home):
    middle = home.between()
    with home.phone(middle) as phone:
        phone.install()
        session = phone.page.context.new_cdp_session(phone.page)
        session.send("Storage.overrideQuotaForOrigin", {"origin": middle.address, "quotaSize": 1})
        middle.is_silent = True
        phone.calls()
        report = phone.own_report() if not phone.has_notice("storage") else None
        if report and report not in phone.again().to("reports").reports():  # Chromium lets small writes pass over the quota
            yield "expected what is said to be kept to be there after a restart, with no room left"
    middle.is_silent = False
    with home.phone(middle) as phone:
        phone.install()
        phone.page.context.add_init_script(FULL)
        middle.is_silent = True
        phone.again()
        yield from unsaved(phone)


def unsaved(phone):
    phone.calls()
    words = phone.notice("storage")
    if not re.search(r"anote|c[óo]digo", words, re.I):
        yield f"expected to be told to write the code down, found '{words[:90]}'"
    if re.search(r"\bguardado\b", phone.page.inner_text("main").replace(words, ""), re.I):
        yield "expected no 'guardado' where nothing was"
    if len(phone.first_numbers()) < 2:
        yield "expected both calls where nothing can be kept"


@suite.test("a browser that threw the reports away is found out")
def evicted(home):
    server, middle = home.own()
    with home.phone(middle) as phone:
        phone.install()
        middle.is_silent = True
        phone.sent()
        phone.page.goto(middle.address + "/horario-de-limpieza")  # a page of ours that needs no database
        phone.script("""async () => { for (const one of await indexedDB.databases())
            await new Promise(done => { const gone = indexedDB.deleteDatabase(one.name); gone.onsuccess = gone.onblocked = done }) }""")
        middle.is_silent = False
        phone.open()
        words = phone.notice("evicted")
        if not re.search(r"navegador|tel[ée]fono|borr|perd", words, re.I):
            yield f"expected to be told what is gone, found '{words[:90]}'"


# How often the page asked for storage that lasts.
LASTING = """window.asked = 0; navigator.storage.persist = () => { window.asked += 1; return Promise.resolve(true) };"""


def lasting(home, **faults):
    """Storage that lasts is asked for at enrolment, or with the first report; never for nothing."""
    from centre import Centre
    with home.phone(home.between(**faults), LASTING) as phone:
        phone.install()
        if phone.script("window.asked"):
            yield "expected storage that lasts not to be asked for before anything is kept"
        phone.sent()
        if phone.script("window.asked") != 1:
            yield f"expected storage that lasts to be asked for with the first report, found {phone.script('window.asked')} times"
    with home.phone(home.between(home.town, **faults), LASTING) as phone:
        phone.install(Centre(home.town).enrol("S-0606"))
        if phone.script("window.asked") != 1:
            yield f"expected storage that lasts to be asked for at enrolment, found {phone.script('window.asked')} times"


@suite.test("storage that lasts is asked for at enrolment and with the first report")
def lasting_storage(home):
    return lasting(home)


def told_states(home, word):
    """What the tray says of a report of which the centre says a word; nothing where it answers with nothing."""
    _, middle = home.own()
    with home.phone(middle) as phone:
        phone.install()
        report = phone.sent()
        phone.deliver(report)
        if word:
            middle.answers["/app/estados"] = 200, {"states": {report: word}}
        before = len(middle.passed("/app/estados"))
        phone.again().to("reports")
        if not middle.wait(lambda _: len(middle.passed("/app/estados")) > before):
            yield "expected the tray to ask what became of its report"
        status = middle.passed("/app/estados")[-1].status
        if status != 200:
            yield f"expected the centre to say what became of a report, found {status}"
        if word:
            phone.page.wait_for_selector(f"[data-report='{report}'] [data-word='{word}']")
        state, words = phone.reports()[report]
        if state != "received" or not RECEIVED.search(words):
            yield f"expected the report to stay received, found {state}, '{words[:80]}'"
        if not word and phone.page.locator("[data-word]").count():
            yield "expected no word further than received"
        label = safe_labels(home.catalog).get(word, "")
        if label not in words:
            yield f"expected '{label}' in the tray, found '{words[:80]}'"
        yield from claims(phone)


def safe_labels(catalog):
    """The words that the reporter of a case may know: code → label."""
    return dict(re.findall(r"id: ([\w-]+), label: ([^,}]+)", (catalog / "codes/safe-words.yaml").read_text()))


@suite.test("the tray says what became of a report in the four safe words, and no more")
def safe_words(home):
    for word in (None, "on-the-way", "in-good-hands", "thanks"):
        yield from told_states(home, word)


@suite.test("a clock a year off is shown and not guessed; the report arrives with both times")
def clock(home):
    for off in (-YEAR, YEAR):
        server, middle = home.own()
        with home.phone(middle) as phone:
            phone.page.clock.install(time=datetime.now(LIMA) + off)
            phone.install()
            report = phone.sent()
            phone.deliver(report)
            words = phone.notice("clock")
            if not re.search(r"hora|reloj|fecha", words, re.I):
                yield f"expected the clocks in words, found '{words[:90]}'"
        yield from settled(server, [report])


@suite.test("the SMS has a code and forty characters and not one word")
def message(home):
    from centre import Centre
    town = home.town
    centre, middle = Centre(town), home.between(town)
    with home.phone(middle) as phone:
        phone.install(centre.enrol("S-0505"))
        phone.page.context.set_offline(True)
        phone.open().sent(danger="yes", detail="Palabra sola")
        phone.page.wait_for_selector("a[data-act='sms']")
        body = phone.message()
        if not re.fullmatch(r"SG [2-9A-HJ-NP-Z]{4} [A-Za-z0-9_-]{40}", body):
            yield f"expected SG, a code and 40 characters, found '{body[:70]}'"
        told = centre.read_message(body)
        if "San Mart" not in told:
            yield f"expected the centre to read the district, found '{told[-200:]}'"


def seal_again(home, **faults):
    """A seal fails once; what was said before, meanwhile and after it must arrive."""
    server, middle = home.own(**faults)
    with home.phone(middle, NO_SEAL) as phone:
        phone.install().seen()
        report = phone.own_report()
        phone.script("window.sealsFail = true")
        phone.answer("fact.age", "minor")
        phone.page.wait_for_timeout(1000)
        if not phone.has_notice("storage"):
            yield "expected to be told that nothing could be kept"
        phone.script("window.sealsFail = false")
        phone.answer("people", "two")
        phone.page.wait_for_timeout(1000)
        if phone.has_notice("storage") or report not in phone.reports():
            yield "expected to be told that it is kept, once it is"
        phone.again().deliver(report)
    last = journal(server)[report][1]
    if (facts_of(last).get("age"), last.get("people")) != ("minor", "two"):
        yield f"lost: an answer around a seal that failed, found {facts_of(last)}"


@suite.test("a seal that fails is said, and the next answer keeps everything")
def seals_again(home):
    return seal_again(home)


@suite.plant("a phone that gives up after a seal that failed", "lost")
def gives_up(home):
    change = lambda text: text.replace("this.busy = this.write().catch(() => this.failed())", "this.busy = this.write()")
    return list(seal_again(home, changes=[("/app/*/journey.js", change)]))


@suite.plant("a page that says guardado before anything is", "before 'guardado'")
def says_early(home):
    return list(early(["told", "durable"]))


@suite.plant("a phone that forgets what it sealed", "lost")
def forgets(home):
    server, middle = home.own()
    with home.phone(middle, FORGETFUL) as phone:
        phone.install()
        middle.is_silent = True
        report = phone.sent()
        middle.is_silent = False
        try:
            phone.again().deliver(report, seconds=8)
        except Exception:
            pass
    return list(settled(server, [report]))


@suite.plant("an answer that says received and keeps nothing", "lost")
def liar(home):
    server, middle = home.own()
    with home.phone(middle) as phone:
        phone.install()
        middle.is_silent = True
        report = phone.sent()
        middle.is_silent = False
        middle.answers["/app/avisos"] = 200, {"code": "AAAA-AAAA", "id": report, "receivedAt": int(time.time() * 1000),
                                               "repeat": False, "remarks": []}
        phone.deliver(report)
    return list(settled(server, [report]))


@suite.plant("a page that claims a call", "claims 'fue llamado")
def claims_a_call(home):
    change = lambda text: text.replace("</body>", "<p>Ya fue llamado a la fiscalía</p></body>")
    with home.phone(home.between(changes=[("/calle", change)])) as phone:
        return claims(phone.open())


@suite.plant("a report that leaves before its ten seconds", "after its ten seconds, found it after")
def leaves_early(home):
    return list(ten_seconds(home, changes=[("/app/*/journey.js", lambda text: text.replace("undoing = 10000", "undoing = 1000"))]))


@suite.plant("a phone that asks for no lasting storage", "expected storage that lasts to be asked for at enrolment")
def throws_away(home):
    return list(lasting(home, changes=[("/app/*/background.js", lambda text: text.replace("navigator.storage.persist()", "Promise.resolve()"))]))
