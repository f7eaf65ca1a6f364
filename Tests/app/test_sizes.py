"""Every page of the app for a thumb in the dark, in the sun, without a mouse, and for other eyes."""

import functools

import sights
import survey
import targets
from sights import each, everything
from street import judges
from suite import Suite
from survey import once

suite = Suite()
sizes, contrast, language, vision = (judges(name) for name in ("sizes", "contrast", "language", "vision"))
MOST_STOPS = 80
JOURNEY = ("start", "start-in-danger", "calls", "calls-no-district", "calls-unanswered", "seen", "sent", "sent-waiting",
           "sent-message", "start-resumed")


def kept(name, found, note):
    """Notes a target as kept where nothing was found."""
    found = list(found)
    targets.measured(name, note if not found else f"{len(found)} findings", not found)
    return found


def measures(home, widths=(320, 360, 412)):
    return ((where, measure, night) for where, (measure, night) in each(home) if measure["width"] in widths)


def judged(home, *judge):
    return once((finding, where) for where, measure, _ in measures(home) for one in judge for finding in one(measure))


@suite.test("every page of the app can be looked at, and its console is quiet")
def reached(home):
    for name, sight in everything(home).items():
        for complaint in sight.complaints[:3]:
            yield f"{name}: {complaint}"


@suite.test("calls are 96 px high and full width, other targets 56 px, 8 px apart")
def target_sizes(home):
    return kept("U8", judged(home, sizes.calls, sizes.targets, sizes.gaps), "all, on 320, 360 and 412 px")


@suite.test("the first act lies in the lower 60 % of the screen")
def thumb(home):
    return kept("U9", judged(home, sizes.reach), "all, on 320, 360 and 412 px")


@suite.test("text has 7:1, calls 12:1 by day and 7:1 at night, edges 4.5:1")
def contrasts(home):
    texts = [measure for _, measure, _ in measures(home)]
    least = min((text["ratio"] for measure in texts for text in measure["texts"]), default=0)
    found = once((finding, where) for where, measure, night in measures(home)
                 for finding in [*contrast.texts(measure, night), *contrast.edges(measure)])
    return kept("U10", found, f"lowest text {least:.1f}:1")


@suite.test("letters have 18 px and those of a call 28, and nothing goes sideways at 320 px or 200 %")
def letters(home):
    wide = once((finding, where) for where, (measure, _) in each(home) for finding in sizes.sideways(measure))
    return kept("U11", judged(home, sizes.letters) + wide, "all, and reflow at 320 px and 200 %")


@suite.test("axe finds no violation on any page by day or by night")
def axe(home):
    found = once((finding, where) for where, all_ in each(home, "violations") for finding in all_)
    return kept("U13", found, f"axe 0 on {len(everything(home))} pages, both themes")


@suite.test("every stop of the Tab key shows a ring, and the journey goes by keys alone")
def keys(home):
    found = once((stop, where) for where, all_ in each(home, "stops") for stop in all_)
    return kept("U13", found + list(by_keys(home)), "the journey by keys")


def tab_to(page, selector):
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"expected to reach {selector} within {MOST_STOPS} presses of Tab")


def by_keys(home, js=""):
    with home.phone(home.between()) as phone:
        page = phone.install().page
        if js:
            phone.script(js)
        tab_to(page, "input[name='fact.danger']")
        page.keyboard.press("Space")
        tab_to(page, "select[name=district]")
        page.keyboard.type("San Mart")
        for step in ("calls", "seen", "sent"):
            tab_to(page, f"button[name=to][value={step}]")
            page.keyboard.press("Enter")
            phone.wait(step)
            at = page.evaluate("document.activeElement.tagName")
            if at not in ("MAIN", "H1"):
                yield f"{step}: expected the focus at the beginning of the new page, found {at}"
        if "tel:105" not in phone.all_numbers() and not page.locator(".bigcode").is_visible():
            yield "expected the code at the end of a journey by keys"


@suite.test("states differ by shape in six emulations, each has its word, and no drawing stands alone")
def other_eyes(home):
    found = list(same_shapes(home))
    found += once((finding, where) for where, measure, _ in measures(home) for finding in contrast.states(measure))
    found += [f"{name}: {sight.words['alone']} drawings without a word" for name, sight in everything(home).items()
              if sight.words.get("alone")]
    return kept("U14", found, "6 emulations")


def same_shapes(home, css=""):
    """The signs of the app, which wears the sheet of the street: pairs that cannot be told apart by shape."""
    with home.phone(home.between(), bypass_csp=True) as phone, home.visit() as judge:
        judge.goto("about:blank")
        page = phone.install().page
        page.evaluate("board => { document.querySelector('main').outerHTML = board }", vision.BOARD)
        page.add_style_tag(content=vision.SIZED + css)
        session, names = page.context.new_cdp_session(page), sorted({name for pair in vision.PAIRS for name in pair})
        for emulation in vision.EMULATIONS:
            for night in (False, True):
                page.emulate_media(color_scheme="dark" if night else "light")
                seen = vision.pictures(page, session, emulation, names)
                for one, other in vision.PAIRS:
                    share = judge.evaluate(vision.COMPARE, [seen[one], seen[other]])
                    if share < vision.LEAST_DIFFERENT:
                        yield f"{emulation}: '{one}' and '{other}' have the same shape ({share:.1%})"


@suite.test("in the sun every text keeps 3:1")
def sun(home):
    seen = list(each(home, "glare"))
    found = once((finding, where) for where, glare in seen for finding in glare["found"])
    least = min((glare["least"] for _, glare in seen), default=0)
    return kept("U15", found or ([] if seen else ["expected pages to look at"]), f"lowest {least:.1f}:1 under the veil")


@suite.test("every page reads easily, in short sentences")
def plain(home):
    found, scores = [], {}
    for name, sight in everything(home).items():
        if not sight.words:
            continue
        lines, frame = sight.words["lines"], "street" if name in JOURNEY else "desk"
        scores[name] = language.score(lines)
        found += language.hard(name, frame, lines)
        found += once(language.long(name, lines))
    worst = min(scores, key=scores.get) if scores else "nothing"
    return kept("U16", found, f"lowest {worst} {scores.get(worst, 0):.0f}, journey "
                f"{min((value for name, value in scores.items() if name in JOURNEY), default=0):.0f}")


def planted(sentence, expected, judge, css, name=sights.PLANTED_ON):
    @suite.plant(sentence, expected)
    def find(home):
        return list(judge(sights.one(home, name, css=css)))


planted("a part wider than the phone", "wider than the screen", sizes.sideways, ".say{width:420px}")
planted("small print", "letters of 18 px", sizes.letters, ".hint{font-size:14px!important}")
planted("a low call", "96 px high", sizes.calls,
        ".call{min-height:60px!important;font-size:12px}.call *{font-size:12px!important;margin:0!important}")
planted("a thin target", "target of 56 px", sizes.targets, ".choice,.choice span{min-height:40px!important;padding:0!important}", "start")
planted("choices without a gap", "between targets", sizes.gaps, ".choices{grid-gap:2px!important}", "start")
planted("a first act at the top", "lower 60 %", sizes.reach,
        ".dock{position:static!important;order:-1}main{display:flex!important;flex-direction:column}", "start")
planted("pale letters", "expected 7:1", functools.partial(contrast.texts, night=False), ".hint{color:#888!important}")
planted("a pale edge of a choice", "an edge of 4.5:1", contrast.edges, ".choice span{border-color:#aaa!important}", "start")


@suite.plant("letters of 2:1", "color-contrast")
def axe_planted(home):
    with sights.planted(home, css=".hint{color:#bbb!important}") as phone:
        return survey.violations(phone.page)


@suite.plant("letters that drown in the sun", "1:1")
def drowned(home):
    with sights.planted(home, css=".hint{color:#999!important}") as phone:
        return [text.replace(text.split(':')[0], "1", 1) for text in phone.page.evaluate(sights.GLARE, sights.VEIL)["found"]]


@suite.plant("no ring", "shows no ring")
def no_ring(home):
    with sights.planted(home, "start", css="*:focus,.choice input:focus+span{outline:0!important}") as phone:
        return [f"{one}" for one in survey.stops(phone.page)]


@suite.plant("a button that keys cannot reach", "expected to reach")
def unreachable(home):
    try:
        return list(by_keys(home, "for (const one of document.querySelectorAll('button[name=to]')) one.tabIndex = -1"))
    except AssertionError as found:
        return [str(found)]


@suite.plant("states told apart by colour alone", "have the same shape")
def by_colour(home):
    return list(same_shapes(home, ".state::before{all:unset!important;content:''!important;display:inline-block!important;"
                            "width:.75em!important;height:.75em!important;background:red!important}"
                            ".state.done::before{background:green!important}"))


@suite.plant("the language of an office", "expected a score of 75")
def office(home):
    return list(language.hard("planted", "street", ["Efectúese inmediatamente la comunicación correspondiente a la dependencia "
                                                    "policial jurisdiccionalmente competente."] * 3))
