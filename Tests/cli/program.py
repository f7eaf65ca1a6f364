"""The program under test: asked from outside, as a person or another program would ask it."""

import json
import os
import shutil
import subprocess
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(os.environ.get("RUTA_CLONE", Path(__file__).resolve().parents[2]))
RUTA = os.environ["RUTA_BINARY"]
CATALOG = Path(os.environ.get("RUTA_CATALOG", ROOT / "Catalog"))

HERE = ["--district", "150135"]
NIGHT = ["--at", "2026-11-23T22:15:00-05:00"]
EXAMPLE = [*HERE, *NIGHT, "--fact", "age=doubted", "--fact", "sexual-exploitation=yes", "--fact", "danger=no"]


@dataclass
class Answer:
    """What one run gave."""

    code: int
    out: bytes
    err: bytes

    @property
    def text(self):
        return self.out.decode()

    @property
    def warning(self):
        return self.err.decode()

    @property
    def json(self):
        return json.loads(self.out, object_pairs_hook=without_repeats)

    @property
    def lines(self):
        """One JSON value a line, as `--batch` answers."""
        return [json.loads(line, object_pairs_hook=without_repeats) for line in self.out.splitlines()]


def without_repeats(pairs):
    """An object whose members keep their order; a name that comes twice is an error."""
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError(f"a member comes twice: {[name for name, _ in pairs]}")
    return members


def surroundings(**changes):
    """The environment of this process with our settings only; None takes a variable out."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("RUTA_")}
    wanted = {"RUTA_CATALOG": str(CATALOG), **changes}
    return {**clean, **{name: str(value) for name, value in wanted.items() if value is not None}}


def ruta(*arguments, given=b"", cwd=None, patience=120, **environment):
    """One run of the program: arguments are texts or bytes, `given` is its standard input."""
    done = subprocess.run([RUTA, *arguments], input=given, capture_output=True, cwd=cwd, timeout=patience,
                          env=surroundings(**environment))
    return Answer(done.returncode, done.stdout, done.stderr)


def many(calls):
    """The answers to several lists of arguments, in their order; some run at once."""
    with ThreadPoolExecutor(max(2, os.cpu_count() or 2)) as pool:
        return list(pool.map(lambda arguments: ruta(*arguments), calls))


def batch(*lines):
    """`ruta route --batch` on lines, each a text, bytes or a value to be written as JSON."""
    return ruta("route", "--batch", given=b"".join(as_bytes(line) + b"\n" for line in lines))


def as_bytes(line):
    if isinstance(line, bytes):
        return line
    return (line if isinstance(line, str) else json.dumps(line)).encode()


def situation(district="150135", at="2026-11-23T22:15:00-05:00", **facts):
    """A situation as `--batch` reads it; an underscore in a fact stands for its hyphen."""
    return {"district": district, "at": at, "facts": {name.replace("_", "-"): value for name, value in facts.items()}}


@contextmanager
def folder():
    """A folder of one's own that any user may look into."""
    with tempfile.TemporaryDirectory(prefix="ruta-cli-") as path:
        os.chmod(path, 0o755)
        yield Path(path)


@contextmanager
def changed_catalog(*edits):
    """A copy of the catalogue after edits (file, old, new); gives the copy and the line of each edit."""
    with folder() as place:
        copy = place / "Catalog"
        shutil.copytree(CATALOG, copy)
        lines = []
        for name, old, new in edits:
            text = (copy / name).read_text(encoding="utf-8")
            if old not in text:
                raise ValueError(f"expected '{old}' in {name}: the edit would change nothing")
            lines.append(text[:text.index(old)].count("\n") + 1)
            (copy / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        yield copy, lines


def as_nobody():
    """The start of a command line that runs the rest without root's rights; empty where there are none to give up."""
    if os.geteuid() != 0:
        return []
    return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


class CommandCase(unittest.TestCase):
    """What every refusal must keep to."""

    # Names of all 50 districts fit; what somebody typed must not make a line longer than that.
    LONGEST_LINE = 2_000

    def assertRefused(self, answer, code, *words):
        """One clear line on standard error that has the words, nothing on standard output, and the exit code."""
        self.assertEqual(answer.out, b"", "standard output")
        self.assertEqual(answer.code, code, answer.err[:300])
        self.assertOneLine(answer.err)
        for word in words:
            self.assertIn(word, answer.warning)

    def assertOneLine(self, said):
        text = said.decode()
        self.assertTrue(text.endswith("\n"), text[:300])
        self.assertEqual(len(text.splitlines()), 1, text[:300])
        strange = [character for character in text[:-1] if not character.isprintable()]
        self.assertEqual(strange, [], "characters that a terminal would obey")
        self.assertLess(len(text), self.LONGEST_LINE)

    def assertGiven(self, answer):
        """Success, and nothing on standard error."""
        self.assertEqual((answer.code, answer.err[:500]), (0, b""))
