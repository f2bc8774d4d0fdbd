"""What was found in a chapter, with the offsets and ids that it has in the whole article. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, NamedTuple

from reader.analysis.model import KeyPoint, Quote
from reader.chapters.entities import Entities
from reader.chapters.highlights import Highlights
from reader.chapters.ties import Links
from reader.reading import Reading
from reader.rules.load import with_core
from reader.rules.model import ListTab, Match, Rule, RuleSet
from reader.spans import Span

_IDS = frozenset({"id", "entity", "item"})
"""Fields of items that hold the id of one."""


class Findings(NamedTuple):
    """What was found in a chapter; offsets count from the beginning of the whole article."""

    quotes: tuple[Quote, ...]
    entities: Entities
    key_points: tuple[KeyPoint, ...]
    matches: tuple[Match, ...]
    highlights: Highlights
    links: Links
    notices: tuple[str, ...] = ()


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
        moved(reading.quotes),
        Entities(reading.entities, start, rename),
        moved(reading.key_points),
        moved(reading.matches),
        Highlights(reading.highlights, start, rename),
        Links(reading.links, rename),
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
