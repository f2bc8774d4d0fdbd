"""The lists beside the article: pure functions from (reading, list, width) to the entries that a list shows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial

from reader.analysis.model import Entity, KeyPoint, Label, Quote, QuoteKind
from reader.article.model import BlockKind
from reader.reading import Item, Reading
from reader.rules.model import Match, Sort
from reader.spans import Span
from reader.tui.drawing import BLANK, Line, Piece, elide, few_rows
from reader.tui.entity_rows import entity_lines, entity_size
from reader.tui.entries import ENTITIES, POINTS, QUOTES, RULES, Entry, LateLines, Tab

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


def tabs_of(reading: Reading) -> tuple[Tab, ...]:
    """The lists there are, with their counts: the program's own, then those that rules fill."""
    return (
        Tab(QUOTES, "Quotes", len(reading.quotes)),
        Tab(ENTITIES, "Entities", len(reading.entities)),
        Tab(POINTS, "Points", len(reading.key_points)),
        *(
            Tab(RULES + tab.name, tab.title, sum(1 for match in reading.matches if match.list == tab.name))
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


def entries_of(reading: Reading, name: str, width: int) -> tuple[Entry, ...]:
    """What a list shows in rows `width` cells wide."""
    match name:
        case "quotes":
            found = tuple(_quotes(reading, width))
        case "entities":
            found = tuple(_entities(reading, width))
        case "points":
            found = tuple(_points(reading, width))
        case _:
            found = tuple(_matches(reading, name.removeprefix(RULES), width))
    nothing = "nothing found" if name.startswith(RULES) else f"no {name} found"
    return found or (Entry(None, (Line((Piece(nothing, "muted"),)),)),)


def words_of(text: str, spans: Sequence[Span]) -> str:
    """The words that spans cover, on one line."""
    return " ".join(" ".join(span.of(text).split()) for span in spans)


def quote_words(text: str, quote: Quote) -> str:
    """A quote as a list shows it: reported speech that does not begin with a mark begins with an ellipsis."""
    words = words_of(text, quote.parts)
    return words if quote.kind is QuoteKind.DIRECT or words[:1] in _MARKS else f"… {words}"


def quote_role(quote: Quote) -> str:
    """The role that quotes of its kind are drawn in."""
    return {QuoteKind.DIRECT: "quote", QuoteKind.MIXED: "quote.mixed"}.get(quote.kind, "quote.indirect")


def speaker_name(quote: Quote) -> str | None:
    return quote.speaker.name if quote.speaker is not None else None


def share(part: int, whole: int) -> str:
    """A share in whole per cents."""
    return f"{round(100 * part / whole)} %" if whole else "0 %"


def _heading(title: str, right: str, *, first: bool) -> Entry:
    line = Line((Piece(title, "heading"),), (Piece(right, "muted"),))
    return Entry(None, (line,) if first else (BLANK, line))


def _late(reading: Reading, width: int, id_: str, size: int = 1) -> Entry:
    """An item of `size` lines that are made when they are shown."""
    return Entry(id_, LateLines(partial(_lines_of, reading, width), id_, size))


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


def _quotes(reading: Reading, width: int) -> Iterator[Entry]:
    groups: dict[str | None, list[Entry]] = {}
    for quote in reading.quotes:
        entry = _late(reading, width, quote.id, len(_quote_lines(reading, width, quote)))
        groups.setdefault(speaker_name(quote), []).append(entry)
    whole = sum(reading.said.values())
    ordered = sorted(groups.items(), key=lambda group: (group[0] is None, -reading.said.get(group[0], 0)))
    for number, (name, quotes) in enumerate(ordered):
        right = f"{len(quotes)} · {share(reading.said.get(name, 0), whole):>4}"
        right = right if width < _NARROW else f"said {right}"
        yield _heading(name or "Nobody named", right, first=number == 0)
        yield from quotes


def _quote_lines(reading: Reading, width: int, quote: Quote) -> tuple[Line, ...]:
    again = (Piece("↻ repeats", "muted"),) if reading.repeats_of(quote.id) else ()
    words, role = quote_words(reading.article.text, quote), quote_role(quote)
    return _hanging(few_rows(words, width, _ROWS_A_QUOTE, hang=_HANG, last=10 if again else 0), again, role)


def _hanging(rows: Sequence[str], right: tuple[Piece, ...], role: str = "") -> tuple[Line, ...]:
    """Rows in a role, those after the first indented, with something at the right of the last."""
    lines = [Line((Piece(" " * _HANG * (i > 0)), Piece(row, role))) for i, row in enumerate(rows)]
    return (*lines[:-1], Line(lines[-1].left, right))


def _entities(reading: Reading, width: int) -> Iterator[Entry]:
    kinds: dict[str, list[tuple[int, Entry]]] = {title: [] for title, _ in KINDS}
    titles = {label: title for title, labels in KINDS for label in labels}
    for entity in reading.entities:
        entry = _late(reading, width, entity.id, entity_size(entity, width))
        kinds[titles[entity.label]].append((len(entity.mentions), entry))
    filled = [(title, members) for title, members in kinds.items() if members]
    for number, (title, members) in enumerate(filled):
        yield _heading(title, str(len(members)), first=number == 0)
        yield from (entry for _, entry in sorted(members, key=lambda member: -member[0]))


def point_words(reading: Reading, point: KeyPoint) -> str:
    """A key point as it is shown and copied: on one line, with a capital.

    A word at its opening that stands for a name has it after it in brackets, as editors do; what is from an interview
    has its speaker before it. The text itself is as it was.
    """
    text, at, pieces = reading.article.text, point.span.start, []
    for gloss in point.glosses:
        name = _name_at(reading, gloss.mention)
        if name is not None:
            pieces += [text[at : gloss.at], f" [{name}]"]
            at = gloss.at
    words = " ".join("".join((*pieces, text[at : point.span.end])).split())
    speaker = _whose_turn(reading, point)
    return f"{speaker}: {words[:1].upper()}{words[1:]}" if speaker else words[:1].upper() + words[1:]


def _whose_turn(reading: Reading, point: KeyPoint) -> str | None:
    """Who speaks where a point is from a turn of an interview, and "I" and "we" are theirs."""
    quotes = (reading.item(p.item) for p in reading.places_at(point.span.start) if p.span.holds(point.span))
    return next((speaker_name(q) for q in quotes if isinstance(q, Quote) and q.kind is QuoteKind.DIRECT), None)


def _name_at(reading: Reading, mention: Span) -> str | None:
    """The name of the entity that has this mention; None when none has."""
    found = (reading.item(p.item) for p in reading.places_at(mention.start) if p.span == mention)
    return next((item.name for item in found if isinstance(item, Entity)), None)


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
        yield Entry(point.id, _point_lines(reading, width, point))


def _point_lines(reading: Reading, width: int, point: KeyPoint) -> tuple[Line, ...]:
    rank = f"{point.rank:>2}  "
    rows = few_rows(point_words(reading, point), width - len(rank), 12)
    return tuple(Line((Piece(rank if i == 0 else " " * len(rank), "point"), Piece(row))) for i, row in enumerate(rows))


def heading_over(reading: Reading, headings: Sequence[Span], offset: int) -> str | None:
    """The words of the nearest of some headings before an offset, on one line; None without one."""
    at = bisect_right(headings, offset, key=lambda heading: heading.end)
    return words_of(reading.article.text, [headings[at - 1]]) if at else None


def _matches(reading: Reading, name: str, width: int) -> Iterator[Entry]:
    tab = next((tab for tab in reading.lists if tab.name == name), None)
    groups: dict[str, list[Match]] = {}
    for match in reading.matches:
        if match.list == name:
            groups.setdefault(match.group, []).append(match)
    for number, (group, matches) in enumerate(groups.items()):
        if group:
            yield _heading(group, str(len(matches)), first=number == 0)
        if tab is not None and tab.sort is Sort.DATE:
            matches.sort(key=lambda match: (not match.date, match.date))
        yield from (_late(reading, width, match.id, len(_match_lines(reading, width, match))) for match in matches)


def _match_lines(reading: Reading, width: int, match: Match) -> tuple[Line, ...]:
    words = match.text or words_of(reading.article.text, [match.span])
    right = (Piece(match.date, "muted"),) if match.date and match.date not in words else ()
    return _hanging(few_rows(words, width, 2, hang=_HANG, last=len(match.date) + 1 if right else 0), right)
