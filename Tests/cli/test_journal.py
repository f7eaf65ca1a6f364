"""The journal from outside: `ruta journal verify` with its signed ends, `rebuild`, and what a start says of a roll-back."""

import base64
import shutil
import signal
import sqlite3

from program import CommandCase, folder, ruta
from test_serve import Served

CASES = "12"


class House:
    """A database of invented cases, its signed ends, and its key, as a server left them."""

    def __init__(self, place):
        self.data = place / "ruta.sqlite"
        self.ends = place / "ruta.sqlite.checkpoints"
        self.keys = place / "keys"
        self.copy = place / "older.sqlite"

    def fill(self):
        ruta("practice", "fill", "--cases", CASES, "--data", self.data)
        self.serve()
        self.keys.write_bytes(ruta("receipt", "key", "--data", self.data).out)
        return self

    def serve(self):
        """One life of a server, which signs the end of the journal; returns what it warned of."""
        with Served("--port", "0", "--practice", "--data", self.data, patience=300) as server:
            server.page()
            return server.end(signal.SIGTERM)[2]

    def grow(self):
        """An older copy is set aside, something happens in the cases, and the new end is signed."""
        shutil.copy(self.data, self.copy)
        entries = self.count()
        ruta("practice", "measure", "--rounds", "1", "--data", self.data)
        if self.count() <= entries:
            raise AssertionError("nothing happened in the cases")
        self.serve()
        return self

    def roll_back(self):
        for end in ("-wal", "-shm"):
            self.data.with_name(self.data.name + end).unlink(missing_ok=True)
        shutil.copy(self.copy, self.data)

    def count(self):
        return self.change("SELECT count(*) FROM journal_event")[0][0]

    def change(self, *statements):
        connection = sqlite3.connect(self.data, timeout=20)
        for statement in statements:
            rows = connection.execute(statement).fetchall()
        connection.commit()
        connection.close()
        return rows

    def signed(self):
        """The last position that an end vouches for; the ladder may have climbed after it."""
        lines = self.ends.read_text().splitlines()
        return max(int(lines[at + 1]) for at, line in enumerate(lines) if line.startswith("ruta-checkpoint"))

    def verify(self, *more):
        return ruta("journal", "verify", "--data", self.data, *more)


class VerifyTests(CommandCase):
    def test_whole_with_the_ends_beside_it_and_their_key(self):
        with folder() as place:
            house = House(place).fill()
            told = house.verify()
            self.assertGiven(told)
            self.assertIn(str(house.ends), told.text)
            self.assertIn("--key", told.text, "nobody has looked at the signatures")
            checked = house.verify("--key", house.keys)
            self.assertGiven(checked)
            self.assertNotIn("--key", checked.text)
            self.assertEqual(house.verify("--checkpoint", house.ends, "--key", house.keys).text, checked.text)
            self.assertEqual(house.verify("--key", self.digits(house)).text, checked.text)
            house.ends.rename(place / "elsewhere")
            self.assertIn("--checkpoint", house.verify().text, "nothing vouches for the end")

    def test_cut_off_at_the_end(self):
        with folder() as place:
            house = House(place).fill()
            house.change("PRAGMA foreign_keys = OFF", f"DELETE FROM journal_event WHERE position >= {house.signed()}")
            count = house.count()
            for more in ((), ("--key", house.keys)):
                answer = house.verify(*more)
                self.assertEqual(answer.code, 1)
                self.assertIn(f"Roto en el asiento {count + 1}", answer.text)
            house.ends.unlink()
            self.assertEqual(house.verify().code, 0, "the chain alone cannot know")

    def test_rolled_back_to_a_whole_older_copy(self):
        with folder() as place:
            house = House(place).fill().grow()
            self.assertEqual(house.verify("--key", house.keys).code, 0)
            signed = house.signed()
            house.roll_back()
            ends = house.count()
            answer = house.verify("--key", house.keys)
            self.assertEqual((answer.code, f"Roto en el asiento {ends + 1}" in answer.text), (1, True), answer.text)
            warned = house.serve()
            self.assertOneLine(warned.encode())
            for word in (str(house.data), f"asiento {ends}", f"por el {signed}"):
                self.assertIn(word, warned)
            # The end that was signed in the life after that does not hide it.
            self.assertEqual(house.verify("--key", house.keys).code, 1)
            self.assertIn(f"por el {signed}", house.serve())

    def test_rewritten_from_an_entry_on(self):
        with folder() as place:
            house = House(place).fill()
            position = house.count()
            house.change("PRAGMA foreign_keys = OFF", f"UPDATE journal_event SET hash = '{'ab' * 32}' WHERE position = {position}")
            answer = house.verify("--key", house.keys)
            self.assertEqual((answer.code, f"asiento {position}" in answer.text), (1, True), answer.text)
            # A chain that was made anew is whole in itself, and contradicts the end that was signed.
            shutil.rmtree(place / "other", ignore_errors=True)
            (place / "other").mkdir()
            other = House(place / "other")
            ruta("practice", "fill", "--cases", CASES, "--seed", "2", "--data", other.data)
            ruta("practice", "fill", "--cases", "30", "--seed", "2", "--data", place / "longer.sqlite")
            shutil.copy(place / "longer.sqlite", house.data)
            self.assertEqual(ruta("journal", "verify", "--data", place / "longer.sqlite").code, 0)
            answer = house.verify("--key", house.keys)
            self.assertEqual((answer.code, "se rehízo" in answer.text), (1, True), answer.text)
            warned = house.serve()
            self.assertOneLine(warned.encode())
            self.assertIn("no es el que se firmó", warned)

    def test_signed_by_another_key(self):
        with folder() as place:
            house = House(place).fill()
            (place / "other").mkdir()
            other = House(place / "other").fill()
            answer = house.verify("--key", other.keys)
            self.assertRefused(answer, 1, str(house.ends), "firma")
            self.assertEqual(house.verify("--key", self.digits(other)).code, 1)
            both = place / "both"
            both.write_bytes(other.keys.read_bytes() + b"# before\n" + house.keys.read_bytes())
            self.assertGiven(house.verify("--key", both))
            shutil.copy(other.ends, house.ends)
            warned = house.serve()
            self.assertOneLine(warned.encode())
            self.assertIn("no lo firmó esta casa", warned)

    def test_what_cannot_be_read_is_neither_whole_nor_broken(self):
        with folder() as place:
            house = House(place).fill()
            house.ends.write_text("something else\n")
            self.assertRefused(house.verify(), 2, str(house.ends))
            self.assertIn(str(house.ends), house.serve())
            house.ends.unlink()
            self.assertRefused(house.verify("--checkpoint", place / "nowhere"), 2, "nowhere")
            self.serve_and_keep(house)
            for key in ("zz", "00" * 31, place / "nowhere"):
                self.assertRefused(house.verify("--key", key), 2, "--key")
            self.assertRefused(ruta("journal", "verify", "--data", place / "nothing.sqlite"), 2)

    def serve_and_keep(self, house):
        house.serve()
        self.assertTrue(house.ends.exists())

    def digits(self, house):
        """The public key as 64 digits."""
        text = house.keys.read_text().split()[1]
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).hex()


class RebuildTests(CommandCase):
    def test_lists_that_grew_are_those_of_the_journal_and_a_planted_fault_is_found_and_healed(self):
        with folder() as place:
            house = House(place)
            ruta("practice", "fill", "--cases", "60", "--data", house.data)
            same = ruta("journal", "rebuild", "--data", house.data)
            self.assertGiven(same)
            self.assertIn("iguales", same.text)
            ruta("practice", "measure", "--rounds", "1", "--data", house.data)
            self.assertGiven(ruta("journal", "rebuild", "--check", "--data", house.data))
            house.change("UPDATE obligation_row SET climbed = 5, end_ms = 1 WHERE rowid IN (SELECT rowid FROM obligation_row LIMIT 3)",
                         "UPDATE case_row SET harm = 4 - harm WHERE case_id = (SELECT min(case_id) FROM case_row)")
            for _ in range(2):
                found = ruta("journal", "rebuild", "--check", "--data", house.data)
                self.assertEqual(found.code, 1)
                self.assertRegex(found.text, r"obligation_row: 3 ")
            self.assertEqual(ruta("journal", "rebuild", "--data", house.data).code, 1)
            self.assertGiven(ruta("journal", "rebuild", "--data", house.data))

    def test_without_a_database_nothing_is_made(self):
        with folder() as place:
            self.assertRefused(ruta("journal", "rebuild", "--data", place / "ruta.sqlite"), 2)
            self.assertEqual(list(place.iterdir()), [])
