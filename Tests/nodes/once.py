"""The sentences of what is there once: a link, an invitation, a session and the tries at them, with two nodes in the race."""

import gzip
import html
import re
import threading
import urllib.parse

from desks import asked, holds, require
from house import beside
from pages import digits
from program import FORM

RACES = 3
TRIES = 5  # InvitationRecord.mostTries
FAILURES = 30  # AttemptLimit.most
STRANGER = {"X-Forwarded-For": "203.0.113.9"}
SIGNER = {"nombre": "Persona de práctica 1", "cargo": "Cargo de práctica", "entidad": "Entidad de práctica"}
ANSWERS = ("attend", "other-zone")
AWAITED = """
    referral_row r JOIN case_row c ON c.case_id = r.case_id WHERE c.municipality = '150135' AND c.is_open = 1
    AND r.ended_ms IS NULL AND r.state IN ('called', 'sent', 'delivered') ORDER BY r.case_id, r.place"""


class Hand:
    """Somebody who asks now this node and now that one, with one session or with none."""

    def __init__(self, desk=None):
        self.cookie = {"Cookie": desk.cookie} if desk else {}

    def ask(self, node, path, fields=None, headers=()):
        """Status and text of a page, or of what a form brings."""
        body = fields and urllib.parse.urlencode(fields)
        sent = {**self.cookie, **(FORM if fields else {}), **dict(headers)}
        with asked(node.port, "POST" if fields else "GET", path, sent, body) as answer:
            page = answer.read()
            if answer.getheader("Content-Encoding") == "gzip":
                page = gzip.decompress(page)
            return answer.status, page.decode()

    def press(self, node, path, wanted, **typed):
        """Sends the form in which this stands, to the node that showed it."""
        status, page = self.ask(node, path)
        found = [form for form in re.findall(r"<form.*?</form>", page, re.S) if wanted in form]
        require(status == 200 and found, f"expected a form with {wanted} on the page, found HTTP {status}")
        hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', found[0])
        action = html.unescape(re.search(r'action="([^"]+)"', found[0])[1])
        return self.ask(node, action, {name: html.unescape(value) for name, value in hidden} | typed)


def at_once(town, *works):
    """Does all of it at the same instant; returns what each gave. A planted lie lasts for as long."""
    for node in town.nodes:
        node.crossing.lie = town.plant == "lie"
    barrier, given = threading.Barrier(len(works)), [None] * len(works)

    def work(place):
        barrier.wait()
        given[place] = works[place]()

    threads = [beside(lambda place=place: work(place)) for place in range(len(works))]
    for thread in threads:
        thread.join()
    for node in town.nodes:
        node.crossing.lie = False
    return given


def in_turn(number, answers):
    """The same answers, with the other one first in every second race."""
    return answers[::-1] if number % 2 else answers


def awaited(town):
    """The pages on which a link may be made for referrals that nobody has acknowledged."""
    rows = town.house.postgres.rows(town.house.database, "r.case_id, r.referral", AWAITED)
    require(len(rows) >= RACES, f"expected {RACES} referrals that wait, found {len(rows)}")
    return [(f"/casos/{case}/acuse/{referral}", case, referral) for case, referral in rows]


def acts(town, case, referral, names):
    """How often each of these happened to a referral."""
    said = town.house.postgres.rows(
        town.house.database, "name, count(*)",
        f"journal_event WHERE case_id = '{case}' AND payload LIKE '%{referral}%' GROUP BY name")
    return {name: dict(said).get(name, 0) for name in names}


def link(hand, node, page):
    status, said = hand.press(node, page, 'value="link"')
    made = re.search(r"/acuse#([\w-]+)", html.unescape(said))
    require(status == 200 and made, f"no link was made: HTTP {status}")
    return made[1]


@holds("a one-time link that is answered at two nodes at one instant has one answer, and is spent at both")
def one_time_link(town):
    one, other = town.nodes
    centre, nobody = Hand(town.at_work(one)), Hand()
    accepted = 0
    for number, (page, case, referral) in enumerate(awaited(town)[:RACES]):
        older = link(centre, town.nodes[number % 2], page)
        secret = link(centre, town.nodes[1 - number % 2], page)
        require(nobody.ask(town.nodes[number % 2], "/acuse", {"clave": older})[0] == 404,
                "a link that was replaced at the other node still opens")
        for node in town.nodes:
            status, shown = nobody.ask(node, "/acuse", {"clave": secret})
            require(status == 200 and 'name="nombre"' in shown, f"{node.name} does not open the link: HTTP {status}")
        said = at_once(town, *(
            lambda node=node, answer=answer: nobody.ask(
                node, "/acuse", {"clave": secret, "paso": "firmar", "respuesta": answer, **SIGNER})
            for node, answer in zip(town.nodes, in_turn(number, ANSWERS))))
        require([status for status, _ in said] == [200, 200], f"expected what stands at both, found {[s for s, _ in said]}")
        found = acts(town, case, referral, ("referral-acknowledged", "referral-accepted", "referral-rejected"))
        require(found["referral-acknowledged"] == 1, f"acknowledged {found['referral-acknowledged']} times")
        require(found["referral-accepted"] + found["referral-rejected"] == 1, f"expected one answer, found {found}")
        accepted += found["referral-accepted"]
        for node in town.nodes:
            status, shown = nobody.ask(node, "/acuse", {"clave": secret})
            require(status == 200 and 'name="nombre"' not in shown, f"{node.name} asks again for an answer: HTTP {status}")
    return f"{RACES} races, {accepted} accepted, the others rejected"


@holds("an invitation that is accepted at two nodes at one instant makes one account, and is spent at both")
def accepted_invitation(town):
    one, other = town.nodes
    _, chief = administrator(town)
    account, papers = invite(chief, one)
    stranger = Hand()
    status, shown = stranger.ask(other, "/invitacion", papers)
    secret = re.search(r"\b[A-Z2-7]{32}\b", re.sub(r"<[^>]+>", " ", shown))
    require(status == 200 and secret, f"the other node does not open the invitation: HTTP {status}")
    phrases = [f"{place} nadie conoce este camino de piedra azul" for place in ("primero", "segundo")]
    code = digits(secret[0], town.step(account))
    said = at_once(town, *(
        lambda node=node, phrase=phrase: stranger.ask(node, "/invitacion", {**papers, "clave": phrase, "codigo": code})[0]
        for node, phrase in zip(town.nodes, phrases)))
    require(sorted(said) == [303, 422], f"expected one to be first, found {said}")
    for node in town.nodes:
        status, _ = stranger.ask(node, "/invitacion", papers)
        require(status == 422, f"{node.name} still opens the invitation: HTTP {status}")
    entered = [enters(node, account, phrase, digits(secret[0], town.step(account)))
               for node, phrase in zip(reversed(town.nodes), phrases)]
    require(entered == [status == 303 for status in said], f"who was first, {said}, is not who enters, {entered}")
    return f"the {'first' if said[0] == 303 else 'second'} node won"


@holds("six digits of an invitation that are guessed at both nodes are counted together, and then the right ones open nothing")
def guessed_invitation(town):
    _, chief = administrator(town)
    _, papers = invite(chief, town.nodes[0])
    stranger = Hand()
    wrong = {**papers, "voz": f"{(int(re.sub(r'[^0-9]', '', papers['voz'])) + 1) % 1_000_000:06d}"}
    for number in range(TRIES):
        status, _ = stranger.ask(town.nodes[number % 2], "/invitacion", wrong)
        require(status == 422, f"the wrong digits gave HTTP {status}")
    for node in town.nodes:
        status, _ = stranger.ask(node, "/invitacion", papers)
        require(status == 422, f"{node.name} opens an invitation that was guessed at {TRIES} times: HTTP {status}")


@holds("links that are guessed from one address at both nodes are counted together, and others are not kept waiting")
def guessed_link(town):
    stranger = Hand()
    said = [stranger.ask(town.nodes[number % 2], "/acuse", {"clave": f"no-hay-nada-{number}"}, STRANGER)[0]
            for number in range(FAILURES + 2)]
    require(said == [404] * FAILURES + [429] * 2, f"expected {FAILURES} refusals, then no more looks, found {said}")
    require(stranger.ask(town.nodes[0], "/acuse", {"clave": "no-hay-nada"})[0] == 404, "somebody else must wait as well")


@holds("sessions that an administrator ends at one node are over at the other")
def ended_sessions(town):
    one, other = town.nodes
    card, chief = administrator(town)
    member = next(known for known in town.cards.values() if known.unit == card.unit and known.role == "case-manager")
    desk = town.enter(one, member.account)
    require(town.status(desk, one, "/mi-cuenta") == town.status(desk, other, "/mi-cuenta") == 200, "the session is not known")
    form = next(form for form in re.findall(r"<form.*?</form>", chief.ask(other, "/cuentas")[1], re.S)
                if 'value="cerrar-todas"' in form and f'value="{member.account}"' in form)
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))
    status, _ = chief.ask(other, "/cuentas", hidden)
    require(status == 200, f"ending the sessions gave HTTP {status}")
    for node in town.nodes:
        require(town.status(desk, node, "/mi-cuenta") != 200, f"{node.name} still knows a session that was ended")


def administrator(town):
    """The account that may invite into its unit, and a hand with its session."""
    card = next(card for card in town.cards.values() if card.role == "administrator")
    return card, Hand(town.at_work(town.nodes[0], card.account))


def invite(chief, node):
    """The account of a new invitation and its two halves."""
    status, page = chief.press(node, "/cuentas", 'value="invitar"', papel="operator")
    halves = re.findall(r"<code>([^<]+)</code>", page)
    account = re.search(r"\b[A-Z]{2}-\d+\b", page[page.find('role="status"'):])
    require(status == 200 and len(halves) >= 2 and account, f"nobody was invited: HTTP {status}")
    return account[0], {"papel": halves[0], "voz": halves[1]}


def enters(node, account, phrase, code):
    status, _ = Hand().ask(node, "/entrar", {"cuenta": account, "clave": phrase, "codigo": code})
    return status == 303
