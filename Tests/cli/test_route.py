"""`ruta route`: the JSON that other programs read, member for member, and the page that people read."""

import re
import unittest

import oracle
from program import EXAMPLE, HERE, NIGHT, CommandCase, ruta

TEXT, FLAG, MAYBE_TEXT = str, bool, (str, type(None))
ROUTE = {"catalog": dict, "district": dict, "at": TEXT, "facts": dict, "steps": list, "nextQuestions": list,
         "level": TEXT}
STEP = {"id": TEXT, "phase": TEXT, "status": TEXT, "precaution": FLAG, "pendingOn": list, "actor": TEXT,
        "institution": TEXT, "title": TEXT, "because": list, "sources": list, "contacts": list, "deadline": dict}
SOURCE = {"id": TEXT, "text": TEXT}
CONTACT = {"kind": TEXT, "line": TEXT, "value": TEXT, "extension": MAYBE_TEXT, "label": TEXT, "hours": TEXT,
           "verified": FLAG, "checkedOn": MAYBE_TEXT}
DEADLINE = {"rule": MAYBE_TEXT, "legal": TEXT, "target": MAYBE_TEXT}
PHASES = ["safety", "notify", "prosecutor", "protection", "follow-up"]
LINES = {"phone": {"short", "toll-free", "mobile", "fixed"}, "page": {"web"}, "broker": {"broker"}}


class RouteCase(CommandCase):
    def assertShape(self, value, shape):
        """Exactly these members, in this order, of these types."""
        self.assertEqual(list(value), list(shape))
        for name, kind in shape.items():
            self.assertIsInstance(value[name], kind, name)

    def route(self, *arguments):
        answer = ruta("route", *arguments, "--json")
        self.assertGiven(answer)
        return answer.json

    def steps(self, *arguments):
        return {step["id"]: step for step in self.route(*arguments)["steps"]}


class ContractTests(RouteCase):
    """The example of the contract."""

    @classmethod
    def setUpClass(cls):
        cls.some = ruta("route", *EXAMPLE, "--json").json
        cls.all = ruta("route", *EXAMPLE, "--json", "--all").json
        cls.by_id = {step["id"]: step for step in cls.all["steps"]}

    def test_the_route_has_exactly_its_members(self):
        for route in (self.some, self.all):
            self.assertShape(route, ROUTE)
            self.assertShape(route["catalog"], {"version": TEXT, "hash": TEXT})
            self.assertShape(route["district"], {"ubigeo": TEXT, "name": TEXT, "fiscalDistrict": TEXT})

    def test_every_step_has_exactly_its_members(self):
        for step in self.all["steps"]:
            with self.subTest(step["id"]):
                self.assertShape(step, STEP)
                self.assertShape(step["deadline"], DEADLINE)
                for source in step["sources"]:
                    self.assertShape(source, SOURCE)
                for contact in step["contacts"]:
                    self.assertShape(contact, CONTACT)
                    self.assertIn(contact["line"], LINES[contact["kind"]])
                    self.assertIn(contact["hours"], {"24x7", "office", "unknown"})
                    self.assertEqual(contact["verified"], contact["checkedOn"] is not None)
                    if contact["checkedOn"]:
                        self.assertRegex(contact["checkedOn"], r"^\d{4}-\d\d-\d\d$")
                self.assertTrue(step["sources"] and step["contacts"] and step["because"] and step["title"])
                self.assertTrue(all(isinstance(text, str) and text for text in step["because"] + step["pendingOn"]))

    def test_what_was_said_is_repeated(self):
        self.assertEqual(self.some["district"],
                         {"ubigeo": "150135", "name": "San Martín de Porres", "fiscalDistrict": "lima-norte"})
        self.assertEqual(self.some["at"], "2026-11-23T22:15:00-05:00")
        self.assertEqual(self.some["facts"], {"age": "doubted", "sexual-exploitation": "yes", "danger": "no"})
        self.assertEqual(self.some["level"], "immediate")

    def test_the_catalogue_is_named_by_its_hash(self):
        self.assertRegex(self.some["catalog"]["hash"], r"^[0-9a-f]{64}$")
        self.assertRegex(self.some["catalog"]["version"], r"^\d{4}\.\d{1,2}\.\d+$")

    def test_the_police_is_told_by_precaution(self):
        step = self.by_id["notify-police"]
        self.assertEqual((step["phase"], step["status"], step["precaution"], step["pendingOn"], step["institution"]),
                         ("notify", "required", True, ["official-implicated"], "pnp-station"))
        self.assertEqual((step["deadline"]["rule"], step["deadline"]["target"]), ("D-01", "PT5M"))
        phone = step["contacts"][0]
        self.assertEqual((phone["kind"], phone["value"], phone["hours"]), ("phone", "105", "24x7"))

    def test_at_night_the_prosecutor_who_answers_comes_first(self):
        step = self.by_id["notify-prosecutor"]
        self.assertEqual((step["status"], step["precaution"], step["institution"]), ("required", False, "fistrap"))
        numbers = [(contact["value"], contact["extension"]) for contact in step["contacts"]]
        self.assertEqual(numbers, [("080000205", None), ("016255555", "2424")])

    def test_by_day_the_specialised_prosecutor_comes_first(self):
        by_day = self.steps(*HERE, "--at", "2026-11-23T10:00:00-05:00")["notify-prosecutor"]
        self.assertEqual([contact["value"] for contact in by_day["contacts"]], ["016255555", "080000205"])

    def test_all_shows_the_fifty_steps_in_their_order(self):
        self.assertEqual(len(self.all["steps"]), 50)
        self.assertEqual({step["id"] for step in self.all["steps"]}, {row[0] for row in oracle.STEPS})
        self.assertEqual({step["status"] for step in self.all["steps"]}, {"required", "pending", "not-needed"})
        for route in (self.some, self.all):
            phases = [PHASES.index(step["phase"]) for step in route["steps"]]
            self.assertEqual(phases, sorted(phases))

    def test_without_all_only_what_is_not_needed_is_left_out(self):
        kept = [step for step in self.all["steps"] if step["status"] != "not-needed"]
        self.assertEqual(self.some["steps"], kept)
        self.assertNotIn("emergency-police", [step["id"] for step in self.some["steps"]])

    def test_a_step_is_pending_exactly_when_it_hangs_on_something(self):
        for step in self.all["steps"]:
            with self.subTest(step["id"]):
                self.assertEqual(bool(step["pendingOn"]), step["status"] == "pending" or step["precaution"])
                self.assertLessEqual(step["precaution"], step["status"] == "required")
                self.assertLessEqual(set(step["pendingOn"]), set(self.all["nextQuestions"]))

    def test_questions_are_unknown_and_in_the_order_of_urgency(self):
        asked = self.some["nextQuestions"]
        self.assertEqual(asked, [fact for fact in oracle.FACTS if fact in asked])
        self.assertFalse(set(asked) & set(self.some["facts"]))
        self.assertEqual(asked[0], "injury")

    def test_no_legal_deadline_is_said_in_words(self):
        for step in self.all["steps"]:
            with self.subTest(step["id"]):
                deadline = step["deadline"]
                self.assertEqual(deadline["rule"] is None, deadline["legal"] == "sin plazo legal")
                self.assertRegex(deadline["rule"] or "D-01", r"^D-\d\d$")
                self.assertRegex(deadline["target"] or "PT5M", r"^P(?:\d+[DWMY])*(?:T(?:\d+[HMS])+)?$")
        self.assertEqual(self.by_id["emergency-medical"]["deadline"],
                         {"rule": None, "legal": "sin plazo legal", "target": None})


class ClockTests(RouteCase):
    def test_the_time_is_said_in_the_time_of_lima(self):
        for said in ("2026-11-24T03:15:00Z", "2026-11-24T03:15:00+00:00", "2026-11-24T12:15:00+09:00",
                     "2026-11-23T19:15:00-08:00", "2026-11-24T08:45:00+05:30"):
            with self.subTest(said):
                self.assertEqual(self.route(*HERE, "--at", said)["at"], "2026-11-23T22:15:00-05:00")

    def test_office_hours_end_at_a_quarter_past_four_in_lima(self):
        facts = ["--fact", "gender=woman", "--fact", "family-violence=yes", "--all"]
        for said, service in (("2026-11-23T16:14:59-05:00", "emergency-centre"),
                              ("2026-11-23T21:15:00Z", "urgent-care-service"),
                              ("2026-12-08T10:00:00-05:00", "urgent-care-service")):
            with self.subTest(said):
                steps = self.steps(*HERE, "--at", said, *facts)
                found = [name for name in ("emergency-centre", "urgent-care-service")
                         if steps[name]["status"] == "required"]
                self.assertEqual(found, [service])

    def test_without_a_time_it_is_now(self):
        self.assertRegex(self.route(*HERE)["at"], r"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?-05:00$")


class SayingTests(RouteCase):
    def test_the_order_of_facts_changes_nothing(self):
        facts = ["age=minor", "gender=woman", "danger=yes", "abroad=no"]
        ways = [[part for fact in order for part in ("--fact", fact)] for order in (facts, facts[::-1])]
        first, second = (ruta("route", *HERE, *NIGHT, *way, "--json") for way in ways)
        self.assertEqual(first, second)

    def test_the_same_answer_twice_is_one_answer(self):
        self.assertEqual(self.route(*HERE, *NIGHT, "--fact", "age=minor", "--fact", "age=minor")["facts"],
                         {"age": "minor"})

    def test_the_page_says_both_calls_and_fits_a_terminal(self):
        answer = ruta("route", *EXAMPLE)
        self.assertGiven(answer)
        for words in ("San Martín de Porres", "22:15", "105", "0800-00-205", "1810", "◐ Comunique a la comisaría"):
            self.assertIn(words, answer.text)
        wide = [line for line in answer.text.splitlines() if len(line) > 100]
        self.assertEqual(wide, [])
        self.assertIsNone(re.search(r"\{\w+\}", answer.text), "a placeholder was left unfilled")

    def test_the_page_with_all_names_the_fifty_steps(self):
        answer = ruta("route", *EXAMPLE, "--all")
        self.assertEqual(len(re.findall(r"^[■◐○·] \S", answer.text.split("POR SABER")[0], re.M)), 50)


if __name__ == "__main__":
    unittest.main()
