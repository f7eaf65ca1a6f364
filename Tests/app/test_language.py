"""The app in English: chosen on the phone or on a page of the server, spoken without a network, and back again."""

import json

from phone import BESIDE
from street import cut_off
from suite import Suite

suite = Suite()
SPANISH, ENGLISH = "es-PE", "en"
SPOKEN = "() => document.documentElement.lang === '{}'"
VISIBLE = """() => { const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) { const part = walk.currentNode.parentElement;
    if (part && part.offsetParent && !part.closest('script,noscript,[lang]:not(html)')) found.push(walk.currentNode.textContent.trim()) }
  return found.filter(Boolean) }"""
BUNDLES = """async () => { const lines = path => fetch(path).then(answer => answer.text()).then(text => JSON.parse(text.split('\\n')[1]));
  return [await lines('/app/paquete'), await lines('/app/paquete?idioma=en')] }"""
KEPT_IN = """async () => (await Promise.all({}.map(async path => (await (await caches.match(path)).text()).includes('<html lang="{}"'))))
  .every(Boolean)"""
SAY = "document.querySelector('[data-act=language]').innerText.trim()"


def only_spanish(phone):
    """What the app says in Spanish and otherwise in English: words, questions, signs, steps."""
    spanish, english = phone.script(BUNDLES)
    pairs = [(spanish["texts"][key], english["texts"][key]) for key in spanish["texts"]]
    for kind, said in (("facts", "question"), ("signs", "label"), ("steps", "title"), ("steps", "because"), ("levels", "label")):
        pairs += [(here[said], there[said]) for here, there in zip(spanish[kind], english[kind])]
    return {here for here, there in pairs if here != there}


def speaks(phone, language, foreign, where):
    """Findings on a page that should be in English and is not, or not wholly."""
    found = phone.script("() => document.documentElement.lang")
    if found != language:
        yield f"{where}: expected the page to say '{language}', found '{found}'"
    if language == ENGLISH:
        left = [text for text in phone.script(VISIBLE) if text in foreign]
        if left:
            yield f"{where}: Spanish is left: {json.dumps(left[:3], ensure_ascii=False)}"


def journey(phone, foreign, where):
    """The whole journey in English; returns through `findings` what was not."""
    findings = []
    look = lambda step: findings.extend(speaks(phone, ENGLISH, foreign, f"{where}, {step}"))  # noqa: E731
    phone.to("start")
    look("start")
    phone.calls(danger="yes")
    look("calls")
    phone.go("seen")
    look("seen")
    phone.answer("people", "two")
    phone.go("sent")
    look("sent")
    report = phone.own_report()
    for view in ("reports", "directory", "rights", "settings"):
        phone.to(view)
        look(view)
    return report, findings


def read_offline(phone, language):
    """Findings on the pages that are read beside the journey, without a network."""
    for path in BESIDE:
        phone.page.goto(phone.address + path)
        found = phone.script("() => document.documentElement.lang")
        if found != language:
            yield f"{path}: expected it to be kept in '{language}', found '{found}'"


def until_kept(phone, language):
    """Until what is read beside the journey lies on the phone in this language; goes on without it after a while."""
    try:
        phone.page.wait_for_function(KEPT_IN.format(json.dumps(BESIDE), language), timeout=5000)
    except Exception:
        pass


def change(phone):
    phone.to("settings")
    phone.act("language")


def chosen(home, faults=()):
    """English in the settings: at once, after the app was closed, without a network; and the report arrives."""
    _, middle = home.own()
    middle.changes = list(faults)
    with home.phone(middle) as phone:
        phone.install()
        foreign = only_spanish(phone)
        change(phone)
        try:
            phone.page.wait_for_function(SPOKEN.format(ENGLISH), timeout=5000)
        except Exception:
            yield "settings: the app was asked to speak English and does not"
            return
        yield from speaks(phone, ENGLISH, foreign, "settings")
        until_kept(phone, ENGLISH)
        cut_off(phone, middle)
        yield from read_offline(phone, ENGLISH)
        phone.again()
        report, findings = journey(phone, foreign, "without a network")
        yield from findings
        middle.is_silent = False
        phone.page.context.set_offline(False)
        phone.to("reports").send_all()
        words = phone.wait_for_state(report, "received", seconds=40)
        if "Received" not in words and "received" not in words:
            yield f"expected the report to be received in English, found '{words[:60]}'"
        change(phone)
        phone.page.wait_for_function(SPOKEN.format(SPANISH))
        yield from speaks(phone, SPANISH, foreign, "back again")
        until_kept(phone, SPANISH)
        cut_off(phone, middle)
        yield from read_offline(phone, SPANISH)


@suite.test("chosen in the settings, the app speaks English with and without a network, and its reports arrive")
def in_settings(home):
    return list(chosen(home))


@suite.test("without a network the choice waits, says so, and is followed once there is one")
def later(home):
    _, middle = home.own()
    found = []
    with home.phone(middle) as phone:
        phone.install()
        cut_off(phone, middle)
        change(phone)
        phone.page.wait_for_selector("main .note:has-text('cuando haya red')")
        found += speaks(phone, SPANISH, set(), "without a network")
        middle.is_silent = False
        phone.page.context.set_offline(False)
        phone.page.wait_for_function(SPOKEN.format(ENGLISH), timeout=20000)
        phone.to("start").to("settings")
        if phone.script(f"() => {SAY}") != "Castellano":
            found.append("expected the way back in its own words")
    return found


@suite.test("who reads the pages of the server in English gets an English app, which stays so")
def from_pages(home):
    _, middle = home.own()
    found = []
    with home.phone(middle) as phone:
        phone.page.goto(phone.address + "/")
        phone.page.click(f"button[name=idioma][value={ENGLISH}]")
        phone.page.wait_for_function(SPOKEN.format(ENGLISH))
        phone.page.click("a[href='/calle#en']")
        phone.page.wait_for_selector("main[data-view]")
        phone.install()
        phone.page.wait_for_function(SPOKEN.format(ENGLISH))
        foreign = only_spanish(phone)
        found += speaks(phone, ENGLISH, foreign, "first visit")
        until_kept(phone, ENGLISH)
        cut_off(phone, middle)
        found += read_offline(phone, ENGLISH)
        phone.again()
        found += journey(phone, foreign, "second visit")[1]
    return found


@suite.test("a link that names a language is followed at the first visit, whatever the shell was in")
def by_link(home):
    _, middle = home.own()
    with home.phone(middle) as phone:
        phone.open("#" + ENGLISH)
        phone.page.wait_for_function(SPOKEN.format(ENGLISH))
        phone.page.get_by_text("Is anybody in danger").first.wait_for()
        return list(speaks(phone, ENGLISH, only_spanish(phone), "by link"))


@suite.plant("a page that speaks English and calls itself Spanish", "does not")
def says_spanish(home):
    return list(chosen(home, [("/app/*/app.js", lambda text: text.replace("root.lang = language || root.lang", "void 0"))]))


@suite.plant("a server that knows no English", "does not")
def no_english(home):
    return list(chosen(home, [("/app/*/bundle.js", lambda text: text.replace("/app/paquete?idioma=", "/app/paquete?"))]))


@suite.plant("a manual that stays in Spanish", "to be kept in 'en'")
def spanish_manual(home):
    return list(chosen(home, [("/sw.js", lambda text: text.replace("new Request(file + asked", "new Request(file"))]))


@suite.plant("a way out that stays in Spanish", "Spanish is left")
def one_word(home):
    return list(chosen(home, [("/app/*/app.js", lambda text: text.replace("t('street.exit')", "'Salir'"))]))
