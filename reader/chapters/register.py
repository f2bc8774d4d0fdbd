"""What the whole article must know of each of its chapters at once, in columns of numbers: everything else of a chapter
stays pressed until somebody is there. As the register of a book, it says what is where."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from reader.analysis.model import KeyPoint
from reader.chapters.entities import Entities
from reader.chapters.findings import Findings
from reader.chapters.ids import code_of, is_shared
from reader.chapters.ties import Links
from reader.reading import Reading
from reader.spans import Span


class Measures(NamedTuple):
    """How large the items of a chapter are in lists, each kind in its order."""

    quotes: bytes = b""
    """Cells that each takes on one row, 255 at the most; empty where nobody measures."""
    entities: bytes = b""
    matches: bytes = b""
    points: tuple[str, ...] = ()
    """The words that a list shows of them."""


Measure = Callable[[Reading], Measures]


class Speech(NamedTuple):
    """What somebody says in a chapter."""

    name: str | None
    """None: nobody is named."""
    words: int
    quotes: array[int]
    cells: bytes


class Listed(NamedTuple):
    """What a chapter has of one group on a list that rules fill."""

    list: str
    group: str
    matches: array[int]
    cells: bytes
    dates: tuple[str, ...]


class Ends(NamedTuple):
    """The links between entities and what is of this chapter alone, as seen from each entity."""

    firsts: array[int]
    """Of each entity, its first link, and where the last of all end."""
    others: array[int]
    """The item at the other end."""
    ways: array[int]
    """Twice the number of the word, and one more where the entity is the source."""
    words: tuple[str, ...]


class Register(NamedTuple):
    """What the whole must know of one chapter; offsets and ids are those of the whole."""

    span: Span
    number: int
    """What its ids have, from 1; 0 where it is the only one."""
    quotes: int
    matches: int
    highlights: int
    found_by: Mapping[str, int]
    entities: Entities
    """Without the reasons for their mentions."""
    entity_cells: bytes
    said: array[int]
    """By each entity, so many quotes."""
    said_words: array[int]
    points: tuple[KeyPoint, ...]
    point_words: tuple[str, ...]
    speeches: tuple[Speech, ...]
    lists: tuple[Listed, ...]
    ends: Ends
    shared: tuple[tuple[int, int, str], ...]
    """Links from entities to entities, which other chapters may have too: source, target, word."""
    notices: tuple[str, ...]


def register_of(found: Findings, span: Span, number: int | None, own: Reading, measures: Measures) -> Register:
    """What is to be known of a chapter; `own` is its reading, with ids and offsets of its own."""
    entities = found.entities
    said = [own.said_by(entity.id) for entity in own.entities]
    return Register(
        span,
        number or 0,
        len(found.quotes),
        len(found.matches),
        len(found.highlights),
        dict(Counter(found.highlights.by_rule) + Counter(match.rule for match in found.matches)),
        entities.like(entities.codes, entities.mentions.without_reasons()),
        measures.entities,
        array("I", (quotes for quotes, _ in said)),
        array("I", (words for _, words in said)),
        found.key_points,
        measures.points,
        tuple(_speeches(found, own, measures.quotes)),
        tuple(_lists(found, own, measures.matches)),
        _ends(entities, found.links),
        tuple((s, t, word) for s, t, word in _ties(found.links) if is_shared(s) and is_shared(t)),
        found.notices,
    )


def _speeches(found: Findings, own: Reading, cells: bytes) -> Sequence[Speech]:
    groups: dict[str | None, list[int]] = {}
    for number, quote in enumerate(found.quotes):
        groups.setdefault(quote.speaker.name if quote.speaker is not None else None, []).append(number)
    return [
        Speech(
            name,
            own.said.get(name, 0),
            array("Q", (code_of(found.quotes[number].id) for number in numbers)),
            _picked(cells, numbers),
        )
        for name, numbers in groups.items()
    ]


def _lists(found: Findings, own: Reading, cells: bytes) -> Sequence[Listed]:
    groups: dict[tuple[str, str], list[int]] = {}
    for number, match in enumerate(found.matches):
        if match.list:
            groups.setdefault((match.list, match.group), []).append(number)
    return [_listed(found, key, numbers, cells, by_date=own.is_by_date(key[0])) for key, numbers in groups.items()]


def _listed(found: Findings, key: tuple[str, str], numbers: list[int], cells: bytes, *, by_date: bool) -> Listed:
    matches = found.matches
    if by_date:
        numbers.sort(key=lambda number: (not matches[number].date, matches[number].date))
    codes = array("Q", (code_of(matches[number].id) for number in numbers))
    dates = tuple(matches[number].date for number in numbers) if by_date else ()
    return Listed(*key, codes, _picked(cells, numbers), dates)


def _picked(cells: bytes, numbers: Sequence[int]) -> bytes:
    return bytes(cells[number] for number in numbers) if cells else b""


def _ties(links: Links) -> Sequence[tuple[int, int, str]]:
    words = (links.words[rel] for rel in links.rels)
    return list(zip(links.sources, links.targets, words, strict=True))


def _ends(entities: Entities, links: Links) -> Ends:
    by_entity: dict[int, list[tuple[int, int]]] = {}
    for source, target, rel in zip(links.sources, links.targets, links.rels, strict=True):
        if is_shared(source) and not is_shared(target):
            by_entity.setdefault(source, []).append((target, 2 * rel + 1))
        elif is_shared(target) and not is_shared(source):
            by_entity.setdefault(target, []).append((source, 2 * rel))
    ends = Ends(array("I", [0]), array("Q"), array("H"), links.words)
    for code in entities.codes:
        found = by_entity.get(code, ())
        ends.others.extend(other for other, _ in found)
        ends.ways.extend(way for _, way in found)
        ends.firsts.append(len(ends.others))
    return ends
