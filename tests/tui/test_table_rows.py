"""Tables that are wider than the column."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.article.model import Block, BlockKind
from reader.article.tables import Cell, lay_out
from reader.spans import Span
from reader.tui.layout import Layout, Outline, Row
from reader.tui.table_rows import label_of

_BOATS = (
    ("Route", "Boats", "Minutes late"),
    ("Holm to Brunmouth", "7", "12.4"),
    ("Holm to the outer skerries by way of the lighthouse island", "12", "3.1"),
)
_CELLS = st.text(alphabet="abcdef éß東京📈", max_size=60).map(lambda words: " ".join(words.split()))


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    return lay_out([[Cell(words, right=i == 1) for i, words in enumerate(row)] for row in rows])[0]


def _rows(text: str, width: int) -> list[Row]:
    layout = Layout(Outline(text, [Block(BlockKind.TABLE, Span(0, len(text)))]), width)
    layout.measure()
    return [row for y in range(layout.height) if (row := layout.row(y)) is not None]


def _shown(text: str, width: int) -> list[str]:
    rows = _rows(text, width)
    return [(label_of(text, 0, r.start).rjust(r.indent - 2) + "  ")[: r.indent] + text[r.start : r.end] for r in rows]


def test_a_table_that_fits_keeps_its_lines() -> None:
    text = _table(_BOATS[:2])
    assert [text[row.start : row.end] for row in _rows(text, 60)] == text.split("\n")


def test_a_table_that_is_too_wide_is_told_record_by_record() -> None:
    assert _shown(_table(_BOATS), 40) == [
        "Route",
        "  Boats  Minutes late",
        "Holm to Brunmouth",
        "         Boats  7",
        "  Minutes late  12.4",
        "Holm to the outer skerries by way of the",
        "  lighthouse island",
        "         Boats  12",
        "  Minutes late  3.1",
    ]


def test_a_cell_without_a_heading_stands_without_one() -> None:
    text = _table((("", "2024", "2025"), ("Kelp sold by the harbour co-operative", "7", "12.4")))
    assert _shown(text, 30)[1:] == [
        "Kelp sold by the harbour",
        "  co-operative",
        "  2024  7",
        "  2025  12.4",
    ]


@given(st.lists(st.tuples(_CELLS, _CELLS, _CELLS), min_size=1, max_size=5).map(tuple), st.integers(24, 90))
@settings(max_examples=120, deadline=None)
def test_no_word_of_a_table_is_lost_and_no_row_is_too_wide(table: tuple[tuple[str, ...], ...], width: int) -> None:
    text = _table((_BOATS[0], *table))
    rows = _rows(text, width)
    assert re.sub(r"\s", "", "".join(text[r.start : r.end] for r in rows)) == re.sub(r"\s", "", text)
    assert all(r.indent + cell_len(text[r.start : r.end]) <= width for r in rows)


@given(st.lists(st.tuples(_CELLS, _CELLS, _CELLS), min_size=1, max_size=5).map(tuple), st.integers(24, 90))
@settings(max_examples=120, deadline=None)
def test_every_offset_of_a_table_has_its_row(table: tuple[tuple[str, ...], ...], width: int) -> None:
    text = _table((_BOATS[0], *table))
    layout = Layout(Outline(text, [Block(BlockKind.TABLE, Span(0, len(text)))]), width)
    for offset in range(len(text)):
        row = layout.row(layout.y_of(offset))
        assert row is not None
        assert text[offset].isspace() or row.start <= offset < row.end
