"""What was found in chapters, put together to one reading of the whole article. Pure.

Ids get the number of their chapter. Entities of one name and label are one entity: what the reader sees under one name
in the list is one line. A pronoun or a surname is resolved within its chapter only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, NamedTuple

from reader.analysis.model import Analysis, Entity, KeyPoint, Label, Link, Quote
from reader.article.model import Article
from reader.reading import Reading
from reader.rules.model import ListTab, Match, Rule
from reader.spans import Span

_IDS = frozenset({"id", "entity", "source", "target", "item"})
"""Fields of items that hold the id of one."""


class Findings(NamedTuple):
    """What was found in a chapter, or in several; offsets count from the beginning of the whole article."""

    quotes: tuple[Quote, ...] = ()
    entities: tuple[Entity, ...] = ()
    key_points: tuple[KeyPoint, ...] = ()
    matches: tuple[Match, ...] = ()
    highlights: tuple[Match, ...] = ()
    links: tuple[Link, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def analysis(self) -> Analysis:
        return Analysis(self.quotes, self.entities, self.key_points)


class Recipe(NamedTuple):
    """What a reading has besides what was found: the rules that were applied, and their lists."""

    lists: Sequence[ListTab] = ()
    rules: Sequence[Rule] = ()


def findings_in(reading: Reading, start: int, number: int | None) -> Findings:
    """What is in the reading of the chapter that begins at `start`; `number` goes into its ids (None: the only one)."""
    parts = (reading.quotes, reading.entities, reading.key_points, reading.matches)
    known = frozenset(item.id for items in parts for item in items)

    @cache  # what is the same is one object, here and where it is sent to: there are many of them
    def rename(id_: str) -> str:
        return f"{id_}.{number}" if number is not None and id_ in known else id_

    @cache
    def move(span: Span) -> Span:
        return Span(span.start + start, span.end + start)

    def moved(items: Sequence[Any]) -> Any:
        return tuple(_moved(item, move, rename) for item in items)

    return Findings(
        moved(reading.quotes),
        moved(reading.entities),
        moved(reading.key_points),
        moved(reading.matches),
        moved(reading.highlights),
        moved(reading.links),
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


def with_one_id_each(chapters: Mapping[int, Findings]) -> dict[int, Findings]:
    """The same chapters, in which everything names an entity by the id that it has in the whole: of what `together`
    makes of them, nothing is then there twice."""
    known = _ids(chapters)[1]
    return {
        number: found._replace(
            quotes=tuple(_said_by(quote, known) for quote in found.quotes),
            matches=tuple(_naming(match, known) for match in found.matches),
            highlights=tuple(_naming(match, known) for match in found.highlights),
        )
        for number, found in chapters.items()
    }


def _ids(chapters: Mapping[int, Findings]) -> tuple[tuple[Entity, ...], Callable[[str], str]]:
    """The entities of all chapters, each once, and what gives for the id of one in a chapter that in the whole."""
    entities, same = _one_of_each([entity for number in sorted(chapters) for entity in chapters[number].entities])
    return entities, lambda id_: same.get(id_, id_)


def together(chapters: Mapping[int, Findings]) -> Findings:
    """The findings of all chapters, by their numbers, in the order of the text."""
    if len(chapters) == 1:
        return next(iter(chapters.values()))
    ordered = [chapters[number] for number in sorted(chapters)]
    entities, known = _ids(chapters)
    points = [min(found.key_points, key=lambda point: point.rank) for found in ordered if found.key_points]
    kept = {point.id for point in points}
    dropped = {point.id for found in ordered for point in found.key_points} - kept
    links = (link for found in ordered for link in found.links if not {link.source, link.target} & dropped)
    return Findings(
        tuple(_said_by(quote, known) for found in ordered for quote in found.quotes),
        entities,
        tuple(replace(point, rank=rank) for rank, point in enumerate(points, 1)),
        tuple(_naming(match, known) for found in ordered for match in found.matches),
        tuple(_naming(match, known) for found in ordered for match in found.highlights if match.item not in dropped),
        tuple(dict.fromkeys(replace(link, source=known(link.source), target=known(link.target)) for link in links)),
        tuple(dict.fromkeys(notice for found in ordered for notice in found.notices)),
    )


def _one_of_each(entities: Sequence[Entity]) -> tuple[tuple[Entity, ...], dict[str, str]]:
    """Entities of one name and label made one, and for the id of each that is gone the id that stands for it."""
    groups: dict[tuple[str, Label], list[Entity]] = {}
    for entity in entities:
        groups.setdefault((entity.name, entity.label), []).append(entity)
    merged: list[Entity] = []
    same: dict[str, str] = {}
    for first, *others in groups.values():
        if others:
            same.update((other.id, first.id) for other in others)
            mentions = tuple(mention for entity in (first, *others) for mention in entity.mentions)
            roles = tuple(dict.fromkeys(role for entity in (first, *others) for role in entity.roles))
            first = replace(first, mentions=mentions, roles=roles)
        merged.append(first)
    return tuple(merged), same


def _said_by(quote: Quote, known: Callable[[str], str]) -> Quote:
    speaker = quote.speaker
    if speaker is None or speaker.entity is None or known(speaker.entity) == speaker.entity:
        return quote
    return replace(quote, speaker=replace(speaker, entity=known(speaker.entity)))


def _naming(match: Match, known: Callable[[str], str]) -> Match:
    return match if known(match.item) == match.item else replace(match, item=known(match.item))


def reading_from(article: Article, found: Findings, recipe: Recipe) -> Reading:
    """The reading of the whole article, as far as it has been found."""
    return Reading(
        article,
        found.analysis,
        found.matches,
        found.links,
        recipe.lists,
        found.notices,
        highlights=found.highlights,
        rules=recipe.rules,
    )
