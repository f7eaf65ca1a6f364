"""Plain words: Szigriszt-Pazos at least 75 on the street and 65 elsewhere, at most 15 words a sentence."""

import re

import textstat

from suite import Suite
from survey import everything, once

suite = Suite()
STREET, ELSEWHERE, MOST_WORDS, LEAST_WORDS = 75, 65, 15, 3
WORD = re.compile(r"[^\W\d_]+")
textstat.set_lang("es")


def sentences(lines):
    """What is read as prose: a lone word on a button, or a name in a list, would only flatter the score."""
    for line in lines:
        for sentence in re.split(r"(?<=[.!?:;])\s+| · ", line):
            if len(WORD.findall(sentence)) >= LEAST_WORDS:
                yield sentence.rstrip(".:; ") + ("" if sentence.rstrip().endswith(("?", "!")) else ".")


def score(lines):
    return textstat.szigriszt_pazos(" ".join(dict.fromkeys(sentences(lines))))


def hard(name, frame, lines):
    least, found = STREET if frame == "street" else ELSEWHERE, score(lines)
    if found < least:
        yield f"{name}: expected a score of {least}, found {found:.0f}"


def long(name, lines):
    for sentence in sentences(lines):
        words = len(WORD.findall(sentence))
        if words > MOST_WORDS:
            yield f"{words} words: '{sentence}'", name


def read(home):
    return ((name, sight.words["frame"], sight.words["lines"]) for name, sight in everything(home).items())


@suite.test("every page reads easily")
def easy(home):
    scores = {}
    for name, frame, lines in read(home):
        scores.setdefault(frame, {})[name] = score(lines)
        yield from hard(name, frame, lines)
    for frame, by_name in scores.items():
        worst = sorted(by_name.items(), key=lambda item: item[1])
        suite.notes.append(f"{frame}: " + ", ".join(f"{name} {value:.0f}" for name, value in worst))


@suite.test("no sentence has more than 15 words")
def short(home):
    return once(finding for name, _, lines in read(home) for finding in long(name, lines))


@suite.plant("the language of an office", "expected a score of 75")
def office(home):
    return list(hard("planted", "street", ["Efectúese inmediatamente la comunicación correspondiente a la dependencia "
                                           "policial jurisdiccionalmente competente."] * 3))


@suite.plant("a long sentence", "20 words")
def lengthy(home):
    return [finding for finding, _ in long("planted", [
        "Llame a la policía y espere al fiscal y no entre al lugar ni pregunte nada a la persona hoy."])]
