"""Sequences whose items are made when they are asked for: of a long text there are too many to keep an object each."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import TypeVar, overload

T = TypeVar("T")


class Made(Sequence[T]):
    """Items by their numbers. Immutable, and equal to any sequence of the same items."""

    @abstractmethod
    def make(self, number: int) -> T:
        """The item with this number, which is one of `range(len(self))`."""

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        if isinstance(at, slice):
            return tuple(self.make(number) for number in range(*at.indices(len(self))))
        return self.make(range(len(self))[at])

    def __iter__(self) -> Iterator[T]:
        return map(self.make, range(len(self)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Made | tuple):
            return NotImplemented
        return len(self) == len(other) and all(mine == its for mine, its in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))
