"""Lists that are the reader's own, beside those of the reading: what was searched for, bookmarks and notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from reader.spans import Span
from reader.tui.drawing import Line
from reader.tui.entries import Entry, Tab
from reader.tui.marks import Layer


class Extra(Protocol):
    """Items with a list of their own. Immutable: another state is another Extra, given to `Guide.with_extra`."""

    @property
    def tab(self) -> Tab:
        """The list, with how many items it has."""
        ...

    def __contains__(self, id_: object) -> bool:
        """Whether an item has this id. Ids must differ from those of the reading."""
        ...

    def entries(self, width: int) -> Sequence[Entry]:
        """What the list shows."""
        ...

    def detail(self, id_: str, width: int) -> Sequence[Line]:
        """What the detail of an item shows, above its links."""
        ...

    def spans(self, id_: str) -> tuple[Span, ...]:
        """Where an item stands in the text."""
        ...

    def at(self, start: int, end: int) -> tuple[str, ...]:
        """Ids of the items that share a character with `[start, end)`."""
        ...

    def layers(self, start: int, end: int) -> Sequence[Layer]:
        """What is painted on a row with the characters `[start, end)`."""
        ...

    def copy(self, id_: str) -> str:
        """What copying an item gives."""
        ...


@runtime_checkable
class Signed(Protocol):
    """An extra whose items have a sign in the gutter."""

    def sign(self, start: int, end: int) -> str:
        """The sign of an item that begins on a row with the characters `[start, end)`; empty for none."""
        ...
