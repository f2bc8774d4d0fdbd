"""What lists are made of."""

from __future__ import annotations

from abc import abstractmethod
from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar, overload

from reader.made import Made
from reader.tui.drawing import BLANK, Line

QUOTES, ENTITIES, POINTS = "quotes", "entities", "points"
FIND = "find"
"""The list of what was found by searching."""
NOTES = "notes"
"""The list of bookmarks and notes."""
OWN_LISTS = (NOTES, FIND)
"""Those of the reader's own, in the order in which they stand: what comes and goes is the last, so that keys stay."""
RULES = "rules:"
"""Before the name of a list that rules fill."""


class Entry(NamedTuple):
    """Some rows of a list that belong together; `key` is None for headings and what else cannot be selected."""

    key: str | None
    lines: Sequence[Line]


K = TypeVar("K")


class LateLines(Sequence[Line], Generic[K]):
    """So many lines, made of something when they are first shown: a list of thousands is shown at once, and small."""

    __slots__ = ("_key", "_made", "_make", "_size")

    def __init__(self, make: Callable[[K], Sequence[Line]], key: K, size: int = 1) -> None:
        self._make, self._key, self._size = make, key, size
        self._made: Sequence[Line] = ()

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Line]: ...
    def __getitem__(self, at: int | slice) -> Line | Sequence[Line]:
        if not self._made:
            self._made = self._make(self._key)
        return self._made[at]


class Columned(Made[Entry]):
    """Entries that are made when they are asked for, and what a list must know of all of them: ten thousand are a list
    at once."""

    height: int = 0
    """Rows of all of them."""
    headings: Sequence[int] = ()
    """The rows of the headings, the last one of each."""

    @property
    @abstractmethod
    def tops(self) -> Sequence[int]:
        """Of each entry, its first row."""

    @property
    @abstractmethod
    def selectable(self) -> Sequence[int]:
        """The numbers of those that have a key, in order."""

    @abstractmethod
    def number_of(self, key: str) -> int | None:
        """The number of the entry with a key; None: there is none."""


class Counted(Columned):
    """Entries that are there already, their rows counted once."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        *tops, self.height = accumulate((len(entry.lines) for entry in self._entries), initial=0)
        keyed = [(entry.key, number) for number, entry in enumerate(self._entries) if entry.key is not None]
        others = ((number, entry) for number, entry in enumerate(self._entries) if entry.key is None)
        self._tops, self._selectable = array("I", tops), array("I", (number for _, number in keyed))
        self._numbers = dict(reversed(keyed))  # of two with one key, the first
        ends = (tops[number] + len(entry.lines) - 1 for number, entry in others if entry.lines[-1] != BLANK)
        self.headings = array("I", ends)

    def __len__(self) -> int:
        return len(self._entries)

    def make(self, number: int) -> Entry:
        return self._entries[number]

    @property
    def tops(self) -> Sequence[int]:
        return self._tops

    @property
    def selectable(self) -> Sequence[int]:
        return self._selectable

    def number_of(self, key: str) -> int | None:
        return self._numbers.get(key)


def counted(entries: Sequence[Entry]) -> Columned:
    """These entries, their rows counted if they are not yet."""
    return entries if isinstance(entries, Columned) else Counted(entries)


class OneRowEach(Columned):
    """So many entries of one row, all with a key; before them rows of a `head`, which cannot be selected."""

    def __init__(
        self,
        size: int,
        key_of: Callable[[int], str],
        number_of: Callable[[str], int | None],
        rows_of: Callable[[int], Sequence[Line]],
        head: Sequence[Line] = (),
    ) -> None:
        self._size, self._key_of, self._number_of, self._rows_of = size, key_of, number_of, rows_of
        self._head = head
        self.height = len(head) + size

    def __len__(self) -> int:
        return self.height

    def make(self, number: int) -> Entry:
        if number < len(self._head):
            return Entry(None, (self._head[number],))
        number -= len(self._head)
        return Entry(self._key_of(number), LateLines(self._rows_of, number))

    @property
    def tops(self) -> Sequence[int]:
        return range(self.height)

    @property
    def selectable(self) -> Sequence[int]:
        return range(len(self._head), self.height)

    def number_of(self, key: str) -> int | None:
        number = self._number_of(key)
        return len(self._head) + number if number is not None and number < self._size else None


class Tab(NamedTuple):
    """A list's name and how many items it has (None: not known yet; in words where it is not known exactly)."""

    name: str
    title: str
    size: int | str | None


TABS = (Tab(QUOTES, "Quotes", None), Tab(ENTITIES, "Entities", None), Tab(POINTS, "Points", None))
"""The lists before anything has been found."""
