"""What an operator's hand does at a desk: find a case, act by keys or by buttons, take a report from the street."""

from walk import to_calls

SPOKEN = {"grado": "Fiscal de práctica"}


def report(home, town, danger="no", district="150135", implicated=None):
    """A guard reports from a phone; returns the code that the guard reads out."""
    with home.visit() as phone:
        hand = to_calls(phone, town, district=district, danger=danger, injury="no")
        if implicated:
            hand.tap("details.tap summary")
            hand.answer("fact.official-implicated", implicated)
            phone.wait_for_selector(f"input[name='fact.official-implicated'][value={implicated}][checked]", state="attached")
        hand.go("seen")
        hand.answer("people", "one")
        hand.go("sent")
        return hand.code()


def case_id(town, code):
    """The id that the register knows a code under."""
    rows = town.read("SELECT case_id FROM case_row WHERE reference = $1", code)
    return rows[0][0] if rows else None


def events(town, case):
    """The names of what happened in a case, in order."""
    return [name for (name,) in town.read(
        "SELECT name FROM journal_event WHERE case_id = $1 ORDER BY version", case)]


def act(page, word, about=""):
    """The form of one verb, such as `tomar`; `about` is what one of its hidden values begins with."""
    more = f":has(input[type=hidden][value^='{about}'])" if about else ""
    return page.locator(f"form:has(input[name=acto][value='{word}']){more}").first


def unfold(form):
    """Opens everything that a form is folded into."""
    form.evaluate("form => { for (let at = form; at; at = at.parentElement) if (at.matches('details')) at.open = true }")
    return form


def press(form):
    """Sends a form by its own button: where it has two, the one that is not quiet."""
    buttons = unfold(form).locator("button")
    own = buttons.locator("visible=true").and_(form.page.locator("button:not(.quiet)"))
    (own if buttons.count() > 1 and own.count() else buttons).last.click()
    form.page.wait_for_load_state()


def open_case(page, town, case):
    page.goto(f"{town.address}/casos/{case}")


def open_person(page, town, case, person):
    """From the case to one of its persons, by the link."""
    open_case(page, town, case)
    page.locator(f"main a[href$='/personas/{person}']").first.click()
    page.wait_for_load_state()


def take(page, town, case):
    """Takes a case: the acknowledgement of the centre."""
    open_case(page, town, case)
    press(act(page, "tomar"))


def add_person(page, town, case, age="adult"):
    """Writes a person down on a case; returns the id."""
    open_case(page, town, case)
    form = unfold(act(page, "persona"))
    form.locator("select[name=anos]").select_option(age)
    person = form.locator("input[name=quien]").input_value()
    press(form)
    return person


def give_custody(page, town, case, person, institution="serenazgo", post="F-07"):
    """Says who answers for a person."""
    open_person(page, town, case, person)
    form = unfold(act(page, "responder"))
    form.locator("select[name=entidad]").select_option(institution)
    form.locator("input[name=cargo]").fill(post)
    press(form)


def sign(page, card):
    """Fills in the signature of a second person."""
    page.fill("#second", card.account)
    page.fill("#second-phrase", card.passphrase)
    page.fill("#second-code", card.code())


def note(page):
    """What the page says about what was just asked."""
    found = page.locator("main .note[role=alert]:visible")
    return " ".join(found.first.inner_text().split()) if found.count() else ""


def words(page):
    return " ".join(page.locator("main").inner_text().split())
