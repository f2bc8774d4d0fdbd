"""A `Reading` of what was found in chapters, whose items are made when they are asked for."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import suppress
from functools import cached_property
from itertools import chain

from reader.analysis.model import Analysis, Entity, Label, Link, Mention, MentionKind
from reader.article.model import Article
from reader.chapters.chapter import Chapter
from reader.chapters.entities import LABELS, Mentions, MentionSpans
from reader.chapters.findings import Recipe
from reader.chapters.ids import Ids, chapter_of, code_of, id_of, is_shared
from reader.chapters.merged import Merged, Row
from reader.chapters.parts import InParts, Parts
from reader.made import Made
from reader.reading import Group, Item, Place, Reading
from reader.rules.model import Match
from reader.spans import Span


class LongReading(Reading):
    """The reading of a whole article, as far as it has been found."""

    def __init__(self, article: Article, chapters: Mapping[int, Chapter], recipe: Recipe) -> None:
        """`chapters`: by their numbers, in any order."""
        self.chapters = dict(chapters)
        ordered = [chapters[number] for number in sorted(chapters)]
        merged = self._merged = Merged(ordered)
        parts = self._parts = Parts(article, ordered, merged)
        super().__init__(
            article,
            Analysis(InParts(parts, merged.quotes, lambda part: part.quotes), merged.entities, tuple(merged.points)),
            InParts(parts, merged.matches, lambda part: part.matches),
            _AllLinks(parts),
            recipe.lists,
            tuple(merged.notices),
            highlights=InParts(parts, merged.highlights, lambda part: part.highlights),
            rules=recipe.rules,
        )
        self._points = {point.id: point for point in merged.points}

    def prepare(self) -> None:
        pass  # a chapter is opened when somebody is there

    # --- items ---------------------------------------------------------------------------------------------------
    def _find(self, id_: str) -> Item | None:
        if id_ in self._points:
            return self._points[id_]
        with suppress(ValueError):
            code = code_of(id_)
            if is_shared(code):
                number = self._merged.entity_number(code)
                return None if number is None else self.entities[number]
            slot = self._merged.slots.get(chapter_of(code))
            if slot is not None and self._parts[slot].has(id_):
                return self._parts[slot].item(id_)
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
        slot = self._merged.slots.get(chapter_of(code_of(id_)))
        return self._parts[slot or 0].spans_of(id_)

    # --- places --------------------------------------------------------------------------------------------------
    def places_in(self, start: int, end: int) -> list[Place]:
        return [
            place for slot in self._merged.slots_in(start, end) for place in self._parts[slot].places_in(start, end)
        ]

    def highlights_in(self, start: int, end: int) -> Sequence[Match]:
        slots = self._merged.slots_in(start, end)
        return [match for slot in slots for match in self._parts[slot].highlights_in(start, end)]

    def matches_in(self, start: int, end: int) -> Sequence[Match]:
        slots = self._merged.slots_in(start, end)
        return [match for slot in slots for match in self._parts[slot].matches_in(start, end)]

    # --- links ---------------------------------------------------------------------------------------------------
    def links_of(self, id_: str) -> Sequence[Link]:
        with suppress(ValueError):
            code = code_of(id_)
            if is_shared(code):
                return self._links_of_entity(code)
            slot = self._merged.slots.get(chapter_of(code))
            return self._parts[slot].links_of(id_) if slot is not None else ()
        return ()

    def sides_of(self, id_: str) -> Sequence[tuple[str, bool]]:
        links = self.links_of(id_)
        return links.sides if isinstance(links, _LinksOf) else [(link.rel, link.source == id_) for link in links]

    def _links_of_entity(self, code: int) -> Sequence[Link]:
        merged = self._merged
        number = merged.entity_number(code)
        if number is None:
            return ()
        code, ends = merged.entities.codes[number], merged.ends
        part = slice(ends.firsts[number], ends.firsts[number + 1])
        shared = [link for link in merged.shared if code in link[:2]]
        return _LinksOf(code, ends.others[part], ends.ways[part], ends.words, shared)

    # --- what is asked of speakers -------------------------------------------------------------------------------
    def said_by(self, entity_id: str) -> tuple[int, int]:
        with suppress(ValueError):
            if (number := self._merged.entity_number(code_of(entity_id))) is not None:
                return self._merged.said[number], self._merged.said_words[number]
        return 0, 0

    @property
    def said(self) -> Mapping[str | None, int]:
        return self._merged.words

    def kinds_of(self, entity: Entity) -> Mapping[MentionKind, int]:
        return entity.mentions.kinds if isinstance(entity.mentions, Mentions) else super().kinds_of(entity)

    def found_by(self) -> Mapping[str, int]:
        return self._merged.found_by

    def mention_of(self, id_: str, span: Span) -> Mention | None:
        id_ = self.item(id_).id if self.has(id_) else ""
        parts = map(self._parts.__getitem__, self._merged.slots_in(*span))
        return next((part.mention_of(id_, span) for part in parts if part.has(id_)), None)

    # --- what lists are made of ----------------------------------------------------------------------------------
    def quotes_by_speaker(self) -> Sequence[Group]:
        return [_group(name, row) for name, row in self._merged.speeches.items()]

    def entities_with(self, labels: Set[Label]) -> Group:
        entities, cells = self._merged.entities, self._merged.entity_cells
        wanted = {LABELS.index(label) for label in labels}
        by_count: dict[int, list[int]] = {}  # not sorted as one: that would hold up keys
        for number, label in enumerate(entities.labels):
            if label in wanted:
                count = entities.firsts[number + 1] - entities.firsts[number]
                by_count.setdefault(count, []).append(number)
        row = Row(array("Q"), bytearray())
        for number in chain.from_iterable(by_count[count] for count in sorted(by_count, reverse=True)):
            row.codes.append(entities.codes[number])
            row.cells.extend(cells[number : number + 1])
        return Group("", Ids(row.codes), bytes(row.cells))

    def matches_on(self, list_: str) -> Sequence[Group]:
        ordered = not self.is_by_date(list_)
        groups = self._merged.lists.get(list_, {})
        return [Group(title, Ids(row.codes, ordered=ordered), bytes(row.cells)) for title, row in groups.items()]

    def words_of_point(self, id_: str) -> str | None:
        return self._merged.point_words.get(id_)


def _group(title: str | None, row: Row) -> Group:
    return Group(title, Ids(row.codes, ordered=True), bytes(row.cells))


class _LinksOf(Made[Link]):
    """The links of an entity: of somebody who is in all chapters there are thousands."""

    def __init__(
        self,
        code: int,
        others: array[int],
        ways: array[int],
        words: Sequence[str],
        more: Sequence[tuple[int, int, str]],
    ) -> None:
        self._id, self._others, self._ways, self._words, self._more = id_of(code), others, ways, words, more

    def __len__(self) -> int:
        return len(self._others) + len(self._more)

    def make(self, number: int) -> Link:
        if number >= len(self._others):
            source, target, word = self._more[number - len(self._others)]
            return Link(id_of(source), id_of(target), word)
        other, word = id_of(self._others[number]), self._words[self._ways[number] >> 1]
        return Link(self._id, other, word) if self._ways[number] & 1 else Link(other, self._id, word)

    @property
    def sides(self) -> Sequence[tuple[str, bool]]:
        """What each says, and whether the entity is its source."""
        said = {way: (self._words[way >> 1], bool(way & 1)) for way in set(self._ways)}
        more = ((word, id_of(source) == self._id) for source, _, word in self._more)
        return [*map(said.__getitem__, self._ways), *more]


class _AllLinks(Made[Link]):
    """All links of the whole, each once; only exports ask for them."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @cached_property
    def _all(self) -> tuple[Link, ...]:
        return tuple(iter(self))

    def __len__(self) -> int:
        return len(self._all)

    def make(self, number: int) -> Link:
        return self._all[number]

    def __iter__(self) -> Iterator[Link]:
        shared: set[Link] = set()  # several chapters may have them
        for slot in range(len(self._parts)):
            for link in self._parts.made(slot).links:
                if link.source[:1] == link.target[:1] == "e":
                    if link in shared:
                        continue
                    shared.add(link)
                yield link
