"""Cases that have come as far as the institutions, and their forms sent by the verb: the groundwork of the desks' tests."""

import re
import urllib.parse
from dataclasses import dataclass, field

from walk import SMP, to_calls

ORIGIN = "http://127.0.0.1"
POLICE, PROSECUTOR, CHILDREN = "notify-police", "notify-prosecutor", "notify-child-protection"
NOBODY = {"nombre": "Persona de práctica 1", "cargo": "Cargo de práctica"}
"""Who answers for a body without accounts: plainly invented."""


@dataclass
class Referred:
    """One case in the town, as the control centre has passed it on."""

    id: str
    code: str
    person: str = ""
    referrals: dict = field(default_factory=dict)
    """Their ids by the step."""

    @property
    def path(self):
        return f"/casos/{self.id}"

    def inbox(self, step):
        return f"/bandeja/{self.id}/{self.referrals[step]}"

    def proof(self, step):
        return f"{self.path}/acuse/{self.referrals[step]}"


def fields_of(form):
    """What a form would send as it stands."""
    return form.evaluate("form => Object.fromEntries([...new FormData(form)])")


def form_of(page, act, number=0):
    return page.locator(f'form:has(input[name=acto][value="{act}"])').nth(number)


def send(page, act, **typed):
    """Sends the form of a verb without its button, as groundwork; the page then shows what came of it."""
    form = form_of(page, act)
    address = urllib.parse.urljoin(page.url, form.get_attribute("action"))
    post(page, address, {**fields_of(form), **typed})


def post(page, address, data):
    """Sends a form of these fields from the page that is open, and waits for the page that comes of it."""
    with page.expect_navigation() as gone:
        page.evaluate(
            """([address, data]) => {
                const form = Object.assign(document.createElement('form'), {method: 'post', action: address, hidden: true});
                for (const [name, value] of Object.entries(data))
                    form.append(Object.assign(document.createElement('input'), {type: 'hidden', name, value}));
                document.body.append(form);
                form.submit();
            }""",
            [address, data])
    if not gone.value.ok:
        raise AssertionError(f"expected {data.get('acto', data.get('etapa'))} to be done, found {gone.value.status}")


def checked(page, address, data):
    """What the page "quién verá qué" would send: a referral goes through it."""
    post(page, address, {**data, "etapa": "revisar"})
    return fields_of(page.locator("main form:has(input[name=revisado])").first)


def press(page, button):
    """Presses a button with these words and waits for the answer."""
    with page.expect_response(lambda response: response.request.method == "POST") as answer:
        page.get_by_role("button", name=button, exact=True).first.click()
    page.wait_for_load_state()
    return answer.value.status


class Hand:
    """What a hand does on a page: each click, choice and field is counted where it happens."""

    def __init__(self, page):
        self.page = page
        self.clicks = self.fields = 0

    def click(self, place):
        place.click()
        self.clicks += 1

    def press(self, button):
        status = press(self.page, button)
        self.clicks += 1
        return status

    def fill(self, selector, text):
        """Types into a field; one that says it already is not touched."""
        if self.page.input_value(selector) != text:
            self.page.fill(selector, text)
            self.fields += 1


def reported(home, town=None, district=SMP):
    """A case that a guard reported, not taken yet."""
    town = town or home.town
    with home.visit() as page:
        hand = to_calls(page, town, district)
        hand.go("seen")
        hand.go("sent")
        code = hand.code()
    return Referred(town.reports()[-1][0], code)


def taken(home, page, age, town=None):
    """A case with one person in the hands of OP-01, whose page this is."""
    town = town or home.town
    case = reported(home, town)
    page.goto(town.address + case.path)
    send(page, "tomar")
    send(page, "persona", anos=age)
    links = page.locator("main a[href*='/personas/']")
    case.person = links.first.get_attribute("href").rsplit("/", 1)[1]
    return case


def referred(home, age="minor", by_link=True, town=None):
    """A case that is with the police and, as a child's, with the UPE; the prosecutor has no account and gets a link."""
    town = town or home.town
    with town.visit(home, "OP-01") as page:
        case = taken(home, page, age, town)
        page.goto(town.address + case.path + "/derivar")
        form = page.locator("main form").last
        wanted = {POLICE: "u.comisaria-practica", PROSECUTOR: "i.fistrap" if by_link else "u.fistrap-practica"}
        if age == "minor":
            wanted[CHILDREN] = "u.upe-practica"
        data = {name: value for name, value in fields_of(form).items()
                if not name.startswith("paso-") or name.removeprefix("paso-") in wanted}
        for step, body in wanted.items():
            data |= {f"paso-{step}": "yes", f"va-{step}": body, f"por-{step}": "one-time-link"}
            case.referrals[step] = data[f"id-{step}"]
        address = town.address + case.path + "/derivar"
        post(page, address, {**checked(page, address, {**data, "quien": case.person}), "etapa": "enviar"})
    return case


def link_for(home, case, step=PROSECUTOR):
    """A fresh one-time link, and the six digits that go with it, as the control centre reads them."""
    with home.town.visit(home, "OP-01") as page:
        page.goto(home.town.address + case.proof(step))
        press(page, "Hacer un enlace")
        notice = page.locator(".note .mono").inner_text()
    return re.search(r"http\S+", notice)[0], re.search(r"(\d{3}) (\d{3})", notice)[0].replace(" ", "")


def acts(home, case, town=None):
    """The names of what happened to a case, in order."""
    town = town or home.town
    return [name for name, in town.read("SELECT name FROM journal_event WHERE case_id = ? ORDER BY position", case.id)]


def upside_down(selector):
    """A script, run once in a page, that turns the order of every list around."""
    return (f"if(!document.body.dataset.turned){{document.body.dataset.turned='1';document.querySelectorAll('{selector}')"
            ".forEach(list=>[...list.children].reverse().forEach(row=>list.append(row)))}")


def problem(page):
    """The words of a note that says what is wrong; empty where there is none."""
    notes = page.locator("main .note.late[role=alert]")
    return notes.first.inner_text() if notes.count() else ""
