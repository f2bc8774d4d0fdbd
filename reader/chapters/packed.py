"""Items pressed into bytes, and taken out again a few at a time: a tenth of what they take as objects."""

from __future__ import annotations

import copyreg
import pickle
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, chain
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

from reader.chapters.ids import code_of
from reader.made import Made

_TOGETHER = 32
"""Items pressed together: taking them out takes a fraction of a millisecond."""
_OPEN = 16
"""So many times as many are at hand."""


class HasId(Protocol):
    @property
    def id(self) -> str: ...


def _view(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)


copyreg.pickle(MappingProxyType, lambda view: (_view, (dict(view),)))  # rules and matches may have one

T = TypeVar("T", bound=HasId)


class Packed(Made[T]):
    """Items of one chapter, in the order of their ids."""

    def __init__(self, items: Sequence[T]) -> None:
        self.codes = array("Q", (code_of(item.id) for item in items))
        """Their ids as numbers."""
        groups = (tuple(items[at : at + _TOGETHER]) for at in range(0, len(items), _TOGETHER))
        self._groups = [zlib.compress(pickle.dumps(group, pickle.HIGHEST_PROTOCOL)) for group in groups]

    def __len__(self) -> int:
        return len(self.codes)

    def group(self, number: int) -> tuple[T, ...]:
        """Those that were pressed together as the group `number`."""
        found: tuple[T, ...] = pickle.loads(zlib.decompress(self._groups[number]))
        return found

    def make(self, number: int) -> T:
        which, at = divmod(number, _TOGETHER)
        return self.group(which)[at]

    def __iter__(self) -> Iterator[T]:
        return chain.from_iterable(map(self.group, range(len(self._groups))))


class Joined(Made[T]):
    """Items of several chapters, one after the other, each as `revise` makes it."""

    def __init__(self, parts: Sequence[Packed[T]], revise: Callable[[T], T]) -> None:
        self.codes = array("Q")
        """Their ids as numbers."""
        for part in parts:
            self.codes += part.codes
        self._parts, self._revise = tuple(parts), revise
        self._firsts = array("I", accumulate(map(len, parts), initial=0))
        self._open: dict[tuple[int, int], tuple[T, ...]] = {}

    def __len__(self) -> int:
        return len(self.codes)

    def make(self, number: int) -> T:
        part = bisect_right(self._firsts, number) - 1
        which, at = divmod(number - self._firsts[part], _TOGETHER)
        group = self._open.get((part, which))
        if group is None:
            if len(self._open) >= _OPEN:
                self._open = {}
            group = self._open[part, which] = tuple(map(self._revise, self._parts[part].group(which)))
        return group[at]

    def __iter__(self) -> Iterator[T]:
        return map(self._revise, chain.from_iterable(self._parts))
