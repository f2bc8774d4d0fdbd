"""Where things stand, in columns of numbers: pressed, each is told by how far it is from the one before."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from itertools import accumulate, pairwise
from operator import add, sub


class Places:
    """Where many things begin and end; half-open, as spans are."""

    __slots__ = ("ends", "starts")

    def __init__(self) -> None:
        self.starts, self.ends = array("I"), array("I")

    def add(self, start: int, end: int) -> None:
        self.starts.append(start)
        self.ends.append(end)

    def __len__(self) -> int:
        return len(self.starts)

    def __reduce__(self) -> tuple[Callable[[array[int], array[int]], Places], tuple[array[int], array[int]]]:
        steps = array("i", self.starts[:1])
        steps.extend(after - before for before, after in pairwise(self.starts))
        return _places, (steps, array("I", map(sub, self.ends, self.starts)))


def _places(steps: array[int], lengths: array[int]) -> Places:
    made = Places()
    made.starts = array("I", accumulate(steps))
    made.ends = array("I", map(add, made.starts, lengths))
    return made
