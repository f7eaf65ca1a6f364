"""Budgets of Swift files and functions; bin/budget-exceptions lists what may be over, and why."""

import re
import sys
from statistics import median

from swift_source import exceptions, finish, swift_files

FILE_LINES, FUNCTION_LINES, NESTING, PARAMETERS = 300, 70, 3, 5
HEAD = re.compile(r"\b(func\s+(?P<func>[^\s(<]+)|(?P<init>init)\b[?!]?|(?P<subscript>subscript)\b)\s*(?=[<(])"
                  r"|\bvar\s+(?P<var>\w+)\s*:[^={}\n]*(?=\{)")
TYPE = re.compile(r"^(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private|final|indirect|open"
                  r"|nonisolated)\s+)*(?:struct|enum|class|actor|protocol|extension|typealias)\s+([\w.]+)", re.M)
PAIRS = {"(": ")", "[": "]", "{": "}", "<": ">"}
# Both brackets of a pair; arrows are not brackets.
BRACKETS = {opening: re.compile(rf"\{opening}|(?<!-)\{close}") for opening, close in PAIRS.items()}
BRACE = re.compile("[{}]")
# A line of an initialiser that only copies a parameter into the value, or says nothing.
COPY = re.compile(r"(?:(?:self\.)?\w+ = [\w.]+)?")


def closing(code, at):
    """Where the bracket that opens at `at` closes."""
    depth = 0
    for bracket in BRACKETS[code[at]].finditer(code, at):
        depth += 1 if bracket[0] == code[at] else -1
        if depth == 0:
            return bracket.start()
    return len(code) - 1


def parameters(code, start, end):
    """How many parameters stand between two brackets: the commas that are in no inner bracket."""
    depth = commas = 0
    for position in range(start + 1, end):
        if code[position] in "([{<":
            depth += 1
        elif code[position] in ")]}" or code[position] == ">" and code[position - 1] != "-":
            depth -= 1
        elif code[position] == "," and depth == 0:
            commas += 1
    inside = code[start + 1:end].strip()
    return 0 if not inside else commas + (0 if inside.endswith(",") else 1)


def deepest(code, start, end):
    """How many braces are open at once inside a body, its own left out."""
    depth = most = 0
    for brace in BRACE.finditer(code, start + 1, end):
        depth += 1 if brace[0] == "{" else -1
        most = max(most, depth)
    return most


def functions(source):
    """Every function, initialiser, subscript and computed property: name, lines, nesting, parameters."""
    code = source.code
    for head in HEAD.finditer(code):
        name = head["func"] or head["init"] or head["subscript"] or head["var"]
        at, count = head.end(), 0
        if not head["var"]:
            if code[at] == "<":
                at = code.index("(", closing(code, at))
            end = closing(code, at)
            count, at = parameters(code, at, end), end + 1
            rest = re.compile(r"[^{}\n=]*(?:\n\s*(?:where|throws|async|->|rethrows)[^{}\n]*)*\{").match(code, at)
            if not rest:
                continue  # a requirement of a protocol, or a call such as self.init(…)
            at = rest.end() - 1
        end = closing(code, at)
        if head["init"] and all(COPY.fullmatch(line.strip()) for line in code[at + 1:end].split("\n")):
            count = 0  # copies its parameters into the value: the value has as many parts
        yield (name, head.start(), source.line(end) - source.line(head.start()) + 1, deepest(code, at, end), count)


def file_findings(source):
    """What is wrong with the file as a whole, as (what, sentence)."""
    lines = source.text.count("\n")
    if lines > FILE_LINES:
        yield "file", f"{source.name}: {lines} lines, expected at most {FILE_LINES} lines"
    stem = source.name.split("/")[-1].removesuffix(".swift").split("+")[0]
    parts = {part for name in TYPE.findall(source.code) for part in [name, *name.split(".")]}
    if stem not in parts and stem not in ("main", "Package"):
        yield "name", f"{source.name}: expected a type named {stem} in it, found {', '.join(sorted(parts)) or 'none'}"


def function_findings(source, name, start, lines, nesting, count):
    place = f"{source.name}:{source.line(start)}: {name}()"
    if lines > FUNCTION_LINES:
        yield name, f"{place}: {lines} lines, expected at most {FUNCTION_LINES}"
    if nesting > NESTING:
        yield name, f"{place}: nested {nesting} deep, expected at most {NESTING}"
    if count > PARAMETERS:
        yield name, f"{place}: {count} parameters, expected at most {PARAMETERS}"


def main(root):
    excused, used, findings, file_sizes, sizes = exceptions(root, "budget-exceptions"), set(), [], [], []
    for source in swift_files(root, "Sources", "Tests", "Benchmarks"):
        found = list(file_findings(source))
        for function in functions(source):
            found += function_findings(source, *function)
            sizes.append(function[2])
        file_sizes.append(source.text.count("\n"))
        for what, sentence in found:
            if (source.name, what) in excused:
                used.add((source.name, what))
            else:
                findings.append(sentence)
    for file, what in sorted(excused.keys() - used):
        findings.append(f"bin/budget-exceptions: '{file} | {what}' excuses nothing: take the line out")
    print(f"{len(file_sizes)} files, median {median(file_sizes or [0]):.0f} lines, largest {max(file_sizes or [0])}; "
          f"{len(sizes)} functions, median {median(sizes or [0]):.0f}, longest {max(sizes or [0])}")
    return finish(findings)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
