"""Blocks of long articles, kept without an object for each."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from reader.article.blocks import CompactBlocks
from reader.article.load import LONG, load_bytes
from reader.article.model import Block, BlockKind
from reader.spans import Span

_BLOCKS = st.lists(
    st.builds(
        lambda kind, start, length, *more: Block(kind, Span(start, start + length), *more),
        st.sampled_from(BlockKind),
        st.integers(0, 40_000_000),
        st.integers(0, 1000),
        st.integers(0, 6),
        st.sampled_from(["", "• ", "  3. "]),
        st.sampled_from(["", "  ", "│ "]),
    ),
    max_size=12,
)


@given(_BLOCKS, st.integers(-15, 15), st.integers(-15, 15))
def test_compact_blocks_are_the_blocks_they_were_made_of(blocks: list[Block], a: int, b: int) -> None:
    compact = CompactBlocks(blocks)
    assert list(compact) == blocks
    assert len(compact) == len(blocks)
    assert [compact[at] for at in range(-len(blocks), len(blocks))] == blocks + blocks
    assert compact[a:b] == tuple(blocks[a:b])
    assert compact == CompactBlocks(blocks)
    assert hash(compact) == hash(CompactBlocks(blocks))
    assert pickle.loads(pickle.dumps(compact)) == compact


def test_a_long_text_has_compact_blocks_and_a_short_one_a_tuple() -> None:
    paragraph = "The ferry counted its lamps before the storm, and nobody asked why.\n\n"
    short = load_bytes(paragraph.encode() * 3)
    long = load_bytes(paragraph.encode() * (LONG // len(paragraph) + 1))
    assert isinstance(short.blocks, tuple)
    assert isinstance(long.blocks, CompactBlocks)
    assert tuple(long.blocks[:3]) == short.blocks
