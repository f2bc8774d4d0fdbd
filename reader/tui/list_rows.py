"""The lists beside the article: pure functions from (reading, list, width) to the entries that a list shows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from rich.cells import cell_len

from reader.analysis.model import Entity, KeyPoint, Label, Quote, QuoteKind
from reader.article.model import BlockKind
from reader.reading import Item, Reading
from reader.rules.model import Match, Sort
from reader.spans import Span
from reader.tui.drawing import BLANK, Line, Piece, elide
from reader.tui.entries import ENTITIES, POINTS, QUOTES, RULES, Entry, LateLines, Tab
from reader.tui.footer_text import NOTHING_THERE, dispersion
from reader.tui.wrapping import wrap

_ROWS_A_QUOTE = 2
_HANG = 2
"""Cells by which the second row of a quote stands in."""
_MARKS = frozenset("“‘„‚«‹\"'")
_FULL = 6
"""Mentions in one cell of it for which the bar there is full."""
_SPREADS = ((46, 12), (40, 8), (32, 6), (24, 5))
"""Cells of a row from which there is room for a line of so many that shows where an entity is mentioned."""
_COUNT = 4
"""Cells for how often it is mentioned."""
_ROLE = 12
"""Cells of an entity's role that are shown at the least, if it is as long."""
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


def few_rows(text: str, width: int, rows: int, *, hang: int = 0, last: int = 0) -> list[str]:
    """The text wrapped into at most `rows` rows, the last elided; those after the first are `hang` cells narrower,
    the last one `last` cells more."""
    parts = wrap(text, 0, len(text), width, width - hang)
    lines = [text[start:end] for start, end in parts[:rows]]
    rest = text[parts[len(lines) - 1][0] :]
    lines[-1] = elide(rest, width - last - (hang if len(lines) > 1 else 0))
    return lines


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
            return _entity_lines(reading, width, entity)
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
        entry = _late(reading, width, entity.id, len(_name_rows(entity, width)[0]) + 1)
        kinds[titles[entity.label]].append((len(entity.mentions), entry))
    filled = [(title, members) for title, members in kinds.items() if members]
    for number, (title, members) in enumerate(filled):
        yield _heading(title, str(len(members)), first=number == 0)
        yield from (entry for _, entry in sorted(members, key=lambda member: -member[0]))


def _name_rows(entity: Entity, width: int) -> tuple[list[str], str]:
    """The rows that an entity's name has to itself, and what of it stands beside the rest: all of one row."""
    room = width - _right_cells(width) - 1
    if cell_len(entity.name) <= room:
        return [], entity.name
    rows = few_rows(entity.name, width, 2)
    return (rows[:-1], rows[-1]) if cell_len(rows[-1]) <= room else (rows, "")


def _entity_lines(reading: Reading, width: int, entity: Entity) -> tuple[Line, ...]:
    role = kind_role(entity.label)
    own, name = _name_rows(entity, width)
    count = f"{len(entity.mentions)}×" if len(entity.mentions) > 1 else ""
    room = width - _right_cells(width) - 1 - cell_len(name) - _HANG
    is_ = entity.roles[0] if entity.roles and not own else ""
    # A few letters of it would tell nothing.
    about = elide(is_, room) if room >= min(_ROLE, cell_len(is_)) else ""
    over = max(0, len(count) + 1 - _COUNT)  # of hundreds of mentions the line is so much shorter
    right = (
        *_spread(reading, entity.id, _spread_cells(width) - over),
        Piece(f"{count:>{_COUNT + over}}", "muted"),
    )
    left = (Piece(name, role), Piece(" " * _HANG), Piece(about, "muted")) if about else (Piece(name, role),)
    return (*(Line((Piece(row, role),)) for row in own), Line(left, right))


def _right_cells(width: int) -> int:
    """Cells at the right of an entity: where it is mentioned, and how often."""
    return _spread_cells(width) + _COUNT


def _spread_cells(width: int) -> int:
    return next((cells for least, cells in _SPREADS if width >= least), 0)


def _spread(reading: Reading, id_: str, cells: int) -> tuple[Piece, ...]:
    """Where in the article an entity is mentioned, where there is room for it."""
    if cells <= 0:
        return ()
    bars = dispersion(reading.spans_of(id_), len(reading.article.text), cells, _FULL)
    runs = ("".join(run) for _, run in groupby(bars, key=NOTHING_THERE.__eq__))
    return tuple(Piece(run, "faint" if run[0] == NOTHING_THERE else "muted") for run in runs)


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
