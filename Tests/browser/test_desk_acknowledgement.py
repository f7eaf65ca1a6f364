"""Acknowledging without an account: the one-time link, six digits by voice, paper, and the receipt that anybody may check."""

import itertools
import re

import offices
import survey
from offices import NOBODY, PROSECUTOR, link_for, press, problem, referred
from suite import Suite
from test_contrast import texts

suite = Suite()
TELLING = re.compile(r"Persona 1|menos de 18|menor de edad|peligro|sexual|víctima|Observación|Inmediata|sereno\b", re.I)
DEAD = "Este enlace ya no sirve"


def follow(page, link):
    """Opens a link as a phone does and waits until the script has put its secret into the form."""
    page.goto(link)
    page.wait_for_selector("#nombre, .note.late, .receipt")


def answer(page, choice="Acuso recibo y atiendo", **typed):
    for name, value in {**NOBODY, **typed}.items():
        page.fill(f"#{name}", value)
    page.get_by_label(choice).check()
    return press(page, "Firmar acuse")


def no_secret(home, **faults):
    """Looks at everything that leaves the browser, and at what stays in its address."""
    case = referred(home)
    link, _ = link_for(home, case)
    secret = link.split("#")[1]
    with home.visit(**faults) as page:
        sent = []
        page.on("request", lambda request: sent.append((request.url, request.headers.get("referer", ""))))
        follow(page, link)
        answer(page)
        if any(secret in part for pair in sent for part in pair):
            yield "expected the secret in no address and no referrer"
        if "#" in page.url or secret in page.evaluate("JSON.stringify({...localStorage}) + document.cookie"):
            yield "expected the secret to leave the address and to be kept nowhere"
        entries = page.context.new_cdp_session(page).send("Page.getNavigationHistory")["entries"]
        if any(secret in entry["url"] for entry in entries):
            yield "expected the secret in no entry of the history"


@suite.test("the secret of a link is sent in no address and stays in none")
def secret_stays(home):
    return no_secret(home)


def only_the_duty(home, **faults):
    """What somebody with the link gets to know: the code, who asks, what is asked, until when."""
    case = referred(home)
    link, _ = link_for(home, case)
    with home.visit(**faults) as page:
        follow(page, link)
        text = page.locator("main").inner_text()
        for word in (case.code, "Central de práctica", "Avise a la fiscalía", "Responda hasta"):
            if word not in text:
                yield f"expected '{word}' on the page of the link"
        if TELLING.search(text) or case.id in page.content() or case.person in page.content():
            yield f"tells more than the duty needs: {(TELLING.search(text) or ['an id'])[0]}"
        if answer(page) >= 400 or TELLING.search(page.locator("main").inner_text()):
            yield "expected the answer to be taken, and to tell no more"


@suite.test("a link shows the duty and nothing about the case")
def shows_little(home):
    return only_the_duty(home)


def used_twice(home, **faults):
    """The second look shows what stands; a stale tab that signs again changes nothing."""
    case = referred(home)
    link, _ = link_for(home, case)
    with home.visit(**faults) as page, home.visit(**faults) as stale:
        follow(stale, link)
        follow(page, link)
        answer(page)
        answer(stale, "No. No es de nuestra zona", nombre="Persona de práctica 2")
        follow(page, link)
        for shown in (page, stale):
            if shown.locator("#nombre").count() or "Lo tomaron" not in shown.locator("main").inner_text():
                yield "expected the first answer to stand, and no form"
    names = offices.acts(home, case)
    if names.count("referral-acknowledged") != 1 or "referral-rejected" in names:
        yield "expected one answer in the journal"


@suite.test("a link that was used shows what stands; signing again from another tab changes nothing")
def once(home):
    return used_twice(home)


def dead_links(home, **faults):
    """Wrong, cut short, replaced by a newer one, expired: one answer for all."""
    case = referred(home)
    old, _ = link_for(home, case)
    new, _ = link_for(home, case)
    said = {}
    with home.visit(**faults) as page:
        for what, link in (("replaced", old), ("cut", new[:-6]), ("altered", new[:-1] + ("A" if new[-1] != "A" else "B")),
                           ("empty words", f"{home.town.address}/acuse#no-hay-nada")):
            page.goto("about:blank")
            follow(page, link)
            said[what] = page.locator("main").inner_text().replace(link.split("#")[1], "")
        expire(home, case)
        page.goto("about:blank")
        follow(page, new)
        said["expired"] = page.locator("main").inner_text()
    if len(set(said.values())) != 1 or DEAD not in said["cut"]:
        yield f"expected one answer for all dead links, found {len(set(said.values()))}"
    if "referral-acknowledged" in offices.acts(home, case):
        yield "expected no act by a dead link"


def expire(home, case):
    """Moves the end of every ticket of a case into the past, as a day would."""
    home.town.register.write(
        "UPDATE acknowledgement_ticket SET issued_at_ms = 1, expires_at_ms = 2 WHERE case_id = ?", case.id)


@suite.test("a replaced, cut, altered, invented and expired link get the same answer, and change nothing")
def dead(home):
    return dead_links(home)


def by_hand(home, pasted=lambda link: link):
    """Without script the whole link is pasted; what is missing is said and what was typed stays."""
    case = referred(home)
    link, _ = link_for(home, case)
    with home.visit(script=False) as page:
        page.goto(home.town.address + "/acuse")
        page.fill("#clave", pasted(link))
        press(page, "Abrir")
        if not page.locator("#nombre").count():
            yield "expected the duty after pasting the link"
            return
        page.fill("#cargo", " ")
        page.fill("#nombre", NOBODY["nombre"])
        status = press(page, "Firmar acuse")
        if status != 422 or "Escriba su grado" not in problem(page) or page.input_value("#nombre") != NOBODY["nombre"]:
            yield f"expected 422, what is missing and what was typed, found {status}"
        answer(page, "No. Le toca a otra entidad")
    if "referral-rejected" not in offices.acts(home, case):
        yield "expected the answer in the journal"
    with home.town.visit(home, "OP-01") as page:
        page.goto(home.town.address + case.path)
        if "Buscar a otra entidad" not in page.locator("main").inner_text():
            yield "expected the control centre to owe another body at once"


@suite.test("without script the link is pasted; a no goes back to the control centre at once")
def pasted(home):
    return by_hand(home)


def at_night(home, **faults):
    """The page of a link on a phone of 360 px at night: contrast, axe, keyboard, targets, width."""
    case = referred(home)
    link, _ = link_for(home, case)
    with home.visit(night=True, **faults) as page:
        follow(page, link)
        for moment in ("open", "answered"):
            measure = survey.measured(page)
            yield from texts(measure, True)
            yield from survey.violations(page)
            yield from survey.stops(page)
            if measure["scrollWidth"] > 360:
                yield f"expected no sideways scroll, found {measure['scrollWidth']} px"
            if moment == "open":
                answer(page)
                page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")


@suite.test("the link works on a phone of 360 px at night: contrast, axe, keyboard and width")
def night(home):
    return at_night(home)


def spoken(home, digits=lambda code: code, say="Registrar acuse por teléfono"):
    """Six digits, read out and repeated: a slip costs one of five tries, the right ones acknowledge."""
    case = referred(home)
    with home.town.visit(home, "OP-01") as page:
        page.goto(home.town.address + case.proof(PROSECUTOR))
        press(page, "Dar un código para esta llamada")
        code = page.locator(".digits-desk").inner_text().replace(" ", "")
        for typed, wanted in (("000000" if code != "000000" else "111111", 422), (digits(code), 303)):
            page.fill("#cifras", typed)
            for name, value in NOBODY.items():
                page.fill(f"#t-{name}", value)
            status = press(page, say)
            if wanted == 422 and (status != 422 or "Quedan 4 intentos" not in problem(page)):
                yield f"expected a try less, found {status}: {problem(page)[:60]}"
            if wanted == 422 and page.input_value("#t-nombre") != NOBODY["nombre"]:
                yield "expected what was typed to stay"
        if code in page.content():
            yield "expected the code to be shown once"
    if "referral-acknowledged" not in offices.acts(home, case):
        yield "expected the acknowledgement in the journal"


@suite.test("six digits by voice: a slip costs a try and keeps what was typed, the right ones acknowledge")
def by_voice(home):
    return spoken(home)


@suite.test("a signed paper is recorded with its number; the name lies sealed")
def on_paper(home):
    case = referred(home)
    with home.town.visit(home, "OP-01") as page:
        page.goto(home.town.address + case.proof(PROSECUTOR))
        page.fill("#documento", "PRACTICA 77-2026")
        for name, value in NOBODY.items():
            page.fill(f"#p-{name}", value)
        press(page, "Registrar la firma")
    if "referral-acknowledged" not in offices.acts(home, case):
        yield "expected the acknowledgement in the journal"
    payloads = home.town.read("SELECT payload FROM journal_event WHERE case_id = ?", case.id)
    if any(NOBODY["nombre"] in str(payload) for payload, in payloads):
        yield "expected the name nowhere in the clear"


def receipts(home, change=lambda text: text, **faults):
    """What was signed can be checked by its code and by what its QR holds, and says nothing about the case."""
    case = referred(home)
    link, _ = link_for(home, case)
    with home.visit(**faults) as page:
        follow(page, link)
        answer(page)
        code = page.locator(".receipt .code").first.inner_text()
        page.locator(".receipt summary").first.click()
        text = page.locator(".receipt .mono").first.inner_text().replace("\n", "")
        if not page.locator(".receipt svg.qr").first.is_visible():
            yield "expected the QR code of the receipt"
        for typed in (code, code.lower(), code.replace("-", " "), text):
            said = check(page, home, change(typed))
            if "Válido" not in said or code not in said or "FISTRAP" not in said:
                yield f"expected the receipt to be valid, found: {' '.join(said.split())[:80]}"
            if TELLING.search(said) or case.code in said:
                yield "expected nothing about the case"
        for wrong in (text[:-3] + "AAA", text[:-20], "RUTA1.AAAA.BBBB", code[:-1] + ("3" if code[-1] != "3" else "4")):
            said = check(page, home, wrong)
            if "No es válido" not in said or "Válido\n" in said:
                yield f"expected an altered receipt to be refused: {' '.join(said.split())[:80]}"
            if page.input_value("#recibo") != wrong:
                yield "expected what was typed to stay, to be corrected"


def check(page, home, typed):
    page.goto(home.town.address + "/comprobar")
    page.fill("#recibo", typed)
    press(page, "Comprobar")
    return page.locator("main").inner_text()


@suite.test("a receipt is checked by its code and by the text of its QR; an altered one is not valid")
def checked(home):
    return receipts(home)


@suite.plant("a picture that is asked for with the secret", "in no address")
def leaking(home):
    return no_secret(home, js="(function(){var kept=document.querySelector('[name=clave]');"
                              "if(kept&&kept.value)new Image().src='/assets/'+kept.value})()")


@suite.plant("a page that tells of the person", "tells more than the duty needs")
def telling(home):
    return only_the_duty(home, html=lambda text: text.replace("<h1>", "<p>Persona 1. Menos de 18 años</p><h1>"))


@suite.plant("a script that does not clear the address", "to leave the address")
def lingering(home):
    return no_secret(home, js="(function(){var hash=sessionStorage.kept||location.hash;sessionStorage.kept=hash;"
                              "localStorage.kept=hash.slice(1)||localStorage.kept})()")


@suite.plant("pale letters at night", "expected 7:1")
def pale(home):
    return at_night(home, css="label{color:#666!important}")


@suite.plant("digits that were heard wrong", "expected the acknowledgement in the journal")
def misheard(home):
    return spoken(home, digits=lambda code: code[::-1] if code != code[::-1] else code[:5] + "x")


@suite.plant("a receipt that was tampered with", "expected the receipt to be valid")
def tampered(home):
    return receipts(home, change=lambda text: text[:-2] + ("AA" if text[-2:] != "AA" else "BB"))


@suite.plant("a link that was pasted without its end", "expected the duty after pasting")
def cut(home):
    return by_hand(home, pasted=lambda link: link[:-9])


@suite.plant("a dead link with an answer of its own", "one answer for all dead links")
def revealing(home):
    numbers = itertools.count()
    return dead_links(home, html=lambda text: text.replace("ya se usó", f"ya se usó {next(numbers)}"))
