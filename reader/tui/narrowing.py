"""What matches what was typed, the best first. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from textual.fuzzy import Matcher

T = TypeVar("T")


def narrowed(options: Sequence[T], query: str, text_of: Callable[[T], str]) -> list[tuple[float, T]]:
    """The options whose text has the letters of the query in their order, with how well they match, the best first;
    equals, and all when nothing was typed, in the order in which they came."""
    query = " ".join(query.split())
    if not query:
        return [(1.0, option) for option in options]
    matcher = Matcher(query)
    scored = [(matcher.match(text_of(option)), option) for option in options]
    return sorted(((score, option) for score, option in scored if score > 0), key=lambda pair: -pair[0])
