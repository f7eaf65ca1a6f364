"""Documents that must be true: paths named in the map and the readmes, links, anchors, decisions, lengths."""

import re
import sys
from pathlib import Path

from swift_source import finish, tracked

NAMING_PATHS = ("README.md", "LEEME.md", "CONTRIBUTING.md", "docs/map.md")
TOP = ("Sources/", "Tests/", "Catalog/", "Benchmarks/", "bin/", "docs/", ".ci/")
PARTS = ("Context", "Decision", "Alternatives considered", "Consequences", "Status")
README_LINES = 150


def prose(text):
    """A document without its code blocks."""
    return re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)


def paths_named(root, names, document):
    """Paths in `backquotes` that begin in this clone; <id> and * stand for any name, NAME/{a,b} for both."""
    text = (root / document).read_text(encoding="utf-8")
    known = {str(parent) for name in names for parent in Path(name).parents} | set(names)
    for path in re.findall(r"`([^`\s]+)`", text):
        if not path.startswith(TOP):
            continue
        for single in expanded(path.rstrip("/")):
            pattern = re.compile(re.sub(r"<[^>]*>|\\\*", "[^/]*", re.escape(single)))
            if not any(pattern.fullmatch(name) for name in known):
                yield f"{document}: {path} is not there"


def expanded(path):
    match = re.match(r"(.*)\{([^}]*)\}(.*)", path)
    return [match[1] + choice + match[3] for choice in match[2].split(",")] if match else [path]


def anchors(text):
    """The anchors of a document's titles, as the usual web views make them."""
    titles = re.findall(r"^#+ (.*)$", prose(text), re.M)
    return {re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-") for title in titles}


def links(root, document):
    text = (root / document).read_text(encoding="utf-8")
    found = re.findall(r"\]\(([^)\s]+)\)|(?:src|srcset|href)=\"([^\"]+)\"", prose(text))
    for target in (one or other for one, other in found):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (root / document).parent / path if path else root / document
        if not file.exists():
            yield f"{document}: the link to {target} leads nowhere"
        elif anchor and file.suffix == ".md" and anchor not in anchors(file.read_text(encoding="utf-8")):
            yield f"{document}: the link to {target} names no title"


def decisions(root, names):
    seen = {}
    for name in (name for name in names if name.startswith("docs/decisions/")):
        match = re.fullmatch(r"docs/decisions/(\d{4})-[a-z0-9-]+\.md", name)
        if not match:
            yield f"{name}: expected a name like 0001-what-was-decided.md"
            continue
        if match[1] in seen:
            yield f"{name}: number {match[1]} is used twice, first by {seen[match[1]]}"
        seen.setdefault(match[1], name)
        text = (root / name).read_text(encoding="utf-8")
        for part in PARTS:
            if not re.search(rf"^## {part}$", text, re.M):
                yield f"{name}: expected a part '{part}'"


def main(folder):
    root = Path(folder)
    names = tracked(root)
    findings = list(decisions(root, names))
    for document in (name for name in names if name.endswith(".md")):
        findings += links(root, document)
    for document in NAMING_PATHS:
        findings += paths_named(root, names, document)
    for document in ("README.md", "LEEME.md"):
        lines = (root / document).read_text(encoding="utf-8").count("\n")
        if lines >= README_LINES:
            findings.append(f"{document}: {lines} lines, expected under {README_LINES} lines")
    return finish(findings)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
