"""The same rules in other engines: plain Python that is generated from them, and CLIPS.

Both read the compiled catalogue (`ruta catalog compile`), so they decide by the very rules that Ruta decides by.
"""

import json
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

FAILS, OPEN, HOLDS = 0, 1, 2
TEST, ALL, ANY, NOT = 1, 2, 3, 4
NONE = 0xFF
WORDS = {0: None, 1: "pending", 2: "required"}


class Rules:
    """The compiled catalogue as Python values; its format stands in Sources/RouteEngine/Rulebook+Bytes.swift."""

    def __init__(self, compiled, names):
        self.names = json.loads(Path(names).read_text(encoding="utf-8"))
        self._bytes, self._at = Path(compiled).read_bytes(), 5
        if self._bytes[:5] != b"RUTA\x01":
            raise ValueError("expected a compiled catalogue of format 1")
        facts = [(self._next(), self._next()) for _ in range(self._next())]
        self.domains = [(1 << count) - 1 for count, _ in facts]
        self.askable = [asked == 1 for _, asked in facts]
        self.levels = [self._program() for _ in range(self._next())]
        self.steps = [self._step() for _ in range(self._next())]
        self.position = {fact["id"]: number for number, fact in enumerate(self.names["facts"])}
        self.bit = [{value: 1 << n for n, value in enumerate(fact["values"])} for fact in self.names["facts"]]

    def known(self, situation, is_office_hours):
        """The possible values of each fact, one bit each."""
        known = list(self.domains)
        for fact, value in situation["facts"].items():
            number = self.position[fact]
            known[number] = self.bit[number][value]
        office = "yes" if is_office_hours(datetime.fromisoformat(situation["at"])) else "no"
        for fact, value in (("fiscal-district", self.names["districts"][situation["district"]]),
                            ("office-hours", office)):
            number = self.position[fact]
            known[number] = self.bit[number][value]
        return known

    def answer(self, statuses, questions=None, level=None):
        """A decision as the compact line of `ruta route --batch` says it."""
        steps = {name: WORDS[status] for name, status in zip(self.names["steps"], statuses) if status}
        if questions is None:
            return {"steps": steps}
        facts = self.names["facts"]
        return {"steps": steps, "level": self.names["levels"][level],
                "nextQuestions": [fact["id"] for number, fact in enumerate(facts) if questions >> number & 1]}

    def _next(self):
        self._at += 1
        return self._bytes[self._at - 1]

    def _program(self):
        end = self._next() + self._at
        tree = self._tree()
        assert self._at == end
        return tree

    def _tree(self):
        operation = self._next()
        if operation == TEST:
            return (TEST, self._next(), self._next())
        if operation == NOT:
            return (NOT, [self._tree()])
        return (operation, [self._tree() for _ in range(self._next())])

    def _settled(self):
        fact, values = self._next(), self._next()
        return None if fact == NONE else (TEST, fact, values)

    def _step(self):
        step = SimpleNamespace(phase=self._next(), is_precaution=self._next() == 1, institution=self._next())
        step.off, step.on, step.first = self._settled(), self._settled(), self._settled()
        step.when = self._program()
        step.variants = [(self._next(), self._program()) for _ in range(self._next())]
        return step


class GeneratedPython:
    """One Python function with every condition written out: what a programmer would write by hand, and no engine."""

    def __init__(self, rules):
        self._rules, self._lines, self._count = rules, ["def decide(k):", "    q = 0"], 0
        statuses = [self._step(step) for step in rules.steps]
        levels = [self._judge(level)[0] for level in rules.levels]
        level = str(len(levels) - 1)
        for number in reversed(range(len(levels) - 1)):
            level = f"{number} if {levels[number]} == 2 else ({level})"
        askable = sum(1 << number for number, asked in enumerate(rules.askable) if asked)
        self._lines.append(f"    return [{', '.join(statuses)}], q & {askable}, {level}")
        scope = {}
        exec("\n".join(self._lines), scope)  # only numbers of the compiled catalogue stand in it
        self._decide = scope["decide"]

    def decide(self, known):
        return self._decide(known)

    def _new(self, expression):
        self._count += 1
        self._lines.append(f"    x{self._count} = {expression}")
        return f"x{self._count}"

    def _judge(self, tree):
        """Writes the lines of a condition; returns the names of its verdict and of the facts it hangs on."""
        if tree[0] == TEST:
            _, fact, values = tree
            outside = ~values & 0xFF
            verdict = self._new(f"2 if not k[{fact}] & {outside} else 1 if k[{fact}] & {values} else 0")
            return verdict, f"({1 << fact} if {verdict} == 1 else 0)"
        parts = [self._judge(part) for part in tree[1]]
        verdicts = ", ".join(part[0] for part in parts)
        if tree[0] == NOT:
            verdict = self._new(f"2 - {verdicts}")
        elif not parts:
            verdict = "2" if tree[0] == ALL else "0"
        elif len(parts) == 1:
            verdict = verdicts
        else:
            verdict = self._new(f"{'min' if tree[0] == ALL else 'max'}({verdicts})")
        hanging = " | ".join(part[1] for part in parts) or "0"
        return verdict, f"(({hanging}) if {verdict} == 1 else 0)"

    def _step(self, step):
        """Writes the lines of a step; returns the name of its status: 0 not needed, 1 pending, 2 required."""
        verdict, hanging = self._judge(step.when)
        for test, outcome in ((step.on, HOLDS), (step.off, FAILS)):
            if test:
                settled = self._judge(test)[0]
                hanging = f"(0 if {settled} == 2 else {hanging})"
                verdict = self._new(f"{outcome} if {settled} == 2 else {verdict}")
        self._lines.append(f"    q |= {hanging}")
        if step.variants:
            self._lines.append(f"    if {verdict}:")
            inner, self._lines = self._lines, []
            indent = 1
            for _, condition in step.variants:
                chosen, open_facts = self._judge(condition)
                self._lines += [f"    if {chosen} != 2:", f"        q |= {open_facts}"]
                inner += ["    " * indent + line for line in self._lines]
                self._lines, indent = [], indent + 1
            self._lines = inner
        return self._new(f"2 if {verdict} == 1 else {verdict}") if step.is_precaution else verdict


class Clips:
    """CLIPS (Rete) through clipspy: two rules a step, whether it holds and whether it may; no questions, no level."""

    DECISIONS_PER_LIFE = 400  # an environment slows down as it ages

    def __init__(self, rules):
        import clips
        self._clips, self._rules = clips, rules
        word = {name: clips.Symbol(name) for name in ["u", *(f"v{value}" for value in range(8))]}
        self._slots = [{1 << value: word[f"v{value}"] for value in range(8)} | {domain: word["u"]}
                       for domain in rules.domains]
        self._slot_names = [f"f{number}" for number in range(len(rules.domains))]
        self.renew()

    def renew(self):
        environment, self._left = self._clips.Environment(), self.DECISIONS_PER_LIFE
        environment.build("(defglobal ?*holds* = (create$) ?*may* = (create$))")
        environment.build(f"(deftemplate situation {' '.join(f'(slot {name})' for name in self._slot_names)})")
        for number, step in enumerate(self._rules.steps):
            for name, may in (("holds", False), ("may", True)):
                condition = self._pattern(step.when, may)
                if step.on:
                    condition = f"(or {self._pattern(step.on, False)} {condition})"
                if step.off:
                    condition = f"(and {condition} (not {self._pattern(step.off, False)}))"
                environment.build(f"(defrule {name}-{number} {condition} =>"
                                  f" (bind ?*{name}* (create$ ?*{name}* {number})))")
        self._environment = environment
        self._situation = environment.find_template("situation")
        self._holds, self._may = environment.find_global("holds"), environment.find_global("may")

    @property
    def is_worn_out(self):
        return self._left <= 0

    def decide(self, known):
        self._left -= 1
        self._environment.reset()
        self._situation.assert_fact(
            **{name: words[values] for name, words, values in zip(self._slot_names, self._slots, known)})
        self._environment.run()
        statuses = [0] * len(self._rules.steps)
        for step in self._may.value:
            statuses[step] = 2 if self._rules.steps[step].is_precaution else 1
        for step in self._holds.value:
            statuses[step] = 2
        return (statuses,)

    def _pattern(self, tree, may):
        if tree[0] == TEST:
            _, fact, values = tree
            words = [f"v{value}" for value in range(8) if values >> value & 1] + (["u"] if may else [])
            return f"(situation (f{fact} {'|'.join(words)}))"
        if tree[0] == NOT:
            return f"(not {self._pattern(tree[1][0], not may)})"
        if not tree[1]:
            return "(situation)" if tree[0] == ALL else "(not (situation))"
        return f"({'and' if tree[0] == ALL else 'or'} {' '.join(self._pattern(part, may) for part in tree[1])})"
