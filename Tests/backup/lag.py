"""The continuous copy under a live writer: the house and its disk are lost in a moment, and what stands in the folder is put back.

`ruta backup --every N` promises that what is lost came since the last round began: everything that was acknowledged more than an
interval and the length of a round before the loss is there. The bound is made of what was measured: nothing here asserts a speed.
"""

import json
import os
import re
import signal
import subprocess
import threading
import time
from pathlib import Path

from house import run
from ledger import Client
from program import Phone, Server

INTERVAL = 2  # seconds
LATE = 0.5  # seconds by which a busy machine may wake a sleeper late
LEAST = 20  # reports that must be owed, else nothing is shown
WRITERS, PAUSE = 2, 0.02


class Writer(Client):
    """Somebody who reports again and again, and keeps when each report was acknowledged."""

    def __init__(self, number, seed):
        super().__init__(number, seed)
        self.told = []

    def _next(self):
        case = self.new_case()
        return case, case.answer(self._answers(3)), "calls"

    def life(self, phone, enough):
        noted = self.told

        class Noting:
            def report(self, fields):
                answer = phone.report(fields)
                if answer[1]:
                    noted.append((time.time(), fields["report"]))
                enough.wait(PAUSE)
                return answer

        super().life(Noting(), enough)


class Lag:
    """A house of its own that is copied while it is written to; it is lost once."""

    def __init__(self, ruta, catalog, folder, house, seed, takes_increment=True):
        self.ruta, self.catalog, self.house, self.takes_increment = ruta, catalog, house, takes_increment
        self.folder = folder
        folder.mkdir()
        self.data, self.backups, self.key = folder / "house" / "ruta.sqlite", folder / "backups", folder / "custodian"
        self.data.parent.mkdir()
        (folder / "recipients").write_text(run(ruta, "backup", "key", self.key).splitlines()[0] + "\n")
        self.writers = [Writer(number, seed) for number in range(WRITERS)]
        self.rounds = {}  # when each increment was begun and when it stood there, by its name

    def run(self):
        lost_at = self.live()
        self.lose()
        found = self.restored()
        longest = max(end - start for start, end in self.rounds.values())
        bound = max(INTERVAL, longest) + longest + LATE
        told = sorted(pair for writer in self.writers for pair in writer.told)
        owed = [case for at, case in told if at <= lost_at - bound]
        gone = [at for at, case in told if case not in found]
        if len(owed) < LEAST:
            raise SystemExit(f"drill: {len(owed)} reports are old enough to be owed: too few to show anything")
        missing = sum(case not in found for case in owed)
        if missing:
            raise SystemExit(f"drill: {missing} of {len(owed)} reports that were acknowledged {bound:.1f} s before the loss are gone")
        lag = lost_at - gone[0] if gone else 0.0
        return (f"copied every {INTERVAL} s and lost: all of {len(owed)} reports older than {bound:.1f} s are back, {len(gone)} of "
                f"{len(told)} came too late, the oldest {lag:.1f} s before; a round took {longest:.2f} s at most")

    def live(self):
        """Lives until shortly before the third round behind one that is whole; returns when all of it was lost."""
        enough = threading.Event()
        with Server(self.ruta, self.data, self.catalog, patience=120) as server:
            copier = subprocess.Popen([str(self.ruta), "backup", "--to", str(self.backups), "--recipients", str(self.folder / "recipients"),
                                       "--data", str(self.data), "--every", str(INTERVAL)], stdout=subprocess.DEVNULL,
                                      stderr=subprocess.DEVNULL, start_new_session=True)
            threads = [threading.Thread(target=writer.life, args=(Phone(server.port), enough), daemon=True) for writer in self.writers]
            for thread in threads:
                thread.start()
            try:
                self.wait(lambda: self.rounds, copier)
                start = max(start for start, _ in self.rounds.values())
                self.wait(lambda: time.time() >= start + 2.9 * INTERVAL, copier)
                server.kill()
                lost_at = time.time()
            finally:
                # A session of its own: a program that is planted has one more process.
                signal_session(copier)
                enough.set()
        for thread in threads:
            thread.join()
        return lost_at

    def wait(self, is_so, copier):
        until = time.monotonic() + 120
        while not is_so():
            if time.monotonic() > until or copier.poll() is not None:
                raise SystemExit("drill: the continuous copy does not go on")
            for note in self.backups.glob("*-more.backup.json"):
                try:
                    self.rounds[note.name] = (json.loads(note.read_text())["madeAtMs"] / 1000, note.stat().st_mtime)
                except FileNotFoundError:
                    continue  # a newer one stands for it already
            time.sleep(0.02)

    def lose(self):
        """The disk of the house is gone; only the folder of the backups is left."""
        for path in self.data.parent.iterdir():
            path.unlink()
        self.house.fresh()

    def restored(self):
        """The reports that are there after a restore of what stands in the folder."""
        whole = [path for path in sorted(self.backups.glob("*.backup")) if Path(f"{path}.json").exists()]
        full = [path for path in whole if path.name.endswith("-full.backup")][-1]
        more = [path for path in whole if path.name.endswith("-more.backup")][-1]
        command = [self.ruta, "restore", full, "--key", self.key, "--data", self.data, "--tombstones", self.backups / "tombstones"]
        run(*command, *(["--increment", more] if self.takes_increment else []))
        export = run(self.ruta, "journal", "export", "--data", self.data)
        return set(re.findall(r"[0-9a-f]{32}", export))


def signal_session(process):
    """Ends a program and all that it has started, as a lost machine does."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


class Place:
    """Where the register of such a house is: a file, or a database that is made anew once it is lost."""

    def __init__(self, engine=None):
        self.engine = engine
        self.fresh()

    def fresh(self):
        os.environ.pop("RUTA_DATABASE", None)
        if self.engine:
            os.environ["RUTA_DATABASE"] = self.engine.make()


__all__ = ["Lag", "Place"]
