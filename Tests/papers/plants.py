"""Papers spoiled on purpose, each in one way."""

from dataclasses import dataclass, field

from looks import HERE, PRESS, STYLE, Look


@dataclass
class Plant:
    name: str
    finding: str
    paper: str = "ficha"
    style: tuple = ()
    press: tuple = ()
    page: tuple = ()
    more_style: str = ""
    kept: dict = field(default_factory=dict)

    def look(self, folder):
        page = (HERE / f"golden/{self.paper}.html").read_text()
        return Look(
            self.paper, folder, style=changed(STYLE, *self.style) + self.more_style, press=changed(PRESS, *self.press),
            page=changed(page, *self.page))


def changed(text, before=None, after=None):
    """The text after an edit that must change something."""
    if before is None:
        return text
    assert before in text, f"the plant finds nothing to change: {before}"
    return text.replace(before, after, 1)


PLANTS = [
    Plant("a press that breaks", "no file", press=("from weasyprint import HTML", "raise SystemExit(3)")),
    Plant("a file for the eye only", "not tagged", press=('variant="pdf/ua-1", ', "")),
    Plant("a file that hides its language", "no language", press=("page = sys.stdin.buffer.read().decode(\"utf-8\")", 'page = sys.stdin.buffer.read().decode("utf-8").replace("es-PE", "xx")')),
    Plant("a sheet that runs over", "pages", more_style=".tight{font-size:13pt}"),
    Plant("a sheet for another printer", "not A4", style=("size:A4", "size:letter")),
    Plant("a font of this machine only", "font", more_style=".bigcode{font-family:serif}"),
    Plant("another word in a line", "looks different", page=("Primera vista", "Otra")),
    Plant("a box less to mark", "looks different", paper="hoja", page=('<span class="tick" aria-hidden="true"></span>', "")),
    Plant("grey words", "pale", more_style="body{color:#999}"),
    Plant("a square too small to read", "square", paper="acta", more_style=".qr.big{width:9mm;height:9mm}"),
]
