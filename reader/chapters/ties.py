"""Links in columns of numbers."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from copy import copy

from reader.analysis.model import Link
from reader.chapters.ids import code_of, id_of
from reader.made import Made


class Links(Made[Link]):
    """Links without an object for each."""

    def __init__(self, links: Sequence[Link], name: Callable[[str], str]) -> None:
        """`name` gives for the id of an item that in the whole."""
        self.sources = array("Q", (code_of(name(link.source)) for link in links))
        self.targets = array("Q", (code_of(name(link.target)) for link in links))
        words: dict[str, int] = {}
        self.rels = array("H", (words.setdefault(link.rel, len(words)) for link in links))
        self.words = tuple(words)

    def __len__(self) -> int:
        return len(self.sources)

    def make(self, number: int) -> Link:
        return Link(id_of(self.sources[number]), id_of(self.targets[number]), self.words[self.rels[number]])

    def renamed(self, known: Callable[[int], int]) -> Links:
        """The same, with `known` giving for the id of an item that in the whole."""
        other = copy(self)
        other.sources, other.targets = array("Q", map(known, self.sources)), array("Q", map(known, self.targets))
        return other
