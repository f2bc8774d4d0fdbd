"""What lists are made of."""

from __future__ import annotations

from typing import NamedTuple

from reader.tui.drawing import Line

QUOTES, ENTITIES, POINTS = "quotes", "entities", "points"
RULES = "rules:"
"""Before the name of a list that rules fill."""


class Entry(NamedTuple):
    """Some rows of a list that belong together; `key` is None for headings and what else cannot be selected."""

    key: str | None
    lines: tuple[Line, ...]


class Tab(NamedTuple):
    """A list's name and how many items it has (None: not known yet)."""

    name: str
    title: str
    size: int | None


TABS = (Tab(QUOTES, "Quotes", None), Tab(ENTITIES, "Entities", None), Tab(POINTS, "Points", None))
"""The lists before anything has been found."""
