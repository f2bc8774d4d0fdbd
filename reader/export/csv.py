"""What was found as a table, a row an item (RFC 4180), for spreadsheets and data frames."""

from __future__ import annotations

import csv
import io

from reader.analysis.model import Entity, KeyPoint, Quote
from reader.export.words import kind_of, path_of, speaker_of, words_of
from reader.reading import Item, Reading

COLUMNS = ("article", "id", "item", "kind", "start", "end", "words", "speaker", "cue", "mentions", "rank", "reason")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run (OWASP, "CSV Injection")."""


def csv_head() -> str:
    """The names of the columns, as the first row."""
    return _row(COLUMNS)


def as_csv(reading: Reading) -> str:
    """The rows of one article, without the head. Spans are code points of the article's text: of a quote those of its
    first and last part, of an entity those of its first mention."""
    items: tuple[Item, ...] = (*reading.quotes, *reading.entities, *reading.key_points, *reading.matches)
    return "".join(_row((path_of(reading), *_cells(reading, item))) for item in items)


def _cells(reading: Reading, item: Item) -> tuple[object, ...]:
    spans = reading.spans_of(item.id)
    start, end = spans[0].start, (spans[0] if isinstance(item, Entity) else spans[-1]).end
    place = (start, end, words_of(reading, item))
    head = (item.id, kind_of(item))
    match item:
        case Quote():
            cue = item.cue.of(reading.article.text) if item.cue is not None else ""
            return (*head, item.kind, *place, speaker_of(item), cue, "", "", "")
        case Entity():
            return (*head, item.label, *place, "", "", len(item.mentions), "", "; ".join(item.roles))
        case KeyPoint():
            return (*head, "", *place, "", "", "", item.rank, item.reason)
    return (*head, item.rule, *place, "", "", "", "", "")


def _row(cells: tuple[object, ...]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([_safe(str(cell)) for cell in cells])
    return out.getvalue()


def _safe(cell: str) -> str:
    """The cell, with a `'` before what a spreadsheet would take for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
