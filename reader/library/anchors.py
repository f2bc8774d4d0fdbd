"""Where some words were, told so that they are found again in a text that has changed since. Pure.

An anchor is the TextQuoteSelector of the W3C Web Annotation Data Model (section 4.2.4: the exact words, what comes
before and what comes after) with the start of its TextPositionSelector as a hint.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from reader.spans import Span

CONTEXT = 64
"""Characters kept before and after the words."""
_MOST_PLACES = 500
"""Places looked at where the same words come often."""
_SEPARATOR = "\x1f"
"""Between the parts of a written anchor; no article holds it."""


class State(StrEnum):
    """How well the words were found again."""

    ANCHORED = "anchored"
    REVIEW = "review"
    """They are there, but a name, a figure or a negation in them or in their sentence has changed."""
    ORPHAN = "orphan"
    """They are not there any more."""


class Anchor(NamedTuple):
    """Words of a text with what is around them."""

    start: int
    """Where they began, in code points."""
    exact: str
    prefix: str
    suffix: str


class Found(NamedTuple):
    """Where the words of an anchor are now."""

    span: Span | None
    """None when they are nowhere."""
    state: State


def anchor_of(text: str, span: Span) -> Anchor:
    """The anchor of a stretch of a text."""
    start, end = span
    return Anchor(start, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def write_anchor(anchor: Anchor) -> str:
    """An anchor as the database holds it."""
    return _SEPARATOR.join((str(anchor.start), *anchor[1:]))


def read_anchor(written: str) -> Anchor | None:
    """An anchor that was written; None for what is none."""
    match written.split(_SEPARATOR):
        case [start, exact, prefix, suffix] if start.isascii() and start.isdigit() and len(start) < 12 and exact:
            return Anchor(int(start), exact, prefix, suffix)
    return None


def find_anchor(text: str, anchor: Anchor) -> Found:
    """Where the words of an anchor are in a text: where they were, else the same words with the most of what was
    around them, else a passage that is still much the same."""
    start, exact, prefix, suffix = anchor
    end = start + len(exact)
    lead = max(0, start - len(prefix))
    if text[lead : end + len(suffix)] == prefix + exact + suffix:
        return Found(Span(start, end), State.ANCHORED)
    best = max(_same_words(text, anchor), default=None)
    if best is not None and best[0] == len(prefix) + len(suffix):
        return Found(Span(-best[2], -best[2] + len(exact)), State.ANCHORED)
    from reader.library.changed_words import changed_words, sentence_changed  # most words are where they were

    if best is not None and best[0] >= _needed(exact):
        same = Span(-best[2], -best[2] + len(exact))
        return Found(same, State.REVIEW if sentence_changed(text, same, anchor) else State.ANCHORED)
    span, state = changed_words(text, anchor) or (None, State.ORPHAN)
    return Found(span, state)


# --- the same words elsewhere -------------------------------------------------------------------------------------
def _needed(exact: str) -> int:
    """Characters of context that must be the same: long words tell where they are, a short one could be any."""
    return 0 if len(exact) >= 24 else 8 if len(exact) >= 8 else 12


def _same_words(text: str, anchor: Anchor) -> Iterator[tuple[int, int, int]]:
    """Places of the exact words: characters of context that are the same, nearness, minus the start."""
    if not anchor.exact:
        return
    at = text.find(anchor.exact)
    for _ in range(_MOST_PLACES):
        if at < 0:
            return
        end = at + len(anchor.exact)
        before = _alike(anchor.prefix[::-1], text[max(0, at - len(anchor.prefix)) : at][::-1])
        after = _alike(anchor.suffix, text[end : end + len(anchor.suffix)])
        yield before + after, -abs(at - anchor.start), -at
        at = text.find(anchor.exact, at + 1)


def _alike(one: str, other: str) -> int:
    """How many characters the two begin with in common."""
    for number, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return number
    return min(len(one), len(other))
