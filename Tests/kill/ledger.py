"""What the people on the street keep in their own hands: which reports they tried, and which were acknowledged.

It lives in this process and never in the server's file, so that it can be compared with what is left after a kill.
"""

import http.client
import random
import threading
import time

DISTRICTS = ["150135", "150101", "070101", "150142", None]
QUESTIONS = {
    "danger": ["yes", "no"], "injury": ["yes", "no"], "victim-present": ["yes", "no"],
    "age": ["minor", "doubted", "adult"], "gender": ["woman", "man", "diverse"], "in-flagrante": ["yes", "no"],
}


class Case:
    """One report and all that was ever sent of it, by one client in its order."""

    def __init__(self, identity, draw):
        self.identity = identity
        self.district = draw.choice(DISTRICTS)
        self.sent = []  # each try: the facts, and when the page was shown that they were answered on
        self.acknowledged = None  # which try was the last one acknowledged
        self.code = None
        self.other_codes = set()  # codes that a later acknowledgement gave instead

    def answer(self, facts):
        """A page filled in now; returns the try."""
        self.sent.append((facts, int(time.time() * 1000)))
        return self.sent[-1]

    def fields(self, attempt, page):
        facts, shown = attempt
        fields = {"from": "start", "report": self.identity, "shown": shown, "to": page}
        if self.district:
            fields["district"] = self.district
        return fields | {f"fact.{fact}": value for fact, value in facts.items()}

    def note(self, attempt, code):
        """Takes an acknowledgement of a try in."""
        self.acknowledged = max(self.acknowledged or 0, self.sent.index(attempt))
        if self.code is None:
            self.code = code
        elif code != self.code:
            self.other_codes.add(code)

    @property
    def may_stand(self):
        """What the journal may show: the last try that was acknowledged, or one after it."""
        return self.sent[self.acknowledged or 0:]


class Client:
    """Reports again and again until told to stop or until the server is gone."""

    def __init__(self, number, seed):
        self.draw = random.Random(f"{seed}/{number}")
        self.cases = []
        self.acknowledgements = self.refusals = self.resent = 0

    def life(self, phone, enough):
        """The reports of one life of the server."""
        while not enough.is_set():
            case, attempt, page = self._next()
            try:
                _, code, _ = phone.report(case.fields(attempt, page))
            except (OSError, http.client.HTTPException):
                return
            if code:
                self.acknowledgements += 1
                case.note(attempt, code)
            else:
                self.refusals += 1

    def new_case(self):
        case = Case(self.draw.randbytes(16).hex(), self.draw)
        self.cases.append(case)
        return case

    def _next(self):
        """A new report, one with a further answer, or one sent before: unanswered, answered, or long overtaken."""
        kind = self.draw.random()
        waiting = [case for case in self.cases[-8:] if case.acknowledged is None]
        recent = self.draw.choice(self.cases[-20:]) if self.cases else None
        if waiting and kind < 0.5:
            self.resent += 1
            return waiting[0], waiting[0].sent[-1], "calls"
        if recent and kind < 0.25:
            self.resent += 1
            return recent, self.draw.choice([recent.sent[0], recent.sent[-1]]), "calls"
        if recent and kind < 0.4:
            facts, _ = recent.sent[-1]
            return recent, recent.answer(facts | self._answers(1)), "sent"
        case = self.new_case()
        return case, case.answer(self._answers(3)), self.draw.choice(["calls", "calls", "sent"])

    def _answers(self, most):
        asked = self.draw.sample(sorted(QUESTIONS), self.draw.randint(1, most))
        return {fact: self.draw.choice(QUESTIONS[fact]) for fact in asked}


def load(clients, port, enough, phone):
    """Starts one life of every client; returns the threads to wait for."""
    threads = [threading.Thread(target=client.life, args=(phone(port), enough), daemon=True) for client in clients]
    for thread in threads:
        thread.start()
    return threads


def merged(clients):
    return {case.identity: case for client in clients for case in client.cases}
