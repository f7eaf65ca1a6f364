"""Two institutions count together: only two numbers come out, and nothing of a list."""

import re

from program import CommandCase, folder, ruta

SESSION = "2026-q3"


def blinded(place, name, numbers, session=SESSION):
    """One institution's list of documents, blinded once with a key of its own; the answer of the program."""
    (place / f"{name}.txt").write_text("".join(f"dni;{10_000_000 + number}\n" for number in numbers))
    return ruta("count", "blind", place / f"{name}.txt", "--session", session, "--key", place / f"{name}.key",
                "--to", place / f"{name}-1")


def again(place, name, other):
    """The list of one, blinded by the other as well."""
    return ruta("count", "again", place / f"{name}-1", "--key", place / f"{other}.key", "--to", place / f"{name}-2")


def compared(place):
    return ruta("count", "compare", place / "mine-2", place / "theirs-2")


class CountTests(CommandCase):
    def both(self, place, mine, theirs):
        blinded(place, "mine", mine)
        blinded(place, "theirs", theirs)
        again(place, "mine", "theirs")
        again(place, "theirs", "mine")
        return compared(place)

    def test_two_lists_give_two_numbers(self):
        with folder() as place:
            answer = self.both(place, range(0, 100), range(60, 200))
            self.assertEqual(answer.code, 0)
            self.assertEqual(re.findall(r"\d+", answer.text), ["200", "40"])

    def test_what_is_small_is_not_told(self):
        with folder() as place:
            answer = self.both(place, range(0, 30), range(25, 60))
            self.assertEqual((answer.code, re.findall(r"\b\d+\b", answer.text)), (0, ["11"]))

    def test_no_file_that_travels_holds_a_document(self):
        with folder() as place:
            self.both(place, range(0, 40), range(20, 60))
            for name in ("mine-1", "theirs-1", "mine-2", "theirs-2"):
                text = (place / name).read_text()
                self.assertFalse(any(str(10_000_000 + number) in text for number in range(60)), name)
            self.assertEqual((place / "mine.key").stat().st_mode & 0o777, 0o600)

    def test_a_short_list_is_refused_and_a_wrong_line_is_named_by_its_number(self):
        with folder() as place:
            self.assertEqual(blinded(place, "mine", range(10)).code, 1)
            self.assertFalse((place / "mine-1").exists())
            (place / "wrong.txt").write_text("dni;12345678\ndni;secreto\n")
            answer = ruta("count", "blind", place / "wrong.txt", "--session", SESSION, "--key", place / "k", "--to", place / "w")
            self.assertEqual(answer.code, 1)
            self.assertIn("2", answer.warning)
            self.assertNotIn("secreto", answer.warning + answer.text)

    def test_what_does_not_belong_together_is_not_compared(self):
        with folder() as place:
            blinded(place, "mine", range(40))
            blinded(place, "theirs", range(40), session="2026-q4")
            again(place, "mine", "theirs")
            again(place, "theirs", "mine")
            self.assertEqual(compared(place).code, 1)
            self.assertEqual(ruta("count", "compare", place / "mine-1", place / "mine-2").code, 1)
            self.assertEqual(again(place, "mine", "theirs").code, 1)
