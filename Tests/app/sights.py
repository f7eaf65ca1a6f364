"""Goes to every page of the app once, and looks at it at every width, by day and by night, with everything open."""

import functools
from pathlib import Path

import survey
from survey import Sight
from views import open_all

GLARE = (Path(__file__).parent / "glare.js").read_text()
VEIL = 0.1
WIDTHS = {320: (320, 568), 360: (360, 640), 412: (412, 915)}


def waiting(phone, act):
    """A page that is reached while nobody answers."""
    phone.page.context.set_offline(True)
    act(phone)


def with_report(phone):
    phone.sent(danger="yes")
    phone.to("reports")


VIEWS = {
    "start": lambda one: None,
    "start-in-danger": lambda one: (one.answer("fact.danger", "yes"), one.answer("fact.injury", "yes")),
    "calls": lambda one: one.calls(),
    "calls-no-district": lambda one: one.calls(district=None),
    "calls-unanswered": lambda one: (one.calls(danger="yes"), one.answer("fact.police-answered", "no")),
    "seen": lambda one: one.seen(),
    "sent-waiting": lambda one: waiting(one, lambda phone: phone.sent()),
    "sent": lambda one: (one.sent(), one.page.wait_for_selector("[data-report][data-state=received]", state="attached")),
    "reports-empty": lambda one: one.to("reports"),
    "reports": lambda one: waiting(one, with_report),
    "directory": lambda one: one.to("directory"),
    "rights": lambda one: one.to("rights"),
    "device": lambda one: one.to("device"),
    "offer": lambda one: (one.sent(), one.to("offer")),
    "read": lambda one: one.to("device") and one.page.locator("[data-go='read']").count() and one.to("read"),
}
PLANTED_ON = "calls"




def look(home, name):
    """One visit to one page of the app; what cannot be reached is a complaint."""
    sight, middle = Sight(), home.between()
    home.pictures.mkdir(parents=True, exist_ok=True)
    with home.phone(middle) as phone:
        phone.page.on("console", lambda message: message.type == "error" and "ERR_INTERNET" not in message.text
                      and sight.complaints.append(message.text))
        phone.page.on("pageerror", lambda fault: sight.complaints.append(str(fault)))
        phone.install()
        arrive(phone, name)
        for width, size in WIDTHS.items():
            for night in (False, True):
                survey.on_screen(phone.page, size, night)
                sight.measures[f"{width} px, {'night' if night else 'day'}"] = survey.measured(phone.page), night
                if width != 412:
                    survey.picture(phone.page, home, f"app-{name}", width, night)
        survey.on_screen(phone.page, survey.ZOOMED)
        sight.measures["200 % zoom"] = survey.measured(phone.page, False), False
        open_all(phone.page)
        sight.words = phone.page.evaluate(survey.WORDS)
        for night in (False, True):
            survey.on_screen(phone.page, WIDTHS[360], night)
            where = f"360 px, {'night' if night else 'day'}"
            sight.violations[where] = survey.violations(phone.page)
            sight.glare = {**getattr(sight, "glare", {}), where: phone.page.evaluate(GLARE, VEIL)}
        sight.stops["360 px"] = survey.stops(phone.page)
    return sight


def arrive(phone, name):
    """To a page, past the ten seconds in which a report may be taken back."""
    if name in ("sent",):
        phone.page.clock.install()
        phone.sent()
        phone.page.clock.fast_forward(15_000)
        phone.page.wait_for_selector("[data-report][data-state=received]", state="attached")
    else:
        VIEWS[name](phone)


@functools.cache
def everything(home):
    """All pages of the app; looked at once, judged by several themes. A page that breaks is a complaint."""
    found = {}
    for name in VIEWS:
        try:
            found[name] = look(home, name)
        except Exception as fault:
            found[name] = Sight(complaints=[f"cannot be looked at: {' '.join(str(fault).split())[:160]}"])
    return found


def each(home, part="measures"):
    for name, sight in everything(home).items():
        for screen, value in getattr(sight, part, {}).items():
            yield f"{name}, {screen}", value


def one(home, name=PLANTED_ON, width=360, night=False, **faults):
    """One measure of one page, with a fault planted into it."""
    with planted(home, name, **faults) as phone:
        survey.on_screen(phone.page, survey.SIZES[width], night)
        return survey.measured(phone.page)


class planted:
    """A phone on a page with a stylesheet of faults, and the markup changed."""

    def __init__(self, home, name=PLANTED_ON, css="", js=""):
        self.visit, self.name, self.css, self.js = home.phone(home.between(), bypass_csp=True), name, css, js

    def __enter__(self):
        phone = self.visit.__enter__()
        phone.install()
        arrive(phone, self.name)
        if self.css:
            phone.page.add_style_tag(content=self.css)
        if self.js:
            phone.script(self.js)
        return phone

    def __exit__(self, *fault):
        return self.visit.__exit__(*fault)
