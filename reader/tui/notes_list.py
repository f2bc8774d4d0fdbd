"""Bookmarks and notes as a list like any other, and as signs and underlines in the text. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reader.article.model import Article
from reader.library.anchors import State
from reader.library.model import Note
from reader.spans import IntervalIndex, Span
from reader.tui.detail_text import paragraph_at
from reader.tui.drawing import BLANK, Line, Piece, few_rows
from reader.tui.entries import NOTES, Entry, Tab
from reader.tui.marks import NOTED, Layer

BOOKMARK, NOTE = "*", "+"
"""Signs in the gutter and in the list."""
_HANG = 2
_STATES = {
    State.REVIEW: "words changed: to review",
    State.ORPHAN: "not in the text any more",
}


def note_key(note: Note) -> str:
    """The id of a note among the items."""
    return f"{NOTES}:{note.id}"


class Notes:
    """The notes of an article. An `Extra`; immutable."""

    def __init__(self, article: Article, notes: Sequence[Note]) -> None:
        """`notes`: in the order in which they are to be listed."""
        self._article = article
        self._notes = {note_key(note): note for note in notes}
        self._places = IntervalIndex((note.span, note) for note in notes if note.span is not None)

    @property
    def tab(self) -> Tab:
        return Tab(NOTES, "Notes", len(self._notes))

    def __contains__(self, id_: object) -> bool:
        return id_ in self._notes

    def __getitem__(self, id_: str) -> Note:
        """The note with this id among the items."""
        return self._notes[id_]

    def spans(self, id_: str) -> tuple[Span, ...]:
        span = self._notes[id_].span
        return () if span is None else (span,)

    def at(self, start: int, end: int) -> tuple[str, ...]:
        return tuple(note_key(note) for _, note in self._places.overlapping(start, end))

    # --- in the text ---------------------------------------------------------------------------------------------
    def layers(self, start: int, end: int) -> Sequence[Layer]:
        return [Layer(*span, NOTED, "mention.note") for span, _ in self._places.overlapping(start, end)]

    def sign(self, start: int, end: int) -> str:
        signs = [_sign(note) for span, note in self._places.overlapping(start, end) if span.start >= start]
        return NOTE if NOTE in signs else BOOKMARK if signs else ""

    # --- beside it -----------------------------------------------------------------------------------------------
    def entries(self, width: int) -> tuple[Entry, ...]:
        return tuple(Entry(key, self._entry(note, width)) for key, note in self._notes.items())

    def _entry(self, note: Note, width: int) -> tuple[Line, ...]:
        sign = Piece(f"{_sign(note)} ", "point")
        right = (Piece(self._place(note), "muted"),)
        lead = " " * _HANG
        if note.is_bookmark:
            lines = [Line((sign, Piece(note.quoted)), right)]
        else:
            rows = few_rows(note.words, width - _HANG, 3)
            lines = [Line((sign if n == 0 else Piece(lead), Piece(row, "strong"))) for n, row in enumerate(rows)]
            lines.append(Line((Piece(lead), Piece(note.quoted, "muted")), right))
        if note.state is not State.ANCHORED:
            lines.append(Line((Piece(lead), Piece(_STATES[note.state], "notice"))))
        return tuple(lines)

    def _place(self, note: Note) -> str:
        return "" if note.span is None else f"¶{paragraph_at(self._article, note.span.start)}"

    def detail(self, id_: str, width: int) -> Sequence[Line]:
        note = self._notes[id_]
        what = "bookmark" if note.is_bookmark else "note"
        made = datetime.fromtimestamp(note.made).strftime("%Y-%m-%d %H:%M")
        said = [part for part in (what, made, self._place(note)) if part]
        lines = [Line((Piece(" · ".join(said), "muted"),))]
        if note.state is not State.ANCHORED:
            lines.append(Line((Piece(_STATES[note.state], "notice"),)))
        if note.words:
            lines += [Line((Piece(row),)) for row in few_rows(note.words, width, 8)]
        if note.tags:
            lines.append(Line((Piece("tags  ", "muted"), Piece(", ".join(note.tags), "strong"))))
        lines += [BLANK, *(Line((Piece(row, "muted"),)) for row in few_rows(note.quoted, width, 4))]
        return tuple(lines)

    def copy(self, id_: str) -> str:
        note = self._notes[id_]
        return note.quoted if note.is_bookmark else f"{note.words} — “{note.quoted}”"


def _sign(note: Note) -> str:
    return BOOKMARK if note.is_bookmark else NOTE
