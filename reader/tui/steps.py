"""Steps through what can be chosen, and through spans. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from reader.spans import Span, first_from

OVER = 8
"""Spans of one item that may lie over each other, at the most."""


def pick(candidates: Sequence[str], selected: str | None) -> str | None:
    """The first candidate, or the one after the selected: asking again goes from the narrow to the wide."""
    if not candidates:
        return None
    if selected in candidates:
        return candidates[(candidates.index(selected) + 1) % len(candidates)]
    return candidates[0]


def next_span(spans: Sequence[Span], current: int, offset: int, step: int) -> int | None:
    """Index of the span after or before the current one; from `offset` where one is no longer at the current one.

    None past either end.
    """
    if 0 <= current < len(spans) and spans[current].start == offset:
        number = current + step
        return number if 0 <= number < len(spans) else None
    if step > 0:
        number = first_from(spans, offset + 1)
        return number if number < len(spans) else None
    number = first_from(spans, offset) - 1
    return number if number >= 0 else None
