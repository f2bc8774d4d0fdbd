"""A `Reading` of what was found in chapters, whose items are made when they are asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress

from reader.analysis.model import Entity, Link, MentionKind
from reader.article.model import Article
from reader.chapters.entities import Mentions, MentionSpans
from reader.chapters.findings import Recipe, Whole
from reader.chapters.ids import code_of, position
from reader.chapters.ties import LinksOf
from reader.reading import Item, Reading
from reader.rules.model import Match
from reader.spans import Span


class LongReading(Reading):
    """The reading of a whole article, as far as it has been found."""

    def __init__(self, article: Article, found: Whole, recipe: Recipe) -> None:
        super().__init__(
            article,
            found.analysis,
            found.matches,
            found.links,
            recipe.lists,
            found.notices,
            highlights=found.highlights,
            rules=recipe.rules,
        )
        self._found = found
        self._points = {point.id: point for point in found.key_points}

    def prepare(self) -> None:
        _ = (self._places, self._told)
        self.links_of("q1")
        self.highlights_in(0, 1)

    def _find(self, id_: str) -> Item | None:
        if id_ in self._points:
            return self._points[id_]
        with suppress(ValueError):
            code = code_of(id_)
            for items in (self._found.quotes, self._found.entities, self._found.matches):
                if (at := position(items.codes, code)) is not None:
                    return items[at]
        return None

    def item(self, id_: str) -> Item:
        if (item := self._find(id_)) is None:
            raise KeyError(id_)
        return item

    def has(self, id_: str) -> bool:
        return self._find(id_) is not None

    def spans_of(self, id_: str) -> Sequence[Span]:
        item = self.item(id_)
        if isinstance(item, Entity) and isinstance(item.mentions, Mentions):
            return MentionSpans(item.mentions)
        return super().spans_of(id_)

    def links_of(self, id_: str) -> Sequence[Link]:
        try:
            return self._found.links.of(code_of(id_))
        except ValueError:
            return ()

    def sides_of(self, id_: str) -> Sequence[tuple[str, bool]]:
        links = self.links_of(id_)
        return links.sides if isinstance(links, LinksOf) else ()

    def kinds_of(self, entity: Entity) -> Mapping[MentionKind, int]:
        return entity.mentions.kinds if isinstance(entity.mentions, Mentions) else super().kinds_of(entity)

    def highlights_of(self) -> Mapping[str, int]:
        return self._found.highlights.by_rule

    def highlights_in(self, start: int, end: int) -> Sequence[Match]:
        return self._found.highlights.within(start, end)
