"""Waking a browser: the button of the own account, and what a push then shows. Nobody outside is asked: the browser's maker is played."""

import functools
import os

from suite import Suite
from test_desk_sights import judged

suite = Suite()
MAKER = "http://127.0.0.1:9"  # nobody listens there
WORDS = "Tiene 1 aviso."
PLAYED = """PushManager.prototype.subscribe = function (asked) {
  var isRight = asked.userVisibleOnly && asked.applicationServerKey.length === 87;
  return isRight ? Promise.resolve({ endpoint: '%s/push/abc' }) : Promise.reject(new Error('asked otherwise'));
};""" % MAKER
SHOWN = """async () => {
  const kept = await navigator.serviceWorker.getRegistration('/avisos/');
  for (let tries = 0; tries < 200; tries += 1) {
    const shown = await kept.getNotifications();
    if (shown.length) return shown.map(one => [one.title, one.body]);
    await new Promise(done => setTimeout(done, 50));
  }
  return [];
}"""


@functools.cache
def town(home):
    """A town that wakes browsers."""
    named = {"RUTA_PUSH_ORIGINS": MAKER, "RUTA_PUSH_CONTACT": "avisos@ruta.example"}
    os.environ.update(named)
    try:
        return home.new_town()
    finally:
        for name in named:
            del os.environ[name]


def asked(home, grants=True, data="Un caso de trata"):
    """Presses the button, lets a push arrive, and takes it back; what was found on the way."""
    house = town(home)
    with house.visit(home, "OF-01", browser=home.with_windows) as page:
        if grants:
            page.context.grant_permissions(["notifications"], origin=house.address)
        page.add_init_script(PLAYED)
        session = page.context.new_cdp_session(page)
        kept = []
        session.on("ServiceWorker.workerRegistrationUpdated", lambda event: kept.extend(event["registrations"]))
        session.send("ServiceWorker.enable")
        page.goto(house.address + "/mi-cuenta")
        page.get_by_role("button", name="Avisarme en este equipo").click()
        try:
            page.get_by_text("Equipos de su cuenta con avisos: 1.").wait_for(timeout=10_000)
        except Exception:
            yield f"expected one browser to be kept, the page says: {' '.join(page.locator('[data-push]').inner_text().split())}"
            return
        number = next(one["registrationId"] for one in kept if one["scopeURL"].endswith("/avisos/"))
        session.send("ServiceWorker.deliverPushMessage", {"origin": house.address, "registrationId": number, "data": data})
        shown = page.evaluate(SHOWN)
        if shown != [[WORDS, ""]]:
            yield f"expected '{WORDS}' and nothing else, found {shown}"
        if page.evaluate("navigator.serviceWorker.controller !== null"):
            yield "expected a worker that governs no page"
        page.get_by_role("button", name="Quitar los avisos de todos mis equipos").click()
        page.get_by_text("Equipos de su cuenta con avisos: 0.").wait_for()


@suite.test("a browser is kept by one button, and says the same words whatever comes")
def woken(home):
    return list(asked(home))


@suite.test("the own account with the button is as plain as every other screen")
def looks(home):
    house = town(home)
    home.pictures.mkdir(parents=True, exist_ok=True)
    with house.visit(home, "OF-01") as page:
        page.goto(house.address + "/mi-cuenta")
        return [f"{finding} ({where})" for finding, where in judged(page, "push", home)]


@suite.plant("a browser that gives no permission", "expected one browser to be kept")
def refused(home):
    return list(asked(home, grants=False))
