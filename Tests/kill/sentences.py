"""Sentences that must be true, each with the check that shows whether it is."""


class Sentences(list):
    """The sentences of a harness in the order in which they are written, each with its check."""

    def holds(self, sentence):
        """Marks a function as the check of a sentence."""
        def add(check):
            self.append((sentence, check))
            return check
        return add


def require(condition, what):
    if not condition:
        raise AssertionError(what)
