"""A paper of a case: it opens from the case, is one sheet of A4, and holds no name that lies under lock."""

import subprocess

from suite import Suite
from test_desk_vault import NAME, sealed_case

suite = Suite()
A4 = (595, 842)
"""Points."""


def pressed(page, home, name):
    """The paper as the browser prints it: the pages, their size in points, and the words."""
    file = home.folder / f"{name}.pdf"
    page.pdf(path=str(file), prefer_css_page_size=True)
    about = subprocess.run(["pdfinfo", str(file)], check=True, capture_output=True, text=True).stdout
    facts = dict((line.partition(":")[0], line.partition(":")[2].split()) for line in about.splitlines())
    words = subprocess.run(["pdftotext", str(file), "-"], check=True, capture_output=True, text=True).stdout
    return int(facts["Pages"][0]), (round(float(facts["Page size"][0])), round(float(facts["Page size"][2]))), words


def printed(home, **faults):
    """The sheet of a case whose person has a name under lock."""
    town = home.town
    case, _ = sealed_case(home, town)
    code = town.read("SELECT reference FROM case_row WHERE case_id = $1", case)[0][0]
    with town.visit(home, "OP-01", **faults) as page:
        page.goto(f"{town.address}/casos/{case}/papeles")
        page.locator(f"main a[href*='/casos/{case}/papeles/ficha']").first.click()
        page.wait_for_load_state()
        count, size, words = pressed(page, home, f"ficha-{case}")
        if count != 1:
            yield f"expected one sheet, found {count}"
        if size != A4:
            yield f"expected A4, found {size[0]} by {size[1]} points"
        if code not in words.replace(" ", "").replace("-", "") and code not in words:
            yield "expected the code of the case on the sheet"
        for where, text in (("the sheet", words), ("the page", page.content()), ("the title", page.title())):
            if any(part in text for part in (NAME, NAME.split()[-1] + " " + NAME.split()[0])):
                yield f"expected no name in {where}"


@suite.test("the sheet of a case opens from its papers, is one page of A4 in the browser's own print, and holds no identity")
def sheet(home):
    return printed(home)


@suite.plant("a sheet that runs over", "expected one sheet")
def too_long(home):
    return printed(home, html=lambda text: text.replace("</body>", '<p>más</p>' * 80 + "</body>"))


@suite.plant("a sheet with a name", "expected no name in the sheet")
def with_a_name(home):
    return printed(home, html=lambda text: text.replace("<h1", f"<p>{NAME}</p><h1", 1))
