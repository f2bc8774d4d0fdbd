"""Word lists kept as data: `lexicons/NAME.txt`, each with a comment on where it comes from.

A list has one entry a line; `#` begins a comment line; a tab separates an entry from what is said of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent / "lexicons"


@cache
def words(name: str) -> frozenset[str]:
    """The entries of a list, as they are written."""
    return frozenset(line.split("\t")[0] for line in _lines(name))


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """The entries of a list, each with the columns after it."""
    return {cells[0]: tuple(cells[1:]) for cells in (line.split("\t") for line in _lines(name))}


@cache
def rows(name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The entries in their order with the columns after each; an entry may come more than once."""
    return tuple((cells[0], tuple(cells[1:])) for cells in (line.split("\t") for line in _lines(name)))


def _lines(name: str) -> Iterator[str]:
    for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if line and not line.startswith("#"):
            yield line
