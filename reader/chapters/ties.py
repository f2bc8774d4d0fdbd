"""Links in columns of numbers, found from both of their ends."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property

from reader.analysis.model import Link
from reader.chapters.ids import code_of, id_of
from reader.made import Made


class Links(Made[Link]):
    """Links without an object for each."""

    def __init__(self, links: Sequence[Link] = ()) -> None:
        self._sources, self._targets, self._rels = array("Q"), array("Q"), array("H")
        self._words: list[str] = []
        for link in links:
            self._add(code_of(link.source), code_of(link.target), link.rel)

    def _add(self, source: int, target: int, rel: str) -> None:
        if rel not in self._words:
            self._words.append(rel)
        self._sources.append(source)
        self._targets.append(target)
        self._rels.append(self._words.index(rel))

    def __len__(self) -> int:
        return len(self._sources)

    def make(self, number: int) -> Link:
        rel = self._words[self._rels[number]]
        return Link(id_of(self._sources[number]), id_of(self._targets[number]), rel)

    @cached_property
    def _ends(self) -> tuple[array[int], array[int]]:
        """Items with a link, in order, and its number: both ends of every link."""
        ends = [*zip(self._sources, range(len(self)), strict=True)]
        ends += [(t, n) for s, t, n in zip(self._sources, self._targets, range(len(self)), strict=True) if s != t]
        ends.sort()
        return array("Q", (code for code, _ in ends)), array("I", (number for _, number in ends))

    def of(self, code: int) -> tuple[Link, ...]:
        """Every link that an item is an end of."""
        codes, numbers = self._ends
        return tuple(self.make(number) for number in numbers[bisect_left(codes, code) : bisect_right(codes, code)])


def joined(chapters: Sequence[Links], known: Callable[[int], int | None]) -> Links:
    """The links of all chapters, each once; `known` gives for the id of an item that in the whole, None where it is
    gone, and its links with it."""
    seen: dict[tuple[int | None, int | None, str], None] = {}
    for links in chapters:
        rels = (links._words[rel] for rel in links._rels)
        seen |= dict.fromkeys(zip(map(known, links._sources), map(known, links._targets), rels, strict=True))
    whole = Links()
    for source, target, rel in seen:
        if source is not None and target is not None:
            whole._add(source, target, rel)
    return whole
