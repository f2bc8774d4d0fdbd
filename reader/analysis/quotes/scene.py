"""One sentence being read for its reports: what is shared by all its words of saying."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reader.analysis.quotes.cue import Cue
from reader.analysis.quotes.passages import Passage, Unit
from reader.analysis.quotes.source import Source

Part = tuple[int, int]
"""A half-open range of tokens."""


@dataclass(slots=True)
class Scene:
    """A unit with its cues, and what the cues read so far have left for those to come."""

    passage: Passage
    unit: Unit
    starts: Mapping[int, Cue]
    """The cues by the token at which their verb group begins."""
    left: int
    """What stands before this token belongs to an earlier report."""
    subject: Source | None = None
    """The source of the cue before, which a participle or a joined verb shares."""

    def left_start(self) -> int:
        """The first word that no earlier report has."""
        passage, k = self.passage, self.left
        while k < self.unit.past and passage.inside[k] < 0 and not passage.tokens[k].is_word:
            if passage.lowers[k] in _OPENING_MARKS:
                break
            k += 1
        return k


_OPENING_MARKS = frozenset({"(", "[", "$", "£", "€", "#", "@"})
