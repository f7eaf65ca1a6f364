"""What is under lock at a desk: opened with a reason and a fresh proof, found with a reason, broken into by two."""

import re

from playwright.sync_api import Error

import desk
from suite import Suite

suite = Suite()
NAME = "Persona de Práctica Uno"
WRONG = "no-es-la-clave-de-nadie"


def sealed_case(home, town):
    """A case on which the case manager has put a name under lock; the case and the person."""
    case = desk.case_id(town, desk.report(home, town))
    with town.visit(home, "OP-01") as page:
        desk.take(page, town, case)
        person = desk.add_person(page, town, case)
    with town.visit(home, "GC-01") as page:
        desk.open_person(page, town, case, person)
        form = desk.unfold(desk.act(page, "sellar"))
        form.locator("select[name=campo]").select_option("name")
        form.locator("input[name=texto]").fill(NAME)
        desk.press(form)
        if "field-sealed" not in desk.events(town, case):
            raise AssertionError(f"expected the name under lock, found: {desk.note(page)}")
    return case, person


def ask(page, town, case, person):
    """Asks to see the name, with a reason."""
    desk.open_person(page, town, case, person)
    form = desk.unfold(page.locator("form[action$='/revelar']:has(input[value=name])").first)
    form.locator("select[name=motivo]").select_option("attend-person")
    desk.press(form)


def reveal(home, town, **faults):
    """A name is in no page until there was a reason and a fresh proof; then it is covered again."""
    case, person = sealed_case(home, town)
    card = town.card("GC-01")
    with town.visit(home, card, **faults) as page:
        town.forget_proofs()
        page.goto(f"{town.address}/casos/{case}/personas/{person}")
        if NAME in page.content():
            yield "expected no name in the page before the reason"
        ask(page, town, case, person)
        if NAME in page.content() or not page.locator("#step").count():
            yield "expected a fresh proof to be asked for before the name"
            return
        page.fill("#step", WRONG)
        page.locator("form:has(#step) button").last.click()
        page.wait_for_load_state()
        if NAME in page.content() or not desk.note(page):
            yield "expected a wrong proof to be refused in words"
        if page.input_value("#step"):
            yield "expected no secret in the page"
        page.fill("#step", card.passphrase)
        page.locator("form:has(#step) button").last.click()
        page.wait_for_load_state()
        if page.locator("[data-cover]").inner_text() != NAME:
            yield "expected the name after reason and proof"
        if NAME in page.title() or "ersona" in page.url.partition("/casos/")[2].replace("personas", ""):
            yield "expected no name in title or address"
        if card.account not in desk.words(page) or not re.search(r"n\.º \d+", desk.words(page)):
            yield "expected who looks and the leaf of the log beside the name"
        page.goto(town.address + "/cola")
        go_back(page)
        # A locator waits until the page stands still: a refusal of the browser is a page that comes later.
        if NAME in page.locator("html").inner_html():
            yield "expected no name after going back"
    yield from not_theirs(home, town, case, person)


def go_back(page):
    """A page that was never kept is not there: the browser may refuse to ask for it again."""
    try:
        page.go_back()
        page.wait_for_load_state()
    except Error as refusal:
        if "ERR_CACHE_MISS" not in str(refusal):
            raise


def not_theirs(home, town, case, person):
    """The operator of another town sees neither the name nor that there is a case."""
    with town.visit(home, "OP-03") as page:
        seen = page.goto(f"{town.address}/casos/{case}/personas/{person}")
        never = page.goto(f"{town.address}/casos/{case[::-1]}/personas/{person}")
        if (seen.status, never.status) != (404, 404):
            yield f"expected 404 for another town's case as for none, found {seen.status} and {never.status}"


@suite.test("a name opens after a reason and a fresh proof, with a watermark, for nobody else")
def one_name(home):
    return reveal(home, home.town)


def search(home, town, text=NAME, **faults):
    """An exact search with a reason finds the code of a case, and says nothing else."""
    case, _ = sealed_case(home, town)
    card = town.card("GC-01")
    with town.visit(home, card, **faults) as page:
        town.forget_proofs()
        page.goto(town.address + "/buscar")
        page.select_option("select[name=campo]", "name")
        page.fill("input[name=texto]", text)
        page.locator("main form button").last.click()
        if page.url.endswith("/buscar") and page.locator("#step, #found").count():
            yield "expected no search without a reason"
        page.select_option("select[name=motivo]", "duplicate-check")
        page.locator("main form button").last.click()
        page.wait_for_load_state()
        if not page.locator("#step").count():
            yield "expected a fresh proof to be asked for before the search"
            return
        page.fill("#step", card.passphrase)
        page.locator("form:has(#step) button").last.click()
        page.wait_for_load_state()
        if not page.locator(f"a[href='/casos/{case}']").count():
            yield f"expected the case to be found, found: {desk.words(page)[:160]}"
        if NAME in page.url or NAME in page.title():
            yield "expected no name in title or address"


@suite.test("a search needs a reason and a fresh proof, and finds codes only")
def exact_search(home):
    return search(home, home.town, NAME.lower().replace("á", "a"))


def glass(home, town, second="OP-02", **faults):
    """A case of another town opens for half an hour: a reason, a second person, and a banner that stays."""
    case = desk.case_id(town, desk.report(home, town, district="150101"))
    with town.visit(home, "OP-01", **faults) as page:
        if page.goto(f"{town.address}/casos/{case}").status != 404:
            yield "expected no page of another town's case"
        page.goto(f"{town.address}/casos/{case}/emergencia")
        page.locator("input[name=motivo][value=danger-to-life]").check()
        page.fill("#second", second)
        page.fill("#second-phrase", WRONG)
        page.fill("#second-code", "000000")
        page.locator("button.danger").click()
        page.wait_for_load_state()
        if not page.locator("input[name=motivo][value=danger-to-life]").is_checked():
            yield "expected the reason after a wrong signature"
        if page.input_value("#second-phrase") or page.input_value("#second-code"):
            yield "expected no secret in the page after a wrong signature"
        if not desk.note(page):
            yield "expected a word about the signature"
        desk.sign(page, town.card(second))
        page.locator("button.danger").click()
        page.wait_for_load_state()
        if not page.locator(".note.glass").count() or "Acceso de emergencia hasta" not in desk.words(page):
            yield f"expected the case with its banner, found: {desk.note(page) or page.url[-40:]}"
        if "glass-broken" not in desk.events(town, case):
            yield f"expected it in the journal, found {desk.events(town, case)}"


@suite.test("an emergency access needs a reason and a second signature, and says until when")
def emergency(home):
    return glass(home, home.new_town())


@suite.test("nobody breaks the glass alone or with somebody of another office")
def alone(home):
    for second in ("OP-01", "OP-03"):
        found = list(glass(home, home.town, second))
        if not any("expected the case with its banner" in one for one in found):
            yield f"expected {second} to be refused as a second person"


def account(home, town, script, **faults):
    """The own account: a fresh proof, and a new passphrase that is refused in words while it is weak."""
    card = town.card("AN-01")
    with town.visit(home, card, script=script, **faults) as page:
        page.goto(town.address + "/mi-cuenta")
        page.fill("#step", WRONG)
        page.locator("form:has(#step) button").click()
        page.wait_for_load_state()
        if not desk.note(page):
            yield "expected a wrong proof to be refused in words"
        page.fill("#step", card.passphrase)
        page.locator("form:has(#step) button").click()
        page.wait_for_load_state()
        if not page.locator("main [role=status]").count():
            yield "expected a word that the proof is fresh"
        for weak in ("corta", "contraseña123", "aaaaaaaaaaaaaaaa"):
            page.fill("#new", weak)
            page.locator("form:has(#new) button").click()
            page.wait_for_load_state()
            if not desk.note(page):
                yield f"expected a weak passphrase of {len(weak)} characters to be refused in words"
            if page.input_value("#new"):
                yield "expected no secret in the page"


@suite.test("the own account refuses a wrong proof and weak passphrases in words, with script and without")
def own_account(home):
    yield from account(home, home.town, True)
    yield from account(home, home.town, False)


@suite.plant("a name that stands in the page under its mask", "no name in the page before the reason")
def under_the_mask(home):
    bare = "document.querySelectorAll('.mask').forEach(function (mask) { mask.title = 'Persona de Práctica Uno' })"
    return list(reveal(home, home.town, js=bare))


@suite.plant("a search for another name", "expected the case to be found")
def nobody(home):
    return list(search(home, home.town, "Persona Que No Está"))


@suite.plant("a form that forgets the reason", "expected the reason after a wrong signature")
def forgets(home):
    return list(glass(home, home.town, js="if (document.querySelector('main [role=alert]')) document.querySelectorAll("
                                          "'input[type=radio]').forEach(function (one) { one.checked = false })"))


@suite.plant("an account page that says nothing", "refused in words")
def silent(home):
    return list(account(home, home.town, True, html=lambda text: text.replace('role="alert"', "")))
