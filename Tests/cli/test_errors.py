"""Bad input: one line that names it and lists what is allowed, exit 64, nothing on standard output."""

import json

import oracle
from program import CATALOG, HERE, NIGHT, CommandCase, many, ruta

ESCAPE, BELL = "\x1b[31m", "\x07"
HOSTILE = {
    "line breaks": "a\nb\rc\u2028d\u2029e\u0085f\x0bg\x0ch", "orders to a terminal": f"a{ESCAPE}b{BELL}c\x08d\u202ee",
    "100,000 letters": "y" * 100_000, "bytes that are not UTF-8": b"\xff\xfe\x80",
}


def joined(before, text):
    """Text before a hostile part, which may be bytes."""
    return before.encode() + text if isinstance(text, bytes) else before + text


class RefusalTests(CommandCase):
    def route(self, *arguments):
        return ruta("route", *HERE, *NIGHT, *arguments)

    def test_an_unknown_fact(self):
        answer = self.route("--fact", "agge=adult")
        self.assertRefused(answer, 64, "«agge»", *[f for f in oracle.FACTS])
        self.assertNotIn("office-hours", answer.warning)

    def test_an_unknown_value(self):
        self.assertRefused(self.route("--fact", "age=old"), 64, "«old»", "«age»", "minor, doubted, adult")
        self.assertRefused(self.route("--fact", "age="), 64, "«»", "minor, doubted, adult")
        self.assertRefused(self.route("--fact", "age=minor=adult"), 64, "«minor=adult»", "minor, doubted, adult")
        self.assertRefused(self.route("--fact", "age=Minor"), 64, "«Minor»", "minor, doubted, adult")

    def test_an_unknown_district(self):
        for arguments in (["route", *NIGHT, "--json"], ["directory"], ["card"]):
            for said in ("999999", "", "150135 ", "San Isidro"):
                with self.subTest(f"{arguments[0]} {said}"):
                    answer = ruta(*arguments, "--district", said)
                    self.assertRefused(answer, 64, f"«{said}»", *list(oracle.DISTRICTS), "Miraflores")

    def test_a_missing_district(self):
        self.assertRefused(ruta("route", *NIGHT), 64, "--district")
        self.assertRefused(ruta("card"), 64, "--district")

    def test_a_time_that_is_none(self):
        times = ["", "mañana", "22:15", "2026-11-23", "2026-11-23T22:15:00", "2026-02-30T10:00:00-05:00",
                 "2026-13-01T10:00:00-05:00", "2026-11-23T24:01:00-05:00", "2026-11-23T22:60:00-05:00",
                 "2026-11-23T22:15:00-99:00", "2026-11-23T22:15:00-05:00 ", "٢٠٢٦-11-23T22:15:00-05:00", "1795490100"]
        for said, answer in zip(times, many(["route", *HERE, "--at", said] for said in times)):
            with self.subTest(said):
                self.assertRefused(answer, 64, f"«{said}»", "2026-11-23T22:15:00-05:00")

    def test_a_fact_with_two_values(self):
        self.assertRefused(self.route("--fact", "age=adult", "--fact", "age=minor", "--json"), 64, "«age»")

    def test_a_derived_fact_is_not_asked(self):
        for fact in ("office-hours=yes", "fiscal-district=callao", "demuna-accredited=no"):
            with self.subTest(fact):
                self.assertRefused(self.route("--fact", fact), 64, f"«{fact.split('=')[0]}»")

    def test_a_fact_without_a_value(self):
        self.assertRefused(self.route("--fact", "age"), 64, "«age»", "age=doubted")
        self.assertRefused(self.route("--fact", ""), 64, "«»", "age=doubted")
        self.assertRefused(self.route("--fact", "=adult"), 64, "«»")

    def test_words_that_the_command_line_does_not_know(self):
        for arguments, offender in ((["route", *HERE, "--nope"], "--nope"), (["route", *HERE, "extra"], "extra"),
                                    (["nope"], "nope"), (["route", *HERE, "--fact"], "--fact"),
                                    (["catalog", "show"], "id")):
            with self.subTest(offender):
                answer = ruta(*arguments)
                self.assertEqual((answer.code, answer.out), (64, b""))
                self.assertIn(offender, answer.warning)


class HostileInputTests(CommandCase):
    """Whatever stands in an argument, the refusal is one short line that no terminal obeys."""

    def refused(self, before, hostile, after):
        calls = [[*before, after(text)] for text in hostile.values()]
        for name, answer in zip(hostile, many(calls)):
            with self.subTest(name):
                self.assertRefused(answer, 64)

    def test_in_the_name_of_a_fact(self):
        self.refused(["route", *HERE, *NIGHT, "--fact"], HOSTILE, lambda text: joined("age", text) + (
            b"=yes" if isinstance(text, bytes) else "=yes"))

    def test_in_the_value_of_a_fact(self):
        self.refused(["route", *HERE, *NIGHT, "--fact"], HOSTILE, lambda text: joined("age=", text))

    def test_in_a_fact_without_a_value(self):
        self.refused(["route", *HERE, *NIGHT, "--fact"], HOSTILE, lambda text: text)

    def test_in_a_district(self):
        self.refused(["route", *NIGHT, "--district"], HOSTILE, lambda text: text)

    def test_in_a_time(self):
        self.refused(["route", *HERE, "--at"], HOSTILE, lambda text: text)

    def test_in_an_id(self):
        self.refused(["catalog", "show"], HOSTILE, lambda text: text)

    def test_a_placeholder_is_only_text(self):
        calls = [["route", *HERE, *NIGHT, "--fact", fact] for fact in ("age={allowed}", "age={fact}", "{allowed}=yes")]
        # Several times: what is filled in first must not depend on the order of a dictionary.
        for (*_, said), answer in zip(calls * 3, many(calls * 3)):
            with self.subTest(said):
                offender = said.split("=")[0 if said[0] == "{" else 1]
                self.assertRefused(answer, 64, f"«{offender}»")

    def test_in_a_fact_said_twice(self):
        self.assertRefused(
            ruta("route", *HERE, *NIGHT, "--fact", f"a\n{ESCAPE}b=1", "--fact", f"a\n{ESCAPE}b=2"), 64)

    def test_in_a_path(self):
        self.assertRefused(ruta("catalog", "check", "--catalog", f"/nowhere\n{ESCAPE}red"), 66, "/nowhere")
        self.assertRefused(ruta("catalog", "compile", f"/nowhere/a\n{ESCAPE}red"), 73, "/nowhere/a")

    def test_in_a_line_of_a_batch(self):
        texts = [text for text in HOSTILE.values() if isinstance(text, str)]
        good = {"district": "150135", "at": "2026-11-23T22:15:00-05:00"}
        lines = [line for text in texts for line in (
            {**good, "facts": {text: "yes"}}, {**good, "facts": {"age": text}}, {**good, "facts": {text: 1}},
            {**good, "district": text}, {**good, "at": text}, {**good, text: 1})]
        answer = ruta("route", "--batch", given="".join(json.dumps(line) + "\n" for line in lines).encode())
        self.assertEqual(answer.code, 65)
        self.assertEqual(len(answer.lines), len(lines))
        for line, said in zip(lines, answer.lines):
            with self.subTest(str(line)[:120]):
                self.assertOneLine((said["error"] + "\n").encode())

    def test_a_good_route_after_all_that(self):
        self.assertGiven(ruta("route", *HERE, *NIGHT, "--catalog", str(CATALOG)))
