"""An image of a case: drawn anew, kept under lock, opened with a reason; what is no image is refused in words."""

import struct
import zlib

from suite import Suite
from test_desk_vault import sealed_case

suite = Suite()
SECRET = b"SECRETO-LAT-12.0464"
"""What stands in the file beside the picture, as a phone writes its place there."""
WIDE, PHONE = (1440, 900), (360, 640)
APPLICATIONS = range(0xE1, 0xF0)
"""Marks of a JPEG that hold what is no picture (T.81, B.2.4.6)."""


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def picture(width=640, height=480):
    """A PNG of a grey slope with a text inside and a tail behind its end."""
    rows = b"".join(b"\0" + bytes((x + y) % 256 for x in range(width)) for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"tEXt", b"Comment\0" + SECRET) + chunk(b"IDAT", zlib.compress(rows))
            + chunk(b"IEND", b"") + SECRET)


def attach(page, name, body, note=""):
    page.locator("main form[enctype] [name='que-muestra']").first.select_option(index=1)
    page.fill("input[name=nota]", note)
    page.set_input_files("input[type=file]", {"name": name, "mimeType": "image/png", "buffer": body})
    with page.expect_response(lambda response: response.request.method == "POST") as answer:
        page.locator("main form[enctype] button").last.click()
    page.wait_for_load_state()
    return answer.value.status


def marks(jpeg):
    """The marks before the picture itself."""
    place = 2
    while place < len(jpeg) and jpeg[place] == 0xFF and jpeg[place + 1] != 0xDA:
        yield jpeg[place + 1]
        place += 2 + int.from_bytes(jpeg[place + 2:place + 4], "big")


def unsafe(jpeg):
    """What an opened image has that it must not have."""
    if not jpeg.startswith(b"\xff\xd8") or not jpeg.endswith(b"\xff\xd9"):
        yield "expected a JPEG from its first to its last byte"
    if SECRET in jpeg:
        yield "expected nothing of the file but its picture"
    if any(mark in APPLICATIONS or mark == 0xFE for mark in marks(jpeg)):
        yield "expected no part of the JPEG that holds words"


def attached(home, change=lambda jpeg: jpeg, **faults):
    """From the case to its images, a refusal, an image, and the image opened with a reason."""
    town = home.town
    case, _ = sealed_case(home, town)
    with town.visit(home, "GC-01", size=WIDE, **faults) as page:
        page.goto(f"{town.address}/casos/{case}")
        page.get_by_role("link", name="Imágenes", exact=True).first.click()
        page.wait_for_load_state()
        attach(page, "acta.pdf", b"%PDF-1.7\n" + SECRET, "Nota de práctica")
        if "documento pdf" not in page.inner_text("main") or page.input_value("input[name=nota]") != "Nota de práctica":
            yield "expected the document to be refused in words, and the note to stand there still"
        attach(page, "foto.png", picture(), "Nota de práctica")
        if page.locator("#images tbody tr, table tbody tr").count() != 1:
            yield f"expected one image in the list, found: {page.inner_text('main')[:90]}"
            return
        if "foto.png" in page.content() or "Nota de práctica" in page.content():
            yield "expected neither the file's name nor the note on the page"
        form = page.locator("form[action$='/ver']").first
        sent = form.evaluate("form => Object.fromEntries(new FormData(form))")
        address = town.address + form.get_attribute("action")
        opened = page.request.post(address, form={**sent, "motivo": "attend-person"}, headers={"Origin": town.address})
        if opened.headers.get("content-type") != "image/jpeg" or "sandbox" not in opened.headers.get("content-security-policy", ""):
            yield f"expected a picture that can do nothing, found {opened.status} {opened.headers.get('content-type')}"
            return
        yield from unsafe(change(opened.body()))
        page.set_viewport_size(dict(zip(("width", "height"), PHONE)))
        if page.evaluate("document.documentElement.scrollWidth") > PHONE[0]:
            yield "expected the list to fit on a phone"
    with town.visit(home, "OP-03") as page:
        if page.goto(f"{town.address}/casos/{case}/imagenes").status != 404:
            yield "expected another town to have no such page"


@suite.test("an image is drawn anew, kept with no name, opened with a reason; a document is refused and nothing typed is lost")
def draws_anew(home):
    return attached(home)


@suite.plant("an image with the words of its file", "no part of the JPEG that holds words")
def with_words(home):
    comment = b"\xff\xfe" + struct.pack(">H", len(SECRET) + 2) + SECRET
    return attached(home, change=lambda jpeg: jpeg[:2] + comment + jpeg[2:])


@suite.plant("an image with something behind its end", "to its last byte")
def with_tail(home):
    return attached(home, change=lambda jpeg: jpeg + b"<html>")


@suite.plant("a page that says what the file was called", "neither the file's name")
def says_the_name(home):
    return attached(home, html=lambda text: text.replace("<h1", "<p>foto.png</p><h1", 1))
