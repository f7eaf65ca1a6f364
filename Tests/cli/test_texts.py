"""The words of the command line: help in Spanish, no key without words, no words without a key, completion."""

import re
import shutil
import subprocess

from program import ROOT, CommandCase, folder, many, ruta

SOURCES = ROOT / "Sources" / "ruta"
COMMANDS = ["", "route", "directory", "card", "catalog", "catalog check", "catalog prove", "catalog show",
            "catalog compile", "catalog bundle", "serve", "setup", "practice", "practice fill", "practice code", "practice measure",
            "journal", "journal verify", "journal export", "journal head", "journal rebuild", "database", "database status",
            "database migrate", "database copy", "dossier", "receipt", "receipt verify",
            "receipt key", "unit", "unit found", "unit list", "unit recover"]
# What ArgumentParser itself says; it has no other language.
BORROWED = re.compile(r"^(?:OVERVIEW|USAGE|ARGUMENTS|OPTIONS|SUBCOMMANDS):|<subcommand>|--version\s+Show the version\."
                      r"|-h, --help\s+Show help information\.|See 'ruta help.*' for detailed help\.", re.M)
ENGLISH = re.compile(r"\b(?:the|of|and|with|without|for|is|are|was|file|folder|path|show|shows|read|write|when|where|"
                     r"what|port|value|option|default|if|from|each|every|one|line|to|in|on|by|or|time)\b")
PLACEHOLDER = re.compile(r"\{(\w+)\}")


def words():
    """The keys of es.yaml and their words; the file has one key a line."""
    found = {}
    for line in (SOURCES / "Texts" / "es.yaml").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            key, text = re.fullmatch(r"([\w.]+): +(\S.*)", line).groups()
            if key in found:
                raise ValueError(f"{key} is written twice")
            found[key] = text.strip('"')
    return found


def cases(file, after=""):
    """The cases of the first enumeration in a Swift file that stands after some words."""
    code = re.sub(r"//[^\n]*", "", (ROOT / "Sources" / file).read_text(encoding="utf-8").split(after, 1)[1])
    lists = re.findall(r"^\s*case ((?:\w+,\s*)*\w+)\s*$", code, re.M)
    return [name for names in lists for name in re.split(r",\s*", names)]


def swift(folder):
    for file in sorted((ROOT / "Sources" / folder).rglob("*.swift")):
        yield file, re.sub(r"//[^\n]*", "", file.read_text(encoding="utf-8"))


def balanced(code, start, pair):
    """The text between the bracket that opens at `start` and the one that closes it."""
    depth = 0
    for at in range(start, len(code)):
        depth += (code[at] == pair[0]) - (code[at] == pair[1])
        if depth == 0:
            return code[start + 1:at]
    raise ValueError(f"never closed: {code[start:start + 60]}")


def passed(code):
    """The names that a dictionary literal passes."""
    return set(re.findall(r'"(\w+)":', code))


class KeyTests(CommandCase):
    def test_every_key_has_words_and_all_words_have_a_key(self):
        written = {key for key in words() if not key.startswith("finding.")}
        declared = cases("ruta/Words/CommandText.swift", "enum CommandText")
        self.assertEqual(len(declared), len(set(declared)))
        self.assertEqual(written - set(declared), set(), "words without a key in CommandText.swift")
        self.assertEqual(set(declared) - written, set(), "keys without words in es.yaml")

    def test_every_key_is_said_somewhere(self):
        code = "".join(text for file, text in swift("ruta") if file.name != "CommandText.swift")
        unsaid = [key for key in words() if "." not in key and not re.search(rf"\.{key}\b", code)]
        self.assertEqual(unsaid, [])

    def test_every_finding_has_a_message_and_no_message_is_left_over(self):
        kinds = cases("Catalog/Reading/Finding.swift", "enum Kind")
        self.assertGreater(len(kinds), 40)
        written = {key.removeprefix("finding.") for key in words() if key.startswith("finding.")}
        self.assertEqual(written ^ set(kinds), set())

    def test_every_finding_is_found_somewhere(self):
        code = "".join(text for file, text in swift("Catalog") if file.name != "Finding.swift")
        self.assertEqual([kind for kind in cases("Catalog/Reading/Finding.swift", "enum Kind")
                          if not re.search(rf"\.{kind}\b", code)], [])

    def test_messages_name_what_the_code_passes(self):
        texts, checked = words(), set()
        for file, code in swift("ruta"):
            # Keys that a variable holds, as in `let key: CommandText = isLate ? .late : .early`.
            held = set(re.findall(r"\.(\w+)", " ".join(re.findall(r": CommandText = ([^\n]*)", code)))) & set(texts)
            for match in re.finditer(r"\bWords\[", code):
                inside = balanced(code, match.end() - 1, "[]")
                values = re.search(r'\[\s*"', inside)
                head = inside[:values.start()] if values else inside
                keys = set(re.findall(r"\.(\w+)", head)) & set(texts) or held
                given = passed(inside[values.start():]) if values else set()
                with self.subTest(f"{file.name}: {', '.join(sorted(keys))}"):
                    for key in keys:
                        named = set(PLACEHOLDER.findall(texts[key]))
                        self.assertLessEqual(named, given, f"'{key}' says what is not passed")
                    said = {name for key in keys for name in PLACEHOLDER.findall(texts[key])}
                    self.assertLessEqual(given, said, "a value is passed that no message says")
                checked |= keys
        with_placeholders = {key for key, text in texts.items() if "." not in key and PLACEHOLDER.search(text)}
        self.assertEqual(with_placeholders - checked, set(), "nobody fills these in")

    def test_findings_carry_what_their_message_names(self):
        texts, checked = words(), set()
        for file, code in swift("Catalog"):
            for match in re.finditer(r"\b(?:Finding|add)\(", code):
                inside = balanced(code, match.end() - 1, "()")
                kinds = [kind for kind in re.findall(r"\.(\w+)", inside) if f"finding.{kind}" in texts][:1]
                for kind in kinds:
                    if not re.match(rf"\s*\.{kind}\b", inside):
                        continue
                    checked.add(kind)
                    with self.subTest(f"{file.name}: {kind}"):
                        self.assertLessEqual(set(PLACEHOLDER.findall(texts[f"finding.{kind}"])), passed(inside))
        self.assertGreater(len(checked), 35)


class HelpTests(CommandCase):
    def test_every_command_has_help_in_spanish(self):
        for command, answer in zip(COMMANDS, many([*command.split(), "--help"] for command in COMMANDS)):
            with self.subTest(command or "ruta"):
                self.assertGiven(answer)
                ours = BORROWED.sub("", answer.text)
                ours = re.sub(r"ruta \S+ .*|--\w+|^  [a-z]+(?=  )", "", ours, flags=re.M)
                self.assertEqual(ENGLISH.findall(ours), [])
                self.assertRegex(answer.text, r"^OVERVIEW: \S.*\.\n")
                self.assertIsNone(PLACEHOLDER.search(answer.text))
                self.assertEqual([line for line in answer.text.splitlines()
                                  if len(line) > 100 and not line.startswith("USAGE:")], [])

    def test_every_option_says_what_it_is_for(self):
        for command, answer in zip(COMMANDS, many([*command.split(), "--help"] for command in COMMANDS)):
            with self.subTest(command or "ruta"):
                listed = answer.text.split("USAGE:")[1]
                silent = re.findall(r"^  (?:-|<)\S.*\n(?!   )", listed, re.M)
                self.assertEqual([line for line in silent if not re.search(r"(?:\S  |>) *[A-Z¿]", line)], [])

    def test_help_needs_no_catalogue(self):
        for arguments in (["--help"], ["help", "route"], ["help", "catalog", "prove"], ["--version"], []):
            with self.subTest(" ".join(arguments)):
                self.assertGiven(ruta(*arguments, cwd="/", RUTA_CATALOG="/nowhere"))

    def test_no_help_speaks_of_a_key(self):
        keys = [key for key in words() if re.search(r"[a-z][A-Z]", key)]
        for answer in many([*command.split(), "--help"] for command in COMMANDS):
            self.assertEqual([key for key in keys if key in answer.text], [])


class CompletionTests(CommandCase):
    def test_each_shell_gets_a_script_with_every_command(self):
        for shell in ("bash", "zsh", "fish"):
            with self.subTest(shell):
                answer = ruta("--generate-completion-script", shell, RUTA_CATALOG="/nowhere")
                self.assertGiven(answer)
                for name in {*" ".join(COMMANDS).split(), "district", "fact", "batch"}:
                    self.assertIn(name, answer.text)

    def test_shells_accept_their_script(self):
        with folder() as place:
            for shell in ("bash", "zsh", "fish"):
                if shell != "bash" and not shutil.which(shell):
                    continue
                with self.subTest(shell):
                    (place / shell).write_bytes(ruta("--generate-completion-script", shell).out)
                    done = subprocess.run([shell, "-n", place / shell], capture_output=True)
                    self.assertEqual((done.returncode, done.stderr), (0, b""))

    def test_bash_completes_a_command(self):
        script = ruta("--generate-completion-script", "bash").text
        ask = script + "\nCOMP_WORDS=(ruta ca); COMP_CWORD=1; COMP_LINE='ruta ca'; COMP_POINT=7\n_ruta ruta ca ruta\n" \
            "printf '%s\\n' \"${COMPREPLY[@]}\""
        done = subprocess.run(["bash", "-c", ask], capture_output=True, text=True)
        self.assertEqual(sorted(done.stdout.split()), ["card", "catalog"], done.stderr)

    def test_an_unknown_shell(self):
        answer = ruta("--generate-completion-script", "tcsh")
        self.assertEqual((answer.code, answer.out), (64, b""))
