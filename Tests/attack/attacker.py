"""Somebody who has everything that is published, knows every rule, counts without an error, and looks for one person.

What is attacked is a list of tables: each has dimensions and cells, and in a cell stands what is printed, or None for `·`.
The attacker never sees a true count; `judge` compares afterwards.

Two attacks are sound: what they say of a cell is certain. A cell below 11 counts as recovered where one of them leaves it
fewer than six possible values (less than 5 between the least and the most). The third only guesses, and is judged by
how often it is right beside somebody who always says the commonest value.
"""

import random
from dataclasses import dataclass, field

import numpy
from scipy.optimize import linprog, lsq_linear
from scipy.sparse import csr_matrix, lil_matrix

LEAST, BASE, WIDTH = 11, 5, 5
MOST = 1_000_000


@dataclass
class Published:
    """One cube: its tables by their dimensions, each with what is printed by the values of its cell."""

    name: str
    tables: dict
    slack: float = BASE // 2
    """By how much a printed count may be another one: two where it was rounded to five, none where it was not."""
    cells: list = field(default_factory=list)
    sums: list = field(default_factory=list)

    def __post_init__(self):
        self.cells = [(names, values) for names, table in self.tables.items() for values in table]
        place = {cell: number for number, cell in enumerate(self.cells)}
        for names, table in self.tables.items():
            for left in names:
                rest = tuple(name for name in names if name != left)
                if rest not in self.tables:
                    continue
                groups = {}
                for values in table:
                    kept = tuple(value for name, value in zip(names, values) if name != left)
                    groups.setdefault(kept, []).append(place[names, values])
                for kept, parts in groups.items():
                    self.sums.append((place[rest, kept], parts))
        self.place = place

    def printed(self, number):
        names, values = self.cells[number]
        return self.tables[names][values]

    def bounds(self):
        """What the rules alone say of each cell."""
        return [(0, MOST) if (seen := self.printed(number)) is None else (max(0, seen - self.slack), seen + self.slack)
                for number in range(len(self.cells))]


def pairs(published, tries, seed):
    """Random pairs of queries: a cell, and a second table that divides it; what is hidden is what is left over."""
    dice, bounds, found = random.Random(seed), published.bounds(), {}
    for _ in range(tries):
        whole, parts = dice.choice(published.sums)
        hidden = [part for part in parts if published.printed(part) is None]
        if published.printed(whole) is None or len(hidden) != 1:
            continue
        shown = [bounds[part] for part in parts if part != hidden[0]]
        least = max(0, bounds[whole][0] - sum(high for _, high in shown))
        most = bounds[whole][1] - sum(low for low, _ in shown)
        low, high = found.get(hidden[0], (0, MOST))
        found[hidden[0]] = (max(low, least), min(high, most))
    return found


def equations(published):
    matrix = lil_matrix((len(published.sums), len(published.cells)))
    for row, (whole, parts) in enumerate(published.sums):
        matrix[row, whole] = -1
        for part in parts:
            matrix[row, part] = 1
    return csr_matrix(matrix)


def linear(published, cells):
    """The least and the most that each cell can be, by linear programming over all tables of the cube at once."""
    matrix, bounds, found = equations(published), published.bounds(), {}
    nothing = numpy.zeros(len(published.sums))
    for cell in cells:
        ends = []
        for sign in (1, -1):
            cost = numpy.zeros(len(published.cells))
            cost[cell] = sign
            answer = linprog(cost, A_eq=matrix, b_eq=nothing, bounds=bounds, method="highs")
            if answer.status != 0:
                raise SystemExit(f"attack: the tables of {published.name} contradict each other: {answer.message}")
            ends.append(sign * answer.fun)
        # Counts are whole: what lies between two of them is none.
        found[cell] = (numpy.ceil(ends[0] - 1e-6), numpy.floor(ends[1] + 1e-6))
    return found


def guesses(published):
    """The most likely table, by least squares over everything that is printed and every sum."""
    matrix, bounds = equations(published), published.bounds()
    shown = [number for number in range(len(published.cells)) if published.printed(number) is not None]
    rows = lil_matrix((len(shown), len(published.cells)))
    for row, number in enumerate(shown):
        rows[row, number] = 1
    from scipy.sparse import vstack
    whole = vstack([matrix * 10, csr_matrix(rows)])
    aim = numpy.concatenate([numpy.zeros(len(published.sums)), [published.printed(number) for number in shown]])
    answer = lsq_linear(whole, aim, bounds=([0] * len(bounds), [high + 1e-6 for _, high in bounds]), max_iter=60)
    return numpy.rint(answer.x).astype(int)


@dataclass
class Verdict:
    """What came of the attacks on one cube."""

    name: str
    small: int = 0
    by_pairs: int = 0
    by_linear: int = 0
    tried: int = 0
    exact: int = 0
    guessed: float = 0
    commonest: float = 0
    wrong: int = 0

    @property
    def recovered(self):
        return self.by_pairs + self.by_linear

    def __str__(self):
        return (f"{self.name}: {self.small} cells below {LEAST}; recovered by pairs {self.by_pairs}, by programming "
                f"{self.by_linear} of {self.tried} (exactly {self.exact}); guessed {self.guessed:.0%}, "
                f"always the commonest {self.commonest:.0%}; printed wrongly {self.wrong}")


def judge(published, truth, tries=10_000, most=400, seed=1):
    """Attacks a cube and compares with the true counts, by table and values."""
    true = [truth[names].get(values, 0) for names, values in published.cells]
    verdict = Verdict(published.name)
    for number, count in enumerate(true):
        seen = published.printed(number)
        if seen is not None and (abs(seen - count) > published.slack or count < LEAST):
            verdict.wrong += 1
    hidden = [number for number in range(len(true)) if published.printed(number) is None and true[number] < LEAST]
    verdict.small = len(hidden)
    for cell, (low, high) in pairs(published, tries, seed).items():
        if true[cell] < LEAST and high - low < WIDTH:
            verdict.by_pairs += 1
    tried = hidden if len(hidden) <= most else nearest(published, hidden, most, seed)
    verdict.tried = len(tried)
    for cell, (low, high) in linear(published, tried).items():
        if not low <= true[cell] <= high:
            raise SystemExit(f"attack: {published.cells[cell]} is {true[cell]}, outside {low} to {high}: the attack is wrong")
        verdict.by_linear += high - low < WIDTH
        verdict.exact += high == low
    if hidden:
        said = guesses(published)
        verdict.guessed = sum(said[cell] == true[cell] for cell in hidden) / len(hidden)
        values = [true[cell] for cell in hidden]
        verdict.commonest = max(values.count(value) for value in set(values)) / len(hidden)
    return verdict


def nearest(published, hidden, most, seed):
    """Those of which the most is printed round about come first: they are the easiest to find; then some at random."""
    about = {cell: [] for cell in hidden}
    for whole, parts in published.sums:
        left = sum(published.printed(part) is None for part in parts) + (published.printed(whole) is None)
        for part in parts:
            if part in about:
                about[part].append(left)
    ordered = sorted(hidden, key=lambda cell: min(about[cell], default=MOST))
    first, rest = ordered[:most * 3 // 4], ordered[most * 3 // 4:]
    return first + random.Random(seed).sample(rest, min(len(rest), most - len(first)))
