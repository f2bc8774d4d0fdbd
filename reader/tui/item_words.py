"""The words of items, as lists and copies show them, and how many cells these take. Pure, and without the screen: the
process that reads a long article measures them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from reader.analysis.model import Entity, KeyPoint, Quote, QuoteKind
from reader.chapters.register import Measures
from reader.reading import Item, Reading
from reader.rules.model import Match
from reader.spans import Span
from reader.tui.wrapping import row_cells

_MARKS = frozenset("“‘„‚«‹\"'")
WIDEST = 255
"""Cells that are counted at the most."""


def speaker_name(quote: Quote) -> str | None:
    return quote.speaker.name if quote.speaker is not None else None


def words_of(text: str, spans: Sequence[Span]) -> str:
    """The words that spans cover, on one line."""
    return " ".join(" ".join(span.of(text).split()) for span in spans)


def quote_words(text: str, quote: Quote) -> str:
    """A quote as a list shows it: reported speech that does not begin with a mark begins with an ellipsis."""
    words = words_of(text, quote.parts)
    return words if quote.kind is QuoteKind.DIRECT or words[:1] in _MARKS else f"… {words}"


def match_words(text: str, match: Match) -> str:
    """A match as its list shows it."""
    return match.text or words_of(text, [match.span])


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


def cells_of(reading: Reading, item: Item) -> int:
    """How many cells the words of a quote or match, or the name of an entity, take on one row; `WIDEST` at the most."""
    match item:
        case Entity():
            cells = cell_len(item.name)
        case Quote():
            cells = row_cells(quote_words(reading.article.text, item))
        case KeyPoint():
            cells = row_cells(point_words(reading, item))
        case Match():
            cells = row_cells(match_words(reading.article.text, item))
    return min(cells, WIDEST)


def measures_of(reading: Reading) -> Measures:
    """What the lists need to know of what was found in a chapter."""

    def cells(items: Iterable[Item]) -> bytes:
        return bytes(cells_of(reading, item) for item in items)

    return Measures(
        cells(reading.quotes),
        cells(reading.entities),
        cells(reading.matches),
        tuple(point_words(reading, point) for point in reading.key_points),
    )
