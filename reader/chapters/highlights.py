"""What the program's own rules paint, in columns of numbers: each such match is one of a few, at some place."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from reader.chapters.ids import code_of, id_of
from reader.made import Made
from reader.rules.model import Match
from reader.spans import IntervalIndex, Span


class Highlights(Made[Match]):
    """Matches in the order of the text, the wider first: of one rule they differ in place and item alone."""

    def __init__(self, matches: Sequence[Match] = ()) -> None:
        self._starts, self._ends, self._rules, self._items = array("I"), array("I"), array("H"), array("Q")
        self._models: list[Match] = []  # of each rule, one of its matches
        self._numbers: dict[str, int] = {}  # of the models, by their rules
        for match in matches:
            self._starts.append(match.span.start)
            self._ends.append(match.span.end)
            self._rules.append(self._number(match))
            self._items.append(code_of(match.item) if match.item else 0)

    def _number(self, match: Match) -> int:
        number = self._numbers.setdefault(match.rule, len(self._models))
        if number == len(self._models):
            self._models.append(match)
        return number

    def add_all(self, others: Highlights, known: Callable[[int], int | None]) -> None:
        """Those of a later chapter; `known` gives for the id of an item that in the whole, None where it is gone."""
        rules = [self._number(model) for model in others._models]
        items = map(known, others._items)
        for start, end, rule, item in zip(others._starts, others._ends, others._rules, items, strict=True):
            if item is not None:
                self._starts.append(start)
                self._ends.append(end)
                self._rules.append(rules[rule])
                self._items.append(item)

    def __len__(self) -> int:
        return len(self._starts)

    def make(self, number: int) -> Match:
        model, item = self._models[self._rules[number]], self._items[number]
        return Match(
            f"c{number + 1}",
            model.rule,
            Span(self._starts[number], self._ends[number]),
            style=model.style,
            priority=model.priority,
            item=id_of(item) if item else "",
            place=model.place,
        )

    @cached_property
    def _index(self) -> IntervalIndex[int]:
        return IntervalIndex.of_arrays(self._starts, self._ends, range(len(self)))

    @property
    def by_rule(self) -> Mapping[str, int]:
        """How many there are of each rule."""
        return {rule: self._rules.count(number) for rule, number in self._numbers.items()}

    def within(self, start: int, end: int) -> list[Match]:
        """Those that share a character with `[start, end)`."""
        return [self.make(number) for _, number in self._index.overlapping(start, end)]
