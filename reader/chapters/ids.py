"""Ids as numbers: `q12.3`, the twelfth quote of the third chapter, takes eight bytes so, and is found by bisection."""

from __future__ import annotations

from array import array
from bisect import bisect_left

_CHAPTER, _KIND = 32, 56
"""The bits that chapter and kind begin at; below them is the number."""


def code_of(id_: str) -> int:
    """An id as a number; in the order of these, ids of a kind are in the order of the text. ValueError: it is none."""
    number, _, chapter = id_[1:].partition(".")
    return ord(id_[:1] or "?") << _KIND | int(chapter or 0) << _CHAPTER | int(number)


def id_of(code: int) -> str:
    """The id that a number stands for."""
    kind, chapter, number = code >> _KIND, code >> _CHAPTER & 0xFFFFFF, code & 0xFFFFFFFF
    return f"{chr(kind)}{number}.{chapter}" if chapter else f"{chr(kind)}{number}"


def is_shared(code: int) -> bool:
    """Whether what has this id may be found in several chapters, as entities are."""
    return code >> _KIND == ord("e")


def position(codes: array[int], code: int) -> int | None:
    """Where a number stands among others that are in order; None: nowhere."""
    at = bisect_left(codes, code)
    return at if at < len(codes) and codes[at] == code else None
