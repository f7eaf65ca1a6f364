"""A restore that is killed: before each kind of step toward the disk, and at moments drawn by chance; then it is repeated.

After each kill there is all of the register or nothing of it, nobody opens the house while it is half there, and the same command
once more ends whole.
"""

import os
import secrets
import signal
import subprocess
import time
from pathlib import Path

from house import NOTHING, run

from disk import compiler  # house knows where it lies

BY_CHANCE = 4
HALF = "cortó una restauración"


class Cuts:
    """One restore, which must end in this state whatever kills it."""

    def __init__(self, drill, full, more, key, expected):
        self.drill, self.house, self.expected = drill, drill.house, expected
        self.command = ["restore", full, "--increment", more, "--key", key, "--data", drill.data,
                        "--tombstones", drill.backups / "tombstones"]
        self.library = drill.folder / "cut.so"
        if not self.library.exists():
            source = Path(__file__).with_name("cut.c")
            subprocess.run([compiler(), "-shared", "-fPIC", "-O2", "-Wall", "-Werror", "-o", str(self.library), str(source), "-ldl"],
                           check=True)

    def run(self):
        self.house.wipe()
        steps, seconds = self.steps()
        chosen = distinct(steps)
        for number in chosen:
            self.cut(number, steps[number - 1])
        killed = sum(self.kill(seconds * secrets.randbelow(1_000) / 1_000) for _ in range(BY_CHANCE))
        self.drill.say(f"killed before {len(chosen)} of {len(steps)} steps and {killed} times by chance, and repeated: whole each time")

    def steps(self):
        """Every step of a restore that nothing disturbs, and how many seconds it took."""
        log, started = self.drill.folder / "steps", time.monotonic()
        log.unlink(missing_ok=True)
        self.start(RUTA_CUT_LOG=log).wait()
        seconds = time.monotonic() - started
        self.drill.compare(self.expected, self.house.state())
        self.house.wipe()
        steps = log.read_text().splitlines() if log.exists() else []
        if not any(step.startswith("rename") and step.endswith(".signing-key") for step in steps):
            raise SystemExit("drill: the steps of a restore were not seen")
        return steps, seconds

    def cut(self, number, step):
        process = self.start(RUTA_CUT=number)
        if process.wait() != -signal.SIGKILL:
            raise SystemExit(f"drill: the restore was not killed before '{step}'")
        self.repeat(step)

    def kill(self, seconds):
        """Kills it after a while, unless it has ended before."""
        process = self.start()
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
        killed = process.wait() == -signal.SIGKILL
        if killed:
            self.repeat("a moment by chance")
        else:
            self.house.wipe()
        return killed

    def repeat(self, what):
        """What is there after a kill, and after the same command once more."""
        found = self.house.head()
        if found not in (NOTHING, self.expected["root"]):
            raise SystemExit(f"drill: a restore that was killed before '{what}' left half a register: {found}")
        if Path(f"{self.drill.data}.signing-key").exists() and found == NOTHING:
            said = run(self.drill.ruta, "serve", "--port", "0", "--data", self.drill.data, code=74)
            if HALF not in said:
                raise SystemExit(f"drill: a house that is half there is refused with other words: {said}")
        # Killed after its last change but one: all is there, and a second house is not put over it.
        is_whole = found != NOTHING and not Path(f"{self.drill.data}.restoring").exists()
        said = run(self.drill.ruta, *self.command, code=1 if is_whole else 0)
        if is_whole and "ya está entera" not in said:
            raise SystemExit(f"drill: a house that is whole is refused with other words: {said}")
        self.drill.compare(self.expected, self.house.state())
        rest = [path.name for path in self.house.left() if path.name.endswith((".partial", ".restoring"))]
        if rest:
            raise SystemExit(f"drill: a repeated restore left {rest}")
        self.house.wipe()

    def start(self, **told):
        environment = {"LD_PRELOAD": str(self.library), **{name: str(value) for name, value in told.items()}} if told else {}
        return subprocess.Popen([str(part) for part in (self.drill.ruta, *self.command)], stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL, env={**os.environ, **environment})


def distinct(steps):
    """The numbers of the first and the last step of each kind at each file: the steps between them do the same again."""
    first = {step: number for number, step in reversed(list(enumerate(steps, 1)))}
    last = {step: number for number, step in enumerate(steps, 1)}
    return sorted({*first.values(), *last.values()})


__all__ = ["Cuts"]
