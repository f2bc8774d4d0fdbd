"""Notes, corrections and recent articles, told in offsets of the article that is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from reader.analysis.corrections import Correction
from reader.library.anchors import State
from reader.spans import Span


@dataclass(frozen=True, slots=True)
class Note:
    """A bookmark, or a note with its words, on a stretch of the text."""

    id: str
    span: Span | None
    """None when what it was on is not in the text any more."""
    words: str
    """Foreign text, though clean; empty for a bookmark. Words that begin with `#` are its tags."""
    quoted: str
    """The words of the article that it was put on."""
    made: float
    """Seconds since the epoch."""
    state: State = State.ANCHORED

    @property
    def is_bookmark(self) -> bool:
        return not self.words

    @property
    def tags(self) -> tuple[str, ...]:
        """Its tags without the sign, in their order."""
        found = (word.rstrip(".,;:!?").removeprefix("#") for word in self.words.split() if word.startswith("#"))
        return tuple(dict.fromkeys(tag for tag in found if tag))


@dataclass(frozen=True, slots=True)
class KeptCorrection:
    """A correction with the id under which it is kept."""

    id: str
    correction: Correction


class Recent(NamedTuple):
    """An article that was read."""

    path: str
    title: str
    opened: float
    """Seconds since the epoch."""
