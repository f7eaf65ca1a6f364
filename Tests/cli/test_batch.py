"""`ruta route --batch`: one line out for each line in, whatever stands in it."""

import json
import os
import random
import select
import signal
import subprocess
import time

import compare
import oracle
from program import RUTA, CommandCase, as_bytes, batch, many, ruta, situation, surroundings

GOOD = situation(age="minor")


class LineTests(CommandCase):
    def assertBad(self, answer, *numbers):
        """Exit 65, and an error on exactly these lines of the input."""
        self.assertEqual(answer.code, 65)
        self.assertEqual(answer.err, b"")
        found = [line["line"] for line in answer.lines if "error" in line]
        self.assertEqual(found, list(numbers))
        for line in answer.lines:
            if "error" in line:
                self.assertEqual(list(line), ["error", "line"])
                self.assertOneLine((line["error"] + "\n").encode())
            else:
                self.assertEqual(list(line), ["steps", "nextQuestions", "level"])

    def errors(self, *lines):
        """The error on each line; all must be bad."""
        answer = batch(*lines)
        self.assertBad(answer, *range(1, len(lines) + 1))
        return [line["error"] for line in answer.lines]

    def test_each_line_has_its_answer_in_order(self):
        districts = ["150135", "070101", "150101", "150103"]
        answer = batch(*[situation(district, age="adult", shelter_needed="yes") for district in districts],
                       situation(age="minor"))
        self.assertGiven(answer)
        self.assertEqual(len(answer.lines), 5)
        self.assertEqual(["adult-shelter" in line["steps"] for line in answer.lines], [True] * 4 + [False])
        self.assertTrue(all(line["steps"]["notify-prosecutor"] == "required" for line in answer.lines))
        self.assertTrue(all("not-needed" not in line["steps"].values() for line in answer.lines))

    def test_a_bad_line_does_not_stop_the_rest(self):
        answer = batch(GOOD, "{", GOOD, "[]", situation("999999"), GOOD)
        self.assertBad(answer, 2, 4, 5)
        self.assertEqual(len(answer.lines), 6)
        self.assertIn("«999999»", answer.lines[4]["error"])

    def test_blank_lines_count_and_say_nothing(self):
        answer = batch("", GOOD, "  \t", "nope", "", GOOD)
        self.assertBad(answer, 4)
        self.assertEqual(len(answer.lines), 3)

    def test_ends_of_lines(self):
        line = as_bytes(GOOD)
        expected = batch(GOOD).out
        for name, given, times in (("CRLF", line + b"\r\n" + line + b"\r\n", 2), ("no end", line, 1),
                                   ("no end after CRLF", line + b"\r\n" + line, 2), ("nothing", b"", 0),
                                   ("only ends", b"\n\r\n\n", 0)):
            with self.subTest(name):
                answer = ruta("route", "--batch", given=given)
                self.assertGiven(answer)
                self.assertEqual(answer.out, expected * times)

    def test_a_bad_last_line_without_an_end(self):
        self.assertBad(ruta("route", "--batch", given=as_bytes(GOOD) + b"\n{"), 2)

    def test_a_line_of_a_megabyte(self):
        long = "x" * 1_000_000
        lines = [long, json.dumps(long), {**GOOD, long: 1}, {**GOOD, "at": long}, {**GOOD, "district": long},
                 {**GOOD, "facts": {long: "yes"}}, {**GOOD, "facts": {"age": long}}, {**GOOD, "facts": {long: 1}},
                 as_bytes(GOOD)[:-1] + b" " * 1_000_000 + b"}"]
        answer = batch(*lines, GOOD)
        self.assertEqual(len(answer.lines), 10)
        self.assertBad(answer, *range(1, 9))

    def test_deep_nesting(self):
        self.assertBad(batch("[" * 500_000, '{"a":' * 200_000, "[" * 200_000 + "]" * 200_000, GOOD), 1, 2, 3)

    def test_a_member_said_twice(self):
        whole = '{"district":"150135","at":"2026-11-23T22:15:00-05:00",%s}'
        self.errors('{"district":"150135","district":"150101","at":"2026-11-23T22:15:00-05:00"}',
                    whole % '"facts":{"age":"minor","age":"adult"}', whole % '"facts":{},"facts":{"age":"adult"}',
                    whole % r'"facts":{"age":"minor","\u0061ge":"adult"}')

    def test_values_of_a_wrong_type(self):
        for wrong in (1, True, None, [], {}):
            with self.subTest(wrong):
                said = self.errors(
                    {**GOOD, "district": wrong}, {**GOOD, "at": wrong}, {**GOOD, "facts": {"age": wrong}}, wrong)
                self.assertIn("district", said[0])
                self.assertIn("at", said[1])
                self.assertIn("«age»", said[2])
                if wrong != {}:
                    self.errors({**GOOD, "facts": wrong})

    def test_members_that_are_missing_or_unknown(self):
        without = [{name: value for name, value in GOOD.items() if name != gone} for gone in ("district", "at")]
        said = self.errors(*without, {**GOOD, "fact": {}}, {**GOOD, "facts": {"agge": "minor"}},
                           {**GOOD, "facts": {"age": "old"}}, {**GOOD, "facts": {"office-hours": "yes"}})
        named = ["district", " at", "«fact»", "«agge»", "minor, doubted, adult", "«office-hours»"]
        for words, error in zip(named, said):
            self.assertIn(words, error)
        answer = batch({name: GOOD[name] for name in ("district", "at")}, {**GOOD, "facts": {}})
        self.assertGiven(answer)
        self.assertEqual(answer.lines[0], answer.lines[1])

    def test_bytes_that_are_no_text(self):
        self.errors(b"\xff\xfe", b"\x00", b'{"district":"\xff"}', rb'{"district":"\ud800","at":""}', b"\xed\xa0\x80")

    def test_space_and_escapes_of_json_are_understood(self):
        odd = rb' { "\u0064istrict" : "1501\u00335" , "at":"2026-11-23T22:15:00-05:00","facts":{"age":"minor"} }	'
        self.assertEqual(batch(odd).out, batch(GOOD).out)


class StreamTests(CommandCase):
    def test_ten_thousand_lines(self):
        lines = [json.dumps(line) for line in compare.situations(200, seed=11)] * 50
        lines[4_321] = "{"
        started = time.monotonic()
        answer = batch(*lines)
        self.assertLess(time.monotonic() - started, 15)
        self.assertEqual(answer.code, 65)
        said = answer.lines
        self.assertEqual(len(said), 10_000)
        self.assertEqual([at for at, line in enumerate(said, 1) if "error" in line], [4_322])
        self.assertEqual(said[4_321]["line"], 4_322)
        self.assertEqual(said[:200], said[9_800:])

    def test_answers_come_before_the_input_ends(self):
        with self.started() as program:
            for line in (GOOD, "{", GOOD):
                os.write(program.stdin.fileno(), as_bytes(line) + b"\n")
                came, _, _ = select.select([program.stdout], [], [], 5)
                self.assertTrue(came, "no answer within 5 s while the input stays open")
                said = json.loads(os.read(program.stdout.fileno(), 1 << 16))
                self.assertEqual("error" in said, line == "{")
            program.stdin.close()
            self.assertEqual(program.wait(10), 65)

    def test_half_a_line_waits_for_its_other_half(self):
        with self.started() as program:
            line = as_bytes(GOOD) + b"\n"
            os.write(program.stdin.fileno(), line[:20])
            time.sleep(0.4)
            os.write(program.stdin.fileno(), line[20:])
            program.stdin.close()
            self.assertEqual(program.stdout.read(), batch(GOOD).out)
            self.assertEqual(program.wait(10), 0)

    def test_a_reader_who_leaves_ends_it_quietly(self):
        given = (as_bytes(GOOD) + b"\n") * 20_000
        for name, is_ignored in (("as a shell starts it", False), ("where SIGPIPE is ignored", True)):
            with self.subTest(name), self.started(restore_signals=not is_ignored) as program:
                feeder = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=program.stdin)
                program.stdin.close()
                program.stdin = None
                os.set_blocking(feeder.stdin.fileno(), False)
                pending = memoryview(given)
                first = b""
                while not first and pending:
                    if select.select([program.stdout], [], [], 0.01)[0]:
                        first = program.stdout.readline()
                    elif select.select([], [feeder.stdin], [], 0.01)[1]:
                        pending = pending[os.write(feeder.stdin.fileno(), pending[:1 << 16]):]
                self.assertIn(b'"steps"', first)
                program.stdout.close()
                os.set_blocking(feeder.stdin.fileno(), True)
                try:
                    feeder.stdin.write(pending)
                    feeder.stdin.close()
                except BrokenPipeError:
                    pass
                self.assertEqual(program.stderr.read(), b"")
                self.assertIn(program.wait(20), (-signal.SIGPIPE, 74, 0))
                feeder.wait(20)

    def test_a_full_disk_is_said_in_one_line(self):
        for arguments in (["route", "--batch"], ["directory"]):
            with self.subTest(arguments[0]), open("/dev/full", "wb") as full:
                done = subprocess.run([RUTA, *arguments], input=as_bytes(GOOD), stdout=full, stderr=subprocess.PIPE,
                                      env=surroundings())
                self.assertEqual(done.returncode, 74)
                self.assertOneLine(done.stderr)
                self.assertNotIn(b"Error", done.stderr)

    def test_an_input_that_cannot_be_read_is_said_in_one_line(self):
        place = os.open("/", os.O_RDONLY)
        try:
            done = subprocess.run([RUTA, "route", "--batch"], stdin=place, capture_output=True, env=surroundings())
        finally:
            os.close(place)
        self.assertEqual((done.returncode, done.stdout), (74, b""))
        self.assertOneLine(done.stderr)
        self.assertNotIn(b"Error", done.stderr)

    def started(self, **options):
        return Running([RUTA, "route", "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                       stderr=subprocess.PIPE, bufsize=0, env=surroundings(), **options)


class Running(subprocess.Popen):
    """A program that does not outlive its test."""

    def __exit__(self, *error):
        if self.poll() is None:
            self.kill()
        for stream in (self.stdin, self.stdout, self.stderr):
            if stream and not stream.closed:
                stream.close()
        self.wait()


class AgreementTests(CommandCase):
    def test_a_batch_says_what_json_says(self):
        given = list(compare.situations(50, seed=random.randrange(1 << 30)))
        calls = [["route", "--district", line["district"], "--at", line["at"], "--json",
                  *[part for fact in line["facts"].items() for part in ("--fact", "=".join(fact))]] for line in given]
        answer = batch(*given)
        self.assertGiven(answer)
        for line, compact, whole in zip(given, answer.lines, many(calls)):
            with self.subTest(json.dumps(line)):
                self.assertGiven(whole)
                route = whole.json
                statuses = [(step["id"], step["status"]) for step in route["steps"]]
                self.assertEqual(list(compact["steps"].items()), statuses)
                self.assertEqual(compact["nextQuestions"], route["nextQuestions"])
                self.assertEqual(compact["level"], route["level"])
                self.assertEqual(route["district"]["fiscalDistrict"], oracle.DISTRICTS[line["district"]])
                self.assertEqual(route["facts"], line["facts"])
