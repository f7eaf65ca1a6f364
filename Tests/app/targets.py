"""The numbers that the app must keep, what was measured, and the table that is printed at the end."""

from dataclasses import dataclass

LENIENCE = 2
"""How many times over a time may be before the run fails. The table judges by the target itself, bytes, taps and requests always
fail; but a clock on a machine that others share says only whether something became twice as slow."""


@dataclass
class Target:
    what: str
    number: str
    measured: str = ""
    is_kept: bool | None = None


ALL = {
    "U1": Target("taps until the second call leaves", "≤ 4"),
    "U2": Target("time until the second call leaves", "median ≤ 45 s, p95 ≤ 60 s, the app's share ≤ 8 s"),
    "U3": Target("first load", "≤ 50 KB, ≤ 16 s on 2G, ≤ 3 s on 3G"),
    "U4": Target("later loads", "0 bytes, start ≤ 0.8 s at a sixth of the processor"),
    "U5": Target("a tap answers", "p98 ≤ 100 ms, seal and sign ≤ 20 ms, at a sixth"),
    "U6": Target("bytes for a report", "≤ 4 KB up, ≤ 2 KB down"),
    "U7": Target("battery", "no timer under 30 s unseen, no movement"),
    "U8": Target("targets for a thumb", "calls ≥ 96 px, others ≥ 56 px, 8 px apart"),
    "U9": Target("reach", "the first act in the lower 60 %"),
    "U10": Target("contrast", "text 7:1, calls 12:1 and 7:1, edges 4.5:1"),
    "U11": Target("letters", "≥ 18 px, calls ≥ 28 px, nothing sideways at 320 px and 200 %"),
    "U12": Target("a tab that dies at 200 moments", "0 answers lost"),
    "U13": Target("accessibility", "axe 0, both themes; the journey by keys"),
    "U14": Target("other eyes", "states differ by shape and word in 6 emulations"),
    "U15": Target("glare", "3:1 under a veil of light, and with reduced contrast"),
    "U16": Target("reading", "Szigriszt-Pazos ≥ 75, ≤ 15 words, no bare acronym"),
    "U23": Target("quick exit", "neutral ≤ 100 ms, no history"),
    "U24": Target("honest words", "no sending claimed before the answer, no call claimed at all"),
    "U25": Target("undo", "10 s on what is sent to the centre"),
    "U28": Target("old phones", "the journey without new features, and without script"),
    "U29": Target("no data for 30 days", "both calls and the SMS"),
}


def measured(name, found, is_kept):
    """Notes a figure; a target that is measured twice is kept only if it was kept both times."""
    target = ALL[name]
    if found not in target.measured:
        target.measured = f"{target.measured}; {found}" if target.measured else found
    target.is_kept = is_kept and target.is_kept is not False


def missing():
    return [name for name, target in ALL.items() if target.is_kept is None]


def table():
    """The table as text; only what was measured."""
    rows = [("", "target", "number", "measured", "kept")]
    for name, target in ALL.items():
        if target.is_kept is not None:
            rows.append((name, target.what, target.number, target.measured, "yes" if target.is_kept else "NO"))
    widths = [max(len(row[at]) for row in rows) for at in range(4)]
    return "\n".join(" | ".join(part.ljust(width) for part, width in zip(row, widths + [0])).rstrip() for row in rows)
