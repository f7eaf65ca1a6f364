"""Presses the papers and looks at them: tagged, on one page, as they were, and legible as a photocopy."""

import sys
import tempfile
from pathlib import Path

from looks import FINDINGS, Look
from plants import PLANTS

HERE = Path(__file__).parent


def names(wanted):
    known = sorted(page.stem for page in (HERE / "golden").glob("*.html"))
    unknown = set(wanted) - set(known)
    if unknown or not known:
        sys.exit(f"expected names of papers ({' '.join(known)}), found {' '.join(sorted(unknown))}")
    return wanted or known


def record(folder):
    for name in names([]):
        Look(name, folder).record()
        print(f"recorded {name}")
    print("Look at every picture in Tests/papers/golden before you commit it.")


def check(wanted, folder):
    failed = 0
    for name in names(wanted):
        found = Look(name, folder).findings()
        failed += bool(found)
        print(f"{'failed' if found else 'passed'} {name}" + "".join(f"\n  {line}" for line in found))
    print(f"test-papers: {len(names(wanted)) - failed} papers as they should be, {failed} not")
    return failed


def self_test(folder):
    """Each plant spoils one paper in one way, and exactly that must be found."""
    missed = 0
    for plant in PLANTS:
        found = plant.look(folder).findings()
        good = any(line.startswith(plant.finding) for line in found)
        missed += not good
        print(f"{'found  ' if good else 'MISSED '} {plant.name}" + ("" if good else f": {found}"))
    assert {plant.finding for plant in PLANTS} == set(FINDINGS), "a finding that no plant proves"
    return missed


def main(asked):
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        if asked == ["--record"]:
            return record(folder)
        if asked == ["--self-test"]:
            return sys.exit(bool(self_test(folder)))
        sys.exit(bool(check(asked, folder)))


main(sys.argv[1:])
