"""What was found, as a list like any other: every match in the words around it. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import partial
from itertools import islice

from rich.cells import cell_len

from reader.article.model import Article
from reader.spans import Span
from reader.tui.drawing import Line, Piece
from reader.tui.entries import FIND, Entry, OneRowEach, Tab
from reader.tui.marks import FOUND, Layer
from reader.tui.search import MOST, Paragraphs, Query

_ON_A_ROW = 200
"""Matches painted on one row at most."""
_LEAD = 0.3
"""How much of a row the words before a match may take."""
_LONGEST = 200
"""Characters looked at on both sides of a match, and shown of it, at most."""


class Finds:
    """The matches of one query so far. An `Extra`; immutable."""

    def __init__(
        self,
        article: Article,
        paragraphs: Paragraphs,
        query: Query,
        spans: Sequence[Span] = (),
        *,
        more: bool = False,
        done: bool = True,
    ) -> None:
        """`spans`: in the order of the text, none over another. `more`: there are more. `done`: all was searched."""
        self.query, self.places, self.more, self.done = query, tuple(spans), more, done
        self._article, self._paragraphs = article, paragraphs
        self._starts = [span.start for span in self.places]

    @property
    def count(self) -> str:
        """How many, in a word."""
        return f"{MOST:,}+" if self.more else f"{len(self.places):,}"

    @property
    def tab(self) -> Tab:
        return Tab(FIND, "Find", self.count)

    # --- items: known by where they begin ------------------------------------------------------------------------
    def _id(self, number: int) -> str:
        return f"{FIND}:{self._starts[number]}"

    def _number(self, id_: str) -> int | None:
        kind, _, start = id_.partition(":")
        if kind != FIND or not start.isdecimal():
            return None
        number = bisect_left(self._starts, int(start))
        return number if number < len(self._starts) and self._starts[number] == int(start) else None

    def __contains__(self, id_: object) -> bool:
        return isinstance(id_, str) and self._number(id_) is not None

    def spans(self, id_: str) -> tuple[Span, ...]:
        number = self._number(id_)
        return (self.places[number],) if number is not None else ()

    def at(self, start: int, end: int) -> tuple[str, ...]:
        return tuple(map(self._id, self._overlapping(start, end)))

    def next_from(self, offset: int) -> str | None:
        """The first match that begins at `offset` or after it, else the first of all."""
        if not self.places:
            return None
        number = bisect_left(self._starts, offset)
        return self._id(number if number < len(self._starts) else 0)

    def _overlapping(self, start: int, end: int) -> range:
        first = bisect_right(self._starts, start)
        if first > 0 and self.places[first - 1].end > start:
            first -= 1
        return range(first, bisect_left(self._starts, end))

    # --- what is shown -------------------------------------------------------------------------------------------
    def layers(self, start: int, end: int) -> Sequence[Layer]:
        places = (self.places[number] for number in islice(self._overlapping(start, end), _ON_A_ROW))
        return [Layer(*span, FOUND, "match.find") for span in places]

    def entries(self, width: int) -> Sequence[Entry]:
        if self.places:
            return OneRowEach(len(self.places), self._id, self._number, partial(self._rows, width))
        words = "nothing found" if self.done else "searching…"
        return (Entry(None, (Line((Piece(words, "muted"),)),)),)

    def _rows(self, width: int, number: int) -> tuple[Line]:
        """A match among its neighbours, all matches of a list beneath each other, as in a concordance."""
        text, span = self._article.text, self.places[number]
        paragraph = f"¶{self._paragraphs.at(span.start)}"
        lead = int(width * _LEAD)
        before = _words_before(text, span.start, lead)
        words = " ".join(text[span.start : min(span.end, span.start + _LONGEST)].split())
        after = text[span.end : span.end + _LONGEST].partition("\n\n")[0]
        gap = " " if after[:1].isspace() else ""
        line = Line(
            (
                Piece(before, "muted"),
                Piece(words, "match.find"),
                Piece(gap + " ".join(after.split()), "muted"),
            ),
            (Piece(paragraph, "muted"),),
        )
        return (line,)

    def detail(self, id_: str, width: int) -> Sequence[Line]:
        number = self._number(id_) or 0
        place = f"¶{self._paragraphs.at(self._starts[number])}"
        how = "pattern" if self.query.regex else "words"
        case = "any case" if self.query.any_case else "as written"
        return (
            Line((Piece(f"found {number + 1:,} of {self.count} · {place}", "muted"),)),
            Line((Piece(f"{how}, {case}: ", "muted"), Piece(self.query.text))),
        )

    def copy(self, id_: str) -> str:
        return " ".join(self.spans(id_)[0].of(self._article.text).split())


def _words_before(text: str, start: int, cells: int) -> str:
    """The whole words before an offset that fit into `cells` cells, right-justified in them with the gap after them."""
    before = text[max(0, start - _LONGEST) : start].rpartition("\n\n")[2]
    words = before.split()
    if start > _LONGEST and words and not before[:1].isspace():
        del words[0]  # its beginning is cut off
    gap = " " if before[-1:].isspace() else ""
    kept = gap if gap or not words else words.pop()  # without a gap the match begins inside the last word
    for word in reversed(words):
        if cell_len(word) + 1 + cell_len(kept) > cells:
            break
        kept = f"{word} {kept}" if kept.strip() else f"{word} "
    return " " * max(0, cells - cell_len(kept)) + kept
