"""`ruta catalog`: check, prove, show and compile, on the catalogue, on faulty copies, and on none at all."""

import json
import os
import re
import subprocess
import time

from program import (CATALOG, EXAMPLE, RUTA, Answer, CommandCase, as_nobody, changed_catalog, folder, many, ruta,
                     surroundings)

NOTIFY = "steps/2-notify.yaml"
FAULTS = [
    (NOTIFY, "sources: [manual-2,", "sources: [nowhere,"),
    ("contacts/prosecutors.yaml", 'value: "939479473"', 'value: "93947947"'),
    ("territory/holidays.yaml", "2026-04-02", "2026-02-30"),
]
SAID = ["nowhere", "93947947", "2026-02-30"]


def places(copy, edit, line):
    """Where a finding about an edit may stand: on its line, or where its item begins."""
    name = edit[0]
    text = (copy / name).read_text(encoding="utf-8").splitlines()
    start = max(number for number, words in enumerate(text[:line], 1) if words.startswith("- "))
    return [f"{name}:{line}: ", f"{name}:{start}: "]


class CheckTests(CommandCase):
    def test_a_clean_catalogue(self):
        answer = ruta("catalog", "check")
        self.assertGiven(answer)
        self.assertIn("50 pasos", answer.text)
        self.assertIn("50 distritos", answer.text)
        self.assertIn("56 señales", answer.text)

    def test_every_fault_with_its_file_and_line(self):
        with changed_catalog(*FAULTS) as (copy, lines):
            answer = ruta("catalog", "check", "--catalog", copy)
            self.assertEqual((answer.code, answer.err), (1, b""))
            for edit, line, said in zip(FAULTS, lines, SAID):
                found = [told for told in answer.text.splitlines() if said in told]
                self.assertEqual(len(found), 1, answer.text)
                self.assertTrue(found[0].startswith(tuple(places(copy, edit, line))), f"line {line}: {found}")
            *findings, count = answer.text.splitlines()
            self.assertIn(str(len(findings)), count)

    def test_findings_come_in_the_order_of_the_files(self):
        with changed_catalog(*FAULTS) as (copy, _):
            findings = ruta("catalog", "check", "--catalog", copy).text.splitlines()[:-1]
        places = [re.match(r"([\w./-]+):(\d+): ", finding) for finding in findings]
        self.assertNotIn(None, places, findings)
        keys = [(place[1], int(place[2])) for place in places]
        self.assertEqual(keys, sorted(keys))

    def test_a_catalogue_that_is_not_there(self):
        with folder() as place:
            (place / "file").write_text("")
            (place / "empty").mkdir()
            for name in ("nowhere", "file"):
                with self.subTest(name):
                    self.assertRefused(ruta("catalog", "check", "--catalog", place / name), 66, str(place / name))
                    self.assertRefused(ruta("route", *EXAMPLE, RUTA_CATALOG=place / name), 66, str(place / name))
            self.assertRefused(ruta("route", *EXAMPLE, cwd=place / "empty", RUTA_CATALOG=None), 66, "--catalog")

    def test_an_empty_folder_is_no_catalogue(self):
        with folder() as place:
            answer = ruta("catalog", "check", "--catalog", place)
            self.assertIn(answer.code, (1, 66))
            self.assertIn("catalog.yaml" if answer.code == 1 else str(place), answer.text + answer.warning)
            self.assertIn(ruta("route", *EXAMPLE, "--catalog", place).code, (66, 78))

    def test_a_file_that_may_not_be_read(self):
        with changed_catalog() as (copy, _):
            os.chmod(copy / NOTIFY, 0o000)
            done = subprocess.run([*as_nobody(), RUTA, "route", *EXAMPLE, "--catalog", copy], capture_output=True,
                                  env=surroundings())
            self.assertEqual((done.returncode, done.stdout), (66, b""))
            self.assertOneLine(done.stderr)
            self.assertIn("2-notify.yaml", done.stderr.decode())

    def test_hostile_files_are_findings(self):
        for name, bytes_ in (("no text", b"\xff\xfe\x00"), ("no YAML", b"a: [b\n- c"), ("deep", b"[" * 20_000),
                             ("an alias that grows", b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
                                 b"%c: &%c [%s]\n" % (97 + n, 97 + n, b",".join([b"*%c" % (96 + n)] * 9))
                                 for n in range(1, 9))),
                             ("empty", b""), ("a scalar", b"hola\n")):
            with self.subTest(name), changed_catalog() as (copy, _):
                (copy / NOTIFY).write_bytes(bytes_)
                answer = ruta("catalog", "check", "--catalog", copy, patience=30)
                self.assertEqual((answer.code, answer.err), (1, b""))
                self.assertRegex(answer.text, rf"(?m)^{NOTIFY}")


class BrokenCatalogTests(CommandCase):
    def test_every_command_refuses_it_and_lists_every_finding(self):
        with changed_catalog(*FAULTS) as (copy, _), folder() as place:
            expected = set(ruta("catalog", "check", "--catalog", copy).text.splitlines()[:-1])
            commands = [["route", *EXAMPLE], ["route", *EXAMPLE, "--json"], ["route", "--batch"], ["directory"],
                        ["card", "--district", "150135"], ["catalog", "show", "D-01"],
                        ["catalog", "compile", str(place / "rules")],
                        ["serve", "--port", "0", "--data", str(place / "data" / "ruta.sqlite")]]
            for command, answer in zip(commands, many([*command, "--catalog", str(copy)] for command in commands)):
                with self.subTest(" ".join(command)[:40]):
                    self.assertEqual((answer.code, answer.out), (78, b""))
                    *findings, last = answer.warning.splitlines()
                    self.assertEqual(set(findings), expected)
                    self.assertIn(str(len(findings)), last)
            self.assertEqual(list(place.iterdir()), [], "a command wrote something all the same")


class ProveTests(CommandCase):
    def test_eight_rules_over_every_situation(self):
        started = time.monotonic()
        answer = ruta("catalog", "prove")
        self.assertLess(time.monotonic() - started, 60)
        self.assertGiven(answer)
        rules = re.findall(r"^✓ Regla (\d)\. \S.* ([\d,]+) combinaciones\.$", answer.text, re.M)
        self.assertEqual([number for number, _ in rules], list("12345678"))
        told = re.search(r"^Se recorrieron ([\d,]+) combinaciones\. Valen por ([\d.]+) × 10\^(\d+) situaciones",
                         answer.text, re.M)
        self.assertTrue(told, answer.text)
        self.assertEqual(sum(int(count.replace(",", "")) for _, count in rules), int(told[1].replace(",", "")))
        self.assertGreaterEqual(float(told[2]) * 10 ** int(told[3]), 1e15)

    def test_a_contradiction_with_an_example_in_words(self):
        planted = [
            (1, (NOTIFY, "  when: always\n  precaution: no", "  when: {victim-present: [yes]}\n  precaution: no"),
             ["sin saber nada", "notify-prosecutor", "Fiscal"]),
            (2, ("steps/4-protection.yaml", "when: {all: [{age: [adult]}, {shelter-needed: [yes]}]}",
                 "when: {shelter-needed: [yes]}"), ["shelter-needed = yes", "adult-shelter", "Hogar de Refugio"]),
            (3, (NOTIFY, "when: {official-implicated: [no, serenazgo, other]}",
                 "when: {official-implicated: [no, police, other]}"),
             ["official-implicated = police", "notify-police", "omisaría"]),
            (4, ("steps/1-safety.yaml", "when: {danger: [yes]}",
                 "when: {all: [{danger: [yes]}, {victim-present: [yes]}]}"), ["danger = yes", "emergency-police"]),
        ]
        for number, edit, words in planted:
            with self.subTest(f"rule {number}"), changed_catalog(edit) as (copy, _):
                answer = ruta("catalog", "prove", "--catalog", copy)
                self.assertEqual(answer.code, 1)
                after = answer.text.split(f"✗ Regla {number}. ", 1)
                self.assertEqual(len(after), 2, answer.text)
                example = after[1].split("Regla ")[0]
                self.assertIn("Ejemplo: ", example)
                for word in words:
                    self.assertIn(word, example)
                self.assertIsNone(re.search(r"\{\w+\}|: ;|: \.|entidad: $", example), example)

    def test_a_catalogue_with_findings_is_proved_with_a_warning(self):
        with changed_catalog(FAULTS[1]) as (copy, _):
            answer = ruta("catalog", "prove", "--catalog", copy)
            self.assertEqual(answer.code, 0)
            self.assertOneLine(answer.err)

    def test_a_catalogue_that_cannot_be_read_is_not_proved(self):
        with changed_catalog((NOTIFY, "  phase: notify", "  phase: [notify")) as (copy, _):
            answer = ruta("catalog", "prove", "--catalog", copy)
            self.assertEqual((answer.code, answer.out), (78, b""))
            self.assertIn(NOTIFY, answer.warning)


class ShowTests(CommandCase):
    def test_an_item_of_every_kind(self):
        wanted = {
            "notify-police": ["Comunique a la comisaría", "D-01", "official-implicated", "steps/2-notify.yaml:"],
            "fistrap": ["Fiscal", "institutions/fistrap.yaml:"], "hrt": ["Refugio", "institutions/hrt.yaml:"],
            "fistrap-lima-norte": ["anexo 2424", "contacts/prosecutors.yaml:"],
            "age": ["minor: ", "doubted: ", "adult: ", "notify-child-protection", "facts/1-street.yaml:"],
            "office-hours": ["emergency-centre", "facts/3-derived.yaml:"], "A01": ["indicators/a-immediate.yaml:"],
            "D-15": ["D-15", "deadlines/child.yaml:"], "D-01": ["Meta interna: PT5M"],
            "duty-monitoring": ["Deber 9", "steps/5-follow-up.yaml:"],
            "manual-2": ["sección 2", "sources/manual.yaml:"], "150135": ["San Martín de Porres", "Lima Norte"],
            "captacion": ["Captación"], "warning-reflection-period": ["El manual dice", "La ley de hoy dice"],
        }
        for (name, words), answer in zip(wanted.items(), many(["catalog", "show", name] for name in wanted)):
            with self.subTest(name):
                self.assertGiven(answer)
                for word in words:
                    self.assertIn(word, answer.text)
                self.assertLessEqual(max(map(len, answer.text.splitlines())), 100)
                self.assertNotIn("Optional(", answer.text)

    def test_a_shown_place_is_the_place(self):
        for name in ("notify-police", "fistrap-lima-norte", "D-15", "150135"):
            with self.subTest(name):
                text = ruta("catalog", "show", name).text
                file, line = re.search(r"^Archivo: ([\w./-]+):(\d+)$", text, re.M).groups()
                self.assertIn(name, (CATALOG / file).read_text(encoding="utf-8").splitlines()[int(line) - 1])

    def test_an_unknown_id(self):
        self.assertRefused(ruta("catalog", "show", "zzzz"), 64, "«zzzz»")
        self.assertRefused(ruta("catalog", "show", "notify"), 64, "«notify»", "notify-police", "notify-prosecutor")


class CompileTests(CommandCase):
    def test_it_writes_what_it_says(self):
        with folder() as place:
            rules, names = place / "rules", place / "names.json"
            answer = ruta("catalog", "compile", rules, "--names", names)
            self.assertGiven(answer)
            self.assertIn(f"{rules.stat().st_size} bytes", answer.text)
            meaning = json.loads(names.read_bytes())
            self.assertEqual(set(meaning), {"version", "hash", "facts", "steps", "institutions", "levels", "districts"})
            self.assertEqual((len(meaning["steps"]), len(meaning["districts"]), len(meaning["facts"])), (50, 50, 35))
            self.assertEqual(meaning["hash"], ruta("route", *EXAMPLE, "--json").json["catalog"]["hash"])
            again = place / "again"
            self.assertGiven(ruta("catalog", "compile", again))
            self.assertEqual(again.read_bytes(), rules.read_bytes())

    def test_a_path_that_cannot_be_written(self):
        with folder() as place:
            self.assertRefused(ruta("catalog", "compile", place / "no" / "rules"), 73, str(place / "no" / "rules"))
            self.assertRefused(ruta("catalog", "compile", place), 73, str(place))
            answer = ruta("catalog", "compile", place / "rules", "--names", place / "no" / "names")
            self.assertRefused(answer, 73, str(place / "no" / "names"))
            os.chmod(place, 0o555)
            done = subprocess.run([*as_nobody(), RUTA, "catalog", "compile", place / "forbidden"], capture_output=True,
                                  env=surroundings())
            os.chmod(place, 0o755)
            self.assertRefused(Answer(done.returncode, done.stdout, done.stderr), 73, str(place / "forbidden"))
