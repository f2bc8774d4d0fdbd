"""Ids as numbers: `q12.3`, the twelfth quote of the third chapter, takes eight bytes so, and is found by bisection."""

from __future__ import annotations

from array import array
from bisect import bisect_left

from reader.made import Made

_CHAPTER, _KIND = 32, 56
"""The bits that chapter and kind begin at; below them is the number."""
_NUMBER = 0xFFFFFFFF


def code_of(id_: str) -> int:
    """An id as a number; in the order of these, ids of a kind are in the order of the text. ValueError: it is none."""
    number, _, chapter = id_[1:].partition(".")
    return ord(id_[:1] or "?") << _KIND | int(chapter or 0) << _CHAPTER | int(number)


def id_of(code: int) -> str:
    """The id that a number stands for."""
    kind, chapter, number = code >> _KIND, chapter_of(code), code & _NUMBER
    return f"{chr(kind)}{number}.{chapter}" if chapter else f"{chr(kind)}{number}"


def chapter_of(code: int) -> int:
    """The number of the chapter that an item is in, from 1; 0 where there is but one."""
    return code >> _CHAPTER & 0xFFFFFF


def is_shared(code: int) -> bool:
    """Whether what has this id may be found in several chapters, as entities are."""
    return code >> _KIND == ord("e")


def position(codes: array[int], code: int) -> int | None:
    """Where a number stands among others that are in order; None: nowhere."""
    at = bisect_left(codes, code)
    return at if at < len(codes) and codes[at] == code else None


class Ids(Made[str]):
    """Ids that are kept as numbers."""

    def __init__(self, codes: array[int], *, ordered: bool = False) -> None:
        """`ordered`: each number is larger than the one before."""
        self._codes, self._ordered = codes, ordered

    def __len__(self) -> int:
        return len(self._codes)

    def make(self, number: int) -> str:
        return id_of(self._codes[number])

    def index(self, value: object, start: int = 0, stop: int | None = None) -> int:
        code = code_of(value) if isinstance(value, str) else 0
        if start or stop is not None or not self._ordered:
            return self._codes.index(code, start, len(self) if stop is None else stop)
        if (at := position(self._codes, code)) is None:
            raise ValueError(f"{value!r} is not among them")
        return at
