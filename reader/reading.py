"""A `Reading`: an article with all that was found in it, and the index that answers for the screen and the exporters.

`items_at` says what lies at an offset in O(log n + found); `links_of` says what an item is tied to in O(1).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from reader.analysis.model import Analysis, Entity, KeyPoint, Link, Mention, Quote
from reader.article.model import Article
from reader.rules.model import ListTab, Match, Rule
from reader.spans import IntervalIndex, Span

Item: TypeAlias = Quote | Entity | KeyPoint | Match


class Role(StrEnum):
    """As what an item lies at a place."""

    QUOTE = "quote"
    CUE = "cue"
    SPEAKER = "speaker"
    """The surface that names a quote's speaker; the item is the quote."""
    MENTION = "mention"
    KEY_POINT = "key_point"
    MATCH = "match"


@dataclass(frozen=True, slots=True)
class Place:
    """An item at a stretch of the text."""

    span: Span
    item: str
    """The item's id."""
    role: Role


class Reading:
    """An article and everything found in it. The screen and the exporters take a Reading and nothing else.

    Immutable: what is derived is computed once, when first asked for.
    """

    def __init__(
        self,
        article: Article,
        analysis: Analysis = Analysis(),  # noqa: B008 (immutable)
        matches: Sequence[Match] = (),
        links: Sequence[Link] = (),
        lists: Sequence[ListTab] = (),
        rule_notices: Sequence[str] = (),
        *,
        highlights: Sequence[Match] = (),
        rules: Sequence[Rule] = (),
    ) -> None:
        self.article = article
        self.quotes = analysis.quotes
        self.entities = analysis.entities
        self.key_points = analysis.key_points
        self.matches = tuple(matches)
        self.links = tuple(links)
        self.lists = tuple(lists)
        """The lists that rules fill, in the order of the rule files."""
        self.rule_notices = tuple(rule_notices)
        """Rules that were switched off or cut short, and why."""
        self.highlights = tuple(highlights)
        """Matches of the program's own rules (`builtin/core`): painted, but no items, and in no list or export."""
        self.rules = tuple(rules)
        """Every rule that was applied, the program's own first: their order counts where two paint the same."""

    # --- items ---------------------------------------------------------------------------------------------------
    @cached_property
    def _items(self) -> dict[str, Item]:
        everything: tuple[tuple[Item, ...], ...] = (self.quotes, self.entities, self.key_points, self.matches)
        return {item.id: item for items in everything for item in items}

    def item(self, id_: str) -> Item:
        """The item with this id; KeyError when there is none."""
        return self._items[id_]

    def has(self, id_: str) -> bool:
        """Whether there is an item with this id."""
        return id_ in self._items

    def spans_of(self, id_: str) -> tuple[Span, ...]:
        """Where an item stands in the text, in order: a quote's parts, an entity's mentions, a point's sentence."""
        match self.item(id_):
            case Quote(parts=parts):
                return parts
            case Entity(mentions=mentions):
                return tuple(m.span for m in mentions)
            case KeyPoint(span=span) | Match(span=span):
                return (span,)

    # --- places --------------------------------------------------------------------------------------------------
    @cached_property
    def _places(self) -> IntervalIndex[Place]:
        return IntervalIndex((place.span, place) for place in self._all_places())

    def _all_places(self) -> Iterable[Place]:
        for quote in self.quotes:
            for part in quote.parts:
                yield Place(part, quote.id, Role.QUOTE)
            if quote.cue is not None:
                yield Place(quote.cue, quote.id, Role.CUE)
            if quote.speaker is not None and quote.speaker.span is not None:
                yield Place(quote.speaker.span, quote.id, Role.SPEAKER)
        for entity in self.entities:
            for mention in entity.mentions:
                yield Place(mention.span, entity.id, Role.MENTION)
        for point in self.key_points:
            yield Place(point.span, point.id, Role.KEY_POINT)
        for match in self.matches:
            yield Place(match.span, match.id, Role.MATCH)

    def places_at(self, offset: int) -> list[Place]:
        """What lies at `offset`, the narrowest first."""
        return sorted((place for _, place in self._places.at(offset)), key=lambda p: (p.span.length, p.item))

    def places_in(self, start: int, end: int) -> list[Place]:
        """What shares a character with `[start, end)`, by start, of one start the wider first."""
        return [place for _, place in self._places.overlapping(start, end)]

    # --- links ---------------------------------------------------------------------------------------------------
    @cached_property
    def _links_by_item(self) -> dict[str, tuple[Link, ...]]:
        by_item: dict[str, list[Link]] = {}
        for link in self.links:
            by_item.setdefault(link.source, []).append(link)
            if link.target != link.source:
                by_item.setdefault(link.target, []).append(link)
        return {id_: tuple(links) for id_, links in by_item.items()}

    def links_of(self, id_: str) -> tuple[Link, ...]:
        """Every link that the item is an end of, in either direction."""
        return self._links_by_item.get(id_, ())

    # --- what is asked of speakers -------------------------------------------------------------------------------
    def quotes_by(self, entity_id: str) -> tuple[Quote, ...]:
        """What an entity said, in the order of the text."""
        return tuple(self._quotes_by.get(entity_id, ()))

    @cached_property
    def _quotes_by(self) -> dict[str, list[Quote]]:
        by_speaker: dict[str, list[Quote]] = {}
        for quote in self.quotes:
            if quote.speaker is not None and quote.speaker.entity is not None:
                by_speaker.setdefault(quote.speaker.entity, []).append(quote)
        return by_speaker

    def repeats_of(self, quote_id: str) -> tuple[str, ...]:
        """Ids of the quotes that have words of this one again."""
        return tuple(
            link.target if link.source == quote_id else link.source
            for link in self.links_of(quote_id)
            if link.rel == "repeats"
        )

    @cached_property
    def said(self) -> dict[str | None, int]:
        """Quoted words by speaker's name (None: nobody is named), for the shares of the quoted words."""
        counts: dict[str | None, int] = {}
        for quote in self.quotes:
            name = quote.speaker.name if quote.speaker else None
            counts[name] = counts.get(name, 0) + self.words_of(quote)
        return counts

    def words_of(self, quote: Quote) -> int:
        """Words inside a quote."""
        return self._quoted_words[quote.parts]

    @cached_property
    def _quoted_words(self) -> dict[tuple[Span, ...], int]:
        text = self.article.text
        return {quote.parts: sum(len(part.of(text).split()) for part in quote.parts) for quote in self.quotes}

    def mention_at(self, entity: Entity, offset: int) -> Mention | None:
        """The entity's mention that covers `offset`."""
        return next((m for m in entity.mentions if m.span.start <= offset < m.span.end), None)
