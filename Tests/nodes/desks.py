"""The sentences of the desks: a practice town of two nodes, whose people meet now one and now the other."""

import http.client
import re
import secrets
import threading
import time
from contextlib import contextmanager

from counter import STEP, Desk, cards
from house import House, beside
from program import ACKNOWLEDGED, FORM
from sentences import Sentences, require

ACCOUNT, OFFICER = "OP-01", "OF-01"
DISTRICT = "150135"
HEARD = 15  # seconds that an event may take on a busy machine; how long it took is told
WRONG = 14
SENTENCES = Sentences()
holds = SENTENCES.holds


class Town:
    """Two nodes on the database of a practice town, and the accounts of its people."""

    def __init__(self, binary, postgres, folder, plant=None):
        self.house = House(binary, postgres, folder)
        self.folder, self.plant = folder, plant
        self._steps, self._desks = {}, {}

    def found(self):
        first = self.house.found(more=("--practice",))
        second = self.house.add("second", more=("--practice",)).start()
        self.nodes = [first, second]
        self.cards = {card.account: card for card in cards(first.data)}
        return self

    def step(self, account):
        """A step of half a minute whose digits the account has not used."""
        step = max(self._steps.get(account, 0) + 1, int(time.time()) // STEP - 1)
        while step > int(time.time()) // STEP + 1:
            time.sleep(0.5)
        self._steps[account] = step
        return step

    def enter(self, node, account=ACCOUNT):
        return Desk(node.port, self.cards[account]).enter(self.step(account))

    def at_work(self, node, account=ACCOUNT):
        """The session of an account, opened when it is first asked for: six digits are good for one entry in half a minute."""
        if account not in self._desks:
            self._desks[account] = self.enter(node, account)
        return self._desks[account]

    def status(self, desk, node, path="/cola", tls=None, port=None):
        """What a node says to whoever holds the session of a desk."""
        with asked(port or node.port, "GET", path, {"Cookie": desk.cookie}, tls=tls) as answer:
            answer.read()
            return answer.status

    def report(self, port, tls=None):
        """Somebody on the street reports in the district of the town; returns whether it is acknowledged."""
        fields = {"from": "start", "report": secrets.token_hex(16), "shown": int(time.time() * 1000), "to": "calls",
                  "district": DISTRICT, "fact.danger": "no"}
        body = "&".join(f"{name}={value}" for name, value in fields.items())
        with asked(port, "POST", "/", FORM, body, tls) as answer:
            return answer.status == 200 and ACKNOWLEDGED.search(answer.read().decode()) is not None


@contextmanager
def asked(port, method, path, headers, body=None, tls=None):
    """The answer to one request on a connection of its own."""
    line = (http.client.HTTPSConnection("127.0.0.1", port, timeout=30, context=tls) if tls else
            http.client.HTTPConnection("127.0.0.1", port, timeout=30))
    try:
        line.request(method, path, body, {"Host": "ruta.example", **headers})
        yield line.getresponse()
    finally:
        line.close()


class Line:
    """The open line of a queue; `wait` returns how many seconds after a moment a change was heard."""

    def __init__(self, port, cookie, tls=None):
        self.heard, self.isOpen, self.last = threading.Event(), threading.Event(), 0.0
        threading.Thread(target=self._listen, args=(port, cookie, tls), daemon=True).start()
        require(self.isOpen.wait(HEARD), "the line of the queue was not opened")

    def _listen(self, port, cookie, tls):
        try:
            with asked(port, "GET", "/cola/vivo", {"Cookie": cookie}, tls=tls) as answer:
                if answer.status != 200:
                    return
                while said := answer.fp.readline() if not answer.chunked else answer.readline():
                    self.isOpen.set()
                    if b"cambio" in said:
                        self.last = time.perf_counter()
                        self.heard.set()
        except (OSError, http.client.HTTPException):
            pass

    def wait(self, since):
        """What was heard before that moment was rung for something else."""
        while self.last < since:
            self.heard.clear()
            require(self.last >= since or self.heard.wait(HEARD), "the queue was told nothing")
        return self.last - since


@holds("a session opened at one node is known at the other, survives the kill of its own, and ends at both at once")
def session(town):
    one, other = town.nodes
    desk = town.enter(one, OFFICER)
    require(town.status(desk, other, "/bandeja") == 200, "the other node does not know the session")
    one.kill()
    require(town.status(desk, other, "/bandeja") == 200, "the session ended with the node that opened it")
    one.start()
    with asked(other.port, "GET", "/bandeja", {"Cookie": desk.cookie}) as answer:
        token = re.search(r'name="sello" value="([^"]+)"', answer.read().decode())[1]
    with asked(other.port, "POST", "/salir", {**FORM, "Cookie": desk.cookie}, f"sello={token}") as answer:
        answer.read()
        require(answer.status == 303, f"leaving gave HTTP {answer.status}")
    for node in (one, other):
        require(town.status(desk, node, "/bandeja") != 200, f"{node.name} still knows a session that was ended")


@holds("whoever guesses at both nodes waits as if there were one, and so does the account that is guessed")
def guessed(town):
    said = [None] * WRONG

    def guess(number):
        node = town.nodes[number % 2]
        with asked(node.port, "POST", "/entrar", FORM, f"cuenta=OP-02&clave=nada-de-nada-{number}&codigo=000000") as answer:
            answer.read()
            said[number] = answer.status

    threads = [beside(lambda number=number: guess(number)) for number in range(WRONG)]
    for thread in threads:
        thread.join()
    tried = said.count(422)
    require(set(said) == {422, 429}, f"expected some to be refused and some to wait, found {said}")
    # Five at once, and one more after a second and after three, if the machine is that slow: ten where each node counts alone.
    require(5 <= tried <= 7, f"{tried} of {WRONG} guesses at once were looked at")
    found = town.house.postgres.rows(town.house.database, "kind, name", "attempt")
    require(len(found) >= 5, f"expected five tries in the database, found {len(found)}")
    require(all(re.fullmatch(r"[0-9a-f]{64}", name) for _, name in found), f"a name stands in the clear: {found[:2]}")
    return f"{tried} of {WRONG} at once were looked at, the others wait"


@holds("what is reported at one node is heard by the open queue at the other")
def live(town):
    one, other = town.nodes
    line = Line(other.port, town.at_work(one).cookie)
    waits = []
    for _ in range(5):
        time.sleep(1.2)
        began = time.perf_counter()
        require(town.report(one.port), "the report was not acknowledged")
        waits.append(line.wait(began))
    return f"heard after {1000 * sorted(waits)[2]:.0f} ms in the middle of five, {1000 * max(waits):.0f} ms at the latest"


@holds("a number that was changed at one node is shown by the other, without a restart")
def number(town):
    one, other = town.nodes
    database, postgres = town.house.database, town.house.postgres
    with asked(other.port, "GET", "/directorio", {}) as answer:
        page = answer.read().decode()
    require("987650123" not in re.sub(r"\D", "", page), "the invented number is there already")
    postgres.run(database, f"""
        INSERT INTO directory_change (change_id, contact, version, value, reason, actor, changed_at_ms, confirmed_by,
            confirmed_at_ms)
        SELECT '{secrets.token_hex(16)}', 'hotline-1818', 1, '987650123', 'official-page', 'AD-01', 1, 'AD-02', 2;
        SELECT pg_notify('ruta_change', 'directory')""")
    began = time.perf_counter()
    for node in (one, other):
        while True:
            with asked(node.port, "GET", "/directorio", {}) as answer:
                if "987650123" in re.sub(r"\D", "", answer.read().decode()):
                    break
            require(time.perf_counter() - began < HEARD, f"{node.name} still shows the old number")
            time.sleep(0.1)
    return f"after {1000 * (time.perf_counter() - began):.0f} ms at both"
