"""Where somebody was in an article and how they read it, and its row in the database. It imports little: the first
screen waits for it."""

from __future__ import annotations

from typing import NamedTuple

from reader.library.anchors import Anchor, State, anchor_of, find_anchor, read_anchor, write_anchor
from reader.spans import Span

_HERE = 80
"""Characters by which a place is found again."""


class Session(NamedTuple):
    """Where somebody was in an article, and how they read it."""

    cursor: int = 0
    """Offset of the place where one reads."""
    top: int = 0
    """Offset of the first character shown."""
    list_name: str = ""
    item: Span | None = None
    """Of the selected item, the span that one was at."""
    width: int | None = None
    """Cells of the column that were chosen; 0 is as wide as the pane, None: none was chosen."""
    theme: str | None = None
    """The theme that was chosen."""


def write_session(text: str, session: Session) -> tuple[str, str, str, str, int | None, str | None]:
    """The columns of a session, with the words at its places."""
    cursor, top = (write_anchor(anchor_of(text, _here(text, offset))) for offset in (session.cursor, session.top))
    item = "" if session.item is None else write_anchor(anchor_of(text, session.item))
    return cursor, top, session.list_name, item, session.width, session.theme


def _here(text: str, offset: int) -> Span:
    start = max(0, min(offset, len(text) - 1))
    return Span(start, min(len(text), start + _HERE))


def read_session(text: str, row: tuple[str, str, str, str, int | None, str | None]) -> Session:
    """A session in a text that may have changed; what cannot be found again is at its beginning."""
    cursor, top, list_name, item, width, theme = row
    places = [None if found is None else found.start for found in (_place(text, cursor), _place(text, top))]
    at = next((place for place in places if place is not None), 0)  # one of the two is better than none
    return Session(
        at,
        at if places[1] is None else places[1],
        list_name,
        _place(text, item, State.ANCHORED),
        width if width is not None and (width == 0 or 20 <= width <= 1000) else None,
        theme,
    )


def _place(text: str, written: str, worst: State = State.REVIEW) -> Span | None:
    anchor: Anchor | None = read_anchor(written)
    if anchor is None:
        return None
    found = find_anchor(text, anchor)
    return found.span if found.state in (State.ANCHORED, worst) else None
