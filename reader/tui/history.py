"""The jump list: where one was before each jump, as in a browser."""

from __future__ import annotations

from typing import NamedTuple

_LONGEST = 200


class Stand(NamedTuple):
    """Where the reader is: all that going back must restore."""

    list_name: str
    selected: str | None
    mention: int
    """Index into the spans of the selected item."""
    cursor: int
    """Offset of the place where one reads."""
    top: int
    """Offset of the first character shown."""
    pane: str
    link: str | None = None
    """Among the links of the selected item, where they have the focus."""


class History(NamedTuple):
    """Stands behind and ahead of the present one, the nearest last."""

    behind: tuple[Stand, ...] = ()
    ahead: tuple[Stand, ...] = ()

    def jumped(self, origin: Stand) -> History:
        """After a jump away from `origin`; what was ahead is gone. Twice from one place is once."""
        if self.behind[-1:] == (origin,):
            return History(self.behind)
        return History((*self.behind, origin)[-_LONGEST:])

    def back(self, present: Stand) -> tuple[History, Stand] | None:
        """The history after going back, and where to; None when nothing is behind."""
        if not self.behind:
            return None
        return History(self.behind[:-1], (*self.ahead, present)), self.behind[-1]

    def forward(self, present: Stand) -> tuple[History, Stand] | None:
        """The history after going forward again, and where to; None when nothing is ahead."""
        if not self.ahead:
            return None
        return History((*self.behind, present), self.ahead[:-1]), self.ahead[-1]
