"""Goes to every view once and looks at it with everything that the themes judge by."""

import functools
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe

import views

SIZES = {320: (320, 568), 360: (360, 640), 412: (412, 915), 1440: (1440, 900)}
COLOURED = (360, 1440)  # colours do not hang on the width; pictures are taken here too
ZOOMED = (640, 450)  # a screen of 1280 by 900 at 200 %
LARGEST_LETTERS = "130%"  # the largest that Android offers
HERE = Path(__file__).parent
MEASURE, FOCUS, WORDS = ((HERE / name).read_text() for name in ("measure.js", "focus.js", "words.js"))
STANDARD = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
AXE = {"runOnly": STANDARD, "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}}}
AXE_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "color-contrast-enhanced"]}}


@dataclass
class Sight:
    """What was seen of one view; every list or measure by the words for its screen."""

    measures: dict = field(default_factory=dict)
    stops: dict = field(default_factory=dict)
    violations: dict = field(default_factory=dict)
    words: dict = field(default_factory=dict)
    complaints: list = field(default_factory=list)


def measured(page, with_colours=True):
    page.evaluate("scrollTo(0, 0)")
    return page.evaluate(MEASURE, with_colours)


def stops(page):
    """What is wrong with the stops of the Tab key."""
    page.keyboard.press("Tab")
    return [f"{stop['what']} {stop['fault']}" for stop in page.evaluate(FOCUS)]


def violations(page, options=AXE):
    """What axe finds on a page as it stands."""
    found = Axe().run(page, options={**options, "resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {' '.join(node['html'].split())[:110]}" for one in found for node in one["nodes"][:3]]


def on_screen(page, size, night=False):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme="dark" if night else "light")


def picture(page, home, name, width, night):
    """The whole page, as on a screen so high that nothing sticks out."""
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": min(height, 8000)})
    page.screenshot(path=home.pictures / f"{name}-{width}-{'night' if night else 'day'}.png")


def with_letters(page, size):
    """Letters as large as the phone's owner has set them."""
    page.evaluate("size => { document.documentElement.style.fontSize = size }", size)


def measure_all(page, home, name, sight):
    for width, size in SIZES.items():
        for night in (False, True) if width in COLOURED else (False,):
            on_screen(page, size, night)
            sight.measures[f"{width} px, {'night' if night else 'day'}"] = measured(page, width in COLOURED), night
            if width in COLOURED:
                picture(page, home, name, width, night)
    on_screen(page, ZOOMED)
    sight.measures["200 % zoom"] = measured(page, False), False
    on_screen(page, SIZES[360])
    with_letters(page, LARGEST_LETTERS)
    sight.measures["360 px, largest letters"] = measured(page, False), False
    with_letters(page, "")


def look(home, view):
    """One visit to one view: measures as it is reached, then everything open for axe, the Tab key and the words."""
    sight = Sight()
    with home.visit() as page:
        page.on("console", lambda message: message.type == "error" and sight.complaints.append(message.text))
        page.on("pageerror", lambda fault: sight.complaints.append(str(fault)))
        view.reach(page, home)
        measure_all(page, home, view.name, sight)
        views.open_all(page)
        sight.words = page.evaluate(WORDS)
        for width in (360, 1440) if view in views.DESK else (360,):
            on_screen(page, SIZES[width])
            sight.violations[f"{width} px, day"] = violations(page)
            sight.stops[f"{width} px"] = stops(page)
        on_screen(page, SIZES[360], night=True)
        sight.violations["360 px, night"] = violations(page, AXE_COLOURS)
    return sight


@functools.cache
def everything(home):
    """All views; looked at once, judged by several themes."""
    home.pictures.mkdir(parents=True, exist_ok=True)
    return {view.name: look(home, view) for view in views.ALL}


def each(home, part="measures"):
    """Every value of one part of the sights, with the words that say where it was taken."""
    for name, sight in everything(home).items():
        for screen, value in getattr(sight, part).items():
            yield f"{name}, {screen}", value


def once(findings):
    """Each finding once, with the first place it was seen at: the same fault shows on many screens."""
    seen = {}
    for what, where in findings:
        seen.setdefault(what, []).append(where)
    return [f"{what} ({places[0]}{f' and {len(places) - 1} more' if len(places) > 1 else ''})" for what, places in seen.items()]


def one(home, view, width=360, night=False, letters=None, **faults):
    """One measure of one view, with a fault planted."""
    with home.visit(size=SIZES[width], night=night, **faults) as page:
        view.reach(page, home)
        if letters:
            with_letters(page, letters)
        return measured(page)
