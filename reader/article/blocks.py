"""The blocks of a long article without an object for each: a hundred thousand of them would take twenty megabytes."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from reader.article.model import Block, BlockKind
from reader.made import Made
from reader.spans import Span

_KINDS = tuple(BlockKind)
_NUMBERS = {kind: number for number, kind in enumerate(_KINDS)}


class CompactBlocks(Made[Block]):
    """Blocks made when they are asked for. Immutable."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._kinds, self._starts, self._ends = array("B"), array("I"), array("I")
        self._more: dict[int, tuple[int, str, str]] = {}  # level, marker and margin of the few that have them
        for number, block in enumerate(blocks):
            self._kinds.append(_NUMBERS[block.kind])
            self._starts.append(block.span.start)
            self._ends.append(block.span.end)
            if block.level or block.marker or block.margin:
                self._more[number] = (block.level, block.marker, block.margin)

    def __len__(self) -> int:
        return len(self._kinds)

    def make(self, number: int) -> Block:
        more = self._more.get(number, (0, "", ""))
        return Block(_KINDS[self._kinds[number]], Span(self._starts[number], self._ends[number]), *more)
