"""The registers of chapters put together: what is on which list of the whole article, and what is tied to whom. Pure.

Entities of one name and label are one entity: what the reader sees under one name in the list is one line. A pronoun or
a surname is resolved within its chapter only.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from heapq import merge
from operator import itemgetter
from typing import NamedTuple

from reader.analysis.model import KeyPoint
from reader.chapters.chapter import Chapter
from reader.chapters.gathered import Gathered
from reader.chapters.ids import chapter_of, is_shared, position
from reader.chapters.register import Listed, Register
from reader.spans import Span


class Row(NamedTuple):
    """Items that stand together in a list."""

    codes: array[int]
    cells: bytearray
    """Of each, the cells it takes on one row; empty where nobody has measured them."""


class Merged:
    """What the chapters hold, in the order of the text.

    Their registers are opened one after the other, twice: all at once they would take several times what is kept.
    """

    def __init__(self, chapters: Sequence[Chapter]) -> None:
        self.spans: list[Span] = []
        self.slots: dict[int, int] = {}
        """By the numbers of the chapters."""
        self.quotes, self.matches, self.highlights = array("I", [0]), array("I", [0]), array("I", [0])
        """Of each chapter, how many there are before it; then how many in all."""
        self.points: list[KeyPoint] = []
        self.point_words: dict[str, str] = {}
        """The words that a list shows of them."""
        self.found_by: Counter[str] = Counter()
        self.notices: dict[str, None] = {}
        self.speeches: dict[str | None, Row] = {}
        self.words: dict[str | None, int] = {}
        """Words said, by the names of the speakers."""
        self.lists: dict[str, dict[str, Row]] = {}
        """Of each list that rules fill, its groups."""
        self._dated: dict[tuple[str, str], list[Listed]] = {}
        self._shared: dict[tuple[int, int, str], None] = {}
        for chapter in chapters:
            self._add(chapter.register)
        if len(chapters) > 1:  # they are ranked as they come
            self.points = [replace(point, rank=rank) for rank, point in enumerate(self.points, 1)]
        for (name, group), members in self._dated.items():
            self.lists.setdefault(name, {})[group] = _in_order(members)
        self._add_entities(chapters)
        self.shared = tuple(dict.fromkeys((self.known(s), self.known(t), word) for s, t, word in self._shared))
        """Links from entities to entities: source, target, word."""

    def _add(self, register: Register) -> None:
        self.slots[register.number] = len(self.spans)
        self.spans.append(register.span)
        for column, size in (
            (self.quotes, register.quotes),
            (self.matches, register.matches),
            (self.highlights, register.highlights),
        ):
            column.append(column[-1] + size)
        self.points += register.points
        self.point_words.update(zip((point.id for point in register.points), register.point_words, strict=False))
        self.found_by.update(register.found_by)
        self.notices |= dict.fromkeys(register.notices)
        self._shared |= dict.fromkeys(register.shared)
        for speech in register.speeches:
            row = self.speeches.get(speech.name) or self.speeches.setdefault(speech.name, Row(array("Q"), bytearray()))
            row.codes.extend(speech.quotes)
            row.cells.extend(speech.cells)
            self.words[speech.name] = self.words.get(speech.name, 0) + speech.words
        for listed in register.lists:
            if listed.dates:
                self._dated.setdefault((listed.list, listed.group), []).append(listed)
                continue
            row = self.lists.setdefault(listed.list, {}).setdefault(listed.group, Row(array("Q"), bytearray()))
            row.codes.extend(listed.matches)
            row.cells.extend(listed.cells)

    def _add_entities(self, chapters: Sequence[Chapter]) -> None:
        gathered = Gathered()
        self._locals, self._same = [], []
        """Of each chapter the ids of its entities, and their numbers in the whole."""
        for chapter in chapters:
            register = chapter.register
            self._locals.append(register.entities.codes)
            self._same.append(gathered.count(register))
        gathered.make_room()
        for chapter, same in zip(chapters, self._same, strict=True):
            gathered.fill(chapter.register, same)
        self.entities, self.ends = gathered.entities, gathered.ends
        self.entity_cells, self.said, self.said_words = bytes(gathered.cells), gathered.said, gathered.said_words

    def known(self, code: int) -> int:
        """What the id of an item of a chapter is in the whole; the same of what is not here."""
        number = self.entity_number(code)
        return code if number is None else self.entities.codes[number]

    def entity_number(self, code: int) -> int | None:
        """The number of an entity that has this id in a chapter; None: there is none."""
        slot = self.slots.get(chapter_of(code)) if is_shared(code) else None
        if slot is None or (at := position(self._locals[slot], code)) is None:
            return None
        return self._same[slot][at]

    def slots_in(self, start: int, end: int) -> range:
        """The chapters that share a character with `[start, end)`."""
        first = past = bisect_right(self._span_ends, start)
        while past < len(self.spans) and self.spans[past].start < end:
            past += 1
        return range(first, past)

    @cached_property
    def _span_ends(self) -> array[int]:
        return array("I", (span.end for span in self.spans))


def _in_order(members: Sequence[Listed]) -> Row:
    """The matches of a list that is in the order of dates."""
    row = Row(array("Q"), bytearray())
    for _, _, listed, number in merge(*map(_dated, members), key=itemgetter(0, 1)):
        row.codes.append(listed.matches[number])
        row.cells.extend(listed.cells[number : number + 1])
    return row


def _dated(listed: Listed) -> Iterator[tuple[bool, str, Listed, int]]:
    return ((not date, date, listed, number) for number, date in enumerate(listed.dates))
