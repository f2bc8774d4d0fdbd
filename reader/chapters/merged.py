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
from itertools import accumulate, chain
from operator import itemgetter
from typing import NamedTuple

from reader.analysis.model import KeyPoint
from reader.chapters.entities import Entities, MentionColumns
from reader.chapters.ids import chapter_of, is_shared, position
from reader.chapters.register import Ends, Listed, Register


class Row(NamedTuple):
    """Items that stand together in a list."""

    codes: array[int]
    cells: bytearray
    """Of each, the cells it takes on one row; empty where nobody has measured them."""


class Merged:
    """What the chapters hold, in the order of the text."""

    def __init__(self, registers: Sequence[Register]) -> None:
        self.spans = [register.span for register in registers]
        self.slots = {register.number: slot for slot, register in enumerate(registers)}
        """By the numbers of the chapters."""
        self.quotes, self.matches, self.highlights = (
            array("I", accumulate(sizes, initial=0))
            for sizes in (
                [register.quotes for register in registers],
                [register.matches for register in registers],
                [register.highlights for register in registers],
            )
        )
        """Of each chapter, how many there are before it; then how many in all."""
        self.points, self.point_words = _points(registers)
        self.found_by: Counter[str] = Counter()
        for register in registers:
            self.found_by.update(register.found_by)
        self.notices = tuple(dict.fromkeys(chain.from_iterable(register.notices for register in registers)))
        self._add_entities(registers)
        self.speeches: dict[str | None, Row] = {}
        self.words: dict[str | None, int] = {}
        """Words said, by the names of the speakers."""
        for speech in chain.from_iterable(register.speeches for register in registers):
            row = self.speeches.setdefault(speech.name, Row(array("Q"), bytearray()))
            row.codes.extend(speech.quotes)
            row.cells.extend(speech.cells)
            self.words[speech.name] = self.words.get(speech.name, 0) + speech.words
        self.lists: dict[str, dict[str, Row]] = {}
        """Of each list that rules fill, its groups."""
        groups: dict[tuple[str, str], list[Listed]] = {}
        for listed in chain.from_iterable(register.lists for register in registers):
            groups.setdefault((listed.list, listed.group), []).append(listed)
        for (name, group), members in groups.items():
            self.lists.setdefault(name, {})[group] = _row(members)

    def _add_entities(self, registers: Sequence[Register]) -> None:
        members: dict[tuple[str, int, int], list[tuple[Register, int]]] = {}
        self._locals = [register.entities.codes for register in registers]
        self._same = [array("I") for _ in registers]  # of each entity of a chapter, its number in the whole
        numbers: dict[tuple[str, int, int], int] = {}
        for register, same in zip(registers, self._same, strict=True):
            names, labels = register.entities.names, register.entities.labels
            for local, (name, label) in enumerate(zip(names, labels, strict=True)):
                # Where there is one chapter, two of one name are two.
                key = (name, label, 0 if register.number else local)
                same.append(numbers.setdefault(key, len(numbers)))
                members.setdefault(key, []).append((register, local))
        words: dict[str, int] = {}
        ways = {id(register): _ways(register.ends, words) for register in registers}
        whole, mentions = Entities(), MentionColumns()
        ends = Ends(array("I", [0]), array("Q"), array("H"), ())
        cells, said, said_words = bytearray(), array("I"), array("I")
        for (name, label, _), its in members.items():
            first, local = its[0]
            whole.codes.append(first.entities.codes[local])
            whole.labels.append(label)
            whole.names.append(name)
            whole.roles.append(first.entities.roles[local])
            cells += first.entity_cells[local : local + 1]
            if len(its) > 1:
                roles = chain.from_iterable(register.entities.roles[number] for register, number in its)
                whole.roles[-1] = tuple(dict.fromkeys(roles))
            quotes = quoted = 0
            for register, number in its:
                entities = register.entities
                mentions.add_all(entities.mentions, entities.firsts[number], entities.firsts[number + 1])
                part = slice(register.ends.firsts[number], register.ends.firsts[number + 1])
                ends.others.extend(register.ends.others[part])
                ends.ways.extend(ways[id(register)][part])
                quotes += register.said[number]
                quoted += register.said_words[number]
            said.append(quotes)
            said_words.append(quoted)
            whole.firsts.append(len(mentions.kinds))
            ends.firsts.append(len(ends.others))
        whole.mentions = mentions
        self.entities, self.entity_cells, self.said, self.said_words = whole, bytes(cells), said, said_words
        self.ends = ends._replace(words=tuple(words))
        shared = chain.from_iterable(register.shared for register in registers)
        self.shared = tuple(dict.fromkeys((self.known(s), self.known(t), word) for s, t, word in shared))
        """Links from entities to entities: source, target, word."""

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


def _points(registers: Sequence[Register]) -> tuple[tuple[KeyPoint, ...], dict[str, str]]:
    """The key points, ranked as they come where there are several chapters, and the words that a list shows of them."""
    points = [point for register in registers for point in register.points]
    if len(registers) > 1:
        points = [replace(point, rank=rank) for rank, point in enumerate(points, 1)]
    words = chain.from_iterable(
        zip((point.id for point in register.points), register.point_words, strict=False) for register in registers
    )
    return tuple(points), dict(words)


def _row(members: Sequence[Listed]) -> Row:
    row = Row(array("Q"), bytearray())
    if not members[0].dates:
        for listed in members:
            row.codes.extend(listed.matches)
            row.cells.extend(listed.cells)
        return row
    for _, _, listed, number in merge(*map(_dated, members), key=itemgetter(0, 1)):
        row.codes.append(listed.matches[number])
        row.cells.extend(listed.cells[number : number + 1])
    return row


def _dated(listed: Listed) -> Iterator[tuple[bool, str, Listed, int]]:
    return ((not date, date, listed, number) for number, date in enumerate(listed.dates))


def _ways(ends: Ends, words: dict[str, int]) -> array[int]:
    """The ways of the links of a chapter, by the numbers of their words in the whole."""
    numbers = [words.setdefault(word, len(words)) for word in ends.words]
    return array("H", (2 * numbers[way >> 1] + (way & 1) for way in ends.ways))
