#!/usr/bin/env python3
"""Runs the tests of the app in a real browser; the last line is "N passed, N failed".

    run.py --ruta PROGRAM --catalog FOLDER --chromium PROGRAM --pictures FOLDER [--self-test] [THEME]...

A theme is a file test_<theme>.py. With --self-test every theme must find the faults that it plants itself. The table of the
targets is printed at the end and kept beside the pictures; without a theme named, a target that nobody measured is a failure.
"""

import argparse
import importlib.util
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "browser"), str(HERE.parent / "canary")]

import street  # noqa: E402
import targets  # noqa: E402
from suite import Suite, run  # noqa: E402


def themes(wanted):
    """The suites of the themes asked for, or of all, in alphabetical order."""
    names = sorted(file.stem.removeprefix("test_") for file in HERE.glob("test_*.py"))
    unknown = set(wanted) - set(names)
    if unknown:
        sys.exit(f"expected a theme of {', '.join(names)}; found {', '.join(sorted(unknown))}")
    for name in names:
        if not wanted or name in wanted:
            yield name, load(name)


def load(name):
    """The suite of a theme of this folder, whatever the other folder calls its own."""
    spec = importlib.util.spec_from_file_location(f"app_{name}", HERE / f"test_{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return next(value for value in vars(module).values() if isinstance(value, Suite))


def tell(home, wanted):
    """Prints the table; returns how many targets should have been measured and were not."""
    table = targets.table()
    print(f"\n{table}\n")
    home.pictures.mkdir(parents=True, exist_ok=True)
    (home.pictures / "targets.txt").write_text(table + "\n")
    absent = [] if wanted else targets.missing()
    for name in absent:
        print(f"FAIL targets: expected {name} to be measured ({targets.ALL[name].what})")
    return len(absent)


def main():
    options = argparse.ArgumentParser()
    for name in ("--ruta", "--catalog", "--chromium", "--pictures"):
        options.add_argument(name, type=Path, required=True)
    options.add_argument("--self-test", action="store_true")
    options.add_argument("theme", nargs="*")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="ruta-app-") as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(asked.chromium), args=street.FLAGS)
        places = browser, asked.ruta, asked.catalog, Path(folder), asked.pictures
        with street.Street(playwright, *places) as home:
            home.chromium = asked.chromium
            passed, failed = run(home, themes(asked.theme), asked.self_test, HERE)
            if not asked.self_test:
                failed += tell(home, asked.theme)
        browser.close()
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
