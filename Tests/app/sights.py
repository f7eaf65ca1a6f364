"""Goes to every page of the app once, and looks at it at every width, by day and by night, with everything open."""

import functools
import re
from contextlib import contextmanager
from pathlib import Path

import survey
from centre import Centre
from phone import Phone
from street import looks
from survey import Sight
from views import open_all

GLARE = (Path(__file__).parent / "glare.js").read_text()
VEIL = 0.1
PLANNED = re.compile(r"ERR_INTERNET|status of 422")
"""What the browser itself notes of a network that is taken away here, and of the refusal of `observed`."""
WIDTHS = {320: (320, 568), 360: (360, 640), 412: (412, 915)}


def waiting(phone, act):
    """A page that is reached while nobody answers."""
    phone.page.context.set_offline(True)
    act(phone)


def with_report(phone):
    phone.sent(danger="yes")
    phone.to("reports")


def observed(phone, middle):
    """The tray with a report that the centre could not open."""
    middle.answers["/app/avisos"] = 422, {"fault": "unreadable"}
    report = phone.sent()
    phone.to("reports").send_all()
    phone.wait_for_state(report, "observed")


def resumed(phone, middle):
    """The start after a crash: a report was saved while its data were still coming in."""
    phone.seen()
    phone.again().page.wait_for_selector("[data-resume]")


def with_message(phone, middle):
    """The end of a journey that finds no network and has a short message instead."""
    phone.page.context.set_offline(True)
    phone.sent()
    phone.page.wait_for_selector("a[data-act='sms']")


def offering(phone):
    phone.sent()
    phone.to("offer")
    return phone.page.locator("textarea[readonly]").input_value()


def typed(phone, frames):
    """Takes frames in as text, as a phone without a camera does."""
    open_all(phone.page)
    phone.page.fill("#typed", frames)


def answering(phone, middle):
    """What the officer sees before signing."""
    with beside(phone, middle) as guard:
        frames = offering(guard)
    phone.to("read")
    typed(phone, frames)
    phone.wait("answer")


def signed(phone, middle):
    answering(phone, middle)
    phone.act("sign")
    phone.page.wait_for_selector("[data-frame]")


def handed(phone, middle):
    """What the guard sees when the signature came back; a phone that reads it many times over tells it once."""
    frames = offering(phone)
    with beside(phone, middle) as officer:
        officer.to("read")
        typed(officer, frames)
        officer.wait("answer").act("sign")
        officer.page.wait_for_selector("[data-frame]")
        answer = officer.page.locator("textarea[readonly]").input_value()
    phone.act("read")
    phone.wait("read")
    typed(phone, answer)
    phone.wait("handed")
    middle.wait(lambda _: middle.passed("/app/entregas"))


def told(phone, middle):
    """The tray with a handover that the centre has and that a person must settle: nobody has taken the case in yet."""
    handed(phone, middle)
    phone.to("start").to("reports")
    phone.page.wait_for_selector("[data-hand=conflict]")


@contextmanager
def beside(phone, middle):
    """Another phone of the same centre, in the same place."""
    context = phone.page.context.browser.new_context(**looks(WIDTHS[360], False))
    try:
        other = Phone(context.new_page(), phone.address)
        other.install(middle.centre.enrol(f"P-{len(middle.exchanges):04}"))
        yield other.open()
    finally:
        context.close()


VIEWS = {
    "start": lambda one, _: None,
    "start-in-danger": lambda one, _: (one.answer("fact.danger", "yes"), one.answer("fact.injury", "yes")),
    "start-resumed": resumed,
    "calls": lambda one, _: one.calls(),
    "calls-no-district": lambda one, _: one.calls(district=None),
    "calls-unanswered": lambda one, _: (one.calls(danger="yes"), one.answer("fact.police-answered", "no")),
    "seen": lambda one, _: one.seen(),
    "sent-waiting": lambda one, _: waiting(one, lambda phone: phone.sent()),
    "sent-message": with_message,
    "sent": lambda one, _: (one.sent(), one.page.wait_for_selector("[data-report][data-state=received]", state="attached")),
    "reports-empty": lambda one, _: one.to("reports"),
    "reports": lambda one, _: waiting(one, with_report),
    "reports-observed": observed,
    "directory": lambda one, _: one.to("directory"),
    "rights": lambda one, _: one.to("rights"),
    "settings": lambda one, _: one.to("settings"),
    "pin": lambda one, _: (one.to("settings"), one.act("set-pin"), one.wait("pin")),
    "device": lambda one, _: one.to("device"),
    "device-enrolled": lambda one, _: one.to("device"),
    "offer": lambda one, _: offering(one),
    "read": lambda one, _: one.to("read"),
    "answer": answering,
    "signed": signed,
    "handed": handed,
    "reports-handed": told,
}
ENROLLED = {"sent-message", "device-enrolled", "offer", "read", "answer", "signed", "handed", "reports-handed"}
"""Pages of a phone that the control centre knows."""
PLANTED_ON = "calls"


def look(home, name):
    """One visit to one page of the app; what cannot be reached is a complaint."""
    sight, middle = Sight(), home.between(home.town if name in ENROLLED else None)
    home.pictures.mkdir(parents=True, exist_ok=True)
    with home.phone(middle) as phone:
        phone.page.on("console", lambda message: message.type == "error" and not PLANNED.search(message.text)
                      and sight.complaints.append(message.text))
        phone.page.on("pageerror", lambda fault: sight.complaints.append(str(fault)))
        phone.install(enrolment(home, name, middle))
        arrive(phone, name, middle)
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


def enrolment(home, name, middle):
    """What the QR of the centre adds to the address, for the pages that need it."""
    if name not in ENROLLED:
        return ""
    middle.centre = Centre(home.town)
    return middle.centre.enrol(f"S-{sorted(VIEWS).index(name):04}")


def arrive(phone, name, middle):
    """To a page, past the ten seconds in which a report may be taken back."""
    if name in ("sent",):
        phone.page.clock.install()
        phone.sent()
        phone.page.clock.fast_forward(15_000)
        phone.page.wait_for_selector("[data-report][data-state=received]", state="attached")
    else:
        VIEWS[name](phone, middle)


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
        self.middle = home.between()
        self.visit, self.name, self.css, self.js = home.phone(self.middle, bypass_csp=True), name, css, js

    def __enter__(self):
        phone = self.visit.__enter__()
        phone.install()
        arrive(phone, self.name, self.middle)
        if self.css:
            phone.page.add_style_tag(content=self.css)
        if self.js:
            phone.script(self.js)
        return phone

    def __exit__(self, *fault):
        return self.visit.__exit__(*fault)
