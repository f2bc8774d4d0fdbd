"""The chapters of a whole, each opened when somebody is there."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import TypeVar

from reader.analysis.model import Analysis, KeyPoint, Quote
from reader.article.model import Article
from reader.chapters.chapter import Chapter
from reader.chapters.findings import Findings
from reader.chapters.ids import id_of
from reader.chapters.merged import Merged
from reader.made import Made
from reader.reading import Reading, Role
from reader.rules.model import Match
from reader.spans import IntervalIndex, Span

_OPEN = 12
"""So many are open at a time: what is on the screen, and what its lists show."""
T = TypeVar("T")


class Part(Reading):
    """The reading of one chapter, with the ids of the whole."""

    def __init__(
        self, article: Article, found: Findings, points: Sequence[KeyPoint], known: Callable[[int], int]
    ) -> None:
        """`points`: those of the chapter, as they are in the whole. `known`: what the id of an entity of the chapter is
        there."""
        own = found.entities
        codes = array("Q", map(known, own.codes))
        same = {mine: its for mine, its in zip(own.codes, codes, strict=True) if mine != its}
        names = {id_of(mine): id_of(its) for mine, its in same.items()}
        if same:
            found = _renamed(found, codes, same, names)
        self._columns, self._painted = found.entities, found.highlights
        super().__init__(
            article,
            Analysis(found.quotes, found.entities, tuple(points)),
            found.matches,
            found.links,
            highlights=found.highlights,
        )

    def _places_of(self, role: Role) -> Iterator[tuple[Span, str]]:
        if role is not Role.MENTION:
            yield from super()._places_of(role)
            return
        columns, places = self._columns, self._columns.mentions.places
        for number, code in enumerate(columns.codes):
            id_ = id_of(code)
            for at in range(columns.firsts[number], columns.firsts[number + 1]):
                yield Span(places.starts[at], places.ends[at]), id_

    @cached_property
    def _painted_at(self) -> IntervalIndex[int]:
        return self._painted.where()

    def highlights_in(self, start: int, end: int) -> Sequence[Match]:
        return [self._painted.make(number) for _, number in self._painted_at.overlapping(start, end)]


def _renamed(found: Findings, codes: array[int], same: Mapping[int, int], names: Mapping[str, str]) -> Findings:
    """A chapter with entities as they are called in the whole."""

    def known(code: int) -> int:
        return same.get(code, code)

    def said_by(quote: Quote) -> Quote:
        speaker = quote.speaker
        if speaker is None or speaker.entity is None or speaker.entity not in names:
            return quote
        return replace(quote, speaker=replace(speaker, entity=names[speaker.entity]))

    return found._replace(
        quotes=tuple(map(said_by, found.quotes)),
        entities=found.entities.like(codes, found.entities.mentions),
        matches=tuple(replace(it, item=names[it.item]) if it.item in names else it for it in found.matches),
        highlights=found.highlights.renamed(known),
        links=found.links.renamed(known),
    )


class Parts:
    """The chapters, in the order of the text; those that were asked for last are open."""

    def __init__(self, article: Article, chapters: Sequence[Chapter], merged: Merged) -> None:
        self._article, self._chapters, self._merged = article, chapters, merged
        self._open: dict[int, Part] = {}

    def __len__(self) -> int:
        return len(self._chapters)

    def __getitem__(self, slot: int) -> Part:
        part = self._open.pop(slot, None) or self.made(slot)
        self._open[slot] = part  # the one asked for last is the last
        for other in list(self._open)[:-_OPEN]:
            self._open.pop(other, None)  # another thread may have done so
        return part

    def made(self, slot: int) -> Part:
        """A chapter that is not kept open."""
        points = self._merged.points
        span = self._merged.spans[slot]
        first, past = (bisect_left(points, at, key=lambda point: point.span.start) for at in span)
        here = points[first:past] if len(self) > 1 else points
        return Part(self._article, self._chapters[slot].findings, here, self._merged.known)


class InParts(Made[T]):
    """Items of all chapters, one after the other."""

    def __init__(self, parts: Parts, firsts: Sequence[int], items_of: Callable[[Part], Sequence[T]]) -> None:
        """`firsts`: of each chapter, how many there are before it; then how many in all."""
        self._parts, self._firsts, self._items_of = parts, firsts, items_of

    def __len__(self) -> int:
        return self._firsts[-1]

    def make(self, number: int) -> T:
        slot = bisect_right(self._firsts, number) - 1
        return self._items_of(self._parts[slot])[number - self._firsts[slot]]

    def __iter__(self) -> Iterator[T]:
        return chain.from_iterable(self._items_of(self._parts.made(slot)) for slot in range(len(self._parts)))
