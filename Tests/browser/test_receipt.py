"""The page of the code: a good one is found, each way of mistyping is told apart, and nothing about the case is said."""

import re

from suite import Suite
from walk import to_sent

suite = Suite()
LETTERS = "2346789ABCDEFGHJKMNPQRTUVWXYZ"
TELLING = re.compile(r"distrito|persona|peligro|san martín|menor|víctima", re.I)


def ask(page, home, code):
    """Types a code and gives the answer: its status and its words."""
    page.goto(home.open.address + "/recibo")
    page.fill("#code", code)
    with page.expect_response(lambda response: response.request.method == "POST") as answer:
        page.click("main form button")
    page.wait_for_load_state()
    return answer.value.status, page.locator("main .note").inner_text()


def new_code(page, home):
    return to_sent(page, home.open).code()


@suite.test("a good code says when it was received, in any spelling, and nothing about the case")
def good(home):
    for script in (True, False):
        with home.visit(script=script) as page:
            code = new_code(page, home)
            for spelling in (code, code.lower(), code.replace("-", ""), f" {code} ", code.replace("-", " ")):
                status, text = ask(page, home, spelling)
                if status != 200 or code not in text or not re.search(r"\d\d:\d\d", text):
                    yield f"'{spelling}': expected the hour of {code}, found {status}: {text[:60]}"
                if TELLING.search(text):
                    yield f"tells of the case: {text}"


def unknown_code(page, home, code):
    """A code that is well written and was never given: the other codes that differ in two places."""
    plain = code.replace("-", "")
    other = "3" if plain[0] != "3" else "4"
    for last in LETTERS:
        status, text = ask(page, home, other + plain[1:7] + last)
        if status == 404:
            return text
    raise AssertionError("expected a code that is well written and unknown")


def told_apart(home, **faults):
    """The five ways of getting a code wrong, each with words of its own."""
    with home.visit(**faults) as page:
        code = new_code(page, home)
        wrong = code[:-1] + next(letter for letter in LETTERS if letter != code[-1])
        said = {"nothing": ask(page, home, ""), "short": ask(page, home, code[:5]),
                "no letter of ours": ask(page, home, "0" + code[1:]), "mistyped": ask(page, home, wrong),
                "unknown": (404, unknown_code(page, home, code))}
    for what, (status, text) in said.items():
        if status != (404 if what == "unknown" else 422):
            yield f"{what}: found the status {status}"
    texts = [text for _, text in said.values()]
    if len(set(texts)) != len(texts):
        yield f"expected five different explanations, found {len(set(texts))}"


@suite.test("nothing, too short, a foreign letter, a slip and an unknown code are told apart")
def apart(home):
    return told_apart(home)


@suite.test("what was typed stays to be corrected, and the field is marked as wrong")
def corrected(home):
    with home.visit(script=False) as page:
        ask(page, home, "7AXA-6ZTA")
        if page.input_value("#code").upper() != "7AXA-6ZTA" or page.get_attribute("#code", "aria-invalid") != "true":
            yield "expected the code still in the field, marked as wrong"


@suite.plant("one explanation for every slip", "different explanations")
def same_words(home):
    return told_apart(home, html=lambda text: re.sub(r'(<div class="note late" role="alert"><p>)[^<]*', r"\1Error", text))
