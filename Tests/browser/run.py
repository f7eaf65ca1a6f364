#!/usr/bin/env python3
"""Runs the browser tests; the last line is "N passed, N failed".

    run.py --ruta PROGRAM --catalog FOLDER --chromium PROGRAM --pictures FOLDER [--self-test] [--postgres] [THEME]...

A theme is a file test_<theme>.py. With --postgres every server keeps its register in a PostgreSQL of the run instead of a
file. With --self-test every theme must find the faults that it plants itself.
"""

import argparse
import importlib
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import house
from register import Databases, Files
from suite import Suite, run

HERE = Path(__file__).parent


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


def say_where(home):
    """Starts the server that most tests visit: without it nothing can be tested."""
    print(f"testing {home.ruta} at {home.open.address}", flush=True)


def main():
    options = argparse.ArgumentParser()
    for name in ("--ruta", "--catalog", "--chromium", "--pictures"):
        options.add_argument(name, type=Path, required=True)
    options.add_argument("--self-test", action="store_true")
    options.add_argument("--postgres", action="store_true")
    options.add_argument("theme", nargs="*")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="ruta-browser-") as folder, sync_playwright() as playwright:
        registers = Databases() if asked.postgres else Files()
        browser = playwright.chromium.launch(executable_path=str(asked.chromium), args=["--no-sandbox"])
        with house.House(browser, asked.ruta, asked.catalog, Path(folder), asked.pictures, registers) as home:
            try:
                say_where(home)
            except RuntimeError as refusal:
                sys.exit(f"{refusal}\n0 passed, 1 failed")
            passed, failed = run(home, themes(asked.theme), asked.self_test, HERE)
        browser.close()
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
