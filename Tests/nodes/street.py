"""People on the street who meet a different node with every request, as behind a proxy, and keep what they were told."""

import http.client
import threading

from bad_world import FAILED_TITLE, TEL
from ledger import Client, merged
from program import Phone

PATIENCE = 4  # seconds before a person presses again
PAUSE = 0.04  # seconds between two requests of a person


class Walker(Client):
    """A client that goes on at another node where one breaks off, and looks whether what it is told can be read."""

    def __init__(self, number, seed, house):
        super().__init__(number, seed)
        self.house, self.broken, self.unreadable, self._phones = house, 0, [], {}

    def life(self, enough):
        while not enough.is_set():
            ports = [node.port for node in self.house.up]
            if not ports:
                enough.wait(PAUSE)
                continue
            case, attempt, page = self._next()
            port = self.draw.choice(ports)
            phone = self._phones.setdefault(port, Phone(port, patience=PATIENCE))
            try:
                status, code, html = phone.report(case.fields(attempt, page))
            except (OSError, http.client.HTTPException):
                self.broken += 1
                enough.wait(PAUSE)
                continue
            if code:
                self.acknowledgements += 1
                case.note(attempt, code)
            else:
                self.refusals += 1
                if not is_readable(status, html):
                    self.unreadable.append(status)
            enough.wait(PAUSE)


def is_readable(status, html):
    """Whether a page that acknowledges nothing says so, and has numbers to call."""
    return status == 200 and len(TEL.findall(html)) >= 2 and FAILED_TITLE in html


class Crowd:
    """Walkers that report for as long as the block lasts."""

    def __init__(self, house, seed, count=4):
        self.walkers = [Walker(number, seed, house) for number in range(count)]
        self._enough, self._threads = None, []

    def __enter__(self):
        self._enough = threading.Event()
        self._threads = [threading.Thread(target=walker.life, args=(self._enough,), daemon=True) for walker in self.walkers]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self._enough.set()
        for thread in self._threads:
            thread.join()

    @property
    def cases(self):
        return merged(self.walkers)

    @property
    def acknowledgements(self):
        return sum(walker.acknowledgements for walker in self.walkers)

    @property
    def refusals(self):
        return sum(walker.refusals for walker in self.walkers)

    @property
    def broken(self):
        return sum(walker.broken for walker in self.walkers)

    @property
    def unreadable(self):
        return [status for walker in self.walkers for status in walker.unreadable]
