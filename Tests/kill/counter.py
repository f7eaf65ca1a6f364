"""Somebody at a desk of a practice town, without a browser: enters, reads forms out of pages, and sends them."""

import gzip
import html
import re
import sys
import time

from program import ROOT

sys.path.append(str(ROOT / "Benchmarks"))
from pages import STEP, Desk, cards  # noqa: E402

REVEAL = "attend-person"


class Counter:
    """One session; every answer is the status and the page in clear."""

    def __init__(self, server, data, account, ahead=0):
        """A code is used once: whoever enters again within the half minute takes the next one, `ahead`."""
        card = next(card for card in cards(data) if card.account == account)
        self.desk = Desk(server.port, card).enter(int(time.time()) // STEP + ahead)

    def get(self, path):
        return self._ask("GET", path)

    def send(self, path, fields):
        return self._ask("POST", path, fields)

    def form(self, path, wanted, **typed):
        """Sends the form of a page in which this stands, such as `value="tomar"`, with some fields typed."""
        status, page = self.get(path)
        found = [form for form in re.findall(r"<form.*?</form>", page, re.S) if wanted in form]
        if status != 200 or not found:
            raise AssertionError(f"expected a form with {wanted} on {path}, found HTTP {status}")
        action = re.search(r'action="([^"]+)"', found[0])[1]
        hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', found[0])
        return self.send(action, {name: html.unescape(value) for name, value in hidden} | typed)

    def _ask(self, method, path, fields=None):
        status, headers, body = self.desk.ask(method, path, fields)
        return status, (gzip.decompress(body) if headers["Content-Encoding"] == "gzip" else body).decode()
