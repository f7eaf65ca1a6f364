"""Who keeps the house: accounts by invitation in two halves, and a directory that learns from calls at once."""

import re

from offices import press, problem
from suite import Suite
from town import Card
from walk import PROSECUTOR_ON_DUTY, to_calls

suite = Suite()
WIDE = (1440, 900)
LINE, NEW_NUMBER, NEW_DIALLED = "fistrap-duty-line", "0800 00 999", "tel:080000999"
WORDS = "cuatro faroles verdes sobre el puente"


def invited(page, home, role="sereno"):
    """Confirms who it is and invites; gives the account and both halves."""
    page.goto(home.town.address + "/cuentas")
    page.fill("#step", home.town.card("AD-01").passphrase)
    press(page, "Confirmar")
    page.select_option("#role", role)
    press(page, "Invitar")
    made = page.locator("section[role=status]")
    link, spoken = (code.inner_text() for code in made.locator("code").all()[:2])
    return re.search(r"[A-Z]{2}-\d\d", made.inner_text())[0], link, spoken


def accepting(home, spoken_as=lambda spoken: spoken, **faults):
    """An invitation in two halves becomes an account that enters; a weak passphrase and a wrong code are said."""
    with home.town.visit(home, "AD-01", size=WIDE) as admin, home.visit(**faults) as page:
        account, link, spoken = invited(admin, home)
        admin.goto(home.town.address + "/cuentas")
        if link in admin.content() or spoken in admin.content():
            yield "expected both halves to be shown once"
        page.goto(home.town.address + "/invitacion")
        page.fill("#link", link)
        page.fill("#spoken", spoken_as(spoken))
        press(page, "Seguir")
        if not page.locator("#new").count():
            yield "expected the invitation to open with both halves"
            return
        secret = max(re.findall(r"[A-Z2-7]{16,}", re.sub(r"(?<=[A-Z2-7]) (?=[A-Z2-7])", "", page.locator("main").inner_text())),
                     key=len, default="")
        if not page.locator("svg").count() or not secret:
            yield "expected the second factor as a picture and in letters"
        card = Card(account, "sereno", "", WORDS, secret)
        for words, code, said in (("corta", card.code(), "caracteres"), (WORDS, "000000", "")):
            page.fill("#new", words)
            page.fill("#code", code)
            if press(page, "Crear mi cuenta") != 422 or said not in problem(page):
                yield f"expected what is wrong to be said, found: {problem(page)[:60]}"
        page.fill("#new", WORDS)
        page.fill("#code", card.code())
        press(page, "Crear mi cuenta")
        home.town.enter(page, card)
        if not page.url.endswith("/mis-avisos"):
            yield f"expected the new account to enter, found {page.url.removeprefix(home.town.address)}: {problem(page)[:60]}"
            return
        yield from ending(admin, page, home, account)


def ending(admin, page, home, account):
    """Closing the sessions of an account puts it out at once; ending it shuts its door."""
    for button in ("Cerrar sus sesiones", "Terminar la cuenta"):
        admin.goto(home.town.address + "/cuentas")
        item = admin.locator("li", has_text=account)
        if item.get_by_role("button", name=button).is_visible():
            yield f"expected '{button}' to be folded away from a slip of the hand"
        item.locator("summary").click()
        with admin.expect_response(lambda response: response.request.method == "POST"):
            item.get_by_role("button", name=button).click()
        admin.wait_for_load_state()
        page.goto(home.town.address + "/mis-avisos")
        if not page.locator("input[autocomplete=username]").count():
            yield f"expected the account to be out after '{button}'"
    if "Terminada" not in admin.locator("li", has_text=account).inner_text():
        yield "expected the account to stand as ended"


@suite.test("an invitation in two halves becomes an account; its sessions are closed and it is ended at once")
def invites(home):
    return accepting(home)


@suite.test("an administrator sees no case, no log and no inbox, and no way to end the own account")
def sees_little(home):
    with home.town.visit(home, "AD-01") as page:
        for path in ("/cola", "/bandeja", "/bitacora", "/tablero", "/casos/" + "0" * 32):
            answer = page.goto(home.town.address + path)
            if answer.status not in (403, 404):
                yield f"expected {path.split('/')[1]} to be closed, found {answer.status}"
        page.goto(home.town.address + "/cuentas")
        if page.locator("li", has_text="AD-01").locator("button,summary").count():
            yield "expected no act on the own account"


def contact(page, home):
    page.goto(f"{home.town.address}/gestion/directorio?contacto={LINE}")


def call(page, home, outcome):
    contact(page, home)
    page.get_by_label(outcome).check()
    return press(page, "Guardar la llamada")


def trust(home, answer="Contestó otra gente", **faults):
    """A call that reached somebody else lowers the trust and owes a check; one that is answered restores it."""
    with home.town.visit(home, "AD-01", size=WIDE, **faults) as page:
        call(page, home, answer)
        if "No sirve" not in page.locator(".facts").first.inner_text():
            yield "expected the number to stand as one that does not serve"
        page.goto(home.town.address + "/gestion/directorio")
        if not page.locator("table:has(#owed)", has_text="No sirve").count():
            yield "expected the number among those to verify"
        call(page, home, "Contestaron y es la entidad")
        if "Contestó el" not in page.locator(".facts").first.inner_text():
            yield "expected an answered call to restore the trust"
        page.goto(home.town.address + "/gestion/directorio")
        if page.locator("table:has(#owed)", has_text="No sirve").count():
            yield "expected nothing left to verify"


@suite.test("a call that reached somebody else lowers the trust and owes a check; an answered one restores it")
def learns(home):
    return trust(home)


def changing(home, **faults):
    """A number changes at once on every page, with a version; a second person confirms, never the first."""
    town = home.new_town()
    with town.visit(home, "AD-01", size=WIDE, **faults) as page:
        page.goto(f"{town.address}/gestion/directorio?contacto={LINE}")
        page.fill("#number", "12")
        page.select_option("#reason", "official-notice")
        if press(page, "Cambiar el número") != 422 or page.input_value("#number") != "12":
            yield "expected a number of a wrong form to be refused and kept"
        step_up(page, town, "AD-01")
        page.goto(f"{town.address}/gestion/directorio?contacto={LINE}")
        page.fill("#number", NEW_NUMBER)
        page.select_option("#reason", "official-notice")
        press(page, "Cambiar el número")
        changes = page.locator("table:has(#changes)")
        if not changes.count() or "Lo confirma otra persona" not in changes.inner_text():
            yield f"expected the change as version 1, waiting for another person: {problem(page)[:80]}"
            return
        if page.get_by_role("button", name="Confirmo el número").count():
            yield "expected the first person to be unable to confirm"
    with home.visit() as street:
        street.goto(town.address + "/directorio?distrito=150135")
        shown = [link.get_attribute("href") for link in street.locator("a[href^='tel:']").all()]
        if NEW_DIALLED not in shown:
            yield "expected the new number in the directory at once"
        hand = to_calls(street, town)
        if NEW_DIALLED not in hand.all_calls():
            yield f"expected the new number on the street at once, found {hand.all_calls()}"
    with town.visit(home, "AD-02", size=WIDE) as second:
        step_up(second, town, "AD-02")
        second.goto(f"{town.address}/gestion/directorio?contacto={LINE}")
        press(second, "Confirmo el número")
        if "Lo confirmó AD-02" not in second.locator("main").inner_text():
            yield "expected the second person to stand beside the change"


def step_up(page, town, account):
    page.goto(town.address + "/mi-cuenta")
    page.fill("#step", town.card(account).passphrase)
    press(page, "Confirmar")


@suite.test("a changed number is on the street at once without a restart, has a version, and needs a second person")
def changes(home):
    return changing(home)


LADDER = "/gestion/escalera?clase=acknowledge"


def slower(home, **faults):
    """Our own times change once a second person approves, with the edition beside them; no term of law does."""
    town = home.new_town()
    with town.visit(home, "AD-01", size=WIDE, **faults) as page:
        step_up(page, town, "AD-01")
        page.goto(town.address + LADDER)
        page.fill("#goal", "pronto")
        page.select_option("#reason", "decision")
        if press(page, "Proponer") != 422 or page.input_value("#goal") != "pronto":
            yield "expected a time that cannot be read to be refused and kept"
        page.goto(town.address + LADDER)
        page.fill("#goal", "20 min")
        page.select_option("#reason", "decision")
        press(page, "Proponer")
        if "10 min" not in in_force(page) or "Lo aprueba otra persona" not in page.locator("main").inner_text():
            yield f"expected the old time until another person approves: {problem(page)[:80]}"
        if page.get_by_role("button", name="Apruebo estos tiempos").count():
            yield "expected the first person to be unable to approve"
    with town.visit(home, "coordinator", size=WIDE) as second:
        step_up(second, town, second_account(town))
        second.goto(town.address + LADDER)
        press(second, "Apruebo estos tiempos")
        if "20 min" not in in_force(second):
            yield "expected the new time in force at once"
        second.goto(town.address + "/gestion/escalera")
        if "Edición: 10 min" not in second.locator("main").inner_text():
            yield "expected the time of the edition beside the one in force"
        second.goto(town.address + "/gestion/escalera?clase=review")
        if second.locator("#goal").count() or "Según su regla" not in second.locator("main").inner_text():
            yield "expected no goal to change where a rule gives the term"


def in_force(page):
    """What the table says is in force for the goal."""
    return page.locator("table:has(#times) tbody tr").first.locator("td").first.inner_text()


def second_account(town):
    return town.card("coordinator").account


@suite.test("a goal of ours changes once a second person approves it, and a term of law never")
def ladder_changes(home):
    return slower(home)


@suite.plant("a ladder that takes one person's word", "the first person to be unable to approve")
def alone(home):
    button = "<button>Apruebo estos tiempos</button>"
    return list(slower(home, html=lambda text: text.replace("Lo aprueba otra persona, no usted.", "Lo aprueba otra persona, no usted." + button)))


@suite.plant("six digits that were heard wrong", "to open with both halves")
def misheard(home):
    return accepting(home, spoken_as=lambda spoken: spoken[::-1] if spoken != spoken[::-1] else "000001")


@suite.plant("a call that was answered", "one that does not serve")
def answered(home):
    return trust(home, answer="Contestaron y es la entidad")


@suite.plant("a form that forgets the wrong number", "refused and kept")
def forgetful(home):
    return changing(home, html=lambda text: text.replace('value="12"', 'value=""'))
