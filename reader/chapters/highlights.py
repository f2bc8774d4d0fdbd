"""What the program's own rules paint, in columns of numbers: each such match is one of a few, at some place."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from copy import copy

from reader.chapters.columns import Places
from reader.chapters.ids import code_of, id_of
from reader.made import Made
from reader.rules.model import Match
from reader.spans import IntervalIndex, Span


class Highlights(Made[Match]):
    """Matches in the order of the text, the wider first: of one rule they differ in place and item alone."""

    def __init__(self, matches: Sequence[Match] = (), start: int = 0, name: Callable[[str], str] = str) -> None:
        """Those of a chapter that begins at `start`; `name` gives for the id of an item that in the whole."""
        self._places, self._rules, self._items = Places(), array("H"), array("I")
        models: dict[str, Match] = {}  # of each rule, one of its matches
        codes: dict[int, int] = {}  # the items, and their numbers here
        for match in matches:
            self._places.add(match.span.start + start, match.span.end + start)
            models.setdefault(match.rule, match)
            code = code_of(name(match.item)) if match.item else 0
            self._items.append(codes.setdefault(code, len(codes)))
        self._models, self._codes = tuple(models.values()), array("Q", codes)
        numbers = {rule: number for number, rule in enumerate(models)}
        self._rules.extend(numbers[match.rule] for match in matches)

    def renamed(self, known: Callable[[int], int]) -> Highlights:
        """The same, with `known` giving for the id of an item that in the whole."""
        other = copy(self)
        other._codes = array("Q", map(known, self._codes))
        return other

    def __len__(self) -> int:
        return len(self._places)

    def make(self, number: int) -> Match:
        model, item = self._models[self._rules[number]], self._codes[self._items[number]]
        return Match(
            f"c{number + 1}",
            model.rule,
            Span(self._places.starts[number], self._places.ends[number]),
            style=model.style,
            priority=model.priority,
            item=id_of(item) if item else "",
            place=model.place,
        )

    @property
    def by_rule(self) -> Mapping[str, int]:
        """How many there are of each rule."""
        return {model.rule: self._rules.count(number) for number, model in enumerate(self._models)}

    def where(self) -> IntervalIndex[int]:
        """Where the matches with which numbers stand."""
        return IntervalIndex.of_arrays(self._places.starts, self._places.ends, range(len(self)))
