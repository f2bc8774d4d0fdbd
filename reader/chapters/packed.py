"""Items pressed into bytes, and taken out again a few at a time: a tenth of what they take as objects."""

from __future__ import annotations

import copyreg
import pickle
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

from reader.chapters.ids import code_of
from reader.made import Made

_TOGETHER = 32
"""Items pressed together: taking them out takes a fraction of a millisecond."""
_OPEN = 8
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
        self._open: dict[int, tuple[T, ...]] = {}

    def __len__(self) -> int:
        return len(self.codes)

    def make(self, number: int) -> T:
        which, at = divmod(number, _TOGETHER)
        group = self._open.get(which)
        if group is None:
            if len(self._open) >= _OPEN:
                self._open = {}
            group = self._open[which] = pickle.loads(zlib.decompress(self._groups[which]))
        return group[at]

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_open": {}}


class Joined(Made[T]):
    """Items of several chapters, one after the other, each as `revise` makes it."""

    def __init__(self, parts: Sequence[Packed[T]], revise: Callable[[T], T]) -> None:
        self.codes = array("Q")
        """Their ids as numbers."""
        for part in parts:
            self.codes += part.codes
        self._parts, self._revise = tuple(parts), revise
        self._firsts = array("I", accumulate(map(len, parts), initial=0))

    def __len__(self) -> int:
        return len(self.codes)

    def make(self, number: int) -> T:
        part = bisect_right(self._firsts, number) - 1
        return self._revise(self._parts[part].make(number - self._firsts[part]))
