"""Looks at the screens of people who have entered, by day and by night, on a phone and on a desk."""

from dataclasses import dataclass
from typing import Callable

import survey
import views
from survey import SIZES, Sight, on_screen

WIDTHS = (360, 1440)


@dataclass(frozen=True)
class Screen:
    name: str
    who: str
    """The account or the role that stands before it; empty for nobody."""
    reach: Callable
    """Takes the page, the house and the town."""


def visit(home, screen, **more):
    return home.town.visit(home, screen.who, **more) if screen.who else home.visit(**more)


def look(home, screen):
    """One visit to one screen: measures as it is reached, then everything open for axe and the Tab key."""
    sight = Sight()
    with visit(home, screen) as page:
        page.on("console", lambda told: told.type == "error" and "status of 4" not in told.text
                and sight.complaints.append(told.text))
        page.on("pageerror", lambda fault: sight.complaints.append(str(fault)))
        screen.reach(page, home, home.town)
        for width in WIDTHS:
            for night in (False, True):
                on_screen(page, SIZES[width], night)
                sight.measures[f"{width} px, {'night' if night else 'day'}"] = survey.measured(page), night
                survey.picture(page, home, "desk-" + screen.name, width, night)
        on_screen(page, SIZES[320])
        sight.measures["320 px"] = survey.measured(page, False), False
        views.open_all(page)
        sight.words = page.evaluate(survey.WORDS)
        for width in WIDTHS:
            on_screen(page, SIZES[width])
            sight.violations[f"{width} px, day"] = survey.violations(page)
        sight.stops["1440 px"] = survey.stops(page)
        on_screen(page, SIZES[360], night=True)
        sight.violations["360 px, night"] = survey.violations(page, survey.AXE_COLOURS)
    return sight


def all_sights(home, screens):
    """Every screen, looked at once."""
    home.pictures.mkdir(parents=True, exist_ok=True)
    return {screen.name: look(home, screen) for screen in screens}


def each(sights, part="measures"):
    """Every value of one part of the sights, with the words that say where it was taken."""
    for name, sight in sights.items():
        for where, value in getattr(sight, part).items():
            yield f"{name}, {where}", value


def one(home, screen, width=360, night=False, **faults):
    """One measure of one screen, with a fault planted."""
    with visit(home, screen, size=SIZES[width], night=night, **faults) as page:
        screen.reach(page, home, home.town)
        return survey.measured(page)
