"""What was found in chapters, put together to one reading of the whole article. Pure.

Ids get the number of their chapter. Entities of one name and label are one entity: what the reader sees under one name
in the list is one line. A pronoun or a surname is resolved within its chapter only.

Of a long text so much is found that as objects it would take twenty times the text: it is kept in columns of numbers
and pressed, from the process that finds it on, and what is put together holds what the chapters hold.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, NamedTuple

from reader.analysis.model import Analysis, KeyPoint, Quote
from reader.chapters.entities import Entities, one_of_each
from reader.chapters.highlights import Highlights
from reader.chapters.ids import code_of, id_of
from reader.chapters.packed import Joined, Packed
from reader.chapters.ties import Links, joined
from reader.reading import Reading
from reader.rules.load import with_core
from reader.rules.model import ListTab, Match, Rule, RuleSet
from reader.spans import Span

_IDS = frozenset({"id", "entity", "source", "target", "item"})
"""Fields of items that hold the id of one."""


class Findings(NamedTuple):
    """What was found in a chapter; offsets count from the beginning of the whole article."""

    quotes: Packed[Quote]
    entities: Entities
    key_points: tuple[KeyPoint, ...]
    matches: Packed[Match]
    highlights: Highlights
    links: Links
    notices: tuple[str, ...] = ()


class Whole(NamedTuple):
    """What was found in several."""

    quotes: Joined[Quote]
    entities: Entities
    key_points: tuple[KeyPoint, ...]
    matches: Joined[Match]
    highlights: Highlights
    links: Links
    notices: tuple[str, ...] = ()

    @property
    def analysis(self) -> Analysis:
        return Analysis(self.quotes, self.entities, self.key_points)


class Recipe(NamedTuple):
    """What a reading has besides what was found: the rules that were applied, and their lists."""

    lists: Sequence[ListTab] = ()
    rules: Sequence[Rule] = ()

    @classmethod
    def of(cls, rules: RuleSet, off: Set[str] = frozenset()) -> Recipe:
        """Of what was read with these rules and the program's own, without those and the sets in `off`."""
        return cls(rules.tabs, with_core(rules).switched(off=off).rules)


def findings_in(reading: Reading, start: int, number: int | None) -> Findings:
    """What is in the reading of the chapter that begins at `start`; `number` goes into its ids (None: the only one)."""
    parts = (reading.quotes, reading.entities, reading.key_points, reading.matches)
    known = frozenset(item.id for items in parts for item in items)

    @cache
    def rename(id_: str) -> str:
        return f"{id_}.{number}" if number is not None and id_ in known else id_

    @cache
    def move(span: Span) -> Span:
        return Span(span.start + start, span.end + start)

    def moved(items: Sequence[Any]) -> Any:
        return tuple(_moved(item, move, rename) for item in items)

    return Findings(
        Packed(moved(reading.quotes)),
        Entities(moved(reading.entities)),
        moved(reading.key_points),
        Packed(moved(reading.matches)),
        Highlights(moved(reading.highlights)),
        Links(moved(reading.links)),
        reading.rule_notices,
    )


def _moved(value: Any, move: Callable[[Span], Span], rename: Callable[[str], str]) -> Any:
    """A value with all spans in it moved, and all ids renamed."""
    if isinstance(value, Span):
        return move(value)
    if type(value) is tuple:
        return tuple(_moved(part, move, rename) for part in value)
    if isinstance(value, Mapping):
        return {key: _moved(part, move, rename) for key, part in value.items()} if value else value
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes: dict[str, Any] = {}
    for field in fields(value):
        old = getattr(value, field.name)
        new = rename(old) if field.name in _IDS and isinstance(old, str) else _moved(old, move, rename)
        if new is not old:
            changes[field.name] = new
    return replace(value, **changes) if changes else value


def together(chapters: Mapping[int, Findings]) -> Whole:
    """The findings of all chapters, by their numbers, in the order of the text."""
    ordered = [chapters[number] for number in sorted(chapters)]
    entities, same = one_of_each([found.entities for found in ordered])
    points, dropped = _points(ordered)

    def known(code: int) -> int | None:
        return None if code in dropped else same(code)

    def known_id(id_: str) -> str:
        return id_of(same(code_of(id_)))

    highlights = Highlights()
    for found in ordered:
        highlights.add_all(found.highlights, known)
    return Whole(
        Joined([found.quotes for found in ordered], lambda quote: _said_by(quote, known_id)),
        entities,
        points,
        Joined([found.matches for found in ordered], lambda match: _naming(match, known_id)),
        highlights,
        joined([found.links for found in ordered], known),
        tuple(dict.fromkeys(notice for found in ordered for notice in found.notices)),
    )


def _points(ordered: Sequence[Findings]) -> tuple[tuple[KeyPoint, ...], frozenset[int]]:
    """The best of each chapter, and the ids of all others; where there is one chapter, all of them."""
    if len(ordered) == 1:
        return ordered[0].key_points, frozenset()
    best = [min(found.key_points, key=lambda point: point.rank) for found in ordered if found.key_points]
    dropped = {code_of(point.id) for found in ordered for point in found.key_points}
    dropped -= {code_of(point.id) for point in best}
    return tuple(replace(point, rank=rank) for rank, point in enumerate(best, 1)), frozenset(dropped)


def _said_by(quote: Quote, known: Callable[[str], str]) -> Quote:
    speaker = quote.speaker
    if speaker is None or speaker.entity is None or known(speaker.entity) == speaker.entity:
        return quote
    return replace(quote, speaker=replace(speaker, entity=known(speaker.entity)))


def _naming(match: Match, known: Callable[[str], str]) -> Match:
    if not match.item or known(match.item) == match.item:
        return match
    return replace(match, item=known(match.item))
