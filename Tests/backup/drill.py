#!/usr/bin/env python3
"""The drill: a house is backed up while it is open, everything is wiped, and it is put back.

    drill.py RUTA CATALOG [--sqlite | --postgres] [--self-test]

A practice town is started and lived in: a case manager seals a planted text in every field of a person. Then

- a full backup is made while the server runs, and an increment after more was sealed;
- neither file has a planted word in any form, nor a word of the database;
- everything is wiped, and the full backup with its increment is restored: the root of the journal, the count of every table,
  every event, the keys beside the database and three cases drawn by chance are equal, and the sealed texts open;
- a person is shredded, everything is wiped, and the backup from before is restored with the newest tombstones: her words stay
  unreadable; without the file, or with an older one, nothing is restored;
- a wrong key, a file cut short, an increment of another backup and a byte that was changed, at places all over the file, are
  each refused in words, and leave nothing behind;
- a restore that is killed before each kind of step toward the disk, or at any moment, is whole once it is repeated (cuts.py);
- a house that is copied every two seconds is lost with its disk: what it acknowledged is back but for the last seconds (lag.py);
- a rest of an interrupted backup and a house that is there are left as they are.

With --self-test the same comparisons are done on houses and programs that are planted to be wrong; each must be found.
Exit 0: all holds; 1: something does not.
"""

import argparse
import secrets
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from house import Engine, Forms, House, Journey, Member, drawn, open_cases, reveal, run  # noqa: E402
from cuts import Cuts  # noqa: E402
from lag import Lag, Place  # noqa: E402
from sweep import sweep  # noqa: E402

CASES, FLIPS = 3, 24


class Drill:
    def __init__(self, ruta, catalog, folder, engine=None):
        self.ruta, self.catalog, self.folder = ruta, catalog, folder
        (folder / "town").mkdir(parents=True)
        self.house = House(ruta, catalog, folder / "town", engine)
        self.data, self.backups = self.house.data, folder / "backups"
        self.keys = [folder / f"custodian-{number}" for number in range(3)]
        self.recipients = folder / "recipients"
        self.recipients.write_text("# custodians\n" + "".join(self.key(path) for path in self.keys))
        self.stranger = folder / "stranger"
        self.key(self.stranger)
        self.marker = f"Ñusta{secrets.token_hex(6)}"
        self.report = []

    def key(self, path):
        said = run(self.ruta, "backup", "key", path)
        if stat.S_IMODE(path.stat().st_mode) != 0o600:
            raise SystemExit("drill: the file of a key is open to others")
        return said.splitlines()[0] + "\n"

    def say(self, text):
        print(f"drill: {text}", flush=True)

    def script(self, lines, name="planted"):
        """A program that is planted around the one that is tried."""
        path = self.folder / name
        path.write_text(f"#!/usr/bin/env bash\nruta='{self.ruta}'\n{lines}\n")
        path.chmod(0o755)
        return path

    # The story

    def run(self):
        started = time.monotonic()
        canaries = [f"{self.marker} Práctica {number}" for number in range(40)]
        self.journey = Journey(self.house, canaries, [])
        self.person = self.journey.person()
        self.journey.seal(self.person)
        full = self.backup()
        self.journey.seal(self.person)
        more = self.increment(full)
        older = self.folder / "older-tombstones"
        shutil.copy(self.backups / "tombstones", older)
        cases = drawn(self.journey.manager, self.cases(), CASES)
        pages = open_cases(self.journey.manager, cases)
        words = self.journey.used
        shown = reveal(self.journey.manager, self.person, words)
        more = self.increment(full)
        self.house.end()
        # The last act of the server is a signed end; what it changed is carried too.
        more = self.increment(full)
        before = self.house.state()
        self.no_words()
        self.say(f"backed up while open: {full.stat().st_size} bytes, and {more.stat().st_size} of what came after")
        self.refusals(full, more, before)
        Cuts(self, full, more, self.keys[0], before).run()
        self.restore(full, more, self.backups / "tombstones", key=self.keys[2])
        self.compare(before, self.house.state())
        self.house.start(0)
        member = Member(self.house, "case-manager")
        if open_cases(member, cases) != pages:
            raise SystemExit("drill: a case looks otherwise than before")
        again = reveal(member, self.person, words)
        if not shown or again != shown:
            raise SystemExit(f"drill: {again} sealed texts open, expected {shown}")
        self.say(f"restored: root, {before['counts'].count(': ')} counts, every event, {CASES} cases and {shown} sealed texts are equal")
        self.shred(member)
        self.house.end()
        self.increment(full)
        self.wipe()
        self.refused("an older list of the shredded", full, 0, tombstones=older, key=self.keys[0])
        self.stays_shredded(full, more, words)
        self.say(f"{time.monotonic() - started:.0f} s")

    def cases(self):
        return [row[0] for row in self.house.rows("SELECT case_id FROM case_row")]

    def backup(self):
        run(self.ruta, "backup", "--to", self.backups, "--recipients", self.recipients, "--data", self.data)
        return sorted(self.backups.glob("*-full.backup"))[-1]

    def increment(self, full):
        """One round of the continuous copy, which is then ended as a machine ends a program."""
        known = set(self.backups.glob("*-more.backup"))
        process = self.start_rounds()
        until = time.monotonic() + 120
        try:
            while time.monotonic() < until and process.poll() is None:
                new = [path for path in self.backups.glob("*-more.backup") if path not in known and Path(f"{path}.json").exists()]
                if new and len(list(self.backups.glob("*-full.backup"))) == 1:
                    return sorted(new)[-1]
                time.sleep(0.05)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()
        raise SystemExit(f"drill: no increment on {full.name} came")

    def start_rounds(self):
        return subprocess.Popen([str(self.ruta), "backup", "--to", str(self.backups), "--recipients", str(self.recipients), "--data",
                                 str(self.data), "--every", "3600"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def no_words(self):
        """No planted word anywhere in the folder, and in the sealed files no word of the register at all."""
        case = self.house.rows("SELECT case_id FROM case_row ORDER BY case_id")[0][0]
        looked = sweep([self.marker], [self.backups])
        sealed = sweep([case, "notify-child-protection", "journal_event"], sorted(self.backups.glob("*.backup")))
        if looked.found or sealed.found or not looked.bytes or not sealed.bytes:
            raise SystemExit(f"drill: {len(looked.found) + len(sealed.found)} words stand in the backups in clear")
        self.say(f"swept {looked.bytes} bytes of {looked.places} files: nothing found")

    def wipe(self):
        self.house.wipe()

    def restore(self, full, more, tombstones, key, code=0):
        command = [self.ruta, "restore", full, "--key", key, "--data", self.data]
        command += ["--increment", more] if more else []
        command += ["--tombstones", tombstones] if tombstones else []
        return run(*command, code=code)

    def compare(self, before, after):
        for what in before:
            if before[what] != after[what]:
                raise SystemExit(f"drill: {what} is not what it was")

    # What is refused

    def refused(self, what, full, _, more=None, tombstones=None, key=None, code=1):
        said = self.restore(full, more, tombstones, key, code=code)
        rest = [path.name for path in self.house.left() if not path.name.endswith(".tombstones")]
        if self.house.engine:
            tables = self.house.rows("SELECT count(*) FROM information_schema.tables WHERE table_name = 'journal_event'")
            if tables != [("0",)] and self.house.rows("SELECT count(*) FROM journal_event") != [("0",)]:
                rest.append("rows")
        if rest:
            raise SystemExit(f"drill: after {what}: {len(rest)} things are left: {rest}")
        if len(said.strip().splitlines()) != 1 or not said.strip().endswith("."):
            raise SystemExit(f"drill: {what} is not refused in one line of words: {said}")
        return said

    def refusals(self, full, more, before):
        newest = self.backups / "tombstones"
        here = self.restore(full, None, newest, self.keys[0], code=1)
        if self.house.state() != before or "ya hay" not in here:
            raise SystemExit("drill: a house that is there is not left as it is")
        self.wipe()
        good = {"tombstones": newest, "key": self.keys[0]}
        expected = {"a wrong key": "para esta llave", "no list of the shredded": "Falta --tombstones", "an increment alone": "no van juntos",
                    "a file cut short": "incompleto", "something else": "no es un respaldo"}
        cut = self.folder / "cut.backup"
        other = self.folder / "other.backup"
        other.write_bytes(b"something else\n" * 100)
        said = {"a wrong key": self.refused("a wrong key", full, 0, more, newest, self.stranger),
                "no list of the shredded": self.refused("no list", full, 0, more, None, self.keys[0], code=64),
                "an increment alone": self.refused("an increment alone", more, 0, **good),
                "something else": self.refused("something else", other, 0, **good)}
        whole = full.read_bytes()
        for length in (len(whole) - 1, len(whole) // 2, 65_552 + 300, 200, 14):
            cut.write_bytes(whole[:length])
            self.refused(f"a file cut to {length}", cut, 0, **good)
        # Cut exactly where a piece ends: nothing of what is left is wrong but that it is not the end.
        head = 15 + 3 * 90
        cut.write_bytes(whole[:head + 2 * 65_552])
        said["a file cut short"] = self.refused("a file cut where a piece ends", cut, 0, **good)
        for what, words in expected.items():
            if words not in said[what]:
                raise SystemExit(f"drill: {what} is refused with other words: {said[what]}")
        self.flips(full, more, good)
        self.say(f"refused and left nothing: {len(said) + 5} wrong files and keys, {FLIPS} changed bytes")

    def flips(self, full, more, good):
        flipped, whole = self.folder / "flipped.backup", full.read_bytes()
        places = [0, 13, 14, 15, 30, 200, len(whole) - 1, *(secrets.randbelow(len(whole)) for _ in range(FLIPS - 9))]
        for place in places:
            changed = bytearray(whole)
            changed[place] ^= 1 << secrets.randbelow(8)
            flipped.write_bytes(changed)
            self.refused(f"byte {place} changed", flipped, 0, **good)
        late = more.read_bytes()
        for place in (len(late) - 1, len(late) // 2):
            changed = bytearray(late)
            changed[place] ^= 1
            flipped.write_bytes(changed)
            self.refused("a byte of the increment changed", full, 0, flipped, **good)

    # Shredding

    def shred(self, member):
        form = next((form for form in self.forms(member) if "practice" in sum(form["choices"].values(), [])), None)
        if not form:
            raise SystemExit("drill: the page of the person offers no shredding")
        status = member.send(form, **{name: "practice" for name, values in form["choices"].items() if "practice" in values})[0]
        buried = self.house.rows("SELECT person FROM person_tombstone")
        if status not in (200, 303) or len(buried) != 1:
            raise SystemExit(f"drill: the shredding was answered with {status}, and {len(buried)} are buried")
        self.buried = buried[0][0]

    def forms(self, member):
        return Forms(member.page(self.person)).forms

    def stays_shredded(self, full, more, words):
        """The older backup, which has her key, with the newest tombstones: made by a later round, kept apart from it."""
        said = self.restore(full, more, self.backups / "tombstones", self.keys[1])
        self.house.start(0)
        member = Member(self.house, "case-manager")
        seen = reveal(member, self.person, words)
        page = member.page(self.person)
        self.house.end()
        if seen or any(word in page for word in words):
            raise SystemExit("drill: a shredded person opens again after an older backup was restored")
        if self.house.rows(f"SELECT person FROM person_key WHERE person = '{self.buried}'"):
            raise SystemExit("drill: the key of a shredded person was put back")
        if "personas borradas" not in said:
            raise SystemExit("drill: the restore does not say that keys were passed over")
        self.say("an older backup restored: a person who was shredded since stays unreadable")


def planted(drill):
    """Each comparison on something that is wrong on purpose."""
    drill.journey = Journey(drill.house, [f"{drill.marker} Práctica {number}" for number in range(40)], [])
    drill.person = drill.journey.person()
    drill.journey.seal(drill.person)
    full = drill.backup()
    (drill.backups / "tombstones.copy").write_text(f"case of {drill.marker}\n")
    found("a word in clear beside the backups", lambda: drill.no_words())
    (drill.backups / "tombstones.copy").unlink()
    before = drill.house.state()
    for what in before:
        wrong = dict(before)
        wrong[what] = {} if what == "keys" else before[what][:-2]
        found(f"another {what}", lambda: drill.compare(before, wrong))
    member = drill.journey.manager
    cases = drawn(member, drill.cases(), 2)
    pages = open_cases(member, cases)
    if pages == dict(zip(reversed(cases), pages.values())):
        raise SystemExit("drill: self-test: two cases look alike")
    drill.house.end()
    newest = drill.backups / "tombstones"
    drill.wipe()
    # A program that leaves a file behind, one that says nothing, one that restores in spite of a changed byte.
    honest = drill.ruta
    good = {"tombstones": newest, "key": drill.stranger}
    for what, lines in {"a file left behind": f'"$ruta" "$@"; code=$?; touch "{drill.data}.signing-key"; exit $code',
                        "a refusal without words": '"$ruta" "$@" 2>&- ; exit $?',
                        "a refusal that ends well": '"$ruta" "$@"; exit 0'}.items():
        drill.ruta = drill.script(lines)
        found(what, lambda: drill.refused("a wrong key", full, 0, **good))
        drill.ruta = honest
        Path(f"{drill.data}.signing-key").unlink(missing_ok=True)
    # A restore that brings a shredded person back: the tombstones name her only after it.
    drill.restore(full, None, newest, drill.keys[0])
    drill.house.start(0)
    member = Member(drill.house, "case-manager")
    if not reveal(member, drill.person, drill.journey.used):
        raise SystemExit("drill: self-test: nothing opens after a good restore: the drill would see no shredded person either")
    drill.shred(member)
    drill.house.end()
    drill.wipe()
    found("a restore without the newest tombstones", lambda: drill.stays_shredded(full, None, drill.journey.used))
    planted_cuts(drill, full, newest)


def planted_cuts(drill, full, newest):
    """A restore that leaves its rest to be taken away by hand, one that calls a rest a house, and half a register."""
    honest = drill.ruta
    drill.wipe()
    drill.restore(full, None, newest, drill.keys[0])
    more = drill.increment(full)
    whole = drill.house.state()
    for what, lines in {"a restore that cannot be repeated": 'rm -f "$data.restoring"',
                        "a repeated restore that does nothing": '[ ! -e "$data.restoring" ] || { rm "$data.restoring"; exit 0; }'}.items():
        drill.ruta = drill.script(f'data="{drill.data}"\n[ "$1" != restore ] || {{ {lines}; }}\nexec "$ruta" "$@"')
        found(what, lambda: Cuts(drill, full, more, drill.keys[0], whole).run())
        drill.ruta = honest
    drill.wipe()
    drill.restore(full, None, newest, drill.keys[0])
    with sqlite3.connect(drill.data) as connection:
        connection.execute("DELETE FROM journal_event WHERE position > 3")
    connection.close()
    found("half a register", lambda: Cuts(drill, full, more, drill.keys[0], whole).repeat("planted"))


def lag(drill, engine, name="lag", **planted):
    return Lag(planted.pop("ruta", drill.ruta), drill.catalog, drill.folder / name, Place(engine), secrets.token_hex(4), **planted)


def planted_lag(drill, engine):
    """A copy that leaves rounds out, and one whose increments are not put back."""
    skipping = drill.script('[ "$1" != backup ] || set -- "${@/#2/6}"\nexec "$ruta" "$@"', "skips")
    found("a backup that leaves rounds out", lambda: lag(drill, engine, "skipping", ruta=skipping).run())
    found("a restore without the increment", lambda: lag(drill, engine, "alone", takes_increment=False).run())
    print("drill: self-test: all planted faults found")


def found(what, body):
    try:
        body()
    except SystemExit as finding:
        if str(finding).startswith("drill:"):
            print(f"found   {what}", flush=True)
            return
        raise
    raise SystemExit(f"self-test: not found: {what}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ruta")
    parser.add_argument("catalog")
    parser.add_argument("--sqlite", action="store_true")
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    asked = parser.parse_args()
    both = not (asked.sqlite or asked.postgres)
    for name in ("sqlite", "postgres"):
        if not (both and not (asked.self_test and name == "postgres")) and not getattr(asked, name):
            continue
        engine = Engine() if name == "postgres" else None
        with tempfile.TemporaryDirectory(prefix="ruta-drill-") as place:
            drill = Drill(asked.ruta, asked.catalog, Path(place) / "drill", engine)
            print(f"drill: on {name}", flush=True)
            try:
                planted(drill) if asked.self_test else drill.run()
                if drill.house.process.poll() is None:
                    drill.house.kill()
                planted_lag(drill, engine) if asked.self_test else drill.say(lag(drill, engine).run())
            finally:
                if drill.house.process.poll() is None:
                    drill.house.kill()
                if engine:
                    engine.end()
    return 0


if __name__ == "__main__":
    sys.exit(main())
