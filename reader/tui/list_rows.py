"""The lists beside the article: pure functions from (reading, list, width) to the entries that a list shows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, partial

from reader.analysis.model import Entity, KeyPoint, Label, Quote, QuoteKind
from reader.article.model import BlockKind
from reader.reading import Group, Item, Reading
from reader.rules.model import Match
from reader.spans import Span
from reader.tui.drawing import BLANK, Line, Piece, elide, few_rows
from reader.tui.entity_rows import entity_lines, entity_size, name_room
from reader.tui.entries import ENTITIES, POINTS, QUOTES, RULES, Entry, LateLines, Tab
from reader.tui.item_words import WIDEST, cells_of, match_words, point_words, quote_words, speaker_name, words_of
from reader.tui.long_list import LongList, Rows

_ROWS_A_QUOTE = 2
_HANG = 2
"""Cells by which the second row of a quote stands in."""
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


def tabs_of(reading: Reading) -> tuple[Tab, ...]:
    """The lists there are, with their counts: the program's own, then those that rules fill."""
    return (
        Tab(QUOTES, "Quotes", len(reading.quotes)),
        Tab(ENTITIES, "Entities", len(reading.entities)),
        Tab(POINTS, "Points", len(reading.key_points)),
        *(
            Tab(RULES + tab.name, tab.title, sum(len(group.ids) for group in reading.matches_on(tab.name)))
            for tab in reading.lists
            if _is_filled(reading, tab.name)
        ),
    )


def _is_filled(reading: Reading, name: str) -> bool:
    """Whether a rule that is on fills the list; one that no rule names is shown, empty, as it was asked for."""
    on = [rule.on for rule in reading.rules if rule.list == name]
    return any(on) or not on


def list_of(item: Item) -> str | None:
    """The list that an item is in; None for a match that is only painted."""
    match item:
        case Quote():
            return QUOTES
        case Entity():
            return ENTITIES
        case KeyPoint():
            return POINTS
    return RULES + item.list if item.list else None


def entries_of(reading: Reading, name: str, width: int) -> Sequence[Entry]:
    """What a list shows in rows `width` cells wide."""
    width = min(max(width, 2), WIDEST - 1)  # so that one letter fits, and what is counted is counted exactly
    found: Sequence[Entry]
    match name:
        case "quotes":
            found = _quotes(reading, width)
        case "entities":
            found = _entities(reading, width)
        case "points":
            found = tuple(_points(reading, width))
        case _:
            found = _matches(reading, name.removeprefix(RULES), width)
    nothing = "nothing found" if name.startswith(RULES) else f"no {name} found"
    return found or (Entry(None, (Line((Piece(nothing, "muted"),)),)),)


def quote_role(quote: Quote) -> str:
    """The role that quotes of its kind are drawn in."""
    return {QuoteKind.DIRECT: "quote", QuoteKind.MIXED: "quote.mixed"}.get(quote.kind, "quote.indirect")


def share(part: int, whole: int) -> str:
    """A share in whole per cents."""
    return f"{round(100 * part / whole)} %" if whole else "0 %"


def _heading(title: str, right: str, *, first: bool) -> Sequence[Line]:
    line = Line((Piece(title, "heading"),), (Piece(right, "muted"),))
    return (line,) if first else (BLANK, line)


def _lines_of(reading: Reading, width: int, id_: str) -> Sequence[Line]:
    """An item as its list shows it."""
    match reading.item(id_):
        case Quote() as quote:
            return _quote_lines(reading, width, quote)
        case Entity() as entity:
            return entity_lines(reading, width, entity)
        case KeyPoint() as point:
            return _point_lines(reading, width, point)
        case Match() as found:
            return _match_lines(reading, width, found)


@cache
def _fitting(width: int) -> bytes:
    """By the cells that words take, how many rows they have: one if they fit, else two."""
    return bytes(1 if cells <= width else 2 for cells in range(WIDEST + 1))


def _heights(reading: Reading, group: Group, width: int) -> bytes:
    """How many rows each item of a group has."""
    cells = group.cells or bytes(cells_of(reading, reading.item(id_)) for id_ in group.ids)
    return cells.translate(_fitting(width))


def _quotes(reading: Reading, width: int) -> LongList:
    said, whole = reading.said, sum(reading.said.values())
    groups = sorted(reading.quotes_by_speaker(), key=lambda it: (it.title is None, -said.get(it.title, 0)))
    rows: list[Rows] = []
    for group in groups:
        right = f"{len(group.ids)} · {share(said.get(group.title, 0), whole):>4}"
        right = right if width < _NARROW else f"said {right}"
        heading = _heading(group.title or "Nobody named", right, first=not rows)
        rows.append(Rows(heading, group.ids, _heights(reading, group, width)))
    numbers = {group.title: number for number, group in enumerate(groups)}

    def place(id_: str) -> tuple[int, str] | None:
        quote = reading.item(id_) if reading.has(id_) else None
        return (numbers[speaker_name(quote)], id_) if isinstance(quote, Quote) else None

    return LongList(rows, partial(_lines_of, reading, width), place)


def _quote_lines(reading: Reading, width: int, quote: Quote) -> tuple[Line, ...]:
    again = (Piece("↻ repeats", "muted"),) if reading.repeats_of(quote.id) else ()
    words, role = quote_words(reading.article.text, quote), quote_role(quote)
    return _hanging(few_rows(words, width, _ROWS_A_QUOTE, hang=_HANG, last=10 if again else 0), again, role)


def _hanging(rows: Sequence[str], right: tuple[Piece, ...], role: str = "") -> tuple[Line, ...]:
    """Rows in a role, those after the first indented, with something at the right of the last."""
    lines = [Line((Piece(" " * _HANG * (i > 0)), Piece(row, role))) for i, row in enumerate(rows)]
    return (*lines[:-1], Line(lines[-1].left, right))


def _entities(reading: Reading, width: int) -> LongList:
    rows: list[Rows] = []
    numbers: dict[Label, int] = {}
    for title, labels in KINDS:
        if (group := reading.entities_with(labels)).ids:
            numbers |= dict.fromkeys(labels, len(rows))
            heading = _heading(title, str(len(group.ids)), first=not rows)
            rows.append(Rows(heading, group.ids, _entity_heights(reading, group, width)))

    def place(id_: str) -> tuple[int, str] | None:
        entity = reading.item(id_) if reading.has(id_) else None
        return (numbers[entity.label], entity.id) if isinstance(entity, Entity) else None

    return LongList(rows, partial(_lines_of, reading, width), place)


def _entity_heights(reading: Reading, group: Group, width: int) -> bytes:
    heights = bytearray(_heights(reading, group, name_room(width)))
    at = -1
    while (at := heights.find(2, at + 1)) >= 0:  # names that stand on rows of their own
        if isinstance(entity := reading.item(group.ids[at]), Entity):
            heights[at] = entity_size(entity, width)
    return bytes(heights)


def _points(reading: Reading, width: int) -> Iterator[Entry]:
    """In the order of the text, so that they read as a summary; the number is the rank, 1 what matters most. The points
    of a piece with several headings that have one stand below theirs."""
    points = sorted(reading.key_points, key=lambda p: p.span)
    over = [block.span for block in reading.article.blocks if block.kind is BlockKind.HEADING]
    headings = {point.id: heading_over(reading, over, point.span.start) for point in points}
    headed = len(set(headings.values())) > 2
    above: str | None = None
    for number, point in enumerate(points):
        if number:
            yield Entry(None, (BLANK,))
        if headed and headings[point.id] != above:
            above = headings[point.id]
            yield Entry(None, (Line((Piece(elide(above or "", width), "heading"),)),))
        size = len(_point_lines(reading, width, point))
        yield Entry(point.id, LateLines(partial(_lines_of, reading, width), point.id, size))


def _point_lines(reading: Reading, width: int, point: KeyPoint) -> tuple[Line, ...]:
    rank = f"{point.rank:>2}  "
    words = reading.words_of_point(point.id) or point_words(reading, point)
    rows = few_rows(words, width - len(rank), 12)
    return tuple(Line((Piece(rank if i == 0 else " " * len(rank), "point"), Piece(row))) for i, row in enumerate(rows))


def heading_over(reading: Reading, headings: Sequence[Span], offset: int) -> str | None:
    """The words of the nearest of some headings before an offset, on one line; None without one."""
    at = bisect_right(headings, offset, key=lambda heading: heading.end)
    return words_of(reading.article.text, [headings[at - 1]]) if at else None


def _matches(reading: Reading, name: str, width: int) -> LongList:
    groups = reading.matches_on(name)
    rows: list[Rows] = []
    for group in groups:
        heading = _heading(group.title, str(len(group.ids)), first=not rows) if group.title else ()
        rows.append(Rows(heading, group.ids, _heights(reading, group, width)))
    numbers = {group.title: number for number, group in enumerate(groups)}

    def place(id_: str) -> tuple[int, str] | None:
        match = reading.item(id_) if reading.has(id_) else None
        return (numbers[match.group], id_) if isinstance(match, Match) and match.list == name else None

    return LongList(rows, partial(_lines_of, reading, width), place)


def _match_lines(reading: Reading, width: int, match: Match) -> tuple[Line, ...]:
    words = match_words(reading.article.text, match)
    right = (Piece(match.date, "muted"),) if match.date and match.date not in words else ()
    return _hanging(few_rows(words, width, 2, hang=_HANG, last=len(match.date) + 1 if right else 0), right)
