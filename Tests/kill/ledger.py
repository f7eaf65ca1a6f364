"""What the people on the street keep in their own hands: which reports they tried, and which were acknowledged.

It lives in this process and never in the server's file, so that it can be compared with what is left after a kill.
"""

import http.client
import random
import threading

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
        self.sent = []  # the facts of each try
        self.acknowledged = None  # which try was the last one acknowledged
        self.code = None
        self.other_codes = set()  # codes that a later acknowledgement gave instead

    def fields(self, facts, page):
        fields = {"from": "start", "report": self.identity, "to": page}
        if self.district:
            fields["district"] = self.district
        return fields | {f"fact.{fact}": value for fact, value in facts.items()}

    def note(self, code):
        """Takes an acknowledgement of the last try in."""
        self.acknowledged = len(self.sent) - 1
        if self.code is None:
            self.code = code
        elif code != self.code:
            self.other_codes.add(code)

    @property
    def may_stand(self):
        """The contents that the journal may show: the last acknowledged one, or one tried after it."""
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
            case, facts, page = self._next()
            case.sent.append(facts)
            try:
                _, code, _ = phone.report(case.fields(facts, page))
            except (OSError, http.client.HTTPException):
                return
            if code:
                self.acknowledgements += 1
                case.note(code)
            else:
                self.refusals += 1

    def _next(self):
        """A new report, the same one again, one with a further answer, or one that was never acknowledged."""
        kind = self.draw.random()
        waiting = [case for case in self.cases[-8:] if case.acknowledged is None]
        if waiting and kind < 0.5:
            self.resent += 1
            return waiting[0], waiting[0].sent[-1], "calls"
        if self.cases and kind < 0.25:
            self.resent += 1
            case = self.draw.choice(self.cases[-20:])
            return case, case.sent[-1], "calls"
        if self.cases and kind < 0.4:
            case = self.draw.choice(self.cases[-20:])
            return case, case.sent[-1] | self._answers(1), "sent"
        return self._new_case(), self._answers(3), self.draw.choice(["calls", "calls", "sent"])

    def fresh_case(self):
        """A new report, noted as sent."""
        case = self._new_case()
        case.sent.append(self._answers(3))
        return case

    def _new_case(self):
        case = Case(self.draw.randbytes(16).hex(), self.draw)
        self.cases.append(case)
        return case

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
