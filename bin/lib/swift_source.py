"""A small reader of Swift text: what is code, what is a string, what is a comment. No dependency."""

import re
import subprocess
from pathlib import Path

# What changes how the text after it is read; whatever stands between is passed over at once.
TURN = re.compile(r'//|/\*|(#*)("""|")|[()]')
BLOCK = re.compile(r"/\*|\*/")


class SwiftSource:
    """One file: `code` is the text with strings and comments blanked, of the same length and lines."""

    def __init__(self, path, name):
        self.name = name
        self.text = path.read_text(encoding="utf-8")
        self.strings = []  # (offset, literal without its interpolations)
        self.comments = []  # (offset, text)
        self._mask = list(self.text)
        self._read_code(0, None)
        self.code = "".join(self._mask)

    def line(self, offset):
        return self.text.count("\n", 0, offset) + 1

    def _blank(self, start, end):
        self._mask[start:end] = ["\n" if character == "\n" else " " for character in self._mask[start:end]]

    def _read_code(self, at, closing):
        """Reads code from `at`; inside an interpolation (`closing` is ')') up to its closing bracket."""
        text, depth = self.text, 0
        while turn := TURN.search(text, at):
            at, sign = turn.end(), turn[0]
            if sign == "//":
                end = text.find("\n", at)
                at = len(text) if end < 0 else end
                self._comment(turn.start(), at)
            elif sign == "/*":
                at = self._end_of_block(turn.start())
                self._comment(turn.start(), at)
            elif turn[2]:
                at = self._read_string(turn.start(), turn[1], turn[2])
            elif closing and sign == "(":
                depth += 1
            elif closing and sign == ")":
                if depth == 0:
                    return turn.start()
                depth -= 1
        return len(text)

    def _comment(self, start, end):
        self.comments.append((start, self.text[start:end]))
        self._blank(start, end)

    def _end_of_block(self, at):
        depth = 0
        for match in BLOCK.finditer(self.text, at):
            depth += 1 if match[0] == "/*" else -1
            if depth == 0:
                return match.end()
        return len(self.text)

    def _read_string(self, start, hashes, quote):
        text, escape, close = self.text, "\\" + hashes, quote + hashes
        at = blank_from = start + len(hashes) + len(quote)
        self._blank(start, at)
        words = []
        # An unfinished line ends a string too: the compiler will say so.
        turns = re.compile("|".join(map(re.escape, [escape, close] + (["\n"] if quote == '"' else []))))
        while (turn := turns.search(text, at)) and turn[0] == escape:
            at = turn.start()
            if text.startswith("(", turn.end()):
                words.append(text[blank_from:at])
                self._blank(blank_from, turn.end())
                at = self._read_code(turn.end() + 1, ")") + 1
                blank_from = at
            else:
                at = turn.end() + 1
        at = turn.start() if turn else max(at, len(text))
        words.append(text[blank_from:at])
        self.strings.append((start, "\u2026".join(words)))
        end = min(at + len(close), len(text))
        self._blank(blank_from, end)
        return end


def tracked(root):
    """Every file of the project, as paths relative to its folder; outside git, every file there is."""
    root = Path(root)
    if (root / ".git").exists():
        names = subprocess.run(
            ["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            check=True, capture_output=True, text=True).stdout.split("\0")
        return sorted(name for name in names if name and (root / name).is_file())
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


def swift_files(root, *folders):
    """The Swift files under some folders, read."""
    for name in tracked(root):
        if name.endswith(".swift") and name.split("/")[0] in folders:
            yield SwiftSource(Path(root) / name, name)


def exceptions(root, name):
    """The lines `file | what | reason` of an exceptions file, as {(file, what): reason}."""
    path, found = Path(root) / "bin" / name, {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else []:
        if line.strip() and not line.startswith("#"):
            file, what, reason = (part.strip() for part in line.split("|", 2))
            found[file, what] = reason
    return found


def finish(findings):
    """Prints the findings and gives the exit code."""
    for finding in findings:
        print(finding)
    return 1 if findings else 0
