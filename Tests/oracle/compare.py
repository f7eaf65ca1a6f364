#!/usr/bin/env python3
"""Compares `ruta route --batch` with the oracle on random partial situations.

    compare.py path/to/ruta [-n 5000] [--seed 1] [--show 5] [--cwd DIR] [--plant [NAME]] [--argument=ARG ...]

Each --argument is added to the ruta command line, for example --argument=--catalog --argument=Catalog.
Closing line: "N compared, M differ". Exit 0 if nothing differs, 1 if something does, 2 if ruta did not answer as agreed.
--plant breaks one oracle rule on purpose: then differences must be found (exit 1); finding none is exit 2.
"""

import argparse
import json
import random
import subprocess
import sys
from datetime import datetime, time, timedelta, timezone
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import oracle  # noqa: E402

BORDERS = [time(7, 59, 59), time(8, 0), time(16, 14, 59), time(16, 15), time(16, 15, 1), time(16, 15, 59), time(16, 16),
           time(0, 0), time(23, 59, 59)]
OFFSETS = [-5, -5, -5, 0, 2, -8, 9, 5.5]


def random_moment(random_source):
    """A time in 2026 or 2027: any day, a holiday, a weekend or a working day; any hour or a border of office hours."""
    first = datetime(2026, 1, 1).date()
    kind = random_source.choice(["any", "holiday", "weekend", "working", "working"])
    while True:
        if kind == "holiday":
            day = random_source.choice(sorted(oracle.HOLIDAYS))
        else:
            day = first + timedelta(days=random_source.randrange(730))
        if kind == "weekend" and day.weekday() < 5:
            continue
        if kind == "working" and (day.weekday() > 4 or day in oracle.HOLIDAYS):
            continue
        break
    if random_source.random() < 0.4:
        hour = random_source.choice(BORDERS)
    elif random_source.random() < 0.5:
        hour = time(random_source.randrange(8, 17), random_source.randrange(60), random_source.randrange(60))
    else:
        hour = time(random_source.randrange(24), random_source.randrange(60), random_source.randrange(60))
    moment = datetime.combine(day, hour, oracle.LIMA)
    return moment.astimezone(timezone(timedelta(hours=random_source.choice(OFFSETS))))


def situations(count, seed):
    """Random partial situations; every district in turn, from nothing known to everything known."""
    random_source = random.Random(seed)
    districts = sorted(oracle.DISTRICTS)
    for index in range(count):
        share = random_source.choice([0, 0.1, 0.3, 0.5, 0.7, 0.9, 1])
        facts = {fact: random_source.choice(values)
                 for fact, values in oracle.FACTS.items() if random_source.random() < share}
        if facts.get("abroad") == "yes" and random_source.random() < 0.5:
            facts["abroad"] = "no"  # otherwise half of the full situations would skip the street
        order = list(facts)
        random_source.shuffle(order)
        yield {
            "district": districts[index % len(districts)],
            "at": random_moment(random_source).isoformat(),
            "facts": {fact: facts[fact] for fact in order},
        }


def run_ruta(options, lines):
    command = [options.ruta, "route", "--batch", *options.argument]
    done = subprocess.run(command, input="".join(line + "\n" for line in lines), capture_output=True, text=True,
                          cwd=options.cwd)
    if done.returncode not in (0, 65):
        raise ValueError(f"exit {done.returncode}: {done.stderr.strip()[:500]}")
    answers = [json.loads(line) for line in done.stdout.splitlines() if line.strip()]
    if len(answers) != len(lines):
        raise ValueError(f"{len(lines)} situations, {len(answers)} answers: {done.stderr.strip()[:500]}")
    return answers


def differences(expected, got):
    """Plain lines that say what differs; an empty list if nothing does."""
    if not isinstance(got, dict) or "error" in got:
        return [f"ruta refused it: {got}"]
    found = []
    steps = got.get("steps")
    steps = steps if isinstance(steps, dict) else {}
    for step in sorted(expected["steps"].keys() | steps.keys()):
        want, have = expected["steps"].get(step, "not-needed"), steps.get(step, "not-needed")
        if want != have:
            found.append(f"step {step}: oracle {want}, ruta {have}")
    if expected["nextQuestions"] != got.get("nextQuestions"):
        have = got.get("nextQuestions") or []
        missing = [fact for fact in expected["nextQuestions"] if fact not in have]
        extra = [fact for fact in have if fact not in expected["nextQuestions"]]
        found.append(f"nextQuestions: ruta lacks {missing}, adds {extra}" if missing or extra
                     else f"nextQuestions in another order: oracle {expected['nextQuestions']}, ruta {have}")
    if expected["level"] != got.get("level"):
        found.append(f"level: oracle {expected['level']}, ruta {got.get('level')}")
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ruta", help="path of the ruta program")
    parser.add_argument("-n", "--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=5, help="how many differing situations to print")
    parser.add_argument("--cwd", help="folder to run ruta in")
    parser.add_argument("--argument", action="append", default=[], help="one more argument for ruta; may be repeated")
    parser.add_argument("--plant", nargs="?", const="precaution", choices=sorted(oracle.PLANTS),
                        help="break one oracle rule on purpose")
    options = parser.parse_args()

    inputs = list(situations(options.count, options.seed))
    try:
        answers = run_ruta(options, [json.dumps(situation) for situation in inputs])
    except (OSError, ValueError) as error:
        print(f"ruta did not answer: {error}", file=sys.stderr)
        return 2

    differing = 0
    for number, (situation, got) in enumerate(zip(inputs, answers), 1):
        found = differences(oracle.route(situation, options.plant), got)
        if not found:
            continue
        differing += 1
        if differing <= options.show:
            print(f"{number}: {json.dumps(situation)}")
            for line in found:
                print(f"    {line}")
    if options.plant:
        print(f"planted fault: {oracle.PLANTS[options.plant]}")
    print(f"{len(inputs)} compared, {differing} differ")
    if options.plant and not differing:
        return 2
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
