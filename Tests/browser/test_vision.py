"""Other eyes: in six emulations, and in grey, what differs still differs by shape."""

import base64

import views
from suite import Suite
from survey import everything

suite = Suite()
EMULATIONS = ("achromatopsia", "blurredVision", "deuteranopia", "protanopia", "reducedContrast", "tritanopia")
LEAST_DIFFERENT = 0.02

# A picture as a shape: 1 where a point is on the other side of the middle grey than the corner is.
COMPARE = """async ([one, other]) => {
  const shape = async picture => {
    const image = await createImageBitmap(await (await fetch('data:image/png;base64,' + picture)).blob());
    const canvas = new OffscreenCanvas(64, 64), pen = canvas.getContext('2d');
    pen.drawImage(image, 0, 0, 64, 64);
    const points = pen.getImageData(0, 0, 64, 64).data, grey = [];
    for (let i = 0; i < points.length; i += 4) grey.push(points[i] * .2126 + points[i + 1] * .7152 + points[i + 2] * .0722);
    const middle = (Math.min(...grey) + Math.max(...grey)) / 2, corner = grey[0] > middle;
    return Math.max(...grey) - Math.min(...grey) < 40 ? grey.map(() => false) : grey.map(point => (point > middle) !== corner);
  };
  const [a, b] = [await shape(one), await shape(other)];
  return a.filter((point, i) => point !== b[i]).length / a.length;
}"""

# The signs beside the words: states, and a choice that is made and one that is not, with the same word on both.
BOARD = """<main><div class="choices one">
<label class="choice"><input type="checkbox" checked><span id="chosen">Sí</span></label>
<label class="choice"><input type="checkbox"><span id="open">Sí</span></label></div>
<p><span class="state ok" id="ok"></span></p><p><span class="state done" id="done"></span></p>
<p><span class="state open" id="missing"></span></p>
<ul class="do"><li id="do"></li></ul><ul class="dont"><li id="dont"></li></ul></main>"""
SIZED = ".state,#do,#dont{display:inline-block;width:28px;height:32px}"
PAIRS = [("chosen", "open"), ("ok", "done"), ("ok", "missing"), ("done", "missing"), ("do", "dont")]


def pictures(page, session, emulation, names):
    session.send("Emulation.setEmulatedVisionDeficiency", {"type": emulation})
    return {name: base64.b64encode(page.locator("#" + name).screenshot()).decode() for name in names}


def same_shapes(home, css=""):
    """Pairs of signs that cannot be told apart by shape."""
    names = sorted({name for pair in PAIRS for name in pair})
    with home.visit(css=css + SIZED) as page, home.visit() as judge:
        views.begin(page, home)
        judge.goto("about:blank")
        page.evaluate("board => { document.querySelector('main').outerHTML = board }", BOARD)
        session = page.context.new_cdp_session(page)
        for emulation in EMULATIONS:
            for night in (False, True):
                page.emulate_media(color_scheme="dark" if night else "light")
                seen = pictures(page, session, emulation, names)
                for one, other in PAIRS:
                    share = judge.evaluate(COMPARE, [seen[one], seen[other]])
                    if share < LEAST_DIFFERENT:
                        where = f"{emulation}, {'night' if night else 'day'}"
                        yield f"{where}: '{one}' and '{other}' have the same shape ({share:.1%})"


@suite.test("chosen and not, done and open, yes and no differ in shape for six kinds of eyes")
def shapes(home):
    return same_shapes(home)


@suite.test("no drawing stands without a word")
def words(home):
    return [f"{name}: {sight.words['alone']} drawings without a word" for name, sight in everything(home).items()
            if sight.words["alone"]]


@suite.plant("states told apart by colour alone", "have the same shape")
def by_colour(home):
    return same_shapes(home, ".state::before{all:unset!important;content:''!important;display:inline-block!important;"
                             "width:.75em!important;height:.75em!important;background:red!important}"
                             ".state.done::before{background:green!important}")


@suite.plant("a choice that is made by colour alone", "'chosen' and 'open'")
def choice_by_colour(home):
    return same_shapes(home, ".choice span::before{display:none!important}.choice span{font-weight:400!important}"
                             ".choice input:checked+span{background:var(--surface)!important;color:var(--thread)!important}")
