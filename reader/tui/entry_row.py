"""A line of an entry as a list draws it: the sign of the current one, and cells left blank around it. Pure."""

from __future__ import annotations

from rich.segment import Segment

from reader.tui.drawing import Line, Look, Piece, fit

_MARGIN = 1
"""Blank cells before everything."""
_SIGN = 2
"""Cells before an entry that can be selected: the sign of the current one. Headings have as many more."""
_EDGE = 1
"""Blank cells between an entry and the rail."""
AROUND = _MARGIN + _SIGN + _EDGE
"""Cells of a row that an entry that can be selected has not."""


def entry_row(line: Line, look: Look, width: int, *, can_be_selected: bool, role: str, at: int) -> list[Segment]:
    """The line with the number `at` of an entry; `role` is that of the current one, else empty."""
    room = max(0, width - _MARGIN - _EDGE)
    if can_be_selected and role:
        return _current(line, look, width, room, role, first=at == 0)
    ground = look["pane"]
    if can_be_selected:
        pieces = (Piece(" " * (_MARGIN + _SIGN)), *fit(line, room - _SIGN), Piece(" " * _EDGE))
    else:
        pieces = (Piece(" " * _MARGIN), *fit(line, room), Piece(" " * _EDGE))
    return Segment.adjust_line_length(look.segments(pieces, ground), width, ground)


def _current(line: Line, look: Look, width: int, room: int, role: str, *, first: bool) -> list[Segment]:
    ground = look["pane"]
    base = ground + look[role]
    sign = "▸ " if first else "  "
    # The current entry's own colours win over those of its pieces, but what was found in it must be seen.
    # Where the entry is reversed, a coloured sign would be a block.
    pieces = (
        Piece(sign, role if base.reverse else "selected.bar"),
        *(p if p.role == "match.find" else p._replace(role=role) for p in fit(line, room - _SIGN)),
    )
    segments = [Segment(" " * _MARGIN, ground), *look.segments(pieces, base), Segment(" " * _EDGE, base)]
    return Segment.adjust_line_length(segments, width, ground)
