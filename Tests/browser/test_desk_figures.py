"""Published figures: every picture has its numbers in a table, the keyboard reaches all of it, and lines say where they break."""

import functools
import os
import re
import subprocess

from suite import Suite
from town import DATA, Town

suite = Suite()
PHONE, WIDE = (360, 640), (1440, 900)
EARLIER = "480"
"""Cases of the four quarters before this one."""
SLOW = 90_000
"""Milliseconds; a quarter is counted while the page waits."""

CHARTS = """() => [...document.querySelectorAll('main svg.chart')].map(svg => {
  const home = svg.closest('section'), frame = svg.closest('.scroll'), box = svg.viewBox.baseVal;
  const out = [...svg.querySelectorAll('text')].filter(t => { const b = t.getBBox(); return b.x < box.x || b.x + b.width > box.width + 1 });
  const texts = [...svg.querySelectorAll('text.cl')].map(t => t.getBBox());
  const over = svg.querySelector('path.ln') ? texts.some((a, i) => texts.slice(i + 1).some(b => Math.abs(a.y - b.y) < a.height * .8)) : false;
  return { name: home?.querySelector('h2')?.innerText ?? '', titled: !!svg.querySelector('title')?.textContent.trim(),
    table: !!home?.querySelector('table'), framed: frame?.tabIndex === 0 && !!frame.getAttribute('aria-label'),
    out: out.map(t => t.textContent), over } })"""
LINES = """() => [...document.querySelectorAll('main svg.chart')].filter(svg => svg.querySelector('path.ln')).map(svg => ({
  dashes: [...new Set([...svg.querySelectorAll('path.ln')].map(p => p.getAttribute('stroke-dasharray') ?? 'none'))].length,
  labels: svg.querySelectorAll('text.cl').length, starts: svg.querySelectorAll('path.ln').length,
  markers: svg.querySelectorAll('.mk').length,
  cells: [...svg.closest('section').querySelectorAll('tbody td')].filter(cell => /\\d/.test(cell.innerText)).length,
  hidden: [...svg.closest('section').querySelectorAll('tbody td')].filter(cell => cell.innerText.includes('·')).length,
  note: svg.closest('section').innerText.includes('no un cero') }))"""


@functools.cache
def counted(home):
    """A town with a past, of which two people have published three quarters; between the last two lies one that they did not."""
    folder = home.folder / "town-counted"
    folder.mkdir()
    register = home.registers.of(folder / DATA)
    subprocess.run(
        [str(home.ruta), "practice", "fill", "--cases", "10", "--earlier", EARLIER, "--data", str(folder / DATA),
         "--catalog", str(home.town_catalog)], check=True, capture_output=True, env={**os.environ, **register.environment})
    town = Town(home.ruta, home.town_catalog, folder, register)
    home.started.append(town)
    with town.visit(home, "coordinator") as one, town.visit(home, "privacy-officer") as other:
        one.context.set_default_timeout(SLOW)
        for place in (0, 0, 1):
            one.goto(town.address + "/cifras/publicar")
            one.select_option("#period", one.locator("#period option[value*=q]").nth(place).get_attribute("value"))
            one.locator("form:has(#period) button").last.click()
            one.wait_for_load_state()
            other.goto(town.address + "/cifras/publicar")
            other.locator("form:has(input[value=aprobar]) button").first.click()
            other.wait_for_load_state()
    return town


def charted(home, **faults):
    """Every picture of the page, at both widths."""
    town = counted(home)
    for size in (PHONE, WIDE):
        with town.visit(home, "analyst", size=size, **faults) as page:
            page.goto(town.address + "/cifras")
            where = f"{size[0]} px"
            charts = page.evaluate(CHARTS)
            if len(charts) < 5:
                yield f"{where}: expected five pictures, found {[chart['name'] for chart in charts]}"
            for chart in charts:
                if not chart["table"]:
                    yield f"{where}: {chart['name']}: expected a table beside the picture"
                if not chart["titled"] or not chart["framed"]:
                    yield f"{where}: {chart['name']}: expected a name and a frame that the keyboard reaches"
                if chart["out"] or chart["over"]:
                    yield f"{where}: {chart['name']}: expected every label in sight, found {chart['out'] or 'one over another'}"
            if (width := page.evaluate("document.documentElement.scrollWidth")) > size[0]:
                yield f"{where}: expected no sideways scroll of the page, found {width} px"


def lined(home, **faults):
    """Lines are told apart without colour, and have a marker for each number of their table and no other."""
    town = counted(home)
    with town.visit(home, "analyst", size=PHONE, **faults) as page:
        page.goto(town.address + "/cifras")
        page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
        lines = page.evaluate(LINES)
        if not lines:
            yield "expected lines on the page"
        for line in lines:
            if line["markers"] - line["labels"] != line["cells"]:
                yield f"expected a marker for each number, found {line['markers'] - line['labels']} for {line['cells']}"
            if line["dashes"] < min(line["labels"], 4) and line["starts"] >= line["labels"]:
                yield f"expected {line['labels']} lines to differ by their dash, found {line['dashes']}"
            if not line["note"]:
                yield "expected to be told that a gap is no zero"


def reached(home, **faults):
    """The Tab key comes by every picture and every table to open."""
    town = counted(home)
    with town.visit(home, "analyst", size=WIDE, **faults) as page:
        page.goto(town.address + "/cifras")
        wanted = page.locator("main .scroll:visible, main summary:visible").count()
        found = set()
        for _ in range(200):
            page.keyboard.press("Tab")
            at = page.evaluate("""() => { const all = [...document.querySelectorAll('main .scroll, main summary')];
                return all.indexOf(document.activeElement) }""")
            if at in found and at >= 0:
                break
            found.add(at)
        if len(found - {-1}) < wanted:
            yield f"expected the Tab key to reach {wanted} pictures and tables, found {len(found - {-1})}"


@suite.test("every picture has its table, its name and its frame, and no label is cut or covered, at 360 and 1440 px")
def charts(home):
    return charted(home)


@suite.test("lines differ by dash, have a marker for each number, and a gap is said to be no zero")
def lines(home):
    return lined(home)


@suite.test("the keyboard reaches every picture and every table")
def keyboard(home):
    return reached(home)


@suite.plant("a picture without a table", "expected a table beside the picture")
def no_table(home):
    return charted(home, html=lambda text: re.sub(r"<details><summary>Ver en tabla.*?</details>", "", text, flags=re.S))


@suite.plant("a label that is cut off", "expected every label in sight")
def cut_label(home):
    return charted(home, html=lambda text: re.sub(r'<tspan x="468"', '<tspan x="620"', text))


@suite.plant("lines that differ by nothing", "to differ by their dash")
def same_dash(home):
    return lined(home, html=lambda text: re.sub(r' stroke-dasharray="[^"]*"', "", text))


@suite.plant("a hidden number drawn as a number", "expected a marker for each number")
def drawn_hole(home):
    return lined(home, html=lambda text: text.replace('<path class="ln"', '<circle class="mk" r="5" cx="90" cy="204"/><path class="ln"', 1))


@suite.plant("pictures that the keyboard passes by", "expected the Tab key to reach")
def unreachable(home):
    return reached(home, html=lambda text: text.replace('tabindex="0"', 'tabindex="-1"'))
