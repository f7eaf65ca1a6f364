"""When something goes wrong: a page in words that says what happened, what is safe and what to do; and a quiet browser."""

import re

import views
from suite import Suite
from survey import everything

suite = Suite()
STATUS = {"not-found": 404, "wrong-method": 405, "too-large": 413, "unreadable": 422}
EXPECTED_NOISE = re.compile(r"Failed to load resource: (the server responded with a status of (404|405|413|422)|"
                            r"net::ERR_INTERNET)")


def explained(page):
    """What an error page lacks."""
    paragraphs = page.locator("main p").all_text_contents()
    if page.locator("h1").count() != 1 or len(paragraphs) < 3:
        yield f"expected a title and three sentences: what happened, what is safe, what to do; found {paragraphs}"
    if "105" not in page.inner_text("main"):
        yield "expected the number 105"
    for link in ("/", "/directorio"):
        if not page.locator(f'main a[href="{link}"]').count():
            yield f"expected a link to {link}"
    if re.search(r"\b(error|exception|fault|null|nil|swift)\b", page.inner_text("main"), re.I):
        yield "words of a machine"


@suite.test("each error page answers with its status and says what happened, what is safe and what to do")
def errors(home):
    for name, status in STATUS.items():
        view = next(view for view in views.ALL if view.name == name)
        with home.visit() as page:
            found = []
            page.on("response", lambda response: found.append(response.status))
            view.reach(page, home)
            if status not in found:
                yield f"{name}: expected the status {status}, found {found}"
            yield from (f"{name}: {finding}" for finding in explained(page))


@suite.test("an answer that is not understood is asked again, the rest stays, and nothing is recorded")
def misread(home):
    before = len(home.open.reports())
    with home.visit(script=False) as page:
        views.seen_misread(page, home)
        if page.locator("main .note.late:visible li").count() != 1:
            yield "expected one explanation"
        if page.locator("input[name=district]").count() + page.locator("select[name=district]").count() == 0:
            yield "expected the district to be carried on"
    after = [report for _, _, report in home.open.reports()[before:]]
    if any(report["people"] == "legion" for report in after) or len(after) != 1:
        yield f"expected only the report of the calls, found {len(after)}"


@suite.test("no page makes the browser complain of an error or of its security policy")
def quiet(home):
    for name, sight in everything(home).items():
        for complaint in sight.complaints:
            if not EXPECTED_NOISE.match(complaint):
                yield f"{name}: {complaint[:150]}"


@suite.plant("an error page that only says error", "words of a machine")
def machine(home):
    with home.visit(html=lambda text: re.sub(r"<h1>[^<]*", "<h1>Error 404: null", text)) as page:
        page.goto(home.open.address + "/nada-aqui")
        return list(explained(page))
