#!/usr/bin/env python3
"""Runs the browser tests; the last line is "N passed, N failed".

    run.py --ruta PROGRAM --catalog FOLDER --chromium PROGRAM --pictures FOLDER [--self-test] [THEME]...

A theme is a file test_<theme>.py. With --self-test every theme must find the faults that it plants itself.
"""

import argparse
import importlib
import sys
import tempfile
import time
import traceback
from pathlib import Path

from playwright.sync_api import sync_playwright

import house
from suite import Suite

HERE = Path(__file__).parent
MOST_SHOWN = 30


def themes(wanted):
    """The suites of the themes asked for, or of all, in alphabetical order."""
    names = sorted(file.stem.removeprefix("test_") for file in HERE.glob("test_*.py"))
    unknown = set(wanted) - set(names)
    if unknown:
        sys.exit(f"expected a theme of {', '.join(names)}; found {', '.join(sorted(unknown))}")
    for name in names:
        if not wanted or name in wanted:
            module = importlib.import_module(f"test_{name}")
            yield name, next(value for value in vars(module).values() if isinstance(value, Suite))


def outcome(case, home):
    """What one test or plant found; a test that breaks has found that it breaks."""
    try:
        return list(case.look(home) or [])
    except Exception as fault:
        where = traceback.extract_tb(fault.__traceback__)[-1]
        trail = [frame for frame in traceback.extract_tb(fault.__traceback__) if str(HERE) in frame.filename]
        at = trail[-1] if trail else where
        return [f"{type(fault).__name__} at {Path(at.filename).name}:{at.lineno}: {' '.join(str(fault).split())[:400]}"]


def judged(case, found):
    """The findings that count against a case: a plant must be found, a test must find nothing."""
    if case.expected is None:
        return found
    if any(case.expected in finding for finding in found):
        return []
    return [f"expected '{case.expected}' to be found, found: {found[:3] or 'nothing'}"]


def run(home, wanted, is_self_test):
    passed = failed = 0
    for theme, suite in themes(wanted):
        for case in suite.plants if is_self_test else suite.tests:
            started = time.monotonic()
            findings = judged(case, outcome(case, home))
            passed, failed = (passed, failed + 1) if findings else (passed + 1, failed)
            print(f"{'FAIL' if findings else 'ok  '} {theme}: {case.sentence} ({time.monotonic() - started:.1f} s)", flush=True)
            for finding in findings[:MOST_SHOWN]:
                print(f"     - {finding}")
            if len(findings) > MOST_SHOWN:
                print(f"     - and {len(findings) - MOST_SHOWN} more")
        for line in () if is_self_test else suite.notes:
            print(f"     . {line}")
    return passed, failed


def say_where(home):
    """Starts the server that most tests visit: without it nothing can be tested."""
    print(f"testing {home.ruta} at {home.open.address}", flush=True)


def main():
    options = argparse.ArgumentParser()
    for name in ("--ruta", "--catalog", "--chromium", "--pictures"):
        options.add_argument(name, type=Path, required=True)
    options.add_argument("--self-test", action="store_true")
    options.add_argument("theme", nargs="*")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="ruta-browser-") as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(asked.chromium), args=["--no-sandbox"])
        with house.House(browser, asked.ruta, asked.catalog, Path(folder), asked.pictures) as home:
            try:
                say_where(home)
            except RuntimeError as refusal:
                sys.exit(f"{refusal}\n0 passed, 1 failed")
            passed, failed = run(home, asked.theme, asked.self_test)
        browser.close()
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
