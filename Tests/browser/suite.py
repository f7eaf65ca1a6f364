"""What a theme consists of: tests that must find nothing, and plants that must be found."""

from dataclasses import dataclass, field
from typing import Callable


@dataclass
class Case:
    sentence: str
    look: Callable
    """Takes the house and gives findings, each a sentence."""
    expected: str | None = None
    """For a plant: what one of the findings must say."""


@dataclass
class Suite:
    tests: list = field(default_factory=list)
    plants: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    """Figures to print after the theme, found or not."""

    def test(self, sentence):
        def keep(look):
            self.tests.append(Case(sentence, look))
            return look
        return keep

    def plant(self, sentence, expected):
        def keep(look):
            self.plants.append(Case(sentence, look, expected))
            return look
        return keep
