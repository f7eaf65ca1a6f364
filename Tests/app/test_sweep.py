"""A stolen phone: the whole profile of the browser is searched for words that were typed and answers that were given."""

import os
import secrets
import signal
import subprocess
import zlib
from pathlib import Path

from street import settled
from suite import Suite
from sweep import sweep

suite = Suite()
REPORTS, PIN = 20, "4815"
WRITE = """async text => { const db = await new Promise(done => { const asked = indexedDB.open('planted', 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore('clear'); asked.onsuccess = () => done(asked.result) });
  await new Promise(done => { const one = db.transaction('clear', 'readwrite', { durability: 'strict' });
    one.objectStore('clear').put({ detail: text }, 1); one.oncomplete = done }); db.close() }"""


def unpacked(profile):
    """Every deflated part of the profile, unpacked: gzip, zlib, and raw as Chromium's caches keep what a server packed."""
    folder = Path(profile) / ".unpacked"
    folder.mkdir(exist_ok=True)
    count = 0
    for file in [file for file in Path(profile).rglob("*") if file.is_file() and ".unpacked" not in file.parts]:
        data = file.read_bytes()
        at = data.find(b"\x1f\x8b\x08")
        while at >= 0:
            try:
                (folder / str(count)).write_bytes(zlib.decompressobj(31).decompress(data[at:]))
                count += 1
            except zlib.error:
                pass
            at = data.find(b"\x1f\x8b\x08", at + 1)
    return folder


def kill(profile):
    """Ends every process of the browser with this profile at once, as a phone that falls into the water."""
    for entry in Path("/proc").iterdir():
        try:
            words = (entry / "cmdline").read_bytes().split(b"\0")
        except (OSError, ValueError):
            continue
        if f"--user-data-dir={profile}".encode() in words and entry.name.isdigit():
            try:
                os.kill(int(entry.name), signal.SIGKILL)
            except OSError:
                continue


def used_phone(home, middle, marker, profile, count, **more):
    """Reports with a planted word in the detail, half of them without a network; then the browser dies."""
    ids = []
    try:
        with home.owned(middle, profile, **more) as phone:
            phone.install()
            for number in range(count):
                middle.is_silent = number % 2 == 0
                phone.open()
                ids.append(phone.sent(detail=f"{marker} palabra {number}", danger="yes" if number % 3 else "no"))
            planted = more.get("planted")
            if planted:
                planted(phone)
            middle.is_silent = True
            phone.seen()
            phone.write(f"{marker} a medias")
            kill(profile)
    except Exception:
        if len(ids) < count:
            raise
    return ids


def searched(profile, marker):
    looked = sweep([marker], [Path(profile), unpacked(profile)])
    for (where, _, form), (_, times) in sorted(looked.found.items()):
        yield f"a planted word as {form}, {times} times, in {Path(where).relative_to(profile)}"
    suite.notes.append(f"{looked.places} files, {looked.bytes / 1e6:.1f} MB of a profile")


@suite.test("after twenty reports, a kill and a log-out no word that was typed is in the profile")
def nothing_typed(home):
    server, middle = home.own()
    marker, profile = f"Ñusta{secrets.token_hex(5)}", home.folder / "phone"
    ids = used_phone(home, middle, marker, profile, REPORTS)
    yield from (f"after the kill: {one}" for one in searched(profile, marker))
    middle.is_silent = False
    with home.owned(middle, profile) as phone:
        phone.open().to("reports").send_all()
        phone.wait_for_all("received", REPORTS, 90)
        phone.to("settings").act("set-pin")
        phone.wait("pin").pin(PIN)
        phone.wait("settings").act("lock")
        phone.wait("pin")
    yield from (f"after the log-out: {one}" for one in searched(profile, marker))
    kept = [one for one in settled(server, ids) if "lost" in one]
    yield from kept


@suite.test("answers that were given do not stand in the profile either, beside the catalogue that names them all")
def nothing_answered(home):
    """A pair of a fact and its value, as JSON and as a form would keep it."""
    _, middle = home.own()
    profile = home.folder / "answers"
    try:
        with home.owned(middle, profile) as phone:
            phone.install()
            middle.is_silent = True
            phone.sent(danger="yes", injury="no")
            kill(profile)
    except Exception:
        pass
    pairs = ['"danger":"yes"', '"injury":"no"', "fact.danger=yes", "fact.injury=no", '"people":"two"']
    looked = sweep(pairs, [profile, unpacked(profile)])
    for (where, number, form), _ in sorted(looked.found.items()):
        if not is_catalog(Path(where)):
            yield f"an answer ({pairs[number - 1]}) as {form} in {Path(where).relative_to(profile)}"


def is_catalog(path):
    """The bundle itself says what a sign implies: that is no answer of anybody."""
    return "implies" in path.read_bytes().decode("latin-1") if path.is_file() else False


@suite.plant("a clear write into IndexedDB", "a planted word as")
def clear_write(home):
    _, middle = home.own()
    marker, profile = f"Ñusta{secrets.token_hex(5)}", home.folder / "planted-write"
    try:
        with home.owned(middle, profile) as phone:
            phone.install()
            phone.script(WRITE, marker)
            kill(profile)
    except Exception:
        pass
    return list(searched(profile, marker))


@suite.plant("a word kept in the page's own storage", "a planted word as")
def local_storage(home):
    _, middle = home.own()
    marker, profile = f"Ñusta{secrets.token_hex(5)}", home.folder / "planted-storage"
    with home.owned(middle, profile) as phone:
        phone.install()
        phone.script("text => { localStorage.detail = text }", marker)
    return list(searched(profile, marker))
