"""The first start of a house: the practice town with its accounts, and `ruta setup` where nobody has one yet."""

import re
import signal
import stat

from program import CommandCase, folder, ruta
from test_serve import Served

ROLES = 11


class TownTests(CommandCase):
    def test_the_first_start_shows_the_accounts_and_the_second_does_not(self):
        with folder() as place:
            data = place / "ruta.sqlite"
            first = self.started(data)
            shown = re.findall(r"^  ([A-Z]+-\d+) +(\S.*?)  \S", first, re.M)
            self.assertGreaterEqual(len(shown), ROLES)
            self.assertIn("SIMULACRO", first)
            second = self.started(data)
            self.assertIn("SIMULACRO", second)
            for _, passphrase in shown:
                self.assertNotIn(passphrase, second)
            kept = place / "ruta.sqlite.practice-accounts"
            self.assertEqual(stat.S_IMODE(kept.stat().st_mode), 0o600)
            self.assertSixDigits(data, shown[0][0])

    def test_six_digits_without_a_town(self):
        with folder() as place:
            answer = ruta("practice", "code", "OP-01", "--data", place / "ruta.sqlite")
            self.assertRefused(answer, answer.code, str(place))
            self.assertNotEqual(answer.code, 0)
            self.assertEqual(list(place.iterdir()), [])

    def started(self, data):
        """Everything that one life of the server says."""
        with Served("--port", "0", "--practice", "--data", data, patience=300) as server:
            if "http://" not in server.ready:
                self.fail(server.process.stderr.read().decode()[:500])
            code, said, warned = server.end(signal.SIGTERM)
        self.assertEqual((code, warned), (0, ""))
        return said

    def assertSixDigits(self, data, account):
        answer = ruta("practice", "code", account, "--data", data)
        self.assertGiven(answer)
        self.assertRegex(answer.text, r"^\d{6}\n$")
        unknown = ruta("practice", "code", "XX-99", "--data", data)
        self.assertRefused(unknown, unknown.code, "«XX-99»")


class SetupTests(CommandCase):
    def test_the_first_unit_is_made_once(self):
        with folder() as place:
            data = place / "ruta.sqlite"
            first = self.founded(data)
            self.assertGiven(first)
            self.assertRegex(first.text, r"AD-01[\s\S]* [\w-]{43}\n[\s\S]* \d{6}\n[\s\S]* (?:[0-9A-Z]{4}-){8}[0-9A-Z]{4}\n")
            again = self.founded(data)
            self.assertRefused(again, 73)

    def test_what_is_refused_leaves_nothing(self):
        wrong = {"--institution": "nobody", "--role": "king", "--unit": "No Such Id"}
        for option, value in wrong.items():
            with self.subTest(option), folder() as place:
                data = place / "ruta.sqlite"
                self.assertRefused(self.founded(data, option, value), 64, f"«{value}»")
                self.assertGiven(self.founded(data))

    def founded(self, data, *more):
        said = {"--unit": "central-150135", "--name": "Central de práctica", "--municipality": "150135"}
        said |= dict(zip(more[::2], more[1::2]))
        return ruta("setup", "--data", data, *[word for pair in said.items() for word in pair])
