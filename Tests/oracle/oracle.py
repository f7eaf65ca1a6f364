#!/usr/bin/env python3
"""Oracle: a second, independent reading of docs/vocabulary.md.

Typed by hand from the vocabulary. It never opens Catalog/ and shares no code with the engine, so a mistake must be
made twice, in two languages, to go unseen. Standard library only.

    oracle.py --batch [--plant [NAME]]  < situations.jsonl  > routes.jsonl

One situation a line in, one compact route a line out. A bad line gives {"error": ..., "line": n};
the rest goes on; exit 65 if any line was bad. --plant breaks one rule on purpose (see PLANTS).

Office hours: Monday to Friday, 08:00:00 inclusive to 16:15:00 exclusive, Lima time (UTC-05:00), not on a national
holiday. So 08:00:00 and 16:14:59 are inside, 16:15:00 is outside.
"""

import json
import sys
from datetime import date, datetime, time, timedelta, timezone

# ---------------------------------------------------------------- facts (in the order of urgency)

YES_NO = ("yes", "no")

FACTS = {
    "danger": YES_NO,
    "injury": YES_NO,
    "victim-present": YES_NO,
    "age": ("minor", "doubted", "adult"),
    "gender": ("woman", "man", "diverse"),
    "in-flagrante": YES_NO,
    "sexual-exploitation": YES_NO,
    "labour-exploitation": YES_NO,
    "domestic-servitude": YES_NO,
    "begging": YES_NO,
    "forced-crime": YES_NO,
    "child-sale": YES_NO,
    "organ-removal": YES_NO,
    "other-exploitation": YES_NO,
    "nationality": ("peruvian", "foreign"),
    "language": ("spanish", "other"),
    "identity-document": YES_NO,
    "missing-report": YES_NO,
    "official-implicated": ("no", "police", "serenazgo", "other"),
    "family-violence": YES_NO,
    "parental-care": YES_NO,
    "shelter-needed": YES_NO,
    "health-insurance": YES_NO,
    "coverage-denied": YES_NO,
    "danger-at-home": YES_NO,
    "abroad": YES_NO,
    "wants-return": YES_NO,
    "online-child-material": YES_NO,
    "forensic-requested": YES_NO,
    "police-answered": YES_NO,
    "prosecutor-answered": YES_NO,
    "dependants": YES_NO,
}

# Derived, never asked.
DERIVED = {
    "fiscal-district": ("lima-centro", "lima-norte", "lima-noroeste", "lima-este", "lima-sur", "callao"),
    "office-hours": YES_NO,
    "demuna-accredited": YES_NO,
}

# ---------------------------------------------------------------- three-valued logic: fails < open < holds

FAILS, OPEN, HOLDS = 0, 1, 2


class Is:
    """fact in {values}: judged on the set of values still possible."""

    def __init__(self, fact, *values):
        possible = FACTS.get(fact) or DERIVED[fact]
        assert values and set(values) <= set(possible), (fact, values)
        self.fact, self.values = fact, frozenset(values)

    def judge(self, known):
        possible = known[self.fact]
        if possible <= self.values:
            return HOLDS
        return OPEN if possible & self.values else FAILS

    def hanging(self, known):
        return {self.fact} if self.judge(known) == OPEN else set()


class Several:
    def __init__(self, *parts):
        self.parts = parts

    def hanging(self, known):
        """Facts of the open parts, reached only through parts that are open themselves."""
        if self.judge(known) != OPEN:
            return set()
        return set().union(*(part.hanging(known) for part in self.parts))


class All(Several):
    def judge(self, known):
        return min(part.judge(known) for part in self.parts)


class Any(Several):
    def judge(self, known):
        return max(part.judge(known) for part in self.parts)


class Always:
    def judge(self, known):
        return HOLDS

    def hanging(self, known):
        return set()


ALWAYS = Always()
PRESENT = Is("victim-present", "yes")
CHILD = Is("age", "minor", "doubted")
SEXUAL = Is("sexual-exploitation", "yes")
VIOLENCE = Is("family-violence", "yes")
WOMAN_OR_DIVERSE = Is("gender", "woman", "diverse")
FOREIGN = Is("nationality", "foreign")
NO_FAMILY_FOR_CHILD = All(CHILD, Is("parental-care", "no"))
PERUVIAN_WITHOUT_PAPERS = All(Is("nationality", "peruvian"), Is("identity-document", "no"))

# ---------------------------------------------------------------- steps (in the order of the route)

P = True      # precaution: required while the condition is open
_ = False

STEPS = [
    ("emergency-police", "safety", Is("danger", "yes"), _),
    ("emergency-medical", "safety", Is("injury", "yes"), _),

    ("notify-police", "notify", Is("official-implicated", "no", "serenazgo", "other"), P),
    ("notify-police-unit", "notify", Is("official-implicated", "police"), _),
    ("notify-prosecutor", "notify", ALWAYS, _),
    ("report-hotline", "notify",
        Any(Is("official-implicated", "police", "serenazgo", "other"), Is("police-answered", "no")), _),
    ("report-misconduct", "notify", Is("official-implicated", "police"), _),
    ("notify-child-protection", "notify", CHILD, P),
    ("report-missing", "notify", Is("missing-report", "yes"), _),
    ("orient-violence", "notify", Any(VIOLENCE, All(SEXUAL, WOMAN_OR_DIVERSE)), _),
    ("report-place", "notify", Is("victim-present", "no"), _),
    ("request-interpreter", "notify", Is("language", "other"), _),
    ("preserve-online-evidence", "notify", Is("online-child-material", "yes"), _),

    ("prosecutor-attends", "prosecutor", PRESENT, P),
    ("open-inquiry", "prosecutor", ALWAYS, _),
    ("explain-rights", "prosecutor", PRESENT, P),
    ("arrange-transfer", "prosecutor", PRESENT, P),
    ("convene-victim-unit", "prosecutor", PRESENT, P),
    ("forensic-examination", "prosecutor", Is("forensic-requested", "yes"), _),

    ("victim-assistance", "protection", PRESENT, P),
    ("legal-aid", "protection", PRESENT, P),
    ("protection-measures", "protection", PRESENT, P),
    ("child-measure", "protection", CHILD, P),
    ("child-shelter", "protection", NO_FAMILY_FOR_CHILD, _),
    ("child-court", "protection", NO_FAMILY_FOR_CHILD, _),
    ("adult-shelter", "protection", All(Is("age", "adult"), Is("shelter-needed", "yes")), _),
    ("emergency-centre", "protection",
        All(Is("office-hours", "yes"), WOMAN_OR_DIVERSE, Any(SEXUAL, VIOLENCE)), _),
    ("urgent-care-service", "protection",
        All(Is("office-hours", "no"), Any(WOMAN_OR_DIVERSE, CHILD), Any(SEXUAL, VIOLENCE)), _),
    ("health-care", "protection", PRESENT, P),
    ("health-insurance", "protection", Is("health-insurance", "no"), _),
    ("coverage-complaint", "protection", Is("coverage-denied", "yes"), _),
    ("migration-protection", "protection", FOREIGN, _),
    ("consular-assistance", "protection", FOREIGN, _),
    ("refuge", "protection", All(FOREIGN, Is("danger-at-home", "yes")), _),
    ("return-from-abroad", "protection", All(Is("abroad", "yes"), Is("wants-return", "yes")), _),
    ("repatriation", "protection", All(FOREIGN, Is("wants-return", "yes")), _),
    ("labour-inspection", "protection",
        Any(Is("labour-exploitation", "yes"), Is("domestic-servitude", "yes"), Is("begging", "yes")), _),
    ("identity-registration", "protection", PERUVIAN_WITHOUT_PAPERS, _),
    ("birth-certificate", "protection", PERUVIAN_WITHOUT_PAPERS, _),
    ("place-control", "protection",
        Any(Is("victim-present", "no"), Is("labour-exploitation", "yes"), SEXUAL), _),

    ("reflection-period", "follow-up", PRESENT, P),
    ("duty-integrity", "follow-up", PRESENT, P),
    ("duty-rights-information", "follow-up", PRESENT, P),
    ("duty-basic-support", "follow-up", PRESENT, P),
    ("duty-free-assistance", "follow-up", PRESENT, P),
    ("duty-safe-participation", "follow-up", PRESENT, P),
    ("duty-case-information", "follow-up", PRESENT, P),
    ("duty-return", "follow-up", Is("abroad", "yes"), _),
    ("duty-repatriation", "follow-up", FOREIGN, _),
    ("duty-monitoring", "follow-up", PRESENT, P),
]

# Abroad = yes: the street steps of Lima (safety, notify) do not apply, but the prosecutor and child protection stay and
# the police unit is told. Nothing happens while abroad is unknown.
STAYS_ABROAD = {"notify-prosecutor", "notify-child-protection"}
ON_ABROAD = {"notify-police-unit"}

# Where a fact can still change which body acts. The rest of the route's bodies are fixed.
DUTY_PROSECUTOR = Any(Is("fiscal-district", "lima-noroeste", "lima-este", "lima-sur"), Is("prosecutor-answered", "no"))
INSTITUTION_DEPENDS = {
    "notify-prosecutor": DUTY_PROSECUTOR,
    "prosecutor-attends": DUTY_PROSECUTOR,
    "open-inquiry": DUTY_PROSECUTOR,
    "explain-rights": DUTY_PROSECUTOR,
    "arrange-transfer": DUTY_PROSECUTOR,
    "duty-safe-participation": DUTY_PROSECUTOR,
    "duty-case-information": DUTY_PROSECUTOR,
    "report-place": Is("official-implicated", "serenazgo"),
    "duty-basic-support": CHILD,
}

# ---------------------------------------------------------------- level

EXPLOITATION = ("sexual-exploitation", "labour-exploitation", "domestic-servitude", "begging", "forced-crime",
                "child-sale", "organ-removal", "other-exploitation")

IMMEDIATE = Any(
    Is("danger", "yes"),
    Is("injury", "yes"),
    Is("in-flagrante", "yes"),
    All(CHILD, Any(SEXUAL, Is("child-sale", "yes"), Is("forced-crime", "yes"))),
    All(CHILD, Is("missing-report", "yes")),
)
HIGH = Any(
    *[Is(fact, "yes") for fact in EXPLOITATION],
    VIOLENCE,
    Is("online-child-material", "yes"),
    Is("missing-report", "yes"),
    Is("official-implicated", "police", "serenazgo", "other"),
)

# ---------------------------------------------------------------- territory

DISTRICTS = {}
for _fiscal, _codes in {
    "lima-centro": "150101 150104 150105 150113 150115 150116 150120 150121 150122 150128 150130 150131 150134 150136 "
                   "150140 150141",
    "lima-norte": "150106 150110 150112 150117 150135",
    "lima-noroeste": "070106 070107 150102 150125 150139",
    "lima-este": "150103 150107 150109 150111 150114 150118 150132 150137",
    "lima-sur": "150108 150119 150123 150124 150126 150127 150129 150133 150138 150142 150143",
    "callao": "070101 070102 070103 070104 070105",
}.items():
    for _code in _codes.split():
        assert _code not in DISTRICTS
        DISTRICTS[_code] = _fiscal
assert len(DISTRICTS) == 50

# ---------------------------------------------------------------- clock

LIMA = timezone(timedelta(hours=-5))

# National holidays: those of a fixed day, and Holy Thursday and Good Friday of 2026 and 2027.
FIXED_HOLIDAYS = {(1, 1), (5, 1), (6, 7), (6, 29), (7, 23), (7, 28), (7, 29), (8, 6), (8, 30), (10, 8), (11, 1), (12, 8),
                  (12, 9), (12, 25)}
EASTER_HOLIDAYS = {date(2026, 4, 2), date(2026, 4, 3), date(2027, 3, 25), date(2027, 3, 26)}
HOLIDAYS = {date(year, month, day) for year in (2026, 2027) for month, day in FIXED_HOLIDAYS} | EASTER_HOLIDAYS


def is_office_hours(moment):
    lima = moment.astimezone(LIMA)
    return lima.weekday() < 5 and lima.date() not in HOLIDAYS and time(8, 0) <= lima.time() < time(16, 15)


# ---------------------------------------------------------------- planted faults, for the self-check

PLANTS = {
    "precaution": "child-measure waits for the age",
    "abroad": "abroad changes nothing",
    "office-hours": "office hours end at 16:16",
    "holiday": "holidays are working days",
    "institution": "prosecutor-answered is not asked",
    "level": "a missing child is not immediate",
    "question": "open parts under a settled part are asked too",
}


class BadInput(Exception):
    pass


def parse(situation):
    """(known sets, moment) or BadInput."""
    if not isinstance(situation, dict):
        raise BadInput("a situation is a JSON object")
    unknown = set(situation) - {"district", "at", "facts"}
    if unknown:
        raise BadInput("unknown key: " + ", ".join(sorted(unknown)))
    district = situation.get("district")
    if not isinstance(district, str) or district not in DISTRICTS:
        raise BadInput(f"unknown district: {district}")
    try:
        moment = datetime.fromisoformat(situation["at"])
    except (KeyError, TypeError, ValueError):
        raise BadInput(f"bad time: {situation.get('at')}") from None
    if moment.tzinfo is None:
        raise BadInput(f"time without offset: {situation['at']}")
    facts = situation.get("facts", {})
    if not isinstance(facts, dict):
        raise BadInput("facts is a JSON object")
    known = {fact: frozenset(values) for fact, values in {**FACTS, **DERIVED}.items()}
    for fact, value in facts.items():
        if fact not in FACTS:
            raise BadInput(f"unknown fact: {fact}")
        if value not in FACTS[fact]:
            raise BadInput(f"unknown value of {fact}: {value}")
        known[fact] = frozenset([value])
    known["fiscal-district"] = frozenset([DISTRICTS[district]])
    return known, moment


def route(situation, plant=None):
    """The compact route of one situation: steps that are not not-needed, next questions, level."""
    known, moment = parse(situation)
    open_now = is_office_hours(moment)
    lima = moment.astimezone(LIMA)
    if plant == "office-hours" and (lima.hour, lima.minute) == (16, 15):
        open_now = is_office_hours(moment - timedelta(minutes=1))
    if plant == "holiday" and lima.date() in HOLIDAYS and lima.weekday() < 5:
        open_now = time(8, 0) <= lima.time() < time(16, 15)
    known["office-hours"] = frozenset(["yes" if open_now else "no"])
    is_abroad = known["abroad"] == {"yes"} and plant != "abroad"

    steps, questions = {}, set()
    for step, phase, when, precaution in STEPS:
        judged, hanging = when.judge(known), when.hanging(known)
        if is_abroad and step in ON_ABROAD:
            judged, hanging = HOLDS, set()
        elif is_abroad and phase in ("safety", "notify") and step not in STAYS_ABROAD:
            judged, hanging = FAILS, set()
        if judged == FAILS:
            continue
        if plant == "precaution" and step == "child-measure":
            precaution = False
        steps[step] = "required" if judged == HOLDS or precaution else "pending"
        questions |= every_unknown_leaf(when, known) if plant == "question" else hanging
        if step in INSTITUTION_DEPENDS and plant != "institution":
            questions |= INSTITUTION_DEPENDS[step].hanging(known)

    return {
        "steps": steps,
        "nextQuestions": [fact for fact in FACTS if fact in questions],
        "level": level(known, plant),
    }


def level(known, plant=None):
    if plant == "level" and known["missing-report"] == {"yes"}:
        known = {**known, "age": frozenset(["adult"])}
    if IMMEDIATE.judge(known) == HOLDS:
        return "immediate"
    return "high" if HIGH.judge(known) == HOLDS else "observation"


def every_unknown_leaf(condition, known):
    if isinstance(condition, Several):
        return set().union(*(every_unknown_leaf(part, known) for part in condition.parts))
    return condition.hanging(known)


def batch(lines, out, plant=None):
    bad = 0
    for number, line in enumerate(lines, 1):
        try:
            answer = route(json.loads(line), plant)
        except (BadInput, json.JSONDecodeError) as error:
            answer, bad = {"error": str(error), "line": number}, bad + 1
        out.write(json.dumps(answer, ensure_ascii=False, separators=(",", ":")) + "\n")
    return 65 if bad else 0


def main(arguments):
    if not arguments or arguments[0] != "--batch":
        sys.stderr.write(__doc__)
        return 64
    plant = None
    if arguments[1:2] == ["--plant"]:
        plant = arguments[2] if len(arguments) > 2 else "precaution"
        if plant not in PLANTS:
            sys.stderr.write(f"unknown plant {plant}; one of: {', '.join(PLANTS)}\n")
            return 64
    elif arguments[1:]:
        sys.stderr.write(f"unknown option {arguments[1]}\n")
        return 64
    return batch(sys.stdin, sys.stdout, plant)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
