"""`ruta directory` and `ruta card`: for all of Lima and Callao, and for each of the 50 districts."""

import re

import oracle
from program import CommandCase, many, ruta

DISTRICTS = sorted(oracle.DISTRICTS)
WIDEST = 100
STREET = re.compile(r"\b(?:Av|Jr|Calle|Avenida|Jirón|Pasaje|Psje|Mz|Lote|Urb)\b\.?", re.I)


def entries(text):
    """The bodies of a directory: heading and the lines under it."""
    for part in text.split("\n\n"):
        heading, *lines = part.splitlines()
        yield heading, lines


class DirectoryTests(CommandCase):
    @classmethod
    def setUpClass(cls):
        cls.all = ruta("directory")
        cls.each = dict(zip(DISTRICTS, many(["directory", "--district", district] for district in DISTRICTS)))

    def directories(self):
        yield "all", self.all
        yield from self.each.items()

    def test_no_shelter_has_an_address(self):
        for name, answer in self.directories():
            with self.subTest(name):
                self.assertGiven(answer)
                shelters = [(heading, lines) for heading, lines in entries(answer.text)
                            if "REFUGIO" in heading or "ACOGIDA" in heading]
                self.assertEqual(len(shelters), 2, [heading for heading, _ in shelters])
                for _, lines in shelters:
                    self.assertIsNone(STREET.search(" ".join(lines)), lines)
                    self.assertIsNone(re.search(r"\d{3}", " ".join(lines).replace("Línea 100", "")), lines)
                    self.assertTrue(all(line.startswith(("→ A través de ", "  ")) for line in lines), lines)

    def test_lines_fit_a_terminal(self):
        for name, answer in self.directories():
            with self.subTest(name):
                self.assertEqual([line for line in answer.text.splitlines() if len(line) > WIDEST], [])

    def test_every_district_reaches_whom_it_needs(self):
        for name, answer in self.directories():
            with self.subTest(name):
                for number in ("105", "106", "1810", "1818", "114", "100", "0800-00-205"):
                    self.assertRegex(answer.text, rf"(?m)^→ {number} · ")

    def test_a_district_shows_its_own_prosecutor(self):
        own = {"lima-norte": "anexo 2424", "callao": "anexo 7908", "lima-centro": "939 482 768"}
        for name, answer in self.each.items():
            with self.subTest(name):
                part = oracle.DISTRICTS[name]
                if part in own:
                    self.assertIn(own[part], answer.text)

    def test_a_district_shows_less_than_all(self):
        whole = set(self.all.text.splitlines())
        for name, answer in self.each.items():
            with self.subTest(name):
                contacts = {line for line in answer.text.splitlines() if line.startswith("→")}
                self.assertLess(contacts, {line for line in whole if line.startswith("→")})
                self.assertNotIn(answer.text.splitlines()[0], whole)


class CardTests(CommandCase):
    @classmethod
    def setUpClass(cls):
        cls.each = dict(zip(DISTRICTS, many(["card", "--district", district] for district in DISTRICTS)))

    def test_every_card_has_the_numbers_of_the_night(self):
        for name, answer in self.each.items():
            with self.subTest(name):
                self.assertGiven(answer)
                self.assertRegex(answer.text, r"(?m)^1\. Policía: 105$")
                self.assertRegex(answer.text, r"(?m)^2\. Fiscalía: 0800-00-205(?: o .+)?$")
                self.assertRegex(answer.text, r"(?m)^Si parece menor o duda: 1810\b")
                self.assertRegex(answer.text, r"(?m)^Herida o urgencia: 106$")
                self.assertRegex(answer.text, r"(?m)^Denuncias de trata, opción 1: 1818$")

    def test_no_label_is_without_a_number_and_no_line_too_wide(self):
        for name, answer in self.each.items():
            with self.subTest(name):
                self.assertEqual([line for line in answer.text.splitlines() if line.endswith(": ")], [])
                self.assertEqual([line for line in answer.text.splitlines() if len(line) > WIDEST], [])

    def test_every_card_warns_of_an_implicated_officer(self):
        for name, answer in self.each.items():
            with self.subTest(name):
                self.assertIn("No llame a la comisaría", " ".join(answer.text.split()))
