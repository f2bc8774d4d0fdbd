"""Entities and their mentions in columns of numbers: a name that runs through a long text has thousands of mentions."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from copy import copy

from reader.analysis.model import Entity, Label, Mention, MentionKind
from reader.chapters.columns import Places
from reader.chapters.ids import code_of, id_of
from reader.made import Made
from reader.spans import OrderedSpans, Span

LABELS = tuple(Label)
_KINDS = tuple(MentionKind)


class Mentions(Made[Mention]):
    """Some of the mentions in columns, side by side."""

    def __init__(self, columns: MentionColumns, first: int, past: int) -> None:
        self.columns, self.first, self.past = columns, first, past

    def __len__(self) -> int:
        return self.past - self.first

    def make(self, number: int) -> Mention:
        return self.columns.mention(self.first + number)

    @property
    def kinds(self) -> Mapping[MentionKind, int]:
        """How many there are of each kind."""
        kinds = self.columns.kinds[self.first : self.past]
        return {kind: kinds.count(number) for number, kind in enumerate(_KINDS)}

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Mentions) and other.columns is self.columns:
            return (self.first, self.past) == (other.first, other.past)
        return super().__eq__(other)

    __hash__ = Made.__hash__


class MentionSpans(Made[Span], OrderedSpans):
    """Where some mentions stand."""

    def __init__(self, of: Mentions) -> None:
        self._of = of

    def __len__(self) -> int:
        return len(self._of)

    def make(self, number: int) -> Span:
        at, places = self._of.first + number, self._of.columns.places
        return Span(places.starts[at], places.ends[at])

    def first_from(self, offset: int) -> int:
        of = self._of
        return bisect_left(of.columns.places.starts, offset, of.first, of.past) - of.first

    def __eq__(self, other: object) -> bool:
        return self._of == other._of if isinstance(other, MentionSpans) else super().__eq__(other)

    __hash__ = Made.__hash__


class MentionColumns:
    """Mentions without an object for each; with the reasons or without."""

    def __init__(self) -> None:
        self.places, self.kinds = Places(), array("B")
        self._whys: Sequence[int] = ()
        self._reasons: tuple[str, ...] = ()  # each once

    @classmethod
    def of(cls, mentions: Sequence[Mention], start: int) -> MentionColumns:
        """Those of a chapter that begins at `start`."""
        made = cls()
        numbers: dict[str, int] = {}
        for mention in mentions:
            made.places.add(mention.span.start + start, mention.span.end + start)
        made.kinds.extend(_KINDS.index(mention.kind) for mention in mentions)
        made._whys = array("I", (numbers.setdefault(mention.why, len(numbers)) for mention in mentions))
        made._reasons = tuple(numbers)
        return made

    def without_reasons(self) -> MentionColumns:
        other = MentionColumns()
        other.places, other.kinds = self.places, self.kinds
        return other

    def mention(self, at: int) -> Mention:
        span = Span(self.places.starts[at], self.places.ends[at])
        return Mention(span, _KINDS[self.kinds[at]], self._reasons[self._whys[at]] if self._whys else "")


class Entities(Made[Entity]):
    """Entities in the order of their ids."""

    def __init__(self, entities: Sequence[Entity] = (), start: int = 0, name: Callable[[str], str] = str) -> None:
        """Those of a chapter that begins at `start`; `name` gives for the id of an item that in the whole."""
        self.codes = array("Q", (code_of(name(entity.id)) for entity in entities))
        self.labels = array("B", (LABELS.index(entity.label) for entity in entities))
        self.names = [entity.name for entity in entities]
        self.roles = [entity.roles for entity in entities]
        self.firsts = array("I", [0])
        """Of each entity, its first mention, and where the last of all end."""
        mentions: list[Mention] = []
        for entity in entities:
            mentions += entity.mentions
            self.firsts.append(len(mentions))
        self.mentions = MentionColumns.of(mentions, start)

    def __len__(self) -> int:
        return len(self.codes)

    def make(self, number: int) -> Entity:
        label = LABELS[self.labels[number]]
        return Entity(id_of(self.codes[number]), self.names[number], label, self.of(number), self.roles[number])

    def of(self, number: int) -> Mentions:
        """The mentions of an entity."""
        return Mentions(self.mentions, self.firsts[number], self.firsts[number + 1])

    def like(self, codes: array[int], mentions: MentionColumns) -> Entities:
        """The same with other ids, or other columns of the same mentions."""
        other = copy(self)
        other.codes, other.mentions = codes, mentions
        return other
