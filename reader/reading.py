"""A `Reading`: an article with all that was found in it, and the index that answers for the screen and the exporters.

`items_at` says what lies at an offset in O(log n + found); `links_of` says what an item is tied to in O(1).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, TypeAlias

from reader.analysis.model import Analysis, Entity, KeyPoint, Label, Link, Mention, MentionKind, Quote
from reader.article.model import Article
from reader.made import Made
from reader.rules.model import ListTab, Match, Rule, Sort
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


class Group(NamedTuple):
    """Items that stand together in a list, in its order."""

    title: str | None
    """What they have in common; None for quotes of nobody who is named."""
    ids: Sequence[str]
    cells: bytes = b""
    """How many cells each takes on one row, 255 at the most; empty where that is not known yet."""


class Told(NamedTuple):
    """Who said how much."""

    by_name: dict[str | None, int]
    """Words, by the speaker's name."""
    quotes: dict[str, int]
    """How many quotes, by the speaker's id."""
    words: dict[str, int]
    """Words, by the speaker's id."""


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
        self.matches = matches if isinstance(matches, Made) else tuple(matches)
        self.links = links if isinstance(links, Made) else tuple(links)
        self.lists = tuple(lists)
        """The lists that rules fill, in the order of the rule files."""
        self.rule_notices = tuple(rule_notices)
        """Rules that were switched off or cut short, and why."""
        self.highlights = highlights if isinstance(highlights, Made) else tuple(highlights)
        """Matches of the program's own rules (`builtin/core`): painted, but no items, and in no list or export."""
        self.rules = tuple(rules)
        """Every rule that was applied, the program's own first: their order counts where two paint the same."""

    def prepare(self) -> None:
        """Work out now what is worked out when it is first asked for: here nobody may be waiting."""
        _ = (self._items, self._places, self._highlights, self._matches, self._links_by_item, self._told)

    # --- items ---------------------------------------------------------------------------------------------------
    @cached_property
    def _items(self) -> dict[str, Item]:
        everything: tuple[Sequence[Item], ...] = (self.quotes, self.entities, self.key_points, self.matches)
        return {item.id: item for items in everything for item in items}

    def item(self, id_: str) -> Item:
        """The item with this id; KeyError when there is none."""
        return self._items[id_]

    def has(self, id_: str) -> bool:
        """Whether there is an item with this id."""
        return id_ in self._items

    def spans_of(self, id_: str) -> Sequence[Span]:
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
    def _places(self) -> dict[Role, IntervalIndex[str]]:
        return {role: IntervalIndex(self._places_of(role)) for role in Role}

    def _places_of(self, role: Role) -> Iterator[tuple[Span, str]]:
        """Where items lie as this, and their ids."""
        match role:
            case Role.QUOTE:
                yield from ((part, quote.id) for quote in self.quotes for part in quote.parts)
            case Role.CUE:
                yield from ((quote.cue, quote.id) for quote in self.quotes if quote.cue is not None)
            case Role.SPEAKER:
                speakers = ((quote.speaker, quote.id) for quote in self.quotes)
                yield from ((by.span, id_) for by, id_ in speakers if by is not None and by.span is not None)
            case Role.MENTION:
                yield from ((mention.span, entity.id) for entity in self.entities for mention in entity.mentions)
            case Role.KEY_POINT:
                yield from ((point.span, point.id) for point in self.key_points)
            case Role.MATCH:
                yield from ((match.span, match.id) for match in self.matches)

    def places_at(self, offset: int) -> list[Place]:
        """What lies at `offset`, the narrowest first."""
        return sorted(self.places_in(offset, offset + 1), key=lambda p: (p.span.length, p.item))

    def places_in(self, start: int, end: int) -> list[Place]:
        """What shares a character with `[start, end)`, by start, of one start the wider first."""
        indexes = self._places.items()
        found = [Place(*entry, role) for role, index in indexes for entry in index.overlapping(start, end)]
        return sorted(found, key=lambda place: (place.span.start, -place.span.end))

    def highlights_in(self, start: int, end: int) -> Sequence[Match]:
        """The highlights that share a character with `[start, end)`, in their order."""
        return [match for _, match in self._highlights.overlapping(start, end)]

    @cached_property
    def _highlights(self) -> IntervalIndex[Match]:
        return IntervalIndex((match.span, match) for match in self.highlights)

    def matches_in(self, start: int, end: int) -> Sequence[Match]:
        """The matches that have a character of `[start, end)` between the first and the last of their words and of
        their captures, in their order."""
        return [match for _, match in self._matches.overlapping(start, end)]

    @cached_property
    def _matches(self) -> IntervalIndex[Match]:
        return IntervalIndex((_reach(match), match) for match in self.matches)

    # --- links ---------------------------------------------------------------------------------------------------
    @cached_property
    def _links_by_item(self) -> dict[str, tuple[Link, ...]]:
        by_item: dict[str, list[Link]] = {}
        for link in self.links:
            by_item.setdefault(link.source, []).append(link)
            if link.target != link.source:
                by_item.setdefault(link.target, []).append(link)
        return {id_: tuple(links) for id_, links in by_item.items()}

    def links_of(self, id_: str) -> Sequence[Link]:
        """Every link that the item is an end of, in either direction."""
        return self._links_by_item.get(id_, ())

    def sides_of(self, id_: str) -> Sequence[tuple[str, bool]]:
        """What each of `links_of` says, and whether the item is its source."""
        return [(link.rel, link.source == id_) for link in self.links_of(id_)]

    # --- what is asked of speakers -------------------------------------------------------------------------------
    def said_by(self, entity_id: str) -> tuple[int, int]:
        """How many quotes an entity has, and how many words are in them."""
        return self._told.quotes.get(entity_id, 0), self._told.words.get(entity_id, 0)

    @property
    def said(self) -> Mapping[str | None, int]:
        """Quoted words by speaker's name (None: nobody is named), for the shares of the quoted words."""
        return self._told.by_name

    @cached_property
    def _told(self) -> Told:
        told = Told({}, {}, {})
        for quote in self.quotes:
            speaker = quote.speaker
            name, entity = (speaker.name, speaker.entity) if speaker is not None else (None, None)
            words = self.words_of(quote)
            told.by_name[name] = told.by_name.get(name, 0) + words
            if entity is not None:
                told.quotes[entity] = told.quotes.get(entity, 0) + 1
                told.words[entity] = told.words.get(entity, 0) + words
        return told

    def words_of(self, quote: Quote) -> int:
        """Words inside a quote."""
        return sum(len(part.of(self.article.text).split()) for part in quote.parts)

    def repeats_of(self, quote_id: str) -> tuple[str, ...]:
        """Ids of the quotes that have words of this one again."""
        return tuple(
            link.target if link.source == quote_id else link.source
            for link in self.links_of(quote_id)
            if link.rel == "repeats"
        )

    def kinds_of(self, entity: Entity) -> Mapping[MentionKind, int]:
        """How many mentions of each kind an entity has; 0 of those that it has not."""
        return Counter(mention.kind for mention in entity.mentions)

    def found_by(self) -> Mapping[str, int]:
        """How many matches and highlights there are, by their rules."""
        return Counter(match.rule for matches in (self.highlights, self.matches) for match in matches)

    def mention_of(self, id_: str, span: Span) -> Mention | None:
        """The mention of an entity that stands at a place."""
        entity = self.item(id_)
        return next((m for m in entity.mentions if m.span == span), None) if isinstance(entity, Entity) else None

    # --- what lists are made of ----------------------------------------------------------------------------------
    def quotes_by_speaker(self) -> Sequence[Group]:
        """The quotes by their speakers' names, in the order in which these first speak."""
        groups: dict[str | None, list[str]] = {}
        for quote in self.quotes:
            groups.setdefault(quote.speaker.name if quote.speaker is not None else None, []).append(quote.id)
        return [Group(name, ids) for name, ids in groups.items()]

    def entities_with(self, labels: Set[Label]) -> Group:
        """The entities with one of some labels, the most mentioned first."""
        found = [(len(entity.mentions), entity.id) for entity in self.entities if entity.label in labels]
        return Group("", [id_ for _, id_ in sorted(found, key=lambda it: -it[0])])

    def matches_on(self, list_: str) -> Sequence[Group]:
        """The matches on a list that rules fill, by their groups, in the order of the list."""
        groups: dict[str, list[Match]] = {}
        for match in self.matches:
            if match.list == list_:
                groups.setdefault(match.group, []).append(match)
        if self.is_by_date(list_):
            for matches in groups.values():
                matches.sort(key=lambda match: (not match.date, match.date))
        return [Group(title, [match.id for match in matches]) for title, matches in groups.items()]

    def is_by_date(self, list_: str) -> bool:
        """Whether a list that rules fill is in the order of dates."""
        return any(tab.sort is Sort.DATE for tab in self.lists if tab.name == list_)

    def words_of_point(self, id_: str) -> str | None:
        """A key point as a list shows it, where that is known already."""
        return None


def _reach(match: Match) -> Span:
    spans = (match.span, *match.captures.values())
    return Span(min(span.start for span in spans), max(span.end for span in spans))
