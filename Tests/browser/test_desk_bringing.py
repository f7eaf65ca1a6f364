"""The file of another office: checked first, taken in whole, once; with and without script."""

from offices import press, problem
from suite import Suite

suite = Suite()
WIDE = (1440, 900)
NAME = "Persona de Práctica Nueve"


def table(start, day="1/11/2026"):
    """Two cases of an office, as its spreadsheet saves them: semicolons, letters of Windows, a column of names."""
    rows = [f"{start}-1;{day};San Martín de Porres;Feminine;ForcedBegging;{NAME}", f"{start}-2;;Breña;;;{NAME}"]
    text = "\r\n".join(["x_case_id;hte_Date;hte_City;prs_Gender;vic_TypeOfExploitation;prs_FirstName", *rows])
    return {"name": "casos.csv", "mimeType": "text/csv", "buffer": text.encode("cp1252")}


def check(page, file, office="cem"):
    page.select_option("#entidad", office)
    page.set_input_files("#archivo", file)
    return press(page, "Revisar el archivo")


def cases(home):
    return home.town.read("SELECT count(*) FROM case_row")[0][0]


def brought(home, start, **faults):
    """Nothing comes in before it was looked at; then all of it, once, and no name."""
    before = cases(home)
    with home.town.visit(home, "GC-01", size=WIDE, **faults) as page:
        page.goto(home.town.address + "/cola")
        page.get_by_role("link", name="Traer casos de otra entidad").click()
        page.wait_for_load_state()
        if check(page, table(start, day="1/11/26")) != 422 or "El año tiene dos cifras" not in page.inner_text("main"):
            yield f"expected the short year to be said, found: {problem(page)[:60]}"
        if page.input_value("#entidad") != "cem":
            yield "expected the office to stand there still"
        check(page, table(start))
        if "Casos que entran" not in page.inner_text("main"):
            yield f"expected the file to be understood, found: {problem(page)[:60]}"
            return
        if NAME in page.content():
            yield "expected no name of the file in the page"
        if cases(home) != before:
            yield "expected nothing to come in before it was confirmed"
        with page.expect_request(lambda request: request.method == "POST") as sent:
            press(page, "Traer 2 casos")
        if cases(home) != before + 2:
            yield f"expected two cases more in the register, found {cases(home) - before}"
            return
        if "En su cola: 1" not in page.inner_text("main"):
            yield "expected the case of this district to be named"
        again = page.request.post(
            sent.value.url, data=sent.value.post_data_buffer,
            headers={"Content-Type": sent.value.headers["content-type"], "Origin": home.town.address})
        if "No cambió nada" not in again.text() or cases(home) != before + 2:
            yield f"expected the same form once more to change nothing and to say so, found {again.status}"
        page.goto(home.town.address + "/cola/traer")
        check(page, table(start))
        if "No hay nada que traer" not in page.inner_text("main") or cases(home) != before + 2:
            yield "expected the same file to bring nothing more"


@suite.test("a file is checked first and taken in whole and once, with script and without")
def brings(home):
    yield from brought(home, "A")
    yield from brought(home, "B", script=False)


@suite.test("a workbook and a file that is too large are refused in words, and nobody else has the page")
def refuses(home):
    with home.town.visit(home, "GC-01", size=WIDE) as page:
        for name, body, said in (("libro.xlsx", b"PK\x03\x04" + bytes(2000), "libro de hojas de cálculo"),
                                 ("largo.csv", b"a" * 4_300_000, "El archivo pasa de 4 MB")):
            page.goto(home.town.address + "/cola/traer")
            status = check(page, {"name": name, "mimeType": "text/csv", "buffer": body})
            if said not in page.inner_text("main"):
                yield f"expected '{said}', found {status}: {problem(page)[:80]}"
    with home.town.visit(home, "OP-01") as page:
        if page.goto(home.town.address + "/cola/traer").status != 404:
            yield "expected an operator to have no such page"


@suite.plant("a form that sends the name of the file instead of the file", "expected the file to be understood")
def no_file(home):
    return brought(home, "C", html=lambda text: text.replace('enctype="multipart/form-data"', ""))


@suite.plant("a second step that carries nothing", "expected two cases more")
def nothing_carried(home):
    return brought(home, "D", html=lambda text: text.replace('name="tabla"', 'name="nada"'))


@suite.plant("a page that says a name back", "expected no name of the file")
def says_a_name(home):
    return brought(home, "E", html=lambda text: text.replace("Casos que entran", f"Casos que entran de {NAME}"))
