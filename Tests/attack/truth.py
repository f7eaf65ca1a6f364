"""The true counts of a register, read from its journal by rules of its own: an independent counting, nothing of ours in it."""

import json
import sqlite3
from collections import Counter, defaultdict
from datetime import datetime, timedelta, timezone
from itertools import combinations

LIMA = timezone(timedelta(hours=-5))
FORMS = {"sexual": ["sexual-exploitation"], "labour": ["labour-exploitation", "domestic-servitude"],
         "begging": ["begging", "forced-crime"], "other": ["child-sale", "organ-removal", "other-exploitation"]}
POLICE, PROSECUTORS = {"pnp-station", "pnp-trafficking", "pnp-105"}, {"fistrap", "duty-prosecutor"}
DAY, HOUR, QUARTER = 86_400_000, 3_600_000, 900_000
TOLD = ("referral-sent", "referral-called")


def cases(path):
    """The events of every case, in order: name, payload, moment."""
    found = defaultdict(list)
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as register:
        for case, name, payload, at in register.execute(
                "SELECT case_id, name, payload, recorded_at_ms FROM journal_event ORDER BY case_id, version"):
            found[case].append((name, json.loads(payload), at))
    return found


def month(at):
    return datetime.fromtimestamp(at / 1000, LIMA).strftime("%Y-%m")


def quarter(at):
    day = datetime.fromtimestamp(at / 1000, LIMA)
    return f"{day.year}-q{(day.month + 2) // 3}"


def form(facts):
    found = [name for name, group in FORMS.items() if any(facts.get(fact) == "yes" for fact in group)]
    return "unknown" if not found else found[0] if len(found) == 1 else "several"


def answer(wait):
    if wait is None:
        return "none"
    return next((name for name, end in (("quarter-hour", QUARTER), ("hour", HOUR), ("day", DAY)) if wait <= end), "later")


class Case:
    """What of one case is counted."""

    def __init__(self, events):
        report = events[0][1]["report"]
        self.opened = events[0][2]
        self.facts = dict(report.get("facts", {})) if isinstance(report.get("facts"), dict) else {
            entry["fact"]: entry["value"] for entry in report.get("facts", [])}
        self.district = report.get("district") or "unknown"
        self.people, self.referrals, self.names = {}, {}, [name for name, _, _ in events]
        self.reason, self.is_merged = None, "case-merged" in self.names
        for name, payload, at in events:
            if name == "person-added":
                self.people[payload["person"]] = {"age": payload["age"], "retold": 0}
            elif name == "told-again":
                self.people[payload["person"]]["retold"] += 1
            elif name == "referral-drafted":
                self.referrals[payload["referral"]] = {"draft": payload, "at": {}}
            elif name.startswith("referral-"):
                self.referrals[payload["referral"]]["at"].setdefault(name, at)
            elif name == "case-closed":
                self.reason = payload["reason"]

    def records(self):
        """By cube, each record as its facts by dimension."""
        yield "cases", {**self.shared, "age": self.facts.get("age", "unknown"), "gender": self.facts.get("gender", "unknown"),
                        "nationality": self.facts.get("nationality", "unknown"), "outcome": self.outcome,
                        "prosecutor": self.prosecutor, **self.stages}
        for number, person in self.people.items():
            yield "people", {"age": person["age"], "form": form(self.facts),
                             "retold": ("none", "once", "more")[min(person["retold"], 2)]}
            if person["age"] != "adult":
                yield "children", {"measure": self.measure(number)}
        for referral in self.referrals.values():
            told = self.told(referral)
            if told is None:
                continue
            institution = referral["draft"]["institution"]
            heard = referral["at"].get("referral-acknowledged")
            yield "referrals", {"institution": institution, "month": month(self.opened),
                                "answer": answer(None if heard is None else max(0, heard - told))}
            body = "police" if institution in POLICE else "prosecutor" if institution in PROSECUTORS else None
            if body and heard is not None:
                yield "complaints", {**self.shared, "body": body}

    @property
    def shared(self):
        return {"district": self.district, "month": month(self.opened), "form": form(self.facts)}

    @staticmethod
    def told(referral):
        return min((referral["at"][name] for name in TOLD if name in referral["at"]), default=None)

    @property
    def outcome(self):
        if self.reason is None:
            return "open"
        return {"plan-met": "plan-met", "not-trafficking": "ruled-out"}.get(self.reason, "other-closed")

    @property
    def prosecutor(self):
        told = [one for one in self.referrals.values()
                if one["draft"]["institution"] in PROSECUTORS and self.told(one) is not None]
        came = any(one["draft"]["step"] == "prosecutor-attends" and
                   {"referral-custody-received", "referral-done"} & set(one["at"]) for one in told)
        return "present" if came else "told" if told else "not-told"

    @property
    def stages(self):
        names = set(self.names)
        far = (4 if names & {"referral-custody-received", "referral-done"} else
               3 if names & {"referral-acknowledged", "referral-accepted"} else
               2 if names & {"referral-sent", "referral-called", "referral-delivered"} else
               1 if "case-claimed" in names else 0)
        steps = ("claimed", "referred", "acknowledged", "protected")
        return {step: "yes" if far >= place else "no" for place, step in enumerate(steps, 1)}

    def measure(self, person):
        waits = [one["at"]["referral-done"] - self.told(one) for one in self.referrals.values()
                 if one["draft"]["institution"] == "upe" and one["draft"].get("person") == person
                 and "referral-done" in one["at"] and self.told(one) is not None]
        return "none" if not waits else "day" if min(waits) <= DAY else "later"


def counted(path, period):
    """The true count of every cell of every table of at most three dimensions, by cube and dimensions."""
    found = defaultdict(lambda: defaultdict(Counter))
    for events in cases(path).values():
        case = Case(events)
        if case.is_merged or quarter(case.opened) != period:
            continue
        for cube, record in case.records():
            for size in range(4):
                for names in combinations(sorted(record), size):
                    found[cube][names][tuple(record[name] for name in names)] += 1
    return found
