"""What a theme consists of: tests that must find nothing, and plants that must be found."""

import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

MOST_SHOWN = 30


@dataclass
class Case:
    sentence: str
    look: Callable
    """Takes the house and gives findings, each a sentence."""
    expected: str | None = None
    """For a plant: what one of the findings must say."""


@dataclass
class Suite:
    tests: list = field(default_factory=list)
    plants: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    """Figures to print after the theme, found or not."""

    def test(self, sentence):
        def keep(look):
            self.tests.append(Case(sentence, look))
            return look
        return keep

    def plant(self, sentence, expected):
        def keep(look):
            self.plants.append(Case(sentence, look, expected))
            return look
        return keep


def outcome(case, home, folder):
    """What one test or plant found; a test that breaks has found that it breaks, and where in the folder."""
    try:
        return list(case.look(home) or [])
    except Exception as fault:
        trail = traceback.extract_tb(fault.__traceback__)
        at = next((frame for frame in reversed(trail) if str(folder) in frame.filename), trail[-1])
        return [f"{type(fault).__name__} at {Path(at.filename).name}:{at.lineno}: {' '.join(str(fault).split())[:500]}"]


def judged(case, found):
    """The findings that count against a case: a plant must be found, a test must find nothing."""
    if case.expected is None:
        return found
    if any(case.expected in finding for finding in found):
        return []
    return [f"expected '{case.expected}' to be found, found: {found[:3] or 'nothing'}"]


def run(home, suites, is_self_test, folder):
    """Runs (theme, suite) one after another and prints each line as it comes; returns how many passed and failed."""
    passed = failed = 0
    for theme, suite in suites:
        for case in suite.plants if is_self_test else suite.tests:
            started = time.monotonic()
            findings = judged(case, outcome(case, home, folder))
            passed, failed = (passed, failed + 1) if findings else (passed + 1, failed)
            print(f"{'FAIL' if findings else 'ok  '} {theme}: {case.sentence} ({time.monotonic() - started:.1f} s)", flush=True)
            for finding in findings[:MOST_SHOWN]:
                print(f"     - {finding}", flush=True)
            if len(findings) > MOST_SHOWN:
                print(f"     - and {len(findings) - MOST_SHOWN} more", flush=True)
        for line in () if is_self_test else suite.notes:
            print(f"     . {line}")
    return passed, failed
