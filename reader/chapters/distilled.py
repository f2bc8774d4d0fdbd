"""What of a chapter's reading goes into the whole. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reader.analysis.model import Analysis, Entity, Label, Link, Quote
from reader.reading import Reading
from reader.rules.model import Match


def distilled(reading: Reading) -> Reading:
    """The same with one entity of each name and label, as the whole has them, and with the first key point alone: the
    points of a hundred chapters say what matters in none. What was tied to the others is not tied to them any more."""
    groups: dict[tuple[str, Label], list[Entity]] = {}
    for entity in reading.entities:
        groups.setdefault((entity.name, entity.label), []).append(entity)
    points = sorted(reading.key_points, key=lambda point: point.rank)
    known = {entity.id: members[0].id for members in groups.values() for entity in members[1:]}
    known |= {point.id: "" for point in points[1:]}

    def name(id_: str) -> str:
        return known.get(id_, id_)

    links = (Link(name(link.source), name(link.target), link.rel) for link in reading.links)
    return Reading(
        reading.article,
        Analysis(
            tuple(_said_by(quote, name) for quote in reading.quotes),
            tuple(map(_one, groups.values())),
            tuple(points[:1]),
        ),
        [_naming(match, name) for match in reading.matches],
        list(dict.fromkeys(link for link in links if link.source and link.target)),
        reading.lists,
        reading.rule_notices,
        highlights=[_naming(match, name) for match in reading.highlights if not match.item or name(match.item)],
        rules=reading.rules,
    )


def _one(members: list[Entity]) -> Entity:
    if len(members) == 1:
        return members[0]
    mentions = sorted((mention for entity in members for mention in entity.mentions), key=lambda it: it.span)
    roles = tuple(dict.fromkeys(role for entity in members for role in entity.roles))
    return replace(members[0], mentions=tuple(mentions), roles=roles)


def _said_by(quote: Quote, name: Callable[[str], str]) -> Quote:
    speaker = quote.speaker
    if speaker is None or speaker.entity is None or (entity := name(speaker.entity)) == speaker.entity:
        return quote
    return replace(quote, speaker=replace(speaker, entity=entity))


def _naming(match: Match, name: Callable[[str], str]) -> Match:
    item = name(match.item)
    return match if item == match.item else replace(match, item=item)
