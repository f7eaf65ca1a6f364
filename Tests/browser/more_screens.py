"""The screens that are reached only by doing something first: links, papers, invitations, results, banners."""

import desk
import offices
from offices import POLICE, PROSECUTOR, press
from screens import Screen
from walk import SMP

NAME = "Persona de Práctica Dos"


def plain(path):
    """A screen at an address of its own."""
    return lambda page, home, town: page.goto(town.address + path)


def proof_link(page, home, town):
    page.goto(town.address + offices.referred(home).proof(PROSECUTOR))
    press(page, "Hacer un enlace")


def proof_paper(page, home, town):
    """A paper was recorded: the receipt stands open."""
    page.goto(town.address + offices.referred(home).proof(PROSECUTOR))
    page.fill("#documento", "PRACTICA 79-2026")
    for field, value in offices.NOBODY.items():
        page.fill(f"#p-{field}", value)
    press(page, "Registrar la firma")


def signer(page, home, town):
    """Who signed that paper, for one look."""
    proof_paper(page, home, town)
    form = desk.unfold(desk.act(page, "signer"))
    form.locator("select[name=motivo]").select_option("reach-signer")
    desk.press(form)
    if page.locator("#step").count():
        page.fill("#step", town.card("OP-01").passphrase)
        page.locator("form:has(#step) button").last.click()
        page.wait_for_load_state()


def orders(page, home, town):
    """The signed order for a body without accounts, ready to be printed."""
    case = offices.referred(home, age="adult")
    for word in ("consentir", "desistir"):
        desk.open_person(page, town, case.id, case.person)
        offices.send(page, word, para="care", entidad="fistrap")
    page.goto(f"{town.address}{case.path}/altos")


def duty(page, home, town):
    """What will be recorded, once more before it is history."""
    page.goto(town.address + offices.referred(home).inbox(POLICE))
    press(page, "Acuso y acepto")
    page.fill("#document", "PRACTICA 80-2026")
    press(page, "Revisar y confirmar")


def link_open(page, home, town):
    """What somebody with a link sees, who has no account."""
    link, _ = offices.link_for(home, offices.referred(home))
    page.goto(link)
    page.wait_for_selector("#nombre")


def verified(page, home, town):
    """A receipt that holds."""
    with town.visit(home, "OP-01") as other:
        proof_paper(other, home, town)
        text = other.locator(".receipt .mono").first.inner_text().replace("\n", "")
    page.goto(town.address + "/comprobar")
    page.fill("#recibo", text)
    press(page, "Comprobar")


def glass(page, home, town):
    """A case of another town under its banner."""
    case = desk.case_id(town, desk.report(home, town, district="150101"))
    page.goto(f"{town.address}/casos/{case}/emergencia")
    page.locator("input[name=motivo][value=danger-to-life]").check()
    desk.sign(page, town.card("OP-02"))
    page.locator("button.danger").click()
    page.wait_for_selector(".note.glass")


def found(page, home, town):
    """What a search found."""
    case = desk.case_id(town, desk.report(home, town, district=SMP))
    with town.visit(home, "OP-01") as other:
        desk.take(other, town, case)
        person = desk.add_person(other, town, case)
    desk.open_person(page, town, case, person)
    form = desk.unfold(desk.act(page, "sellar"))
    form.locator("select[name=campo]").select_option("name")
    form.locator("input[name=texto]").fill(NAME)
    desk.press(form)
    page.goto(town.address + "/buscar")
    page.select_option("select[name=campo]", "name")
    page.fill("input[name=texto]", NAME)
    page.select_option("select[name=motivo]", "duplicate-check")
    page.locator("main form button").last.click()
    page.wait_for_load_state()
    if page.locator("#step").count():
        page.fill("#step", town.card("GC-01").passphrase)
        page.locator("form:has(#step) button").last.click()
        page.wait_for_load_state()


MORE = [
    Screen("reports", "sereno", plain("/mis-avisos")),
    Screen("staff-not-found", "OP-01", plain("/casos/" + "0" * 32)),
    Screen("proof-link", "OP-01", proof_link),
    Screen("proof-paper", "OP-01", proof_paper),
    Screen("signer", "OP-01", signer),
    Screen("orders", "OP-01", orders),
    Screen("duty-confirm", "OF-01", duty),
    Screen("link-open", "", link_open),
    Screen("verified", "", verified),
    Screen("glass", "OP-01", glass),
    Screen("found", "GC-01", found),
]
