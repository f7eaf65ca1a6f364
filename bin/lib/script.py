"""The rules of the street app's script: typed, for Chrome 80, silent, nothing read as markup, within its budget."""

import gzip
import json
import re
import sys
from pathlib import Path

BUDGET = 20 * 1024
FOLDER = "Sources/Web/Assets/app"
ENTRIES = ["start.js", "app.js", "background.js", "bundle.js", "keys.js"]
# Loaded by hand, never with the journey.
LAZY = {"lock.js", "qr.js", "frames.js", "handover.js", "swap.js", "tray.js", "device.js", "sms.js", "memory.js", "sw.js",
        "rescue.js", "unseal.js"}
EXPORT = re.compile(r"^export (?:async )?(function|class|const) (\w+)", re.M)
IMPORT = re.compile(r"^import \{([^}]*)\} from '\./([\w-]+\.js)';", re.M)
FORBIDDEN = [
    (r"\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser", "reads text as markup"),
    (r"\beval\(|new Function\(|set(?:Timeout|Interval)\(\s*['\"`]", "runs text as code"),
    (r"\blocalStorage\.(?!theme\b)\w+|localStorage\[|localStorage\.setItem", "keeps something in clear in localStorage"),
    (r"\bsessionStorage\.(?!setItem\('cut')\w+", "keeps something in clear in sessionStorage"),
    (r"\bvibrate\(|new Audio\b|AudioContext|new Notification|showNotification|SpeechRecognition|torch", "makes noise or light"),
    (r"https?://(?!www\.w3\.org/2000/svg)", "names a host"),
    (r"^(?:static )?#\w+|this\.#\w+", "a private field: Chrome 80 has none"),
    (r"\|\|=|&&=|\?\?=", "a logical assignment: Chrome 80 has none"),
    (r"\.replaceAll\(|\.at\(-?\d|structuredClone\(|Object\.hasOwn\(|Promise\.any\(|AbortSignal\.timeout|\.findLast\(", "an API that Chrome 80 lacks"),
    (r"console\.\w+\(|\bdebugger\b|\balert\(", "says something to whoever debugs"),
]


def stripped(text):
    """The text as the server sends it (Sources/Web/Delivery/Minifier.swift)."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    lines = (line.strip(" ") for line in text.split("\n"))
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def texts(code):
    """Every quoted text of a module; comments are passed over."""
    token = re.compile(r"/\*.*?\*/|//[^\n]*|'(?:\\.|[^'\\\n])*'|\"(?:\\.|[^\"\\\n])*\"|`(?:\\.|[^`\\])*`", re.S)
    return [match[0] for match in token.finditer(code) if match[0][0] in "'\"`"]


def typed(text, at):
    """Whether the comment before an export says its types."""
    before = text[:at].rstrip()
    if not before.endswith("*/"):
        return False
    comment = before[before.rindex("/**"):]
    head = text[at:text.index("\n", at)]
    if "function" not in head:
        return True
    inside = re.search(r"\(([^)]*)\)", head)
    count = len([name for name in inside[1].split(",") if name.strip()]) if inside else 0
    return len(re.findall(r"@param \{", comment)) >= count


def journey(modules):
    """The modules that the journey loads: what the entry imports, and what that imports."""
    found, waiting = [], list(ENTRIES)
    while waiting:
        name = waiting.pop()
        if name in found or name not in modules:
            continue
        found.append(name)
        waiting += [match[2] for match in IMPORT.finditer(modules[name])]
    return sorted(found)


def findings(root):
    modules = {path.name: path.read_text() for path in sorted((root / FOLDER).glob("*.js"))}
    for name, text in modules.items():
        where = f"{FOLDER}/{name}"
        if "// @ts-check" not in text.split("\n")[:3]:
            yield f"{where}: expected // @ts-check at its head"
        if len(text.split("\n")) > 400:
            yield f"{where}: expected at most 400 lines"
        code = stripped(text)
        for pattern, why in FORBIDDEN:
            for match in re.finditer(pattern, code, re.M):
                yield f"{where}: {why}: {match[0].strip()}"
        if re.search(r"^(?:const|let) [^=\n]+= await |^await ", text, re.M):
            yield f"{where}: await at the top of a module: Chrome 80 has none"
        for match in EXPORT.finditer(text):
            if not typed(text, match.start()):
                yield f"{where}: {match[2]} is exported without its types"
        for match in IMPORT.finditer(text):
            rest = text.replace(match[0], "")
            if match[2] not in modules:
                yield f"{where}: imports {match[2]}, which is not there"
            for given in match[1].split(","):
                if not re.search(rf"\b{given.strip()}\b", rest):
                    yield f"{where}: imports {given.strip()} and does not use it"
        if any("/*" in literal for literal in texts(text)):
            yield f"{where}: a comment mark inside a text, which the server would cut"
    loaded = journey(modules)
    for name in sorted(LAZY & set(loaded)):
        yield f"{FOLDER}/{name}: expected to be loaded only when needed"
    pack = json.dumps({name: stripped(modules[name]) for name in loaded}, ensure_ascii=False)
    total = len(gzip.compress(pack.encode(), 9, mtime=0))
    print("script: the street journey loads, in one pack, " + ", ".join(loaded))
    print(f"script: {total} bytes gzipped, {BUDGET} allowed")
    if total > BUDGET:
        yield f"{FOLDER}: {total} bytes gzipped in the street journey, {BUDGET} allowed"


found = list(findings(Path(sys.argv[1])))
print("\n".join(found))
sys.exit(1 if found else 0)
