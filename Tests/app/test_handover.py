"""From guard to officer without a network: frames of squares, read from the screen, signed on the spot, told later."""

import subprocess
import time

from centre import Centre
from suite import Suite

suite = Suite()
MOST_WAIT = 40
MOST_TOLD = 2  # when the network is back, and once more where the page was closed before it had the answer

# The camera: what zbar read from the other phone's screen is what this phone's detector finds.
DETECTOR = """window.seen = [];
window.BarcodeDetector = class { static async getSupportedFormats() { return ['qr_code'] }
  async detect() { return window.seen.length ? [{ rawValue: window.seen.shift(), format: 'qr_code' }] : [] } };"""


def read_squares(home, phone):
    """The text of the square that the phone shows now, read by zbar from its screen as it lies there."""
    picture = home.folder / "frame.png"
    phone.page.locator("[data-frames]").screenshot(path=picture)
    done = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", str(picture)], capture_output=True)
    return done.stdout.decode().rstrip("\n")


def frames(home, phone, kind):
    """Every frame that a phone shows: they turn by themselves, and nobody touches the phone."""
    found, until = {}, time.monotonic() + MOST_WAIT
    while time.monotonic() < until:
        text = read_squares(home, phone)
        if text.startswith(kind + "/"):
            number, count = (int(part) for part in text.split("/")[1:3])
            found[number] = text
            if len(found) == count:
                return [found[number] for number in sorted(found)]
        phone.page.wait_for_timeout(200)
    raise AssertionError(f"expected all frames of {kind}, read {sorted(found)}")


def show(phone, all_):
    """Holds the other phone's screen before this one's camera."""
    phone.script("all => { window.seen.push(...all) }", all_)


def two_phones(town, guard, officer):
    """Each enrolled by its own unit, both then without a network; returns the guard's control centre."""
    centre = Centre(town)
    for unit, phone, label in ((centre, guard, "S-4471"), (Centre(town, "officer"), officer, "P-0105")):
        phone.install(unit.enrol(label))
        phone.open()
    return centre


def offered(home, centre, guard, middle):
    """The frames of the offer for a report that the centre has taken in."""
    report = guard.open().sent(people="one")
    guard.wait_for_state(report, "received", seconds=40)
    centre.take(report)
    guard.page.context.set_offline(True)
    middle.is_silent = True
    guard.to("offer")
    return frames(home, guard, "RH1")


def to_reader(phone):
    """To the camera: from an offer for the answer to it, from anywhere else for an offer."""
    if phone.view() == "offer":
        phone.act("read")
        phone.wait("read")
    else:
        phone.to("read")
    phone.act("camera")


def handed_over(home, town, tamper=None, before="", is_revoked=False):
    """A whole handover; yields what went wrong, and ends with what the server has."""
    middle, other = home.between(town), home.between(town)
    with home.phone(middle, DETECTOR + before, permissions=["camera"]) as guard, \
            home.phone(other, DETECTOR + before, permissions=["camera"]) as officer:
        centre = two_phones(town, guard, officer)
        offer = offered(home, centre, guard, middle)
        officer.page.context.set_offline(True)
        other.is_silent = True
        to_reader(officer.open())
        show(officer, tamper(offer) if tamper else offer)
        try:
            officer.page.wait_for_selector("[data-act='sign'], [data-notice='handover']", timeout=10_000)
        except Exception:
            return (yield "refused: nothing was read" if tamper else "expected the offer to be read from the screen")
        if officer.has_notice("handover"):
            return (yield f"refused: {officer.notice('handover')[:80]}")
        if tamper:
            yield "expected a tampered frame to be refused"
            return
        officer.act("sign")
        officer.page.wait_for_selector("[data-frame]")
        answer = frames(home, officer, "RC1")
        to_reader(guard)
        show(guard, answer)
        guard.wait("handed")
        if is_revoked:
            centre.revoke("S-4471")
        yield from reconciled(town, middle, other, guard, officer, is_revoked)


def entries(town):
    """Every time that somebody took custody, as the journal has it."""
    return town.read("SELECT payload FROM journal_event WHERE name = 'custody-taken' ORDER BY position")


def reconciled(town, middle, other, guard, officer, is_revoked):
    """Back in the network either phone tells the centre, the centre takes it once, and both phones say what became of it."""
    before = len(entries(town))
    for way, phone in ((middle, guard), (other, officer)):
        way.is_silent = False
        phone.page.context.set_offline(False)
        phone.open()
        phone.send_now()
        if not way.wait(lambda all_: any(one.path == "/app/entregas" and one.status == 200 for one in all_), 20):
            told = [(one.path, one.status) for one in way.exchanges if one.path == "/app/entregas"]
            yield f"expected the handover to be told to the centre, found {told}"
        told = sum(one.path == "/app/entregas" and one.status == 200 for one in list(way.exchanges))
        if told > MOST_TOLD:
            yield f"expected each phone to tell the centre at most {MOST_TOLD} times, found {told}"
        word = "conflict" if is_revoked else "told"
        try:
            phone.to("reports").page.wait_for_selector(f"[data-hand='{word}']")
        except Exception:
            yield f"expected the tray to say {word}, found {phone.page.locator('[data-hand]').all_inner_texts()}"
    found = entries(town)[before:]
    if len(found) != (0 if is_revoked else 1):
        yield f"expected the handover in the journal {'never' if is_revoked else 'once'}, found {len(found)}"
    for (payload,) in found:
        if "P-0105" not in payload:
            yield f"expected the officer's post in the journal, found {payload[:200]}"


@suite.test("a person is handed over from screen to screen, counter-signed, and recorded once")
def whole(home):
    return list(handed_over(home, home.new_town()))


@suite.test("a handover by a phone that was ended meanwhile is left to a person, and both phones say so")
def conflict(home):
    return list(handed_over(home, home.new_town(), is_revoked=True))


def other_people(all_):
    """A frame in which the words are others, with the sum made right again: only the signature can tell."""
    import binascii
    heads = [frame.split("/", 4) for frame in all_]
    text = "".join(parts[4] for parts in heads)
    text = text.replace('"v":1', '"v":1 ', 1) if '"people":' not in text else text.replace('"people":"', '"people":"t', 1)
    size = len(heads[0][4])
    parts = [text[at:at + size] for at in range(0, len(text), size)]
    total = f"{binascii.crc32(text.encode()):08x}"
    return [f"RH1/{number}/{len(parts)}/{total}/{part}" for number, part in enumerate(parts, 1)]


def wrong_sum(all_):
    return [all_[0][:-1] + ("A" if all_[0][-1] != "A" else "B"), *all_[1:]]


@suite.test("a frame that was tampered with is refused, whether its sum is right or not")
def tampered(home):
    for tamper in (other_people, wrong_sum):
        found = list(handed_over(home, home.new_town(), tamper))
        if not any(one.startswith("refused") for one in found):
            yield f"{tamper.__name__}: expected a refusal, found {found}"


@suite.plant("a phone that believes every signature", "expected a tampered frame")
def believes(home):
    return list(handed_over(home, home.new_town(), other_people, "SubtleCrypto.prototype.verify = async () => true;"))
