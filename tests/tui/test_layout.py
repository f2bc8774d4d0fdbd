"""Text to rows."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.article.model import Block, BlockKind
from reader.spans import Span
from reader.tui.layout import Layout, Outline, Row, indents
from reader.tui.wrapping import HIDDEN, cell_of, offset_at, on_row, wrap

_WORDS = st.text(alphabet="abcdefgh “”’—é東京、。」📈👩\u200d\u0301\n\t", max_size=400)
_KINDS = st.sampled_from([BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION, BlockKind.HEADING])


@st.composite
def _texts(draw: st.DrawFn) -> tuple[str, tuple[Block, ...]]:
    text, blocks = "", []
    for body in draw(st.lists(_WORDS, max_size=6)):
        words = body.strip(" \n\t")
        if words:
            span, margin = (
                Span(len(text), len(text) + len(words)),
                draw(st.sampled_from(["", "│ ", "   │ │ ", " " * 60])),
            )
            blocks.append(Block(draw(_KINDS), span, draw(st.integers(1, 6)), margin=margin))
            text += words + draw(st.sampled_from(["\n", "\n\n"]))
    return text, tuple(blocks)


def _rows(layout: Layout) -> list[Row]:
    layout.measure(len(layout.text) + 1)
    assert layout.done
    rows = [layout.row(y) for y in range(layout.height)]
    assert layout.row(layout.height) is None
    return [row for row in rows if row is not None]


def _laid(text: str, blocks: Sequence[Block], width: int) -> Layout:
    return Layout(Outline(text, blocks), width)


def _paragraph(text: str, width: int) -> Layout:
    return _laid(text, [Block(BlockKind.PARAGRAPH, Span(0, len(text)))], width)


@given(_texts(), st.integers(8, 90))
@settings(max_examples=150, deadline=None)
def test_the_rows_joined_give_back_the_words(document: tuple[str, tuple[Block, ...]], width: int) -> None:
    text, blocks = document
    shown = "".join(text[row.start : row.end] for row in _rows(_laid(text, blocks, width)))
    assert re.sub(r"[ \n\t]", "", shown) == re.sub(r"[ \n\t]", "", text)


@given(_texts(), st.integers(20, 90))
@settings(max_examples=150, deadline=None)
def test_no_row_is_wider_than_the_column(document: tuple[str, tuple[Block, ...]], width: int) -> None:
    text, blocks = document
    for row in _rows(_laid(text, blocks, width)):
        assert row.indent + cell_len(on_row(text, row.start, row.end).replace("\t", " ")) <= width


@given(_texts(), st.integers(20, 90))
@settings(max_examples=150, deadline=None)
def test_every_offset_has_one_row_and_the_row_holds_it(document: tuple[str, tuple[Block, ...]], width: int) -> None:
    text, blocks = document
    layout = _laid(text, blocks, width)
    for block in blocks:
        for offset in range(*block.span):
            row = layout.row(layout.y_of(offset))
            assert row is not None and row.start <= offset
            assert offset < row.end or text[offset] in " \n\t"


@given(_texts(), st.integers(20, 90))
@settings(max_examples=60, deadline=None)
def test_measuring_in_steps_gives_the_same_rows(document: tuple[str, tuple[Block, ...]], width: int) -> None:
    text, blocks = document
    whole, steps = _laid(text, blocks, width), _laid(text, blocks, width)
    while not steps.done:
        steps.measure()
    assert _rows(whole) == _rows(steps)


def test_a_single_line_end_is_a_space() -> None:
    layout = _paragraph("one\ntwo", 40)
    assert layout.row(0) == Row(0, 7, 0, 0, True)


def test_white_space_belongs_to_the_row_before_it() -> None:
    layout = _paragraph("aaaa bbbb", 8)
    assert [layout.y_of(offset) for offset in (0, 3, 4, 5)] == [0, 0, 0, 1]


def test_no_row_of_japanese_begins_with_a_mark_that_closes() -> None:
    text = "「港は眠らない。」と、船長は言った。霧の日も、嵐の日も、白い船は、定刻に岸を離れた（誰も遅れない）。" * 3
    for width in range(8, 60):
        rows = _rows(_paragraph(text, width))
        assert not [row for row in rows[1:] if text[row.start] in "、。」）"], width
        assert "".join(text[row.start : row.end] for row in rows) == text


def test_an_overlong_word_is_broken() -> None:
    layout = _paragraph("a " + "x" * 25, 10)
    assert [row.end - row.start for row in _rows(layout)] == [1, 10, 10, 5]


def test_wide_characters_take_two_cells() -> None:
    layout = _paragraph("東" * 12, 10)
    assert [row.end - row.start for row in _rows(layout)] == [5, 5, 2]


def test_a_list_item_hangs() -> None:
    text = "- " + "word " * 10
    layout = _laid(text, [Block(BlockKind.LIST_ITEM, Span(0, len(text.rstrip())), margin="   ")], 20)
    assert [row.indent for row in _rows(layout)][:2] == [3, 5]


def test_a_marker_that_is_not_in_the_text_stands_before_it() -> None:
    layout = _laid("word", [Block(BlockKind.LIST_ITEM, Span(0, 4), 0, "  • ", "    ")], 20)
    assert [row.indent for row in _rows(layout)] == [4]


def test_headings_from_the_third_level_on_stand_behind_their_sign() -> None:
    levels = {level: indents("word", Block(BlockKind.HEADING, Span(0, 4), level), 40)[0] for level in range(1, 7)}
    assert levels == {1: 0, 2: 0, 3: 2, 4: 3, 5: 4, 6: 5}


def test_code_and_tables_in_a_list_stand_in_as_far_as_it_does() -> None:
    for kind, indent in ((BlockKind.CODE, 5), (BlockKind.TABLE, 3), (BlockKind.QUOTATION, 3)):
        assert [row.indent for row in _rows(_laid("a  b", [Block(kind, Span(0, 4), margin="   ")], 20))] == [indent]
    text = "Town  Boats\nMerrow on the Water  7"
    wide = _rows(_laid(text, [Block(BlockKind.TABLE, Span(0, len(text)), margin="   ")], 20))
    assert min(row.indent for row in wide) == 3


def test_however_deep_something_is_nested_words_have_room() -> None:
    layout = _laid("word " * 5, [Block(BlockKind.QUOTATION, Span(0, 24), margin="│ " * 40)], 30)
    assert [(row.indent, row.end - row.start) for row in _rows(layout)] == [(22, 4)] * 5


def test_a_line_that_is_set_in_leaves_no_gap_in_the_row() -> None:
    text = "one\n    two \n  three"
    layout = _paragraph(text, 20)
    row = layout.row(0)
    assert row is not None and (row.start, row.end) == (0, len(text))
    assert on_row(text, *row[:2]).replace(HIDDEN, "") == "one two three"
    assert [cell_of(text, row, text.index(word)) for word in ("two", "three")] == [4, 8]
    assert [offset_at(text, row, cell) for cell in (3, 4, 8)] == [3, text.index("two"), text.index("three")]
    assert [(r.start, text[r.start : r.end]) for r in _rows(_paragraph(text, 8))] == [
        (0, "one\n    two"),
        (text.index("three"), "three"),
    ]


def test_list_items_on_adjacent_lines_have_no_blank_row_between_them() -> None:
    text = "- one\n- two\n\nafter"
    kinds = [BlockKind.LIST_ITEM, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH]
    spans = [Span(0, 5), Span(6, 11), Span(13, 18)]
    layout = _laid(text, [Block(kind, span) for kind, span in zip(kinds, spans, strict=True)], 20)
    assert [row.block for row in _rows(layout)] == [0, 1, -1, 2]


def test_items_of_a_markdown_list_stand_close() -> None:
    blocks = [Block(BlockKind.LIST_ITEM, Span(5 * i, 5 * i + 3), 0, "• ", "  ") for i in range(2)]
    assert [row.block for row in _rows(_laid("one\n\ntwo", blocks, 20))] == [0, 1]


def test_code_keeps_its_lines_and_spaces() -> None:
    text = "def f():\n\n    return 1"
    layout = _laid(text, [Block(BlockKind.CODE, Span(0, len(text)))], 40)
    assert [text[row.start : row.end] for row in _rows(layout)] == ["def f():", "", "    return 1"]


def test_a_long_line_of_code_goes_on_further_in_and_after_a_space_if_one_is_near() -> None:
    text = "    return max(0, minutes - patience)\n" + "x" * 30
    rows = _rows(_laid(text, [Block(BlockKind.CODE, Span(0, len(text)))], 24))
    assert [(row.indent, text[row.start : row.end]) for row in rows] == [
        (2, "    return max(0, "),
        (4, "minutes - patience)"),
        (2, "x" * 22),
        (4, "x" * 8),
    ]


def test_a_line_of_a_million_characters_is_no_trouble() -> None:
    for text in ("x" * 1_000_000, "東" * 300_000, "a\u0301" * 300_000, "👩\u200d" * 100_000):
        assert all(row.end > row.start for row in _rows(_paragraph(text, 72)))


def test_200_000_blocks_are_no_trouble() -> None:
    text = "x\n\n" * 200_000
    layout = _laid(text, [Block(BlockKind.PARAGRAPH, Span(3 * i, 3 * i + 1)) for i in range(200_000)], 72)
    assert layout.row(0) == Row(0, 1, 0, 0, True)
    assert not layout.done
    assert layout.row(layout.y_of(3 * 199_999)) == Row(3 * 199_999, 3 * 199_999 + 1, 0, 199_999, True)
    assert not layout.done
    layout.measure(len(text))
    assert layout.y_of(3 * 199_999) == 2 * 199_999


@given(st.text(alphabet="ab é東📈\u0301", min_size=1, max_size=40))
def test_a_click_on_a_character_finds_it(text: str) -> None:
    layout = _paragraph(text.strip() or "a", 90)
    row = layout.row(0)
    assert row is not None
    for offset in range(row.start, row.end):
        cell = cell_of(layout.text, row, offset)
        if cell_len(layout.text[offset]):
            assert offset_at(layout.text, row, cell) == offset


def test_nothing_is_found_beside_the_text() -> None:
    row = Row(0, 4, 2, 0, True)
    assert offset_at("word", row, 1) is None
    assert offset_at("word", row, 6) is None


# --- long texts ---------------------------------------------------------------------------------------------------
@given(_texts(), st.integers(20, 60), st.lists(st.integers(0, 10**6), max_size=8))
@settings(max_examples=60, deadline=None)
def test_the_rows_are_the_same_in_whatever_order_they_are_asked_for(
    document: tuple[str, tuple[Block, ...]], width: int, order: list[int]
) -> None:
    text, blocks = document
    text, blocks = (
        text * 40,
        tuple(
            dataclasses.replace(
                block, span=Span(block.span.start + turn * len(text), block.span.end + turn * len(text))
            )
            for turn in range(40)
            for block in blocks
        ),
    )
    some, whole = _laid(text, blocks, width), _laid(text, blocks, width)
    for place in order:
        offset = place % max(1, len(text))
        row = some.row(some.y_of(offset))
        assert row is None or row.start <= offset
    assert _rows(some) == _rows(whole)


def _long(width: int = 40) -> Layout:
    paragraph = "The wardens of the harbour counted their boats again. " * 7
    text = f"{paragraph}\n\n" * 900
    step = len(paragraph) + 2
    blocks = [Block(BlockKind.PARAGRAPH, Span(step * i, step * i + len(paragraph) - 1)) for i in range(900)]
    return _laid(text, blocks, width)


def test_a_row_far_down_is_found_without_laying_out_what_is_before_it() -> None:
    layout = _long()
    y = layout.y_of(300_000)
    assert not layout.done
    row = layout.row(y)
    assert row is not None and row.start <= 300_000 < row.end + 1
    assert abs(layout.about(300_000) - y) < 12  # the first row of its block


def test_around_a_place_that_is_settled_rows_stay_where_they_are() -> None:
    layout = _long()
    layout.settle(layout.y_of(200_000), 100)
    y = layout.y_of(200_000)
    before = [layout.row(n) for n in range(y - 100, y + 100)]
    assert [layout.row(n) for n in range(y - 100, y + 100)] == before and layout.y_of(200_000) == y
    assert all(a.start <= b.start for a, b in pairwise([row for row in before if row is not None]))


def test_a_guess_of_the_height_is_near() -> None:
    layout = _long()
    guess = layout.height
    layout.measure(10**6)
    assert abs(layout.height - guess) < 0.15 * layout.height


def test_a_block_of_any_length_is_laid_out_where_it_is_shown() -> None:
    text = "word " * 400_000
    layout = _laid(text, [Block(BlockKind.PARAGRAPH, Span(0, len(text) - 1))], 72)
    assert layout.row(layout.y_of(1_999_000)) is not None
    assert not layout.done
    layout.measure(10**6)
    words = [text[row.start : row.end] for row in _rows(layout)]
    assert all(row.startswith("word") and row.endswith("word") for row in words)
    assert sum(row.count("word") for row in words) == 400_000


@given(_WORDS, st.integers(-5, 1), st.integers(-5, 1))
@settings(max_examples=40)
def test_where_there_is_no_room_at_all_a_row_takes_a_cell(words: str, first: int, rest: int) -> None:
    assert wrap(words, 0, len(words), first, rest) == wrap(words, 0, len(words), 1, 1)
