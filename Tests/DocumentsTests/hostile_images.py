"""Writes the hostile files of the door of images to standard output: name and content, each behind its length.

The first word of a name says what must come of it: `no` is refused, `yes` is taken, `any` is one of the two. Everything is
made from one seed. Every file that has room for it carries the canary, which must be in nothing that comes out.
"""

import io
import random
import struct
import sys
import zipfile
import zlib

from PIL import Image, PngImagePlugin

CANARY = b"CANARIO-GPS-12.046373S-77.042754W"
dice = random.Random(20_261_123)
files = {}


def add(name, content):
    assert name not in files, name
    files[name] = bytes(content)


def drawn(size=(320, 240), mode="RGB"):
    small = Image.frombytes("RGB", (16, 12), dice.randbytes(16 * 12 * 3))
    return small.resize(size, Image.Resampling.BICUBIC).convert(mode)


def encoded(image, kind, **more):
    out = io.BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width, height, rows, depth=8, color=0, before=b"", interlaced=0):
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, interlaced))
    return b"\x89PNG\r\n\x1a\n" + head + before + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def zeros(count):
    """So many zeros, packed, without ever having them in memory."""
    packer = zlib.compressobj(9)
    block = bytes(1 << 20)
    parts = [packer.compress(block) for _ in range(count >> 20)]
    return b"".join(parts) + packer.compress(bytes(count & (1 << 20) - 1)) + packer.flush()


def segment(marker, content):
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(content) + 2) + content


def exif(orientation):
    data = Image.Exif()
    data[0x010E], data[0x0112] = CANARY.decode(), orientation
    return data.tobytes()


base = drawn()
kinds = {"jpeg": encoded(base, "JPEG"), "png": encoded(base, "PNG"), "webp": encoded(base, "WEBP", lossless=True)}


def in_jpeg(*segments):
    return kinds["jpeg"][:2] + b"".join(segments) + kinds["jpeg"][2:]


def others():
    office = io.BytesIO()
    with zipfile.ZipFile(office, "w") as archive:
        archive.writestr("word/document.xml", CANARY * 20)
    gif = encoded(base, "GIF")
    for name, start in {
            "zip": b"PK\3\4" + CANARY, "docx": office.getvalue(), "empty zip": b"PK\5\6" + bytes(18), "gzip": b"\x1f\x8b\x08\0" + CANARY,
            "7z": b"7z\xbc\xaf\x27\x1c" + CANARY, "rar": b"Rar!\x1a\x07\0" + CANARY, "xz": b"\xfd7zXZ\0" + CANARY, "bzip2": b"BZh9" + CANARY,
            "tar": b"imagen.jpg".ljust(257, b"\0") + b"ustar\0" + CANARY, "ole": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + CANARY,
            "pdf": b"%PDF-1.7\n" + CANARY, "heic": b"\0\0\0\x18ftypheic" + CANARY, "avif": b"\0\0\0\x18ftypavif" + CANARY,
            "mp4": b"\0\0\0\x18ftypisom" + CANARY, "mov": b"\0\0\0\x14ftypqt  " + CANARY, "webm": b"\x1a\x45\xdf\xa3" + CANARY,
            "avi": b"RIFF\0\0\1\0AVI " + CANARY, "wav": b"RIFF\0\0\1\0WAVE" + CANARY, "mpeg": b"\0\0\1\xba" + CANARY,
            "svg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "svg behind a mark": b"\xef\xbb\xbf \n<?xml version='1.0'?><svg/>",
            "html": b"<!doctype html><script>alert(1)</script>", "xml bomb": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "php": b"<?php system($_GET[0]); ?>",
            "gif": gif, "gif alone": gif[:13], "tiff": encoded(base, "TIFF"), "tiff big": b"MM\0*" + CANARY, "bmp": encoded(base, "BMP"),
            "ico": encoded(base, "ICO"), "ppm": encoded(base, "PPM"), "jpeg 2000": b"\0\0\0\x0cjP  \r\n\x87\n", "psd": b"8BPS\0\1" + CANARY, "elf": b"\x7fELF" + CANARY, "sqlite": b"SQLite format 3\0",
            "shell": b"#!/bin/sh\nrm -rf /\n", "text": CANARY, "utf-16": b"\xff\xfe<\0s\0", "nulls": bytes(4_096), "ones": b"\xff" * 4_096, "one byte": b"\xff",
            "two bytes": b"\xff\xd8", "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n(run)"}.items():
        add(f"no other {name}", start)
        add(f"no other {name} before an image", start + kinds["jpeg"])
    add("no empty", b"")


def spoiled():
    for kind, whole in kinds.items():
        for place in range(12):
            add(f"any cut {kind} {place}", whole[: 1 + (len(whole) - 2) * place // 12])
        for number in range(20):
            bent = bytearray(whole)
            for _ in range(1 + number % 4):
                bent[dice.randrange(len(bent))] ^= 1 << dice.randrange(8)
            add(f"any flipped {kind} {number}", bent)
        for number in range(10):
            add(f"any noise {kind} {number}", whole[:12 + 8 * number] + dice.randbytes(2_000) + CANARY)


def told():
    for orientation in range(1, 9):
        for kind, form in {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}.items():
            add(f"yes turned {orientation} {kind}", encoded(base, form, exif=exif(orientation)))
    place = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + CANARY + b"</x:xmpmeta>"
    add("yes xmp", in_jpeg(segment(0xE1, place)))
    add("yes comment", in_jpeg(*[segment(0xFE, CANARY * 1_900)] * 30))
    add("yes profile", in_jpeg(*[segment(0xE2, b"ICC_PROFILE\0" + bytes([n + 1, 30]) + CANARY * 1_500) for n in range(30)]))
    add("yes photoshop", in_jpeg(segment(0xED, b"Photoshop 3.0\08BIM" + CANARY)))
    add("yes every marker", in_jpeg(*[segment(0xE0 + n, CANARY) for n in range(1, 16) if n != 14]))
    add("any broken exif", in_jpeg(segment(0xE1, b"Exif\0\0II*\0\xff\xff\xff\xff" + CANARY)))
    add("any looped exif", in_jpeg(segment(0xE1, b"Exif\0\0II*\0\x08\0\0\0\0\0\x08\0\0\0" + CANARY)))
    add("yes two pictures", encoded(base, "MPO", save_all=True, append_images=[drawn()]))
    words = PngImagePlugin.PngInfo()
    words.add_text("GPS", CANARY.decode())
    words.add_text("GPS", CANARY.decode(), zip=True)
    words.add_itxt("GPS", CANARY.decode(), "es", "lugar")
    add("yes png words", encoded(base, "PNG", pnginfo=words))
    add("any png words bomb", png(64, 64, zlib.compress(bytes(65 * 64)), before=chunk(b"zTXt", b"a\0\0" + zeros(64 << 20))))
    add("any png words bombs", png(64, 64, zlib.compress(bytes(65 * 64)), before=chunk(b"zTXt", b"a\0\0" + zeros(1_000_000)) * 200))
    add("any png profile bomb", png(64, 64, zlib.compress(bytes(65 * 64)), before=chunk(b"iCCP", b"a\0\0" + zeros(64 << 20))))
    add("yes png profile", encoded(base, "PNG", icc_profile=CANARY * 100))
    add("yes webp profile", encoded(base, "WEBP", icc_profile=CANARY * 100, xmp=CANARY))


def behind():
    for kind, whole in kinds.items():
        for name, tail in {"zip": files["no other docx"], "html": b"<script>" + CANARY + b"</script>", "php": b"<?php /*" + CANARY, "another image": encoded(base, "JPEG", exif=exif(6)),
                           "noise": dice.randbytes(200_000) + CANARY, "nulls": bytes(100_000) + CANARY}.items():
            add(f"yes {kind} before {name}", whole + tail)


def bombs():
    add("no bomb black", png(30_000, 30_000, zeros(30_000 * 30_001)))
    add("no bomb bits", png(30_000, 30_000, zeros(3_751 * 30_000), depth=1))
    add("no bomb woven", png(20_000, 20_000, zeros(20_000 * 20_001), interlaced=1))
    add("no bomb largest", png(0x7FFFFFFF, 0x7FFFFFFF, zlib.compress(b"")))
    add("no bomb line", png(24_000_001, 1, zlib.compress(bytes(100))))
    add("no one point too many", png(5_000, 4_801, zeros(5_001 * 4_801)))
    add("yes not one point too many", png(5_000, 4_800, zeros(5_001 * 4_800)))
    add("any says more than it has", png(4_000, 4_000, zlib.compress(bytes(4_001 * 10))))
    add("any says less than it has", png(10, 10, zlib.compress(bytes(4_001 * 10))))
    add("no width", png(0, 10, zlib.compress(b"")))
    add("no height", png(10, 0, zlib.compress(b"")))
    frame = kinds["jpeg"].index(b"\xff\xc0")
    for name, size in {"no jpeg bomb": b"\xff\xdc\xff\xdc", "any jpeg small": b"\0\x08\0\x08", "no jpeg flat": b"\0\0\0\0", "any jpeg taller": b"\x0f\xa0\x01\x40"}.items():
        add(name, kinds["jpeg"][:frame + 5] + size + kinds["jpeg"][frame + 9:])
    held = encoded(drawn(mode="RGBA"), "WEBP", exif=exif(1))
    place = held.index(b"VP8X") + 12
    add("no webp bomb", held[:place] + b"\xfe\x3f\0\xfe\x3f\0" + held[place + 6:])
    add("no webp vast", held[:place] + b"\xff\xff\xff\xff\xff\xff" + held[place + 6:])


def modes():
    for mode in ("1", "L", "LA", "P", "RGBA", "I"):
        add(f"yes mode {mode}", encoded(drawn(mode="L").convert(mode) if mode in ("LA", "I", "1") else drawn(mode=mode), "PNG"))
    add("yes mode 16 bits", png(64, 64, zlib.compress(b"".join(b"\0" + dice.randbytes(64 * 6) for _ in range(64))), depth=16, color=2))
    add("yes mode 16 bits grey", png(64, 64, zlib.compress(b"".join(b"\0" + dice.randbytes(64 * 2) for _ in range(64))), depth=16))
    add("yes mode palette with holes", encoded(drawn(mode="P"), "PNG", transparency=bytes(range(200))))
    add("yes mode grey with a hole", encoded(drawn(mode="L"), "PNG", transparency=7))
    add("yes mode cmyk", encoded(drawn(mode="CMYK"), "JPEG"))
    add("yes mode grey jpeg", encoded(drawn(mode="L"), "JPEG"))
    add("yes mode progressive", encoded(base, "JPEG", progressive=True, exif=exif(1)))
    add("yes mode one point", encoded(drawn((1, 1)), "PNG"))
    add("yes mode thin", encoded(drawn((5_000, 1)), "PNG"))
    add("yes mode noise", encoded(Image.frombytes("RGB", (1_200, 1_200), dice.randbytes(1_200 * 1_200 * 3)), "PNG"))


def moving():
    frames = [drawn() for _ in range(3)]
    for name, form in {"png": "PNG", "webp": "WEBP"}.items():
        add(f"no animated {name}", encoded(frames[0], form, save_all=True, append_images=frames[1:], duration=100))
        add(f"no animated {name} endless", encoded(frames[0], form, save_all=True, append_images=frames[1:] * 9, duration=10, loop=0))
    add("no animated gif", encoded(frames[0], "GIF", save_all=True, append_images=frames[1:]))


def sizes():
    add("yes five megabytes", kinds["jpeg"] + bytes(5_000_000 - len(kinds["jpeg"])))
    add("no five megabytes and a byte", kinds["jpeg"] + bytes(5_000_001 - len(kinds["jpeg"])))


for part in (others, spoiled, told, behind, bombs, modes, moving, sizes):
    part()
for name, content in files.items():
    head = name.encode()
    sys.stdout.buffer.write(struct.pack(">II", len(head), len(content)) + head + content)
