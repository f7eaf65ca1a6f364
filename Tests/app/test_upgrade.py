"""A new app over an old one with reports that wait; and a bundle that nobody signed."""

import json
import re

from street import settled
from suite import Suite

suite = Suite()
OLD_MARK, NEW_MARK = "old-app", "new-app"
VERSIONS = """() => [...new Set([...document.querySelectorAll('[data-app-mark]')].map(one => one.dataset.appMark))]"""


def another(middle, mark):
    """From now on the server has another version of the app: every script carries a mark, and so does the worker's list."""
    def worker(text):
        return text.replace('"version":"', f'"version":"{mark}-')
    middle.changes = [("/sw.js", worker), ("/calle", lambda text: text.replace(
        "</body>", f'<i hidden data-app-mark="{mark}"></i></body>'))]


def updated(phone, middle):
    """Lets the worker find the new version and take over, as it does by itself or when asked."""
    phone.open()
    phone.script("""async () => { const one = await navigator.serviceWorker.getRegistration(); await one.update();
      const fresh = one.installing || one.waiting; if (fresh && fresh.state === 'installing')
        await new Promise(done => fresh.addEventListener('statechange', () => fresh.state !== 'installing' && done())) }""")
    button = phone.page.locator("[data-act='update']:visible")
    if button.count():
        button.first.click()
        phone.page.wait_for_load_state()
    context = phone.page.context
    phone.page.close()  # without a page of the old one, the new worker takes over
    phone.page = context.new_page()
    phone.open()
    phone.script("() => navigator.serviceWorker.ready.then(() => true)")
    return phone.open()


def upgraded(home, count, break_it=None):
    """Reports of the old app that arrive after the upgrade, and what the new app shows."""
    server, middle = home.own()
    another(middle, OLD_MARK)
    ids = []
    with home.phone(middle) as phone:
        phone.install()
        phone.page.context.set_offline(True)
        for _ in range(count):
            ids.append(phone.open().sent())
        another(middle, NEW_MARK)
        if break_it:
            break_it(middle)
        phone.page.context.set_offline(False)
        middle.answers["/app/avisos"] = 503, {"fault": "closed", "retryAfter": 2}
        updated(phone, middle)
        marks = phone.script(VERSIONS)
        middle.answers.clear()
        try:
            phone.to("reports").send_all()
            phone.wait_for_all("received", count, 60)
        except Exception as fault:
            yield f"after the upgrade: {' '.join(str(fault).split())[:120]}"
        if marks != [NEW_MARK]:
            yield f"expected one version, the new one, found {marks}"
    yield from settled(server, ids)


@suite.test("reports that wait under the old app arrive under the new one, and no page mixes the two")
def reports_arrive(home):
    return upgraded(home, 3)


@suite.test("an app that is open in the middle of a journey is not changed under the guard's fingers")
def not_under_way(home):
    server, middle = home.own()
    another(middle, OLD_MARK)
    with home.phone(middle) as phone:
        phone.install()
        phone.open().seen()
        phone.answer("people", "two")
        another(middle, NEW_MARK)
        phone.script("async () => { await (await navigator.serviceWorker.getRegistration()).update() }")
        phone.page.wait_for_timeout(300)
        if phone.view() != "seen" or not phone.page.locator('input[name="people"][value="two"]').is_checked():
            yield "expected the journey as it was while a new app arrives"
        report = phone.go("sent").own_report()
        phone.deliver(report)
    yield from settled(server, [report])


@suite.test("a worker that cannot be fetched whole leaves the old app as it was")
def half_an_app(home):
    _, middle = home.own()
    another(middle, OLD_MARK)
    with home.phone(middle) as phone:
        phone.install()
        another(middle, NEW_MARK)
        middle.answers["/app/motor.wasm"] = 500, {"fault": "planted"}
        middle.changes.append(("/sw.js", lambda text: text.replace("/app/motor.wasm", "/app/motor.wasm?half")))
        middle.answers["/app/motor.wasm?half"] = 500, {"fault": "planted"}
        try:
            phone.script("async () => { await (await navigator.serviceWorker.getRegistration()).update() }")
        except Exception:
            pass
        phone.page.context.set_offline(True)
        phone.again()
        if len(phone.calls().first_numbers()) < 2:
            yield "expected both calls of the old app when the new one came in half"


def refused(home, change, name):
    """A bundle that is changed on the way: refused in words, and the last good one still serves."""
    middle = home.between()
    with home.phone(middle) as phone:
        phone.install()
        before = phone.open().calls().first_numbers()
        middle.changes = [("/app/paquete", change)]
        phone.again()
        phone.script("dispatchEvent(new Event('online'))")
        middle.wait(lambda all_: sum(one.path == "/app/paquete" for one in all_) > 1, 15)
        try:
            words = phone.notice("bundle")
            if not re.search(r"edici|director|lista|n[úu]mero|datos", words, re.I):
                yield f"{name}: expected words on what was refused, found '{words[:90]}'"
        except Exception:
            yield f"{name}: expected a notice that the new bundle was refused"
        found = phone.calls().first_numbers()
        if found != before:
            yield f"{name}: expected the last good numbers {before}, found {found}"


def parts(text):
    header, content = text.split("\n")[:2]
    return json.loads(header), content


def whole(header, content):
    return json.dumps(header, sort_keys=True, separators=(",", ":")) + "\n" + content + "\n"


def other_number(text):
    header, content = parts(text)
    header["made"] += 1000
    return whole(header, content.replace("080000205", "999999999").replace("0800-00-205", "999-99-999"))


def with_right_hash(text):
    import hashlib
    header, content = parts(other_number(text))
    header["hash"] = hashlib.sha256(content.encode()).hexdigest()
    return whole(header, content)


def other_signature(text):
    header, content = parts(text)
    header["made"] += 1000
    return whole(header, content)


@suite.test("a bundle with a wrong hash or a wrong signature is refused in words, and the last good one stays")
def bad_bundles(home):
    for name, change in (("wrong hash", other_number), ("wrong signature, right hash", with_right_hash),
                         ("signature of another hour", other_signature), ("cut in half", lambda text: text[:len(text) // 2]),
                         ("a page of another network", lambda _: "<html>Entre con su clave</html>")):
        yield from refused(home, change, name)


@suite.plant("an upgrade that throws away what waits", "lost")
def throws_away(home):
    def drop(middle):
        wipe = "<script>for (const name of ['agenda']) indexedDB.deleteDatabase(name)</script>"
        middle.changes.append(("/calle", lambda text: text.replace("<head>", "<head>" + wipe)))
    return list(upgraded(home, 1, drop))


@suite.plant("a page of two versions", "expected one version")
def mixed(home):
    def mix(middle):
        middle.changes.append(("/calle", lambda text: text.replace(
            "</body>", f'<i hidden data-app-mark="{OLD_MARK}"></i></body>')))
    return list(upgraded(home, 1, mix))


@suite.plant("a phone that believes every bundle", "expected")
def believes(home):
    """Every signature is right to this phone: the changed numbers get through, and that must be seen."""
    middle = home.between()
    with home.phone(middle, "SubtleCrypto.prototype.verify = async () => true;") as phone:
        phone.install()
        before = phone.open().calls().first_numbers()
        middle.changes = [("/app/paquete", with_right_hash)]
        phone.again()
        middle.wait(lambda all_: sum(one.path == "/app/paquete" for one in all_) > 1, 15)
        phone.page.wait_for_timeout(500)
        found = phone.again().calls().first_numbers()
        return [f"expected the last good numbers {before}, found {found}"] if found != before else []
