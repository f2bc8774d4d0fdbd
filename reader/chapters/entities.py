"""Entities and their mentions in columns of numbers: a name that runs through a long text has thousands of mentions."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence

from reader.analysis.model import Entity, Label, Mention, MentionKind
from reader.chapters.ids import code_of, id_of, position
from reader.made import Made
from reader.spans import OrderedSpans, Span

_LABELS, _KINDS = tuple(Label), tuple(MentionKind)


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
        at, columns = self._of.first + number, self._of.columns
        return Span(columns.starts[at], columns.ends[at])

    def first_from(self, offset: int) -> int:
        of = self._of
        return bisect_left(of.columns.starts, offset, of.first, of.past) - of.first

    def __eq__(self, other: object) -> bool:
        return self._of == other._of if isinstance(other, MentionSpans) else super().__eq__(other)

    __hash__ = Made.__hash__


class MentionColumns:
    """Mentions without an object for each."""

    def __init__(self) -> None:
        self.starts, self.ends, self.kinds, self._whys = array("I"), array("I"), array("B"), array("I")
        self._reasons: dict[str, int] = {}  # each once, with its number
        self._by_number: list[str] = []

    def add(self, mention: Mention) -> None:
        self.starts.append(mention.span.start)
        self.ends.append(mention.span.end)
        self.kinds.append(_KINDS.index(mention.kind))
        self._whys.append(self._number(mention.why))

    def add_all(self, mentions: Mentions) -> None:
        """Those of other columns."""
        theirs, part = mentions.columns, slice(mentions.first, mentions.past)
        self.starts += theirs.starts[part]
        self.ends += theirs.ends[part]
        self.kinds += theirs.kinds[part]
        self._whys.extend(self._number(theirs._by_number[why]) for why in theirs._whys[part])

    def _number(self, why: str) -> int:
        number = self._reasons.setdefault(why, len(self._by_number))
        if number == len(self._by_number):
            self._by_number.append(why)
        return number

    def mention(self, at: int) -> Mention:
        span = Span(self.starts[at], self.ends[at])
        return Mention(span, _KINDS[self.kinds[at]], self._by_number[self._whys[at]])


class Entities(Made[Entity]):
    """Entities in the order of their ids."""

    def __init__(self, entities: Sequence[Entity] = ()) -> None:
        self.codes, self._labels = array("Q"), array("B")
        self._names: list[str] = []
        self._roles: list[tuple[str, ...]] = []
        self._firsts, self._mentions = array("I", [0]), MentionColumns()
        for entity in entities:
            self._begin(code_of(entity.id), entity.name, _LABELS.index(entity.label), entity.roles)
            for mention in entity.mentions:
                self._mentions.add(mention)
            self._end()

    def _begin(self, code: int, name: str, label: int, roles: tuple[str, ...]) -> None:
        self.codes.append(code)
        self._names.append(name)
        self._labels.append(label)
        self._roles.append(roles)

    def _end(self) -> None:
        self._firsts.append(len(self._mentions.starts))

    def __len__(self) -> int:
        return len(self.codes)

    def make(self, number: int) -> Entity:
        label = _LABELS[self._labels[number]]
        return Entity(id_of(self.codes[number]), self._names[number], label, self._of(number), self._roles[number])

    def _of(self, number: int) -> Mentions:
        return Mentions(self._mentions, self._firsts[number], self._firsts[number + 1])


def one_of_each(chapters: Sequence[Entities]) -> tuple[Entities, Callable[[int], int]]:
    """The entities of all chapters, those of one name and label made one, and what gives for the id of an entity in a
    chapter that in the whole."""
    groups: dict[tuple[str, int], list[tuple[Entities, int]]] = {}
    for entities in chapters:
        for number, key in enumerate(zip(entities._names, entities._labels, strict=True)):
            groups.setdefault(key, []).append((entities, number))
    whole, same = Entities(), {}
    for (name, label), members in groups.items():
        roles = tuple(dict.fromkeys(role for entities, number in members for role in entities._roles[number]))
        first = members[0][0].codes[members[0][1]]
        whole._begin(first, name, label, roles)
        for entities, number in members:
            same[entities.codes[number]] = first
            whole._mentions.add_all(entities._of(number))
        whole._end()
    codes = array("Q", sorted(same))
    stand_in = array("Q", (same[code] for code in codes))

    def known(code: int) -> int:
        at = position(codes, code)
        return code if at is None else stand_in[at]

    return whole, known
