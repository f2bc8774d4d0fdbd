"""The lists beside the article: from a Reading to the entries that a list shows, a pure function of (reading, list, width)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.analysis.model import Entity, KeyPoint, Label, Quote, QuoteKind
from reader.reading import Item, Reading
from reader.rules.model import Match
from reader.spans import Span
from reader.tui.drawing import BLANK, Line, Piece, elide
from reader.tui.layout import wrap

QUOTES, ENTITIES, POINTS, MATCHES = "quotes", "entities", "points", "matches"
_ROWS_A_QUOTE = 2
_HANG = 2
"""Cells by which the second row of a quote stands in."""
_MARKS = frozenset("“‘„‚«‹\"'")
_NARROW = 36
"""Cells below which a heading says less."""

KINDS: tuple[tuple[str, frozenset[Label]], ...] = (
    ("People", frozenset({Label.PERSON})),
    ("Organisations", frozenset({Label.ORG})),
    ("Places", frozenset({Label.GPE, Label.LOC, Label.FAC})),
    ("Peoples and groups", frozenset({Label.NORP})),
    ("Events, works, laws", frozenset({Label.EVENT, Label.WORK_OF_ART, Label.LAW, Label.PRODUCT})),
    ("Dates", frozenset({Label.DATE})),
    ("Figures", frozenset({Label.MONEY, Label.PERCENT, Label.QUANTITY})),
)
"""Headings of the entities' list, in their order."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Some rows of a list that belong together; `key` is None for headings and what else cannot be selected."""

    key: str | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Tab:
    """A list's name and how many items it has."""

    name: str
    title: str
    count: int | None


def tabs_of(reading: Reading | None) -> tuple[Tab, ...]:
    """The lists there are; without counts while the reading is not there yet."""
    if reading is None:
        return (Tab(QUOTES, "Quotes", None), Tab(ENTITIES, "Entities", None), Tab(POINTS, "Points", None))
    tabs = (
        Tab(QUOTES, "Quotes", len(reading.quotes)),
        Tab(ENTITIES, "Entities", len(reading.entities)),
        Tab(POINTS, "Points", len(reading.key_points)),
    )
    return (*tabs, Tab(MATCHES, "Matches", len(reading.matches))) if reading.matches else tabs


def list_of(item: Item) -> str:
    """The list that an item is in."""
    match item:
        case Quote():
            return QUOTES
        case Entity():
            return ENTITIES
        case KeyPoint():
            return POINTS
    return MATCHES


def entries_of(reading: Reading, name: str, width: int) -> tuple[Entry, ...]:
    """What a list shows in rows `width` cells wide."""
    match name:
        case "quotes":
            found = tuple(_quotes(reading, width))
        case "entities":
            found = tuple(_entities(reading))
        case "points":
            found = tuple(_points(reading, width))
        case _:
            found = tuple(_matches(reading, width))
    return found or (Entry(None, (Line((Piece(f"no {name} found", "muted"),)),)),)


def words_of(text: str, spans: Sequence[Span]) -> str:
    """The words that spans cover, on one line."""
    return " ".join(" ".join(span.of(text).split()) for span in spans)


def quote_words(text: str, quote: Quote) -> str:
    """A quote as a list shows it: reported speech that does not begin with a mark begins with an ellipsis."""
    words = words_of(text, quote.parts)
    return words if quote.kind is QuoteKind.DIRECT or words[:1] in _MARKS else f"… {words}"


def speaker_name(quote: Quote) -> str | None:
    return quote.speaker.name if quote.speaker is not None else None


def few_rows(text: str, width: int, rows: int) -> list[str]:
    """The text wrapped into at most `rows` rows, the last elided."""
    parts = wrap(text, 0, len(text), width, width)
    lines = [text[start:end] for start, end in parts[:rows]]
    if len(parts) > rows:
        lines[-1] = elide(text[parts[rows - 1][0] :], width)
    return lines


def share(part: int, whole: int) -> str:
    """A share in whole per cents."""
    return f"{round(100 * part / whole)} %" if whole else "0 %"


def _heading(title: str, right: str, *, first: bool) -> Entry:
    line = Line((Piece(title, "heading"),), (Piece(right, "muted"),))
    return Entry(None, (line,) if first else (BLANK, line))


def _quotes(reading: Reading, width: int) -> Iterator[Entry]:
    groups: dict[str | None, list[Quote]] = {}
    for quote in reading.quotes:
        groups.setdefault(speaker_name(quote), []).append(quote)
    whole = sum(reading.said.values())
    ordered = sorted(groups.items(), key=lambda group: (group[0] is None, -reading.said.get(group[0], 0)))
    for number, (name, quotes) in enumerate(ordered):
        right = f"{len(quotes)} · {share(reading.said.get(name, 0), whole):>4}"
        right = right if width < _NARROW else f"said {right}"
        yield _heading(name or "Nobody named", right, first=number == 0)
        for quote in quotes:
            role = {QuoteKind.DIRECT: "quote", QuoteKind.MIXED: "quote.mixed"}.get(quote.kind, "quote.indirect")
            again = (Piece("↻ repeats", "muted"),) if reading.repeats_of(quote.id) else ()
            room = width - _HANG - (10 if again else 0)
            rows = few_rows(quote_words(reading.article.text, quote), room, _ROWS_A_QUOTE)
            lines = [Line((Piece(" " * _HANG * (i > 0)), Piece(row, role))) for i, row in enumerate(rows)]
            yield Entry(quote.id, (*lines[:-1], Line(lines[-1].left, again)))


def _entities(reading: Reading) -> Iterator[Entry]:
    first = True
    for title, labels in KINDS:
        members = [entity for entity in reading.entities if entity.label in labels]
        if not members:
            continue
        yield _heading(title, str(len(members)), first=first)
        first = False
        for entity in sorted(members, key=lambda e: -len(e.mentions)):
            about = (Piece(f"  {entity.roles[0]}", "muted"),) if entity.roles else ()
            count = f"{len(entity.mentions)}×" if len(entity.mentions) > 1 else ""
            yield Entry(entity.id, (Line((Piece(entity.name, kind_role(entity.label)), *about), (Piece(count, "muted"),)),))


def kind_role(label: Label) -> str:
    """The role that entities of a label are drawn in."""
    if label is Label.PERSON:
        return "entity.person"
    if label in (Label.ORG, Label.NORP):
        return "entity.organisation"
    if label in (Label.GPE, Label.LOC, Label.FAC):
        return "entity.place"
    if label in (Label.DATE, Label.MONEY, Label.PERCENT, Label.QUANTITY):
        return "entity.figure"
    return "entity"


def _points(reading: Reading, width: int) -> Iterator[Entry]:
    for number, point in enumerate(sorted(reading.key_points, key=lambda p: p.rank)):
        rank = f"{point.rank:>2}  "
        rows = few_rows(words_of(reading.article.text, [point.span]), width - len(rank), 12)
        lines = [Line((Piece(rank if i == 0 else " " * len(rank), "point"), Piece(row))) for i, row in enumerate(rows)]
        yield Entry(point.id, tuple(lines))
        if number + 1 < len(reading.key_points):
            yield Entry(None, (BLANK,))


def _matches(reading: Reading, width: int) -> Iterator[Entry]:
    groups: dict[str, list[Match]] = {}
    for match in reading.matches:
        groups.setdefault(match.rule, []).append(match)
    for number, (rule, matches) in enumerate(groups.items()):
        yield _heading(rule, str(len(matches)), first=number == 0)
        for match in matches:
            rows = few_rows(words_of(reading.article.text, [match.span]), width, 1)
            yield Entry(match.id, (Line((Piece(rows[0]),)),))
