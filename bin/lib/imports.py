"""The import rule of bin/import-rule, and where a clock or unseeded randomness may stand."""

import re
import sys
from pathlib import Path

from swift_source import finish, swift_files

IMPORT = re.compile(r"^[ \t]*(?:@\w+(?:\([^)]*\))?[ \t]+)*(?:(?:public|package|internal|fileprivate|private)[ \t]+)?"
                    r"import[ \t]+(?:(?:struct|enum|class|protocol|func|var|let|typealias)[ \t]+)?(\w+)", re.M)
CLOCKED = {"Composition", "ruta"}
WORLD = [
    (re.compile(r"\bDate\(\)|\b[A-Z]\w*\.now\b|(?<![\w\])])\.now\b|\bDispatchTime\b|\b(?:Continuous|Suspending)Clock\(\)|\bclock_gettime\b"),
     "a clock"),
    (re.compile(r"\bUUID\(\)|\bSystemRandomNumberGenerator\b|\.random(?:Element)?\((?![^()]*using:)"
                r"|\.random\((?![^\n]*using:)|\.shuffled\(\)|\.shuffle\(\)"), "unseeded randomness"),
]


def rule(root):
    """{target: the modules that it may import}, from the table."""
    rows = {}
    for line in (Path(root) / "bin/import-rule").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            target, *columns = (column.split() for column in line.split("|"))
            rows[target[0]] = {name for column in columns for name in column if name != "-"}
    return rows


def findings(root):
    allowed = rule(root)
    without_row = set()
    for source in swift_files(root, "Sources"):
        target = source.name.split("/")[1]
        if target not in allowed:
            without_row.add(target)
            continue
        for match in IMPORT.finditer(source.code):
            if match[1] not in allowed[target] | {"Swift", target}:
                yield f"{source.name}:{source.line(match.start(1))}: {target} may not import {match[1]}"
        for pattern, what in WORLD if target not in CLOCKED else []:
            for match in pattern.finditer(source.code):
                yield f"{source.name}:{source.line(match.start())}: {what} ({match[0]}): it is a port; see Composition"
    for target in sorted(without_row):
        yield f"Sources/{target}: {target} has no row in bin/import-rule"


if __name__ == "__main__":
    sys.exit(finish(list(findings(sys.argv[1]))))
