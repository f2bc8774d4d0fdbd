"""Pasted text, taken out of what a terminal sends before anybody looks for keys in it. Pure.

Textual looks for keys inside a paste too, wherever an escape character stands in it: words that somebody copied from a
page would be commands.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.article.clean import clean

BEGIN, END = "\x1b[200~", "\x1b[201~"
"""What a terminal sends around a paste (xterm's bracketed paste mode)."""


class Pasted(NamedTuple):
    """A text that was pasted, clean."""

    text: str


class Pastes:
    """Parts what a terminal sends, in pieces of any size, into pasted texts and the rest."""

    def __init__(self) -> None:
        self._rest = ""
        self._within = False

    def feed(self, text: str) -> Iterator[str | Pasted]:
        """What is complete by now. A paste comes when it has ended."""
        self._rest += text
        while self._rest:
            before, mark, after = self._rest.partition(END if self._within else BEGIN)
            if not mark:
                if not self._within and (keys := before[: len(before) - _begun(before)]):
                    self._rest = before[len(keys) :]
                    yield keys
                return
            self._rest = after
            self._within = not self._within
            if not self._within:
                yield Pasted(clean(before).text)
            elif before:
                yield before


def _begun(text: str) -> int:
    """How many characters at the end may be the beginning of a paste; not an escape alone, which is a key."""
    return next((length for length in range(len(BEGIN) - 1, 1, -1) if text.endswith(BEGIN[:length])), 0)
