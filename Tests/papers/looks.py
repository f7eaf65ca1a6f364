"""One paper, pressed as the house presses it, and what can be wrong with it."""

import re
import subprocess
from pathlib import Path

from PIL import Image, ImageChops

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PRESS = (ROOT / "Sources/Documents/press.py").read_text()
STYLE = (ROOT / "Sources/Web/Assets/paper.css").read_text()

# How many pages each may have; one where nothing is said.
MOST_PAGES = {"informe": 2, "expediente": 3}
# Dots an inch: of the pictures that are kept, and of a photocopier.
KEPT, COPIED = 50, 150
# The part of any one place, so many pixels wide and high, that may differ by more than a shade: fonts of another patch level,
# not another word. Over the whole sheet a word is too little to be seen.
PLACE, MAY_DIFFER = 12, 0.1
SHADE = 96
# The part of the ink that must be left when a photocopier knows black and white only.
MUST_STAY = 0.9

FINDINGS = ["no file", "not tagged", "no language", "pages", "not A4", "font", "looks different", "pale", "square"]


class Look:
    def __init__(self, name, folder, style=STYLE, press=PRESS, page=None):
        self.name, self.folder = name, folder
        self.style, self.press = style, press
        self.page = page or (HERE / f"golden/{name}.html").read_text()
        self.file = folder / f"{name}.pdf"

    def pressed(self):
        """The page with its stylesheet through the press; whether a file came out."""
        whole = self.page.replace("</title>", f"</title><style>{self.style}</style>", 1)
        run = subprocess.run(["/usr/bin/python3", "-I", "-c", self.press], input=whole.encode(), capture_output=True, check=False)
        self.file.write_bytes(run.stdout)
        return run.returncode == 0 and run.stdout.startswith(b"%PDF-")

    def said(self, *command):
        return subprocess.run([*command, str(self.file)], capture_output=True, text=True, check=True).stdout

    def picture(self, dots):
        stem = self.folder / f"{self.name}-{dots}"
        for old in self.folder.glob(f"{stem.name}-*.png"):
            old.unlink()
        subprocess.run(["pdftoppm", "-r", str(dots), "-gray", "-png", str(self.file), str(stem)], check=True)
        pages = [Image.open(page).convert("L") for page in sorted(self.folder.glob(f"{stem.name}-*.png"))]
        whole = Image.new("L", (pages[0].width, sum(page.height for page in pages)), 255)
        for number, page in enumerate(pages):
            whole.paste(page, (0, number * pages[0].height))
        return whole

    @property
    def golden(self):
        return HERE / f"golden/{self.name}.png"

    def record(self):
        assert self.pressed(), self.name
        self.picture(KEPT).quantize(16).save(self.golden, optimize=True)

    def findings(self):
        if not self.pressed():
            return ["no file"]
        return [finding for finding in (*self.form(), self.sameness(), self.copy(), self.square()) if finding]

    def form(self):
        """What the file says of itself."""
        facts = dict(re.findall(r"^(.*?):\s+(.*)$", self.said("pdfinfo"), re.M))
        yield "not tagged" if facts["Tagged"] != "yes" else None
        language = re.search(r'<html lang="([^"]+)"', self.page)[1]
        yield "no language" if f"({language})".encode() not in self.file.read_bytes() else None
        most = MOST_PAGES.get(self.name, 1)
        yield f"pages: {facts['Pages']}, at most {most}" if int(facts["Pages"]) > most else None
        yield "not A4" if "A4" not in facts["Page size"] else None
        for font in self.said("pdffonts").splitlines()[2:]:
            if not re.search(r"DejaVu-?Sans", font) or " yes " not in font:
                yield f"font: {font}"

    def sameness(self):
        now, before = self.picture(KEPT), Image.open(self.golden).convert("L")
        if now.size != before.size:
            return f"looks different: {now.size} instead of {before.size}"
        changed = ImageChops.difference(now, before).point(lambda shade: 255 * (shade > SHADE))
        part = max(changed.reduce(PLACE).getdata()) / 255
        return f"looks different: {part:.0%} of a place of {PLACE} pixels" if part > MAY_DIFFER else None

    def copy(self):
        """What a copier that knows black and white only leaves of the ink."""
        picture = self.picture(COPIED)
        inked = sum(count * (255 - shade) / 255 for shade, count in enumerate(picture.histogram()) if shade < 225)
        left = sum(picture.histogram()[:128])
        self.copied = picture.point(lambda shade: 0 if shade < 128 else 255)
        return f"pale: {left / inked:.0%} of the ink is left" if left < MUST_STAY * inked else None

    def square(self):
        """A square must still be read from the copy."""
        wanted = self.page.count('class="qr')
        if not wanted:
            return None
        path = self.folder / f"{self.name}-copy.png"
        self.copied.save(path)
        read = subprocess.run(["zbarimg", "-q", "--raw", str(path)], capture_output=True, text=True, check=False).stdout.split()
        return f"square: {len(read)} of {wanted} can be read" if len(read) < wanted else None
