"""The parts of a text that its key points are spread over: the sections of a report, the quarters of anything else."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from reader.analysis.key_points.piece import Piece, PieceKind
from reader.analysis.key_points.point_shape import Statement
from reader.article.model import BlockKind
from reader.language.prose import Prose

_QUARTERS = 4
_FEWEST_HEADED = 3
_FEWEST, _MOST = 6, 12
"""Parts of a report without headings, and sections of any. Where its headings make more, neighbours are one."""
_CHARACTERS = 24_000
"""Of one part of a report without headings, some 4,000 words."""


def parts_of(prose: Prose, statements: Sequence[Statement], piece: Piece) -> list[int]:
    """For each statement the number of its part, from 0; linear in the length of the text."""
    length = len(prose.text) + 1
    if piece.kind is not PieceKind.REPORT:
        return [_QUARTERS * s.span.start // length for s in statements]
    begins = _headed(prose)
    if begins:
        return [bisect_right(begins, s.span.start) for s in statements]
    count = max(_FEWEST, min(_MOST, length // _CHARACTERS))
    return [count * s.span.start // length for s in statements]


def _headed(prose: Prose) -> list[int]:
    """Where sections begin, by the highest level of headings that makes enough of them; empty when none does."""
    headings = [b for b in prose.article.blocks if b.kind is BlockKind.HEADING][1:]  # the first is the headline
    levels = Counter(b.level for b in headings)
    level = next((level for level in sorted(levels) if levels[level] >= _FEWEST_HEADED), None)
    begins = [b.span.start for b in headings if b.level == level]
    if len(begins) < _MOST:
        return begins
    kept: list[int] = []
    for begin in begins:  # as many as are at least a twelfth of the text apart
        if begin - (kept[-1] if kept else 0) >= len(prose.text) / _MOST:
            kept.append(begin)
    return kept[: _MOST - 1]
