"""The detail of one item: what it is, and the items it is tied to. Pure: from a Reading to entries."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice

from rich.cells import cell_len

from reader.analysis.model import Entity, KeyPoint, Label, MentionKind, Quote
from reader.article.model import Article
from reader.made import Made
from reader.reading import Item, Reading, Role
from reader.rules.model import Match
from reader.spans import Span
from reader.tui.drawing import BLANK, Line, Piece, elide, few_rows
from reader.tui.entity_rows import kind_role
from reader.tui.entries import OneRowEach
from reader.tui.item_words import point_words, quote_words, speaker_name, words_of
from reader.tui.list_rows import quote_role, share
from reader.tui.search import paragraphs_of

_FORWARD = {"said_by": "said by", "mentions": "names", "about": "about", "repeats": "repeats"}
_BACKWARD = {"said_by": "said", "mentions": "named in", "about": "in point", "repeats": "again in"}
_SIGN = 2
"""Cells that a line which cannot be selected has more."""
_PLACE = 4
"""Cells that the number of a paragraph takes among others, at the least."""
_NARROW = 36
"""Cells below which less is said, so that the links are in view."""
_ROWS_KEPT = 100
"""Rows of links remembered for an item."""
_ORDER = {"said_by": 0, "repeats": 1, "mentions": 2, "about": 3}
LABEL_WORDS = {
    Label.PERSON: "person",
    Label.ORG: "organisation",
    Label.GPE: "country or town",
    Label.LOC: "place",
    Label.NORP: "people or group",
    Label.FAC: "building or site",
    Label.EVENT: "event",
    Label.WORK_OF_ART: "work",
    Label.LAW: "law",
    Label.PRODUCT: "product",
    Label.DATE: "date",
    Label.MONEY: "sum of money",
    Label.PERCENT: "share",
    Label.QUANTITY: "quantity",
}


@dataclass(frozen=True, slots=True)
class Tie:
    """A link as seen from one of its ends."""

    words: str
    target: str


class Ties(Made[Tie]):
    """Some, and between them those that the links of an item are: of whom much is said there are thousands, which are
    made when they are shown. Who said it comes first, then repeats, then names."""

    def __init__(
        self, before: Sequence[Tie], reading: Reading | None = None, id_: str = "", after: Sequence[Tie] = ()
    ) -> None:
        self._before, self._after = before, after
        self._links = reading.links_of(id_) if reading is not None else ()
        self._sides = reading.sides_of(id_) if reading is not None else ()
        kinds = set(self._sides)
        ranks = {kind: _ORDER.get(kind[0], len(_ORDER)) for kind in kinds}
        order = sorted(range(len(self._sides)), key=[*map(ranks.__getitem__, self._sides)].__getitem__)
        self._order = array("I", order)
        self.widest = max((len(words) for words in (*(_called(*kind) for kind in kinds), *self._others())), default=0)
        """Characters of what the longest is called."""

    def _others(self) -> Iterator[str]:
        return (tie.words for tie in (*self._before, *self._after))

    def __len__(self) -> int:
        return len(self._before) + len(self._order) + len(self._after)

    def make(self, number: int) -> Tie:
        if number < len(self._before):
            return self._before[number]
        number -= len(self._before)
        if number >= len(self._order):
            return self._after[number - len(self._order)]
        link, side = self._links[self._order[number]], self._sides[self._order[number]]
        return Tie(_called(*side), link.target if side[1] else link.source)


def ties_of(reading: Reading, id_: str) -> Ties:
    """The links of an item, each with what it is called from this end.

    A match that is a quote, an entity or a key point has the ties of that item, after the one to it.
    """
    item = reading.item(id_)
    end = item.item if isinstance(item, Match) and item.item else id_
    before = (*((Tie("is", end),) if end != id_ else ()), *_reported(reading, end))
    return Ties(before, reading, end, (*_told_in(reading, end),))


def _reported(reading: Reading, id_: str) -> Iterator[Tie]:
    """The quotes that a key point tells of: the text that they share ties them."""
    item = reading.item(id_)
    if isinstance(item, KeyPoint):
        found = (place.item for place in reading.places_in(*item.span) if place.role is Role.QUOTE)
        yield from (Tie("reports", quote) for quote in dict.fromkeys(found))


def _told_in(reading: Reading, id_: str) -> Iterator[Tie]:
    """The key points that tell of a quote."""
    item = reading.item(id_)
    if isinstance(item, Quote):
        places = (place for part in item.parts for place in reading.places_in(*part))
        found = (place.item for place in places if place.role is Role.KEY_POINT)
        yield from (Tie("in point", point) for point in dict.fromkeys(found))


def _called(rel: str, forward: bool) -> str:
    """What a link is called, from its source or from its target."""
    return _FORWARD.get(rel, rel) if forward else _BACKWARD.get(rel, f"← {rel}")


def paragraph_at(article: Article, offset: int) -> int:
    """The number of the paragraph at an offset, from 1, as a reader counts. Only the first one asked for takes long."""
    return paragraphs_of(article).at(offset)


def head_of(reading: Reading, id_: str, mention: int, width: int) -> tuple[Line, ...]:
    """What an item is."""
    item = reading.item(id_)
    spans = reading.spans_of(id_)
    at = spans[min(mention, len(spans) - 1)].start if spans else 0
    place = f"¶{paragraph_at(reading.article, at)}"
    match item:
        case Quote():
            lines = _quote(reading, item, place, width)
        case Entity():
            lines = _entity(reading, item, place, mention, width)
        case KeyPoint():
            lines = _point(reading, item, place, width)
        case Match():
            lines = [Line((Piece(f"{item.rule.replace('-', ' ')} · {place}", "muted"),))]
            why = next((rule.why for rule in reading.rules if rule.id == item.rule), "")
            lines += [Line((Piece(row, "muted"),)) for row in few_rows(why, width, 2) if row]
            lines += [_capture(reading, name, span) for name, span in item.captures.items()]
    return tuple(lines)


def with_ties(head: Sequence[Line], ties: Ties, rows_of: Callable[[int], Sequence[Line]]) -> OneRowEach:
    """After a blank row one selectable entry a link, its key the number of it."""
    return OneRowEach(len(ties), str, int, rows_of, (*head, BLANK) if ties else head)


def tie_rows(reading: Reading, ties: Ties, width: int) -> Callable[[int], Sequence[Line]]:
    """What gives the row of each link by its number; those asked for last it remembers."""
    return lru_cache(_ROWS_KEPT)(partial(_tie_row, reading, ties, width))


def _tie_row(reading: Reading, ties: Ties, width: int, number: int) -> tuple[Line]:
    tie = ties[number]
    target = reading.item(tie.target)
    head = f"{tie.words:<{ties.widest}}  "
    words, role = name_of(reading, target)
    return (Line((Piece(head, "muted"), Piece(elide(words, width - len(head)), role))),)


def _capture(reading: Reading, name: str, span: Span) -> Line:
    return Line((Piece(f"{name}  ", "muted"), Piece(span.of(reading.article.text))))


def name_of(reading: Reading, item: Item) -> tuple[str, str]:
    """An item in a few words, and the role they are drawn in."""
    text = reading.article.text
    match item:
        case Quote():
            return quote_words(text, item), quote_role(item)
        case Entity():
            return item.name, kind_role(item.label)
        case KeyPoint():
            return f"{item.rank}. {point_words(reading, item)}", ""
    return words_of(text, [item.span]), ""


def _quote(reading: Reading, quote: Quote, place: str, width: int) -> list[Line]:
    text = reading.article.text
    parts = [str(quote.kind)]
    if quote.cue is not None and any(map(str.isalpha, quote.cue.of(text))):  # a colon says nothing
        parts.append(quote.cue.of(text))
    name = speaker_name(quote)
    what, whom = " · ".join([*parts, place]), f"→ {name or 'nobody named'}"
    surface = quote.speaker.span.of(text) if quote.speaker is not None and quote.speaker.span is not None else name
    if cell_len(what) + cell_len(whom) < width + _SIGN:
        lines = [Line((Piece(what, "muted"),), (Piece(whom, "strong"),))]
        if surface != name:
            lines.append(Line((Piece(f"“{' '.join((surface or '').split())}” {whom}", "muted"),)))
    else:  # no room for both on one row
        called = f"“{' '.join(surface.split())}” " if surface is not None and surface != name else ""
        lines = [Line((Piece(what, "muted"),)), Line((Piece(called, "muted"), Piece(whom, "strong")))]
    again = [reading.item(id_) for id_ in islice(reading.repeats_of(quote.id), width // _PLACE)]  # as many as have room
    places = [f"¶{paragraph_at(reading.article, q.parts[0].start)}" for q in again if isinstance(q, Quote)]
    if places:
        lines.append(Line((Piece(f"↻ again in {', '.join(places)}", "notice"),)))
    return lines


def _entity(reading: Reading, entity: Entity, place: str, mention: int, width: int) -> list[Line]:
    label = LABEL_WORDS[entity.label]
    if cell_len(entity.name) + len(label) < width + _SIGN:
        lines = [Line((Piece(entity.name, "heading"),), (Piece(label, "muted"),))]
    else:  # no room for both on one row
        lines = [Line((Piece(entity.name, "heading"),)), Line((Piece(label, "muted"),))]
    lines += [Line((Piece(row, "muted"),)) for row in few_rows("; ".join(entity.roles), width, 2) if row]
    total = len(entity.mentions)
    kinds = [
        (MentionKind.NAME, "by name"),
        (MentionKind.NOMINAL, "by description"),
        (MentionKind.PRONOUN, "by pronoun"),
    ]
    of_kind = reading.kinds_of(entity)
    counts = [(of_kind[kind], words) for kind, words in kinds]
    how = ", ".join(f"{count} {words}" for count, words in counts if count)
    if total > 1:
        lines.append(Line((Piece(f"mention {mention + 1} of {total} · {place}", "muted"),)))
        if width >= _NARROW:
            lines += [Line((Piece(row, "muted"),)) for row in few_rows(how, width, 2)]
    else:
        only = next((words for count, words in counts if count), "")
        lines.append(Line((Piece(f"one mention, {only} · {place}", "muted"),)))
    said, words = reading.said_by(entity.id)
    if said:
        part = share(words, sum(reading.said.values()))
        plural = "quote" if said == 1 else "quotes"
        of_all = " of the quoted words" if width >= _NARROW else ""
        lines.append(Line((Piece(f"said {said} {plural} · {part}{of_all}", "muted"),)))
    return lines


def _point(reading: Reading, point: KeyPoint, place: str, width: int) -> list[Line]:
    lines = [Line((Piece(f"point {point.rank} of {len(reading.key_points)} · {place}", "muted"),))]
    lines += [Line((Piece(row, "muted"),)) for row in few_rows(point.reason, width, 2) if row]
    return lines
