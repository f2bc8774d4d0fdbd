"""Links in columns of numbers, found from both of their ends."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property

from reader.analysis.model import Link
from reader.chapters.ids import code_of, id_of, is_shared
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
    def _ends(self) -> tuple[array[int], array[int], array[int]]:
        """Items with a link, in order, its number, and what it says at this end: both ends of every link."""
        both = zip(self._sources, self._targets, strict=True)
        ends = [source << 33 | number << 1 for number, source in enumerate(self._sources)]
        ends += [target << 33 | number << 1 | 1 for number, (source, target) in enumerate(both) if source != target]
        ends.sort()
        numbers = array("I", (end >> 1 & 0xFFFFFFFF for end in ends))
        rels = map(self._rels.__getitem__, numbers)
        sides = array("I", (rel << 1 | end & 1 for rel, end in zip(rels, ends, strict=True)))
        return array("Q", (end >> 33 for end in ends)), numbers, sides

    def of(self, code: int) -> LinksOf:
        """Every link that an item is an end of."""
        codes, numbers, sides = self._ends
        part = slice(bisect_left(codes, code), bisect_right(codes, code))
        return LinksOf(self, numbers[part], sides[part])

    def side(self, number: int) -> tuple[str, bool]:
        """What a link says, and whether from its source."""
        return self._words[number >> 1], not number & 1


class LinksOf(Made[Link]):
    """The links of one item."""

    def __init__(self, links: Links, numbers: array[int], sides: array[int]) -> None:
        self._links, self._numbers, self._sides = links, numbers, sides

    def __len__(self) -> int:
        return len(self._numbers)

    def make(self, number: int) -> Link:
        return self._links.make(self._numbers[number])

    @property
    def sides(self) -> Sequence[tuple[str, bool]]:
        """What each says, and whether the item is its source."""
        said = {side: self._links.side(side) for side in set(self._sides)}
        return [*map(said.__getitem__, self._sides)]


def joined(chapters: Sequence[Links], known: Callable[[int], int | None]) -> Links:
    """The links of all chapters, each once; `known` gives for the id of an item that in the whole, None where it is
    gone, and its links with it."""
    whole = Links()
    seen: set[tuple[int, int, str]] = set()
    for number, links in enumerate(chapters, 1):
        for source, target, rel in zip(links._sources, links._targets, links._rels, strict=True):
            ends = known(source), known(target)
            if ends[0] is None or ends[1] is None or (tie := (ends[0], ends[1], links._words[rel])) in seen:
                continue
            seen.add(tie)
            whole._add(*tie)
        if number < len(chapters):  # only what several chapters have can be tied again in another
            seen = {tie for tie in seen if is_shared(tie[0]) and is_shared(tie[1])}
    return whole
